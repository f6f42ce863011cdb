#include "bodies/members.html.hpp"
#include "bodies/pages.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "journal/pages.hpp"
#include "journal/store.hpp"
#include "bodies/rooms.html.hpp"
#include "people/pages.hpp"
#include "people/person_store.hpp"
#include "people/store.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace toguna::bodies {

namespace {

/// Ids only: a name that must be forgotten later is not kept by the journal.
std::string membership_facts(Membership const& membership)
{
    boost::json::object facts { { "status", name_of(membership.status) }, { "from", membership.period.start().to_iso() } };
    if (membership.organization)
        facts["organization"] = membership.organization->text();
    if (membership.person)
        facts["person"] = membership.person->text();
    if (membership.period.end())
        facts["until"] = membership.period.end()->to_iso();
    return boost::json::serialize(facts);
}

std::vector<web::Option> person_options(std::vector<people::Person> const& persons, std::string none)
{
    std::vector<web::Option> options { { "", std::move(none) } };
    for (auto const& person : persons)
        options.push_back({ person.id.text(), person.full_name });
    return options;
}

std::vector<web::Option> status_options(web::Localization const& language)
{
    std::vector<web::Option> options;
    for (auto const status : membership_statuses())
        options.push_back({ std::string(name_of(status)), language(label_of(status)) });
    return options;
}

Result<void> fill_form(MembersView& view, web::Context const& context, db::Reader const& reader, MembershipForm const& form, Error const* error)
{
    auto const& language = context.language;
    auto const message = [&](std::string_view field) { return error ? web::message_for(error->fields, field, language) : std::string(); };
    view.errors = error ? web::error_summary(context, *error) : SafeHtml();
    view.once = web::once_field(context);
    view.organization = { { "organization", language.t("Organisation"), language.t("Missing here? Add it under Organisations first."), message("organization"), true },
        people::organization_options(TRY(people::organization_choices(reader)), language.t("(none)")), form.organization };
    view.person = { { "person", language.t("Person"), language.t("Who represents the organisation, if anybody is named."), message("person"), true },
        person_options(TRY(people::person_choices(reader)), language.t("(none)")), form.person };
    view.status = { { "status", language.t("Status"), {}, message("status") }, status_options(language), form.status };
    view.starts_on = web::date_field({ "starts_on", language.t("First day"), language.t("Empty: today. For example 7/2/2026."), message("starts_on"), true }, form.starts_on, language);
    view.ends_on = web::date_field({ "ends_on", language.t("Last day"), language.t("Empty: until further notice."), message("ends_on"), true }, form.ends_on, language);
    return {};
}

Result<web::Reply> members_page(web::Context& context, BodyId const& id, MembershipForm const& form, Error const* error)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const body = TRY(find_body(reader, id));
        auto const today = web::local_date(context.now, TRY(time_zone_of(reader, body)));
        MembersView view;
        view.id = id.text();
        view.rooms = rooms_of(context, reader, body, Room::Members);
        view.may_edit = context.may(reader, manage_members, id.text());
        for (auto const& named : TRY(list_memberships(reader, id)))
            view.rows.push_back(member_row(context.language, named, today));
        std::stable_partition(view.rows.begin(), view.rows.end(), [](auto const& row) { return !row.is_over; });
        view.present = std::count_if(view.rows.begin(), view.rows.end(), [](auto const& row) { return !row.is_over; });
        if (view.may_edit)
            TRY(fill_form(view, context, reader, form, error));
        web::Page page { context.language(tr("Members of {body}", { { "body", body.short_name() } })), trail_of(context, body), "/bodies", html::members(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), !error ? 200 : error->kind == ErrorKind::Conflict ? 409 : 422);
    });
}

Result<web::Reply> show_members(web::Request const& request, web::Context& context)
{
    return members_page(context, TRY(request.id<BodyId>("body")), {}, nullptr);
}

/// Gives the membership back when what it points to exists: a form may be older than a merge of two organisations.
Result<Membership> with_known_holder(db::Reader const& db, Membership membership)
{
    if (membership.organization)
        TRY(people::find_organization(db, *membership.organization));
    if (membership.person)
        TRY(people::find_person(db, *membership.person));
    return membership;
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
            auto const today = web::local_date(context.now, TRY(time_zone_of(tx, body)));
            auto const read = TRY(form.value(membership_id, id, today));
            auto const membership = TRY(with_known_holder(tx, read));
            TRY(insert_membership(tx, membership));
            TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.member_added", membership_id.text(), id.text(), {}, membership_facts(membership) }, context.now, context.chance));
            return web::see_other("/bodies/" + id.text() + "/members");
        });
    });
    if (!saved && (saved.error().kind == ErrorKind::Invalid || saved.error().kind == ErrorKind::Conflict))
        return members_page(context, id, form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The member was added."));
}

Result<web::Reply> end_membership_today(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const membership_id = TRY(request.id<MembershipId>("membership"));
    auto const saved = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        TRY(context.require(tx, manage_members, id.text()));
        auto const membership = TRY(find_membership(tx, membership_id));
        if (membership.body != id)
            return fail(ErrorKind::NotFound, tr("This membership does not exist."));
        auto const body = TRY(find_body(tx, id));
        auto const today = web::local_date(context.now, TRY(time_zone_of(tx, body)));
        TRY(end_membership(tx, membership_id, today));
        TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.membership_ended", membership_id.text(), id.text(), membership_facts(membership), {} }, context.now, context.chance));
        return web::see_other("/bodies/" + id.text() + "/members");
    });
    return web::with_notice(request, context, TRY(saved), tr("The membership ends today; its rights end at midnight."));
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

std::vector<web::Route> member_routes()
{
    using enum web::Method;
    return {
        { Get, "/bodies/:body/members", show_members, web::by_right(view_body, body_in_path) },
        { Post, "/bodies/:body/members", create_membership, web::by_right(manage_members, body_in_path) },
        { Post, "/bodies/:body/members/:membership/end", end_membership_today, web::by_right(manage_members, body_in_path) },
        { Get, "/bodies/:body/journal", show_body_journal, web::by_right(manage_body, body_in_path) },
    };
}

} // namespace toguna::bodies
