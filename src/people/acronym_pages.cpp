#include "people/acronym_pages.hpp"

#include "geography/store.hpp"
#include "journal/store.hpp"
#include "people/acronym_form.html.hpp"
#include "people/acronym_store.hpp"
#include "people/acronyms.html.hpp"
#include "people/pages.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

#include <map>

namespace toguna::people {

namespace {

std::string text_of(web::Request const& request, std::string_view field) { return std::string(request.form.get(field)); }

std::vector<web::Crumb> acronym_trail(web::Context const& context)
{
    return { { context.language.t("Home"), "/" }, { context.language.t("Organisations"), "/organizations" }, { context.language.t("Acronyms"), "/acronyms" } };
}

bool is_mendable(Error const& error) { return error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Conflict; }

std::string acronym_facts(Acronym const& acronym)
{
    return boost::json::serialize(boost::json::object { { "text", acronym.text }, { "french", acronym.french }, { "english", acronym.english } });
}

Result<web::Reply> show_acronyms(web::Request const&, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        std::map<std::string, std::string> countries;
        for (auto const& country : TRY(geography::list_countries(reader)))
            countries.emplace(country.code.text(), country.name(language.language()));
        AcronymsView view { {}, context.visitor && context.visitor->administrator };
        for (auto const& acronym : TRY(list_acronyms(reader)))
            view.rows.push_back({ acronym.id.text(), acronym.text, acronym.meaning(language.language()), acronym.country ? countries[acronym.country->text()] : language.t("everywhere") });
        auto trail = acronym_trail(context);
        trail.pop_back();
        return web::page(context, { language.t("Acronyms"), std::move(trail), "/organizations", html::acronyms(view, context.templates()) });
    });
}

/// `id` is empty for a new one.
Result<web::Reply> acronym_form_page(web::Context& context, AcronymForm const& form, std::string const& id, Error const* error)
{
    auto const& language = context.language;
    auto const frame = [&](std::string name, std::string label, std::string hint = {}, bool optional = false) {
        return web::FieldFrame { name, std::move(label), std::move(hint), error ? web::message_for(error->fields, name, language) : "", optional };
    };
    AcronymFormView view;
    view.action = id.empty() ? "/acronyms" : "/acronyms/" + id;
    view.removal = id.empty() ? "" : "/acronyms/" + id + "/removal";
    view.version = form.version;
    view.errors = error ? web::error_summary(context, *error) : SafeHtml();
    view.once = web::once_field(context);
    view.text = { frame("text", language.t("Acronym")), form.text, web::Width::Half, "text", "off" };
    view.french = { frame("french", language.t("Meaning in French"), {}, true), form.french };
    view.english = { frame("english", language.t("Meaning in English"), {}, true), form.english };
    view.country = { frame("country", language.t("Country where it means this"), {}, true), { { "", language.t("everywhere") } }, form.country };
    for (auto const& country : TRY(context.db.read([](db::Reader const& reader) { return geography::list_countries(reader); })))
        view.country.options.push_back({ country.code.text(), country.name(language.language()) });
    web::Page page { id.empty() ? language.t("Add an acronym") : language.t("Change an acronym"), acronym_trail(context), "/organizations", html::acronym_form(view, context.templates()), error != nullptr };
    return web::page(context, std::move(page), !error ? 200 : error->kind == ErrorKind::Conflict ? 409 : 422);
}

Result<web::Reply> new_acronym(web::Request const&, web::Context& context) { return acronym_form_page(context, {}, {}, nullptr); }

Result<web::Reply> edit_acronym(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<AcronymId>("acronym"));
    auto const acronym = TRY(context.db.read([&](db::Reader const& reader) { return find_acronym(reader, id); }));
    return acronym_form_page(context, AcronymForm::encode(acronym), id.text(), nullptr);
}

Result<void> record_acronym(db::Transaction& tx, web::Context const& context, std::string kind, AcronymId const& id, std::string after)
{
    TRY(journal::record_event(tx, journal::actor_of(context), { std::move(kind), id.text(), {}, {}, std::move(after) }, context.now, context.chance));
    return {};
}

Result<web::Reply> create_acronym(web::Request const& request, web::Context& context)
{
    auto const form = AcronymForm::decode(request);
    auto const id = context.new_id<AcronymId>();
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            auto const acronym = TRY(form.acronym(id));
            TRY(insert_acronym(tx, acronym));
            TRY(record_acronym(tx, context, "people.acronym_added", id, acronym_facts(acronym)));
            return web::see_other("/acronyms");
        });
    });
    if (!saved && is_mendable(saved.error()))
        return acronym_form_page(context, form, {}, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The acronym was added."));
}

Result<web::Reply> change_acronym(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<AcronymId>("acronym"));
    auto const form = AcronymForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        TRY(find_acronym(tx, id));
        auto const acronym = TRY(form.acronym(id));
        TRY(update_acronym(tx, acronym));
        TRY(record_acronym(tx, context, "people.acronym_changed", id, acronym_facts(acronym)));
        return web::see_other("/acronyms");
    });
    if (!saved && is_mendable(saved.error()))
        return acronym_form_page(context, form, id.text(), &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("Your changes were saved."));
}

Result<web::Reply> remove_acronym(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<AcronymId>("acronym"));
    auto const saved = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        auto const acronym = TRY(find_acronym(tx, id));
        TRY(delete_acronym(tx, id));
        TRY(record_acronym(tx, context, "people.acronym_removed", id, acronym_facts(acronym)));
        return web::see_other("/acronyms");
    });
    return web::with_notice(request, context, TRY(saved), tr("The acronym was taken out of the list."));
}

} // namespace

AcronymForm AcronymForm::decode(web::Request const& request)
{
    return { text_of(request, "text"), text_of(request, "country"), text_of(request, "french"), text_of(request, "english"), text_of(request, "version") };
}

AcronymForm AcronymForm::encode(Acronym const& acronym)
{
    return { acronym.text, acronym.country ? acronym.country->text() : "", acronym.french, acronym.english, std::to_string(acronym.version) };
}

Result<Acronym> AcronymForm::acronym(AcronymId id) const
{
    return checked(Acronym { std::move(id), geography::CountryCode::parse(country), text, french, english, read_version(version) });
}

std::vector<web::Route> acronym_routes()
{
    using enum web::Method;
    return {
        { Get, "/acronyms", show_acronyms, web::signed_in() },
        { Get, "/acronyms/new", new_acronym, web::administrator() },
        { Post, "/acronyms", create_acronym, web::administrator() },
        { Get, "/acronyms/:acronym", edit_acronym, web::administrator() },
        { Post, "/acronyms/:acronym", change_acronym, web::administrator() },
        { Post, "/acronyms/:acronym/removal", remove_acronym, web::administrator() },
    };
}

} // namespace toguna::people
