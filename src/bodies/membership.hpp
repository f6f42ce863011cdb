#pragma once
/// Who belongs to a body, with which status, from when until when (S0-14). Who acts in it is a mandate (mandate.hpp).

#include "base/period.hpp"
#include "base/result.hpp"
#include "bodies/ids.hpp"
#include "people/ids.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace toguna::bodies {

enum class MembershipStatus {
    Member,
    Observer,  ///< engages without formal participation: carries nothing
    Candidate, ///< asked to join, not yet accepted
    Suspended, ///< a member whose rights rest
};

/// In the order a list shows them.
std::vector<MembershipStatus> const& membership_statuses();
std::string_view name_of(MembershipStatus status); ///< "observer"
std::optional<MembershipStatus> membership_status_from(std::string_view name);
Text label_of(MembershipStatus status); ///< « Observateur »

/// Which seat of the organisation a person has. Who may decide is a rule of the body (member_rule.hpp).
enum class MembershipSeat { Titular, Alternate };
std::vector<MembershipSeat> const& membership_seats();
std::string_view name_of(MembershipSeat seat); ///< "alternate"
std::optional<MembershipSeat> membership_seat_from(std::string_view name);
Text label_of(MembershipSeat seat); ///< « Suppléant »

/// Held by an organisation, by a person, or by a person for an organisation: « Haoua Tinguiri pour ASP ».
struct Membership {
    MembershipId id;
    BodyId body;
    std::optional<people::OrganizationId> organization;
    std::optional<people::PersonId> person;
    MembershipStatus status = MembershipStatus::Member;
    Period period; ///< the last day still counts
    MembershipSeat seat = MembershipSeat::Titular; ///< of the person, where one is named
    std::string reason = {};     ///< why this status was given, or empty
    std::string end_reason = {}; ///< why it ended, or empty
};

/// Trims. Invalid without an organisation and without a person, or with reasons longer than 500 characters.
Result<Membership> checked(Membership membership);

/// What the status lets people see: members and observers, while it lasts.
bool lets_see(MembershipStatus status);

/// Which status may follow which: nobody becomes a candidate again without leaving first, and only members are suspended.
std::vector<MembershipStatus> next_statuses(MembershipStatus status);

/// The former membership ends the day before the new one starts; together they leave no day out.
struct StatusChange {
    Membership former;
    Membership next;
};

/// The next membership keeps the holder, the seat and the last day of the former one. Invalid, field by field ("status",
/// "starts_on", "reason"), when the status may not follow, no reason is given, or `first_day` does not lie after the first
/// day of the former one and within its period.
Result<StatusChange> change_status(Membership const& former, MembershipId next_id, MembershipStatus status, Date first_day, std::string reason);

} // namespace toguna::bodies
