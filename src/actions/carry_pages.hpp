#pragma once
/// « Reporter »: which unfinished actions of a former plan go on in this one.

#include "base/html.hpp"
#include "web/field.hpp"
#include "web/router.hpp"

namespace toguna::actions {

struct CarryView {
    std::string plan;
    std::string from;
    SafeHtml once;
    std::string lead;
    web::SelectField former; ///< when there are several
    std::vector<web::ChoiceField> sections;
};

std::vector<web::Route> carry_routes();

} // namespace toguna::actions
