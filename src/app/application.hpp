#pragma once
/// The composition root: owns the few long-lived things and plugs the features into the platform.

#include "jobs/worker.hpp"
#include "web/site.hpp"

#include <functional>
#include <memory>

namespace toguna::app {

using Clock = std::function<Instant()>;

class Application {
public:
    /// `database` is migrated. Unavailable when the installation's key can be neither read nor written.
    static Result<std::unique_ptr<Application>> create(web::Configuration configuration, std::unique_ptr<db::Database> database, Chance& chance, Clock clock);

    /// The whole way of a request except the socket; may be called from several threads.
    web::Reply handle(web::Request request);
    /// Told after each POST: the worker may have something to do.
    void on_change(std::function<void()> listener) { m_on_change = std::move(listener); }
    jobs::WorkerOptions worker_options() const;

    db::Database& database() { return *m_database; }
    web::Configuration const& configuration() const { return m_configuration; }
    web::Site const& site() const { return *m_site; }
    Chance& chance() { return m_chance; }

private:
    Application(web::Configuration configuration, std::unique_ptr<db::Database> database, Chance& chance, Clock clock);
    void record_refusal(web::Request const& request, web::Context const& context, Error const& error);

    web::Configuration m_configuration;
    std::unique_ptr<db::Database> m_database;
    Chance& m_chance;
    Clock m_clock;
    std::unique_ptr<web::Site> m_site;
    std::function<void()> m_on_change;
};

} // namespace toguna::app
