#pragma once
/// Reads what terms of reference say of a body: one place, so that a mandate changed once is changed in every paragraph (S0-2).

#include "bodies/engagement_store.hpp"
#include "bodies/mandate_store.hpp"
#include "terms/document_store.hpp"
#include "terms/norm_store.hpp"
#include "terms/shipped_store.hpp"

namespace toguna::terms {

/// The mandates a document of that body may be about: co-coordinations in force or to come, the national level first.
/// Each level and area has terms of reference of its own (S0-3).
Result<std::vector<bodies::NamedMandate>> co_coordinations(db::Reader const& db, bodies::BodyId const& body, Date today);

/// What documents of the body cite that day: the edition it chose in the library, else what its charter in force cites.
Result<std::optional<CitedNorm>> citation_of(db::Reader const& db, bodies::BodyId const& body, web::Localization const& words, Date today);

/// `mandate` chooses among several co-coordinations; empty takes the first. `words` has the language of the template.
/// NotFound when the mandate is none of the body's.
Result<TermsFacts> read_facts(db::Reader const& db, bodies::Body const& body, ShippedTemplate const& shipped, std::optional<bodies::MandateId> const& mandate,
    web::Localization const& words, Date today);

} // namespace toguna::terms
