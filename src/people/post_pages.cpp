#include "people/post_pages.hpp"

#include "journal/store.hpp"
#include "people/acronym_store.hpp"
#include "people/chooser_store.hpp"
#include "people/normalise.hpp"
#include "people/pages.hpp"
#include "people/post.html.hpp"
#include "people/post_form.html.hpp"
#include "people/post_store.hpp"
#include "people/read_date.hpp"
#include "people/store.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>

namespace toguna::people {

namespace {

std::string text_of(web::Request const& request, std::string_view field) { return std::string(request.form.get(field)); }

std::vector<web::Crumb> post_trail(web::Context const& context, Organization const& organization)
{
    return { { context.language.t("Home"), "/" }, { context.language.t("Organisations"), "/organizations" },
        { organization.short_name(), "/organizations/" + organization.id.text() } };
}

bool comes_back(Error const& error) { return error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Conflict; }

/// « 50 % », « 50% » or « 50 »; nothing for an empty field, 0 — which no post has — for anything else.
std::optional<int> read_share(std::string_view typed)
{
    auto text = tidy(typed);
    while (!text.empty() && (text.back() == '%' || text.back() == ' '))
        text.pop_back();
    if (text.empty())
        return {};
    int share = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), share);
    return error == std::errc() && end == text.data() + text.size() ? share : 0;
}

/// What the journal keeps of a post: nothing of who holds it but the id.
std::string post_facts(Post const& post)
{
    return boost::json::serialize(boost::json::object { { "label", post.label }, { "organization", post.organization.text() } });
}

Result<void> record_post(db::Transaction& tx, web::Context const& context, std::string event, PostId const& id, std::string after)
{
    TRY(journal::record_event(tx, journal::actor_of(context), { std::move(event), id.text(), {}, {}, std::move(after) }, context.now, context.chance));
    return {};
}

Result<web::Reply> post_page(web::Context& context, PostId const& id, HolderForm const& form, Error const* error)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const post = TRY(find_post(reader, id));
        auto const organization = TRY(find_organization(reader, post.organization));
        PostView view;
        view.id = id.text();
        view.definitions.push_back({ language.t("Organisation"), web::link(organization.full_name(), "/organizations/" + organization.id.text()) });
        if (!post.duty_station.empty())
            view.definitions.push_back({ language.t("Duty station"), expand_acronyms(post.duty_station, TRY(list_acronyms(reader)), language.language()) });
        if (post.time_share)
            view.definitions.push_back({ language.t("Share of working time"), web::escaped(language(tr("{percent} %", { { "percent", *post.time_share } }))) });
        for (auto const& holding : TRY(holdings_of_post(reader, id)))
            view.rows.push_back({ holding.id.text(), holding.person_name, "/people/" + holding.person.text(), period_text(language, holding.period),
                holding.period.contains(context.today()) && !holding.period.end() });
        view.may_edit = context.may(reader, edit_directory, "");
        view.errors = error ? web::error_summary(context, *error) : SafeHtml();
        view.once = web::once_field(context);
        view.person = TRY(person_field(reader, context, { "person", language.t("Person"), language.t("Whoever holds the post now leaves it the day before.") }, form.person, error));
        view.starts_on = web::date_field({ "starts_on", language.t("Since"), {}, error ? web::message_for(error->fields, "starts_on", language) : "", true }, form.starts_on, language);
        return web::page(context, { post.label, post_trail(context, organization), "/organizations", html::post(view, context.templates()), error != nullptr }, error ? 422 : 200);
    });
}

Result<web::Reply> show_post(web::Request const& request, web::Context& context) { return post_page(context, TRY(request.id<PostId>("post")), {}, nullptr); }

/// `id` is empty for a new post.
Result<web::Reply> post_form_page(web::Context& context, OrganizationId const& organization_id, std::string const& id, PostForm const& form, Error const* error)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const organization = TRY(find_organization(reader, organization_id));
        auto const frame = [&](std::string name, std::string label, std::string hint = {}, bool optional = false) {
            return web::FieldFrame { name, std::move(label), std::move(hint), error ? web::message_for(error->fields, name, language) : "", optional };
        };
        PostFormView view;
        view.action = id.empty() ? "/organizations/" + organization.id.text() + "/posts" : "/posts/" + id;
        view.cancel = id.empty() ? "/organizations/" + organization.id.text() : "/posts/" + id;
        view.version = form.version;
        view.errors = error ? web::error_summary(context, *error) : SafeHtml();
        view.once = web::once_field(context);
        view.label = { frame("label", language.t("Name of the post"), language.t("As the organisation writes it: it stays when its holder changes.")), form.label };
        view.duty_station = { frame("duty_station", language.t("Duty station"), {}, true), form.duty_station, web::Width::Half };
        view.time_share = { frame("time_share", language.t("Share of working time"), language.t("In percent of a full time."), true), form.time_share, web::Width::Number, "text", "off", "numeric" };
        web::Page page { id.empty() ? language.t("Add a post") : language.t("Change a post"), post_trail(context, organization), "/organizations", html::post_form(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), !error ? 200 : error->kind == ErrorKind::Conflict ? 409 : 422);
    });
}

Result<web::Reply> new_post(web::Request const& request, web::Context& context)
{
    return post_form_page(context, TRY(request.id<OrganizationId>("organization")), {}, {}, nullptr);
}

Result<web::Reply> create_post(web::Request const& request, web::Context& context)
{
    auto const organization = TRY(request.id<OrganizationId>("organization"));
    auto const form = PostForm::decode(request);
    auto const id = context.new_id<PostId>();
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, edit_directory, ""));
            auto const post = TRY(form.post(id, TRY(find_organization(tx, organization)).id));
            TRY(insert_post(tx, post));
            TRY(record_post(tx, context, "people.post_added", id, post_facts(post)));
            return web::see_other("/posts/" + id.text());
        });
    });
    if (!saved && comes_back(saved.error()))
        return post_form_page(context, organization, {}, form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The post was added. Say who holds it."));
}

Result<web::Reply> edit_post(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<PostId>("post"));
    auto const post = TRY(context.db.read([&](db::Reader const& reader) { return find_post(reader, id); }));
    return post_form_page(context, post.organization, id.text(), PostForm::encode(post), nullptr);
}

Result<web::Reply> change_post(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<PostId>("post"));
    auto const form = PostForm::decode(request);
    auto const organization = TRY(context.db.read([&](db::Reader const& reader) { return find_post(reader, id); })).organization;
    auto const saved = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        TRY(context.require(tx, edit_directory, ""));
        auto const post = TRY(form.post(id, organization));
        TRY(update_post(tx, post));
        TRY(record_post(tx, context, "people.post_changed", id, post_facts(post)));
        return web::see_other("/posts/" + id.text());
    });
    if (!saved && comes_back(saved.error()))
        return post_form_page(context, organization, id.text(), form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("Your changes were saved."));
}

Result<web::Reply> create_holder(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<PostId>("post"));
    auto const form = HolderForm::decode(request);
    auto const holding_id = context.new_id<PostHoldingId>();
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, edit_directory, ""));
            TRY(find_post(tx, id));
            auto const holding = TRY(form.holding(holding_id, id, TRY(refusable(resolve_person(tx, form.person, "person"))), context.today()));
            TRY(hand_over(tx, holding));
            TRY(record_post(tx, context, "people.post_taken", id, boost::json::serialize(boost::json::object { { "person", holding.person.text() }, { "from", holding.period.start().to_iso() } })));
            return web::see_other("/posts/" + id.text());
        });
    });
    if (!saved && comes_back(saved.error()))
        return post_page(context, id, form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The post was handed over."));
}

Result<web::Reply> end_holder_today(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<PostId>("post"));
    auto const holding = TRY(request.id<PostHoldingId>("holding"));
    auto const saved = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        TRY(context.require(tx, edit_directory, ""));
        auto const holdings = TRY(holdings_of_post(tx, id));
        if (std::none_of(holdings.begin(), holdings.end(), [&](auto const& row) { return row.id == holding; }))
            return fail(ErrorKind::NotFound, tr("This post does not exist."));
        TRY(end_holding(tx, holding, context.today()));
        TRY(record_post(tx, context, "people.post_left", id, {}));
        return web::see_other("/posts/" + id.text());
    });
    return web::with_notice(request, context, TRY(saved), tr("The post is free from tomorrow."));
}

} // namespace

PostForm PostForm::decode(web::Request const& request)
{
    return { text_of(request, "label"), text_of(request, "duty_station"), text_of(request, "time_share"), text_of(request, "version") };
}

PostForm PostForm::encode(Post const& post)
{
    return { post.label, post.duty_station, post.time_share ? std::to_string(*post.time_share) : "", std::to_string(post.version) };
}

Result<Post> PostForm::post(PostId id, OrganizationId organization) const
{
    return checked(Post { std::move(id), std::move(organization), label, duty_station, read_share(time_share), read_version(version) });
}

HolderForm HolderForm::decode(web::Request const& request) { return { chosen_in(request, "person"), text_of(request, "starts_on") }; }

Result<PostHolding> HolderForm::holding(PostHoldingId id, PostId post, Result<PersonId> const& resolved, Date today) const
{
    Error error { ErrorKind::Invalid, tr("The post cannot be handed over like this."), {}, {} };
    auto const chosen = collected(resolved, error);
    auto const start = tidy(starts_on).empty() ? std::optional(today) : read_date(starts_on, today);
    if (!start)
        error.fields.push_back({ "starts_on", unreadable_date(starts_on) });
    if (!error.fields.empty())
        return fail(std::move(error));
    return PostHolding { std::move(id), std::move(post), *chosen, Period::since(*start) };
}

std::vector<web::Route> post_routes()
{
    using enum web::Method;
    return {
        { Get, "/organizations/:organization/posts/new", new_post, directory_access() },
        { Post, "/organizations/:organization/posts", create_post, directory_access() },
        { Get, "/posts/:post", show_post, web::signed_in() },
        { Get, "/posts/:post/edit", edit_post, directory_access() },
        { Post, "/posts/:post", change_post, directory_access() },
        { Post, "/posts/:post/holders", create_holder, directory_access() },
        { Post, "/posts/:post/holders/:holding/end", end_holder_today, directory_access() },
    };
}

} // namespace toguna::people
