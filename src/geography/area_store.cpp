#include "geography/area_store.hpp"

#include "base/search_text.hpp"
#include "geography/area_queries.hpp"
#include "geography/store.hpp"

namespace toguna::geography {

namespace {

/// The last day there is: an open end, where a query compares.
Date const last_day = *Date::from(2199, 12, 31);

Result<AdminArea> with_names(db::Reader const& db, AdminArea area)
{
    area.other_names = TRY(db.all(sql::area_names, { { "area", area.id } }, [](db::Row const& row) { return AreaName { row.string(0), row.optional_date(1) }; }));
    area.replaces = TRY(db.all(sql::areas_replaced_by, { { "area", area.id } }, [](db::Row const& row) { return row.id<AdminAreaId>(0); }));
    return area;
}

/// The other spelling of a code; the code itself when there is none, so that it can always be bound.
Result<PCode> other_spelling(db::Reader const& db, CountryCode const& country, PCode const& code)
{
    return with_other_prefix(code, TRY(find_country(db, country)).iso2, country).value_or(code);
}

/// Three words are enough to find anything; more would only slow the query. An empty word is in every text.
std::vector<db::Parameter> parameters_of(AreaFilter const& filter)
{
    auto words = search_words(search_text(filter.search));
    words.resize(3);
    return { { "day", filter.day }, { "country", filter.country }, { "parent", filter.parent }, { "lowest", filter.level.value_or(0) },
        { "highest", filter.level.value_or(4) }, { "first", words[0] }, { "second", words[1] }, { "third", words[2] } };
}

std::vector<db::Parameter> list_parameters(AreaFilter const& filter)
{
    auto parameters = parameters_of(filter);
    parameters.push_back({ "limit", filter.limit });
    parameters.push_back({ "offset", filter.offset });
    return parameters;
}

Result<void> write_names(db::Transaction& tx, AdminArea const& area)
{
    std::int64_t place = 0;
    for (auto const& other : area.other_names)
        TRY(tx.execute(sql::insert_area_name, { { "area", area.id }, { "place", place++ }, { "text", other.text }, { "until", other.until } }));
    return {};
}

tl::unexpected<Error> refused(std::string_view field, Text message)
{
    return fail(Error { ErrorKind::Invalid, tr("This area cannot be saved as it is."), { { std::string(field), std::move(message) } }, {} });
}

Result<void> require_parent_above(db::Reader const& db, AdminArea const& area)
{
    if (!area.parent)
        return {};
    auto const parent = TRY(db.first(sql::area, { { "id", *area.parent } }, read_area_row));
    if (!parent || parent->country != area.country || parent->level >= area.level)
        return refused("parent", tr("“{name}” must lie in an area of a higher level of its country.", { { "name", area.name } }));
    return {};
}

Result<void> require_free_code(db::Reader const& db, AdminArea const& area)
{
    if (!area.p_code)
        return {};
    auto const other = TRY(other_spelling(db, area.country, *area.p_code));
    auto const taken = TRY(db.number(sql::overlapping_codes,
        { { "country", area.country }, { "code", *area.p_code }, { "other", other }, { "id", area.id }, { "from", area.validity.start() },
            { "to", area.validity.end().value_or(last_day) } }));
    if (taken > 0)
        return refused("p_code", tr("Another area has the P-code {code} at that time.", { { "code", area.p_code->text() } }));
    return {};
}

} // namespace

AdminArea read_area_row(db::Row const& row)
{
    auto const code = row.optional_string(3);
    auto const start = row.date(7);
    auto const validity = Period::from(start, row.optional_date(8));
    return { .id = row.id<AdminAreaId>(0), .country = CountryCode::trusted(row.string(1)), .level = static_cast<int>(row.integer(2)),
        .p_code = code ? std::optional(PCode::trusted(*code)) : std::nullopt, .name = row.string(4), .parent = row.optional_id<AdminAreaId>(5),
        .validity = validity ? *validity : Period::since(start), .edition = row.string(6), .version = row.integer(9) };
}

Result<AdminArea> find_area(db::Reader const& db, AdminAreaId const& id)
{
    if (auto area = TRY(db.first(sql::area, { { "id", id } }, read_area_row)))
        return with_names(db, *std::move(area));
    return fail(ErrorKind::NotFound, tr("This administrative area does not exist."));
}

Result<AdminArea> find_area_by_p_code(db::Reader const& db, CountryCode const& country, std::string_view text, Date day)
{
    auto const code = TRY(PCode::parse(text));
    auto const other = TRY(other_spelling(db, country, code));
    auto const bearers = TRY(db.all(sql::areas_with_code, { { "country", country }, { "code", code }, { "other", other } }, read_area_row));
    for (auto const& area : bearers)
        if (area.is_valid_on(day))
            return with_names(db, area);
    if (bearers.empty())
        return fail(ErrorKind::NotFound, tr("No area has the P-code {code}.", { { "code", code.text() } }));
    auto const& latest = bearers.front();
    return fail(ErrorKind::Invalid, not_valid_sentence(latest, TRY(replacements_of(db, latest.id))));
}

Result<std::vector<AdminArea>> list_areas(db::Reader const& db, AreaFilter const& filter)
{
    return db.all(sql::areas, list_parameters(filter), read_area_row);
}

Result<std::vector<ListedArea>> list_areas_with_parents(db::Reader const& db, AreaFilter const& filter)
{
    return db.all(sql::areas, list_parameters(filter), [](db::Row const& row) {
        auto const code = row.optional_string(11);
        return ListedArea { read_area_row(row), row.optional_string(10).value_or(""), code ? std::optional(PCode::trusted(*code)) : std::nullopt, row.optional_string(12).value_or("") };
    });
}

Result<std::int64_t> count_areas(db::Reader const& db, AreaFilter const& filter)
{
    return db.number(sql::count_areas, parameters_of(filter));
}

Result<std::vector<AdminArea>> with_ancestors(db::Reader const& db, AdminAreaId const& id)
{
    auto areas = TRY(db.all(sql::area_ancestors, { { "id", id } }, read_area_row));
    if (areas.empty())
        return fail(ErrorKind::NotFound, tr("This administrative area does not exist."));
    return areas;
}

Result<std::string> area_path(db::Reader const& db, AdminAreaId const& id, std::string_view language)
{
    auto const areas = TRY(with_ancestors(db, id));
    return path_text(TRY(find_country(db, areas.front().country)).name(language), areas);
}

Result<std::vector<AdminArea>> replacements_of(db::Reader const& db, AdminAreaId const& id)
{
    return db.all(sql::areas_that_replaced, { { "area", id } }, read_area_row);
}

Result<std::vector<AdminArea>> replaced_by_area(db::Reader const& db, AdminAreaId const& id)
{
    return db.all(sql::areas_it_replaced, { { "area", id } }, read_area_row);
}

Result<std::vector<KnownArea>> known_areas(db::Reader const& db, CountryCode const& country, Date day)
{
    std::vector<KnownArea> areas;
    TRY(db.each(sql::known_area_names, { { "country", country }, { "day", day } }, [&](db::Row const& row) {
        auto const id = row.id<AdminAreaId>(0);
        if (areas.empty() || areas.back().id != id) {
            auto const code = row.optional_string(3);
            areas.push_back({ id, static_cast<int>(row.integer(1)), row.optional_id<AdminAreaId>(2), code ? std::optional(PCode::trusted(*code)) : std::nullopt, { name_key(row.text(4)) } });
        }
        if (!row.is_null(5))
            areas.back().keys.push_back(name_key(row.text(5)));
    }));
    return areas;
}

Result<std::vector<AreaCount>> count_areas_by_level(db::Reader const& db, Date day)
{
    return db.all(sql::area_counts, { { "day", day } }, [](db::Row const& row) {
        return AreaCount { CountryCode::trusted(row.string(0)), static_cast<int>(row.integer(1)), row.string(2), row.integer(3), row.date(4) };
    });
}

Result<std::vector<AreaEdition>> list_editions(db::Reader const& db, CountryCode const& country)
{
    return db.all(sql::area_editions, { { "country", country } }, [](db::Row const& row) { return AreaEdition { row.string(0), row.date(1), row.integer(2) }; });
}

Result<void> insert_area(db::Transaction& tx, AdminArea const& given)
{
    auto const area = TRY(checked(given));
    TRY(require_parent_above(tx, area));
    TRY(require_free_code(tx, area));
    TRY(tx.execute(sql::insert_area,
        { { "id", area.id }, { "country", area.country }, { "level", area.level }, { "p_code", area.p_code }, { "name", area.name }, { "parent", area.parent },
            { "edition", area.edition }, { "valid_from", area.validity.start() }, { "valid_to", area.validity.end() }, { "search", search_text_of(area) } }));
    TRY(write_names(tx, area));
    for (auto const& old : area.replaces)
        TRY(tx.execute(sql::insert_area_replacement, { { "area", area.id }, { "replaces", old } }));
    return {};
}

Result<void> update_area(db::Transaction& tx, AdminArea const& given)
{
    auto const area = TRY(checked(given));
    TRY(require_parent_above(tx, area));
    TRY(require_free_code(tx, area));
    auto const changed = TRY(tx.execute(sql::update_area,
        { { "id", area.id }, { "p_code", area.p_code }, { "name", area.name }, { "parent", area.parent }, { "valid_to", area.validity.end() },
            { "search", search_text_of(area) }, { "version", area.version } }));
    if (changed == 0)
        return fail(ErrorKind::Conflict, tr("Somebody changed this area in between. Open the page again: nothing of theirs was overwritten."));
    TRY(tx.execute(sql::delete_area_names, { { "area", area.id } }));
    return write_names(tx, area);
}

} // namespace toguna::geography
