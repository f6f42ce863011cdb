#pragma once
/// What a handler is given beside the request: who asks, when, in which language, and the long-lived things.

#include "base/id.hpp"
#include "db/database.hpp"
#include "web/localization.hpp"
#include "web/reply.hpp"
#include "web/request.hpp"
#include "web/right.hpp"
#include "web/template.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace toguna::web {

/// Who is signed in. The platform knows no more of them than this; features look up the rest by `account`.
struct Visitor {
    std::string account; ///< id of the account
    std::string person;  ///< id of the person, or empty
    std::string name;    ///< as people write it, for the page's header
    bool administrator = false;
};

/// What somebody was refused, for the page that explains it and for the journal.
struct Refusal {
    Right right;
    std::string object;
};

struct Configuration;
struct MenuEntry;
class SignInThrottle;

struct Context {
    db::Database& db;
    Configuration const& configuration;
    Chance& chance;
    Instant now;
    Localization const& language;      ///< for pages
    Localization const& file_language; ///< for documents and mail
    std::optional<Visitor> visitor;
    std::string csrf_token; ///< layout and forms put it into every POST form
    std::string notice;     ///< « Enregistré. » shown once after a redirect
    Authorizer const& authorizer;
    std::vector<MenuEntry> const& menu;
    std::string target = {};                   ///< the address asked for, with its query: for links that come back
    std::string session = {};                  ///< digest of the session's secret; empty without a session
    std::string_view signing_key = {};         ///< signs notices and the tokens of visitors without session
    SignInThrottle* sign_in_throttle = nullptr; ///< null: nobody is slowed down (tests)
    /// Told of each Forbidden, so that the application can put it into the journal.
    std::function<void(Request const&, Context const&, Error const&)> on_refused = {};
    /// The address of the page that explains why a right is given or not; empty where there is none.
    std::function<std::string(Refusal const&)> explained_at = {};
    /// What `require` refused last; a handler that refuses by a rule of its own says here what it was about.
    mutable std::optional<Refusal> refusal = {};

    TemplateContext templates() const { return { language, csrf_token }; }
    /// The day in the configured time zone.
    Date today() const;
    std::string const& time_zone() const;
    template<class IdType>
    IdType new_id() const { return IdType::trusted(new_id_text(now, chance)); }

    /// Forbidden, with a sentence that names the cause, unless the visitor has the right on that object today.
    /// Ask it inside the transaction that writes: the guard of the route asked before, but time has passed.
    Result<void> require(db::Reader const& reader, Right right, std::string_view object) const;
    /// The same as a question: nothing is refused by it.
    bool may(db::Reader const& reader, Right right, std::string_view object) const;
};

} // namespace toguna::web
