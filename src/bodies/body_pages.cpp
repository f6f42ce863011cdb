#include "bodies/bodies.html.hpp"
#include "bodies/body_template.hpp"
#include "bodies/pages.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"

#include <algorithm>

namespace toguna::bodies {

namespace {

/// Administrators see every body; others those they belong to.
Result<std::vector<Body>> visible_bodies(web::Context const& context, db::Reader const& reader, BodyFilter const& filter)
{
    if (context.visitor->administrator)
        return list_bodies(reader, filter);
    auto const person = people::PersonId::parse(context.visitor->person);
    auto bodies = person ? TRY(bodies_of_person(reader, *person, context.today())) : std::vector<Body> {};
    std::erase_if(bodies, [](Body const& body) { return !body.is_current(); });
    return bodies;
}

web::EmptyState nothing_to_show(web::Localization const& language, bool is_administrator, BodyFilter const& filter)
{
    if (!is_administrator)
        return { language.t("You belong to no body today"), language.t("Ask the coordination of your cluster or group to add you to its members.") };
    if (filter.shown == ShownBodies::Archived)
        return { language.t("No archived body"), language.t("A body that is archived leaves the lists and stays readable here."), language.t("Show all"), "/bodies" };
    if (filter.search.empty() && !filter.country)
        return { language.t("No body yet"), language.t("Create the first cluster or group, or the usual architecture of a country at once: members, action plans and reminders come next."), language.t("Choose the country"), "/bodies/countries" };
    return { language.t("No body matches"), language.t("Try fewer letters: accents and capitals do not matter."), language.t("Show all"), "/bodies" };
}

BodyRow row_of(web::Localization const& language, Body const& body)
{
    return { body.id.text(), body.name, body.acronym, language(label_of(body.kind)), body.code };
}

Result<web::Reply> show_bodies(web::Request const& request, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        bool const all = context.visitor->administrator;
        auto const shown = all && request.query.get("archived") == "1" ? ShownBodies::Archived : ShownBodies::Current;
        BodyFilter filter { std::string(request.query.get("search")), geography::CountryCode::parse(request.query.get("country")), web::rows_per_page, 0, shown };
        auto const total = all ? TRY(count_bodies(reader, filter)) : 0;
        auto const pagination = web::paginate(static_cast<int>(total), request.query.get("page"));
        filter.offset = (pagination.page - 1) * web::rows_per_page;
        BodiesView view;
        for (auto const& body : TRY(visible_bodies(context, reader, filter)))
            view.rows.push_back(row_of(language, body));
        view.total = all ? total : static_cast<std::int64_t>(view.rows.size());
        view.search = { { "search", language.t("Search by name, acronym, alias or code") }, filter.search, web::Width::Half, "search" };
        view.country = { { "country", language.t("Country") }, all ? TRY(country_options(context, reader)) : std::vector<web::Option> {}, filter.country ? filter.country->text() : "" };
        if (!view.country.options.empty())
            view.country.options.front().label = language.t("All countries");
        view.is_filtered = !filter.search.empty() || filter.country || shown == ShownBodies::Archived;
        view.may_add = all;
        view.pages = web::pagination_links(context, request, pagination);
        view.empty = nothing_to_show(language, all, filter);
        return web::page(context, { language.t("Bodies"), { { language.t("Home"), "/" } }, "/bodies", html::bodies(view, context.templates()) });
    });
}

} // namespace

std::vector<web::Crumb> trail_of(web::Context const& context, Body const& body)
{
    return { { context.language.t("Home"), "/" }, { context.language.t("Bodies"), "/bodies" }, { body.short_name(), "/bodies/" + body.id.text() } };
}

Rooms rooms_of(web::Context const& context, db::Reader const& reader, Body const& body, Room current)
{
    auto const& language = context.language;
    auto const path = "/bodies/" + body.id.text();
    Rooms rooms { { language.t("Overview"), path, current == Room::Overview } };
    if (template_of(body.kind).has_plan || current == Room::Actions)
        rooms.push_back({ language.t("Actions"), path + "/plans", current == Room::Actions });
    if (context.may(reader, read_reminder_log, body.id.text()))
        rooms.push_back({ language.t("Reminders"), path + "/reminders", current == Room::Reminders });
    rooms.push_back({ language.t("Members"), path + "/members", current == Room::Members });
    rooms.push_back({ language.t("Mandates"), path + "/mandates", current == Room::Mandates });
    rooms.push_back({ language.t("Followed files"), path + "/referrals", current == Room::Referrals });
    rooms.push_back({ language.t("Documents"), path + "/terms", current == Room::Documents });
    if (context.may(reader, manage_body, body.id.text()))
        rooms.push_back({ language.t("Journal"), path + "/journal", current == Room::Journal });
    return rooms;
}

namespace {

void fill_period(MemberRow& row, web::Localization const& language, Period const& period, Date today)
{
    row.period = period.end() ? language(tr("from {start} to {end}", { { "start", period.start() }, { "end", *period.end() } })) : language(tr("since {start}", { { "start", period.start() } }));
    row.is_over = period.end() && *period.end() < today;
    row.may_end = period.start() <= today && (!period.end() || *period.end() > today);
}

} // namespace

MemberRow member_row(web::Localization const& language, NamedMembership const& named, Date today)
{
    auto const organization = named.organization_acronym.empty() ? named.organization_name : named.organization_acronym;
    MemberRow row { named.membership.id.text(), named.person_name.empty() ? named.organization_name : named.person_name, named.person_name.empty() ? "" : organization,
        language(label_of(named.membership.status)), {} };
    fill_period(row, language, named.membership.period, today);
    return row;
}

MemberRow mandate_row(web::Localization const& language, NamedMandate const& named, Date today)
{
    MemberRow row { named.mandate.id.text(), named.person_name.empty() ? named.organization_name : named.person_name,
        named.person_name.empty() ? "" : named.organization_short_name(), language(label_of(named.mandate.role)), {} };
    fill_period(row, language, named.mandate.period, today);
    return row;
}

std::vector<web::Route> body_routes()
{
    using enum web::Method;
    return {
        { Get, "/bodies", show_bodies, web::signed_in() },
    };
}

} // namespace toguna::bodies
