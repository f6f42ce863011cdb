#pragma once
/// What the page of a troïka shows, and its calendar on paper.

#include "bodies/pages.hpp"
#include "bodies/troika.hpp"
#include "bodies/mandate_views.hpp"

namespace toguna::bodies {

std::vector<web::Route> troika_routes();
std::vector<web::Route> troika_calendar_routes();

/// The troïka of a body with its calendar, as of a day.
struct TroikaOnDay {
    BodyOnDay shown;
    Troika troika;
    CompositionRule rule;
    std::vector<PlannedTroika> planned;
};
/// NotFound for a body of a kind that has no troïka.
Result<TroikaOnDay> troika_on_day(db::Reader const& db, web::Request const& request, web::Context const& context);

struct TroikaRow {
    std::string id; ///< of the turn; empty for the three of the day
    std::string day;
    std::string incoming;
    std::string lead;
    std::string outgoing;
    std::vector<std::string> missing = {};
};

struct TroikaView {
    std::string id;
    Rooms rooms;
    web::TextField day_shown;
    std::string day_query;
    TroikaRow present;
    std::vector<TroikaRow> planned;
    std::vector<std::string> alerts;
    std::vector<std::string> rule;
    bool may_manage = false;
    bool is_administrator = false;
    SafeHtml errors;
    SafeHtml rotation_once;
    web::TextField day;
    people::ChooserField entrant;
    people::ChooserField person;
    web::TextField override_reason;
    SafeHtml turn_once;
    web::TextField turn_starts_on;
    people::ChooserField turn_organization;
    std::vector<web::TextField> minimums;
};

} // namespace toguna::bodies
