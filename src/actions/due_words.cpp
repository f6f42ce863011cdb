/// Reads deadlines as the field writes them. The words are cut into tokens; readers at each place recognise a date, a month,
/// a frequency …; what they leave over decides whether a person should look.

#include "actions/due_tokens.hpp"
#include "actions/words.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace toguna::actions {

namespace {

/// Words that may stand around a deadline without changing it.
std::set<std::string, std::less<>> const quiet_words { "a", "ai", "an", "and", "annee", "as", "at", "au", "aux", "avant", "before", "by", "courant", "cours", "d",
    "dans", "date", "de", "delai", "des", "deadline", "du", "due", "during", "echeance", "early", "en", "end", "et", "fin", "for", "from", "ici", "in",
    "jusqu", "jusque", "l", "la", "late", "latest", "le", "les", "limite", "mois", "no", "of", "on", "partir", "pendant", "pour", "plus", "sous", "tard", "th", "than",
    "the", "this", "to", "until", "later", "ce", "entre", "between", "within", "month" };

std::array<std::string_view, 14> constexpr weekdays { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday" };

std::optional<unsigned> weekday_of(std::string_view word)
{
    auto const found = std::find(weekdays.begin(), weekdays.end(), word);
    if (found == weekdays.end())
        return {};
    return unsigned((found - weekdays.begin()) % 7) + 1;
}

/// Words that say « there is none » or « not known yet »: understood, but somebody should decide.
bool says_none(std::string_view text)
{
    static std::set<std::string, std::less<>> const none { "-", "--", "---", "/", "?", "??", "???", ".", "...", "x", "n/a", "na", "n.a.", "n.a", "nd", "n.d.",
        "ras", "r.a.s.", "neant", "aucun", "aucune", "sans", "sans echeance", "sans objet", "so", "none", "nil", "a determiner", "a definir", "a preciser",
        "a convenir", "a fixer", "a confirmer", "non defini", "non definie", "non determine", "non determinee", "pas defini", "pas definie", "indetermine",
        "indeterminee", "tbd", "tba", "tbc", "to be determined", "to be defined", "to be confirmed", "to be decided", "not applicable", "non applicable" };
    return none.contains(text);
}

/// « le 15 », "the 15th": the next fifteenth.
std::optional<ReadDue> day_of_month(std::vector<DueToken> const& tokens, Date today)
{
    if (tokens.size() != 2 || (tokens[0].text != "le" && tokens[0].text != "the" && tokens[0].text != "au") || tokens[1].number < 1 || tokens[1].number > 31)
        return {};
    auto const day = unsigned(tokens[1].number);
    for (int month = 0; month < 3; ++month) {
        auto const start = today.month_start().plus_months(month);
        auto const date = Date::from(start.year(), start.month(), day);
        if (date && *date >= today)
            return ReadDue { DueOn { *date }, true, true };
    }
    return {};
}

/// « vendredi »: the next one. « lundis », plural: every week.
std::optional<ReadDue> weekday_alone(std::vector<DueToken> const& tokens, Date today)
{
    for (auto const& token : tokens) {
        if (auto const weekday = weekday_of(token.text)) {
            int const ahead = (int(*weekday) - int(today.weekday()) + 7) % 7;
            return ReadDue { DueOn { today.plus_days(ahead) }, true, true };
        }
        if (token.text.ends_with('s') && weekday_of(std::string_view(token.text).substr(0, token.text.size() - 1)))
            return ReadDue { Recurring { Frequency::Weekly }, true, false };
    }
    return {};
}

/// « novembre – février »: the second month lies in the next year.
void carry_range_over_new_year(std::vector<FoundDue>& found)
{
    if (found.size() != 2 || found[1].names_year)
        return;
    auto* const end = std::get_if<DueInMonth>(&found[1].due);
    auto const start = deadline_of(found[0].due);
    if (end && start && end->month.last_day() < start->month_start())
        ++end->month.year;
}

/// Several deadlines in one text: the last of dated ones, otherwise the first that was written.
Due chosen(std::vector<FoundDue> const& found)
{
    bool const all_dated = std::all_of(found.begin(), found.end(), [](auto const& one) { return deadline_of(one.due).has_value(); });
    if (!all_dated)
        return found.front().due;
    return std::max_element(found.begin(), found.end(), [](auto const& left, auto const& right) { return sooner(left.due, right.due); })->due;
}

/// « Continue, revue le 1 décembre 2023 »: one deadline, not two.
std::optional<ReadDue> continuous_with_review(std::vector<DueToken> const& tokens, std::vector<FoundDue> const& found)
{
    if (found.size() != 2 || found[0].doubtful || found[1].doubtful || !std::holds_alternative<Continuous>(found[0].due))
        return {};
    bool const named = std::any_of(tokens.begin(), tokens.end(), [](auto const& token) { return token.text == "revue" || token.text == "review"; });
    auto const review = deadline_of(found[1].due);
    if (!named || !review)
        return {};
    return ReadDue { Continuous { *review }, true, false };
}

bool says_more(std::vector<DueToken> const& tokens, std::vector<FoundDue> const& found)
{
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        bool const used = std::any_of(found.begin(), found.end(), [&](auto const& one) { return at >= one.from && at < one.to; });
        auto const& token = tokens[at];
        if (!used && !token.is_mark() && (token.number >= 0 || (!quiet_words.contains(token.text) && !weekday_of(token.text))))
            return true;
    }
    return false;
}

/// Empty when nothing in the tokens is a deadline.
std::optional<ReadDue> read_tokens(std::vector<DueToken> const& tokens, DueSetting const& setting)
{
    std::vector<FoundDue> found;
    for (std::size_t at = 0; at < tokens.size();) {
        auto const one = find_due_at(tokens, at, setting);
        if (one && one->impossible)
            return ReadDue { NoDue {}, false, true };
        if (one)
            found.push_back(*one);
        at = one ? one->to : at + 1;
    }
    if (found.empty())
        return weekday_alone(tokens, setting.today);
    if (auto const reviewed = continuous_with_review(tokens, found))
        return reviewed;
    carry_range_over_new_year(found);
    bool const doubtful = found.size() > 1 || found.front().doubtful || says_more(tokens, found);
    return ReadDue { chosen(found), true, doubtful };
}

/// Words one or two letters away from a known one become it; empty when none does.
std::optional<std::vector<DueToken>> without_typing_mistakes(std::vector<DueToken> tokens)
{
    bool corrected = false;
    for (auto& token : tokens) {
        if (token.number >= 0 || token.text.size() < 4 || quiet_words.contains(token.text))
            continue;
        for (auto const known : known_due_words()) {
            if (nearly_equal(token.text, known)) {
                token.text = known;
                corrected = true;
                break;
            }
        }
    }
    return corrected ? std::optional(std::move(tokens)) : std::nullopt;
}

} // namespace

ReadDue read_due(std::string_view words, int year, Date today)
{
    auto const text = folded(words);
    if (text.empty())
        return {};
    if (says_none(text))
        return { NoDue {}, true, true };

    auto const tokens = due_tokens(text);
    DueSetting const setting { year, today };
    if (auto const read = day_of_month(tokens, today))
        return *read;
    if (auto const read = read_tokens(tokens, setting))
        return *read;
    if (auto const corrected = without_typing_mistakes(tokens)) {
        if (auto read = read_tokens(*corrected, setting)) {
            read->doubtful = true;
            return *read;
        }
    }
    return { NoDue {}, false, true };
}

} // namespace toguna::actions
