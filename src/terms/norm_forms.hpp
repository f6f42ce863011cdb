#pragma once
/// The form of the reference library: what was typed, and what it means.

#include "terms/norm.hpp"
#include "web/request.hpp"

namespace toguna::terms {

struct NormForm {
    std::string title_fr = {};
    std::string title_en = {};
    std::string issuer = {};
    std::string edition = {};
    bool revised = false;
    std::string link = {};

    static NormForm decode(web::Request const& request);
    /// Invalid, field by field; the typed text stays in the form.
    Result<Norm> value(NormId id, web::Localization const& words) const;
};

} // namespace toguna::terms
