#pragma once
/// « Mes données »: what is kept about whoever is signed in; leaving; being forgotten.

#include "people/person.hpp"
#include "web/field.hpp"
#include "web/parts.hpp"
#include "web/router.hpp"

namespace toguna::people {

struct MyDataView {
    std::string person; ///< id
    SafeHtml content;   ///< the same blocks as the document
    SafeHtml once;
    bool has_asked = false; ///< to be forgotten
    bool has_left = false;
    web::TextArea note;
};

struct DataRequestRow {
    std::string id;
    std::string person;
    std::string name;
    std::string wish;
    std::string note;
    std::string asked;
    bool is_erasure = false;
};

struct DataRequestsView {
    std::vector<DataRequestRow> rows;
    web::EmptyState empty;
};

struct ErasureView {
    std::string id;
    std::string name;
    SafeHtml once;
};

std::vector<web::Route> my_data_routes();

} // namespace toguna::people
