#pragma once
/// A span of days with an end that may be open.

#include "base/result.hpp"

namespace toguna {

/// Both ends belong to the period; it is never inverted. An open end means « until further notice ».
class Period {
public:
    static Result<Period> from(Date start, std::optional<Date> end)
    {
        if (end && *end < start)
            return fail(ErrorKind::Invalid, tr("A period cannot end before it starts."));
        return Period(start, end);
    }
    static Period since(Date start) { return Period(start, {}); }

    /// What an open end is compared as: the last day that Date knows.
    static Date last_day_there_is() { return *Date::from(2199, 12, 31); }

    Date start() const { return m_start; }
    std::optional<Date> end() const { return m_end; }
    bool contains(Date date) const { return m_start <= date && (!m_end || date <= *m_end); }
    bool overlaps(Period const& other) const
    {
        return (!other.m_end || m_start <= *other.m_end) && (!m_end || other.m_start <= *m_end);
    }

private:
    Period(Date start, std::optional<Date> end) : m_start(start), m_end(end) { }
    Date m_start;
    std::optional<Date> m_end;
};

} // namespace toguna
