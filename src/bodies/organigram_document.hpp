#pragma once
/// An organigram as a list on paper: each body below the one it is part of.

#include "bodies/organigram.hpp"
#include "formats/document.hpp"
#include "web/localization.hpp"

namespace toguna::bodies {

struct OrganigramHeading {
    std::string title; ///< « Organigramme – Mali »
    Date day;
    Instant created;
};
formats::Document organigram_document(std::span<OrganigramBody const> bodies, OrganigramHeading const& heading, web::Localization const& language);

} // namespace toguna::bodies
