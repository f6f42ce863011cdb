#pragma once
/// A list of events as a page shows it; bodies/ puts one under each body.

#include "journal/event.hpp"
#include "web/layout.hpp"
#include "web/router.hpp"

namespace toguna::journal {

struct EventRow {
    std::string at;
    std::string who;
    std::string kind;   ///< "people.organization_added": the word that exports and filters use
    std::string detail; ///< what changed, as JSON, or the reason of a refusal
    bool refused = false;
};

struct EventsView {
    std::vector<EventRow> rows;
    std::int64_t total = 0;
    SafeHtml pages;
};

/// The events of the filter, on the page that the request asks for.
Result<SafeHtml> events_content(web::Request const& request, web::Context const& context, db::Reader const& reader, EventFilter filter);

} // namespace toguna::journal
