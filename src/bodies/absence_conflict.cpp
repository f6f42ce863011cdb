#include "bodies/absence_conflict.hpp"

#include <algorithm>

namespace toguna::bodies {

namespace {

Text span_words(Period const& period)
{
    if (period.end() && *period.end() == period.start())
        return tr("on {date}", { { "date", period.start() } });
    return period.end() ? tr("from {start} to {end}", { { "start", period.start() }, { "end", *period.end() } }) : tr("from {start} on", { { "start", period.start() } });
}

/// Everybody with a mandate then who is neither the absent one nor `other`: first who coordinates, then the others.
std::vector<std::string> who_remains(std::span<DutyHolder const> holders, people::PersonId const& absent, std::optional<people::PersonId> const& other)
{
    std::vector<std::string> names;
    for (auto const& holder : holders)
        if (holder.person != absent && holder.person != other && coordinates(holder.role) && std::find(names.begin(), names.end(), holder.name) == names.end())
            names.push_back(holder.name);
    return names;
}

/// The mandates that stand in for this one, or that it stands in for.
std::vector<DutyHolder const*> counterparts_of(DutyHolder const& mine, std::span<DutyHolder const> holders)
{
    std::vector<DutyHolder const*> found;
    for (auto const& holder : holders)
        if (holder.person != mine.person && (is_first(mine.role) ? is_substitute(holder.role) : is_first(holder.role)))
            found.push_back(&holder);
    return found;
}

void add_absent_counterparts(DutyHolder const& mine, Period const& days, Absence const& absence, std::span<DutyHolder const> holders, std::span<Absence const> others, std::vector<AbsenceConflict>& conflicts)
{
    auto const counterparts = counterparts_of(mine, holders);
    for (auto const* counterpart : counterparts)
        for (auto const& other : others)
            if (other.person == counterpart->person)
                if (auto const common = common_days(days, other.period))
                    conflicts.push_back({ AbsenceConflict::Kind::BothAway, *common,
                        tr("{one} and {other} are both away {days}.", { { "one", mine.name }, { "other", counterpart->name }, { "days", span_words(*common) } }),
                        who_remains(holders, absence.person, counterpart->person) });
    if (is_first(mine.role) && counterparts.empty())
        conflicts.push_back({ AbsenceConflict::Kind::NobodyStandsIn, days, tr("Nobody stands in for {name} {days}.", { { "name", mine.name }, { "days", span_words(days) } }),
            who_remains(holders, absence.person, {}) });
}

} // namespace

std::optional<Period> common_days(Period const& left, Period const& right)
{
    if (!left.overlaps(right))
        return {};
    auto const start = std::max(left.start(), right.start());
    auto end = left.end();
    if (right.end() && (!end || *right.end() < *end))
        end = right.end();
    auto const period = Period::from(start, end);
    return period ? std::optional(*period) : std::nullopt;
}

std::vector<AbsenceConflict> conflicts_of(Absence const& absence, std::span<DutyHolder const> holders, std::span<Absence const> others, std::span<PeakPeriod const> peaks)
{
    std::vector<AbsenceConflict> conflicts;
    for (auto const& mine : holders) {
        auto const days = mine.person == absence.person && (is_first(mine.role) || is_substitute(mine.role)) ? common_days(absence.period, mine.period) : std::nullopt;
        if (!days)
            continue;
        add_absent_counterparts(mine, *days, absence, holders, others, conflicts);
        if (!is_substitute(mine.role))
            continue;
        for (auto const& peak : peaks)
            if (auto const common = common_days(*days, peak.period))
                conflicts.push_back({ AbsenceConflict::Kind::AwayInStrongPeriod, *common,
                    tr("{name} is away in the strong period “{period}”, {days}.", { { "name", mine.name }, { "period", peak.label }, { "days", span_words(*common) } }),
                    who_remains(holders, absence.person, {}) });
    }
    return conflicts;
}

} // namespace toguna::bodies
