#include "geography/store.hpp"
#include "journal/store.hpp"
#include "people/acronym_store.hpp"
#include "people/chooser_store.hpp"
#include "people/organization.html.hpp"
#include "people/organization_form.html.hpp"
#include "people/organizations.html.hpp"
#include "people/pages.hpp"
#include "people/person_store.hpp"
#include "people/post_store.hpp"
#include "people/store.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <map>

namespace toguna::people {

namespace {

/// Lists of members of one organisation on its page; more are found through « Personnes ».
constexpr int most_people_shown = 200;

std::vector<web::Crumb> organizations_trail(web::Context const& context)
{
    return { { context.language.t("Home"), "/" }, { context.language.t("Organisations"), "/organizations" } };
}

std::vector<web::Option> type_options(web::Localization const& language, std::string first)
{
    std::vector<web::Option> options { { "", std::move(first) } };
    for (auto const type : organization_types())
        options.push_back({ std::string(name_of(type)), language(label_of(type)) });
    return options;
}

std::vector<web::Option> country_options(web::Localization const& language, std::vector<geography::Country> const& countries)
{
    std::vector<web::Option> options;
    for (auto const& country : countries)
        options.push_back({ country.code.text(), country.name(language.language()) });
    std::sort(options.begin(), options.end(), [&](auto const& left, auto const& right) { return language.less(left.label, right.label); });
    options.insert(options.begin(), web::Option { "", language.t("Not given") });
    return options;
}

std::string joined_aliases(Organization const& organization)
{
    std::string text;
    for (auto const& alias : organization.aliases)
        text += (text.empty() ? "" : " · ") + alias.text + (alias.language.empty() ? "" : " (" + alias.language + ")");
    return text;
}

/// What the journal keeps of an organisation: public facts.
std::string organization_facts(Organization const& organization)
{
    boost::json::object facts { { "name", organization.name }, { "acronym", organization.acronym }, { "type", name_of(organization.type) } };
    if (organization.parent)
        facts["parent"] = organization.parent->text();
    return boost::json::serialize(facts);
}

Result<web::Reply> show_organizations(web::Request const& request, web::Context& context)
{
    OrganizationFilter filter { std::string(request.query.get("search")), organization_type_from(request.query.get("type")), web::rows_per_page, 0 };
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        OrganizationsView view;
        view.total = TRY(count_organizations(reader, filter));
        auto const pagination = web::paginate(static_cast<int>(view.total), request.query.get("page"));
        filter.offset = (pagination.page - 1) * web::rows_per_page;
        for (auto const& organization : TRY(list_organizations(reader, filter)))
            view.rows.push_back({ organization.id.text(), organization.name, organization.acronym, language(label_of(organization.type)), joined_aliases(organization) });
        view.search = { { "search", language.t("Search by name, acronym or other name") }, filter.search, web::Width::Half, "search" };
        view.type = { { "type", language.t("Type") }, type_options(language, language.t("All types")), filter.type ? std::string(name_of(*filter.type)) : "" };
        view.may_edit = context.may(reader, edit_directory, "");
        view.is_filtered = !filter.search.empty() || filter.type;
        view.pages = web::pagination_links(context, request, pagination);
        view.empty = view.is_filtered
            ? web::EmptyState { language.t("No organisation matches"), language.t("Try fewer letters, or another name: accents and capitals do not matter."), language.t("Show all"), "/organizations" }
            : web::EmptyState { language.t("No organisation yet"), language.t("Members of a body and those responsible for actions are chosen among the organisations listed here.") };
        web::Page page { language.t("Organisations"), { { language.t("Home"), "/" } }, "/organizations", html::organizations(view, context.templates()) };
        return web::page(context, std::move(page));
    });
}

Result<std::vector<PostRow>> posts_today(web::Context const& context, db::Reader const& reader, OrganizationId const& id)
{
    std::map<PostId, std::vector<PostHolding>> by_post;
    for (auto& holding : TRY(holdings_of_organization(reader, id)))
        by_post[holding.post].push_back(std::move(holding));
    std::vector<PostRow> rows;
    for (auto const& post : TRY(posts_of(reader, id))) {
        PostRow row { post.id.text(), post.label };
        if (auto const* const holding = holder_on(by_post[post.id], context.today())) {
            row.holder = holding->person_name;
            row.holder_path = "/people/" + holding->person.text();
            row.period = period_text(context.language, holding->period);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<web::Reply> show_organization(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<OrganizationId>("organization"));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const organization = TRY(find_organization(reader, id));
        if (organization.id != id)
            return web::see_other("/organizations/" + organization.id.text());
        OrganizationView view { id.text(), {}, {}, {}, {}, context.may(reader, edit_directory, "") };
        auto const add = [&](std::string term, std::string_view text) {
            if (!text.empty())
                view.definitions.push_back({ std::move(term), web::escaped(text) });
        };
        add(language.t("Acronym"), organization.acronym);
        add(language.t("Type"), language(label_of(organization.type)));
        if (organization.country)
            add(language.t("Country of its headquarters"), TRY(geography::find_country(reader, *organization.country)).name(language.language()));
        if (organization.parent) {
            auto const parent = TRY(find_organization(reader, *organization.parent));
            view.definitions.push_back({ language.t("Part of"), web::link(parent.full_name(), "/organizations/" + parent.id.text()) });
        }
        if (auto const names = joined_aliases(organization); !names.empty())
            view.definitions.push_back({ language.t("Other names"), expand_acronyms(names, TRY(list_acronyms(reader)), language.language(), organization.country) });
        for (auto const& branch : TRY(branches_of(reader, id)))
            view.branches.emplace_back(branch.id.text(), branch.full_name());
        view.posts = TRY(posts_today(context, reader, id));
        for (auto const& person : TRY(list_persons(reader, { {}, id, context.today(), most_people_shown, 0 })))
            view.people.emplace_back(person.id.text(), person.full_name);
        return web::page(context, { organization.full_name(), organizations_trail(context), "/organizations", html::organization(view, context.templates()) });
    });
}

/// The form as it was typed, with what is wrong beside each field.
Result<web::Reply> organization_form_page(web::Context& context, OrganizationForm const& form, std::string const& id, Error const* error)
{
    auto const& language = context.language;
    auto const countries = TRY(context.db.read([](db::Reader const& reader) { return geography::list_countries(reader); }));
    std::vector<FieldError> const none;
    auto const& errors = error ? error->fields : none;
    auto const frame = [&](std::string name, std::string label, std::string hint = {}, bool optional = false) {
        return web::FieldFrame { name, std::move(label), std::move(hint), web::message_for(errors, name, language), optional };
    };
    OrganizationFormView view;
    view.action = id.empty() ? "/organizations" : "/organizations/" + id;
    view.cancel = view.action;
    view.version = form.version;
    view.errors = error ? web::error_summary(context, *error) : SafeHtml();
    view.once = web::once_field(context);
    view.name = { frame("name", language.t("Name"), language.t("The long name, as the organisation writes it.")), form.name };
    view.acronym = { frame("acronym", language.t("Acronym"), {}, true), form.acronym, web::Width::Half };
    view.type = { frame("type", language.t("Type")), type_options(language, language.t("Choose")), form.type };
    view.country = { frame("country", language.t("Country of its headquarters"), {}, true), country_options(language, countries), form.country };
    view.parent = TRY(context.db.read([&](db::Reader const& reader) {
        return organization_field(reader, context, { "parent", language.t("Part of"), language.t("The organisation, movement or family whose branch it is."), {}, true }, form.parent, error);
    }));
    view.aliases = { frame("aliases", language.t("Other names"), language.t("One a line: acronym in English, former name, usual spelling. Well-known ones are added by themselves."), true), form.aliases };
    web::Page page { id.empty() ? language.t("Add an organisation") : language.t("Change an organisation"), organizations_trail(context), "/organizations",
        html::organization_form(view, context.templates()), error != nullptr };
    return web::page(context, std::move(page), !error ? 200 : error->kind == ErrorKind::Conflict ? 409 : 422);
}

/// A refusal that the reader can mend in the form; any other becomes the page of an error.
bool can_be_mended(Error const& error) { return error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Conflict; }

Result<web::Reply> new_organization(web::Request const&, web::Context& context) { return organization_form_page(context, {}, {}, nullptr); }

Result<web::Reply> edit_organization(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<OrganizationId>("organization"));
    auto const form = TRY(context.db.read([&](db::Reader const& reader) -> Result<OrganizationForm> {
        auto const organization = TRY(find_organization(reader, id));
        return OrganizationForm::encode(organization, organization.parent ? TRY(chosen_organization(reader, *organization.parent)) : Chosen {});
    }));
    return organization_form_page(context, form, id.text(), nullptr);
}

Result<web::Reply> create_organization(web::Request const& request, web::Context& context)
{
    auto const form = OrganizationForm::decode(request);
    auto const id = context.new_id<OrganizationId>();
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, edit_directory, ""));
            auto const organization = TRY(form.value(id, TRY(refusable(resolve_optional_organization(tx, form.parent, "parent")))));
            TRY(insert_organization(tx, organization, context.now));
            TRY(journal::record_event(tx, journal::actor_of(context), { "people.organization_added", id.text(), {}, {}, organization_facts(organization) }, context.now, context.chance));
            return web::see_other("/organizations/" + id.text());
        });
    });
    if (!saved && can_be_mended(saved.error()))
        return organization_form_page(context, form, {}, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The organisation was added."));
}

Result<web::Reply> change_organization(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<OrganizationId>("organization"));
    auto const form = OrganizationForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, edit_directory, ""));
            auto const before = TRY(find_organization(tx, id));
            auto const after = TRY(form.value(before.id, TRY(refusable(resolve_optional_organization(tx, form.parent, "parent")))));
            TRY(update_organization(tx, after, context.now));
            TRY(journal::record_event(tx, journal::actor_of(context),
                { "people.organization_changed", id.text(), {}, organization_facts(before), organization_facts(after) }, context.now, context.chance));
            return web::see_other("/organizations/" + id.text());
        });
    });
    if (!saved && can_be_mended(saved.error()))
        return organization_form_page(context, form, id.text(), &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("Your changes were saved."));
}

} // namespace

web::Access directory_access()
{
    return web::by_right(edit_directory, [](db::Reader const&, web::Request const&) -> Result<std::string> { return std::string(); });
}

std::vector<web::Option> organization_options(std::vector<Organization> const& organizations, std::string none)
{
    std::vector<web::Option> options { { "", std::move(none) } };
    for (auto const& organization : organizations)
        options.push_back({ organization.id.text(), organization.acronym.empty() ? organization.name : organization.acronym + " – " + organization.name });
    return options;
}

std::vector<web::Route> organization_routes()
{
    using enum web::Method;
    return {
        { Get, "/organizations", show_organizations, web::signed_in() },
        { Get, "/organizations/new", new_organization, directory_access() },
        { Post, "/organizations", create_organization, directory_access() },
        { Get, "/organizations/:organization", show_organization, web::signed_in() },
        { Get, "/organizations/:organization/edit", edit_organization, directory_access() },
        { Post, "/organizations/:organization", change_organization, directory_access() },
    };
}

} // namespace toguna::people
