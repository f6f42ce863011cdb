#pragma once
/// Who is meant by the names in a column « Responsable »: organisations, persons, the body itself, or words that stay words.

#include "actions/action_plan.hpp"
#include "people/recognise.hpp"

#include <map>

namespace toguna::actions {

/// Everybody the installation knows, read once before many names are looked up.
struct KnownActors {
    std::vector<people::OrganizationName> organizations;
    std::vector<people::PersonName> persons;
    std::map<people::OrganizationId, std::string> organization_names; ///< as a table shows them: « PNUD »
    std::map<people::PersonId, std::string> person_names;
    bodies::BodyId body;
    std::string body_name;               ///< « Cluster Nutrition »
    std::vector<std::string> body_names; ///< name, acronym, code and aliases
};

struct RecognizedResponsible {
    Responsible responsible;
    /// Likeliest first, as they are shown; empty when there is no doubt or nobody comes near.
    std::vector<std::string> candidates = {};
    /// Neither somebody we know nor words for a unit (« la coordination du cluster »).
    bool is_unknown = false;
};

/// « Membres du cluster », « tous les partenaires » and the body's own names are the body; then organisations by any name,
/// persons by the words of their name. « La coordination », « le secrétariat » are units without doubt.
RecognizedResponsible recognise_responsible(std::string_view name, KnownActors const& actors);

} // namespace toguna::actions
