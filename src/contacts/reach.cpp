#include "contacts/reach.hpp"

#include "people/normalise.hpp"
#include "people/person.hpp"

#include <algorithm>

namespace toguna::contacts {

namespace {

constexpr std::size_t fewest_digits = 7;  // of a number on its own in a line of words
constexpr std::size_t most_digits = 15;   // ITU-T E.164
constexpr std::string_view address_ends = " \t\n,;<>()[]\"|/\\";

bool is_digit(char character) { return character >= '0' && character <= '9'; }

std::size_t digits_of(std::string_view text) { return std::size_t(std::ranges::count_if(text, is_digit)); }

void add_once(std::vector<std::string>& list, std::string value)
{
    if (std::ranges::find(list, value) == list.end())
        list.push_back(std::move(value));
}

/// The word around the @ without what punctuation left at its ends.
void take_addresses(std::string& text, Reached& reached)
{
    for (auto at = text.find('@'); at != std::string::npos; at = text.find('@', at)) {
        auto const before = text.find_last_of(address_ends, at);
        auto const start = before == std::string::npos ? 0 : before + 1;
        auto const end = std::min(text.find_first_of(address_ends, at), text.size());
        auto word = text.substr(start, end - start);
        if (auto const colon = word.rfind(':'); colon != std::string::npos && colon < word.find('@'))
            word.erase(0, colon + 1); // « mailto: », « Email:awa@… »
        while (!word.empty() && std::string_view(".:'").find(word.back()) != std::string_view::npos)
            word.pop_back();
        if (people::looks_like_email(word))
            add_once(reached.emails, people::normal_email(word));
        else
            add_once(reached.doubtful, word);
        text.replace(start, end - start, " ");
        at = start;
    }
}

/// Where a number that starts at `start` ends: digits with single signs between them.
std::size_t end_of_number(std::string_view text, std::size_t start)
{
    auto end = start;
    for (auto at = start; at < text.size(); ++at) {
        if (is_digit(text[at]) || (at == start && text[at] == '+'))
            end = at + 1;
        else if (std::string_view(" .-()/").find(text[at]) == std::string_view::npos || at - end >= 2)
            break;
        else if (text[at] == '/' && digits_of(text.substr(start, at - start)) >= fewest_digits && digits_of(text.substr(at, 9)) >= 5)
            break; // « 70000001/76000002 » are two numbers, « 70 00 00 01/02 » is one writing
    }
    return end;
}

void take_numbers(std::string& text, Reached& reached)
{
    for (std::size_t at = 0; at < text.size();) {
        bool const starts = (is_digit(text[at]) || text[at] == '+' || (text[at] == '(' && at + 1 < text.size() && (is_digit(text[at + 1]) || text[at + 1] == '+')))
            && (at == 0 || !(is_digit(text[at - 1]) || (text[at - 1] >= 'a' && text[at - 1] <= 'z') || (text[at - 1] >= 'A' && text[at - 1] <= 'Z')));
        if (!starts) {
            ++at;
            continue;
        }
        auto const first = text[at] == '(' ? at + 1 : at;
        auto const end = std::max(end_of_number(text, first), at + 1);
        auto const digits = digits_of(std::string_view(text).substr(at, end - at));
        if (digits >= fewest_digits && digits <= most_digits) {
            add_once(reached.phones, people::tidy(std::string_view(text).substr(at, end - at)));
            text.replace(at, end - at, " ");
        } else if (digits > most_digits) {
            add_once(reached.doubtful, people::tidy(std::string_view(text).substr(at, end - at)));
            text.replace(at, end - at, " ");
        } else {
            at = end;
        }
    }
}

} // namespace

Reached read_reach(std::string_view given)
{
    Reached reached;
    // No-break spaces stand inside French numbers.
    std::string text;
    for (std::size_t at = 0; at < given.size();) {
        auto const rest = given.substr(at);
        auto const width = rest.starts_with("\u00a0") ? 2u : rest.starts_with("\u202f") ? 3u : rest.starts_with("\u2011") ? 3u : 1u;
        text += width == 1 ? given[at] : given.substr(at).starts_with("\u2011") ? '-' : ' ';
        at += width;
    }
    take_addresses(text, reached);
    take_numbers(text, reached);
    reached.rest = std::move(text);
    return reached;
}

std::string phone_key(std::string_view phone)
{
    constexpr std::size_t compared_digits = 8;
    std::string digits;
    for (char const character : phone)
        if (is_digit(character))
            digits += character;
    if (digits.size() < 6)
        return {};
    return digits.size() > compared_digits ? digits.substr(digits.size() - compared_digits) : digits;
}

} // namespace toguna::contacts
