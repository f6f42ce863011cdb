#include "actions/action_story_pages.hpp"

#include "actions/plan_document.hpp"
#include "actions/progress_forms.hpp"
#include "web/user_text.hpp"

#include <algorithm>

namespace toguna::actions {

namespace {

std::string list_markup(std::vector<std::string> const& texts)
{
    std::string markup = "<ul>";
    for (auto const& text : texts)
        markup += "<li>" + web::escaped(text).markup() + "</li>";
    return markup + "</ul>";
}

/// The deadline in words, the first one when it moved, and how often.
SafeHtml due_markup(ActionPoint const& action, web::Localization const& language)
{
    auto text = due_text(action, language);
    auto const deadline = deadline_of(action.due);
    if (action.postponements > 0) {
        text += "\n" + language(trn("Postponed once", "Postponed {count} times", action.postponements));
        if (action.first_deadline && action.first_deadline != deadline)
            text += "\n" + language(tr("First deadline: {date}", { { "date", *action.first_deadline } }));
    }
    return web::user_text(text);
}

Text label_of_source(std::string_view kind)
{
    if (kind == "register")
        return tr("Added to the register, outside a plan");
    if (kind == "meeting")
        return tr("Decided in a meeting");
    return {};
}

class DefinitionsWriter {
public:
    explicit DefinitionsWriter(ActionViewInput const& input) : m_input(input), m_action(input.action), m_language(input.language) { }

    web::Definitions definitions()
    {
        add(m_language.t("Deadline"), due_markup(m_action, m_language));
        add_responsible();
        if (!m_action.status_reason.empty())
            add(m_language.t("What was said"), web::user_text(m_action.status_reason));
        if (!m_action.closing_note.empty())
            add(m_language.t("Closing note"), web::user_text(m_action.closing_note));
        if (m_action.closed_on)
            add(m_language.t("Ended on"), web::escaped(m_language.date(*m_action.closed_on)));
        if (m_action.priority == Priority::High)
            add(m_language.t("Priority"), web::escaped(m_language(label_of(m_action.priority))));
        if (auto const percent = percent_of(m_action, m_input.today); percent && m_action.occurrences.empty())
            add(m_language.t("Progress"), web::escaped(std::to_string(*percent) + "\u00A0%"));
        if (!m_input.story.gaps.empty())
            add(m_language.t("Challenges and gaps"), SafeHtml::trusted(list_markup(m_input.story.gaps)));
        add_place();
        for (auto const& kin : m_input.story.kin)
            add_kin(kin);
        return std::move(m_definitions);
    }

private:
    void add(std::string term, SafeHtml description) { m_definitions.push_back({ std::move(term), std::move(description) }); }

    void add_responsible()
    {
        if (m_action.responsible.empty())
            return add(m_language.t("Responsible"), web::escaped(m_language.t("Nobody yet")));
        if (m_action.responsible.size() == 1)
            return add(m_language.t("Responsible"), web::escaped(m_action.responsible.front().name));
        std::vector<std::string> others;
        for (auto const& one : m_action.responsible)
            others.push_back(one.name);
        others.front() = m_language(tr("{name} (answers for it)", { { "name", others.front() } }));
        add(m_language.t("Responsible"), SafeHtml::trusted(list_markup(others)));
    }

    void add_place()
    {
        auto const& story = m_input.story;
        if (m_action.plan)
            add(m_language.t("Plan"), web::link(story.plan_title, "/plans/" + m_action.plan->text()));
        if (!story.section_title.empty())
            add(m_language.t("Section"), web::escaped(story.section_title));
        if (auto const source = label_of_source(story.source_kind); !source.empty())
            add(m_language.t("Origin"), web::escaped(m_language(source)));
    }

    void add_kin(ActionKin const& kin)
    {
        auto const words = kin.year ? m_language(tr("{reference}, plan of {year}", { { "reference", kin.reference }, { "year", std::to_string(*kin.year) } })) : kin.reference;
        add(kin.is_former ? m_language.t("Carried from") : m_language.t("Carried to"), web::link(words, "/actions/" + kin.id.text()));
    }

    ActionViewInput const& m_input;
    ActionPoint const& m_action;
    web::Localization const& m_language;
    web::Definitions m_definitions;
};

void add_members(ActionView& view, ActionViewInput const& input)
{
    int answered = 0;
    for (auto const& state : input.action.member_states) {
        answered += state.status != Status::ToDo;
        view.members.push_back({ state.organization_name, tag_of(state.status, input.language), state.note });
    }
    view.members_summary = input.language(tr("{answered} of {count} members have answered",
        { { "answered", answered }, { "count", input.action.member_states.size() } }));
}

void add_steps(ActionView& view, ActionViewInput const& input)
{
    for (auto const step : offered_steps(input.action, input.actor.role)) {
        StepLink link { std::string(step), input.language(label_of_step(step)) };
        link.direct = step == "start";
        link.danger = step == "abandon";
        link.first = view.steps.empty();
        view.steps.push_back(std::move(link));
    }
}

void add_escalations(ActionView& view, ActionViewInput const& input)
{
    for (auto const& told : input.story.escalations)
        view.escalations.push_back(input.language(tr("{count} missed dates: told to {body} on {time}",
            { { "count", told.missed }, { "body", told.body }, { "time", input.language.date_time(told.at, input.time_zone) } })));
}

/// What one state changed against the one before it; nothing that a reader would see is left out.
std::vector<std::string> changes_between(HistoryLine const* before, HistoryLine const& after, web::Localization const& language)
{
    if (!before)
        return { language.t("Action added") };
    std::vector<std::string> changes;
    if (before->status != after.status)
        changes.push_back(language(tr("State: {before} → {after}", { { "before", label_of(before->status) }, { "after", label_of(after.status) } })));
    if (before->due != after.due) {
        auto const words = [&](Due const& due) { return std::holds_alternative<NoDue>(due) ? language.t("none") : due_words(due, language); };
        changes.push_back(language(tr("Deadline: {before} → {after}", { { "before", words(before->due) }, { "after", words(after.due) } })));
    }
    if (before->text != after.text)
        changes.push_back(language(tr("Text changed; before: “{text}”", { { "text", before->text } })));
    if (changes.empty())
        changes.push_back(after.note.empty() ? language.t("Details changed") : language.t("Said"));
    return changes;
}

void add_history(ActionView& view, ActionViewInput const& input)
{
    auto const& history = input.story.history;
    for (auto line = history.begin(); line != history.end(); ++line) {
        HistoryRow row { input.language.date_time(line->at, input.time_zone), line->author, {}, web::user_text(line->note), line->is_comment };
        if (!line->is_comment) {
            auto const before = std::find_if(line + 1, history.end(), [](auto const& one) { return !one.is_comment; });
            row.what = changes_between(before == history.end() ? nullptr : &*before, *line, input.language);
        }
        view.history.push_back(std::move(row));
    }
}

} // namespace

web::Tag late_tag(web::Localization const& language) { return { web::Look::Late, language.t("Late") }; }

std::string due_text(ActionPoint const& action, web::Localization const& language)
{
    if (!std::holds_alternative<NoDue>(action.due))
        return due_words(action.due, language);
    if (action.due_text.empty())
        return language.t("None");
    return language(tr("“{words}” (to be specified)", { { "words", action.due_text } }));
}

std::string responsible_text(std::vector<Responsible> const& responsible, web::Localization const& language)
{
    std::vector<std::string> names;
    for (auto const& one : responsible)
        names.push_back(one.name);
    return names.empty() ? std::string() : language.list(names);
}

ActionView action_view(ActionViewInput const& input)
{
    ActionView view;
    view.id = input.action.id.text();
    view.reference = input.action.reference;
    view.version = std::to_string(input.action.version);
    view.tags.push_back(tag_of(input.action.status, input.language));
    if (is_late(input.action, input.today))
        view.tags.push_back(late_tag(input.language));
    view.definitions = DefinitionsWriter(input).definitions();
    view.may_edit = input.may_edit;
    add_steps(view, input);
    add_members(view, input);
    add_periods(view, input);
    add_escalations(view, input);
    add_history(view, input);
    view.comment = { { "comment", input.language.t("Your comment"), input.language.t("Everybody who sees the action reads it.") }, {}, 3 };
    return view;
}

} // namespace toguna::actions
