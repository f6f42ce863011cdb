#include "actions/whatsapp_pages.hpp"

#include "actions/occurrence.hpp"
#include "actions/reminder_mailer.hpp"
#include "actions/reminder_store.hpp"
#include "actions/whatsapp.html.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "people/store.hpp"

#include <algorithm>

namespace toguna::actions {

namespace {

/// What fits on a telephone without « Lire la suite ».
constexpr std::size_t text_length = 120;

using OrganizationNames = std::map<std::string, std::string>;

/// Organizations and bodies; a person is spoken of as the organization they belong to, or not at all.
std::vector<std::string> public_names(ActionPoint const& action, Roster const& roster, OrganizationNames const& names)
{
    std::vector<std::string> shown;
    auto const add = [&](std::string const& name) {
        if (!name.empty() && std::find(shown.begin(), shown.end(), name) == shown.end())
            shown.push_back(name);
    };
    auto const name_of_organization = [&](std::string const& id) {
        auto const found = names.find(id);
        return found == names.end() ? std::string() : found->second;
    };
    for (auto const& responsible : action.responsible) {
        if (responsible.id.empty())
            continue;
        if (responsible.kind == Responsible::Kind::Organization)
            add(name_of_organization(responsible.id));
        else if (responsible.kind == Responsible::Kind::Body)
            add(responsible.name);
        else if (auto const* person = roster.find(people::PersonId::trusted(responsible.id)); person && !person->organizations.empty())
            add(name_of_organization(person->organizations.front().text()));
    }
    return shown;
}

struct DatedAction {
    ActionPoint const* action;
    Date deadline;
};

/// Late and due until Sunday, in order; without those that wait for confirmation.
std::vector<DatedAction> actions_to_tell(std::vector<ActionPoint> const& actions, Date today)
{
    std::vector<DatedAction> told;
    auto const week_end = today.week_start().plus_days(6);
    for (auto const& action : actions) {
        auto deadline = deadline_of(action.due);
        if (std::holds_alternative<Recurring>(action.due))
            if (auto const period = occurrence_to_report(action.occurrences, today))
                deadline = period->period_end;
        if (is_open(action.status) && action.status != Status::DoneToConfirm && deadline && *deadline <= week_end)
            told.push_back({ &action, *deadline });
    }
    std::stable_sort(told.begin(), told.end(), [](auto const& left, auto const& right) { return left.deadline < right.deadline; });
    return told;
}

} // namespace

std::string whatsapp_text(bodies::Body const& body, std::vector<ActionPoint> const& actions, Roster const& roster, OrganizationNames const& names, Date today,
    web::Localization const& language)
{
    auto text = language(tr("*{body}: actions on {day}*", { { "body", body.short_name() }, { "day", today } })) + "\n";
    auto const told = actions_to_tell(actions, today);
    if (told.empty())
        return text + "\n" + language.t("Nothing is late and nothing is due this week. Thank you all.");
    int number = 0;
    std::optional<bool> late;
    for (auto const& [action, deadline] : told) {
        bool const is_past = deadline < today;
        if (late != is_past)
            text += "\n" + (is_past ? language.t("*Late*") : language.t("*This week*")) + "\n";
        late = is_past;
        auto const who = public_names(*action, roster, names);
        text += std::to_string(++number) + ". " + shortened(action->text, text_length) + " – ";
        text += who.empty() ? language.date(deadline) : language(tr("{organizations}, {day}", { { "organizations", language.list(who) }, { "day", deadline } }));
        text += "\n";
    }
    return text + "\n" + language.t("Please answer by the link in your reminder e-mail: done, in progress, blocked or a new date.");
}

namespace {

/// GET /bodies/:body/whatsapp
Result<web::Reply> show_whatsapp(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<bodies::BodyId>("body"));
    return context.db.read([&](db::Reader const& db) -> Result<web::Reply> {
        auto const body = TRY(bodies::find_body(db, id));
        auto const today = web::local_date(context.now, TRY(bodies::time_zone_of(db, body)));
        RegisterFilter filter;
        filter.bodies = std::vector { id };
        filter.open_only = true;
        OrganizationNames names;
        for (auto const& organization : TRY(people::organization_choices(db)))
            names.emplace(organization.id.text(), organization.short_name());
        WhatsappPage view { bodies::rooms_of(context, db, body, bodies::Room::Reminders), {}, "/bodies/" + id.text() + "/reminders" };
        view.text = whatsapp_text(body, TRY(list_register(db, filter, today, 0, 0)), TRY(read_roster(db, today)), names, today, context.file_language);
        auto trail = bodies::trail_of(context, body);
        trail.push_back({ context.language.t("Reminders"), view.back });
        return web::page(context, { context.language.t("Text for WhatsApp"), std::move(trail), "/bodies", html::whatsapp(view, context.templates()) });
    });
}

} // namespace

std::vector<web::Route> whatsapp_routes()
{
    return { { web::Method::Get, "/bodies/:body/whatsapp", show_whatsapp, web::by_right(bodies::read_reminder_log, bodies::body_in_path) } };
}

} // namespace toguna::actions
