#include "bodies/profile_store.hpp"

#include "bodies/profile_queries.hpp"
#include "bodies/queries.hpp"
#include "bodies/store.hpp"

namespace toguna::bodies {

namespace {

Crisis read_crisis(db::Row const& row)
{
    return { row.id<CrisisId>(0), row.string(1), geography::CountryCode::trusted(row.string(2)), crisis_state_from(row.text(3)).value_or(CrisisState::Existing),
        crisis_kind_from(row.text(4)).value_or(CrisisKind::Protracted), row.optional_date(5), static_cast<unsigned>(row.integer(6)), row.integer(7) };
}

std::vector<db::Parameter> parameters_of(Crisis const& crisis)
{
    return { { "id", crisis.id }, { "name", crisis.name }, { "country", crisis.country }, { "state", name_of(crisis.state) }, { "kind", name_of(crisis.kind) }, { "onset", crisis.onset },
        { "planning_month", static_cast<std::int64_t>(crisis.planning_month) } };
}

Counterpart read_counterpart(db::Row const& row)
{
    auto const period = Period::from(row.date(4), row.optional_date(5));
    return { row.id<CounterpartId>(0), row.id<BodyId>(1), row.id<people::OrganizationId>(2), row.optional_id<people::PersonId>(3), period ? *period : Period::since(row.date(4)),
        row.string(6), row.string(7), row.string(8) };
}

Result<void> require_free_slug(db::Reader const& db, BodyProfile const& profile)
{
    if (!profile.is_public())
        return {};
    auto const other = TRY(body_with_slug(db, profile.public_slug));
    if (!other || *other == profile.body)
        return {};
    return fail(Error { ErrorKind::Invalid, tr("This body cannot be saved as it is."),
        { { "public_slug", tr("“{name}” already has this public address. Choose another one.", { { "name", TRY(find_body(db, *other)).name } }) } }, {} });
}

} // namespace

Result<BodyProfile> find_profile(db::Reader const& db, BodyId const& body)
{
    auto profile = TRY(db.first(sql::body_profile, { { "body", body } }, [&](db::Row const& row) {
        BodyProfile found { .body = body };
        found.level = mandate_level_from(row.text(0)).value_or(MandateLevel::National);
        found.crisis = row.optional_id<CrisisId>(1);
        found.purpose = row.string(2);
        found.rhythm = row.string(3);
        found.operational_since = row.optional_date(4);
        found.dormant_after = static_cast<int>(row.integer(5));
        found.public_slug = row.string(6);
        found.public_contact = row.string(7);
        return found;
    }));
    if (!profile)
        return fail(ErrorKind::NotFound, tr("This body does not exist."));
    profile->areas = TRY(db.all(sql::body_areas, { { "body", body } }, [](db::Row const& row) { return row.id<geography::AdminAreaId>(0); }));
    return *std::move(profile);
}

Result<void> save_profile(db::Transaction& tx, BodyProfile const& given)
{
    auto const profile = TRY(checked(given));
    TRY(require_free_slug(tx, profile));
    TRY(tx.execute(sql::save_body_profile,
        { { "body", profile.body }, { "level", name_of(profile.level) }, { "crisis", profile.crisis }, { "purpose", profile.purpose }, { "rhythm", profile.rhythm },
            { "operational_since", profile.operational_since }, { "dormant_after", profile.dormant_after },
            { "public_slug", profile.is_public() ? std::optional(profile.public_slug) : std::optional<std::string>() }, { "public_contact", profile.public_contact } }));
    TRY(tx.execute(sql::delete_body_areas, { { "body", profile.body } }));
    for (auto const& area : profile.areas)
        TRY(tx.execute(sql::insert_body_area, { { "body", profile.body }, { "area", area } }));
    return {};
}

Result<std::optional<BodyId>> body_with_slug(db::Reader const& db, std::string_view slug)
{
    return db.first(sql::body_with_slug, { { "slug", slug } }, [](db::Row const& row) { return row.id<BodyId>(0); });
}

Result<std::map<std::string, std::int64_t>> count_bodies_by_country(db::Reader const& db)
{
    std::map<std::string, std::int64_t> counts;
    TRY(db.each(sql::count_bodies_by_country, {}, [&](db::Row const& row) { counts.emplace(row.string(0), row.integer(1)); }));
    return counts;
}

Result<Crisis> find_crisis(db::Reader const& db, CrisisId const& id)
{
    auto crisis = TRY(db.first(sql::crisis, { { "id", id } }, read_crisis));
    if (!crisis)
        return fail(ErrorKind::NotFound, tr("This crisis does not exist."));
    return *std::move(crisis);
}

Result<std::vector<Crisis>> list_crises(db::Reader const& db) { return db.all(sql::crises, {}, read_crisis); }

Result<void> insert_crisis(db::Transaction& tx, Crisis const& given)
{
    TRY(tx.execute(sql::insert_crisis, parameters_of(TRY(checked(given)))));
    return {};
}

Result<void> update_crisis(db::Transaction& tx, Crisis const& given)
{
    auto parameters = parameters_of(TRY(checked(given)));
    parameters.push_back({ "version", given.version });
    if (TRY(tx.execute(sql::update_crisis, parameters)) == 0)
        return fail(ErrorKind::Conflict, tr("Somebody changed this crisis while you were writing. Open the page again: nothing of theirs was overwritten."));
    return {};
}

Result<std::vector<Counterpart>> list_counterparts(db::Reader const& db, BodyId const& body)
{
    return db.all(sql::counterparts, { { "body", body } }, read_counterpart);
}

Result<void> insert_counterpart(db::Transaction& tx, Counterpart const& counterpart)
{
    TRY(tx.execute(sql::insert_counterpart,
        { { "id", counterpart.id }, { "body", counterpart.body }, { "organization", counterpart.organization }, { "person", counterpart.person },
            { "starts_on", counterpart.period.start() }, { "ends_on", counterpart.period.end() } }));
    return {};
}

Result<void> end_counterpart(db::Transaction& tx, BodyId const& body, CounterpartId const& id, Date last_day)
{
    if (TRY(tx.execute(sql::end_counterpart, { { "body", body }, { "id", id }, { "day", last_day } })) == 0)
        return fail(ErrorKind::Conflict, tr("This counterpart cannot end on that day."));
    return {};
}

} // namespace toguna::bodies
