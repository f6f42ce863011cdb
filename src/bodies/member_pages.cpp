#include "bodies/member_pages.hpp"

#include "bodies/focal_point_pages.hpp"
#include "bodies/member_form.html.hpp"
#include "bodies/member_list_pages.hpp"
#include "bodies/member_rule_store.hpp"
#include "bodies/members.html.hpp"
#include "bodies/onboarding_pages.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/rooms.html.hpp"
#include "bodies/store.hpp"
#include "formats/sheet_writer.hpp"
#include "journal/pages.hpp"
#include "journal/store.hpp"
#include "people/chooser_store.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace toguna::bodies {

namespace {

Result<Date> today_of(db::Reader const& reader, web::Context const& context, Body const& body)
{
    return web::local_date(context.now, TRY(time_zone_of(reader, body)));
}

/// The list as it was asked for.
struct MemberList {
    Body body;
    MemberListRequest asked;
    std::vector<MemberGroup> all;    ///< of the day
    std::vector<MemberGroup> chosen; ///< what the filters leave
    ActivityReading activity;
};

Result<MemberList> read_list(db::Reader const& reader, web::Request const& request, web::Context const& context)
{
    auto body = TRY(find_body(reader, TRY(request.id<BodyId>("body"))));
    auto const today = TRY(today_of(reader, context, body));
    auto const asked = MemberListRequest::decode(request, today);
    auto all = grouped(TRY(memberships_on(reader, body.id, asked.as_of.day)));
    auto activity = TRY(read_activity(reader, context, body.id, today, asked.as_of.day));
    auto chosen = asked.chosen_of(all);
    return MemberList { std::move(body), asked, std::move(all), std::move(chosen), std::move(activity) };
}

Result<web::Reply> show_members(web::Request const& request, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const list = TRY(read_list(reader, request, context));
        auto const pagination = web::paginate(static_cast<int>(list.chosen.size()), request.query.get("page"));
        auto view = members_view(list.body, list.asked, list.all, context.language);
        view.rooms = rooms_of(context, reader, list.body, Room::Members);
        view.member_rooms = member_rooms_of(context, reader, list.body, MemberRoom::List);
        view.may_edit = context.may(reader, manage_members, list.body.id.text());
        view.shows_activity = list.activity.rule.criteria.meetings || list.activity.rule.criteria.reports;
        view.caption = list_caption(list.asked, static_cast<int>(list.chosen.size()), context.language);
        view.pages = web::pagination_links(context, request, pagination);
        auto const first = (pagination.page - 1) * web::rows_per_page;
        auto const last = std::min<int>(first + web::rows_per_page, static_cast<int>(list.chosen.size()));
        for (int place = first; place < last; ++place)
            view.rows.push_back(member_list_row(list.chosen[static_cast<std::size_t>(place)], list.activity, context.language));
        return web::page(context, { context.language(tr("Members of {body}", { { "body", list.body.short_name() } })), trail_of(context, list.body), "/bodies", html::members(view, context.templates()) });
    });
}

Result<formats::Workbook> read_workbook(web::Request const& request, web::Context const& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<formats::Workbook> {
        auto const list = TRY(read_list(reader, request, context));
        formats::Workbook workbook;
        workbook.title = context.file_language(tr("Members of {body}", { { "body", list.body.short_name() } }));
        workbook.author = context.visitor ? context.visitor->name : std::string();
        workbook.created = context.now;
        workbook.sheets.push_back(member_sheet(list.chosen, list.activity, workbook.title, context.file_language));
        return workbook;
    });
}

Result<web::Reply> export_xlsx(web::Request const& request, web::Context& context)
{
    auto const workbook = TRY(read_workbook(request, context));
    return web::download(TRY(formats::write_xlsx(workbook)), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook.title + ".xlsx");
}

Result<web::Reply> export_csv(web::Request const& request, web::Context& context)
{
    auto const workbook = TRY(read_workbook(request, context));
    return web::download(formats::write_csv(workbook.sheets.front()), "text/csv; charset=utf-8", workbook.title + ".csv");
}

template<class Values>
std::vector<web::Option> options_of(Values const& values, web::Localization const& language)
{
    std::vector<web::Option> options;
    for (auto const value : values)
        options.push_back({ std::string(name_of(value)), language(label_of(value)) });
    return options;
}

Result<web::Reply> form_page(web::Context& context, BodyId const& id, MembershipForm const& form, Error const* error)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const body = TRY(find_body(reader, id));
        auto const rule = TRY(find_member_rule(reader, id));
        auto const message = [&](std::string_view field) { return error ? web::message_for(error->fields, field, language) : std::string(); };
        MemberFormView view;
        view.id = id.text();
        view.rooms = rooms_of(context, reader, body, Room::Members);
        view.errors = error ? web::error_summary(context, *error) : SafeHtml();
        view.once = web::once_field(context);
        if (rule.most_persons)
            view.rule = language(trn("This body takes {count} person of one organisation at most.", "This body takes {count} persons of one organisation at most.", *rule.most_persons));
        view.organization = TRY(people::organization_field(reader, context, { "organization", language.t("Organisation"), language.t("Its name or acronym. Missing here? Add it under Organisations first."), {}, true }, form.organization, error));
        view.person = TRY(people::person_field(reader, context, { "person", language.t("Person"), language.t("Who represents the organisation, if anybody is named."), {}, true }, form.person, error));
        view.seat = { { "seat", language.t("Seat"), language.t("Of the person, where one is named."), message("seat") }, options_of(membership_seats(), language), { form.seat }, false, true };
        view.status = { { "status", language.t("Status"), {}, message("status") }, options_of(membership_statuses(), language), form.status };
        view.starts_on = web::date_field({ "starts_on", language.t("First day"), language.t("Empty: today. For example 7/2/2026."), message("starts_on"), true }, form.starts_on, language);
        view.ends_on = web::date_field({ "ends_on", language.t("Last day"), language.t("Empty: until further notice."), message("ends_on"), true }, form.ends_on, language);
        view.reason = { { "reason", language.t("Reason"), language.t("The decision or the letter this follows from."), message("reason"), true }, form.reason, 2 };
        auto trail = trail_of(context, body);
        trail.push_back({ language.t("Members"), "/bodies/" + id.text() + "/members" });
        web::Page page { language.t("Add a member"), std::move(trail), "/bodies", html::member_form(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), !error ? 200 : error->kind == ErrorKind::Conflict ? 409 : 422);
    });
}

Result<web::Reply> new_membership(web::Request const& request, web::Context& context)
{
    return form_page(context, TRY(request.id<BodyId>("body")), {}, nullptr);
}

Result<MembershipForm::Holder> resolve_holder(db::Reader const& db, MembershipForm const& form)
{
    return MembershipForm::Holder { TRY(people::refusable(people::resolve_optional_organization(db, form.organization, "organization"))),
        TRY(people::refusable(people::resolve_optional_person(db, form.person, "person"))) };
}

Result<web::Reply> create_membership(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const form = MembershipForm::decode(request);
    auto const membership_id = context.new_id<MembershipId>();
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, manage_members, id.text()));
            auto const body = TRY(find_body(tx, id));
            auto const today = TRY(today_of(tx, context, body));
            auto const membership = TRY(form.value(membership_id, id, TRY(resolve_holder(tx, form)), today));
            TRY(insert_membership(tx, membership));
            TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.member_added", membership_id.text(), id.text(), {}, membership_facts(membership) }, context.now, context.chance));
            return web::see_other("/bodies/" + id.text() + "/members");
        });
    });
    if (!saved && (saved.error().kind == ErrorKind::Invalid || saved.error().kind == ErrorKind::Conflict))
        return form_page(context, id, form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The member was added."));
}

Result<web::Reply> show_body_journal(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const body = TRY(find_body(reader, id));
        auto const events = TRY(journal::events_content(request, context, reader, { .body = id.text() }));
        auto const rooms = html::rooms(rooms_of(context, reader, body, Room::Journal), context.templates());
        return web::page(context, { context.language(tr("Journal of {body}", { { "body", body.short_name() } })), trail_of(context, body), "/bodies",
            SafeHtml::trusted(rooms.markup() + events.markup()) });
    });
}

} // namespace

std::string membership_facts(Membership const& membership)
{
    boost::json::object facts { { "status", name_of(membership.status) }, { "from", membership.period.start().to_iso() } };
    if (membership.organization)
        facts["organization"] = membership.organization->text();
    if (membership.person) {
        facts["person"] = membership.person->text();
        facts["seat"] = name_of(membership.seat);
    }
    if (membership.period.end())
        facts["until"] = membership.period.end()->to_iso();
    return boost::json::serialize(facts);
}

Rooms member_rooms_of(web::Context const& context, db::Reader const&, Body const& body, MemberRoom current)
{
    auto const& language = context.language;
    auto const path = "/bodies/" + body.id.text();
    return { { language.t("List of members"), path + "/members", current == MemberRoom::List },
        { language.t("Participation"), path + "/participation", current == MemberRoom::Participation },
        { language.t("Onboarding"), path + "/onboarding", current == MemberRoom::Onboarding },
        { language.t("Focal points"), path + "/focal-points", current == MemberRoom::FocalPoints },
        { language.t("Rule for members"), path + "/members/rule", current == MemberRoom::Rule } };
}

std::vector<web::Route> member_routes()
{
    using enum web::Method;
    std::vector<web::Route> routes {
        { Get, "/bodies/:body/members", show_members, web::by_right(view_body, body_in_path) },
        { Get, "/bodies/:body/members/new", new_membership, web::by_right(manage_members, body_in_path) },
        { Get, "/bodies/:body/members/export.xlsx", export_xlsx, web::by_right(view_body, body_in_path) },
        { Get, "/bodies/:body/members/export.csv", export_csv, web::by_right(view_body, body_in_path) },
        { Post, "/bodies/:body/members", create_membership, web::by_right(manage_members, body_in_path) },
        { Get, "/bodies/:body/journal", show_body_journal, web::by_right(manage_body, body_in_path) },
    };
    for (auto const& part : { member_story_routes(), member_rule_routes(), participation_routes(), onboarding_routes(), focal_point_routes() })
        routes.insert(routes.end(), part.begin(), part.end());
    return routes;
}

} // namespace toguna::bodies
