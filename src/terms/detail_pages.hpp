#pragma once
/// The form of what only terms of reference know of a body: duty station, contract, profile, purpose (S4-54, S4-55, S4-58, S4-59).

#include "web/field.hpp"
#include "web/layout.hpp"

namespace toguna::terms {

struct DetailRow {
    web::TextField field;
    web::TextArea area; ///< of a list, an item a line
    bool is_list = false;
};
struct DetailsView {
    std::string path; ///< of the document
    SafeHtml errors;
    SafeHtml once;
    std::string version;
    std::vector<DetailRow> rows;
};

} // namespace toguna::terms
