// bench_installation DIRECTORY — a fresh installation to measure: an administrator with an open session, a plan of 20
// actions and one of 200, and 32 small plans to write to. Prints, as JSON, where they are, and what each page costs when
// it is answered in process: statements, and microseconds of CPU.
#include "accounts/store.hpp"
#include "actions/store.hpp"
#include "app/application.hpp"
#include "bodies/store.hpp"
#include "db/migrations.hpp"
#include "people/person_store.hpp"
#include "web/session.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <ctime>
#include <filesystem>
#include <iostream>

using namespace toguna;

namespace {

template<class T>
T must(Result<T> result)
{
    if (!result) {
        std::cerr << result.error().message.debug_string() << " [" << result.error().detail << "]\n";
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

class Builder {
public:
    explicit Builder(db::Transaction& tx) : m_tx(tx) { }

    Result<std::string> session()
    {
        people::Person const person { .id = new_id<people::PersonTag>(m_now, m_chance), .full_name = "Awa Sanou" };
        TRY(people::insert_person(m_tx, person, m_now));
        accounts::NewAccount const account { .id = new_id<accounts::AccountTag>(m_now, m_chance), .person = person.id, .email = "awa@exemple.org", .administrator = true };
        TRY(accounts::insert_account(m_tx, account, m_now));
        return web::start_session(m_tx, account.id.text(), m_now, m_chance);
    }

    Result<bodies::BodyId> body(std::string const& code)
    {
        bodies::Body const body { .id = new_id<bodies::BodyTag>(m_now, m_chance), .name = "Cluster " + code, .acronym = code, .code = code, .country = *geography::CountryCode::parse("BFA") };
        TRY(bodies::insert_body(m_tx, body, m_now));
        return body.id;
    }

    /// Eight sections, a gap for every two actions, deadlines of several kinds, one responsible unit each.
    Result<actions::ActionPlan> plan(bodies::BodyId const& body, int year, int action_count)
    {
        std::vector<actions::Section> sections;
        for (int number = 1; number <= 8; ++number)
            sections.push_back({ actions::SectionId::trusted(""), fmt::format("Fonction {} : soutenir la prestation des services", number), "" });
        auto const plan = TRY(actions::insert_plan(m_tx, body, year, fmt::format("Plan d’action {}", year), sections, act()));
        auto const stored = TRY(actions::read_plan(m_tx, plan)).sections;
        for (int number = 0; number < action_count; ++number) {
            auto const& section = stored[static_cast<std::size_t>(number * 8 / action_count)];
            if (number % 2 == 0)
                m_gap = TRY(actions::insert_gap(m_tx, plan, section.id, fmt::format("Les partenaires du nord rendent compte avec retard ({})", number / 2 + 1), act()));
            actions::ActionPoint action { .id = actions::ActionId::trusted(""), .body = body };
            action.plan = plan;
            action.section = section.id;
            action.gaps = { *m_gap };
            action.text = fmt::format("Former les points focaux de la région {} à la collecte des données et vérifier leurs rapports avant le cinq du mois", number + 1);
            action.due = due(number);
            action.responsible = { { actions::Responsible::Kind::Unit, "", "Groupe de travail des données" } };
            TRY(actions::insert_action(m_tx, action, {}, act()));
        }
        return actions::read_plan(m_tx, plan);
    }

private:
    actions::Act act() { return { { .account = "", .person = "", .name = "Mesure" }, m_now, m_chance }; }
    actions::Due due(int number) const
    {
        if (number % 5 == 4)
            return {};
        return actions::DueOn { m_now.utc_date().plus_days(number % 90 - 20) };
    }

    db::Transaction& m_tx;
    Instant m_now = Instant::system_now();
    SeededChance m_chance { 99 };
    std::optional<actions::GapId> m_gap;
};

double cpu_microseconds()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

/// What one page costs without the socket, with compression as a browser asks for it.
boost::json::object cost_of(app::Application& application, std::string const& path, std::string const& secret)
{
    auto const answer = [&] {
        web::Request request;
        request.path = request.target = path;
        request.headers = { { "cookie", "toguna_session=" + secret }, { "accept-encoding", "gzip" }, { "accept-language", "fr" } };
        return application.handle(std::move(request));
    };
    auto reply = answer();
    for (int warm = 0; warm < 20; ++warm)
        answer();
    auto const statements = db::statements_on_this_thread();
    auto const started = cpu_microseconds();
    int const rounds = 200;
    for (int round = 0; round < rounds; ++round)
        answer();
    auto const spent = cpu_microseconds() - started;
    return { { "path", path }, { "status", reply.status }, { "bytes", reply.body.size() },
        { "statements", static_cast<double>(db::statements_on_this_thread() - statements) / rounds }, { "cpu_us", spent / rounds } };
}

} // namespace

int main(int count, char** words)
{
    if (count != 2) {
        std::cerr << "bench_installation DIRECTORY\n";
        return 2;
    }
    std::string const directory = words[1];
    std::filesystem::create_directories(directory);
    auto database = must(db::Database::open({ "sqlite:" + directory + "/toguna.db", 4 }));
    auto const migrations = db::all_migrations();
    must(db::migrate(*database, { migrations.begin(), migrations.end() }, directory + "/backups", Instant::system_now()));

    boost::json::object out;
    std::string secret;
    must(database->write([&](db::Transaction& tx) -> Result<void> {
        Builder builder(tx);
        secret = TRY(builder.session());
        out["cookie"] = "toguna_session=" + secret;
        out["csrf"] = TRY(web::find_session(tx, secret, Instant::system_now()))->csrf;
        out["small_plan"] = "/plans/" + TRY(builder.plan(TRY(builder.body("PETIT")), 2026, 20)).id.text();
        out["plan"] = "/plans/" + TRY(builder.plan(TRY(builder.body("GRAND")), 2026, 200)).id.text();
        boost::json::array targets;
        for (int number = 1; number <= 32; ++number) {
            auto const plan = TRY(builder.plan(TRY(builder.body(fmt::format("C{}", number))), 2026, 2));
            targets.push_back({ { "plan", plan.id.text() }, { "section", plan.sections[0].id.text() } });
        }
        out["targets"] = targets;
        return {};
    }));

    web::Configuration configuration;
    configuration.data_directory = directory;
    configuration.public_url = "http://127.0.0.1:8080";
    auto const application = must(app::Application::create(configuration, std::move(database), system_chance(), Instant::system_now));
    boost::json::array pages;
    for (auto const& path : { std::string("/"), std::string(out["small_plan"].as_string()), std::string(out["plan"].as_string()), std::string("/bodies"), std::string("/actions") })
        pages.push_back(cost_of(*application, path, secret));
    out["pages"] = pages;
    std::cout << boost::json::serialize(out) << "\n";
    return 0;
}
