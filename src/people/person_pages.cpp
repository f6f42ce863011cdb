#include "journal/store.hpp"
#include "people/acronym_store.hpp"
#include "people/chooser_store.hpp"
#include "people/contact_pages.hpp"
#include "people/normalise.hpp"
#include "people/pages.hpp"
#include "people/person.html.hpp"
#include "people/person_form.html.hpp"
#include "people/person_store.hpp"
#include "people/persons.html.hpp"
#include "people/post_store.hpp"
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
    if (before.spoken != after.spoken)
        fields.emplace_back("spoken");
    if (before.email_visibility != after.email_visibility || before.phone_visibility != after.phone_visibility)
        fields.emplace_back("visibility");
    if (before.consented_on != after.consented_on)
        fields.emplace_back("consented_on");
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
        Looking const looking(context, reader);
        for (auto const& person : TRY(list_persons(reader, filter))) {
            auto const viewer = looking.at(person.id);
            PersonRow row { person.id.text(), person.full_name, {}, {}, visible(person.email_visibility, viewer) ? person.email : "", visible(person.phone_visibility, viewer) ? person.phone : "" };
            if (auto const* const affiliation = person.affiliation_on(context.today())) {
                row.organization = affiliation->organization_name;
                row.function = affiliation->function;
            }
            view.rows.push_back(std::move(row));
        }
        view.search = { { "search", language.t("Search by name") }, filter.search, web::Width::Half, "search" };
        view.may_edit = context.may(reader, edit_directory, "");
        view.is_somebody = context.visitor && !context.visitor->person.empty();
        view.may_erase = context.visitor && context.visitor->administrator;
        view.is_filtered = !filter.search.empty();
        view.pages = web::pagination_links(context, request, pagination);
        view.empty = view.is_filtered
            ? web::EmptyState { language.t("Nobody matches"), language.t("Try fewer letters: accents, capitals and the order of names do not matter."), language.t("Show all"), "/people" }
            : web::EmptyState { language.t("Nobody yet"), language.t("Members of a body and those responsible for actions are chosen among the persons listed here.") };
        return web::page(context, { language.t("People"), { { language.t("Home"), "/" } }, "/people", html::persons(view, context.templates()) });
    });
}

Result<web::Definitions> definitions_of(web::Context const& context, db::Reader const& reader, Person const& person)
{
    auto const& language = context.language;
    auto const viewer = Looking(context, reader).at(person.id);
    auto definitions = TRY(visible_details(reader, language, person, viewer));
    if (!person.spoken.empty())
        definitions.push_back({ language.t("Languages spoken"), web::escaped(person.spoken) });
    definitions.push_back({ language.t("Language of mails and documents"), web::escaped(person.language == "en" ? language.t("English") : language.t("French")) });
    if (person.consented_on && (viewer.coordinates || viewer.is_the_person))
        definitions.push_back({ language.t("Agreed to be listed on"), web::escaped(language.date(*person.consented_on)) });
    return definitions;
}

Result<std::vector<PostRow>> posts_held(web::Localization const& language, db::Reader const& reader, PersonId const& person)
{
    std::vector<PostRow> rows;
    for (auto const& holding : TRY(holdings_of_person(reader, person)))
        rows.push_back({ holding.post.text(), holding.post_label, holding.organization_name, {}, period_text(language, holding.period) });
    return rows;
}

/// The person with the form that adds an affiliation, as it was typed.
Result<web::Reply> person_page(web::Context& context, PersonId const& id, AffiliationForm const& form, Error const* error)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const person = TRY(find_person(reader, id));
        if (person.id != id)
            return web::see_other("/people/" + person.id.text());
        auto const message = [&](std::string_view field) { return error ? web::message_for(error->fields, field, language) : std::string(); };
        PersonView view;
        view.id = id.text();
        view.definitions = TRY(definitions_of(context, reader, person));
        view.posts = TRY(posts_held(language, reader, id));
        view.is_erased = person.is_erased;
        view.may_keep_contacts = !person.is_erased && Looking(context, reader).may_keep(id);
        auto const acronyms = TRY(list_acronyms(reader));
        for (auto const& affiliation : person.affiliations)
            view.affiliations.push_back({ affiliation.id.text(), affiliation.organization.text(), affiliation.organization_name, expand_acronyms(affiliation.function, acronyms, language.language()),
                period_text(language, affiliation.period), affiliation.period.contains(context.today()) && !affiliation.period.end() });
        view.may_edit = !person.is_erased && context.may(reader, edit_directory, "");
        view.may_erase = !person.is_erased && context.visitor && context.visitor->administrator;
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

/// The person whose form it is, seen by the visitor: who may correct a name may not therefore read a private number.
Viewer viewer_of_form(web::Context const& context, db::Reader const& reader, std::string const& id)
{
    auto const person = PersonId::parse(id);
    return person ? Looking(context, reader).at(*person) : Viewer { .administers = true };
}

/// What the visitor may not see stays as it was, whatever the form says.
Person with_unseen(Person after, Person const& before, Viewer const& viewer)
{
    if (!visible(before.email_visibility, viewer)) {
        after.email = before.email;
        after.email_visibility = before.email_visibility;
    }
    if (!visible(before.phone_visibility, viewer)) {
        after.phone = before.phone;
        after.phone_visibility = before.phone_visibility;
    }
    return after;
}

Result<void> show_visibility(PersonFormView& view, web::Context const& context, PersonForm const& form, std::string const& id, Error const* error)
{
    auto const& language = context.language;
    auto const message = [&](std::string_view field) { return error ? web::message_for(error->fields, field, language) : std::string(); };
    view.email_visibility = { { "email_visibility", language.t("Who sees the e-mail address") }, visibility_options(language), form.email_visibility };
    view.phone_visibility = { { "phone_visibility", language.t("Who sees the telephone number") }, visibility_options(language), form.phone_visibility };
    view.spoken = { { "spoken", language.t("Languages spoken"), language.t("For example: French, Mooré, Fulfulde."), message("spoken"), true }, form.spoken, web::Width::Half };
    view.consented_on = web::date_field({ "consented_on", language.t("Agreed to be listed on"), language.t("The day the person said yes to being in this directory."), message("consented_on"), true }, form.consented_on, language);
    return context.db.read([&](db::Reader const& reader) -> Result<void> {
        auto const person = PersonId::parse(id);
        if (!person)
            return {};
        auto const stored = TRY(find_person(reader, *person));
        auto const viewer = viewer_of_form(context, reader, id);
        view.shows_email = visible(stored.email_visibility, viewer);
        view.shows_phone = visible(stored.phone_visibility, viewer);
        return {};
    });
}

/// Who corrects: a keeper of the directory, or the person under « Mes données ».
enum class Corrects { Keeper, Themselves };

Result<web::Reply> person_form_page(web::Context& context, PersonForm const& form, std::string const& id, Error const* error, Corrects who = Corrects::Keeper)
{
    auto const& language = context.language;
    auto const frame = [&](std::string name, std::string label, std::string hint = {}, bool optional = false) {
        return web::FieldFrame { name, std::move(label), std::move(hint), error ? web::message_for(error->fields, name, language) : "", optional };
    };
    PersonFormView view;
    view.action = who == Corrects::Themselves ? "/my-data" : id.empty() ? "/people" : "/people/" + id;
    view.cancel = view.action;
    view.version = form.version;
    view.is_new = id.empty();
    view.errors = error ? web::error_summary(context, *error) : SafeHtml();
    view.once = web::once_field(context);
    view.full_name = { frame("full_name", language.t("Name"), language.t("As the person writes it, in that order.")), form.full_name, web::Width::Full, "text", "off" };
    view.email = { frame("email", language.t("E-mail"), language.t("Reminders and invitations go there."), true), form.email, web::Width::Half, "email", "off" };
    view.phone = { frame("phone", language.t("Telephone"), {}, true), form.phone, web::Width::Half, "tel", "off" };
    view.language = { frame("language", language.t("Language of mails and documents")), { { "fr", language.t("French") }, { "en", language.t("English") } }, { form.language }, false, true };
    TRY(show_visibility(view, context, form, id, error));
    view.organization = TRY(context.db.read([&](db::Reader const& reader) {
        return organization_field(reader, context, frame("organization", language.t("Organisation"), language.t("Its name or acronym."), true), form.organization, error);
    }));
    view.function = { frame("function", language.t("Function"), {}, true), form.function, web::Width::Half };
    web::Page page { who == Corrects::Themselves ? language.t("Correct my data") : id.empty() ? language.t("Add a person") : language.t("Change a person"), persons_trail(context), "/people", html::person_form(view, context.templates()), error != nullptr };
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
            auto person = TRY(form.with_consent(form.value(id, organization), context.today()));
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

/// One way for both: what the visitor may not see stays, and the journal keeps which fields changed.
Result<void> save_person(db::Transaction& tx, web::Context const& context, PersonForm const& form, PersonId const& id)
{
    auto const before = TRY(find_person(tx, id));
    if (before.is_erased)
        return fail(ErrorKind::Conflict, tr("This person was erased: nothing is kept about them any more."));
    auto const after = with_unseen(TRY(form.with_consent(form.value(before.id), context.today())), before, viewer_of_form(context, tx, before.id.text()));
    TRY(update_person(tx, after, context.now));
    return record_person(tx, context, "people.person_changed", before.id, changed_fields(before, after));
}

Result<web::Reply> change_person(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<PersonId>("person"));
    auto const form = PersonForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, edit_directory, ""));
            TRY(save_person(tx, context, form, id));
            return web::see_other("/people/" + id.text());
        });
    });
    if (!saved && may_be_mended(saved.error()))
        return person_form_page(context, form, id.text(), &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("Your changes were saved."));
}

Result<web::Reply> edit_my_data(web::Request const&, web::Context& context)
{
    auto const id = TRY(visiting_person(context));
    auto const person = TRY(context.db.read([&](db::Reader const& reader) { return find_person(reader, id); }));
    return person_form_page(context, PersonForm::encode(person), id.text(), nullptr, Corrects::Themselves);
}

Result<web::Reply> change_my_data(web::Request const& request, web::Context& context)
{
    auto const id = TRY(visiting_person(context));
    auto const form = PersonForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(save_person(tx, context, form, id));
            return web::see_other("/my-data");
        });
    });
    if (!saved && may_be_mended(saved.error()))
        return person_form_page(context, form, id.text(), &saved.error(), Corrects::Themselves);
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

std::string period_text(web::Localization const& language, Period const& period)
{
    if (auto const end = period.end())
        return language(tr("from {start} to {end}", { { "start", period.start() }, { "end", *end } }));
    return language(tr("since {start}", { { "start", period.start() } }));
}

Result<PersonId> visiting_person(web::Context const& context)
{
    if (auto const id = PersonId::parse(context.visitor ? context.visitor->person : ""))
        return *id;
    return fail(ErrorKind::NotFound, tr("Your account belongs to no person of the directory: nothing else is kept about you."));
}

std::vector<web::Route> person_routes()
{
    using enum web::Method;
    return {
        { Get, "/people", show_persons, web::signed_in() },
        { Get, "/my-data/edit", edit_my_data, web::signed_in() },
        { Post, "/my-data", change_my_data, web::signed_in() },
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
