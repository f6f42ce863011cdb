#include "journal/store.hpp"
#include "people/affiliation_form.html.hpp"
#include "people/normalise.hpp"
#include "people/pages.hpp"
#include "people/person_store.hpp"
#include "people/read_date.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <algorithm>

namespace toguna::people {

namespace {

Result<Affiliation> affiliation_in(db::Reader const& reader, web::Request const& request)
{
    auto const id = TRY(request.id<AffiliationId>("affiliation"));
    auto const person = TRY(find_person(reader, TRY(request.id<PersonId>("person"))));
    for (auto const& affiliation : person.affiliations)
        if (affiliation.id == id)
            return affiliation;
    return fail(ErrorKind::NotFound, tr("This affiliation does not exist."));
}

/// The same affiliation with the function and days that were typed; Invalid, field by field.
Result<Affiliation> corrected(Affiliation affiliation, AffiliationDates const& form, Date today)
{
    Error error { ErrorKind::Invalid, tr("This affiliation cannot be saved as it is."), {}, {} };
    auto const start = read_date(form.starts_on, today);
    auto const end = tidy(form.ends_on).empty() ? std::optional<Date> {} : read_date(form.ends_on, today);
    if (!start)
        error.fields.push_back({ "starts_on", unreadable_date(form.starts_on) });
    if (!end && !tidy(form.ends_on).empty())
        error.fields.push_back({ "ends_on", unreadable_date(form.ends_on) });
    if (start && end && *end < *start)
        error.fields.push_back({ "ends_on", tr("An affiliation cannot end before it starts.") });
    if (!error.fields.empty())
        return fail(std::move(error));
    affiliation.function = tidy(form.function);
    affiliation.period = TRY(Period::from(*start, end));
    return affiliation;
}

Result<web::Reply> affiliation_page(web::Context& context, Affiliation const& affiliation, AffiliationDates const& form, Error const* error)
{
    auto const& language = context.language;
    auto const message = [&](std::string_view field) { return error ? web::message_for(error->fields, field, language) : std::string(); };
    auto const person = "/people/" + affiliation.person.text();
    AffiliationFormView view { person + "/affiliations/" + affiliation.id.text(), person, affiliation.organization_name, error ? web::error_summary(context, *error) : SafeHtml(), web::once_field(context), {}, {}, {} };
    view.function = { { "function", language.t("Function"), {}, {}, true }, form.function, web::Width::Half };
    view.starts_on = web::date_field({ "starts_on", language.t("First day"), {}, message("starts_on") }, form.starts_on, language);
    view.ends_on = web::date_field({ "ends_on", language.t("Last day"), language.t("Empty: until further notice."), message("ends_on"), true }, form.ends_on, language);
    web::Page page { language.t("Change an affiliation"), { { language.t("Home"), "/" }, { language.t("People"), "/people" } }, "/people", html::affiliation_form(view, context.templates()), error != nullptr };
    return web::page(context, std::move(page), error ? 422 : 200);
}

Result<web::Reply> edit_affiliation(web::Request const& request, web::Context& context)
{
    auto const affiliation = TRY(context.db.read([&](db::Reader const& reader) { return affiliation_in(reader, request); }));
    auto const end = affiliation.period.end();
    return affiliation_page(context, affiliation, { affiliation.function, affiliation.period.start().to_iso(), end ? end->to_iso() : "" }, nullptr);
}

Result<web::Reply> change_affiliation(web::Request const& request, web::Context& context)
{
    AffiliationDates const form { std::string(request.form.get("function")), std::string(request.form.get("starts_on")), std::string(request.form.get("ends_on")) };
    auto const before = TRY(context.db.read([&](db::Reader const& reader) { return affiliation_in(reader, request); }));
    auto const saved = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        TRY(context.require(tx, edit_directory, ""));
        auto const affiliation = TRY(corrected(TRY(affiliation_in(tx, request)), form, context.today()));
        TRY(update_affiliation(tx, affiliation));
        TRY(journal::record_event(tx, journal::actor_of(context), { "people.affiliation_changed", affiliation.person.text(), {}, {}, {} }, context.now, context.chance));
        return web::see_other("/people/" + affiliation.person.text());
    });
    if (!saved && saved.error().kind == ErrorKind::Invalid)
        return affiliation_page(context, before, form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("Your changes were saved."));
}

} // namespace

std::vector<web::Route> affiliation_routes()
{
    using enum web::Method;
    return {
        { Get, "/people/:person/affiliations/:affiliation", edit_affiliation, directory_access() },
        { Post, "/people/:person/affiliations/:affiliation", change_affiliation, directory_access() },
    };
}

} // namespace toguna::people
