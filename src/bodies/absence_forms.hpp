#pragma once
/// The forms of absences and strong periods: what was typed, and what it means.

#include "bodies/absence.hpp"
#include "web/request.hpp"

namespace toguna::bodies {

struct AbsenceForm {
    std::string person = {}; ///< id; not asked for one's own
    std::string starts_on = {};
    std::string ends_on = {};
    std::string reason = {};

    static AbsenceForm decode(web::Request const& request);
    /// Invalid, field by field; without a first day it starts `today`. `own`: whose it is when the form does not ask.
    Result<Absence> value(AbsenceId id, std::optional<people::PersonId> const& own, Date today) const;
};

struct PeakForm {
    std::string label = {};
    std::string starts_on = {};
    std::string ends_on = {};

    /// Its days are `peak_starts_on` and `peak_ends_on`: the page has another form with days.
    static PeakForm decode(web::Request const& request);
    Result<PeakPeriod> value(PeakPeriodId id, BodyId body, Date today) const;
};

} // namespace toguna::bodies
