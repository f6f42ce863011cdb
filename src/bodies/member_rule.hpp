#pragma once
/// What a body asks of its members: how many persons for one institution, who decides, when a member is active (S0-14, S1-21).
/// Practice of donors' groups: a titular and one alternate, two persons at most, and the alternate may decide.

#include "bodies/membership.hpp"
#include "bodies/participation.hpp"

namespace toguna::bodies {

struct MemberRule {
    std::optional<int> most_persons = {}; ///< of one organisation on one day, whatever their status; empty: no bound
    bool one_titular = false;             ///< of one organisation on one day
    bool alternate_decides = true;        ///< in the absence of the titular
    std::string quorum = {};              ///< in the body's words: « la moitié des membres, chef de file compris »
    ActivityCriteria criteria = {};
    int notice_days = 7;                  ///< the organisation's people see a finding so long before others
    std::int64_t version = 0;             ///< 0: the body has no rule of its own yet
};

/// Trims. Invalid, field by field, when a number lies out of its bounds or the quorum is longer than 500 characters.
Result<MemberRule> checked(MemberRule rule);

/// Whether another person of the organisation may be named: `others` are the memberships of the same organisation in the
/// body, of any period. Invalid on "person" or "seat", with the day on which it would be too much.
Result<void> admits(MemberRule const& rule, std::vector<Membership> const& others, Membership const& membership);

/// Who may decide for the organisation: members only, titulars and, where the rule says so, alternates.
bool decides(MemberRule const& rule, Membership const& membership);

} // namespace toguna::bodies
