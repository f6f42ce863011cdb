#include "base/read_date.hpp"

#include "base/search_text.hpp"

#include <array>
#include <charconv>

namespace toguna {

namespace {

std::optional<int> number_from(std::string_view word)
{
    // « 1er » is the first.
    if (word == "1er")
        return 1;
    int number = 0;
    auto const [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size() || word.size() > 4)
        return {};
    return number;
}

/// French and English names without accents, three letters or more: "fev", "fevrier", "february".
std::optional<unsigned> month_from(std::string_view word)
{
    struct Month {
        std::string_view french;
        std::string_view english;
    };
    static constexpr std::array<Month, 12> months { { { "janvier", "january" }, { "fevrier", "february" }, { "mars", "march" }, { "avril", "april" }, { "mai", "may" },
        { "juin", "june" }, { "juillet", "july" }, { "aout", "august" }, { "septembre", "september" }, { "octobre", "october" }, { "novembre", "november" },
        { "decembre", "december" } } };
    if (word.size() < 3)
        return {};
    std::optional<unsigned> found;
    for (unsigned number = 1; number <= months.size(); ++number) {
        auto const& month = months[number - 1];
        if (!month.french.starts_with(word) && !month.english.starts_with(word))
            continue;
        if (month.french == word || month.english == word)
            return number;
        // « jui » may be June or July: ask again rather than guess.
        if (found)
            return {};
        found = number;
    }
    return found;
}

std::optional<Date> relative_date(std::vector<std::string> const& words, Date today)
{
    if (words.size() == 1 || (words.size() == 2 && words[1] == "hui")) {
        if (words[0] == "aujourd" || words[0] == "today")
            return today;
        if (words[0] == "demain" || words[0] == "tomorrow")
            return today.plus_days(1);
    }
    if (words.size() != 3 || (words[0] != "dans" && words[0] != "in"))
        return {};
    auto const count = number_from(words[1]);
    if (!count)
        return {};
    if (words[2].starts_with("jour") || words[2].starts_with("day"))
        return today.plus_days(*count);
    if (words[2].starts_with("semaine") || words[2].starts_with("week"))
        return today.plus_days(*count * 7);
    if (words[2] == "mois" || words[2].starts_with("month"))
        return today.plus_months(*count);
    return {};
}

int whole_year(int year) { return year < 100 ? 2000 + year : year; }

} // namespace

std::optional<Date> read_date(std::string_view typed, Date today)
{
    if (auto const date = Date::from_iso(tidy(typed)))
        return date;
    // A dot vanishes from a search text; between the numbers of « 7.2.2026 » it is a space.
    std::string spaced(typed);
    for (auto& character : spaced)
        if (character == '.')
            character = ' ';
    auto words = search_words(search_text(spaced));
    if (!words.empty() && (words[0] == "le" || words[0] == "on"))
        words.erase(words.begin());
    if (auto const date = relative_date(words, today))
        return date;
    if (words.size() < 2 || words.size() > 3)
        return {};
    auto const day = number_from(words[0]);
    auto const month_number = number_from(words[1]);
    auto const month = month_number && *month_number > 0 ? std::optional(static_cast<unsigned>(*month_number)) : month_from(words[1]);
    auto const year = words.size() == 3 ? number_from(words[2]) : std::optional(today.year());
    if (!day || *day < 1 || !month || !year)
        return {};
    return Date::from(whole_year(*year), *month, static_cast<unsigned>(*day));
}

Text unreadable_date(std::string_view words)
{
    return tr("“{text}” is not a date that exists. Write it like 7/2/2026 or 7 February 2026.", { { "text", words } });
}

} // namespace toguna
