#include "bodies/troika.hpp"

#include <algorithm>

namespace toguna::bodies {

namespace {

constexpr int seats_of_a_troika = 3;

Text minimum_sentence(people::OrganizationType type, int missing)
{
    return trn("{count} more of this type is required: {type}.", "{count} more of this type are required: {type}.", missing, { { "type", people::label_of(type) } });
}

Mandate const* seat_of(std::span<Mandate const> seats, MandateRole role)
{
    auto const found = std::find_if(seats.begin(), seats.end(), [&](Mandate const& mandate) { return mandate.role == role; });
    return found == seats.end() ? nullptr : &*found;
}

/// The same holder in the next role, from the day on.
Mandate moved(Mandate const& seat, MandateRole role, MandateId id, Date day)
{
    auto next = seat;
    next.id = std::move(id);
    next.role = role;
    next.period = Period::since(day);
    next.version = 1;
    return next;
}

} // namespace

bool has_troika(BodyKind kind)
{
    return kind == BodyKind::DonorGroup || kind == BodyKind::Troika;
}

Result<CompositionRule> checked(CompositionRule rule)
{
    Error error { ErrorKind::Invalid, tr("This rule cannot be saved as it is."), {}, {} };
    int total = 0;
    for (auto const& minimum : rule) {
        if (minimum.count < 0 || minimum.count > seats_of_a_troika)
            error.fields.push_back({ std::string(people::name_of(minimum.type)), tr("Write a number from 0 to 3.") });
        total += minimum.count;
    }
    if (error.fields.empty() && total > seats_of_a_troika)
        error.fields.push_back({ std::string(people::name_of(rule.front().type)), tr("A troïka has three members: ask for three at most, all types together.") });
    if (!error.fields.empty())
        return fail(std::move(error));
    std::erase_if(rule, [](auto const& minimum) { return minimum.count == 0; });
    return rule;
}

bool Troika::has(people::OrganizationId const& organization) const
{
    for (auto const* member : { &incoming, &lead, &outgoing })
        if (*member && (*member)->organization == organization)
            return true;
    return false;
}

std::vector<Text> missing_in(Troika const& troika, CompositionRule const& rule)
{
    std::vector<Text> missing;
    for (auto const& minimum : rule) {
        int present = 0;
        for (auto const* member : { &troika.incoming, &troika.lead, &troika.outgoing })
            present += *member && (*member)->type == minimum.type;
        if (present < minimum.count)
            missing.push_back(minimum_sentence(minimum.type, minimum.count - present));
    }
    return missing;
}

std::vector<PlannedTroika> planned_troikas(Troika const& today, std::span<RotationTurn const> turns, CompositionRule const& rule, Date day)
{
    std::vector<PlannedTroika> planned;
    auto troika = today;
    for (auto const& turn : turns) {
        if (turn.starts_on <= day)
            continue;
        troika = troika.after(turn.entrant);
        planned.push_back({ turn, troika, missing_in(troika, rule) });
    }
    return planned;
}

std::vector<Text> calendar_alerts(std::span<PlannedTroika const> planned, Date day)
{
    std::vector<Text> alerts;
    auto const [year, month, of_month] = std::tuple(day.year(), day.month(), std::min(day.day(), 28u));
    auto const horizon = Date::from(year + calendar_years, month, of_month).value_or(day);
    if (planned.empty())
        alerts.push_back(tr("No turn is planned: write the rotation down for the next {count} years.", { { "count", calendar_years } }));
    // A turn lasts about a year: the calendar is long enough when the last one begins within a year of the horizon.
    else if (planned.back().turn.starts_on.plus_days(366) < horizon)
        alerts.push_back(tr("The last planned turn begins on {date}: the calendar does not reach {count} years ahead.", { { "date", planned.back().turn.starts_on }, { "count", calendar_years } }));
    for (auto const& turn : planned)
        for (auto const& sentence : turn.missing)
            alerts.push_back(tr("With {name}, from {date} on: {missing}", { { "name", turn.turn.entrant.name }, { "date", turn.turn.starts_on }, { "missing", sentence } }));
    return alerts;
}

Result<Rotation> rotate(RotationOrder const& order, std::span<Mandate const> seats, std::span<MandateId const> ids)
{
    Error error { ErrorKind::Invalid, tr("The troïka cannot rotate like this."), {}, {} };
    auto const* const incoming = seat_of(seats, MandateRole::DonorIncoming);
    auto const* const lead = seat_of(seats, MandateRole::DonorLead);
    if (!incoming)
        error.fields.push_back({ "day", tr("Nobody is incoming on the day before, so nobody could take the lead: name the incoming one first.") });
    for (auto const* stays : { incoming, lead })
        if (stays && stays->organization == order.entrant)
            error.fields.push_back({ "entrant", tr("This organisation already belongs to the troïka and stays in it: choose another one.") });
    for (auto const& seat : seats)
        if (seat.period.start() >= order.day)
            error.fields.push_back({ "day", tr("A member of the troïka took its place on {date}: choose a later day.", { { "date", seat.period.start() } }) });
    if (!error.fields.empty())
        return fail(std::move(error));
    Rotation rotation { order.day.plus_days(-1), {}, {} };
    for (auto const& seat : seats)
        rotation.ended.push_back(seat.id);
    rotation.begun.push_back(moved(*incoming, MandateRole::DonorLead, ids[0], order.day));
    if (lead)
        rotation.begun.push_back(moved(*lead, MandateRole::DonorOutgoing, ids[1], order.day));
    rotation.begun.push_back({ ids[2], order.body, MandateRole::DonorIncoming, order.entrant, order.person, MandateLevel::National, {}, Period::since(order.day), 1 });
    return rotation;
}

} // namespace toguna::bodies
