#pragma once
/// Who lives in the demonstration country. Tests, screenshots and the manual speak of the same people. All are invented.

#include "base/text.hpp"

#include <span>
#include <string>
#include <string_view>

namespace toguna::app::demo {

struct DemoPerson {
    std::string_view key;          ///< « awa-sanou »: in addresses and in the plans of the demonstration
    std::string_view name;         ///< as the person writes it
    std::string_view organization; ///< acronym or name in organizations()
    std::string_view function;     ///< in their organisation
    bool has_account = false;      ///< may sign in
    bool administrator = false;
    std::string_view phone = {};
};

std::span<DemoPerson const> persons();

/// Null when nobody of the demonstration has that key.
DemoPerson const* find_demo_person(std::string_view key);

/// « awa-sanou@example.org »: a domain that belongs to nobody (RFC 2606).
std::string email_of(DemoPerson const& person);

/// Somebody whose eyes the visitor of the demonstration may borrow.
struct DemoVisitor {
    std::string_view key; ///< of a person
    Text role;            ///< « Coordonnatrice du Cluster Nutrition … »
};
std::vector<DemoVisitor> visitors();

/// « /demo/sign-in/awa-sanou »: signs in at once, in the demonstration only.
std::string sign_in_path(std::string_view key);

} // namespace toguna::app::demo
