#pragma once
/// What ICU knows of a language, asked once: names of months and days, signs in numbers, order of words.

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace toguna::web {

class LanguageData {
public:
    /// Reads ICU's tables; about a millisecond.
    explicit LanguageData(std::string const& language);
    ~LanguageData();

    std::string const& month(unsigned month) const { return m_months[month - 1]; }    ///< 1–12: « août »
    std::string const& weekday(unsigned day) const { return m_weekdays[day - 1]; }    ///< 1 is Monday: « lundi »
    std::string const& thousands_separator() const { return m_thousands_separator; }
    std::string const& decimal_separator() const { return m_decimal_separator; }
    /// Accents weigh less than letters, case less than accents. May be called by many threads.
    bool less(std::string_view left, std::string_view right) const;

private:
    struct Order;
    std::array<std::string, 12> m_months;
    std::array<std::string, 7> m_weekdays;
    std::string m_thousands_separator;
    std::string m_decimal_separator;
    std::unique_ptr<Order> m_order;
};

} // namespace toguna::web
