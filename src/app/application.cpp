#include "app/application.hpp"

#include "accounts/store.hpp"
#include "app/features.hpp"
#include "app/reactions.hpp"
#include "bodies/rights_store.hpp"
#include "journal/event.hpp"
#include "web/assets.hpp"
#include "web/cookies.hpp"
#include "web/log.hpp"
#include "web/session.hpp"

#include <boost/json.hpp>

namespace toguna::app {

/// What the cookies of a request say.
struct Application::Signed {
    std::optional<web::Session> session;
    std::optional<web::Visitor> visitor;
};

Application::Application(web::Configuration configuration, std::unique_ptr<db::Database> database, Chance& chance, Clock clock)
    : m_configuration(std::move(configuration)), m_database(std::move(database)), m_chance(chance), m_clock(std::move(clock)), m_features(features()),
      m_router(routes_of(m_features)), m_menu(menu_of(m_features)), m_authorizer(bodies::authorizer())
{
}

Result<std::unique_ptr<Application>> Application::create(web::Configuration configuration, std::unique_ptr<db::Database> database, Chance& chance, Clock clock)
{
    auto application = std::unique_ptr<Application>(new Application(std::move(configuration), std::move(database), chance, std::move(clock)));
    application->m_signing_key = TRY(web::signing_key(*application->m_database, application->m_clock(), chance));
    return application;
}

Application::Signed Application::recognise(web::Request const& request, Instant now)
{
    auto const secret = web::read_cookie(request, "session");
    if (!secret)
        return {};
    auto found = m_database->read([&](db::Reader const& db) -> Result<Signed> {
        Signed result;
        result.session = TRY(web::find_session(db, *secret, now));
        if (result.session)
            result.visitor = TRY(accounts::find_visitor(db, result.session->account));
        return result;
    });
    if (!found || !found->visitor)
        return {};
    if (web::is_due_for_touch(*found->session, now)) {
        // The page does not depend on it: a full disk still shows pages.
        auto const touched = m_database->write([&](db::Transaction& tx) { return web::touch_session(tx, *found->session, now); });
        if (!touched)
            web::write_log(web::LogLevel::Warning, "session_not_touched", { { "detail", touched.error().detail } });
    }
    return std::move(*found);
}

void Application::record_refusal(web::Request const& request, web::Context const& context, Error const& error)
{
    journal::Actor actor;
    if (context.visitor)
        actor = { context.visitor->account, context.visitor->person, context.visitor->name };
    journal::Event event { .kind = "web.refused", .object = {}, .refused = true };
    event.after = boost::json::serialize(boost::json::object { { "path", web::mask_secrets(request.path) }, { "reason", error.message.debug_string() } });
    auto const recorded = m_database->write([&](db::Transaction& tx) { return journal::record_event(tx, actor, event, context.now, m_chance); });
    if (!recorded)
        web::write_log(web::LogLevel::Error, "refusal_not_recorded", { { "detail", recorded.error().detail } });
}

web::Reply Application::handle(web::Request request)
{
    auto const now = m_clock();
    auto [session, visitor] = recognise(request, now);
    auto const language = web::chosen_language(request, m_configuration.language);
    web::Context context {
        .db = *m_database,
        .configuration = m_configuration,
        .chance = m_chance,
        .now = now,
        .language = web::localization(language),
        .file_language = web::localization(language, web::Medium::File),
        .visitor = std::move(visitor),
        .csrf_token = session ? session->csrf : std::string(),
        .notice = web::read_notice(request, m_signing_key),
        .authorizer = m_authorizer,
        .menu = m_menu,
        .session = session ? session->id : std::string(),
        .signing_key = m_signing_key,
        .sign_in_throttle = &m_sign_in_throttle,
        .on_refused = [this](web::Request const& refused, web::Context const& by, Error const& error) { record_refusal(refused, by, error); },
    };
    bool const changes = request.method == web::Method::Post;
    auto reply = web::answer(m_router, std::move(request), context);
    if (changes && m_on_change)
        m_on_change();
    return reply;
}

jobs::WorkerOptions Application::worker_options() const
{
    jobs::WorkerOptions options;
    for (auto const& feature : m_features) {
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
