#pragma once
/// The share of responsibilities on paper.

#include "bodies/function_share.hpp"
#include "formats/document.hpp"
#include "web/localization.hpp"

namespace toguna::bodies {

struct ShareSheetRow {
    std::string function; ///< in the reader's language
    Share coordinator;
    Share co_coordinator;
};

struct ShareSheet {
    std::string body;
    std::string author;
    std::string state;              ///< « projet », or « convenu le … »
    std::string coordinator;        ///< name, or empty when nobody coordinates
    std::string co_coordinator;
    std::optional<Date> coordinator_on;
    std::optional<Date> co_coordinator_on;
    std::vector<ShareSheetRow> rows;
    Date as_of;
    Instant now;
};

/// One page: the matrix, what the letters mean, and a place for both to sign.
formats::Document share_document(ShareSheet const& sheet, web::Localization const& language);

} // namespace toguna::bodies
