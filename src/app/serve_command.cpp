#include "app/application.hpp"
#include "app/commands.hpp"
#include "accounts/set_up.hpp"
#include "accounts/store.hpp"
#include "app/demo/demonstration.hpp"
#include "app/features.hpp"
#include "web/log.hpp"
#include "web/server.hpp"

#include <boost/json.hpp>

#include <ostream>

namespace toguna::app {

namespace {

web::ServerOptions server_options(web::Configuration const& configuration, web::ServerOptions options)
{
    options.worker_threads = configuration.worker_threads;
    options.tls_certificate = configuration.tls_certificate;
    options.tls_key = configuration.tls_key;
    options.trusted_proxy = configuration.trusted_proxy;
    options.most_body_bytes = static_cast<std::size_t>(configuration.max_upload_bytes) + 1024 * 1024;
    options.stop_on_signals = true;
    return options;
}

/// On a new installation, the code that proves that whoever opens the first page can read this terminal.
Result<void> print_set_up_code(Surroundings const& surroundings, Application& application, std::string const& address)
{
    auto const code = TRY(accounts::set_up_code(application.database(), application.chance()));
    if (!code)
        return {};
    surroundings.out << surroundings.language(tr("New installation. Open {address}/set-up and give the code {code} to create the first administrator.",
        { { "address", address }, { "code", *code } })) << std::endl;
    return {};
}

Result<bool> is_set_up(db::Database& database)
{
    return TRY(database.read([](db::Reader const& db) { return accounts::count_accounts(db); })) > 0;
}

} // namespace

Result<void> serve(Surroundings const& surroundings)
{
    auto configuration = surroundings.configuration;
    web::set_up_log(configuration.log_format == "json" ? web::LogFormat::Json : web::LogFormat::Text);
    auto options = server_options(configuration, TRY(web::listen_options(configuration.listen)));
    auto database = TRY(open_database(surroundings, Migrate::Yes));

    // The server binds first, because links in pages and mail name its port; it answers once run() is called.
    std::unique_ptr<Application> application;
    options.refusal_page = [&](int status) { return application->site().refusal_page(status); };
    auto server = TRY(web::Server::open(options, [&](web::Request request) { return application->handle(std::move(request)); }));
    if (configuration.public_url.empty())
        configuration.public_url = (configuration.tls_certificate.empty() ? "http://" : "https://") + configuration.listen.substr(0, configuration.listen.rfind(':')) + ":" + std::to_string(server->port());
    application = TRY(Application::create(configuration, std::move(database), surroundings.chance, Instant::system_now));

    jobs::Worker worker(application->worker_options(), application->database(), application->configuration(), surroundings.chance);
    application->on_change([&worker] { worker.wake(); });
    surroundings.out << surroundings.language(tr("Toguna listens on {address}", { { "address", configuration.public_url } })) << std::endl;
    TRY(print_set_up_code(surroundings, *application, configuration.public_url));
    if (configuration.demo && TRY(is_set_up(application->database())))
        demo::print_sign_in_links(surroundings.out, surroundings.language, configuration.public_url);
    server->run();
    return {};
}

Result<void> work_once(Surroundings const& surroundings)
{
    auto database = TRY(open_database(surroundings, Migrate::Yes));
    auto const application = TRY(Application::create(surroundings.configuration, std::move(database), surroundings.chance, Instant::system_now));
    auto const done = TRY(jobs::run_due_jobs(application->worker_options(), application->database(), application->configuration(), surroundings.chance));
    if (surroundings.json)
        surroundings.out << boost::json::serialize(boost::json::object { { "jobs", done } }) << "\n";
    else
        surroundings.out << surroundings.language(trn("{count} job done.", "{count} jobs done.", done)) << "\n";
    return {};
}

Result<void> list_routes(Surroundings const& surroundings)
{
    constexpr auto name_of = [](web::Access const& access) -> std::string {
        switch (access.kind) {
        case web::Access::Kind::Anyone: return "anyone";
        case web::Access::Kind::PersonalLink: return "personal link";
        case web::Access::Kind::SignedIn: return "signed in";
        case web::Access::Kind::Administrator: return "administrator";
        case web::Access::Kind::ByRight: return std::string(access.right.name);
        }
        return {};
    };
    boost::json::array list;
    for (auto const& route : routes_of(features())) {
        auto const* method = route.method == web::Method::Post ? "POST" : "GET";
        if (surroundings.json)
            list.push_back({ { "method", method }, { "path", route.pattern }, { "access", name_of(route.access) } });
        else
            surroundings.out << method << "\t" << route.pattern << "\t" << name_of(route.access) << "\n";
    }
    if (surroundings.json)
        surroundings.out << boost::json::serialize(list) << "\n";
    return {};
}

Result<void> show_configuration(Surroundings const& surroundings)
{
    boost::json::object settings;
    for (auto const& setting : web::settings_of(surroundings.configuration)) {
        settings[setting.key] = setting.value;
        if (!surroundings.json)
            surroundings.out << "# " << surroundings.language(setting.meaning) << "\n" << setting.key << " = " << setting.value << "\n";
    }
    if (surroundings.json)
        surroundings.out << boost::json::serialize(settings) << "\n";
    return {};
}

} // namespace toguna::app
