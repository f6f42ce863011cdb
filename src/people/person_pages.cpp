#include "journal/store.hpp"
#include "people/chooser_store.hpp"
#include "people/normalise.hpp"
#include "people/pages.hpp"
#include "people/person.html.hpp"
#include "people/person_form.html.hpp"
#include "people/person_store.hpp"
#include "people/persons.html.hpp"
#include "people/store.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace toguna::people {

namespace {

std::vector<web::Crumb> persons_trail(web::Context const& context)
{
    return { { context.language.t("Home"), "/" }, { context.language.t("People"), "/people" } };
}

std::string period_text(web::Localization const& language, Period const& period)
{
    if (auto const end = period.end())
        return language(tr("from {start} to {end}", { { "start", period.start() }, { "end", *end } }));
    return language(tr("since {start}", { { "start", period.start() } }));
}

/// Which fields changed, without their values: the journal must not keep what a person may ask to forget.
std::string changed_fields(Person const& before, Person const& after)
{
    boost::json::array fields;
    if (before.full_name != after.full_name)
        fields.emplace_back("full_name");
    if (before.email != after.email)
        fields.emplace_back("email");
    if (before.phone != after.phone)
        fields.emplace_back("phone");
    if (before.language != after.language)
        fields.emplace_back("language");
    return boost::json::serialize(boost::json::object { { "fields", fields } });
}

Result<void> record_person(db::Transaction& tx, web::Context const& context, std::string kind, PersonId const& id, std::string after)
{
    TRY(journal::record_event(tx, journal::actor_of(context), { std::move(kind), id.text(), {}, {}, std::move(after) }, context.now, context.chance));
    return {};
}

bool may_be_mended(Error const& error) { return error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Conflict; }

Result<web::Reply> show_persons(web::Request const& request, web::Context& context)
{
    PersonFilter filter { std::string(request.query.get("search")), {}, context.today(), web::rows_per_page, 0 };
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        PersonsView view;
        view.total = TRY(count_persons(reader, filter));
        auto const pagination = web::paginate(static_cast<int>(view.total), request.query.get("page"));
        filter.offset = (pagination.page - 1) * web::rows_per_page;
        for (auto const& person : TRY(list_persons(reader, filter))) {
            PersonRow row { person.id.text(), person.full_name, {}, {}, person.email, person.phone };
            if (auto const* const affiliation = person.affiliation_on(context.today())) {
                row.organization = affiliation->organization_name;
                row.function = affiliation->function;
            }
            view.rows.push_back(std::move(row));
        }
        view.search = { { "search", language.t("Search by name") }, filter.search, web::Width::Half, "search" };
        view.may_edit = context.may(reader, edit_directory, "");
        view.is_filtered = !filter.search.empty();
        view.pages = web::pagination_links(context, request, pagination);
        view.empty = view.is_filtered
            ? web::EmptyState { language.t("Nobody matches"), language.t("Try fewer letters: accents, capitals and the order of names do not matter."), language.t("Show all"), "/people" }
            : web::EmptyState { language.t("Nobody yet"), language.t("Members of a body and those responsible for actions are chosen among the persons listed here.") };
        return web::page(context, { language.t("People"), { { language.t("Home"), "/" } }, "/people", html::persons(view, context.templates()) });
    });
}

web::Definitions definitions_of(web::Localization const& language, Person const& person)
{
    web::Definitions definitions;
    if (!person.email.empty())
        definitions.push_back({ language.t("E-mail"), web::link(person.email, "mailto:" + person.email) });
    if (!person.phone.empty())
        definitions.push_back({ language.t("Telephone"), web::escaped(person.phone) });
    definitions.push_back({ language.t("Language of mails and documents"), web::escaped(person.language == "en" ? language.t("English") : language.t("French")) });
    return definitions;
}

/// The person with the form that adds an affiliation, as it was typed.
Result<web::Reply> person_page(web::Context& context, PersonId const& id, AffiliationForm const& form, Error const* error)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const person = TRY(find_person(reader, id));
        auto const message = [&](std::string_view field) { return error ? web::message_for(error->fields, field, language) : std::string(); };
        PersonView view;
        view.id = id.text();
        view.definitions = definitions_of(language, person);
        for (auto const& affiliation : person.affiliations)
            view.affiliations.push_back({ affiliation.id.text(), affiliation.organization.text(), affiliation.organization_name, affiliation.function,
                period_text(language, affiliation.period), affiliation.period.contains(context.today()) && !affiliation.period.end() });
        view.may_edit = context.may(reader, edit_directory, "");
        view.errors = error ? web::error_summary(context, *error) : SafeHtml();
        view.once = web::once_field(context);
        view.organization = TRY(organization_field(reader, context, { "organization", language.t("Organisation"), language.t("Its name or acronym.") }, form.organization, error));
        view.function = { { "function", language.t("Function"), {}, {}, true }, form.function, web::Width::Half };
        view.starts_on = web::date_field({ "starts_on", language.t("Since"), {}, message("starts_on"), true }, form.starts_on, language);
        return web::page(context, { person.full_name, persons_trail(context), "/people", html::person(view, context.templates()), error != nullptr }, error ? 422 : 200);
    });
}

Result<web::Reply> show_person(web::Request const& request, web::Context& context)
{
    return person_page(context, TRY(request.id<PersonId>("person")), {}, nullptr);
}

Result<web::Reply> person_form_page(web::Context& context, PersonForm const& form, std::string const& id, Error const* error)
{
    auto const& language = context.language;
    auto const frame = [&](std::string name, std::string label, std::string hint = {}, bool optional = false) {
        return web::FieldFrame { name, std::move(label), std::move(hint), error ? web::message_for(error->fields, name, language) : "", optional };
    };
    PersonFormView view;
    view.action = id.empty() ? "/people" : "/people/" + id;
    view.cancel = view.action;
    view.version = form.version;
    view.is_new = id.empty();
    view.errors = error ? web::error_summary(context, *error) : SafeHtml();
    view.once = web::once_field(context);
    view.full_name = { frame("full_name", language.t("Name"), language.t("As the person writes it, in that order.")), form.full_name, web::Width::Full, "text", "off" };
    view.email = { frame("email", language.t("E-mail"), language.t("Reminders and invitations go there."), true), form.email, web::Width::Half, "email", "off" };
    view.phone = { frame("phone", language.t("Telephone"), {}, true), form.phone, web::Width::Half, "tel", "off" };
    view.language = { frame("language", language.t("Language of mails and documents")), { { "fr", language.t("French") }, { "en", language.t("English") } }, { form.language }, false, true };
    view.organization = TRY(context.db.read([&](db::Reader const& reader) {
        return organization_field(reader, context, frame("organization", language.t("Organisation"), language.t("Its name or acronym."), true), form.organization, error);
    }));
    view.function = { frame("function", language.t("Function"), {}, true), form.function, web::Width::Half };
    web::Page page { id.empty() ? language.t("Add a person") : language.t("Change a person"), persons_trail(context), "/people", html::person_form(view, context.templates()), error != nullptr };
    return web::page(context, std::move(page), !error ? 200 : error->kind == ErrorKind::Conflict ? 409 : 422);
}

Result<web::Reply> new_person(web::Request const&, web::Context& context) { return person_form_page(context, {}, {}, nullptr); }

Result<web::Reply> edit_person(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<PersonId>("person"));
    auto const person = TRY(context.db.read([&](db::Reader const& reader) { return find_person(reader, id); }));
    return person_form_page(context, PersonForm::encode(person), id.text(), nullptr);
}

Result<web::Reply> create_person(web::Request const& request, web::Context& context)
{
    auto const form = PersonForm::decode(request);
    auto const id = context.new_id<PersonId>();
    auto const affiliation = context.new_id<AffiliationId>();
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, edit_directory, ""));
            auto const organization = TRY(refusable(resolve_optional_organization(tx, form.organization, "organization")));
            auto person = TRY(form.value(id, organization));
            if (organization && *organization)
                person.affiliations.push_back({ affiliation, id, **organization, tidy(form.function), Period::since(context.today()) });
            TRY(insert_person(tx, person, context.now));
            TRY(record_person(tx, context, "people.person_added", id, {}));
            return web::see_other("/people/" + id.text());
        });
    });
    if (!saved && may_be_mended(saved.error()))
        return person_form_page(context, form, {}, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The person was added."));
}

Result<web::Reply> change_person(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<PersonId>("person"));
    auto const form = PersonForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, edit_directory, ""));
            auto const before = TRY(find_person(tx, id));
            auto const after = TRY(form.value(id));
            TRY(update_person(tx, after, context.now));
            TRY(record_person(tx, context, "people.person_changed", id, changed_fields(before, after)));
            return web::see_other("/people/" + id.text());
        });
    });
    if (!saved && may_be_mended(saved.error()))
        return person_form_page(context, form, id.text(), &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("Your changes were saved."));
}

Result<web::Reply> create_affiliation(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<PersonId>("person"));
    auto const form = AffiliationForm::decode(request);
    auto const affiliation_id = context.new_id<AffiliationId>();
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, edit_directory, ""));
            TRY(find_person(tx, id));
            auto const affiliation = TRY(form.value(affiliation_id, id, TRY(refusable(resolve_organization(tx, form.organization, "organization"))), context.today()));
            TRY(insert_affiliation(tx, affiliation));
            TRY(record_person(tx, context, "people.affiliation_added", id, boost::json::serialize(boost::json::object { { "organization", affiliation.organization.text() } })));
            return web::see_other("/people/" + id.text());
        });
    });
    if (!saved && may_be_mended(saved.error()))
        return person_page(context, id, form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The affiliation was added."));
}

Result<web::Reply> end_affiliation_today(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<PersonId>("person"));
    auto const affiliation = TRY(request.id<AffiliationId>("affiliation"));
    auto const saved = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        TRY(context.require(tx, edit_directory, ""));
        auto const person = TRY(find_person(tx, id));
        if (std::none_of(person.affiliations.begin(), person.affiliations.end(), [&](auto const& row) { return row.id == affiliation; }))
            return fail(ErrorKind::NotFound, tr("This affiliation does not exist."));
        TRY(end_affiliation(tx, affiliation, context.today()));
        TRY(record_person(tx, context, "people.affiliation_ended", id, {}));
        return web::see_other("/people/" + id.text());
    });
    return web::with_notice(request, context, TRY(saved), tr("The affiliation ends today."));
}

} // namespace

std::vector<web::Route> person_routes()
{
    using enum web::Method;
    return {
        { Get, "/people", show_persons, web::signed_in() },
        { Get, "/people/new", new_person, directory_access() },
        { Post, "/people", create_person, directory_access() },
        { Get, "/people/:person", show_person, web::signed_in() },
        { Get, "/people/:person/edit", edit_person, directory_access() },
        { Post, "/people/:person", change_person, directory_access() },
        { Post, "/people/:person/affiliations", create_affiliation, directory_access() },
        { Post, "/people/:person/affiliations/:affiliation/end", end_affiliation_today, directory_access() },
    };
}

} // namespace toguna::people
