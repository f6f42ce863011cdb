/// What may stand at one place of a deadline: each reader looks at the tokens from there on and answers or declines.

#include "actions/due_tokens.hpp"

#include <algorithm>
#include <array>

namespace toguna::actions {

namespace {

/// The tokens from one place on; past the end there is only emptiness.
class TokenView {
public:
    TokenView(std::span<DueToken const> tokens, std::size_t at) : m_tokens(tokens), m_at(at) { }
    DueToken const& operator[](std::size_t ahead) const
    {
        static DueToken const nothing;
        return m_at + ahead < m_tokens.size() ? m_tokens[m_at + ahead] : nothing;
    }
    bool is(std::size_t ahead, std::string_view text) const { return (*this)[ahead].text == text; }
    bool is_between(std::size_t ahead, std::string_view marks) const
    {
        return (*this)[ahead].is_mark() && marks.find((*this)[ahead].text) != std::string_view::npos;
    }
    std::size_t at() const { return m_at; }
    DueToken const* before(std::size_t count = 1) const { return m_at >= count ? &m_tokens[m_at - count] : nullptr; }

private:
    std::span<DueToken const> m_tokens;
    std::size_t m_at;
};

using Found = std::optional<FoundDue>;

FoundDue found_due(TokenView const& view, std::size_t length, Due due, bool doubtful = false, bool names_year = false)
{
    return { std::move(due), view.at(), view.at() + length, doubtful, names_year, false };
}

FoundDue found_date(TokenView const& view, std::size_t length, int year, int month, int day, bool doubtful = false, bool names_year = true)
{
    auto const date = Date::from(year, unsigned(month), unsigned(day));
    auto found = found_due(view, length, date ? Due(DueOn { *date }) : Due(NoDue {}), doubtful, names_year);
    found.impossible = !date;
    return found;
}

bool is_year(DueToken const& token) { return token.digits == 4 && token.number >= 1990 && token.number <= 2100; }
int full_year(DueToken const& token) { return token.digits == 2 ? 2000 + token.number : token.number; }

/// A year that follows, perhaps after « de », « - », « , »: how many tokens it takes, and which it is.
struct YearAfter {
    std::size_t length = 0;
    int year;
};
YearAfter year_after(TokenView const& view, std::size_t ahead, int otherwise)
{
    std::size_t const skipped = view.is(ahead, "de") || view.is(ahead, "of") || view.is_between(ahead, "-/,.") ? 1 : 0;
    if (is_year(view[ahead + skipped]))
        return { skipped + 1, view[ahead + skipped].number };
    return { 0, otherwise };
}

/// "2023-06-30", "2023/6/30", with or without the clock a spreadsheet adds.
Found iso_date(TokenView const& view, DueSetting const&)
{
    if (!is_year(view[0]) || !view.is_between(1, "-/.") || view[2].number < 0)
        return {};
    if (!view.is_between(3, "-/.") || view[4].number < 0) {
        if (view[2].number < 1 || view[2].number > 12 || view[2].digits != 2)
            return {};
        return found_due(view, 3, DueInMonth { { view[0].number, unsigned(view[2].number) } }, false, true);
    }
    std::size_t length = 5;
    if (view.is(length, "t"))
        ++length;
    while (view[length].number >= 0 && (view.is_between(length + 1, ":") || view.is_between(length - 1, ":")))
        length += view.is_between(length + 1, ":") ? 2 : 1;
    return found_date(view, length, view[0].number, view[2].number, view[4].number);
}

/// « 15/03/2023 », « 15.03.23 »; day first as in French, unless only the American order makes a date.
Found day_month_year(TokenView const& view, DueSetting const&)
{
    if (view[0].digits == 0 || view[0].digits > 2 || !view.is_between(1, "/.-") || view[2].digits == 0 || view[2].digits > 2 || !view.is(3, view[1].text)
        || (view[4].digits != 2 && !is_year(view[4])))
        return {};
    int day = view[0].number;
    int month = view[2].number;
    bool const american = month > 12 && day >= 1 && day <= 12;
    if (american)
        std::swap(day, month);
    return found_date(view, 5, full_year(view[4]), month, day, american);
}

/// « 15/3 » in the plan's year; « 03/2023 »; « 06/23 » when 23 can only be a year.
Found day_month(TokenView const& view, DueSetting const& setting)
{
    if (view[0].digits == 0 || view[0].digits > 2 || !view.is_between(1, "/.-"))
        return {};
    int const first = view[0].number;
    if (is_year(view[2]) && first >= 1 && first <= 12)
        return found_due(view, 3, DueInMonth { { view[2].number, unsigned(first) } }, false, true);
    if (view[2].digits == 0 || view[2].digits > 2)
        return {};
    int const second = view[2].number;
    if (second > 12 && first >= 1 && first <= 12)
        return found_due(view, 3, DueInMonth { { 2000 + second, unsigned(first) } }, true, true);
    return found_date(view, 3, setting.year, second, first, view.is(1, "-"), false);
}

/// « 15 mars », « 1er avril 2023 », « 15-juin-23 », « 15 au 20 mars » (through its second day).
Found day_and_month_name(TokenView const& view, DueSetting const& setting)
{
    if (view[0].digits == 0 || view[0].digits > 2)
        return {};
    std::size_t const skipped = view.is(1, "de") || view.is(1, "of") || view.is_between(1, "-/.") ? 1 : 0;
    auto const month = month_of(view[1 + skipped].text);
    if (!month)
        return {};
    std::size_t length = 2 + skipped;
    auto year = year_after(view, length + (view.is_between(length, ".") ? 1 : 0), setting.year);
    if (year.length > 0 && view.is_between(length, "."))
        ++length;
    std::size_t const mark = view.is_between(length, "-/") ? 1 : 0;
    if (year.length == 0 && view[length + mark].digits == 2 && !view[length + mark].ordinal)
        year = { mark + 1, 2000 + view[length + mark].number };
    return found_date(view, length + year.length, year.year, int(*month), view[0].number, false, year.length > 0);
}

/// « fin juin », « début mars », « mi-avril » and « 1ère semaine de mai » say more than the month; they stand before it.
struct PartOfMonth {
    std::size_t length = 0;
    int day = 0; ///< 0: the last day
    bool doubtful = false;
};
std::optional<PartOfMonth> part_of_month(TokenView const& view)
{
    auto const skip = [&](std::size_t at) { return at + (view.is(at, "de") || view.is(at, "d") || view.is(at, "of") || view.is_between(at, "-") ? 1 : 0); };
    if (view.is(0, "debut") || view.is(0, "early"))
        return PartOfMonth { skip(1), 10, true };
    if (view.is(0, "mi") || view.is(0, "mid"))
        return PartOfMonth { skip(1), 15, false };
    bool const last = view.is(0, "derniere") || view.is(0, "last");
    if (!view[0].ordinal && !last)
        return {};
    if (view.is(1, "quinzaine"))
        return PartOfMonth { skip(2), !last && view[0].number == 1 ? 15 : 0, true };
    if (view.is(1, "semaine") || view.is(1, "week"))
        return PartOfMonth { skip(2), last || view[0].number > 4 ? 0 : view[0].number * 7, true };
    return {};
}

/// « août », « juin 2023 », "March 15, 2023", « fin juin », « mi-mars ».
Found month_name(TokenView const& view, DueSetting const& setting)
{
    auto const part = part_of_month(view);
    std::size_t length = part ? part->length : 0;
    auto const month = month_of(view[length].text);
    if (!month)
        return {};
    ++length;
    auto const& next = view[length];
    if (!part && next.digits > 0 && next.digits <= 2 && !view.is_between(length + 1, "/")) {
        auto const year = year_after(view, length + 1, setting.year);
        if (year.length > 0 || next.ordinal)
            return found_date(view, length + 1 + year.length, year.year, int(*month), next.number, false, year.length > 0);
        bool const is_plan_year = next.digits == 2 && (next.number == setting.year % 100 || next.number > 31);
        if (is_plan_year)
            return found_due(view, length + 1, DueInMonth { { 2000 + next.number, *month } }, next.number != setting.year % 100, true);
        return found_date(view, length + 1, setting.year, int(*month), next.number, true, false);
    }
    if (view.is_between(length, "-") && view[length + 1].digits == 2 && !month_of(view[length + 2].text))
        return found_due(view, length + 2, DueInMonth { { full_year(view[length + 1]), *month } }, view[length + 1].number != setting.year % 100, true);
    std::size_t const point = view.is_between(length, ".") ? 1 : 0;
    auto const year = year_after(view, length + point, setting.year);
    length += point + year.length;
    YearMonth const in { year.year, *month };
    if (part && part->day > 0)
        return found_date(view, length, in.year, int(in.month), part->day, part->doubtful, year.length > 0);
    return found_due(view, length, DueInMonth { in }, part && part->doubtful, year.length > 0);
}

/// « T2 », "Q2 2023", « 2ème trimestre », « S1 », « 1er semestre », « semaine 12 »: a person should look at each.
Found part_of_year(TokenView const& view, DueSetting const& setting)
{
    auto const is_quarter = [](std::string_view word) { return word == "t" || word == "q" || word == "trim" || word == "trimestre" || word == "quarter"; };
    auto const is_half = [](std::string_view word) { return word == "s" || word == "h" || word == "semestre" || word == "half"; };
    auto const is_week = [](std::string_view word) { return word == "s" || word == "w" || word == "sem" || word == "semaine" || word == "week"; };
    bool const number_first = view[0].number > 0 && (view[0].ordinal || is_quarter(view[1].text));
    auto const& number = number_first ? view[0] : view.is_between(1, ".") ? view[2] : view[1];
    auto const& word = number_first ? view[1].text : view[0].text;
    std::size_t const length = !number_first && view.is_between(1, ".") ? 3 : 2;
    if (number.number < 1)
        return {};
    auto const year = year_after(view, length, setting.year);
    auto const in_month = [&](int month) { return found_due(view, length + year.length, DueInMonth { { year.year, unsigned(month) } }, true, year.length > 0); };
    if (is_quarter(word) && number.number <= 4)
        return in_month(number.number * 3);
    if (is_half(word) && number.number <= 2)
        return in_month(number.number * 6);
    if (is_week(word) && number.number <= 53 && !number_first) {
        // ISO 8601: the week with 4 January is the first.
        auto const monday = Date::from(year.year, 1, 4)->week_start().plus_days(7 * (number.number - 1));
        return found_due(view, length + year.length, DueOn { monday.plus_days(6) }, true, year.length > 0);
    }
    return {};
}

/// The days that a word of time spans; months and years are counted by the calendar.
enum class Span { Day, Week, Fortnight, Month, Quarter, Half, Year };
std::optional<Span> span_of(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, Span>, 23> spans { { { "jour", Span::Day }, { "jours", Span::Day }, { "day", Span::Day },
        { "days", Span::Day }, { "j", Span::Day }, { "semaine", Span::Week }, { "semaines", Span::Week }, { "week", Span::Week }, { "weeks", Span::Week },
        { "quinzaine", Span::Fortnight }, { "fortnight", Span::Fortnight }, { "mois", Span::Month }, { "month", Span::Month }, { "months", Span::Month },
        { "trimestre", Span::Quarter }, { "quarter", Span::Quarter }, { "semestre", Span::Half }, { "an", Span::Year }, { "ans", Span::Year },
        { "annee", Span::Year }, { "annees", Span::Year }, { "year", Span::Year }, { "years", Span::Year } } };
    auto const found = std::find_if(spans.begin(), spans.end(), [&](auto const& one) { return one.first == word; });
    return found == spans.end() ? std::nullopt : std::optional(found->second);
}

Date later(Date today, int count, Span span)
{
    switch (span) {
    case Span::Day:
        return today.plus_days(count);
    case Span::Week:
        return today.plus_days(7 * count);
    case Span::Fortnight:
        return today.plus_days(14 * count);
    case Span::Month:
        return today.plus_months(count);
    case Span::Quarter:
        return today.plus_months(3 * count);
    case Span::Half:
        return today.plus_months(6 * count);
    case Span::Year:
        break;
    }
    return today.plus_months(12 * count);
}

/// « dans 7 jours », « 2 semaines », "within 3 months", « J+7 », « 48h ».
Found relative(TokenView const& view, DueSetting const& setting)
{
    if (view.is(0, "j") && view.is(1, "+") && view[2].number >= 0 && view[2].number < 1000)
        return found_due(view, 3, DueOn { setting.today.plus_days(view[2].number) });
    if (view[0].number < 1 || view[0].number > 500 || view[0].ordinal)
        return {};
    if (view.is(1, "h") || view.is(1, "heures") || view.is(1, "hours"))
        return found_due(view, 2, DueOn { setting.today.plus_days((view[0].number + 23) / 24) });
    auto const span = span_of(view[1].text);
    if (!span)
        return {};
    static constexpr std::array<std::string_view, 6> announcing { "dans", "sous", "within", "in", "ici", "delai" };
    bool announced = false;
    for (std::size_t back = 1; back <= 2; ++back)
        if (auto const* before = view.before(back))
            announced = announced || std::find(announcing.begin(), announcing.end(), before->text) != announcing.end();
    return found_due(view, 2, DueOn { later(setting.today, view[0].number, *span) }, !announced);
}

/// « fin 2023 », « 2023 », « fin d’année », « fin du mois ».
Found end_of_year(TokenView const& view, DueSetting const& setting)
{
    if ((view.is(0, "fin") || view.is(0, "end"))) {
        std::size_t at = 1;
        while (view.is(at, "de") || view.is(at, "du") || view.is(at, "d") || view.is(at, "l") || view.is(at, "of") || view.is(at, "the"))
            ++at;
        if (is_year(view[at]))
            return found_due(view, at + 1, DueInMonth { { view[at].number, 12 } }, false, true);
        if (view.is(at, "annee") || view.is(at, "year"))
            return found_due(view, at + 1, DueInMonth { { setting.year, 12 } });
        if ((view.is(at, "mois") || view.is(at, "month")) && !is_year(view[at + 1]))
            return found_due(view, at + 1, DueInMonth { YearMonth::of(setting.today) });
        if (view.is(at, "semaine") || view.is(at, "week"))
            return found_due(view, at + 1, DueOn { setting.today.week_start().plus_days(4) }, true);
        return {};
    }
    if (is_year(view[0]))
        return found_due(view, 1, DueInMonth { { view[0].number, 12 } }, true, true);
    return {};
}

/// A date that a spreadsheet lost the format of: days since 30 December 1899.
Found spreadsheet_serial(TokenView const& view, DueSetting const&)
{
    if (view[0].digits != 5 || view[0].number < 36526 || view[0].number > 73050)
        return {};
    auto const epoch = *Date::from(1900, 1, 1);
    return found_due(view, 1, DueOn { epoch.plus_days(view[0].number - 2) }, true, true);
}

} // namespace

std::optional<FoundDue> find_due_at(std::span<DueToken const> tokens, std::size_t at, DueSetting const& setting)
{
    if (auto found = find_phrase_at(tokens, at, setting))
        return found;
    // The longer forms first: « 15/03/2023 » must not be read as « 15/03 ».
    static constexpr std::array readers { iso_date, day_month_year, day_and_month_name, day_month, month_name, part_of_year, relative, end_of_year,
        spreadsheet_serial };
    TokenView const view(tokens, at);
    for (auto const reader : readers)
        if (auto found = reader(view, setting))
            return found;
    return {};
}

} // namespace toguna::actions
