#include "bodies/bodies.html.hpp"
#include "bodies/body.html.hpp"
#include "bodies/body_form.html.hpp"
#include "bodies/pages.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "geography/store.hpp"
#include "journal/store.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace toguna::bodies {

namespace {

/// More bodies than a country has; above, a parent is found by its code.
constexpr int most_parents = 500;

std::string body_facts(Body const& body)
{
    return boost::json::serialize(boost::json::object { { "name", body.name }, { "code", body.code }, { "kind", name_of(body.kind) } });
}

std::string joined_aliases(Body const& body)
{
    std::string text;
    for (auto const& alias : body.aliases)
        text += (text.empty() ? "" : " · ") + alias.text;
    return text;
}

std::vector<web::Option> kind_options(web::Localization const& language)
{
    std::vector<web::Option> options;
    for (auto const kind : body_kinds())
        options.push_back({ std::string(name_of(kind)), language(label_of(kind)) });
    return options;
}

std::vector<web::Option> weekday_options(web::Localization const& language)
{
    return { { "1", language.t("Monday") }, { "2", language.t("Tuesday") }, { "3", language.t("Wednesday") }, { "4", language.t("Thursday") }, { "5", language.t("Friday") },
        { "6", language.t("Saturday") }, { "7", language.t("Sunday") } };
}

/// Administrators see every body; others those they belong to.
Result<std::vector<Body>> visible_bodies(web::Context const& context, db::Reader const& reader, BodyFilter const& filter)
{
    if (context.visitor->administrator)
        return list_bodies(reader, filter);
    auto const person = people::PersonId::parse(context.visitor->person);
    return person ? bodies_of_person(reader, *person, context.today()) : std::vector<Body> {};
}

Result<web::Reply> show_bodies(web::Request const& request, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        bool const all = context.visitor->administrator;
        BodyFilter filter { std::string(request.query.get("search")), {}, web::rows_per_page, 0 };
        auto const total = all ? TRY(count_bodies(reader, filter)) : 0;
        auto const pagination = web::paginate(static_cast<int>(total), request.query.get("page"));
        filter.offset = (pagination.page - 1) * web::rows_per_page;
        BodiesView view;
        for (auto const& body : TRY(visible_bodies(context, reader, filter)))
            view.rows.push_back({ body.id.text(), body.name, body.acronym, language(label_of(body.kind)), body.code });
        view.total = all ? total : static_cast<std::int64_t>(view.rows.size());
        view.search = { { "search", language.t("Search by name, acronym or code") }, filter.search, web::Width::Half, "search" };
        view.may_add = all;
        view.pages = web::pagination_links(context, request, pagination);
        view.empty = all && filter.search.empty()
            ? web::EmptyState { language.t("No body yet"), language.t("Create the first cluster or group: its members, its action plan and its reminders come next."), language.t("Create a body"), "/bodies/new" }
            : all ? web::EmptyState { language.t("No body matches"), language.t("Try fewer letters: accents and capitals do not matter."), language.t("Show all"), "/bodies" }
                  : web::EmptyState { language.t("You belong to no body today"), language.t("Ask the coordination of your cluster or group to add you to its members.") };
        return web::page(context, { language.t("Bodies"), { { language.t("Home"), "/" } }, "/bodies", html::bodies(view, context.templates()) });
    });
}

Result<web::Definitions> definitions_of(web::Context const& context, db::Reader const& reader, Body const& body)
{
    auto const& language = context.language;
    web::Definitions definitions { { language.t("Kind"), web::escaped(language(label_of(body.kind))) }, { language.t("Code"), web::escaped(body.code) },
        { language.t("Country"), web::escaped(TRY(geography::find_country(reader, body.country)).name(language.language())) } };
    if (body.parent) {
        auto const parent = TRY(find_body(reader, *body.parent));
        definitions.push_back({ language.t("Reports to"), web::link(parent.name, "/bodies/" + parent.id.text()) });
    }
    if (!body.aliases.empty())
        definitions.push_back({ language.t("Other names"), web::escaped(joined_aliases(body)) });
    return definitions;
}

Result<web::Reply> show_body(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const body = TRY(find_body(reader, id));
        auto const today = web::local_date(context.now, TRY(time_zone_of(reader, body)));
        BodyView view;
        view.id = id.text();
        view.rooms = rooms_of(context, reader, body, Room::Overview);
        view.definitions = TRY(definitions_of(context, reader, body));
        for (auto const& named : TRY(mandates_on(reader, id, today)))
            if (coordinates(named.mandate.role))
                view.coordination.push_back(mandate_row(context.language, named, today));
        view.members = static_cast<std::int64_t>(TRY(member_organizations(reader, id, today)).size());
        view.may_edit = context.may(reader, manage_body, id.text());
        view.may_manage_members = context.may(reader, manage_members, id.text());
        return web::page(context, { body.name, trail_of(context, body), "/bodies", html::body(view, context.templates()) });
    });
}

struct Choices {
    std::vector<web::Option> countries;
    std::vector<web::Option> bodies;
};

Result<Choices> read_choices(web::Context const& context, std::string const& own_id)
{
    return context.db.read([&](db::Reader const& reader) -> Result<Choices> {
        Choices choices;
        for (auto const& country : TRY(geography::list_countries(reader)))
            choices.countries.push_back({ country.code.text(), country.name(context.language.language()) });
        std::sort(choices.countries.begin(), choices.countries.end(), [&](auto const& left, auto const& right) { return context.language.less(left.label, right.label); });
        choices.countries.insert(choices.countries.begin(), web::Option { "", context.language.t("Choose") });
        choices.bodies.push_back({ "", context.language.t("(none)") });
        for (auto const& body : TRY(list_bodies(reader, { {}, {}, most_parents, 0 })))
            if (body.id.text() != own_id)
                choices.bodies.push_back({ body.id.text(), body.name });
        return choices;
    });
}

Result<web::Reply> body_form_page(web::Context& context, BodyForm const& form, std::string const& id, Error const* error)
{
    auto const& language = context.language;
    auto choices = TRY(read_choices(context, id));
    auto const frame = [&](std::string name, std::string label, std::string hint = {}, bool optional = false) {
        return web::FieldFrame { name, std::move(label), std::move(hint), error ? web::message_for(error->fields, name, language) : "", optional };
    };
    BodyFormView view;
    view.action = id.empty() ? "/bodies" : "/bodies/" + id;
    view.cancel = view.action;
    view.version = form.version;
    view.errors = error ? web::error_summary(context, *error) : SafeHtml();
    view.once = web::once_field(context);
    view.kind = { frame("kind", language.t("Kind")), kind_options(language), form.kind };
    view.name = { frame("name", language.t("Name")), form.name };
    view.acronym = { frame("acronym", language.t("Acronym"), {}, true), form.acronym, web::Width::Half };
    view.code = { frame("code", language.t("Code"), language.t("Short and without accents: it names this body on the command line and in references of actions, such as NUT.")), form.code, web::Width::Date };
    view.country = { frame("country", language.t("Country")), std::move(choices.countries), form.country };
    view.parent = { frame("parent", language.t("Reports to"), {}, true), std::move(choices.bodies), form.parent };
    view.quiet_weekdays = { frame("quiet_weekdays", language.t("Days without reminders"), {}, true), weekday_options(language), form.quiet_weekdays, true, true };
    web::Page page { id.empty() ? language.t("Create a body") : language.t("Change a body"), { { language.t("Home"), "/" }, { language.t("Bodies"), "/bodies" } }, "/bodies",
        html::body_form(view, context.templates()), error != nullptr };
    return web::page(context, std::move(page), !error ? 200 : error->kind == ErrorKind::Conflict ? 409 : 422);
}

bool can_be_mended(Error const& error) { return error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Conflict; }

Result<web::Reply> new_body(web::Request const&, web::Context& context) { return body_form_page(context, {}, {}, nullptr); }

Result<web::Reply> edit_body(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const body = TRY(context.db.read([&](db::Reader const& reader) { return find_body(reader, id); }));
    return body_form_page(context, BodyForm::encode(body), id.text(), nullptr);
}

Result<web::Reply> create_body(web::Request const& request, web::Context& context)
{
    auto const form = BodyForm::decode(request);
    Body const empty { context.new_id<BodyId>(), BodyKind::Cluster, "", "", "", geography::CountryCode::trusted("") };
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, manage_body, ""));
            auto const body = TRY(form.value(empty));
            TRY(insert_body(tx, body, context.now));
            TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.body_added", body.id.text(), body.id.text(), {}, body_facts(body) }, context.now, context.chance));
            return web::see_other("/bodies/" + body.id.text() + "/members");
        });
    });
    if (!saved && can_be_mended(saved.error()))
        return body_form_page(context, form, {}, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The body was created. Add its coordinator and its members."));
}

Result<web::Reply> change_body(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const form = BodyForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, manage_body, id.text()));
            auto const before = TRY(find_body(tx, id));
            auto const after = TRY(form.value(before));
            TRY(update_body(tx, after, context.now));
            TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.body_changed", id.text(), id.text(), body_facts(before), body_facts(after) }, context.now, context.chance));
            return web::see_other("/bodies/" + id.text());
        });
    });
    if (!saved && can_be_mended(saved.error()))
        return body_form_page(context, form, id.text(), &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("Your changes were saved."));
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
    Rooms rooms { { language.t("Overview"), path, current == Room::Overview }, { language.t("Actions"), path + "/plans", current == Room::Actions } };
    if (context.may(reader, read_reminder_log, body.id.text()))
        rooms.push_back({ language.t("Reminders"), path + "/reminders", current == Room::Reminders });
    rooms.push_back({ language.t("Members"), path + "/members", current == Room::Members });
    rooms.push_back({ language.t("Mandates"), path + "/mandates", current == Room::Mandates });
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
        { Get, "/bodies/new", new_body, web::administrator() },
        { Post, "/bodies", create_body, web::administrator() },
        { Get, "/bodies/:body", show_body, web::by_right(view_body, body_in_path) },
        { Get, "/bodies/:body/edit", edit_body, web::by_right(manage_body, body_in_path) },
        { Post, "/bodies/:body", change_body, web::by_right(manage_body, body_in_path) },
    };
}

} // namespace toguna::bodies
