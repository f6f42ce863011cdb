#include "actions/action_entry_forms.hpp"

#include "actions/plan_document.hpp"

#include <algorithm>

namespace toguna::actions {

namespace {

constexpr std::size_t most_suggestions = 300; ///< a page stays light on 2G

std::vector<Suggestion> suggestions_of(KnownActors const& actors)
{
    std::vector<Suggestion> suggestions;
    auto const add = [&](std::string const& value, std::string label) {
        if (suggestions.size() < most_suggestions)
            suggestions.push_back({ value, std::move(label) });
    };
    if (!actors.bodies.empty())
        add(actors.bodies.front().members_name, actors.bodies.front().name);
    for (auto const& unit : actors.units)
        add(unit, {});
    for (auto const& organization : actors.organizations)
        add(organization.name, {});
    for (auto const& person : actors.persons)
        add(person.name, {});
    return suggestions;
}

web::ChoiceField gap_choices(ActionForm const& form, ActionPlan const* plan, web::FieldFrame frame)
{
    web::ChoiceField field { std::move(frame) };
    field.several = true;
    field.chosen = form.gaps;
    if (plan)
        for (auto const& gap : plan->gaps)
            field.options.push_back({ gap.id.text(), gap.text });
    return field;
}

web::SelectField section_choices(ActionForm const& form, ActionPlan const* plan, web::Localization const& language, web::FieldFrame frame)
{
    web::SelectField field { std::move(frame) };
    field.value = form.section;
    if (!plan || plan->sections.empty())
        return field;
    field.options.push_back({ "", language.t("Choose") });
    for (auto const& section : plan->sections)
        field.options.push_back({ section.id.text(), section.title });
    return field;
}

std::string text_of_gaps(std::vector<std::string> const& chosen, ActionPlan const* plan)
{
    std::string text;
    for (auto const& gap : plan ? plan->gaps : std::vector<Gap>())
        if (std::find(chosen.begin(), chosen.end(), gap.id.text()) != chosen.end())
            text += (text.empty() ? "" : "\n") + gap.text;
    return text;
}

std::string title_of_section(std::string const& chosen, ActionPlan const* plan)
{
    for (auto const& section : plan ? plan->sections : std::vector<Section>())
        if (section.id.text() == chosen)
            return section.title;
    return {};
}

std::string joined(std::vector<std::string> const& names)
{
    std::string text;
    for (auto const& name : names)
        if (!name.empty())
            text += (text.empty() ? "" : "; ") + name;
    return text;
}

} // namespace

ActionFormView action_form_view(ActionForm const& form, ActionFormSetting const& setting, Error const* error)
{
    auto const& language = setting.language;
    auto const frame = [&](std::string name, std::string label, std::string hint = {}, bool optional = false) {
        return web::FieldFrame { name, std::move(label), std::move(hint), error ? web::message_for(error->fields, name, language) : "", optional };
    };
    ActionFormView view;
    view.version = form.version;
    view.confirmed_due = form.confirmed_due;
    view.confirmed_names = form.confirmed_names;
    view.suggestions = suggestions_of(setting.actors);
    view.text = { frame("text", language.t("What is to be done"), language.t("Begin with a verb: one thing, that one can see is done.")), form.text, 3 };
    view.due = { frame("due", language.t("Deadline"), language.t("In your words: 15 March, August, in 7 days, monthly, continuous until 30 June …"), true), form.due, web::Width::Half };
    auto const places = std::min(most_responsible, std::max<std::size_t>(3, form.responsible.size() + 1));
    for (std::size_t place = 0; place < places; ++place) {
        web::TextField field { place == 0 ? frame(responsible_field(place), language.t("Who answers for it"), language.t("A person, an organization, “members of the cluster”, or the name of a unit."), true)
                                          : frame(responsible_field(place), language(tr("Also responsible ({number})", { { "number", place + 1 } })), {}, true) };
        field.value = place < form.responsible.size() ? form.responsible[place] : "";
        field.width = web::Width::Half;
        field.autocomplete = "off";
        field.list = "actors";
        view.responsible.push_back(std::move(field));
    }
    view.gaps = gap_choices(form, setting.plan, frame("gaps", language.t("Challenges and gaps it answers"), language.t("An action may answer several: it counts once."), true));
    view.section = section_choices(form, setting.plan, language, frame("section", language.t("Section"), language.t("Only when no gap is ticked: otherwise the action stands under its first gap."), true));
    view.priority = { frame("priority", language.t("Priority")),
        { { "normal", language(label_of(Priority::Normal)) }, { "high", language(label_of(Priority::High)), language.t("Closing it needs a proof, and somebody other than those responsible.") } },
        { form.priority == "high" ? "high" : "normal" }, false, false };
    view.progress = { frame("progress", language.t("Progress, in percent"), {}, true), form.progress, web::Width::Number };
    view.progress.input_mode = "numeric";
    return view;
}

std::vector<ConflictRow> conflict_rows(ActionPoint const& stored, ActionForm const& mine, ActionPlan const* plan, web::Localization const& language)
{
    auto const theirs = ActionForm::encode(stored, language);
    auto const percent = [](std::string const& text) { return text.empty() ? text : text + "\u00A0%"; };
    std::vector<ConflictRow> rows {
        { language.t("What is to be done"), theirs.text, mine.text },
        { language.t("Deadline"), theirs.due, mine.due },
        { language.t("Responsible"), joined(theirs.responsible), joined(mine.responsible) },
        { language.t("Challenges and gaps"), text_of_gaps(theirs.gaps, plan), text_of_gaps(mine.gaps, plan) },
        { language.t("Section"), title_of_section(theirs.section, plan), mine.gaps.empty() ? title_of_section(mine.section, plan) : title_of_section(theirs.section, plan) },
        { language.t("Priority"), language(label_of(stored.priority)), language(label_of(mine.priority == "high" ? Priority::High : Priority::Normal)) },
        { language.t("Progress"), percent(theirs.progress), percent(mine.progress) },
    };
    for (auto& row : rows)
        row.differs = row.theirs != row.mine;
    std::erase_if(rows, [](auto const& row) { return row.theirs.empty() && row.mine.empty(); });
    return rows;
}

} // namespace toguna::actions
