#pragma once
/// Finds whom the words of a chooser field mean: without reading the whole directory.

#include "db/database.hpp"
#include "people/chooser.hpp"

#include <optional>

namespace toguna::people {

/// The person or organisation that was typed or ticked. Invalid on `field` when nothing was typed, nobody is called so,
/// or several may be meant: chooser_pages.hpp then shows the candidates.
Result<PersonId> resolve_person(db::Reader const& db, Chosen const& chosen, std::string_view field);
Result<OrganizationId> resolve_organization(db::Reader const& db, Chosen const& chosen, std::string_view field);
/// Nothing when nothing was typed.
Result<std::optional<PersonId>> resolve_optional_person(db::Reader const& db, Chosen const& chosen, std::string_view field);
Result<std::optional<OrganizationId>> resolve_optional_organization(db::Reader const& db, Chosen const& chosen, std::string_view field);

/// Whom the words may mean. Persons: every typed word begins or stands in a name, in any order, without accents; organisations:
/// by any of their names, with one typing error too.
Result<PersonMatch> match_person(db::Reader const& db, std::string_view words);
Result<OrganizationMatch> match_organization(db::Reader const& db, std::string_view words);

/// What a form shows before anything is typed in it: the name of one that was chosen earlier.
Result<Chosen> chosen_person(db::Reader const& db, PersonId const& id);
Result<Chosen> chosen_organization(db::Reader const& db, OrganizationId const& id);

/// One line of suggestions: the name to type, and what tells it from its namesakes.
struct Suggestion {
    std::string id;
    std::string name;
    std::string note = {}; ///< of a person « Secours du Sahel, chargée de programme »; of an organisation, its other short name
};

/// At most most_candidates, those whose name begins with the words first.
Result<std::vector<Suggestion>> suggest_persons(db::Reader const& db, std::string_view words, Date today);
Result<std::vector<Suggestion>> suggest_organizations(db::Reader const& db, std::string_view words);

/// The same lines for known ids, in their order: the candidates of a refused field.
Result<std::vector<Suggestion>> describe_persons(db::Reader const& db, std::vector<PersonId> const& ids, Date today);
Result<std::vector<Suggestion>> describe_organizations(db::Reader const& db, std::vector<OrganizationId> const& ids);

} // namespace toguna::people
