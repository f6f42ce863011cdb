// bench_rights URL — a body with ten years of mandates, engagements and delegations, written into the empty database at URL,
// then the microseconds that a right takes: the decision alone, and with reading its facts. Prints JSON.
#include "bodies/delegation_store.hpp"
#include "bodies/engagement_store.hpp"
#include "bodies/mandate_store.hpp"
#include "bodies/membership_store.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "db/migrations.hpp"
#include "db/migrator.hpp"
#include "people/person_store.hpp"
#include "people/store.hpp"
#include "web/context.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iostream>

using namespace toguna;

namespace {

constexpr int years = 10;
constexpr int repetitions = 2'001;

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

struct Filled {
    bodies::BodyId body;
    std::string person; ///< the information manager of today
};

/// Each year its lead agency, coordinator, co-coordinator with a signed engagement and information manager, and a delegation.
class Filler {
public:
    Filler(db::Transaction& tx, Instant now) : m_tx(tx), m_now(now) { }

    Result<Filled> fill()
    {
        bodies::Body const body { .id = id<bodies::BodyId>(), .name = "Cluster Nutrition", .acronym = "CN", .code = "NUT", .country = *geography::CountryCode::parse("BFA") };
        TRY(bodies::insert_body(m_tx, body, m_now));
        people::Organization const agency { id<people::OrganizationId>(), "Fonds pour l’enfance" };
        TRY(people::insert_organization(m_tx, agency, m_now));
        std::string last;
        for (int year = 2027 - years; year < 2027; ++year)
            last = TRY(fill_year(body.id, agency.id, year));
        return Filled { body.id, last };
    }

private:
    template<class IdType>
    IdType id() { return IdType::trusted(new_id_text(m_now, m_chance)); }

    Result<bodies::Mandate> add(bodies::BodyId const& body, bodies::MandateRole role, std::optional<people::OrganizationId> organization, int year, bool named = true)
    {
        std::optional<people::PersonId> holder;
        if (named) {
            people::Person const person { id<people::PersonId>(), fmt::format("Personne {} {}", static_cast<int>(role), year) };
            TRY(people::insert_person(m_tx, person, m_now));
            TRY(bodies::insert_membership(m_tx, { id<bodies::MembershipId>(), body, {}, person.id, bodies::MembershipStatus::Member, period_of(year) }));
            holder = person.id;
        }
        bodies::Mandate const mandate { .id = id<bodies::MandateId>(), .body = body, .role = role, .organization = std::move(organization), .person = holder, .period = period_of(year) };
        TRY(bodies::insert_mandate(m_tx, mandate));
        return mandate;
    }

    Result<std::string> fill_year(bodies::BodyId const& body, people::OrganizationId const& agency, int year)
    {
        TRY(add(body, bodies::MandateRole::LeadAgency, agency, year, false));
        auto const coordinator = TRY(add(body, bodies::MandateRole::Coordinator, agency, year));
        auto const co_coordinator = TRY(add(body, bodies::MandateRole::CoCoordinator, {}, year));
        auto const manager = TRY(add(body, bodies::MandateRole::InformationManager, {}, year));
        TRY(bodies::insert_engagement(m_tx, { .id = id<bodies::EngagementId>(), .body = body, .mandate = co_coordinator.id, .organization = agency, .lead_agency = {},
                                                .signed_on = period_of(year).start(), .valid_until = *period_of(year).end() }));
        TRY(bodies::insert_delegation(m_tx, { id<bodies::DelegationId>(), body, coordinator.id, manager.id, { bodies::Power::Publish }, period_of(year), "Partage du travail" }));
        return manager.person->text();
    }

    static Period period_of(int year) { return *Period::from(*Date::from(year, 1, 1), *Date::from(year, 12, 31)); }

    db::Transaction& m_tx;
    Instant m_now;
    SeededChance m_chance { 9 };
};

template<class Work>
double median_microseconds(Work const& work)
{
    std::vector<double> times;
    for (int count = 0; count < repetitions; ++count) {
        auto const started = std::chrono::steady_clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - started).count());
    }
    std::nth_element(times.begin(), times.begin() + times.size() / 2, times.end());
    return times[times.size() / 2];
}

} // namespace

int main(int count, char** words)
{
    if (count != 2) {
        std::cerr << "bench_rights URL\n";
        return 2;
    }
    auto const now = *Instant::from_iso("2026-11-27T08:00:00Z");
    auto const db = must(db::Database::open({ words[1] }));
    auto const migrations = db::all_migrations();
    must(db::migrate(*db, { migrations.begin(), migrations.end() }, ".", now));
    auto const filled = must(db->write([&](db::Transaction& tx) { return Filler(tx, now).fill(); }));

    web::Visitor const visitor { "account", filled.person, "Visiteur", false };
    boost::json::object figures;
    must(db->read([&](db::Reader const& reader) -> Result<void> {
        auto const facts = TRY(bodies::visitor_facts(reader, &visitor, filled.body, now));
        figures["decision alone, granted by delegation"] = median_microseconds([&] { must(bodies::decide(bodies::Right::Publish, facts)); });
        figures["decision alone, refused"] = median_microseconds([&] { (void)bodies::decide(bodies::Right::ManageMandates, facts); });
        auto const authorize = bodies::authorizer();
        figures["with its facts, daily work"] = median_microseconds([&] { must(authorize(reader, &visitor, bodies::edit_plan, filled.body.text(), now)); });
        figures["with its facts, a power"] = median_microseconds([&] { must(authorize(reader, &visitor, bodies::publish, filled.body.text(), now)); });
        return {};
    }));
    std::cout << boost::json::serialize(figures) << '\n';
    return 0;
}
