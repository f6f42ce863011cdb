#include "bodies/member.html.hpp"
#include "bodies/member_change.html.hpp"
#include "bodies/member_pages.hpp"
#include "bodies/member_rule_store.hpp"
#include "bodies/onboarding_pages.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "journal/store.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <algorithm>

namespace toguna::bodies {

namespace {

std::string members_path(BodyId const& body) { return "/bodies/" + body.text() + "/members"; }

/// The membership of the address, when it belongs to the body of the address.
Result<Membership> membership_in(db::Reader const& reader, web::Request const& request, BodyId const& body)
{
    auto membership = TRY(find_membership(reader, TRY(request.id<MembershipId>("membership"))));
    if (membership.body != body)
        return fail(ErrorKind::NotFound, tr("This membership does not exist."));
    return membership;
}

/// All of the same organisation, or of the same person without organisation; latest first.
Result<std::vector<NamedMembership>> history_of(db::Reader const& reader, Membership const& membership)
{
    auto all = TRY(list_memberships(reader, membership.body));
    std::erase_if(all, [&](auto const& named) {
        return membership.organization ? named.membership.organization != membership.organization : named.membership.organization || named.membership.person != membership.person;
    });
    std::stable_sort(all.begin(), all.end(), [](auto const& left, auto const& right) { return left.membership.period.start() > right.membership.period.start(); });
    return all;
}

MemberHistoryRow history_row(NamedMembership const& named, MemberRule const& rule, bool may_edit, Date today, web::Localization const& language)
{
    auto const& membership = named.membership;
    bool const is_over = membership.period.end() && *membership.period.end() < today;
    MemberHistoryRow row { named.person_name.empty() ? language.t("(the organisation itself)") : named.person_name, membership.person && membership.organization ? language(label_of(membership.seat)) : std::string(),
        tag_of(membership.status, language), period_words(membership.period, language), membership.reason, decides(rule, membership) && !is_over ? language.t("yes") : std::string(), {} };
    if (!membership.end_reason.empty())
        row.reason += (row.reason.empty() ? "" : " ") + language(tr("Ended: {reason}", { { "reason", membership.end_reason } }));
    if (may_edit && !is_over)
        row.path = members_path(membership.body) + "/" + membership.id.text() + "/change";
    return row;
}

void fill_activity(MemberView& view, ActivityReading const& activity, people::OrganizationId const& organization, web::Localization const& language)
{
    auto const finding = activity.finding(organization);
    if (finding.reasons.empty())
        return;
    view.activity = tag_of(finding.activity, language);
    for (auto const& reason : finding.reasons)
        view.reasons.push_back(language(reason));
    if (activity.own.contains(organization))
        view.notice = language(trn("You see this at once, because it is your organisation; others see what is written down after {count} day. Tell the coordination if something is wrong.",
            "You see this at once, because it is your organisation; others see what is written down after {count} days. Tell the coordination if something is wrong.", activity.rule.notice_days));
    else if (activity.rule.notice_days > 0)
        view.notice = language(trn("What was written down during the last {count} day is shown to the organisation first.",
            "What was written down during the last {count} days is shown to the organisation first.", activity.rule.notice_days));
}

} // namespace

Result<web::Reply> member_page(web::Request const& request, web::Context& context, people::Chosen const* typed_buddy, Error const* error)
{
    auto const id = TRY(request.id<BodyId>("body"));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const body = TRY(find_body(reader, id));
        auto const membership = TRY(membership_in(reader, request, id));
        auto const history = TRY(history_of(reader, membership));
        auto const today = web::local_date(context.now, TRY(time_zone_of(reader, body)));
        auto const activity = TRY(read_activity(reader, context, id, today, today));
        bool const may_edit = context.may(reader, manage_members, id.text());
        auto const& first = history.front();
        MemberView view;
        view.id = id.text();
        view.membership = membership.id.text();
        view.rooms = rooms_of(context, reader, body, Room::Members);
        view.member_rooms = member_rooms_of(context, reader, body, MemberRoom::List);
        if (first.organization_type)
            view.definitions = { { language.t("Type"), web::escaped(language(people::label_of(*first.organization_type))) },
                { language.t("Organisation"), web::link(first.organization_name, "/organizations/" + membership.organization->text()) } };
        if (membership.organization)
            fill_activity(view, activity, *membership.organization, language);
        for (auto const& named : history)
            view.rows.push_back(history_row(named, activity.rule, may_edit, today, language));
        view.errors = error ? web::error_summary(context, *error) : SafeHtml();
        view.onboarding = TRY(member_onboarding(reader, context, membership, today, typed_buddy, error));
        auto trail = trail_of(context, body);
        trail.push_back({ language.t("Members"), members_path(id) });
        web::Page page { language(tr("{name} in {body}", { { "name", first.organization_name.empty() ? first.person_name : first.organization_short_name() }, { "body", body.short_name() } })), std::move(trail), "/bodies",
            html::member(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), error ? 422 : 200);
    });
}

namespace {

Result<web::Reply> show_member(web::Request const& request, web::Context& context) { return member_page(request, context); }

/// What was typed into the two forms of the page, and which one was refused.
struct ChangeForms {
    StatusForm status = {};
    EndForm end = {};
    Error const* error = nullptr;
};

void fill_change(MemberChangeView& view, Membership const& membership, ChangeForms const& forms, web::Localization const& language)
{
    auto const message = [&](std::string_view field) { return forms.error ? web::message_for(forms.error->fields, field, language) : std::string(); };
    std::vector<web::Option> options;
    for (auto const status : next_statuses(membership.status))
        options.push_back({ std::string(name_of(status)), language(label_of(status)) });
    view.status = { { "status", language.t("New status"), {}, message("status") }, std::move(options), { forms.status.status }, false, true };
    view.starts_on = web::date_field({ "starts_on", language.t("First day of the new status"), language.t("Empty: today. For example 7/2/2026."), message("starts_on"), true }, forms.status.starts_on, language);
    view.reason = { { "reason", language.t("Reason"), language.t("The decision this follows from; the member reads it too."), message("reason") }, forms.status.reason, 2 };
    view.ends_on = web::date_field({ "ends_on", language.t("Last day"), language.t("Empty: today. That day still counts."), message("ends_on"), true }, forms.end.ends_on, language);
    view.end_reason = { { "end_reason", language.t("Reason"), {}, message("end_reason"), true }, forms.end.end_reason, 2 };
}

Result<web::Reply> change_page(web::Request const& request, web::Context& context, ChangeForms const& forms)
{
    auto const id = TRY(request.id<BodyId>("body"));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const body = TRY(find_body(reader, id));
        auto const membership = TRY(membership_in(reader, request, id));
        auto const history = TRY(history_of(reader, membership));
        auto const named = *std::find_if(history.begin(), history.end(), [&](auto const& one) { return one.membership.id == membership.id; });
        MemberChangeView view;
        view.id = id.text();
        view.membership = membership.id.text();
        view.rooms = rooms_of(context, reader, body, Room::Members);
        view.errors = forms.error ? web::error_summary(context, *forms.error) : SafeHtml();
        view.once = web::once_field(context);
        view.definitions = { { language.t("Member"), web::escaped(named.person_name.empty() || named.organization_name.empty() ? named.holder() : named.person_name + " (" + named.organization_short_name() + ")") },
            { language.t("Status"), web::escaped(language(label_of(membership.status))) }, { language.t("Period"), web::escaped(period_words(membership.period, language)) } };
        fill_change(view, membership, forms, language);
        auto trail = trail_of(context, body);
        trail.push_back({ language.t("Members"), members_path(id) });
        web::Page page { language.t("Change or end a membership"), std::move(trail), "/bodies", html::member_change(view, context.templates()), forms.error != nullptr };
        return web::page(context, std::move(page), !forms.error ? 200 : forms.error->kind == ErrorKind::Conflict ? 409 : 422);
    });
}

Result<web::Reply> show_change(web::Request const& request, web::Context& context) { return change_page(request, context, {}); }

bool can_be_mended(Error const& error) { return error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Conflict; }

Result<web::Reply> change_status_of_member(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const form = StatusForm::decode(request);
    auto const next_id = context.new_id<MembershipId>();
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, manage_members, id.text()));
            auto const membership = TRY(membership_in(tx, request, id));
            auto const today = web::local_date(context.now, TRY(time_zone_of(tx, TRY(find_body(tx, id)))));
            auto const asked = TRY(form.value(today));
            auto const change = TRY(save_status(tx, membership.id, next_id, asked.status, asked.first_day, form.reason));
            TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.membership_changed", membership.id.text(), id.text(), membership_facts(membership), membership_facts(change.next) }, context.now, context.chance));
            return web::see_other(members_path(id) + "/" + next_id.text());
        });
    });
    if (!saved && can_be_mended(saved.error()))
        return change_page(request, context, { form, {}, &saved.error() });
    return web::with_notice(request, context, TRY(saved), tr("The status was changed. The former one stays in the history."));
}

Result<web::Reply> end_member(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const form = EndForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        TRY(context.require(tx, manage_members, id.text()));
        auto const membership = TRY(membership_in(tx, request, id));
        auto const today = web::local_date(context.now, TRY(time_zone_of(tx, TRY(find_body(tx, id)))));
        TRY(end_membership(tx, membership.id, TRY(form.value(today)), form.end_reason));
        TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.membership_ended", membership.id.text(), id.text(), membership_facts(membership), membership_facts(TRY(find_membership(tx, membership.id))) }, context.now, context.chance));
        return web::see_other(members_path(id) + "/" + membership.id.text());
    });
    if (!saved && can_be_mended(saved.error()))
        return change_page(request, context, { {}, form, &saved.error() });
    return web::with_notice(request, context, TRY(saved), tr("The membership ends; its rights end at midnight of its last day."));
}

} // namespace

std::vector<web::Route> member_story_routes()
{
    using enum web::Method;
    return {
        { Get, "/bodies/:body/members/:membership", show_member, web::by_right(view_body, body_in_path) },
        { Get, "/bodies/:body/members/:membership/change", show_change, web::by_right(manage_members, body_in_path) },
        { Post, "/bodies/:body/members/:membership/status", change_status_of_member, web::by_right(manage_members, body_in_path) },
        { Post, "/bodies/:body/members/:membership/end", end_member, web::by_right(manage_members, body_in_path) },
    };
}

} // namespace toguna::bodies
