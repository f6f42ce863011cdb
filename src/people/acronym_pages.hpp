#pragma once
/// The list of acronyms, and explaining them on any page.

#include "people/acronym.hpp"
#include "web/field.hpp"
#include "web/parts.hpp"
#include "web/router.hpp"

namespace toguna::people {

struct AcronymForm {
    std::string text = {};
    std::string country = {};
    std::string french = {};
    std::string english = {};
    std::string version = "1";

    static AcronymForm decode(web::Request const& request);
    static AcronymForm encode(Acronym const& acronym);
    /// Invalid, field by field.
    Result<Acronym> acronym(AcronymId id) const;
};

struct AcronymRow {
    std::string id;
    std::string text;
    std::string meaning;
    std::string country;
};

struct AcronymsView {
    std::vector<AcronymRow> rows;
    bool may_edit = false;
};

struct AcronymFormView {
    std::string action;
    std::string removal; ///< empty for a new one
    std::string version;
    SafeHtml errors;
    SafeHtml once;
    web::TextField text;
    web::SelectField country;
    web::TextField french;
    web::TextField english;
};

std::vector<web::Route> acronym_routes();

} // namespace toguna::people
