#pragma once
/// Whether a member organisation is active: computed from what it did, by criteria of the body, with reasons (S1-21).
/// Never a ranking: each organisation is measured against the criteria alone, and nobody against another.

#include "base/result.hpp"
#include "bodies/ids.hpp"
#include "people/ids.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace toguna::bodies {

enum class ParticipationKind { Meeting, Report };
std::string_view name_of(ParticipationKind kind); ///< "meeting"
std::optional<ParticipationKind> participation_kind_from(std::string_view name);
Text label_of(ParticipationKind kind); ///< « Réunion »

enum class ParticipationState {
    Present, ///< at a meeting
    Done,    ///< a report, in time
    Late,    ///< at a meeting: came; of a report: sent after its day
    Excused, ///< counts neither for nor against
    Absent,  ///< from a meeting; of a report: not sent
};
std::string_view name_of(ParticipationState state); ///< "excused"
std::optional<ParticipationState> participation_state_from(std::string_view name);
/// Those that a meeting, or a report, can have; in the order a form offers them.
std::vector<ParticipationState> const& states_of(ParticipationKind kind);
Text label_of(ParticipationState state, ParticipationKind kind); ///< « Excusée », « Non remis »

/// One fact: what an organisation did on a day of the body.
struct Participation {
    BodyId body;
    people::OrganizationId organization;
    ParticipationKind kind = ParticipationKind::Meeting;
    Date day;
    ParticipationState state = ParticipationState::Present;
    Date recorded_on; ///< when it was last written down: the notice to the member counts from there
};

/// Trims nothing, checks all: Invalid when the state is none of the kind's, or the day lies after `recorded_on`.
Result<Participation> checked(Participation participation);

/// What a body asks of an active member. A criterion without a number of meetings, or reports, is not asked.
struct ActivityCriteria {
    std::optional<int> meetings = {}; ///< how many of the last ones are looked at
    int meeting_share = 50;           ///< percent of them, at least
    std::optional<int> reports = {};
    int report_share = 50;
    bool operator==(ActivityCriteria const&) const = default;
};

enum class Activity {
    Active,
    Inactive,
    NoData, ///< no criterion, or nothing written down: it is not known, which is not « inactive »
};
std::string_view name_of(Activity activity); ///< "no_data"
Text label_of(Activity activity); ///< « Active »

struct ActivityFinding {
    Activity activity = Activity::NoData;
    std::vector<Text> reasons = {}; ///< one for each criterion
};

/// From the facts of one organisation, in any order, on a day. One criterion that is missed makes it inactive.
ActivityFinding activity_of(ActivityCriteria const& criteria, std::vector<Participation> const& facts, Date day);

/// Up to which day facts were written down that a reader is shown: the organisation's own people see all of them, others
/// only those that its people could see `notice_days` long.
enum class Viewer { OwnPeople, Others };
Date known_until(Date today, int notice_days, Viewer viewer);
std::vector<Participation> known_facts(std::vector<Participation> const& facts, Date known_until);

} // namespace toguna::bodies
