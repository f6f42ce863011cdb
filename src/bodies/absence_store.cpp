#include "bodies/absence_store.hpp"

#include "bodies/absence_queries.hpp"
#include "bodies/mandate_store.hpp"
#include "bodies/rights_queries.hpp"
#include "people/normalise.hpp"

#include <set>

namespace toguna::bodies {

namespace {

Period read_period(db::Row const& row, int first)
{
    return Period::from(row.date(first), row.optional_date(first + 1)).value_or(Period::since(row.date(first)));
}

Absence read_absence(db::Row const& row)
{
    return { row.id<AbsenceId>(0), row.id<people::PersonId>(1), read_period(row, 2), row.string(4) };
}

} // namespace

Result<Absence> find_absence(db::Reader const& db, AbsenceId const& id)
{
    if (auto absence = TRY(db.first(sql::absence, { { "id", id } }, read_absence)))
        return *std::move(absence);
    return fail(ErrorKind::NotFound, tr("This absence does not exist."));
}

Result<std::vector<Absence>> absences_of_person(db::Reader const& db, people::PersonId const& person)
{
    return db.all(sql::absences_of_person, { { "person", person } }, read_absence);
}

Result<std::vector<Absence>> absences_in_body(db::Reader const& db, BodyId const& body, Period const& period)
{
    return db.all(sql::absences_in_body,
        { { "body", body }, { "first_day", period.start() }, { "last_day", period.end().value_or(Period::last_day_there_is()) } }, read_absence);
}

Result<void> insert_absence(db::Transaction& tx, Absence const& absence)
{
    TRY(tx.execute(sql::insert_absence,
        { { "id", absence.id }, { "person", absence.person }, { "starts_on", absence.period.start() }, { "ends_on", absence.period.end() },
            { "reason", people::tidy(absence.reason) } }));
    return {};
}

Result<void> end_absence(db::Transaction& tx, AbsenceId const& id, Date last_day)
{
    auto const absence = TRY(find_absence(tx, id));
    if (TRY(tx.execute(sql::end_absence, { { "id", id }, { "ends_on", last_day } })) == 0)
        return fail(Error { ErrorKind::Invalid, tr("This absence cannot end then."),
            { { "ends_on", tr("It starts on {date}: choose that day or a later one.", { { "date", absence.period.start() } }) } }, {} });
    return {};
}

Result<void> return_from_absence(db::Transaction& tx, AbsenceId const& id, Date first_day)
{
    auto const absence = TRY(find_absence(tx, id));
    if (absence.period.start() < first_day)
        return end_absence(tx, id, first_day.plus_days(-1));
    TRY(tx.execute(sql::delete_absence, { { "id", id } }));
    return {};
}

Result<std::vector<PeakPeriod>> peak_periods_of(db::Reader const& db, BodyId const& body)
{
    return db.all(sql::peak_periods_of, { { "body", body } }, [](db::Row const& row) {
        return PeakPeriod { row.id<PeakPeriodId>(0), row.id<BodyId>(1), row.string(2), read_period(row, 3) };
    });
}

Result<void> insert_peak_period(db::Transaction& tx, PeakPeriod const& given)
{
    auto const label = people::tidy(given.label);
    if (label.empty())
        return fail(Error { ErrorKind::Invalid, tr("This period cannot be saved as it is."), { { "label", tr("Write what makes the period strong: an allocation, a review.") } }, {} });
    TRY(tx.execute(sql::insert_peak_period,
        { { "id", given.id }, { "body", given.body }, { "label", label }, { "starts_on", given.period.start() }, { "ends_on", given.period.end() } }));
    return {};
}

Result<void> delete_peak_period(db::Transaction& tx, BodyId const& body, PeakPeriodId const& id)
{
    if (TRY(tx.execute(sql::delete_peak_period, { { "id", id }, { "body", body } })) == 0)
        return fail(ErrorKind::NotFound, tr("This period does not exist."));
    return {};
}

Result<Chairing> chairing_on(db::Reader const& db, BodyId const& body, Date day)
{
    std::set<people::PersonId> absent;
    TRY(db.each(sql::absent_persons, { { "body", body }, { "today", day } }, [&](db::Row const& row) { absent.insert(row.id<people::PersonId>(0)); }));
    std::vector<ChairCandidate> candidates;
    for (auto const& named : TRY(mandates_on(db, body, day)))
        if (named.is_in_force(day) && named.mandate.person)
            candidates.push_back({ named.mandate.role, named.mandate.person, named.person_name, absent.contains(*named.mandate.person) });
    return chair_of(candidates);
}

} // namespace toguna::bodies
