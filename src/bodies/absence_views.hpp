#pragma once
/// What the pages of absences and strong periods show.

#include "bodies/absence.hpp"
#include "bodies/pages.hpp"

namespace toguna::bodies {

std::vector<web::Route> absence_routes();

struct AbsenceRow {
    std::string id;
    std::string person;
    std::string period;
    std::string reason;
    bool is_over = false;
    std::vector<std::string> warnings = {}; ///< what it leaves open, and whom to inform
};

struct PeakRow {
    std::string id;
    std::string label;
    std::string period;
};

/// The absences of one person, or those of a body with its strong periods.
struct AbsencesView {
    std::string id;     ///< of the body; empty on « mes absences »
    std::string action; ///< where the form goes, and "ACTION/ABSENCE/return"
    Rooms rooms;
    std::vector<AbsenceRow> rows;
    bool may_add = false;
    SafeHtml errors;
    SafeHtml once;
    web::SelectField person; ///< without options on « mes absences »
    web::TextField starts_on;
    web::TextField ends_on;
    web::TextField reason;
    std::vector<PeakRow> peaks;
    bool may_add_peak = false;
    SafeHtml peak_once;
    web::TextField label;
    web::TextField peak_starts_on;
    web::TextField peak_ends_on;
};

} // namespace toguna::bodies
