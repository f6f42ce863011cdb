#pragma once
/// Calendar days without a zone, months, and instants in UTC.

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace toguna {

/// A day of the Gregorian calendar between 1900-01-01 and 2199-12-31, without a zone.
class Date {
public:
    /// Empty when there is no such day (30 February) or it lies out of range.
    static std::optional<Date> from(int year, unsigned month, unsigned day);
    /// Exactly "YYYY-MM-DD".
    static std::optional<Date> from_iso(std::string_view text);
    explicit constexpr Date(std::chrono::sys_days days) : m_days(days) { }

    constexpr std::chrono::sys_days days() const { return m_days; }
    int year() const { return int(ymd().year()); }
    unsigned month() const { return unsigned(ymd().month()); }
    unsigned day() const { return unsigned(ymd().day()); }
    /// 1 is Monday, 7 is Sunday.
    unsigned weekday() const { return std::chrono::weekday(m_days).iso_encoding(); }

    Date plus_days(int count) const { return Date(m_days + std::chrono::days(count)); }
    /// The same day of the month, or the last day of a shorter month: 31 January + 1 month = 28 or 29 February.
    Date plus_months(int count) const;
    /// Monday of this day's week.
    Date week_start() const { return plus_days(1 - int(weekday())); }
    Date month_start() const;
    Date month_end() const;

    std::string to_iso() const;
    constexpr auto operator<=>(Date const&) const = default;
    friend int days_between(Date from, Date to) { return int((to.m_days - from.m_days).count()); }

private:
    std::chrono::year_month_day ymd() const { return { m_days }; }
    std::chrono::sys_days m_days;
};

/// A month of a year: « août 2023 ».
struct YearMonth {
    int year = 0;
    unsigned month = 1; ///< 1–12

    /// Exactly "YYYY-MM".
    static std::optional<YearMonth> from_iso(std::string_view text);
    static YearMonth of(Date date) { return { date.year(), date.month() }; }
    Date first_day() const;
    Date last_day() const;
    std::string to_iso() const;
    auto operator<=>(YearMonth const&) const = default;
};

/// A point in time in UTC, to the millisecond.
class Instant {
public:
    constexpr Instant() = default;
    explicit constexpr Instant(std::chrono::sys_time<std::chrono::milliseconds> time) : m_time(time) { }
    /// "YYYY-MM-DDTHH:MM:SS[.mmm]Z".
    static std::optional<Instant> from_iso(std::string_view text);
    static Instant from_unix_milliseconds(std::int64_t count) { return Instant(std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(count))); }
    /// The machine's clock. Only main and the worker's loop call this; everything else is given `now`.
    static Instant system_now();

    std::int64_t unix_milliseconds() const { return m_time.time_since_epoch().count(); }
    constexpr std::chrono::sys_time<std::chrono::milliseconds> time() const { return m_time; }
    /// Always with milliseconds, so that text order is time order: "2026-11-23T03:10:00.000Z".
    std::string to_iso() const;
    Date utc_date() const { return Date(std::chrono::floor<std::chrono::days>(m_time)); }

    Instant operator+(std::chrono::milliseconds duration) const { return Instant(m_time + duration); }
    Instant operator-(std::chrono::milliseconds duration) const { return Instant(m_time - duration); }
    std::chrono::milliseconds operator-(Instant other) const { return m_time - other.m_time; }
    constexpr auto operator<=>(Instant const&) const = default;

private:
    std::chrono::sys_time<std::chrono::milliseconds> m_time {};
};

} // namespace toguna
