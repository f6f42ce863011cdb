#include "bodies/participation.hpp"

#include <algorithm>
#include <array>

namespace toguna::bodies {

namespace {

using enum ParticipationState;

struct StateName {
    ParticipationState state;
    std::string_view name;
};

constexpr std::array<StateName, 5> state_names { {
    { Present, "present" },
    { Done, "done" },
    { Late, "late" },
    { Excused, "excused" },
    { Absent, "absent" },
} };

/// Coming late to a meeting is coming; a late report is not in time.
bool fulfils(Participation const& fact)
{
    return fact.kind == ParticipationKind::Meeting ? fact.state == Present || fact.state == Late : fact.state == Done;
}

struct Tally {
    int looked_at = 0;
    int fulfilled = 0;
};

/// Over the latest `most` facts of the kind until the day; an excuse takes no place among them.
Tally tally(std::vector<Participation> facts, ParticipationKind kind, int most, Date day)
{
    std::erase_if(facts, [&](auto const& fact) { return fact.kind != kind || fact.day > day || fact.state == Excused; });
    std::sort(facts.begin(), facts.end(), [](auto const& left, auto const& right) { return left.day > right.day; });
    Tally result;
    for (auto const& fact : facts) {
        if (result.looked_at == most)
            break;
        ++result.looked_at;
        result.fulfilled += fulfils(fact) ? 1 : 0;
    }
    return result;
}

Text reason_of(ParticipationKind kind, Tally const& found, int share)
{
    std::vector<Text::Argument> const numbers { { "fulfilled", found.fulfilled }, { "share", share } };
    if (kind == ParticipationKind::Meeting)
        return found.looked_at == 0 ? tr("No attendance is written down yet.")
                                    : trn("Present at {fulfilled} of the last {count} meeting; at least {share} percent is asked.", "Present at {fulfilled} of the last {count} meetings; at least {share} percent is asked.", found.looked_at, numbers);
    return found.looked_at == 0 ? tr("No report is written down yet.")
                                : trn("{fulfilled} of the last {count} report in time; at least {share} percent is asked.", "{fulfilled} of the last {count} reports in time; at least {share} percent is asked.", found.looked_at, numbers);
}

} // namespace

std::string_view name_of(ParticipationKind kind) { return kind == ParticipationKind::Meeting ? "meeting" : "report"; }

std::optional<ParticipationKind> participation_kind_from(std::string_view name)
{
    for (auto const kind : { ParticipationKind::Meeting, ParticipationKind::Report })
        if (name_of(kind) == name)
            return kind;
    return {};
}

Text label_of(ParticipationKind kind) { return kind == ParticipationKind::Meeting ? tr("Meeting") : tr("Report due"); }

std::string_view name_of(ParticipationState state)
{
    return std::find_if(state_names.begin(), state_names.end(), [&](auto const& row) { return row.state == state; })->name;
}

std::optional<ParticipationState> participation_state_from(std::string_view name)
{
    for (auto const& row : state_names)
        if (row.name == name)
            return row.state;
    return {};
}

std::vector<ParticipationState> const& states_of(ParticipationKind kind)
{
    static std::vector<ParticipationState> const of_meeting { Present, Late, Excused, Absent };
    static std::vector<ParticipationState> const of_report { Done, Late, Excused, Absent };
    return kind == ParticipationKind::Meeting ? of_meeting : of_report;
}

Text label_of(ParticipationState state, ParticipationKind kind)
{
    bool const meeting = kind == ParticipationKind::Meeting;
    switch (state) {
    case Present: return tr("Present");
    case Done: return tr("Sent in time");
    case Late: return meeting ? tr("Came late") : tr("Sent late");
    case Excused: return tr("Excused");
    case Absent: break;
    }
    return meeting ? tr("Absent") : tr("Not sent");
}

Result<Participation> checked(Participation participation)
{
    auto const& states = states_of(participation.kind);
    Error error { ErrorKind::Invalid, tr("This cannot be written down as it is."), {}, {} };
    if (std::find(states.begin(), states.end(), participation.state) == states.end())
        error.fields.push_back({ "state", tr("Choose one of the states offered.") });
    if (participation.day > participation.recorded_on)
        error.fields.push_back({ "day", tr("That day is still to come: write it down when it has passed.") });
    if (!error.fields.empty())
        return fail(std::move(error));
    return participation;
}

std::string_view name_of(Activity activity)
{
    switch (activity) {
    case Activity::Active: return "active";
    case Activity::Inactive: return "inactive";
    case Activity::NoData: break;
    }
    return "no_data";
}

Text label_of(Activity activity)
{
    switch (activity) {
    case Activity::Active: return tr("Active");
    case Activity::Inactive: return tr("Inactive");
    case Activity::NoData: break;
    }
    return tr("No data");
}

ActivityFinding activity_of(ActivityCriteria const& criteria, std::vector<Participation> const& facts, Date day)
{
    ActivityFinding finding;
    auto const look_at = [&](ParticipationKind kind, std::optional<int> most, int share) {
        if (!most)
            return;
        auto const found = tally(facts, kind, *most, day);
        finding.reasons.push_back(reason_of(kind, found, share));
        if (found.looked_at == 0)
            return;
        if (found.fulfilled * 100 < share * found.looked_at)
            finding.activity = Activity::Inactive;
        else if (finding.activity == Activity::NoData)
            finding.activity = Activity::Active;
    };
    look_at(ParticipationKind::Meeting, criteria.meetings, criteria.meeting_share);
    look_at(ParticipationKind::Report, criteria.reports, criteria.report_share);
    return finding;
}

Date known_until(Date today, int notice_days, Viewer viewer)
{
    return viewer == Viewer::OwnPeople ? today : today.plus_days(-notice_days);
}

std::vector<Participation> known_facts(std::vector<Participation> const& facts, Date known_until)
{
    std::vector<Participation> known;
    for (auto const& fact : facts)
        if (fact.recorded_on <= known_until)
            known.push_back(fact);
    return known;
}

} // namespace toguna::bodies
