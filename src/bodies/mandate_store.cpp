#include "bodies/mandate_store.hpp"

#include "bodies/engagement_store.hpp"
#include "bodies/mandate_queries.hpp"

#include <algorithm>

namespace toguna::bodies {

namespace {

Mandate read_mandate(db::Row const& row)
{
    return { row.id<MandateId>(0), row.id<BodyId>(1), mandate_role_from(row.text(2)).value_or(MandateRole::FocalPoint),
        row.optional_id<people::OrganizationId>(3), row.optional_id<people::PersonId>(4), mandate_level_from(row.text(5)).value_or(MandateLevel::National),
        row.optional_id<geography::AdminAreaId>(6), Period::from(row.date(7), row.optional_date(8)).value_or(Period::since(row.date(7))), row.integer(9) };
}

NamedMandate read_named_mandate(db::Row const& row)
{
    return { read_mandate(row), row.string(10), row.string(11), row.string(12), row.string(13), {} };
}

/// In the order of mandate_roles(), with the signed engagements of the body put beside each.
Result<std::vector<NamedMandate>> arranged(db::Reader const& db, BodyId const& body, std::vector<NamedMandate> mandates)
{
    auto const spans = TRY(spans_of_body(db, body));
    for (auto& named : mandates)
        if (auto const found = spans.find(named.mandate.id); found != spans.end())
            named.engaged = found->second;
    std::stable_sort(mandates.begin(), mandates.end(), [](auto const& left, auto const& right) { return left.mandate.role < right.mandate.role; });
    return mandates;
}

std::vector<db::Parameter> values_of(Mandate const& mandate)
{
    return { { "id", mandate.id }, { "role", name_of(mandate.role) }, { "organization", mandate.organization }, { "person", mandate.person },
        { "level", name_of(mandate.level) }, { "area", mandate.area }, { "starts_on", mandate.period.start() }, { "ends_on", mandate.period.end() } };
}

/// Two holders of one role on one day: the same holder twice, or a role that only one may hold.
Result<void> refuse_overlap(db::Transaction& tx, Mandate const& mandate)
{
    auto const overlapping = TRY(tx.all(sql::overlapping_mandates,
        { { "body", mandate.body }, { "role", name_of(mandate.role) }, { "id", mandate.id }, { "level", name_of(mandate.level) },
            { "area", mandate.area ? mandate.area->text() : std::string() }, { "starts_on", mandate.period.start() },
            { "last_day", mandate.period.end().value_or(Period::last_day_there_is()) } },
        read_named_mandate));
    for (auto const& other : overlapping) {
        bool const same_holder = other.mandate.organization == mandate.organization && other.mandate.person == mandate.person;
        if (!same_holder && !is_held_by_one(mandate.role))
            continue;
        auto const since = other.mandate.period.start();
        return fail(ErrorKind::Conflict,
            same_holder ? tr("{name} already holds this mandate since {date}. End it first, or choose other dates.", { { "name", other.holder() }, { "date", since } })
                        : tr("{name} holds this mandate since {date}, and only one may on the same day. End that mandate first, or choose other dates.", { { "name", other.holder() }, { "date", since } }),
            "overlapping mandate " + other.mandate.id.text());
    }
    return {};
}

} // namespace

Result<Mandate> find_mandate(db::Reader const& db, MandateId const& id)
{
    if (auto mandate = TRY(db.first(sql::mandate, { { "id", id } }, read_mandate)))
        return *std::move(mandate);
    return fail(ErrorKind::NotFound, tr("This mandate does not exist."));
}

Result<NamedMandate> find_named_mandate(db::Reader const& db, MandateId const& id)
{
    auto found = TRY(db.first(sql::named_mandate, { { "id", id } }, read_named_mandate));
    if (!found)
        return fail(ErrorKind::NotFound, tr("This mandate does not exist."));
    auto const body = found->mandate.body;
    return TRY(arranged(db, body, { *std::move(found) })).front();
}

Result<std::vector<NamedMandate>> list_mandates(db::Reader const& db, BodyId const& body)
{
    return arranged(db, body, TRY(db.all(sql::mandates_of, { { "body", body } }, read_named_mandate)));
}

Result<std::vector<NamedMandate>> mandates_on(db::Reader const& db, BodyId const& body, Date day)
{
    return arranged(db, body, TRY(db.all(sql::mandates_on, { { "body", body }, { "day", day } }, read_named_mandate)));
}

Result<std::vector<Mandate>> mandates_of_person(db::Reader const& db, people::PersonId const& person, Date day)
{
    return db.all(sql::mandates_of_person, { { "person", person }, { "day", day } }, read_mandate);
}

Result<std::vector<NamedMandate>> mandates_ending(db::Reader const& db, Date first_day, Date last_day)
{
    return db.all(sql::mandates_ending, { { "first_day", first_day }, { "last_day", last_day } }, read_named_mandate);
}

Result<std::vector<std::string>> coordinators_of(db::Reader const& db, BodyId const& body, Date today)
{
    return db.all(sql::coordinators_of, { { "body", body }, { "today", today } }, [](db::Row const& row) { return row.string(0); });
}

Result<void> insert_mandate(db::Transaction& tx, Mandate const& given)
{
    auto const mandate = TRY(checked(given));
    TRY(refuse_overlap(tx, mandate));
    auto values = values_of(mandate);
    values.push_back({ "body", mandate.body });
    TRY(tx.execute(sql::insert_mandate, values));
    return {};
}

Result<void> update_mandate(db::Transaction& tx, Mandate const& given)
{
    auto const mandate = TRY(checked(given));
    TRY(refuse_overlap(tx, mandate));
    auto values = values_of(mandate);
    values.push_back({ "version", mandate.version });
    if (TRY(tx.execute(sql::update_mandate, values)) == 0)
        return fail(ErrorKind::Conflict, tr("Somebody changed this mandate while you were writing. Open it again: nothing of theirs was overwritten."));
    return {};
}

Result<void> end_mandate(db::Transaction& tx, MandateId const& id, Date last_day)
{
    auto mandate = TRY(find_mandate(tx, id));
    auto const start = mandate.period.start();
    if (last_day < start)
        return fail(Error { ErrorKind::Invalid, tr("This mandate cannot end then."),
            { { "ends_on", tr("It starts on {date}: choose that day or a later one.", { { "date", start } }) } }, {} });
    if (auto const end = mandate.period.end(); end && *end < last_day)
        return fail(ErrorKind::Conflict, tr("This mandate already ended on {date}.", { { "date", *end } }));
    mandate.period = TRY(Period::from(start, last_day));
    return update_mandate(tx, mandate);
}

} // namespace toguna::bodies
