#include "bodies/mandate_views.hpp"
#include "bodies/role_label_countries.html.hpp"
#include "bodies/role_label_store.hpp"
#include "bodies/role_labels.html.hpp"
#include "geography/store.hpp"
#include "journal/store.hpp"
#include "web/cookies.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace toguna::bodies {

namespace {

std::string field_of(MandateRole role, std::string const& language) { return std::string(name_of(role)) + "_" + language; }

std::vector<web::Crumb> trail(web::Context const& context)
{
    return { { context.language.t("Home"), "/" }, { context.language.t("Bodies"), "/bodies" }, { context.language.t("What roles are called"), "/role-labels" } };
}

Result<geography::Country> country_in_path(db::Reader const& db, web::Request const& request)
{
    auto const found = request.parameters.find("country");
    auto const code = found == request.parameters.end() ? std::optional<geography::CountryCode> {} : geography::CountryCode::parse(found->second);
    if (!code)
        return fail(ErrorKind::NotFound, tr("This page does not exist."));
    return geography::find_country(db, *code);
}

std::vector<RoleLabel> typed_labels(web::Request const& request)
{
    std::vector<RoleLabel> labels;
    for (auto const role : mandate_roles())
        for (auto const& language : web::languages())
            labels.push_back({ role, language, std::string(request.form.get(field_of(role, language))) });
    return labels;
}

Result<web::Reply> show_countries(web::Request const&, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        RoleLabelCountriesView view;
        for (auto const& country : TRY(geography::list_countries(reader)))
            view.countries.emplace_back(country.code.text(), country.name(context.language.language()));
        std::sort(view.countries.begin(), view.countries.end(), [&](auto const& left, auto const& right) { return context.language.less(left.second, right.second); });
        auto crumbs = trail(context);
        crumbs.pop_back();
        return web::page(context, { context.language.t("What roles are called"), crumbs, "/bodies", html::role_label_countries(view, context.templates()) });
    });
}

Result<web::Reply> labels_page(web::Context& context, geography::Country const& country, RoleNames const& names, Error const* error)
{
    auto const& language = context.language;
    RoleLabelsView view;
    view.country = country.code.text();
    view.errors = error ? web::error_summary(context, *error) : SafeHtml();
    for (auto const role : mandate_roles()) {
        RoleLabelsView::Row row { language(label_of(role)), {} };
        for (auto const& code : web::languages()) {
            auto const name = field_of(role, code);
            auto const usual = web::localization(code)(label_of(role));
            auto const label = code == "fr" ? language.t("In French") : code == "en" ? language.t("In English") : code;
            row.fields.push_back({ { name, label, language(tr("Usually: {word}", { { "word", usual } })), error ? web::message_for(error->fields, name, language) : "", true }, names.own(role, code), web::Width::Half });
        }
        view.rows.push_back(std::move(row));
    }
    auto const title = language(tr("What roles are called: {country}", { { "country", country.name(language.language()) } }));
    return web::page(context, { title, trail(context), "/bodies", html::role_labels(view, context.templates()), error != nullptr }, error ? 422 : 200);
}

Result<web::Reply> show_labels(web::Request const& request, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const country = TRY(country_in_path(reader, request));
        return labels_page(context, country, TRY(role_names_of(reader, country.code)), nullptr);
    });
}

std::string facts_of(std::vector<RoleLabel> const& labels)
{
    boost::json::object facts;
    for (auto const& label : labels)
        if (!label.text.empty())
            facts[field_of(label.role, label.language)] = label.text;
    return boost::json::serialize(facts);
}

Result<web::Reply> change_labels(web::Request const& request, web::Context& context)
{
    auto const country = TRY(context.db.read([&](db::Reader const& reader) { return country_in_path(reader, request); }));
    auto const labels = typed_labels(request);
    auto const saved = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        auto const before = facts_of(TRY(role_labels_of(tx, country.code)));
        TRY(replace_role_labels(tx, country.code, labels));
        auto const after = facts_of(TRY(role_labels_of(tx, country.code)));
        TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.role_labels_changed", country.code.text(), {}, before, after }, context.now, context.chance));
        return web::see_other("/role-labels/" + country.code.text());
    });
    if (!saved && saved.error().kind == ErrorKind::Invalid)
        return labels_page(context, country, RoleNames(labels), &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The names were saved. Pages show them from now on; no mandate was changed."));
}

} // namespace

std::vector<web::Route> role_label_routes()
{
    using enum web::Method;
    return {
        { Get, "/role-labels", show_countries, web::administrator() },
        { Get, "/role-labels/:country", show_labels, web::administrator() },
        { Post, "/role-labels/:country", change_labels, web::administrator() },
    };
}

} // namespace toguna::bodies
