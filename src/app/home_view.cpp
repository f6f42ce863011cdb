#include "actions/plan_document.hpp"
#include "app/home_reading.hpp"

#include <algorithm>
#include <limits>

namespace toguna::app {

namespace {

using actions::ActionPoint;

/// What falls due within these days is « this week ».
constexpr int days_ahead = 7;

std::string path_of(ActionPoint const& action) { return "/actions/" + action.id.text(); }

/// « Nutrition · NUT-2026-014 · UNICEF »
std::string hint_of(ActionPoint const& action, HomeFacts const& facts)
{
    auto const body = std::find_if(facts.bodies.begin(), facts.bodies.end(), [&](auto const& known) { return known.id == action.body; });
    std::string hint = body == facts.bodies.end() ? action.reference : body->short_name() + " · " + action.reference;
    if (!action.responsible.empty())
        hint += " · " + action.responsible.front().name;
    return hint;
}

web::Tag late_tag(ActionPoint const& action, Date today, web::Localization const& language)
{
    auto const days = days_between(*actions::deadline_of(action.due), today);
    return { web::Look::Late, language(trn("{count} day late", "{count} days late", days)) };
}

/// « dimanche 29 novembre »: within a week the day of the week says more than the year.
web::Tag due_tag(ActionPoint const& action, Date today, web::Localization const& language)
{
    auto const look = action.status == actions::Status::Blocked ? web::Look::Blocked : action.status == actions::Status::InProgress ? web::Look::InProgress : web::Look::ToDo;
    auto const deadline = *actions::deadline_of(action.due);
    return { look, deadline == today ? language.t("Today") : language.full_date(deadline) };
}

/// Keeps the first rows; the words of the link to the rest say how many there are.
HomeSection section_of(std::string anchor, Text const& title, web::TaskList tasks, std::string rest_path, web::Localization const& language)
{
    HomeSection section { std::move(anchor), language(title), std::move(tasks), {}, {} };
    if (auto const count = section.tasks.size(); count > home_rows) {
        section.tasks.resize(home_rows);
        section.rest = language(tr("See all {count}", { { "count", count } }));
        section.rest_path = std::move(rest_path);
    }
    return section;
}

template<class Wanted, class TagOf>
web::TaskList tasks_of(std::vector<ActionPoint> const& actions, HomeFacts const& facts, Wanted const& wanted, TagOf const& tag_of)
{
    web::TaskList tasks;
    for (auto const& action : actions)
        if (wanted(action))
            tasks.push_back({ action.text, path_of(action), tag_of(action), hint_of(action, facts) });
    return tasks;
}

web::TaskList tasks_of_imports(HomeFacts const& facts, web::Localization const& language)
{
    web::TaskList tasks;
    for (auto const& import : facts.imports)
        tasks.push_back({ import.file_name, "/imports/drafts/" + import.id, { web::Look::InProgress, language.t("Not saved yet") },
            language(tr("{body}, plan of {year}", { { "body", import.body_name }, { "year", std::to_string(import.year) } })) });
    return tasks;
}

web::TaskList tasks_of_endings(HomeFacts const& facts, web::Localization const& language)
{
    web::TaskList tasks;
    for (auto const& named : facts.ending) {
        auto const& mandate = named.mandate;
        auto const body = std::find_if(facts.bodies.begin(), facts.bodies.end(), [&](auto const& known) { return known.id == mandate.body; });
        auto const hint = (body == facts.bodies.end() ? std::string() : body->short_name() + " · ") + language(bodies::label_of(mandate.role));
        tasks.push_back({ named.holder(), "/bodies/" + mandate.body.text() + "/mandates", { web::Look::Poor, language(tr("until {date}", { { "date", *mandate.period.end() } })) }, hint });
    }
    return tasks;
}

/// Of a body seen through one's organisation, or by an administrator, nobody's role is shown.
std::string role_in(bodies::BodyId const& body, HomeFacts const& facts, web::Localization const& language)
{
    if (auto const role = facts.roles.find(body); role != facts.roles.end())
        return language(role->second.label);
    return facts.administrator ? std::string() : language.t("Through my organisation");
}

/// Those the reader has most to do with first.
std::vector<HomeBody> bodies_of(HomeFacts const& facts, web::Localization const& language)
{
    auto bodies = facts.bodies;
    auto const rank = [&](bodies::Body const& body) {
        auto const role = facts.roles.find(body.id);
        return role == facts.roles.end() ? std::numeric_limits<std::size_t>::max() : role->second.rank;
    };
    std::stable_sort(bodies.begin(), bodies.end(), [&](auto const& left, auto const& right) { return rank(left) < rank(right); });
    std::vector<HomeBody> rows;
    for (auto const& body : bodies) {
        auto const found = facts.figures.find(body.id);
        auto const figures = found == facts.figures.end() ? actions::BodyFigures {} : found->second;
        rows.push_back({ body.id.text(), body.name, role_in(body.id, facts, language), language.number(figures.open), language.number(figures.late), language.number(figures.to_confirm) });
    }
    return rows;
}

} // namespace

HomeView home_view(HomeFacts const& facts, web::Localization const& language)
{
    auto const is_late = [&](ActionPoint const& action) { return actions::is_late(action, facts.today); };
    auto const is_due_soon = [&](ActionPoint const& action) {
        auto const deadline = actions::deadline_of(action.due);
        return deadline && action.status != actions::Status::DoneToConfirm && *deadline >= facts.today && *deadline <= facts.today.plus_days(days_ahead);
    };
    auto const always = [](ActionPoint const&) { return true; };
    auto late = tasks_of(facts.mine, facts, is_late, [&](ActionPoint const& action) { return late_tag(action, facts.today, language); });
    auto soon = tasks_of(facts.mine, facts, is_due_soon, [&](ActionPoint const& action) { return due_tag(action, facts.today, language); });
    auto to_confirm = tasks_of(facts.to_confirm, facts, always, [&](ActionPoint const&) { return web::Tag { web::Look::ToConfirm, language.t("To confirm") }; });

    HomeView view;
    view.figures = { { language.number(static_cast<std::int64_t>(late.size())), language.t("late"), late.empty() ? "" : "#late", late.empty() ? web::Look::Plain : web::Look::Late },
        { language.number(static_cast<std::int64_t>(soon.size())), language.t("due within seven days"), soon.empty() ? "" : "#soon" },
        { language.number(static_cast<std::int64_t>(to_confirm.size())), language.t("to confirm"), to_confirm.empty() ? "" : "#to-confirm" } };
    view.sections = { section_of("late", tr("Late"), std::move(late), "/actions/mine", language), section_of("soon", tr("Due within seven days"), std::move(soon), "/actions/mine", language),
        section_of("to-confirm", tr("To confirm"), std::move(to_confirm), "/actions?status=done_to_confirm", language),
        section_of("imports", tr("Imports to finish"), tasks_of_imports(facts, language), "/actions", language),
        section_of("ending", tr("Mandates that end soon"), tasks_of_endings(facts, language), "/bodies", language) };
    std::erase_if(view.sections, [](HomeSection const& section) { return section.tasks.empty(); });
    view.bodies = bodies_of(facts, language);
    view.without_body = facts.administrator
        ? web::EmptyState { language.t("No body yet"), language.t("Create the first cluster or group: its members, its action plan and its reminders come next."), language.t("Create a body"), "/bodies/new" }
        : web::EmptyState { language.t("You belong to no body today"), language.t("Ask the coordination of your cluster or group to add you to its members.") };
    if (view.bodies.empty())
        view.figures.clear();
    return view;
}

} // namespace toguna::app
