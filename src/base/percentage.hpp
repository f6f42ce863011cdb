#pragma once
/// A share between nothing and everything, exact to the hundredth of a percent.

#include "base/result.hpp"

namespace toguna {

/// Hundredths of a percent in an integer: sums are exact and equality means equality.
class Percentage {
public:
    static Result<Percentage> from_hundredths(int value)
    {
        if (value < 0 || value > 100'00)
            return fail(ErrorKind::Invalid, tr("A percentage lies between 0 and 100."));
        return Percentage(value);
    }
    /// part ÷ whole, rounded half up to the hundredth; empty when the whole is nothing: no evidence is not zero.
    static std::optional<Percentage> of(std::int64_t part, std::int64_t whole)
    {
        if (whole <= 0 || part < 0 || part > whole)
            return {};
        return Percentage(static_cast<int>((part * 100'00 * 2 + whole) / (whole * 2)));
    }
    constexpr int hundredths() const { return m_hundredths; }
    /// Rounded half up to the whole percent, as tables print it.
    constexpr int rounded() const { return (m_hundredths + 50) / 100; }
    constexpr auto operator<=>(Percentage const&) const = default;

private:
    explicit constexpr Percentage(int hundredths) : m_hundredths(hundredths) { }
    int m_hundredths;
};

} // namespace toguna
