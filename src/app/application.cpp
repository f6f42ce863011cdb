#include "app/application.hpp"

#include "accounts/store.hpp"
#include "app/features.hpp"
#include "app/reactions.hpp"
#include "bodies/rights_store.hpp"
#include "journal/event.hpp"
#include "web/log.hpp"

#include <boost/json.hpp>

namespace toguna::app {

Application::Application(web::Configuration configuration, std::unique_ptr<db::Database> database, Chance& chance, Clock clock)
    : m_configuration(std::move(configuration)), m_database(std::move(database)), m_chance(chance), m_clock(std::move(clock))
{
}

Result<std::unique_ptr<Application>> Application::create(web::Configuration configuration, std::unique_ptr<db::Database> database, Chance& chance, Clock clock)
{
    auto application = std::unique_ptr<Application>(new Application(std::move(configuration), std::move(database), chance, std::move(clock)));
    auto key = TRY(web::signing_key(*application->m_database, application->m_clock(), chance));
    application->m_site = std::make_unique<web::Site>(web::SiteParts {
        .database = *application->m_database,
        .configuration = application->m_configuration,
        .chance = chance,
        .clock = application->m_clock,
        .features = features(),
        .authorizer = bodies::authorizer(),
        .find_visitor = accounts::find_visitor,
        .on_refused = [self = application.get()](web::Request const& request, web::Context const& context, Error const& error) { self->record_refusal(request, context, error); },
        .explained_at = bodies::explained_at,
        .signing_key = std::move(key),
    });
    return application;
}

void Application::record_refusal(web::Request const& request, web::Context const& context, Error const& error)
{
    journal::Actor actor;
    if (context.visitor)
        actor = { context.visitor->account, context.visitor->person, context.visitor->name };
    // Rights are asked on bodies: the body's own journal shows what was refused there.
    auto const body = context.refusal ? context.refusal->object : std::string();
    journal::Event event { .kind = "web.refused", .object = body, .body = body, .refused = true };
    event.after = boost::json::serialize(boost::json::object { { "path", web::mask_secrets(request.path) }, { "reason", error.message.debug_string() } });
    auto const recorded = m_database->write([&](db::Transaction& tx) { return journal::record_event(tx, actor, event, context.now, m_chance); });
    if (!recorded)
        web::write_log(web::LogLevel::Error, "refusal_not_recorded", { { "detail", recorded.error().detail } });
}

web::Reply Application::handle(web::Request request)
{
    bool const changes = request.method == web::Method::Post;
    auto reply = m_site->handle(std::move(request));
    if (changes && m_on_change)
        m_on_change();
    return reply;
}

jobs::WorkerOptions Application::worker_options() const
{
    jobs::WorkerOptions options;
    for (auto const& feature : features()) {
        options.kinds.insert(options.kinds.end(), feature.jobs.begin(), feature.jobs.end());
        options.schedules.insert(options.schedules.end(), feature.schedules.begin(), feature.schedules.end());
    }
    options.before_jobs = react;
    options.clock = m_clock;
    options.report = [](Error const& error) {
        web::write_log(web::LogLevel::Error, "worker", { { "message", error.message.debug_string() }, { "detail", error.detail } });
    };
    return options;
}

} // namespace toguna::app
