#include "bodies/commitment.hpp"

#include "people/normalise.hpp"

#include <algorithm>
#include <array>

namespace toguna::bodies {

namespace {

template<class Value>
struct Named {
    Value value;
    std::string_view name;
};

constexpr std::array<Named<CommitmentSide>, 2> side_names { { { CommitmentSide::CoCoordinator, "co_coordinator" }, { CommitmentSide::LeadAgency, "lead_agency" } } };

constexpr std::array<Named<CommitmentSubject>, 11> subject_names { {
    { CommitmentSubject::Meetings, "meetings" },
    { CommitmentSubject::InterCluster, "inter_cluster" },
    { CommitmentSubject::CoreFunctions, "core_functions" },
    { CommitmentSubject::Performance, "performance" },
    { CommitmentSubject::WorkingGroups, "working_groups" },
    { CommitmentSubject::ResponseCapacity, "response_capacity" },
    { CommitmentSubject::Allocations, "allocations" },
    { CommitmentSubject::Communication, "communication" },
    { CommitmentSubject::Tools, "tools" },
    { CommitmentSubject::OperationalSupport, "operational_support" },
    { CommitmentSubject::Other, "other" },
} };

constexpr std::array<Named<CommitmentState>, 4> state_names { {
    { CommitmentState::Open, "open" },
    { CommitmentState::Kept, "kept" },
    { CommitmentState::Partly, "partly" },
    { CommitmentState::NotKept, "not_kept" },
} };

template<class Names, class Value>
std::string_view name_in(Names const& names, Value value)
{
    return std::find_if(names.begin(), names.end(), [&](auto const& row) { return row.value == value; })->name;
}

template<class Value, std::size_t size>
std::optional<Value> value_in(std::array<Named<Value>, size> const& names, std::string_view name)
{
    for (auto const& row : names)
        if (row.name == name)
            return row.value;
    return {};
}

template<class Value, std::size_t size>
std::vector<Value> values_of(std::array<Named<Value>, size> const& names)
{
    std::vector<Value> values;
    for (auto const& row : names)
        values.push_back(row.value);
    return values;
}

} // namespace

std::vector<CommitmentSide> const& commitment_sides()
{
    static auto const sides = values_of(side_names);
    return sides;
}

std::vector<CommitmentSubject> const& commitment_subjects()
{
    static auto const subjects = values_of(subject_names);
    return subjects;
}

std::vector<CommitmentSubject> const& responsibilities()
{
    static std::vector<CommitmentSubject> const eight(commitment_subjects().begin(), commitment_subjects().begin() + 8);
    return eight;
}

std::vector<CommitmentState> const& commitment_states()
{
    static auto const states = values_of(state_names);
    return states;
}

std::string_view name_of(CommitmentSide side) { return name_in(side_names, side); }
std::string_view name_of(CommitmentSubject subject) { return name_in(subject_names, subject); }
std::string_view name_of(CommitmentState state) { return name_in(state_names, state); }
std::optional<CommitmentSide> commitment_side_from(std::string_view name) { return value_in(side_names, name); }
std::optional<CommitmentSubject> commitment_subject_from(std::string_view name) { return value_in(subject_names, name); }
std::optional<CommitmentState> commitment_state_from(std::string_view name) { return value_in(state_names, name); }

Text label_of(CommitmentSide side, EngagementKind kind)
{
    if (side == CommitmentSide::LeadAgency)
        return tr("Commitments of the lead agency");
    return kind == EngagementKind::CoCoordination ? tr("Commitments of the co-coordination") : tr("Commitments of the organisation");
}

Text label_of(CommitmentSubject subject)
{
    switch (subject) {
    case CommitmentSubject::Meetings: return tr("Regular meetings");
    case CommitmentSubject::InterCluster: return tr("Inter-cluster");
    case CommitmentSubject::CoreFunctions: return tr("Core functions");
    case CommitmentSubject::Performance: return tr("Performance");
    case CommitmentSubject::WorkingGroups: return tr("Technical groups");
    case CommitmentSubject::ResponseCapacity: return tr("Response capacity");
    case CommitmentSubject::Allocations: return tr("Fund allocations");
    case CommitmentSubject::Communication: return tr("Communication");
    case CommitmentSubject::Tools: return tr("Training in a tool");
    case CommitmentSubject::OperationalSupport: return tr("Support to coordination");
    case CommitmentSubject::Other: break;
    }
    return tr("Other commitment");
}

Text label_of(CommitmentState state, CommitmentSubject subject)
{
    bool const is_tool = subject == CommitmentSubject::Tools;
    switch (state) {
    case CommitmentState::Open: return is_tool ? tr("Not trained yet") : tr("Nothing said yet");
    case CommitmentState::Kept: return is_tool ? tr("Trained") : tr("Kept");
    case CommitmentState::Partly: return is_tool ? tr("Trained in part") : tr("Kept in part");
    case CommitmentState::NotKept: break;
    }
    return is_tool ? tr("Not trained") : tr("Not kept");
}

Result<Assessment> checked(Assessment assessment, Date today)
{
    Error error { ErrorKind::Invalid, tr("This statement cannot be saved as it is."), {}, {} };
    if (assessment.stated_on > today)
        error.fields.push_back({ "stated_on", tr("This day is still to come. Write the day on which it was seen.") });
    if (assessment.state != CommitmentState::Open && assessment.evidence.empty() && !assessment.file)
        error.fields.push_back({ "evidence", tr("Say in a few words what shows it, or add a file.") });
    if (people::length_of(assessment.evidence) > longest_commitment)
        error.fields.push_back({ "evidence", tr("This text is longer than {limit} characters: shorten it.", { { "limit", longest_commitment } }) });
    if (!error.fields.empty())
        return fail(std::move(error));
    return assessment;
}

CommitmentFigures& CommitmentFigures::operator+=(CommitmentFigures const& other)
{
    kept += other.kept;
    partly += other.partly;
    not_kept += other.not_kept;
    open += other.open;
    return *this;
}

CommitmentFigures figures_of(std::span<Commitment const> commitments, CommitmentSide side)
{
    CommitmentFigures figures;
    for (auto const& commitment : commitments) {
        if (commitment.side != side)
            continue;
        switch (commitment.state()) {
        case CommitmentState::Open: ++figures.open; break;
        case CommitmentState::Kept: ++figures.kept; break;
        case CommitmentState::Partly: ++figures.partly; break;
        case CommitmentState::NotKept: ++figures.not_kept; break;
        }
    }
    return figures;
}

std::vector<Text> staffing_warnings(Engagement const& engagement)
{
    if (engagement.kind != EngagementKind::CoCoordination)
        return {};
    std::vector<Text> warnings;
    if (!engagement.dedicated_person)
        warnings.push_back(tr("Nobody is dedicated to the co-coordination: the post is vacant."));
    if (!engagement.time_share)
        warnings.push_back(tr("The letter does not say how much time the dedicated person has. Full time is expected."));
    else if (*engagement.time_share < 100)
        warnings.push_back(tr("The dedicated person has {share}% of their time. Full time is expected.", { { "share", *engagement.time_share } }));
    return warnings;
}

} // namespace toguna::bodies
