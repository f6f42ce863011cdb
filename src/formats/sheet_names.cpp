#include "formats/sheet_names.hpp"

#include "formats/clean_text.hpp"

#include <fmt/format.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace toguna::formats {

namespace {

constexpr int longest_sheet_name = 31; ///< in UTF-16 units, as Excel counts

std::string cut_sheet_name(icu::UnicodeString name, int length)
{
    if (name.length() > length)
        name.truncate(name.getChar32Start(length));
    std::string text;
    name.trim().toUTF8String(text);
    while (text.starts_with('\''))
        text.erase(0, 1);
    while (text.ends_with('\''))
        text.pop_back();
    return text;
}

icu::UnicodeString folded_name(std::string const& name) { return icu::UnicodeString::fromUTF8(name).foldCase(); }

std::string column_letters(int column)
{
    std::string letters;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), char('A' + (rest - 1) % 26));
    return letters;
}

} // namespace

std::string free_sheet_name(std::string_view wanted, std::vector<std::string>& taken)
{
    auto text = office_text(wanted);
    for (auto& character : text)
        if (std::string_view("[]:*?/\\\n").find(character) != std::string_view::npos)
            character = ' ';
    auto const name = icu::UnicodeString::fromUTF8(text);
    auto candidate = cut_sheet_name(name, longest_sheet_name);
    auto const is_taken = [&](std::string const& other) { return folded_name(other) == folded_name(candidate); };
    // Excel keeps « History » for itself.
    for (int number = 1; candidate.empty() || folded_name(candidate) == folded_name("History") || std::any_of(taken.begin(), taken.end(), is_taken);) {
        auto const suffix = fmt::format(" ({})", ++number);
        candidate = cut_sheet_name(name, longest_sheet_name - int(suffix.size())) + suffix;
        if (candidate == suffix)
            candidate = fmt::format("{}", number - 1);
    }
    return taken.emplace_back(std::move(candidate));
}

std::string column_reference(std::string_view sheet_name, int column, int first_row, int last_row)
{
    std::string quoted;
    for (char const character : sheet_name)
        quoted += character == '\'' ? std::string("''") : std::string(1, character);
    auto const letters = column_letters(column);
    return fmt::format("='{}'!${}${}:${}${}", quoted, letters, first_row + 1, letters, last_row + 1);
}

} // namespace toguna::formats
