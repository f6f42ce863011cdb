#pragma once
/// The composition root: owns the few long-lived things and turns a request into a reply.

#include "jobs/worker.hpp"
#include "web/configuration.hpp"
#include "web/feature.hpp"
#include "web/rate_limit.hpp"

#include <functional>
#include <memory>

namespace toguna::app {

using Clock = std::function<Instant()>;

class Application {
public:
    /// `database` is migrated. Conflict or Unavailable when the installation's key can be neither read nor written.
    static Result<std::unique_ptr<Application>> create(web::Configuration configuration, std::unique_ptr<db::Database> database, Chance& chance, Clock clock);

    /// The whole way of a request except the socket; may be called from several threads.
    web::Reply handle(web::Request request);
    jobs::WorkerOptions worker_options() const;
    /// Told after each POST: the worker may have something to do.
    void on_change(std::function<void()> listener) { m_on_change = std::move(listener); }

    db::Database& database() { return *m_database; }
    web::Configuration const& configuration() const { return m_configuration; }
    web::Router const& router() const { return m_router; }
    Chance& chance() { return m_chance; }

private:
    Application(web::Configuration configuration, std::unique_ptr<db::Database> database, Chance& chance, Clock clock);
    struct Signed;
    Signed recognise(web::Request const& request, Instant now);
    void record_refusal(web::Request const& request, web::Context const& context, Error const& error);

    web::Configuration m_configuration;
    std::unique_ptr<db::Database> m_database;
    Chance& m_chance;
    Clock m_clock;
    std::vector<web::Feature> m_features;
    web::Router m_router;
    std::vector<web::MenuEntry> m_menu;
    web::Authorizer m_authorizer;
    web::SignInThrottle m_sign_in_throttle;
    std::string m_signing_key;
    std::function<void()> m_on_change;
};

} // namespace toguna::app
