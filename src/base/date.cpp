#include "base/date.hpp"

#include <fmt/format.h>

#include <charconv>

namespace toguna {

using namespace std::chrono;

namespace {

/// Digits only: from_chars would accept a sign.
std::optional<int> read_digits(std::string_view text)
{
    int value = 0;
    if (text.empty())
        return {};
    for (char const character : text) {
        if (character < '0' || character > '9')
            return {};
        value = value * 10 + (character - '0');
    }
    return value;
}

} // namespace

std::optional<Date> Date::from(int year, unsigned month, unsigned day)
{
    auto const ymd = year_month_day(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day));
    if (year < 1900 || year > 2199 || !ymd.ok())
        return {};
    return Date(sys_days(ymd));
}

std::optional<Date> Date::from_iso(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return {};
    auto const year = read_digits(text.substr(0, 4));
    auto const month = read_digits(text.substr(5, 2));
    auto const day = read_digits(text.substr(8, 2));
    if (!year || !month || !day)
        return {};
    return from(*year, unsigned(*month), unsigned(*day));
}

Date Date::plus_months(int count) const
{
    auto const month = year_month(ymd().year(), ymd().month()) + months(count);
    auto const last = year_month_day_last(month.year(), month_day_last(month.month())).day();
    return Date(sys_days(month / std::min(ymd().day(), last)));
}

Date Date::month_start() const { return Date(sys_days(ymd().year() / ymd().month() / 1)); }

Date Date::month_end() const { return Date(sys_days(ymd().year() / ymd().month() / last)); }

std::string Date::to_iso() const { return fmt::format("{:04}-{:02}-{:02}", year(), month(), day()); }

std::optional<YearMonth> YearMonth::from_iso(std::string_view text)
{
    if (text.size() != 7)
        return {};
    auto const first = Date::from_iso(std::string(text) + "-01");
    if (!first)
        return {};
    return YearMonth::of(*first);
}

Date YearMonth::first_day() const { return Date(sys_days(std::chrono::year(year) / std::chrono::month(month) / 1)); }

Date YearMonth::last_day() const { return first_day().month_end(); }

std::string YearMonth::to_iso() const { return fmt::format("{:04}-{:02}", year, month); }

std::optional<Instant> Instant::from_iso(std::string_view text)
{
    if (text.size() < 20 || text[10] != 'T' || text.back() != 'Z')
        return {};
    auto const date = Date::from_iso(text.substr(0, 10));
    auto const hour = read_digits(text.substr(11, 2));
    auto const minute = read_digits(text.substr(14, 2));
    auto const second = read_digits(text.substr(17, 2));
    if (!date || !hour || !minute || !second || text[13] != ':' || text[16] != ':' || *hour > 23 || *minute > 59 || *second > 59)
        return {};
    int milliseconds_part = 0;
    if (text.size() == 24 && text[19] == '.') {
        auto const digits = read_digits(text.substr(20, 3));
        if (!digits)
            return {};
        milliseconds_part = *digits;
    } else if (text.size() != 20) {
        return {};
    }
    return Instant(date->days() + hours(*hour) + minutes(*minute) + seconds(*second) + milliseconds(milliseconds_part));
}

Instant Instant::system_now() { return Instant(floor<milliseconds>(system_clock::now())); }

std::string Instant::to_iso() const
{
    auto const day = floor<days>(m_time);
    auto const clock = hh_mm_ss(m_time - day);
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", Date(day).to_iso(), clock.hours().count(), clock.minutes().count(),
        clock.seconds().count(), clock.subseconds().count());
}

} // namespace toguna
