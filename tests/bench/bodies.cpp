// bench_bodies URL — 500 bodies with ten years of memberships and mandates, written into the empty database at URL, then the
// milliseconds that their pages take. Prints JSON.
#include "bodies/feature.hpp"
#include "bodies/mandate_store.hpp"
#include "bodies/membership_store.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "db/migrations.hpp"
#include "db/migrator.hpp"
#include "people/person_store.hpp"
#include "people/store.hpp"
#include "web/configuration.hpp"
#include "web/context.hpp"
#include "web/router.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iostream>

using namespace toguna;

namespace {

constexpr int bodies_of_the_region = 500;
constexpr int organizations_of_the_region = 400;
constexpr int members_of_a_body = 40;
constexpr int years_of_history = 10;
constexpr int repetitions = 15;

template<class T>
T must(Result<T> result)
{
    if (!result) {
        std::cerr << result.error().message.debug_string() << " [" << result.error().detail << "]\n";
        std::exit(1);
    }
    return result_detail::release(result);
}

/// A body with the year's coordinator and co-coordinator, and members of whom a few change each year.
class Filler {
public:
    Filler(db::Transaction& tx, Instant now) : m_tx(tx), m_now(now) { }

    /// The id of the first body, whose pages are measured.
    Result<bodies::BodyId> fill()
    {
        for (int number = 0; number < organizations_of_the_region; ++number) {
            people::Organization const organization { id<people::OrganizationTag>(), fmt::format("Organisation régionale {}", number), fmt::format("OR{}", number) };
            TRY(people::insert_organization(m_tx, organization, m_now));
            people::Person const person { id<people::PersonTag>(), fmt::format("Personne Essai {}", number) };
            TRY(people::insert_person(m_tx, person, m_now));
            m_organizations.push_back(organization.id);
            m_persons.push_back(person.id);
        }
        std::vector<bodies::BodyId> ids;
        for (int number = 0; number < bodies_of_the_region; ++number) {
            bodies::Body body { id<bodies::BodyTag>(), bodies::BodyKind::Cluster, fmt::format("Cluster d’essai {}", number), fmt::format("CE{}", number), fmt::format("CE{}", number), geography::CountryCode::trusted("BFA") };
            if (number > 0)
                body.parent = ids[static_cast<std::size_t>(number - 1) / 8];
            TRY(bodies::insert_body(m_tx, body, m_now));
            ids.push_back(body.id);
            TRY(fill_body(body.id, number));
        }
        return ids.front();
    }

private:
    template<class Tag>
    Id<Tag> id() { return new_id<Tag>(m_now, m_chance); }

    template<class IdType>
    IdType const& nth(std::vector<IdType> const& list, int place) { return list[static_cast<std::size_t>(place) % list.size()]; }

    Result<void> fill_body(bodies::BodyId const& body, int number)
    {
        for (int member = 0; member < members_of_a_body; ++member)
            TRY(bodies::insert_membership(m_tx, { id<bodies::MembershipTag>(), body, nth(m_organizations, number * 7 + member), {}, bodies::MembershipStatus::Member,
                                                    Period::since(*Date::from(2017 + member % years_of_history, 1, 1)) }));
        for (int year = 0; year < years_of_history; ++year)
            for (auto const role : { bodies::MandateRole::Coordinator, bodies::MandateRole::CoCoordinator })
                TRY(bodies::insert_mandate(m_tx, { .id = id<bodies::MandateTag>(), .body = body, .role = role, .organization = nth(m_organizations, number + year),
                                                     .person = nth(m_persons, number * 3 + year * 2 + (role == bodies::MandateRole::Coordinator)),
                                                     .period = *Period::from(*Date::from(2017 + year, 1, 1), *Date::from(2017 + year, 12, 31)) }));
        return {};
    }

    db::Transaction& m_tx;
    Instant m_now;
    SeededChance m_chance { 3 };
    std::vector<people::OrganizationId> m_organizations;
    std::vector<people::PersonId> m_persons;
};

template<class Work>
double median_milliseconds(Work const& work)
{
    std::vector<double> times;
    for (int count = 0; count < repetitions; ++count) {
        auto const started = std::chrono::steady_clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count());
    }
    std::nth_element(times.begin(), times.begin() + times.size() / 2, times.end());
    return times[times.size() / 2];
}

} // namespace

int main(int count, char** words)
{
    if (count != 2) {
        std::cerr << "bench_bodies URL\n";
        return 2;
    }
    auto const now = *Instant::from_iso("2026-11-27T08:00:00Z");
    auto const db = must(db::Database::open({ words[1] }));
    auto const migrations = db::all_migrations();
    must(db::migrate(*db, { migrations.begin(), migrations.end() }, ".", now));
    auto const body = must(db->write([&](db::Transaction& tx) { return Filler(tx, now).fill(); })).text();

    web::Configuration const configuration;
    SeededChance chance { 5 };
    web::Authorizer const authorizer = bodies::authorizer();
    std::vector<web::MenuEntry> const menu;
    web::Router const router { bodies::feature().routes };
    boost::json::object figures;
    auto const page = [&](std::string const& name, std::string const& path, std::string const& field = {}, std::string const& value = {}) {
        figures[name] = median_milliseconds([&] {
            web::Request request;
            request.path = request.target = path;
            if (!field.empty())
                request.query.add(field, value);
            web::Context context { .db = *db, .configuration = configuration, .chance = chance, .now = now, .language = web::localization("fr"),
                .file_language = web::localization("fr", web::Medium::File), .visitor = web::Visitor { "account", "", "Awa Sanou", true }, .csrf_token = "token", .notice = {}, .authorizer = authorizer, .menu = menu };
            context.signing_key = "key";
            if (auto const status = web::answer(router, std::move(request), context).status; status != 200) {
                std::cerr << path << " answered " << status << "\n";
                std::exit(1);
            }
        });
    };
    page("bodies", "/bodies");
    page("bodies, search", "/bodies", "search", "essai 42");
    page("overview", "/bodies/" + body);
    page("members", "/bodies/" + body + "/members");
    page("mandates", "/bodies/" + body + "/mandates");
    page("why", "/bodies/" + body + "/rights");
    page("organigram", "/organigram", "country", "BFA");
    std::cout << boost::json::serialize(figures) << '\n';
}
