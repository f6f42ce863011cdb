#include "geography/area_pages.hpp"

#include "base/read_date.hpp"
#include "base/search_text.hpp"
#include "formats/sheet_writer.hpp"
#include "geography/area.html.hpp"
#include "geography/area_links.html.hpp"
#include "geography/areas.html.hpp"
#include "geography/store.hpp"

namespace toguna::geography {

namespace {

/// More areas than a country has.
constexpr int most_exported = 200'000;

/// What is asked of the list: « état au … », words, a level.
struct AreasQuery {
    std::string search;
    std::string level;
    std::string as_of;
    Date day;
    bool is_unreadable = false;

    static AreasQuery decode(web::Request const& request, Date today)
    {
        AreasQuery query { tidy(request.query.get("search")), std::string(request.query.get("level")), tidy(request.query.get("as_of")), today };
        if (query.as_of.empty())
            return query;
        auto const day = read_date(query.as_of, today);
        query.is_unreadable = !day;
        query.day = day.value_or(today);
        return query;
    }

    std::optional<int> level_number() const
    {
        return level.size() == 1 && level[0] >= '0' && level[0] <= '4' ? std::optional(level[0] - '0') : std::nullopt;
    }

    /// Regions first: without words and level, the list begins on top of the tree.
    AreaFilter filter(CountryCode const& country) const
    {
        AreaFilter filter { .day = day, .country = country, .search = search, .limit = web::rows_per_page };
        filter.level = level_number();
        if (!filter.level && level != "all" && search.empty())
            filter.level = 1;
        return filter;
    }

    std::string address(std::string path) const
    {
        path += "?level=" + percent_encoded(level.empty() && search.empty() ? "1" : level);
        if (!search.empty())
            path += "&search=" + percent_encoded(search);
        if (!as_of.empty())
            path += "&as_of=" + percent_encoded(as_of);
        return path;
    }
};

std::string page_of(AdminArea const& area) { return "/areas/" + area.country.text() + "/" + area.id.text(); }

AreaRow row_of(ListedArea const& listed, web::Localization const& language)
{
    auto const& area = listed.area;
    auto const inside = listed.name_above_parent.empty() ? listed.parent_name : listed.parent_name + ", " + listed.name_above_parent;
    return { page_of(area), area.name, language(level_label(area.country, area.level)), area.p_code ? area.p_code->text() : "", inside };
}

std::string validity_words(Period const& validity, web::Localization const& language)
{
    if (auto const end = validity.end())
        return language(tr("from {start} to {end}", { { "start", validity.start() }, { "end", *end } }));
    return language(tr("since {start}", { { "start", validity.start() } }));
}

web::SelectField level_field(Country const& country, AreasQuery const& query, web::Localization const& language)
{
    web::SelectField field { { "level", language.t("Level") } };
    field.options.push_back({ "all", language.t("All levels") });
    for (int level = 1; level <= 4; ++level)
        field.options.push_back({ std::to_string(level), language(level_label(country.code, level)) });
    field.value = query.level.empty() ? (query.search.empty() ? "1" : "all") : query.level;
    return field;
}

web::EmptyState empty_of(AreasQuery const& query, bool has_areas, web::Context const& context, Country const& country)
{
    auto const& language = context.language;
    if (has_areas)
        return { language.t("No area matches"), language.t("Choose another level or day, or fewer letters: accents and capitals do not matter."), language.t("Show all"), "/areas/" + country.code.text() };
    if (!query.as_of.empty())
        return { language.t("No area is known on that day"), language.t("The editions that are known begin on the days below."), language.t("Show today"), "/areas/" + country.code.text() };
    if (context.visitor && context.visitor->administrator)
        return { language.t("No area yet"), language.t("Load the file of administrative boundaries that OCHA publishes for the country (COD-AB)."), language.t("Import areas"), "/areas/import" };
    return { language.t("No area yet"), language.t("Ask an administrator to import the administrative boundaries of this country.") };
}

Result<web::Definitions> editions_of(db::Reader const& reader, Country const& country, web::Localization const& language)
{
    web::Definitions definitions;
    for (auto const& edition : TRY(list_editions(reader, country.code)))
        definitions.push_back({ language(tr("Edition {name}", { { "name", edition.name } })),
            web::escaped(language(tr("{areas}, since {date}", { { "areas", trn("{count} area", "{count} areas", edition.areas) }, { "date", edition.since } }))) });
    return definitions;
}

/// GET /areas/:country
Result<web::Reply> show_areas(web::Request const& request, web::Context& context)
{
    auto const query = AreasQuery::decode(request, context.today());
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const country = TRY(country_in_path(reader, request));
        auto filter = query.filter(country.code);
        auto const total = TRY(count_areas(reader, filter));
        auto const pagination = web::paginate(static_cast<int>(total), request.query.get("page"));
        filter.offset = (pagination.page - 1) * web::rows_per_page;
        AreasView view { .country = country.code.text(), .errors = {}, .search = {}, .level = level_field(country, query, language), .as_of = {}, .caption = {}, .rows = {}, .pages = {}, .empty = {}, .exports = {}, .editions = {} };
        for (auto const& listed : TRY(list_areas_with_parents(reader, filter)))
            view.rows.push_back(row_of(listed, language));
        auto const count = trn("{count} area", "{count} areas", total);
        view.caption = query.day == context.today() ? language(count) : language(tr("{areas} as of {date}", { { "areas", count }, { "date", query.day } }));
        view.search = { { "search", language.t("Search by name or P-code") }, query.search, web::Width::Half, "search" };
        view.as_of = web::date_field({ "as_of", language.t("As of"), {}, {}, true }, query.as_of, language);
        if (query.is_unreadable) {
            Error const wrong { ErrorKind::Invalid, unreadable_date(query.as_of), { { "as_of", unreadable_date(query.as_of) } }, {} };
            view.errors = web::error_summary(context, wrong);
            view.as_of.error = web::message_for(wrong.fields, "as_of", language);
        }
        view.pages = web::pagination_links(context, request, pagination);
        if (view.rows.empty())
            view.empty = empty_of(query, TRY(count_areas(reader, { .day = query.day, .country = country.code })) > 0, context, country);
        for (std::string const format : { "xlsx", "csv" })
            view.exports.emplace_back(format == "xlsx" ? "XLSX" : "CSV", query.address("/areas/" + country.code.text() + "/export." + format));
        view.editions = TRY(editions_of(reader, country, language));
        web::Page page { language(tr("Areas of {country}", { { "country", country.name(language.language()) } })), trail_of_areas(context), "/areas", html::areas(view, context.templates()), query.is_unreadable };
        return web::page(context, std::move(page), query.is_unreadable ? 422 : 200);
    });
}

/// The exchange form of OCHA's global P-codes, which our own import reads back; further columns after it.
formats::Sheet sheet_of(std::vector<ListedArea> const& areas, Country const& country, web::Localization const& language)
{
    formats::Sheet sheet;
    sheet.name = country.code.text();
    for (std::string const title : { "Location", "Admin Level", "P-Code", "Name", "Parent P-Code", "Valid from date" })
        sheet.columns.push_back({ title });
    sheet.columns.push_back({ language.t("Lies in") });
    sheet.columns.push_back({ language.t("Edition of the boundaries") });
    formats::SheetRow tags;
    for (std::string const tag : { "#country+code", "#geo+admin_level", "#adm+code", "#adm+name", "#adm+code+parent", "#date+start" })
        tags.cells.emplace_back(tag);
    sheet.rows.push_back(std::move(tags));
    for (auto const& [area, parent_name, parent_code, above] : areas) {
        formats::SheetRow row;
        row.cells = { country.code.text(), double(area.level), area.p_code ? formats::SheetValue(area.p_code->text()) : formats::SheetValue(), area.name,
            area.level == 1 ? formats::SheetValue(country.code.text()) : parent_code ? formats::SheetValue(parent_code->text()) : formats::SheetValue(), area.validity.start(), parent_name, area.edition };
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

/// GET /areas/:country/export.xlsx, .csv
Result<web::Reply> export_areas(web::Request const& request, web::Context& context)
{
    auto const query = AreasQuery::decode(request, context.today());
    if (query.is_unreadable)
        return fail(ErrorKind::Invalid, unreadable_date(query.as_of));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.file_language;
        auto const country = TRY(country_in_path(reader, request));
        auto filter = query.filter(country.code);
        filter.limit = most_exported;
        auto const sheet = sheet_of(TRY(list_areas_with_parents(reader, filter)), country, language);
        auto const name = language(tr("Areas of {country}", { { "country", country.name(language.language()) } })) + " " + query.day.to_iso();
        if (request.path.ends_with(".csv"))
            return web::download(formats::write_csv(sheet), "text/csv; charset=utf-8", name + ".csv");
        formats::Workbook const workbook { name, context.visitor ? context.visitor->name : std::string(), language.t("Lists"), context.now, { sheet } };
        return web::download(TRY(formats::write_xlsx(workbook)), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name + ".xlsx");
    });
}

SafeHtml links_to(std::vector<AdminArea> const& areas, web::Context const& context)
{
    AreaLinks links;
    for (auto const& area : areas)
        links.push_back({ area.name_with_code(), page_of(area), &area == &areas.back() });
    return html::area_links(links, context.templates());
}

std::string other_names_of(AdminArea const& area, web::Localization const& language)
{
    std::string names;
    for (auto const& other : area.other_names)
        names += (names.empty() ? "" : " · ") + (other.until ? language(tr("{name} (until {date})", { { "name", other.text }, { "date", *other.until } })) : other.text);
    return names;
}

Result<web::Definitions> definitions_of(db::Reader const& reader, AdminArea const& area, std::vector<AdminArea> ancestors, web::Context const& context)
{
    auto const& language = context.language;
    ancestors.pop_back();
    web::Definitions definitions { { language.t("Level"), web::escaped(language(level_label(area.country, area.level))) },
        { language.t("P-code"), web::escaped(area.p_code ? area.p_code->text() : language.t("No P-code is published for it.")) } };
    if (!ancestors.empty())
        definitions.push_back({ language.t("Lies in"), links_to(ancestors, context) });
    definitions.push_back({ language.t("Valid"), web::escaped(validity_words(area.validity, language)) });
    definitions.push_back({ language.t("Edition of the boundaries"), web::escaped(area.edition) });
    if (!area.other_names.empty())
        definitions.push_back({ language.t("Other names"), web::escaped(other_names_of(area, language)) });
    if (auto const replaced = TRY(replaced_by_area(reader, area.id)); !replaced.empty())
        definitions.push_back({ language.t("Took the place of"), links_to(replaced, context) });
    if (auto const replacements = TRY(replacements_of(reader, area.id)); !replacements.empty())
        definitions.push_back({ language.t("Was replaced by"), links_to(replacements, context) });
    return definitions;
}

/// GET /areas/:country/:area
Result<web::Reply> show_area(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<AdminAreaId>("area"));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const country = TRY(country_in_path(reader, request));
        auto const area = TRY(find_area(reader, id));
        if (area.country != country.code)
            return fail(ErrorKind::NotFound, tr("This administrative area does not exist."));
        auto const today = context.today();
        // An area that is over is shown as it was on its last day.
        auto const day = area.is_valid_on(today) ? today : area.validity.end().value_or(area.validity.start());
        AreaFilter filter { .day = day, .parent = id, .limit = web::rows_per_page };
        auto const total = TRY(count_areas(reader, filter));
        auto const pagination = web::paginate(static_cast<int>(total), request.query.get("page"));
        filter.offset = (pagination.page - 1) * web::rows_per_page;
        AreaView view;
        if (!area.is_valid_on(today))
            view.warning = language(not_valid_sentence(area, TRY(replacements_of(reader, id))));
        view.definitions = TRY(definitions_of(reader, area, TRY(with_ancestors(reader, id)), context));
        for (auto const& listed : TRY(list_areas_with_parents(reader, filter)))
            view.children.push_back(row_of(listed, language));
        view.children_caption = language(trn("{count} area lies in it", "{count} areas lie in it", total));
        view.pages = web::pagination_links(context, request, pagination);
        auto trail = trail_of_areas(context);
        trail.push_back({ country.name(language.language()), "/areas/" + country.code.text() });
        return web::page(context, { area.name, std::move(trail), "/areas", html::area(view, context.templates()) });
    });
}

} // namespace

Result<Country> country_in_path(db::Reader const& db, web::Request const& request)
{
    auto const found = request.parameters.find("country");
    auto const code = found == request.parameters.end() ? std::nullopt : CountryCode::parse(found->second);
    if (!code)
        return fail(ErrorKind::NotFound, tr("This page does not exist."), "bad country in " + request.path);
    return find_country(db, *code);
}

std::vector<web::Crumb> trail_of_areas(web::Context const& context)
{
    return { { context.language.t("Home"), "/" }, { context.language.t("Areas"), "/areas" } };
}

std::vector<web::Route> area_routes()
{
    using enum web::Method;
    return {
        { Get, "/areas/:country", show_areas, web::signed_in() },
        { Get, "/areas/:country/export.csv", export_areas, web::signed_in() },
        { Get, "/areas/:country/export.xlsx", export_areas, web::signed_in() },
        { Get, "/areas/:country/:area", show_area, web::signed_in() },
    };
}

} // namespace toguna::geography
