#include "actions/action_story_pages.hpp"
#include "web/user_text.hpp"

#include <algorithm>

namespace toguna::actions {

namespace {

struct PeriodLook {
    std::string kind;
    std::string mark;
    std::string word;
};

PeriodLook look_of(Occurrence const& occurrence, Date today, web::Localization const& language)
{
    if (occurrence.done)
        return *occurrence.done ? PeriodLook { "done", "✓", language.t("done") } : PeriodLook { "not-done", "✗", language.t("not done") };
    if (occurrence.period_start > today)
        return { "to-come", "·", language.t("to come") };
    return { "unsaid", "?", language.t("not said yet") };
}

std::string period_words(Occurrence const& occurrence, web::Localization const& language)
{
    if (occurrence.period_start == occurrence.period_end)
        return language.date(occurrence.period_start);
    return language(tr("{start} to {end}", { { "start", occurrence.period_start }, { "end", occurrence.period_end } }));
}

std::string rate_words(std::vector<Occurrence> const& occurrences, Date today, web::Localization const& language)
{
    int done = 0;
    int expected = 0;
    for (auto const& occurrence : occurrences) {
        done += occurrence.done.value_or(false);
        expected += occurrence.done.value_or(false) || occurrence.period_end < today;
    }
    if (expected == 0)
        return language.t("Rate of execution: not known before the first period has ended.");
    return language(tr("Rate of execution: {rate} ({done} of {expected} periods that have ended)",
        { { "rate", language.percent(execution_rate(occurrences, today)) }, { "done", done }, { "expected", expected } }));
}

PeriodForm period_form(Occurrence const& occurrence, web::Localization const& language)
{
    PeriodForm form { occurrence.id.text(), period_words(occurrence, language) };
    form.before = said_of(occurrence) + "|" + occurrence.evidence;
    form.done = { { "done", language.t("Was it done?") },
        { { "done", language.t("Done") }, { "not_done", language.t("Not done") }, { "", language.t("Not said yet") } }, { said_of(occurrence) }, false, true };
    form.evidence = { { "evidence", language.t("Proof or reason"), language.t("A link, the name of a document, or a sentence."), {}, true }, occurrence.evidence, 2 };
    return form;
}

} // namespace

std::string said_of(Occurrence const& occurrence) { return !occurrence.done ? "" : *occurrence.done ? "done" : "not_done"; }

Occurrence const* period_to_say(std::vector<Occurrence> const& occurrences, std::string_view chosen, Date today)
{
    Occurrence const* unsaid = nullptr;
    Occurrence const* present = nullptr;
    for (auto const& occurrence : occurrences) {
        if (occurrence.period_start.to_iso() == chosen)
            return &occurrence;
        if (occurrence.period_start > today)
            continue;
        present = &occurrence;
        if (!occurrence.done)
            unsaid = &occurrence;
    }
    if (unsaid)
        return unsaid;
    return present || occurrences.empty() ? present : &occurrences.front();
}

void add_periods(ActionView& view, ActionViewInput const& input)
{
    auto const& occurrences = input.action.occurrences;
    auto const& language = input.language;
    if (occurrences.empty())
        return;
    view.may_say = input.actor.role != ProgressRole::Member;
    auto const* to_say = view.may_say ? period_to_say(occurrences, input.chosen_period, input.today) : nullptr;
    std::optional<YearMonth> month;
    for (auto const& occurrence : occurrences) {
        if (month != YearMonth::of(occurrence.period_start)) {
            month = YearMonth::of(occurrence.period_start);
            view.months.push_back({ language.month(*month), {} });
        }
        auto const look = look_of(occurrence, input.today, language);
        PeriodCell cell { occurrence.period_start.to_iso(), {}, look.mark, std::to_string(occurrence.period_start.day()), look.kind, &occurrence == to_say };
        cell.words = language(tr("{period}: {state}", { { "period", period_words(occurrence, language) }, { "state", look.word } }));
        view.months.back().cells.push_back(std::move(cell));
        if (!occurrence.evidence.empty())
            view.evidence.push_back({ period_words(occurrence, language), look.word, web::user_text(occurrence.evidence) });
    }
    std::reverse(view.evidence.begin(), view.evidence.end());
    view.rate = rate_words(occurrences, input.today, language);
    if (to_say)
        view.period = period_form(*to_say, language);
}

} // namespace toguna::actions
