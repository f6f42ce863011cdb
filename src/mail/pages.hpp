#pragma once
/// « Courriels »: what left, what waits and what was refused, for administrators.

#include "web/layout_view.hpp"
#include "web/parts.hpp"
#include "web/router.hpp"

#include <optional>

namespace toguna::mail {

struct OutboxPage {
    struct Row {
        std::string id;
        std::string created;
        std::string to;
        std::string subject;
        std::string kind;
        web::Tag state;
        std::string note;      ///< when it left, or the server's last words
        bool can_be_retried = false;
    };
    bool has_server = true;
    std::string total;
    std::vector<Row> rows;
    web::EmptyState empty;
    SafeHtml pagination;
};

std::vector<web::Route> routes();

} // namespace toguna::mail
