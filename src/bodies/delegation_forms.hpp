#pragma once
/// The form of a delegation: what was typed, and what it means.

#include "bodies/delegation.hpp"
#include "web/request.hpp"

namespace toguna::bodies {

struct DelegationForm {
    std::string from = {};
    std::string to = {};
    std::vector<std::string> powers = {};
    std::string starts_on = {};
    std::string ends_on = {};
    std::string reason = {};

    static DelegationForm decode(web::Request const& request);
    /// Invalid, field by field; without a first day it starts `today`. Whether the powers may be lent is checked by the store.
    Result<Delegation> value(DelegationId id, BodyId body, Date today) const;
};

} // namespace toguna::bodies
