#include "web/time_zone.hpp"

#include "web/localization.hpp"

#include <date/tz.h>

#include <stdexcept>

namespace toguna::web {

namespace {

/// The configuration refuses an unknown zone at the start; should one come through all the same, UTC is better than no page.
date::time_zone const* find_zone(std::string_view name)
{
    try {
        return date::locate_zone(std::string(name));
    } catch (std::runtime_error const&) {
        return nullptr;
    }
}

std::chrono::milliseconds local_time_since_epoch(Instant instant, std::string_view time_zone)
{
    // A page asks for one zone again and again, and locating it searches a list of hundreds.
    thread_local std::string cached_name;
    thread_local date::time_zone const* cached_zone = nullptr;
    if (cached_name != time_zone) {
        cached_zone = find_zone(time_zone);
        cached_name = time_zone;
    }
    auto const utc = instant.time().time_since_epoch();
    if (!cached_zone)
        return utc;
    return utc + cached_zone->get_info(std::chrono::floor<std::chrono::seconds>(instant.time())).offset;
}

} // namespace

bool is_time_zone(std::string_view name) { return find_zone(name) != nullptr; }

Date local_date(Instant instant, std::string_view time_zone)
{
    return Date(std::chrono::sys_days(std::chrono::floor<std::chrono::days>(local_time_since_epoch(instant, time_zone))));
}

int local_minute_of_day(Instant instant, std::string_view time_zone)
{
    auto const time = local_time_since_epoch(instant, time_zone);
    return static_cast<int>(std::chrono::floor<std::chrono::minutes>(time - std::chrono::floor<std::chrono::days>(time)).count());
}

} // namespace toguna::web
