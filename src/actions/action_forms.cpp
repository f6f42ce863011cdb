#include "actions/action_forms.hpp"

#include "actions/plan_document.hpp"
#include "actions/status_words.hpp"
#include "actions/words.hpp"
#include "people/forms.hpp"
#include "people/normalise.hpp"

#include <algorithm>

namespace toguna::actions {

namespace {

std::vector<std::string> all_of(web::Request const& request, std::string_view field)
{
    std::vector<std::string> values;
    for (auto const value : request.form.all(field))
        values.emplace_back(value);
    return values;
}

std::vector<std::string> typed_names(web::Request const& request)
{
    std::vector<std::string> names;
    for (std::size_t place = 0; place < most_responsible && request.form.has(responsible_field(place)); ++place)
        names.emplace_back(request.form.get(responsible_field(place)));
    return names;
}

bool contains(std::vector<std::string> const& values, std::string_view value) { return std::find(values.begin(), values.end(), value) != values.end(); }

bool is_doubtful(ReadDue const& read) { return read.doubtful || !read.understood; }

Text doubt_about(ReadDue const& read, std::string const& words, web::Localization const& language)
{
    if (!read.understood)
        return tr("“{words}” is not understood as a deadline. Write for example 15/3/2026, August, monthly, continuous or in 7 days — or save again to keep the words, without a deadline.",
            { { "words", words } });
    auto const understood = due_words(read.due, language);
    if (understood.empty())
        return tr("“{words}” gives no deadline. Write one — or save again to leave the action without.", { { "words", words } });
    return tr("“{words}” was understood as: {understood}. If that is right, save again; otherwise write it another way.", { { "words", words }, { "understood", understood } });
}

Text doubt_about(RecognisedResponsible const& found, web::Localization const& language)
{
    if (found.candidates.empty())
        return tr("“{name}” is neither a person nor an organization known here. Save again to keep the name as it is, or choose one of the list.", { { "name", found.responsible.name } });
    return tr("“{name}” is not known by exactly that name. Do you mean {candidates}? Write the name you mean, or save again to keep yours.",
        { { "name", found.responsible.name }, { "candidates", language.list(found.candidates) } });
}

/// A deadline that moves keeps the first one in sight; brought forward it is no postponement.
void move_due(ActionPoint& action, Due const& due)
{
    auto const before = deadline_of(action.due);
    auto const after = deadline_of(due);
    if (!action.first_deadline)
        action.first_deadline = before ? before : after;
    if (before && (!after || *after > *before))
        ++action.postponements;
    action.due = due;
}

/// Reads the form field by field into an action, and gathers what is wrong.
class ActionFormReader {
public:
    ActionFormReader(ActionForm const& form, ActionFormSetting const& setting, ActionPoint& action) : m_form(form), m_setting(setting), m_action(action) { }

    Result<void> read()
    {
        read_text();
        read_due_field();
        read_responsible();
        read_place();
        m_action.priority = m_form.priority == "high" ? Priority::High : Priority::Normal;
        read_progress_field();
        if (m_error.fields.empty())
            return {};
        return fail(std::move(m_error));
    }

private:
    void refuse(std::string field, Text message) { m_error.fields.push_back({ std::move(field), std::move(message) }); }

    void read_text()
    {
        m_action.text = trimmed(m_form.text);
        if (m_action.text.empty())
            refuse("text", tr("Say what is to be done; begin with a verb."));
        else if (people::length_of(m_action.text) > 2000)
            refuse("text", tr("An action holds 2,000 characters at most. Put the rest into a comment."));
    }

    void read_due_field()
    {
        auto const words = trimmed(m_form.due);
        if (words == due_field(m_action, m_setting.language))
            return;
        auto const read = read_due(words, m_setting.year, m_setting.today);
        if (is_doubtful(read) && trimmed(m_form.confirmed_due) != words)
            return refuse("due", doubt_about(read, words, m_setting.language));
        if (read.due != m_action.due)
            move_due(m_action, read.due);
        m_action.due_text = words;
    }

    void read_responsible()
    {
        auto const present = std::exchange(m_action.responsible, {});
        std::size_t place = 0;
        for (auto const& typed : m_form.responsible) {
            auto const field = responsible_field(place++);
            auto const name = people::tidy(typed);
            if (name.empty())
                continue;
            if (people::length_of(name) > 200)
                refuse(field, tr("A name holds 200 characters at most. Write one name in each field."));
            auto const found = recognise_responsible(name, m_setting.actors, present);
            if (!found.known && !contains(m_form.confirmed_names, name))
                refuse(field, doubt_about(found, m_setting.language));
            if (std::find(m_action.responsible.begin(), m_action.responsible.end(), found.responsible) == m_action.responsible.end())
                m_action.responsible.push_back(found.responsible);
        }
    }

    /// The gaps in the plan's order; the section is that of the first, or the one chosen.
    void read_place()
    {
        if (!m_setting.plan)
            return;
        m_action.gaps.clear();
        m_action.section.reset();
        for (auto const& gap : m_setting.plan->gaps) {
            if (!contains(m_form.gaps, gap.id.text()))
                continue;
            m_action.gaps.push_back(gap.id);
            if (!m_action.section)
                m_action.section = gap.section;
        }
        for (auto const& section : m_setting.plan->sections)
            if (!m_action.section && section.id.text() == m_form.section)
                m_action.section = section.id;
        if (!m_action.section && !m_setting.plan->sections.empty())
            refuse("section", tr("Choose a section, or tick the gap that the action answers."));
    }

    void read_progress_field()
    {
        m_action.progress.reset();
        if (trimmed(m_form.progress).empty())
            return;
        m_action.progress = read_progress(m_form.progress);
        if (!m_action.progress)
            refuse("progress", tr("Write the share that is done as a number between 0 and 100, or leave it empty."));
    }

    ActionForm const& m_form;
    ActionFormSetting const& m_setting;
    ActionPoint& m_action;
    Error m_error { ErrorKind::Invalid, tr("The action cannot be recorded as it stands."), {}, {} };
};

} // namespace

std::string responsible_field(std::size_t place) { return place == 0 ? "responsible" : "responsible-" + std::to_string(place + 1); }

std::string due_field(ActionPoint const& action, web::Localization const& language)
{
    return std::holds_alternative<NoDue>(action.due) ? action.due_text : due_words(action.due, language);
}

ActionForm ActionForm::decode(web::Request const& request)
{
    auto const one = [&](std::string_view field) { return std::string(request.form.get(field)); };
    return { one("text"), one("due"), typed_names(request), one("priority"), one("section"), all_of(request, "gaps"), one("progress"), one("version"),
        one("confirmed_due"), all_of(request, "confirmed_names") };
}

ActionForm ActionForm::encode(ActionPoint const& action, web::Localization const& language)
{
    ActionForm form;
    form.text = action.text;
    form.due = due_field(action, language);
    for (auto const& responsible : action.responsible)
        form.responsible.push_back(responsible.name);
    form.priority = name_of(action.priority);
    form.section = action.section ? action.section->text() : "";
    for (auto const& gap : action.gaps)
        form.gaps.push_back(gap.text());
    form.progress = action.progress ? std::to_string(*action.progress) : "";
    form.version = std::to_string(action.version);
    return form;
}

Result<ActionPoint> ActionForm::value(ActionPoint action, ActionFormSetting const& setting) const
{
    TRY(ActionFormReader(*this, setting, action).read());
    return action;
}

ActionForm ActionForm::asked_to_confirm(ActionFormSetting const& setting, std::vector<Responsible> const& present) const
{
    auto form = *this;
    if (is_doubtful(read_due(trimmed(due), setting.year, setting.today)))
        form.confirmed_due = trimmed(due);
    form.confirmed_names.clear();
    for (auto const& typed : responsible)
        if (auto const name = people::tidy(typed); !name.empty() && !recognise_responsible(name, setting.actors, present).known)
            form.confirmed_names.push_back(name);
    return form;
}

std::vector<std::pair<std::string, std::string>> ActionForm::fields() const
{
    std::vector<std::pair<std::string, std::string>> fields { { "text", text }, { "due", due }, { "priority", priority }, { "section", section }, { "progress", progress },
        { "version", version }, { "confirmed_due", confirmed_due } };
    for (std::size_t place = 0; place < responsible.size(); ++place)
        fields.emplace_back(responsible_field(place), responsible[place]);
    for (auto const& gap : gaps)
        fields.emplace_back("gaps", gap);
    for (auto const& name : confirmed_names)
        fields.emplace_back("confirmed_names", name);
    return fields;
}

} // namespace toguna::actions
