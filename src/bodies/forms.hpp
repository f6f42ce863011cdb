#pragma once
/// The forms of bodies and memberships: what was typed, and what it means.

#include "bodies/body.hpp"
#include "bodies/membership.hpp"
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

struct MembershipForm {
    std::string organization = {};
    std::string person = {};
    std::string status = "member";
    std::string starts_on = {};
    std::string ends_on = {};

    static MembershipForm decode(web::Request const& request);
    /// Without a first day it starts `today`.
    Result<Membership> value(MembershipId id, BodyId body, Date today) const;
};

} // namespace toguna::bodies
