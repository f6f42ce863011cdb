#pragma once
/// What the pages of government counterparts and of crises show.

#include "bodies/pages.hpp"
#include "bodies/profile_store.hpp"

namespace toguna::bodies {

struct CounterpartRow {
    std::string id;
    std::string organization;
    std::string person;
    std::string period;
    bool may_end = false;
};
struct CounterpartsView {
    std::string id;
    Rooms rooms;
    SafeHtml errors;
    SafeHtml once;
    std::vector<CounterpartRow> rows;
    web::TextField organization;
    web::TextField person;
    web::TextField starts_on;
};

struct CrisisRow {
    std::string id;
    std::string name;
    std::string country;
    std::string state;
    std::string kind;
    std::string onset;
};
struct CrisesView {
    std::vector<CrisisRow> rows;
};
struct CrisisFormView {
    std::string action;
    std::string version;
    SafeHtml errors;
    SafeHtml once;
    web::TextField name;
    web::SelectField country;
    web::ChoiceField state;
    web::ChoiceField kind;
    web::TextField onset;
    web::SelectField planning_month;
};

} // namespace toguna::bodies
