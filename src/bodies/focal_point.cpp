#include "bodies/focal_point.hpp"

#include "base/search_text.hpp"

#include <algorithm>
#include <array>

namespace toguna::bodies {

namespace {

constexpr std::size_t longest_text = 500;

struct StateName {
    CandidacyState state;
    std::string_view name;
};

constexpr std::array<StateName, 4> state_names { {
    { CandidacyState::Proposed, "proposed" },
    { CandidacyState::Foreseen, "foreseen" },
    { CandidacyState::Confirmed, "confirmed" },
    { CandidacyState::Declined, "declined" },
} };

} // namespace

std::string_view name_of(CandidacyState state)
{
    return std::find_if(state_names.begin(), state_names.end(), [&](auto const& row) { return row.state == state; })->name;
}

std::optional<CandidacyState> candidacy_state_from(std::string_view name)
{
    for (auto const& row : state_names)
        if (row.name == name)
            return row.state;
    return {};
}

Text label_of(CandidacyState state)
{
    switch (state) {
    case CandidacyState::Proposed: return tr("Proposed");
    case CandidacyState::Foreseen: return tr("Foreseen");
    case CandidacyState::Confirmed: return tr("Confirmed");
    case CandidacyState::Declined: break;
    }
    return tr("Declined");
}

std::vector<CandidacyState> next_states(CandidacyState state)
{
    using enum CandidacyState;
    switch (state) {
    case Proposed: return { Foreseen, Confirmed, Declined };
    case Foreseen: return { Confirmed, Declined };
    case Confirmed:
    case Declined: break;
    }
    return {};
}

Result<FocalCandidacy> checked(FocalCandidacy candidacy)
{
    candidacy.note = tidy(candidacy.note);
    std::vector<geography::AdminAreaId> areas;
    for (auto const& area : candidacy.areas)
        if (std::find(areas.begin(), areas.end(), area) == areas.end())
            areas.push_back(area);
    candidacy.areas = std::move(areas);
    Error error { ErrorKind::Invalid, tr("This candidacy cannot be saved as it is."), {}, {} };
    if (candidacy.areas.empty())
        error.fields.push_back({ "areas", tr("Write at least one area.") });
    if (length_of(candidacy.note) > longest_text)
        error.fields.push_back({ "note", tr("Keep it under {count} characters.", { { "count", longest_text } }) });
    if (!error.fields.empty())
        return fail(std::move(error));
    return candidacy;
}

Result<FocalCandidacy> advance(FocalCandidacy candidacy, CandidacyState next, std::string const& reason)
{
    auto const allowed = next_states(candidacy.state);
    if (std::find(allowed.begin(), allowed.end(), next) == allowed.end())
        return fail(ErrorKind::Conflict, tr("This candidacy is “{state}”: it cannot become “{next}”.", { { "state", label_of(candidacy.state) }, { "next", label_of(next) } }));
    if (next == CandidacyState::Declined && tidy(reason).empty())
        return fail(Error { ErrorKind::Invalid, tr("This candidacy cannot be saved as it is."), { { "reason", tr("Say why: the organisation reads it.") } }, {} });
    candidacy.state = next;
    return candidacy;
}

Result<Mandate> mandate_of(FocalCandidacy const& candidacy, Confirmation const& confirmation, MandateId id)
{
    if (std::find(candidacy.areas.begin(), candidacy.areas.end(), confirmation.area) == candidacy.areas.end())
        return fail(Error { ErrorKind::Invalid, tr("This candidacy cannot be saved as it is."), { { "area", tr("Choose one of the areas it volunteers for.") } }, {} });
    return checked(Mandate { .id = std::move(id), .body = candidacy.body, .role = MandateRole::FocalPoint, .organization = candidacy.organization, .person = confirmation.person,
        .level = confirmation.area_level <= 1 ? MandateLevel::Regional : MandateLevel::Local, .area = confirmation.area, .period = confirmation.period });
}

Result<FocalCall> checked(FocalCall call)
{
    call.text = tidy(call.text);
    Error error { ErrorKind::Invalid, tr("This call cannot be saved as it is."), {}, {} };
    if (call.text.empty())
        error.fields.push_back({ "call_text", tr("Write what focal points are wanted for.") });
    if (length_of(call.text) > longest_text)
        error.fields.push_back({ "call_text", tr("Keep it under {count} characters.", { { "count", longest_text } }) });
    if (call.closes_on < call.opened_on)
        error.fields.push_back({ "closes_on", tr("It opens on {date}: choose that day or a later one.", { { "date", call.opened_on } }) });
    if (!error.fields.empty())
        return fail(std::move(error));
    return call;
}

} // namespace toguna::bodies
