#pragma once
/// Absences and strong periods in the database.

#include "bodies/absence.hpp"
#include "db/database.hpp"

namespace toguna::bodies {

Result<Absence> find_absence(db::Reader const& db, AbsenceId const& id);
/// The latest first.
Result<std::vector<Absence>> absences_of_person(db::Reader const& db, people::PersonId const& person);
/// Of those who hold a mandate in the body, that share a day with `period`.
Result<std::vector<Absence>> absences_in_body(db::Reader const& db, BodyId const& body, Period const& period);
Result<void> insert_absence(db::Transaction& tx, Absence const& absence);
/// `last_day` still counts. Invalid when it lies before the first day.
Result<void> end_absence(db::Transaction& tx, AbsenceId const& id, Date last_day);
/// The person is back on `first_day`: the absence ends the day before, or never was when it begins on that day or later.
Result<void> return_from_absence(db::Transaction& tx, AbsenceId const& id, Date first_day);

Result<std::vector<PeakPeriod>> peak_periods_of(db::Reader const& db, BodyId const& body);
/// Invalid without a label.
Result<void> insert_peak_period(db::Transaction& tx, PeakPeriod const& period);
Result<void> delete_peak_period(db::Transaction& tx, BodyId const& body, PeakPeriodId const& id);

/// Who chairs and represents the body on a day (invariant 5).
Result<Chairing> chairing_on(db::Reader const& db, BodyId const& body, Date day);

} // namespace toguna::bodies
