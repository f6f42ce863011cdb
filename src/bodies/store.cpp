#include "bodies/store.hpp"

#include "bodies/queries.hpp"
#include "geography/store.hpp"
#include "people/search_patterns.hpp"
#include "web/localization.hpp"

#include <sstream>

namespace toguna::bodies {

namespace {

/// A new body has stood where it stands for as long as anybody may ask.
Date const first_day_there_is = *Date::from(1900, 1, 1);

/// « 6,7 » and « 2026-12-11,2026-12-25 »: short lists that nobody searches in.
std::vector<std::string> split_list(std::string_view list)
{
    std::vector<std::string> items;
    std::istringstream stream { std::string(list) };
    for (std::string item; std::getline(stream, item, ',');)
        items.push_back(item);
    return items;
}

QuietTimes read_quiet_times(db::Row const& row, int first_column)
{
    QuietTimes quiet { {}, {}, static_cast<int>(row.integer(first_column + 2)), static_cast<int>(row.integer(first_column + 3)) };
    for (auto const& item : split_list(row.text(first_column)))
        quiet.weekdays.push_back(static_cast<unsigned>(item.front() - '0'));
    for (auto const& item : split_list(row.text(first_column + 1)))
        if (auto const day = Date::from_iso(item))
            quiet.days.push_back(*day);
    return quiet;
}

Body read_body(db::Row const& row)
{
    return { row.id<BodyId>(0), body_kind_from(row.text(1)).value_or(BodyKind::Cluster), row.string(2), row.string(3), row.string(4),
        geography::CountryCode::trusted(row.string(5)), row.optional_id<BodyId>(6), {}, read_quiet_times(row, 7), row.integer(11), row.optional_id<BodyId>(12), row.string(13), row.optional_date(14), row.optional_id<BodyId>(15) };
}

std::string write_weekdays(QuietTimes const& quiet)
{
    std::string list;
    for (auto const weekday : quiet.weekdays)
        list += (list.empty() ? "" : ",") + std::to_string(weekday);
    return list;
}

std::string write_days(QuietTimes const& quiet)
{
    std::string list;
    for (auto const day : quiet.days)
        list += (list.empty() ? "" : ",") + day.to_iso();
    return list;
}

Result<void> insert_aliases(db::Transaction& tx, Body const& body)
{
    std::int64_t place = 0;
    for (auto const& alias : body.aliases)
        TRY(tx.execute(sql::insert_body_alias, { { "body", body.id }, { "place", place++ }, { "text", alias.text }, { "language", alias.language } }));
    return {};
}

Result<void> require_free_code(db::Reader const& db, Body const& body)
{
    auto const other = TRY(db.first(sql::body_with_code, { { "code", body.code } }, read_body));
    if (!other || other->id == body.id)
        return {};
    return fail(Error { ErrorKind::Invalid, tr("This body cannot be saved as it is."),
        { { "code", tr("“{name}” already has the code {code}. Choose another one.", { { "name", other->name }, { "code", body.code } }) } }, {} });
}

/// Follows the bodies above, one way: none of them may be the body itself. A ring closes where something was changed, so
/// it is enough to walk from there.
Result<void> require_no_ring(db::Reader const& db, Body const& body, std::string_view field, std::optional<BodyId> const& (*above_of)(Body const&))
{
    for (auto above = above_of(body); above;) {
        if (*above == body.id)
            return fail(Error { ErrorKind::Invalid, tr("This body cannot be saved as it is."),
                { { std::string(field), tr("That body already reports to this one, directly or through others. Choose another one, or none.") } }, {} });
        above = above_of(TRY(find_body(db, *above)));
    }
    return {};
}

std::optional<BodyId> const& parent_of(Body const& body) { return body.parent; }
std::optional<BodyId> const& line_of(Body const& body) { return body.line(); }

Result<void> require_no_rings(db::Reader const& db, Body const& body)
{
    TRY(require_no_ring(db, body, "parent", parent_of));
    return require_no_ring(db, body, body.reports_to ? "reports_to" : "parent", line_of);
}

/// The line that holds from `day` on; one written earlier that day was a slip.
Result<void> write_line(db::Transaction& tx, Body const& body, Date day)
{
    TRY(tx.execute(sql::forget_body_line, { { "body", body.id }, { "day", day } }));
    TRY(tx.execute(sql::insert_body_line, { { "body", body.id }, { "day", day }, { "parent", body.parent }, { "reports_to", body.reports_to } }));
    return {};
}

std::string_view name_of(ShownBodies shown)
{
    return shown == ShownBodies::All ? "all" : shown == ShownBodies::Current ? "current" : "archived";
}

std::vector<db::Parameter> parameters_of(Body const& body, Instant now)
{
    return { { "id", body.id }, { "kind", name_of(body.kind) }, { "name", body.name }, { "acronym", body.acronym }, { "code", body.code }, { "country", body.country },
        { "parent", body.parent }, { "quiet_weekdays", write_weekdays(body.quiet) }, { "quiet_days", write_days(body.quiet) }, { "night_from", body.quiet.night_from },
        { "night_until", body.quiet.night_until }, { "search", search_text_of(body) }, { "now", now }, { "reports_to", body.reports_to }, { "sector", body.sector },
        { "archived_on", body.archived_on }, { "merged_into", body.merged_into } };
}

} // namespace

Result<Body> find_body(db::Reader const& db, BodyId const& id)
{
    auto body = TRY(db.first(sql::body, { { "id", id } }, read_body));
    if (!body)
        return fail(ErrorKind::NotFound, tr("This body does not exist."));
    body->aliases = TRY(db.all(sql::body_aliases, { { "body", id } }, [](db::Row const& row) { return BodyAlias { row.string(0), row.string(1) }; }));
    return *std::move(body);
}

Result<BodyId> continued_by(db::Reader const& db, BodyId const& id)
{
    auto current = id;
    for (;;) {
        auto const next = TRY(db.first(sql::merged_into, { { "body", current } }, [](db::Row const& row) { return row.optional_id<BodyId>(0); }));
        if (!next || !*next)
            return current;
        current = **next;
    }
}

Result<Body> find_body_by_code(db::Reader const& db, std::string_view code)
{
    if (auto const normal = normal_code(code))
        if (auto const body = TRY(db.first(sql::body_with_code, { { "code", *normal } }, read_body)))
            return find_body(db, body->id);
    std::string codes;
    for (auto const& body : TRY(list_bodies(db, { {}, {}, 50, 0 })))
        codes += (codes.empty() ? "" : ", ") + body.code;
    if (codes.empty())
        return fail(ErrorKind::NotFound, tr("There is no body yet, so none has the code “{code}”. Create one first.", { { "code", code } }));
    return fail(ErrorKind::NotFound, tr("No body has the code “{code}”. These exist: {codes}.", { { "code", code }, { "codes", codes } }));
}

Result<std::vector<Body>> list_bodies(db::Reader const& db, BodyFilter const& filter)
{
    auto const [first, second, third] = people::search_patterns(filter.search);
    return db.all(sql::bodies,
        { { "country", filter.country }, { "first", first }, { "second", second }, { "third", third }, { "shown", name_of(filter.shown) }, { "limit", filter.limit }, { "offset", filter.offset } },
        read_body);
}

Result<std::int64_t> count_bodies(db::Reader const& db, BodyFilter const& filter)
{
    auto const [first, second, third] = people::search_patterns(filter.search);
    return db.number(sql::count_bodies, { { "country", filter.country }, { "first", first }, { "second", second }, { "third", third }, { "shown", name_of(filter.shown) } });
}

Result<std::vector<Body>> bodies_below(db::Reader const& db, BodyId const& body)
{
    return db.all(sql::bodies_below, { { "body", body } }, read_body);
}

Result<std::vector<Body>> bodies_merged_into(db::Reader const& db, BodyId const& body)
{
    return db.all(sql::bodies_merged_into, { { "body", body } }, read_body);
}

Result<std::vector<Body>> bodies_of_person(db::Reader const& db, people::PersonId const& person, Date today)
{
    return db.all(sql::bodies_of_person, { { "person", person }, { "today", today } }, read_body);
}

Result<void> insert_body(db::Transaction& tx, Body const& given, Instant now)
{
    auto const body = TRY(checked(given));
    TRY(require_free_code(tx, body));
    TRY(tx.execute(sql::insert_body, parameters_of(body, now)));
    TRY(write_line(tx, body, first_day_there_is));
    return insert_aliases(tx, body);
}

Result<void> update_body(db::Transaction& tx, Body const& given, Instant now)
{
    auto const body = TRY(checked(given));
    TRY(require_free_code(tx, body));
    TRY(require_no_rings(tx, body));
    auto const before = TRY(find_body(tx, body.id));
    auto parameters = parameters_of(body, now);
    parameters.push_back({ "version", body.version });
    auto const changed = TRY(tx.execute(sql::update_body, parameters));
    if (changed == 0)
        return fail(ErrorKind::Conflict, tr("Somebody changed this body while you were writing. Open the page again: nothing of theirs was overwritten."));
    if (before.parent != body.parent || before.reports_to != body.reports_to)
        TRY(write_line(tx, body, web::local_date(now, TRY(time_zone_of(tx, body)))));
    TRY(tx.execute(sql::delete_body_aliases, { { "body", body.id } }));
    return insert_aliases(tx, body);
}

Result<std::string> time_zone_of(db::Reader const& db, Body const& body)
{
    return TRY(geography::find_country(db, body.country)).time_zone;
}

} // namespace toguna::bodies
