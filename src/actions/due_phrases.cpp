/// Frequencies, « continue » and days named by words: phrases of one or several tokens.

#include "actions/due_tokens.hpp"

#include <array>
#include <map>
#include <utility>

namespace toguna::actions {

namespace {

struct Phrase {
    std::vector<std::string> words;
    Due due;
    bool doubtful;
};

std::vector<std::string> split_words(std::string_view text)
{
    std::vector<std::string> words;
    for (auto const& token : due_tokens(text))
        words.push_back(token.text);
    return words;
}

void add_phrases(std::vector<Phrase>& phrases, Due const& due, bool doubtful, std::initializer_list<std::string_view> texts)
{
    for (auto const text : texts)
        phrases.push_back({ split_words(text), due, doubtful });
}

void add_frequencies(std::vector<Phrase>& phrases)
{
    auto const add = [&](Frequency frequency, std::initializer_list<std::string_view> texts) { add_phrases(phrases, Recurring { frequency }, false, texts); };
    add(Frequency::Daily, { "quotidien", "quotidienne", "quotidiens", "quotidiennes", "quotidiennement", "journalier", "journaliere", "daily", "par jour",
                              "chaque jour", "tous les jours", "every day", "per day", "a day" });
    add(Frequency::Weekly, { "hebdo", "hebdomadaire", "hebdomadaires", "hebdomadairement", "weekly", "par semaine", "chaque semaine", "toutes les semaines",
                               "every week", "each week", "per week", "a week", "/ semaine", "/ sem", "/ week" });
    add(Frequency::Fortnightly, { "bimensuel", "bimensuelle", "bimensuels", "bimensuelles", "bi mensuel", "bi - mensuel", "bi mensuelle", "bi - mensuelle",
                                    "fortnightly", "quinzaine", "par quinzaine", "chaque quinzaine", "every fortnight", "toutes les quinzaines" });
    add(Frequency::Monthly, { "mensuel", "mensuelle", "mensuels", "mensuelles", "mensuellement", "monthly", "par mois", "chaque mois", "tous les mois",
                                "every month", "each month", "per month", "a month", "/ mois", "/ month", "chaque fin de mois", "fin de chaque mois" });
    add(Frequency::Bimonthly, { "bimestriel", "bimestrielle", "bimestriels", "bimestrielles", "bi mestriel" });
    add(Frequency::Quarterly, { "trimestriel", "trimestrielle", "trimestriels", "trimestrielles", "trimestriellement", "quarterly", "par trimestre",
                                  "chaque trimestre", "tous les trimestres", "every quarter", "each quarter", "per quarter", "/ trimestre", "/ quarter" });
    add(Frequency::HalfYearly, { "semestriel", "semestrielle", "semestriels", "semestrielles", "semestriellement", "half - yearly", "half yearly", "biannual",
                                   "biannually", "semi - annual", "semi annual", "bi - annual", "biannuel", "biannuelle", "par semestre", "chaque semestre",
                                   "tous les semestres", "/ semestre" });
    add(Frequency::Yearly, { "annuel", "annuelle", "annuels", "annuelles", "annuellement", "yearly", "annual", "annually", "par an", "par annee", "chaque annee",
                               "tous les ans", "every year", "each year", "per year", "a year", "/ an", "/ year" });
    add_phrases(phrases, Recurring { Frequency::Fortnightly }, true, { "biweekly", "bi - weekly", "bi weekly", "bihebdomadaire" });
    add_phrases(phrases, Recurring { Frequency::Bimonthly }, true, { "bimonthly", "bi - monthly", "bi monthly" });
    for (auto const* const day : { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" })
        for (auto const* const before : { "chaque ", "tous les ", "les " })
            phrases.push_back({ split_words(before + std::string(day) + (before[0] == 'c' ? "" : "s")), Recurring { Frequency::Weekly }, false });
    for (auto const* const day : { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" })
        phrases.push_back({ split_words("every " + std::string(day)), Recurring { Frequency::Weekly }, false });
}

void add_continuous(std::vector<Phrase>& phrases)
{
    add_phrases(phrases, Continuous {}, false,
        { "continue", "continu", "continues", "continus", "en continu", "en continue", "continuel", "continuelle", "de maniere continue", "de facon continue",
            "continuellement", "continuous", "continuously", "permanent", "permanente", "permanents", "permanentes", "en permanence", "de facon permanente",
            "de maniere permanente", "ongoing", "on - going", "on going", "au besoin", "si besoin", "en cas de besoin", "selon les besoins", "selon besoin",
            "selon le besoin", "as needed", "as required", "when needed", "if needed", "toute l annee", "durant toute l annee", "pendant toute l annee",
            "tout au long de l annee", "au cours de l annee", "all year", "all year round", "year round", "year - round", "throughout the year",
            "throughout year", "a tout moment", "en tout temps", "sur toute l annee", "au fil de l eau" });
    add_phrases(phrases, Continuous {}, true,
        { "immediat", "immediate", "immediats", "immediates", "immediatement", "dans l immediat", "immediately", "asap", "a s a p", "a . s . a . p .",
            "des que possible", "aussitot que possible", "le plus tot possible", "as soon as possible", "au plus vite", "au plus tot", "urgent", "urgente",
            "tres urgent", "sans delai", "en cours", "in progress", "en tant que de besoin", "regulier", "reguliere", "regulierement", "de facon reguliere",
            "de maniere reguliere", "regular", "regularly", "systematique", "systematiquement", "periodique", "periodiquement", "sans fin", "long terme",
            "court terme", "moyen terme", "always", "toujours" });
}

std::vector<Phrase> all_phrases()
{
    std::vector<Phrase> phrases;
    add_frequencies(phrases);
    add_continuous(phrases);
    return phrases;
}

using PhraseIndex = std::map<std::string, std::vector<Phrase>, std::less<>>;

PhraseIndex const& phrases_by_first_word()
{
    static PhraseIndex const index = [] {
        PhraseIndex built;
        for (auto& phrase : all_phrases())
            built[phrase.words.front()].push_back(std::move(phrase));
        return built;
    }();
    return index;
}

bool matches(std::span<DueToken const> tokens, std::size_t at, std::vector<std::string> const& words)
{
    if (at + words.size() > tokens.size())
        return false;
    for (std::size_t ahead = 0; ahead < words.size(); ++ahead)
        if (tokens[at + ahead].text != words[ahead])
            return false;
    return true;
}

/// The longest phrase wins: « toute l’année » before « année ».
std::optional<FoundDue> fixed_phrase(std::span<DueToken const> tokens, std::size_t at)
{
    auto const candidates = phrases_by_first_word().find(tokens[at].text);
    if (candidates == phrases_by_first_word().end())
        return {};
    Phrase const* best = nullptr;
    for (auto const& phrase : candidates->second)
        if (matches(tokens, at, phrase.words) && (!best || phrase.words.size() > best->words.size()))
            best = &phrase;
    if (!best)
        return {};
    return FoundDue { best->due, at, at + best->words.size(), best->doubtful };
}

/// « tous les 15 jours », « toutes les 2 semaines », "every three months".
std::optional<FoundDue> every_so_often(std::span<DueToken const> tokens, std::size_t at)
{
    auto const text = [&](std::size_t index) { return index < tokens.size() ? std::string_view(tokens[index].text) : std::string_view(); };
    if (text(at) != "tous" && text(at) != "toutes" && text(at) != "chaque" && text(at) != "every")
        return {};
    std::size_t const number = at + (text(at + 1) == "les" ? 2 : 1);
    static std::map<std::pair<std::string, char>, Frequency> const spans { { { "7", 'd' }, Frequency::Weekly }, { { "8", 'd' }, Frequency::Weekly },
        { { "14", 'd' }, Frequency::Fortnightly }, { { "15", 'd' }, Frequency::Fortnightly }, { { "30", 'd' }, Frequency::Monthly },
        { { "2", 'w' }, Frequency::Fortnightly }, { { "4", 'w' }, Frequency::Monthly }, { { "1", 'm' }, Frequency::Monthly },
        { { "2", 'm' }, Frequency::Bimonthly }, { { "3", 'm' }, Frequency::Quarterly }, { { "6", 'm' }, Frequency::HalfYearly },
        { { "12", 'm' }, Frequency::Yearly } };
    auto const unit = text(number + 1);
    char const letter = unit.starts_with("jour") || unit.starts_with("day") ? 'd'
        : unit.starts_with("semaine") || unit.starts_with("week")          ? 'w'
        : unit.starts_with("mois") || unit.starts_with("month")            ? 'm'
                                                                            : ' ';
    auto const found = spans.find({ std::string(text(number)), letter });
    if (found == spans.end())
        return {};
    return FoundDue { Recurring { found->second }, at, number + 2 };
}

/// « 1x/mois », « 2 fois par an »: a count that no frequency has is doubtful.
std::optional<FoundDue> times_per(std::span<DueToken const> tokens, std::size_t at)
{
    if (tokens[at].number < 1 || at + 2 >= tokens.size())
        return {};
    auto const& word = tokens[at + 1].text;
    if (word != "x" && word != "fois" && word != "time" && word != "times" && word != "*")
        return {};
    auto found = fixed_phrase(tokens, at + 2);
    if (!found || !std::holds_alternative<Recurring>(found->due))
        return {};
    auto& frequency = std::get<Recurring>(found->due).frequency;
    static std::map<std::pair<int, Frequency>, Frequency> const known { { { 2, Frequency::Monthly }, Frequency::Fortnightly },
        { { 4, Frequency::Monthly }, Frequency::Weekly }, { { 2, Frequency::Yearly }, Frequency::HalfYearly }, { { 4, Frequency::Yearly }, Frequency::Quarterly },
        { { 6, Frequency::Yearly }, Frequency::Bimonthly }, { { 12, Frequency::Yearly }, Frequency::Monthly } };
    auto const other = known.find({ tokens[at].number, frequency });
    found->doubtful = tokens[at].number != 1 && other == known.end();
    if (other != known.end())
        frequency = other->second;
    found->from = at;
    return found;
}

/// « demain », « cette semaine », « la semaine prochaine », "next month".
std::optional<FoundDue> named_day(std::span<DueToken const> tokens, std::size_t at, Date today)
{
    auto const friday = today.week_start().plus_days(4);
    struct Named {
        std::vector<std::string> words;
        Due due;
    };
    std::array<Named, 12> const named { { { { "aujourd", "hui" }, DueOn { today } }, { { "today" }, DueOn { today } }, { { "demain" }, DueOn { today.plus_days(1) } },
        { { "tomorrow" }, DueOn { today.plus_days(1) } }, { { "cette", "semaine" }, DueOn { friday } }, { { "this", "week" }, DueOn { friday } },
        { { "semaine", "prochaine" }, DueOn { friday.plus_days(7) } }, { { "next", "week" }, DueOn { friday.plus_days(7) } },
        { { "ce", "mois" }, DueInMonth { YearMonth::of(today) } }, { { "this", "month" }, DueInMonth { YearMonth::of(today) } },
        { { "mois", "prochain" }, DueInMonth { YearMonth::of(today.plus_months(1)) } }, { { "next", "month" }, DueInMonth { YearMonth::of(today.plus_months(1)) } } } };
    for (auto const& one : named)
        if (matches(tokens, at, one.words))
            return FoundDue { one.due, at, at + one.words.size() };
    return {};
}

} // namespace

std::optional<FoundDue> find_phrase_at(std::span<DueToken const> tokens, std::size_t at, DueSetting const& setting)
{
    if (auto found = times_per(tokens, at))
        return found;
    if (auto found = every_so_often(tokens, at))
        return found;
    if (auto found = named_day(tokens, at, setting.today))
        return found;
    return fixed_phrase(tokens, at);
}

} // namespace toguna::actions
