#pragma once
/// What a country calls a role: « co-facilitateur » for the co-coordinator (S0-58). The data keep the role; only the word changes.

#include "bodies/mandate.hpp"
#include "web/localization.hpp"

#include <string>
#include <vector>

namespace toguna::bodies {

struct RoleLabel {
    MandateRole role = MandateRole::Coordinator;
    std::string language; ///< "fr"
    std::string text;     ///< « Co-facilitation »
    bool operator==(RoleLabel const&) const = default;
};

/// The words of one country; empty: the usual ones.
class RoleNames {
public:
    RoleNames() = default;
    explicit RoleNames(std::vector<RoleLabel> labels) : m_labels(std::move(labels)) { }

    /// The country's own word in the reader's language, or the usual one.
    std::string operator()(MandateRole role, web::Localization const& language) const;
    /// Empty when the country has no word of its own.
    std::string own(MandateRole role, std::string_view language) const;

private:
    std::vector<RoleLabel> m_labels;
};

/// Tidied; those without text are left out. Invalid, on the field "ROLE_LANGUAGE", when longer than 60 characters.
Result<std::vector<RoleLabel>> checked(std::vector<RoleLabel> labels);

} // namespace toguna::bodies
