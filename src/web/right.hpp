#pragma once
/// Rights are words that features declare; who has them is decided in one place that the application plugs in.

#include "base/result.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace toguna::db {
class Reader;
}

namespace toguna::web {

struct Request;
struct Visitor;

/// « edit_plan »: a word of a feature, with the sentence that explains it on the « pourquoi » page.
struct Right {
    std::string_view name;
    bool operator==(Right const&) const = default;
};

/// Decides whether `visitor` (null: nobody signed in) has `right` on `object` (an id; empty for the whole installation).
using Authorizer = std::function<Result<void>(db::Reader const&, Visitor const* visitor, Right right, std::string_view object, Instant now)>;

/// Who may call a route. Every route declares one; tests/permissions_test tries each with each role.
struct Access {
    enum class Kind {
        Anyone,        ///< public pages, sign-in, static files
        PersonalLink,  ///< the secret in the address is the right
        SignedIn,
        Administrator,
        ByRight,       ///< `right` on the object that `object` finds in the request
    };
    Kind kind = Kind::Administrator;
    Right right = {};
    /// Finds the object the right is asked on: e.g. the body of the plan named in the address.
    std::function<Result<std::string>(db::Reader const&, Request const&)> object = {};
};

inline Access anyone() { return { Access::Kind::Anyone }; }
inline Access personal_link() { return { Access::Kind::PersonalLink }; }
inline Access signed_in() { return { Access::Kind::SignedIn }; }
inline Access administrator() { return { Access::Kind::Administrator }; }
inline Access by_right(Right right, std::function<Result<std::string>(db::Reader const&, Request const&)> object)
{
    return { Access::Kind::ByRight, right, std::move(object) };
}

} // namespace toguna::web
