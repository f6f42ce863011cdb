#include "people/merge_pages.hpp"

#include "journal/store.hpp"
#include "people/chooser_store.hpp"
#include "people/duplicates.html.hpp"
#include "people/merge.html.hpp"
#include "people/merge_store.hpp"
#include "people/pages.hpp"
#include "people/person_store.hpp"
#include "people/store.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

namespace toguna::people {

namespace {

/// What differs between the two directories.
template<class IdType>
struct Directory;

template<>
struct Directory<OrganizationId> {
    static constexpr auto path = "/organizations";
    static constexpr auto event = "people.organization_merged";
    static Text title() { return tr("Organisations"); }
    static auto find(db::Reader const& reader, OrganizationId const& id) { return find_organization(reader, id); }
    static std::string name(Organization const& organization) { return organization.full_name(); }
    static auto duplicates(db::Reader const& reader) { return duplicate_organizations(reader); }
    static auto describe(db::Reader const& reader, std::vector<OrganizationId> const& ids, Date) { return describe_organizations(reader, ids); }
    static auto resolve(db::Reader const& reader, Chosen const& chosen) { return resolve_organization(reader, chosen, "into"); }
    static auto chosen(db::Reader const& reader, OrganizationId const& id) { return chosen_organization(reader, id); }
    static auto field(db::Reader const& reader, web::Context const& context, web::FieldFrame frame, Chosen const& chosen, Error const* error) { return organization_field(reader, context, std::move(frame), chosen, error); }
    static Text lead(std::string const& name) { return tr("{name} is another entry of an organisation that is already here.", { { "name", name } }); }
    static Text consequence()
    {
        return tr("Its names become other names of the organisation you keep; its people, memberships and actions go to that one. Its address will lead there. This cannot be undone.");
    }
    static Text label() { return tr("The organisation to keep"); }
    static Text notice() { return tr("The two organisations are one now."); }
    static Result<void> merge(db::Transaction& tx, OrganizationId const& loser, OrganizationId const& winner, web::Context const& context)
    {
        TRY(merge_organizations(tx, loser, winner, context.now));
        return {};
    }
};

template<>
struct Directory<PersonId> {
    static constexpr auto path = "/people";
    static constexpr auto event = "people.person_merged";
    static Text title() { return tr("People"); }
    static auto find(db::Reader const& reader, PersonId const& id) { return find_person(reader, id); }
    static std::string name(Person const& person) { return person.full_name; }
    static auto duplicates(db::Reader const& reader) { return duplicate_persons(reader); }
    static auto describe(db::Reader const& reader, std::vector<PersonId> const& ids, Date today) { return describe_persons(reader, ids, today); }
    static auto resolve(db::Reader const& reader, Chosen const& chosen) { return resolve_person(reader, chosen, "into"); }
    static auto chosen(db::Reader const& reader, PersonId const& id) { return chosen_person(reader, id); }
    static auto field(db::Reader const& reader, web::Context const& context, web::FieldFrame frame, Chosen const& chosen, Error const* error) { return person_field(reader, context, std::move(frame), chosen, error); }
    static Text lead(std::string const& name) { return tr("{name} is another entry of a person who is already here.", { { "name", name } }); }
    static Text consequence()
    {
        return tr("Affiliations, posts, roles and actions go to the person you keep, with the addresses and numbers only this entry had. Its page will lead there, and its account, if it has one, is closed. This cannot be undone.");
    }
    static Text label() { return tr("The person to keep"); }
    static Text notice() { return tr("The two persons are one now."); }
    static Result<void> merge(db::Transaction& tx, PersonId const& loser, PersonId const& winner, web::Context const& context)
    {
        TRY(merge_persons(tx, loser, winner, [&] { return context.new_id<ContactDetailId>(); }, context.now));
        return {};
    }
};

template<class IdType>
std::string path_of(std::string const& id) { return std::string(Directory<IdType>::path) + "/" + id; }

template<class IdType>
std::vector<web::Crumb> trail(web::Context const& context)
{
    return { { context.language.t("Home"), "/" }, { context.language(Directory<IdType>::title()), Directory<IdType>::path } };
}

template<class IdType>
Result<web::Reply> show_duplicates(web::Request const& request, web::Context& context)
{
    using Kind = Directory<IdType>;
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const pairs = TRY(Kind::duplicates(reader));
        auto const pagination = web::paginate(static_cast<int>(pairs.size()), request.query.get("page"));
        DuplicatesView view { std::string(Kind::path) + "/duplicates", {}, static_cast<std::int64_t>(pairs.size()), web::pagination_links(context, request, pagination),
            { language.t("No likely duplicate"), language.t("Entries that look alike will be shown here; nothing is merged by itself.") } };
        auto const first = static_cast<std::size_t>(pagination.page - 1) * web::rows_per_page;
        for (auto at = first; at < pairs.size() && at < first + web::rows_per_page; ++at) {
            auto const& pair = pairs[at];
            auto const lines = TRY(Kind::describe(reader, { pair.first, pair.second }, context.today()));
            view.rows.push_back({ lines[0].name, lines[1].name, lines[0].note, lines[1].note, path_of<IdType>(lines[0].id), path_of<IdType>(lines[1].id), lines[0].id, lines[1].id,
                path_of<IdType>(lines[1].id) + "/merge?into=" + lines[0].id, language(label_of(pair.reason)) });
        }
        return web::page(context, { language.t("Likely duplicates"), trail<IdType>(context), Kind::path, html::duplicates(view, context.templates()) });
    });
}

/// POST …/duplicates: the two are two.
template<class IdType>
Result<web::Reply> create_distinction(web::Request const& request, web::Context& context)
{
    using Kind = Directory<IdType>;
    auto const first = IdType::parse(request.form.get("first"));
    auto const second = IdType::parse(request.form.get("second"));
    if (!first || !second)
        return fail(ErrorKind::NotFound, tr("This page does not exist."));
    auto const saved = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        TRY(context.require(tx, edit_directory, ""));
        TRY(Kind::find(tx, *first));
        TRY(Kind::find(tx, *second));
        TRY(tell_apart(tx, first->text(), second->text()));
        TRY(journal::record_event(tx, journal::actor_of(context),
            { "people.told_apart", first->text(), {}, {}, boost::json::serialize(boost::json::object { { "from", second->text() } }) }, context.now, context.chance));
        return web::see_other(std::string(Kind::path) + "/duplicates");
    });
    return web::with_notice(request, context, TRY(saved), tr("They are two: this pair is not shown any more."));
}

template<class IdType>
Result<web::Reply> merge_page(web::Context& context, IdType const& id, Chosen const& chosen, Error const* error)
{
    using Kind = Directory<IdType>;
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const loser = TRY(Kind::find(reader, id));
        if (loser.id != id)
            return web::see_other(path_of<IdType>(loser.id.text()));
        auto const action = path_of<IdType>(id.text()) + "/merge";
        MergeView view { action, path_of<IdType>(id.text()), language(Kind::lead(Kind::name(loser))), language(Kind::consequence()), error ? web::error_summary(context, *error) : SafeHtml(),
            web::once_field(context), TRY(Kind::field(reader, context, { "into", language(Kind::label()), language.t("Its name; where several may be meant you choose.") }, chosen, error)) };
        web::Page page { language(tr("Merge {name}", { { "name", Kind::name(loser) } })), trail<IdType>(context), Kind::path, html::merge(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), !error ? 200 : error->kind == ErrorKind::Conflict ? 409 : 422);
    });
}

constexpr std::string_view parameter_of(OrganizationId const*) { return "organization"; }
constexpr std::string_view parameter_of(PersonId const*) { return "person"; }

template<class IdType>
Result<IdType> id_in(web::Request const& request) { return request.id<IdType>(parameter_of(static_cast<IdType const*>(nullptr))); }

template<class IdType>
Result<web::Reply> new_merge(web::Request const& request, web::Context& context)
{
    using Kind = Directory<IdType>;
    Chosen chosen;
    if (auto const into = IdType::parse(request.query.get("into")))
        chosen = TRY(context.db.read([&](db::Reader const& reader) { return Kind::chosen(reader, *into); }));
    return merge_page(context, TRY(id_in<IdType>(request)), chosen, nullptr);
}

template<class IdType>
Result<web::Reply> create_merge(web::Request const& request, web::Context& context)
{
    using Kind = Directory<IdType>;
    auto const id = TRY(id_in<IdType>(request));
    auto const chosen = chosen_in(request, "into");
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, edit_directory, ""));
            auto const into = TRY(Kind::resolve(tx, chosen));
            TRY(Kind::merge(tx, id, into, context));
            TRY(journal::record_event(tx, journal::actor_of(context),
                { Kind::event, id.text(), {}, {}, boost::json::serialize(boost::json::object { { "into", into.text() } }) }, context.now, context.chance));
            return web::see_other(path_of<IdType>(into.text()));
        });
    });
    if (!saved && (saved.error().kind == ErrorKind::Invalid || saved.error().kind == ErrorKind::Conflict))
        return merge_page(context, id, chosen, &saved.error());
    return web::with_notice(request, context, TRY(saved), Kind::notice());
}

template<class IdType>
void add_routes(std::vector<web::Route>& routes, std::string const& parameter)
{
    using enum web::Method;
    std::string const path = Directory<IdType>::path;
    routes.push_back({ Get, path + "/duplicates", show_duplicates<IdType>, directory_access() });
    routes.push_back({ Post, path + "/duplicates", create_distinction<IdType>, directory_access() });
    routes.push_back({ Get, path + "/:" + parameter + "/merge", new_merge<IdType>, directory_access() });
    routes.push_back({ Post, path + "/:" + parameter + "/merge", create_merge<IdType>, directory_access() });
}

} // namespace

std::vector<web::Route> merge_routes()
{
    std::vector<web::Route> routes;
    add_routes<OrganizationId>(routes, "organization");
    add_routes<PersonId>(routes, "person");
    return routes;
}

} // namespace toguna::people
