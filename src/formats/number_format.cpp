#include "formats/number_format.hpp"

#include <fmt/format.h>

#include <cmath>

namespace toguna::formats {

namespace {

/// Letters of a format code that say something, lower case, with quoted, bracketed and escaped text taken out.
std::string meaningful_letters(std::string_view code, bool& elapsed)
{
    std::string letters;
    for (std::size_t at = 0; at < code.size(); ++at) {
        char const character = code[at];
        if (character == ';' && !letters.empty())
            break;
        if (character == '"' || character == '[') {
            auto const end = code.find(character == '"' ? '"' : ']', at + 1);
            if (character == '[' && end == at + 2 && std::string_view("hHmMsS").find(code[at + 1]) != std::string_view::npos)
                elapsed = true;
            if (end == std::string_view::npos)
                break;
            at = end;
        } else if (character == '\\' || character == '_' || character == '*') {
            ++at;
        } else if (code.substr(at, 5) == "AM/PM" || code.substr(at, 3) == "A/P") {
            at += code[at + 1] == 'M' ? 4 : 2;
            letters += 'h';
        } else {
            letters += character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
        }
    }
    return letters;
}

int decimals_of(std::string_view letters)
{
    auto const point = letters.find('.');
    if (point == std::string_view::npos)
        return 0;
    auto const end = letters.find_first_not_of("0#?", point + 1);
    auto const digits = (end == std::string_view::npos ? letters.size() : end) - point - 1;
    return static_cast<int>(std::min<std::size_t>(digits, 15));
}

/// At most 15 significant digits, as Excel shows: 0.1 + 0.2 is 0.3.
std::string general_number(double value)
{
    auto const rounded = fmt::format("{:.15g}", value);
    if (rounded.find('e') == std::string::npos || std::abs(value) >= 1e21 || std::abs(value) < 1e-9)
        return rounded == "-0" ? "0" : rounded;
    return std::abs(value) >= 1 ? fmt::format("{:.0f}", value) : fmt::format("{:.12f}", value);
}

std::string fixed_number(double value, int decimals)
{
    // Two roundings, as Excel does: 1.005 is kept as 1.00499999999999989 and shown as 1.01.
    auto text = fmt::format("{:.{}f}", std::strtod(fmt::format("{:.15g}", value).c_str(), nullptr) + std::copysign(1e-13, value), decimals);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.'))
            text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

std::string clock(std::int64_t minutes) { return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60); }

std::optional<Date> date_of_serial(double serial, bool from_1904)
{
    auto const day = static_cast<std::int64_t>(std::floor(serial));
    // Excel believes in 29 February 1900 (serial 60), for Lotus 1-2-3's sake.
    if (day < 0 || day > 110'000 || (!from_1904 && (day == 0 || day == 60)))
        return {};
    std::chrono::sys_days const first = from_1904 ? std::chrono::sys_days(std::chrono::year(1904) / 1 / 1)
        : day < 60                                ? std::chrono::sys_days(std::chrono::year(1899) / 12 / 31)
                                                  : std::chrono::sys_days(std::chrono::year(1899) / 12 / 30);
    std::chrono::year_month_day const calendar(first + std::chrono::days(day));
    return Date::from(int(calendar.year()), unsigned(calendar.month()), unsigned(calendar.day()));
}

PrintedNumber print_date(double value, NumberFormat format, bool from_1904)
{
    auto const minutes = std::llround((value - std::floor(value)) * 24 * 60);
    bool const only_a_time = value >= 0 && value < 1;
    if (format.kind == NumberKind::Elapsed && value >= 0)
        return { clock(std::llround(value * 24 * 60)) };
    if (format.kind == NumberKind::Time || (only_a_time && value > 0))
        return { clock(minutes % (24 * 60)) };
    auto const date = date_of_serial(value + (minutes == 24 * 60 ? 1 : 0), from_1904);
    if (!date)
        return { general_number(value) };
    bool const has_time = format.kind == NumberKind::DateTime && minutes % (24 * 60) != 0;
    return { date->to_iso() + (has_time ? " " + clock(minutes) : ""), date };
}

} // namespace

NumberFormat built_in_number_format(int id)
{
    switch (id) {
    case 1: case 3: case 37: case 38: return { NumberKind::Fixed, 0 };
    case 2: case 4: case 39: case 40: return { NumberKind::Fixed, 2 };
    case 9: return { NumberKind::Percent, 0 };
    case 10: return { NumberKind::Percent, 2 };
    case 18: case 19: case 20: case 21: case 45: case 47: return { NumberKind::Time };
    case 46: return { NumberKind::Elapsed };
    case 22: return { NumberKind::DateTime };
    default: break;
    }
    bool const date = (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    return { date ? NumberKind::Date : NumberKind::General };
}

NumberFormat number_format_of_code(std::string_view code)
{
    bool elapsed = false;
    auto const letters = meaningful_letters(code, elapsed);
    if (letters.starts_with("general") || letters.starts_with("standard"))
        return {};
    bool const day = letters.find_first_of("yd") != std::string::npos;
    bool const time = letters.find_first_of("hs") != std::string::npos;
    if (elapsed)
        return { NumberKind::Elapsed };
    if (day || (letters.find('m') != std::string::npos && !time))
        return { day && time ? NumberKind::DateTime : NumberKind::Date };
    if (time)
        return { NumberKind::Time };
    if (letters.find('%') != std::string::npos)
        return { NumberKind::Percent, decimals_of(letters) };
    bool const plain = letters.find_first_of("0#?") != std::string::npos && letters.find_first_of("e/") == std::string::npos;
    return plain ? NumberFormat { NumberKind::Fixed, decimals_of(letters) } : NumberFormat {};
}

PrintedNumber print_number(double value, NumberFormat format, bool from_1904)
{
    if (!std::isfinite(value))
        return { fmt::to_string(value) };
    bool const too_big = std::abs(value) >= 1e15;
    switch (format.kind) {
    case NumberKind::Fixed: return { too_big ? general_number(value) : fixed_number(value, format.decimals) };
    case NumberKind::Percent: return { (too_big ? general_number(value * 100) : fixed_number(value * 100, format.decimals)) + " %" };
    case NumberKind::General: return { general_number(value) };
    default: return too_big ? PrintedNumber { general_number(value) } : print_date(value, format, from_1904);
    }
}

} // namespace toguna::formats
