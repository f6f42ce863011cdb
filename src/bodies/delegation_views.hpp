#pragma once
/// What the page of delegations shows.

#include "bodies/delegation.hpp"
#include "bodies/pages.hpp"

namespace toguna::bodies {

std::vector<web::Route> delegation_routes();

struct DelegationRow {
    std::string id;
    std::string from; ///< « Awa Sanou (Coordination) »
    std::string to;
    std::vector<std::string> powers;
    std::string period;
    std::string reason;
    web::Tag state;
    bool may_revoke = false;
};

struct DelegationsView {
    std::string id;
    Rooms rooms;
    std::vector<DelegationRow> rows;
    bool may_delegate = false;    ///< has the right, and a mandate whose powers can be lent
    bool needs_holder = false;    ///< has the right; nobody to lend to, or nothing to lend
    SafeHtml errors;
    SafeHtml once;
    web::SelectField from;
    web::SelectField to;
    web::ChoiceField powers;
    web::TextField starts_on;
    web::TextField ends_on;
    web::TextField reason;
};

} // namespace toguna::bodies
