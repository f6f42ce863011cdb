#pragma once
/// The form of a membership: what was typed, and what it means.

#include "bodies/membership.hpp"
#include "web/request.hpp"

namespace toguna::bodies {

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
