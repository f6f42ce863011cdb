#pragma once
/// The form of bodies: what was typed, and what it means. That of memberships is in membership_forms.hpp.

#include "bodies/body.hpp"
#include "web/request.hpp"

namespace toguna::bodies {

struct BodyForm {
    std::string name = {};
    std::string acronym = {};
    std::string code = {};
    std::string kind = "cluster";
    std::string country = {};
    std::string parent = {};
    std::vector<std::string> quiet_weekdays = { "6", "7" };
    std::string version = "1";

    static BodyForm decode(web::Request const& request);
    static BodyForm encode(Body const& body);
    /// `before` gives what the form does not ask. Invalid, field by field; the typed text stays in the form.
    Result<Body> value(Body before) const;
};

} // namespace toguna::bodies
