#pragma once
/// What the pages of participation show: the days that are written down, and one day with every member organisation.

#include "bodies/pages.hpp"

namespace toguna::bodies {

/// Which meeting or report it is about.
struct ParticipationQuestion {
    web::ChoiceField kind;
    web::TextField day;
};

struct ParticipationRow {
    std::string day;
    std::string kind;
    std::string counts;
    std::string path; ///< to correct it; empty for those who may not
};

struct ParticipationView {
    std::string id;
    Rooms rooms;
    Rooms member_rooms;
    bool may_edit = false;
    ParticipationQuestion question;
    std::vector<ParticipationRow> rows;
    std::int64_t total = 0;
    SafeHtml pages;
};

struct ParticipationDayView {
    std::string id;
    Rooms rooms;
    SafeHtml errors;
    ParticipationQuestion question; ///< asked again when it was wrong
    std::string heading;            ///< empty: the question was wrong
    std::string kind;
    std::string day;
    std::vector<web::SelectField> organizations;
};

} // namespace toguna::bodies
