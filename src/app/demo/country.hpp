#pragma once
/// The demonstration country: its organisations and its bodies, with who belongs to them.

#include "bodies/body.hpp"
#include "bodies/mandate.hpp"
#include "bodies/membership.hpp"
#include "geography/country.hpp"
#include "people/organization.hpp"

#include <span>
#include <string_view>

namespace toguna::app::demo {

/// « Tamsira »: its codes are among those that ISO 3166 leaves to users.
geography::Country country();

struct DemoOrganization {
    std::string_view acronym; ///< or empty: then known by its name
    std::string_view name;
    people::OrganizationType type;
    std::string_view key() const { return acronym.empty() ? name : acronym; }
};
std::span<DemoOrganization const> organizations();

struct DemoBody {
    std::string_view code;
    bodies::BodyKind kind;
    std::string_view name;
    std::string_view acronym;
    std::string_view parent; ///< code of a body before it, or empty
};
std::span<DemoBody const> demo_bodies();

/// Days are counted from today: belongs since `from`, and until `until` when that is not 0.
struct DemoMembership {
    std::string_view body;         ///< code
    std::string_view organization; ///< key, or empty
    std::string_view person;       ///< key, or empty
    bodies::MembershipStatus status = bodies::MembershipStatus::Member;
    int from = -700;
    int until = 0;
};
std::span<DemoMembership const> memberships();

/// Days are counted as for a membership.
struct DemoMandate {
    std::string_view body;         ///< code
    bodies::MandateRole role = bodies::MandateRole::Coordinator;
    std::string_view organization; ///< key, or empty
    std::string_view person;       ///< key, or empty
    int from = -700;
    int until = 0;
};
std::span<DemoMandate const> mandates();

} // namespace toguna::app::demo
