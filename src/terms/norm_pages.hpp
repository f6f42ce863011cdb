#pragma once
/// Routes of the reference library: everybody who signs in reads, administrators add editions.

#include "terms/norm_forms.hpp"
#include "web/field.hpp"
#include "web/layout.hpp"
#include "web/router.hpp"

namespace toguna::terms {

struct NormRow {
    std::string title;
    std::string issuer;
    std::string edition;
    std::string link; ///< empty without one
};
struct NormsView {
    std::vector<NormRow> rows;
    bool may_add = false;
};

struct NormFormView {
    SafeHtml errors;
    SafeHtml once;
    web::TextField title_fr;
    web::TextField title_en;
    web::TextField issuer;
    web::TextField edition;
    web::ChoiceField revised;
    web::TextField link;
};

std::vector<web::Route> norm_routes();

} // namespace toguna::terms
