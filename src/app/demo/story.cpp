#include "app/demo/story.hpp"

#include <algorithm>

namespace toguna::app::demo {

void Story::tell(Instant at, std::string_view person, Deed deed)
{
    m_happenings.push_back({ std::min(at, m_now - std::chrono::minutes(30)), person, std::move(deed) });
}

Result<void> Story::write(db::Transaction& tx, Settlers const& settlers, Chance& chance)
{
    std::stable_sort(m_happenings.begin(), m_happenings.end(), [](auto const& left, auto const& right) { return left.at < right.at; });
    for (auto const& [at, person, deed] : m_happenings)
        TRY(deed(tx, actions::Act { settlers.actors.at(person), at, chance }));
    return {};
}

Instant at_hour(Date day, int hour, int minute) { return Instant(day.days()) + std::chrono::hours(hour) + std::chrono::minutes(minute); }

Date working_day(Date day) { return day.weekday() > 5 ? day.plus_days(5 - static_cast<int>(day.weekday())) : day; }

} // namespace toguna::app::demo
