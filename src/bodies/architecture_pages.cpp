#include "bodies/architecture.html.hpp"
#include "bodies/architecture.hpp"
#include "bodies/architecture_store.hpp"
#include "bodies/countries.html.hpp"
#include "bodies/pages.hpp"
#include "bodies/profile_store.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/sector.hpp"
#include "geography/store.hpp"
#include "journal/store.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace toguna::bodies {

namespace {

struct ArchitectureForm {
    std::string country = {};
    std::vector<std::string> humanitarian = { "country_team", "inter_cluster", "committees" };
    std::vector<std::string> sectors = {};
    std::string sub_clusters = {};
    std::string working_groups = {};
    std::vector<std::string> donors = { "troika", "pool" };
    std::string thematic_groups = {};

    static ArchitectureForm decode(web::Request const& request)
    {
        auto const all = [&](std::string_view field) {
            auto const values = request.form.all(field);
            return std::vector<std::string>(values.begin(), values.end());
        };
        auto const text = [&](std::string_view field) { return std::string(request.form.get(field)); };
        return { text("country"), all("humanitarian"), all("sectors"), text("sub_clusters"), text("working_groups"), all("donors"), text("thematic_groups") };
    }

    ArchitectureWish wish() const
    {
        auto const has = [](std::vector<std::string> const& ticks, std::string_view name) { return std::find(ticks.begin(), ticks.end(), name) != ticks.end(); };
        auto const themes = read_lines(thematic_groups);
        return { has(humanitarian, "country_team"), has(humanitarian, "inter_cluster"), sectors, has(humanitarian, "committees"), read_lines(sub_clusters), read_lines(working_groups),
            has(donors, "donor_group") || !themes.empty(), has(donors, "troika"), has(donors, "pool"), has(donors, "executive_group"), themes };
    }
};

std::vector<web::Option> sector_choices(web::Localization const& language)
{
    std::vector<web::Option> options;
    for (auto const& sector : sectors())
        options.push_back({ std::string(sector.code), std::string(sector.name(language.language())) });
    return options;
}

Result<web::Reply> architecture_page(web::Context& context, ArchitectureForm const& form, Error const* error)
{
    auto const& language = context.language;
    auto const frame = [&](std::string name, std::string label, std::string hint = {}) {
        return web::FieldFrame { name, std::move(label), std::move(hint), error ? web::message_for(error->fields, name, language) : "", name != "country" };
    };
    auto countries = TRY(context.db.read([&](db::Reader const& reader) { return country_options(context, reader); }));
    auto const below = language.t("One a line. Where there are several clusters, write below which one it stands: “NUT: North”.");
    ArchitectureView view { error ? web::error_summary(context, *error) : SafeHtml(), web::once_field(context),
        { frame("country", language.t("Country")), std::move(countries), form.country },
        { frame("humanitarian", language.t("Steering bodies")),
            { { "country_team", language.t("Humanitarian country team") }, { "inter_cluster", language.t("Inter-cluster coordination group") }, { "committees", language.t("A strategic advisory committee for each cluster") } },
            form.humanitarian, true },
        { frame("sectors", language.t("Clusters and areas of responsibility")), sector_choices(language), form.sectors, true },
        { frame("sub_clusters", language.t("Sub-clusters"), below), form.sub_clusters, 3 }, { frame("working_groups", language.t("Technical working groups"), below), form.working_groups, 3 },
        { frame("donors", language.t("Donors’ group")),
            { { "donor_group", language.t("Donors’ group") }, { "troika", language.t("with a troïka") }, { "pool", language.t("with a technical pool that answers to the troïka") }, { "executive_group", language.t("with an executive group of heads of cooperation") } },
            form.donors, true },
        { frame("thematic_groups", language.t("Thematic groups"), language.t("One a line: their themes. They stand below the donors’ group.")), form.thematic_groups, 3 } };
    web::Page page { language.t("Several bodies at once"), { { language.t("Home"), "/" }, { language.t("Bodies"), "/bodies" } }, "/bodies", html::architecture(view, context.templates()), error != nullptr };
    return web::page(context, std::move(page), error ? 422 : 200);
}

Result<web::Reply> new_architecture(web::Request const& request, web::Context& context)
{
    ArchitectureForm form;
    form.country = std::string(request.query.get("country"));
    return architecture_page(context, form, nullptr);
}

Result<void> write_architecture(db::Transaction& tx, web::Context& context, ArchitectureForm const& form)
{
    auto planned = plan_architecture(form.wish(), TRY(taken_codes(tx)), context.file_language);
    auto const country = geography::CountryCode::parse(form.country);
    if (!country) {
        Error error = planned ? Error { ErrorKind::Invalid, tr("These bodies cannot be created as they are."), {}, {} } : std::move(planned).error();
        error.fields.insert(error.fields.begin(), { "country", tr("Choose the country.") });
        return fail(std::move(error));
    }
    auto const bodies = TRY(insert_planned(tx, TRY(std::move(planned)), *country, context.now, context.chance));
    for (auto const& body : bodies)
        TRY(journal::record_event(tx, journal::actor_of(context),
            { "bodies.body_added", body.id.text(), body.id.text(), {}, boost::json::serialize(boost::json::object { { "name", body.name }, { "code", body.code }, { "kind", name_of(body.kind) } }) }, context.now, context.chance));
    return {};
}

Result<web::Reply> create_architecture(web::Request const& request, web::Context& context)
{
    auto const form = ArchitectureForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, manage_body, ""));
            TRY(write_architecture(tx, context, form));
            return web::see_other("/organigram?country=" + form.country);
        });
    });
    if (!saved && saved.error().kind == ErrorKind::Invalid)
        return architecture_page(context, form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The bodies were created. Open each one to name its coordination and its members."));
}

Result<web::Reply> show_countries(web::Request const&, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const counts = TRY(count_bodies_by_country(reader));
        CountriesView view;
        for (auto const& option : TRY(country_options(context, reader)))
            if (!option.value.empty())
                view.countries.push_back({ option.value, option.label, counts.contains(option.value) ? counts.at(option.value) : 0 });
        return web::page(context, { context.language.t("Countries and their bodies"), { { context.language.t("Home"), "/" }, { context.language.t("Bodies"), "/bodies" } }, "/bodies", html::countries(view, context.templates()) });
    });
}

} // namespace

Result<std::vector<web::Option>> country_options(web::Context const& context, db::Reader const& reader)
{
    std::vector<web::Option> options;
    for (auto const& country : TRY(geography::list_countries(reader)))
        options.push_back({ country.code.text(), country.name(context.language.language()) });
    std::sort(options.begin(), options.end(), [&](auto const& left, auto const& right) { return context.language.less(left.label, right.label); });
    options.insert(options.begin(), web::Option { "", context.language.t("Choose") });
    return options;
}

std::vector<web::Route> architecture_routes()
{
    using enum web::Method;
    return {
        { Get, "/bodies/architecture", new_architecture, web::administrator() },
        { Post, "/bodies/architecture", create_architecture, web::administrator() },
        { Get, "/bodies/countries", show_countries, web::administrator() },
    };
}

} // namespace toguna::bodies
