#pragma once
/// « État au … »: the day that a page is asked for.

#include "base/date.hpp"
#include "web/field.hpp"
#include "web/request.hpp"

namespace toguna::bodies {

struct AsOf {
    std::string typed;          ///< as the reader wrote it
    Date day;                   ///< today when nothing, or nothing readable, was written
    bool is_other_day = false;
    bool is_unreadable = false;

    static AsOf decode(web::Request const& request, Date today);
    web::TextField field(web::Localization const& language) const;
    /// « État au 23 novembre 2026 ».
    std::string line(web::Localization const& language) const;
};

} // namespace toguna::bodies
