#include "bodies/onboarding_pages.hpp"

#include "bodies/member_onboarding.html.hpp"
#include "bodies/member_pages.hpp"
#include "bodies/onboarding_list.html.hpp"
#include "bodies/onboarding_store.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "journal/store.hpp"
#include "people/chooser_store.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <set>

namespace toguna::bodies {

namespace {

std::string path_of(BodyId const& body) { return "/bodies/" + body.text() + "/onboarding"; }

HolderId whose(Membership const& membership) { return membership.organization ? holder_of(*membership.organization) : holder_of(*membership.person); }

std::string done_words(OnboardingProgress const& progress, web::Localization const& language)
{
    auto const percent = progress.percent();
    if (!percent)
        return language.t("n/a");
    return language(tr("{done} of {asked} · {percent} percent", { { "done", progress.done }, { "asked", progress.asked }, { "percent", *percent } }));
}

std::vector<OnboardingItem> in_force(std::vector<OnboardingItem> items, Date today)
{
    std::erase_if(items, [&](auto const& item) { return item.retired_on && *item.retired_on <= today; });
    return items;
}

Result<std::vector<NewMemberRow>> new_members(db::Reader const& reader, BodyId const& body, std::vector<OnboardingItem> const& items, Date today, web::Localization const& language)
{
    auto const ticks = TRY(list_onboarding_ticks(reader, body));
    auto const buddies = TRY(list_buddies(reader, body));
    auto const first_days = TRY(first_days_as_member(reader, body, today));
    std::vector<NewMemberRow> rows;
    for (auto const& group : grouped(TRY(memberships_on(reader, body, today)))) {
        auto const holder = whose(group.front().membership);
        auto const first_day = first_days.find(holder);
        if (first_day == first_days.end() || !is_new_member(first_day->second, today))
            continue;
        auto const buddy = buddies.find(holder);
        rows.push_back({ "/bodies/" + body.text() + "/members/" + group.front().membership.id.text(), group.front().holder(), language.date(first_day->second),
            buddy == buddies.end() ? std::string() : buddy->second.name, done_words(progress_of(items, ticks, holder, today), language) });
    }
    return rows;
}

Result<web::Reply> list_page(web::Request const& request, web::Context& context, std::string const& text, Error const* error)
{
    auto const id = TRY(request.id<BodyId>("body"));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const body = TRY(find_body(reader, id));
        auto const today = web::local_date(context.now, TRY(time_zone_of(reader, body)));
        auto const items = in_force(TRY(list_onboarding_items(reader, id)), today);
        auto const rows = TRY(new_members(reader, id, items, today, language));
        auto const pagination = web::paginate(static_cast<int>(rows.size()), request.query.get("page"));
        auto const first = rows.begin() + (pagination.page - 1) * web::rows_per_page;
        OnboardingListView view;
        view.id = id.text();
        view.rooms = rooms_of(context, reader, body, Room::Members);
        view.member_rooms = member_rooms_of(context, reader, body, MemberRoom::Onboarding);
        view.errors = error ? web::error_summary(context, *error) : SafeHtml();
        view.once = web::once_field(context);
        view.may_edit = context.may(reader, manage_members, id.text());
        view.rows.assign(first, first + std::min<std::ptrdiff_t>(web::rows_per_page, rows.end() - first));
        view.total = pagination.total;
        view.pages = web::pagination_links(context, request, pagination);
        for (auto const& item : items)
            view.items.push_back({ item.id.text(), item.text, view.may_edit });
        view.text = { { "text", language.t("One more item"), {}, error ? web::message_for(error->fields, "text", language) : std::string() }, text };
        auto trail = trail_of(context, body);
        trail.push_back({ language.t("Members"), "/bodies/" + id.text() + "/members" });
        web::Page page { language(tr("Welcoming new members of {body}", { { "body", body.short_name() } })), std::move(trail), "/bodies", html::onboarding_list(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), error ? 422 : 200);
    });
}

Result<web::Reply> show_onboarding(web::Request const& request, web::Context& context) { return list_page(request, context, {}, nullptr); }

Result<void> record(db::Transaction& tx, web::Context& context, std::string kind, std::string const& object, BodyId const& body, boost::json::object const& facts)
{
    TRY(journal::record_event(tx, journal::actor_of(context), { std::move(kind), object, body.text(), {}, boost::json::serialize(facts) }, context.now, context.chance));
    return {};
}

Result<web::Reply> begin_with_standard(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, manage_members, id.text()));
            TRY(find_body(tx, id));
            for (auto const& text : standard_onboarding())
                TRY(insert_onboarding_item(tx, { context.new_id<OnboardingItemId>(), id, 1, context.language(text) }));
            TRY(record(tx, context, "bodies.onboarding_items_added", id.text(), id, { { "count", standard_onboarding().size() } }));
            return web::see_other(path_of(id));
        });
    });
    return web::with_notice(request, context, TRY(saved), tr("The list is there. Add what your body needs, and take away the rest."));
}

Result<web::Reply> create_item(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    std::string const text(request.form.get("text"));
    auto const item_id = context.new_id<OnboardingItemId>();
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, manage_members, id.text()));
            TRY(find_body(tx, id));
            TRY(insert_onboarding_item(tx, { item_id, id, 1, text }));
            TRY(record(tx, context, "bodies.onboarding_item_added", item_id.text(), id, { { "text", text } }));
            return web::see_other(path_of(id));
        });
    });
    if (!saved && saved.error().kind == ErrorKind::Invalid)
        return list_page(request, context, text, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The item was added to the list."));
}

Result<web::Reply> retire_item(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const item_id = TRY(request.id<OnboardingItemId>("item"));
    auto const saved = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        TRY(context.require(tx, manage_members, id.text()));
        if (TRY(find_onboarding_item(tx, item_id)).body != id)
            return fail(ErrorKind::NotFound, tr("This item does not exist."));
        auto const today = web::local_date(context.now, TRY(time_zone_of(tx, TRY(find_body(tx, id)))));
        TRY(retire_onboarding_item(tx, item_id, today));
        TRY(record(tx, context, "bodies.onboarding_item_retired", item_id.text(), id, { { "on", today.to_iso() } }));
        return web::see_other(path_of(id));
    });
    return web::with_notice(request, context, TRY(saved), tr("The item is no longer asked. What was ticked is kept."));
}

/// Writes the difference between what was ticked and what is.
Result<void> save_ticks(db::Transaction& tx, web::Context& context, BodyId const& body, HolderId const& holder, std::set<std::string, std::less<>> const& chosen, Date today)
{
    auto const ticks = TRY(list_onboarding_ticks(tx, body));
    boost::json::object changes;
    for (auto const& item : in_force(TRY(list_onboarding_items(tx, body)), today)) {
        bool const was = std::any_of(ticks.begin(), ticks.end(), [&](auto const& tick) { return tick.item == item.id && tick.holder == holder; });
        bool const is = chosen.contains(item.id.text());
        if (was == is)
            continue;
        if (is)
            TRY(insert_onboarding_tick(tx, { item.id, holder, today, context.visitor ? people::PersonId::parse(context.visitor->person) : std::nullopt }));
        else
            TRY(delete_onboarding_tick(tx, item.id, holder));
        changes[item.id.text()] = is;
    }
    if (!changes.empty())
        TRY(record(tx, context, "bodies.onboarding_ticked", holder.text(), body, changes));
    return {};
}

Result<web::Reply> save_onboarding(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const membership_id = TRY(request.id<MembershipId>("membership"));
    auto const buddy = people::chosen_in(request, "buddy");
    std::set<std::string, std::less<>> chosen;
    for (auto const item : request.form.all("items"))
        chosen.emplace(item);
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, manage_members, id.text()));
            auto const membership = TRY(find_membership(tx, membership_id));
            if (membership.body != id)
                return fail(ErrorKind::NotFound, tr("This membership does not exist."));
            auto const today = web::local_date(context.now, TRY(time_zone_of(tx, TRY(find_body(tx, id)))));
            auto const holder = whose(membership);
            TRY(save_buddy(tx, id, holder, TRY(people::resolve_optional_person(tx, buddy, "buddy"))));
            TRY(save_ticks(tx, context, id, holder, chosen, today));
            return web::see_other("/bodies/" + id.text() + "/members/" + membership_id.text());
        });
    });
    if (!saved && saved.error().kind == ErrorKind::Invalid)
        return member_page(request, context, &buddy, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The onboarding was saved."));
}

} // namespace

Result<SafeHtml> member_onboarding(db::Reader const& reader, web::Context const& context, Membership const& membership, Date today, people::Chosen const* typed_buddy, Error const* error)
{
    auto const& language = context.language;
    auto const items = in_force(TRY(list_onboarding_items(reader, membership.body)), today);
    if (items.empty())
        return SafeHtml();
    auto const holder = whose(membership);
    auto const ticks = TRY(list_onboarding_ticks(reader, membership.body));
    auto const buddies = TRY(list_buddies(reader, membership.body));
    auto const buddy = buddies.find(holder);
    MemberOnboardingView view;
    view.path = "/bodies/" + membership.body.text() + "/members/" + membership.id.text() + "/onboarding";
    view.heading = language(tr("Onboarding: {done}", { { "done", done_words(progress_of(items, ticks, holder, today), language) } }));
    view.may_edit = context.may(reader, manage_members, membership.body.text());
    view.once = web::once_field(context);
    view.items = { { "items", language.t("What was shown or given"), {}, {}, true }, {}, {}, true };
    for (auto const& item : items) {
        web::Option option { item.id.text(), item.text };
        for (auto const& tick : ticks)
            if (tick.item == item.id && tick.holder == holder) {
                option.hint = tick.by_name.empty() ? language(tr("on {date}", { { "date", tick.ticked_on } })) : language(tr("on {date}, by {name}", { { "date", tick.ticked_on }, { "name", tick.by_name } }));
                view.items.chosen.push_back(option.value);
            }
        view.items.options.push_back(std::move(option));
    }
    people::Chosen chosen;
    if (buddy != buddies.end()) {
        view.buddy_name = buddy->second.name;
        chosen = { buddy->second.name, buddy->second.person.text() };
    }
    view.buddy = TRY(people::person_field(reader, context, { "buddy", language.t("Accompanied by"), language.t("An experienced person of the body, who answers questions during the first months."), {}, true },
        typed_buddy ? *typed_buddy : chosen, error));
    return html::member_onboarding(view, context.templates());
}

std::vector<web::Route> onboarding_routes()
{
    using enum web::Method;
    return {
        { Get, "/bodies/:body/onboarding", show_onboarding, web::by_right(view_body, body_in_path) },
        { Post, "/bodies/:body/onboarding/standard", begin_with_standard, web::by_right(manage_members, body_in_path) },
        { Post, "/bodies/:body/onboarding/items", create_item, web::by_right(manage_members, body_in_path) },
        { Post, "/bodies/:body/onboarding/items/:item/end", retire_item, web::by_right(manage_members, body_in_path) },
        { Post, "/bodies/:body/members/:membership/onboarding", save_onboarding, web::by_right(manage_members, body_in_path) },
    };
}

} // namespace toguna::bodies
