#include "geography/area_pages.hpp"
#include "geography/countries.html.hpp"
#include "geography/country_form.html.hpp"
#include "geography/store.hpp"
#include "journal/store.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"
#include "web/time_zone.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <set>

namespace toguna::geography {

namespace {

struct CountryForm {
    std::string code;
    std::string iso2;
    std::string name_fr;
    std::string name_en;
    std::string time_zone;
    std::string currency;

    static CountryForm decode(web::Request const& request)
    {
        auto const typed = [&](std::string_view field) { return std::string(request.form.get(field)); };
        return { typed("code"), typed("iso2"), typed("name_fr"), typed("name_en"), typed("time_zone"), typed("currency") };
    }

    Result<Country> value() const
    {
        auto const parsed = CountryCode::parse(code);
        auto result = checked({ parsed.value_or(CountryCode::trusted("")), iso2, name_fr, name_en, time_zone, currency });
        if (web::is_time_zone(result ? result->time_zone : time_zone))
            return result;
        Error error = result ? Error { ErrorKind::Invalid, tr("This country cannot be saved as it is."), {}, {} } : std::move(result).error();
        error.fields.push_back({ "time_zone", tr("Write the name of a time zone, such as Africa/Ndjamena.") });
        return fail(std::move(error));
    }
};

/// « 17 régions » and so on, for one country.
std::string areas_text(CountryCode const& country, std::vector<AreaCount> const& counts, web::Localization const& language)
{
    std::map<int, std::int64_t> by_level;
    for (auto const& count : counts)
        if (count.country == country)
            by_level[count.level] += count.count;
    std::string text;
    for (auto const& [level, count] : by_level)
        text += (text.empty() ? "" : ", ") + language(tr("{level}: {number}", { { "level", level_label(country, level) }, { "number", count } }));
    return text;
}

std::string editions_text(CountryCode const& country, std::vector<AreaCount> const& counts, web::Localization const& language)
{
    std::map<std::string, Date> since;
    for (auto const& count : counts)
        if (count.country == country)
            if (auto const [found, is_new] = since.emplace(count.edition, count.since); !is_new)
                found->second = std::min(found->second, count.since);
    std::string text;
    for (auto const& [edition, date] : since)
        text += (text.empty() ? "" : ", ") + language(tr("{edition}, since {date}", { { "edition", edition }, { "date", date } }));
    return text;
}

/// GET /areas
Result<web::Reply> show_countries(web::Request const&, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const counts = TRY(count_areas_by_level(reader, context.today()));
        CountriesView view { {}, context.visitor && context.visitor->administrator };
        for (auto const& country : TRY(list_countries(reader)))
            view.rows.push_back({ country.code.text(), country.name(language.language()), areas_text(country.code, counts, language), editions_text(country.code, counts, language) });
        std::sort(view.rows.begin(), view.rows.end(), [&](auto const& left, auto const& right) { return language.less(left.name, right.name); });
        return web::page(context, { language.t("Countries and areas"), { { language.t("Home"), "/" } }, "/areas", html::countries(view, context.templates()) });
    });
}

Result<web::Reply> country_page(web::Context& context, CountryForm const& form, Error const* error)
{
    auto const& language = context.language;
    auto const field = [&](std::string name, std::string label, std::string const& value, std::string hint = {}) {
        return web::TextField { { name, std::move(label), std::move(hint), error ? web::message_for(error->fields, name, language) : "" }, value, web::Width::Half };
    };
    CountryFormView const view { error ? web::error_summary(context, *error) : SafeHtml(), web::once_field(context),
        field("code", language.t("Three-letter code"), form.code, language.t("ISO 3166, such as TCD.")),
        field("iso2", language.t("Two-letter code"), form.iso2, language.t("ISO 3166, such as TD: P-codes begin with it.")),
        field("name_fr", language.t("Name in French"), form.name_fr), field("name_en", language.t("Name in English"), form.name_en),
        field("time_zone", language.t("Time zone"), form.time_zone, language.t("As computers name it, such as Africa/Ndjamena.")),
        field("currency", language.t("Currency"), form.currency, language.t("ISO 4217, such as XAF.")) };
    web::Page page { language.t("Add a country"), trail_of_areas(context), "/areas", html::country_form(view, context.templates()), error != nullptr };
    return web::page(context, std::move(page), error ? 422 : 200);
}

/// GET /areas/new
Result<web::Reply> new_country(web::Request const&, web::Context& context) { return country_page(context, {}, nullptr); }

/// POST /areas
Result<web::Reply> create_country(web::Request const& request, web::Context& context)
{
    auto const form = CountryForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            auto const country = TRY(form.value());
            TRY(require_new_country(tx, country));
            TRY(insert_country(tx, country));
            boost::json::object const facts { { "code", country.code.text() }, { "name", country.name_fr }, { "time_zone", country.time_zone }, { "currency", country.currency } };
            TRY(journal::record_event(tx, journal::actor_of(context), { "geography.country_added", country.code.text(), {}, {}, boost::json::serialize(facts) }, context.now, context.chance));
            return web::see_other("/areas/" + country.code.text());
        });
    });
    if (!saved && saved.error().kind == ErrorKind::Invalid)
        return country_page(context, form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The country was added. Import its administrative boundaries next."));
}

} // namespace

std::vector<web::Route> country_routes()
{
    using enum web::Method;
    return {
        { Get, "/areas", show_countries, web::signed_in() },
        { Get, "/areas/new", new_country, web::administrator() },
        { Post, "/areas", create_country, web::administrator() },
    };
}

} // namespace toguna::geography
