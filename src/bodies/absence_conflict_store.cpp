#include "bodies/absence_conflict_store.hpp"

#include "bodies/absence_queries.hpp"
#include "bodies/absence_store.hpp"
#include "bodies/mandate_store.hpp"

namespace toguna::bodies {

Result<std::vector<AbsenceConflict>> conflicts_in(db::Reader const& db, BodyId const& body, Absence const& absence)
{
    std::vector<DutyHolder> holders;
    for (auto const& named : TRY(list_mandates(db, body)))
        if (named.mandate.person && named.mandate.period.overlaps(absence.period))
            holders.push_back({ named.mandate.role, *named.mandate.person, named.person_name, named.mandate.period });
    return conflicts_of(absence, holders, TRY(absences_in_body(db, body, absence.period)), TRY(peak_periods_of(db, body)));
}

Result<std::vector<BodyId>> bodies_concerned(db::Reader const& db, people::PersonId const& person, Period const& period)
{
    return db.all(sql::bodies_concerned,
        { { "person", person }, { "first_day", period.start() }, { "last_day", period.end().value_or(Period::last_day_there_is()) } }, [](db::Row const& row) { return row.id<BodyId>(0); });
}

} // namespace toguna::bodies
