#include "bodies/crisis.hpp"

#include "people/normalise.hpp"

namespace toguna::bodies {

namespace {

constexpr std::size_t longest_crisis_name = 200;

template<class Kind, class Kinds>
std::optional<Kind> from_name(Kinds const& kinds, std::string_view name)
{
    for (auto const kind : kinds)
        if (name_of(kind) == name)
            return kind;
    return {};
}

} // namespace

std::vector<CrisisState> const& crisis_states()
{
    static std::vector<CrisisState> const states { CrisisState::Potential, CrisisState::Existing, CrisisState::Over };
    return states;
}

std::string_view name_of(CrisisState state)
{
    switch (state) {
    case CrisisState::Potential: return "potential";
    case CrisisState::Existing: return "existing";
    case CrisisState::Over: break;
    }
    return "over";
}

std::optional<CrisisState> crisis_state_from(std::string_view name) { return from_name<CrisisState>(crisis_states(), name); }

Text label_of(CrisisState state)
{
    switch (state) {
    case CrisisState::Potential: return tr("Potential crisis");
    case CrisisState::Existing: return tr("Existing crisis");
    case CrisisState::Over: break;
    }
    return tr("Crisis that is over");
}

std::vector<CrisisKind> const& crisis_kinds()
{
    static std::vector<CrisisKind> const kinds { CrisisKind::SuddenOnset, CrisisKind::Protracted };
    return kinds;
}

std::string_view name_of(CrisisKind kind) { return kind == CrisisKind::SuddenOnset ? "sudden_onset" : "protracted"; }

std::optional<CrisisKind> crisis_kind_from(std::string_view name) { return from_name<CrisisKind>(crisis_kinds(), name); }

Text label_of(CrisisKind kind) { return kind == CrisisKind::SuddenOnset ? tr("Sudden onset") : tr("Protracted"); }

Result<Crisis> checked(Crisis crisis)
{
    crisis.name = people::tidy(crisis.name);
    Error error { ErrorKind::Invalid, tr("This crisis cannot be saved as it is."), {}, {} };
    if (crisis.name.empty())
        error.fields.push_back({ "name", tr("Write the name of the crisis.") });
    if (people::length_of(crisis.name) > longest_crisis_name)
        error.fields.push_back({ "name", tr("This is longer than {limit} characters: shorten it.", { { "limit", longest_crisis_name } }) });
    if (crisis.state != CrisisState::Potential && !crisis.onset)
        error.fields.push_back({ "onset", tr("Write the day on which the crisis began: reviews are counted from it.") });
    if (crisis.planning_month < 1 || crisis.planning_month > 12)
        error.fields.push_back({ "planning_month", tr("Choose a month.") });
    if (!error.fields.empty())
        return fail(std::move(error));
    return crisis;
}

} // namespace toguna::bodies
