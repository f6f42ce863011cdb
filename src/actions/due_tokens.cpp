#include "actions/due_tokens.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace toguna::actions {

namespace {

bool is_digit(char character) { return character >= '0' && character <= '9'; }
bool is_letter(char character) { return (character >= 'a' && character <= 'z') || static_cast<unsigned char>(character) >= 0x80; }

std::string_view take_while(std::string_view text, bool (*belongs)(char))
{
    std::size_t length = 0;
    while (length < text.size() && belongs(text[length]))
        ++length;
    return text.substr(0, length);
}

/// « deux » is 2, « deuxième » the second; nothing above what deadlines need.
std::optional<DueToken> spelled_number(std::string_view word)
{
    static std::map<std::string_view, std::pair<int, bool>> const spelled { { "un", { 1, false } }, { "une", { 1, false } }, { "one", { 1, false } },
        { "once", { 1, false } }, { "deux", { 2, false } }, { "two", { 2, false } }, { "trois", { 3, false } }, { "three", { 3, false } },
        { "quatre", { 4, false } }, { "four", { 4, false } }, { "six", { 6, false } }, { "quinze", { 15, false } },
        { "trente", { 30, false } }, { "premier", { 1, true } }, { "premiere", { 1, true } }, { "first", { 1, true } }, { "deuxieme", { 2, true } },
        { "second", { 2, true } }, { "seconde", { 2, true } }, { "troisieme", { 3, true } }, { "third", { 3, true } }, { "quatrieme", { 4, true } },
        { "fourth", { 4, true } } };
    auto const found = spelled.find(word);
    if (found == spelled.end())
        return {};
    return DueToken { std::to_string(found->second.first), found->second.first, 0, found->second.second };
}

bool is_ordinal_ending(std::string_view word)
{
    static constexpr std::array<std::string_view, 11> endings { "er", "re", "ere", "e", "eme", "nd", "nde", "st", "rd", "th", "ieme" };
    return std::find(endings.begin(), endings.end(), word) != endings.end();
}

int number_from(std::string_view digits)
{
    int value = 0;
    for (char const digit : digits.substr(0, 8))
        value = value * 10 + (digit - '0');
    return value;
}

} // namespace

std::vector<DueToken> due_tokens(std::string_view text)
{
    std::vector<DueToken> tokens;
    for (std::size_t at = 0; at < text.size();) {
        auto const rest = text.substr(at);
        if (is_digit(rest.front())) {
            auto const digits = take_while(rest, is_digit);
            auto const letters = take_while(rest.substr(digits.size()), is_letter);
            bool const ordinal = is_ordinal_ending(letters);
            tokens.push_back({ std::string(digits), number_from(digits), int(digits.size()), ordinal });
            at += digits.size() + (ordinal ? letters.size() : 0);
        } else if (is_letter(rest.front())) {
            auto const word = take_while(rest, is_letter);
            tokens.push_back(spelled_number(word).value_or(DueToken { std::string(word), -1, 0, false }));
            at += word.size();
        } else {
            if (rest.front() != ' ' && rest.front() != '\'')
                tokens.push_back({ std::string(1, rest.front()), -1, 0, false });
            ++at;
        }
    }
    return tokens;
}

std::optional<unsigned> month_of(std::string_view word)
{
    static std::map<std::string_view, unsigned> const months { { "janvier", 1 }, { "janv", 1 }, { "jan", 1 }, { "january", 1 }, { "fevrier", 2 },
        { "fevr", 2 }, { "fev", 2 }, { "february", 2 }, { "feb", 2 }, { "mars", 3 }, { "mar", 3 }, { "march", 3 }, { "avril", 4 }, { "avr", 4 },
        { "april", 4 }, { "apr", 4 }, { "mai", 5 }, { "may", 5 }, { "juin", 6 }, { "june", 6 }, { "jun", 6 }, { "juillet", 7 }, { "juil", 7 },
        { "jul", 7 }, { "july", 7 }, { "aout", 8 }, { "aou", 8 }, { "august", 8 }, { "aug", 8 }, { "septembre", 9 }, { "september", 9 }, { "sept", 9 },
        { "sep", 9 }, { "octobre", 10 }, { "october", 10 }, { "oct", 10 }, { "novembre", 11 }, { "november", 11 }, { "nov", 11 }, { "decembre", 12 },
        { "december", 12 }, { "dec", 12 } };
    auto const found = months.find(word);
    return found == months.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string_view> const& known_due_words()
{
    static std::vector<std::string_view> const words { "janvier", "fevrier", "mars", "avril", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
        "decembre", "january", "february", "april", "june", "july", "august", "september", "october", "november", "december", "quotidien", "quotidienne",
        "hebdomadaire", "hebdo", "mensuel", "mensuelle", "bimensuel", "bimensuelle", "bimestriel", "bimestrielle", "trimestriel", "trimestrielle",
        "semestriel", "semestrielle", "annuel", "annuelle", "daily", "weekly", "monthly", "quarterly", "yearly", "annual", "continue", "continu",
        "permanent", "permanente", "ongoing", "continuous", "immediat", "trimestre", "semestre", "semaine" };
    return words;
}

} // namespace toguna::actions
