#pragma once
/// From a decoded request to a finished reply: session, language, visitor, router, log. What the server calls.

#include "web/configuration.hpp"
#include "web/feature.hpp"
#include "web/rate_limit.hpp"
#include "web/session.hpp"

namespace toguna::web {

/// What the application plugs in. The references live as long as the Site.
struct SiteParts {
    db::Database& database;
    Configuration const& configuration;
    Chance& chance;
    std::function<Instant()> clock;
    std::vector<Feature> features; ///< their routes and menu entries, in order
    Authorizer authorizer;
    /// Who an account is now; empty when it is closed, which ends its sessions' use at once.
    std::function<Result<std::optional<Visitor>>(db::Reader const&, std::string_view account)> find_visitor;
    std::function<void(Request const&, Context const&, Error const&)> on_refused = {};
    std::function<std::string(Refusal const&)> explained_at = {}; ///< Context::explained_at
    std::string signing_key; ///< of web::signing_key()
};

/// Shared by all workers; handle() may run on several threads at once.
class Site {
public:
    explicit Site(SiteParts parts);

    Router const& router() const { return m_router; }
    std::vector<MenuEntry> const& menu() const { return m_menu; }
    Reply handle(Request request);
    /// For requests that never became one (ServerOptions::refusal_page), in the configured language.
    Reply refusal_page(int status) const;

private:
    struct SignedIn {
        std::optional<Session> session = {};
        std::optional<Visitor> visitor = {};
    };
    Result<SignedIn> find_signed_in(Request const& request, Instant now);
    Reply answer_page(Request const& request, Instant now);

    SiteParts m_parts;
    Router m_router;
    std::vector<MenuEntry> m_menu;
    SignInThrottle m_throttle;
};

/// The platform's own pages and work: /assets, /language, /healthz, and forgetting ended sessions.
Feature feature();

} // namespace toguna::web
