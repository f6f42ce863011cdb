#pragma once
/// The page of a form whose token is no longer ours: the session ended, or another site sent it.

#include "web/context.hpp"

#include <string>
#include <vector>

namespace toguna::web {

struct ExpiredForm {
    std::string page;               ///< where the form was
    std::vector<std::string> texts; ///< what was typed, to copy: nothing typed is lost
};

/// Passwords, tokens and ids are left out.
ExpiredForm expired_form(Request const& request);

} // namespace toguna::web
