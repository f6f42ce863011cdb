#include "bodies/acquaintance_store.hpp"
#include "bodies/mandate_store.hpp"
#include "bodies/membership_store.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "people/contact_pages.hpp"
#include "people/person_store.hpp"
#include "people/store.hpp"
#include "support/engines.hpp"
#include "web/context.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::bodies;
using people::OrganizationId;
using people::PersonId;
using test::expect_success;

namespace {

Instant const noon = *Instant::from_iso("2026-11-23T12:00:00Z");
Date const today = *Date::from(2026, 11, 23);

struct Room {
    db::Database& db;
    SeededChance chance { 23 };

    template<class Tag>
    Id<Tag> id() { return new_id<Tag>(noon, chance); }

    OrganizationId organization(std::string name)
    {
        people::Organization const organization { id<people::OrganizationTag>(), std::move(name) };
        expect_success(db.write([&](db::Transaction& tx) { return people::insert_organization(tx, organization, noon); }));
        return organization.id;
    }
    PersonId person(std::string name, std::optional<OrganizationId> organization = {})
    {
        people::Person person { id<people::PersonTag>(), std::move(name) };
        if (organization)
            person.affiliations.push_back({ id<people::AffiliationTag>(), person.id, *organization, "", Period::since(*Date::from(2026, 1, 1)) });
        expect_success(db.write([&](db::Transaction& tx) { return people::insert_person(tx, person, noon); }));
        return person.id;
    }
    BodyId body(std::string code)
    {
        Body const body { id<BodyTag>(), BodyKind::Cluster, "Cluster " + code, code, code, geography::CountryCode::trusted("BFA") };
        expect_success(db.write([&](db::Transaction& tx) { return insert_body(tx, body, noon); }));
        return body.id;
    }
    void join(BodyId const& body, std::optional<OrganizationId> organization, std::optional<PersonId> person, MembershipStatus status = MembershipStatus::Member, Period period = Period::since(*Date::from(2026, 1, 1)))
    {
        expect_success(db.write([&](db::Transaction& tx) { return insert_membership(tx, { id<MembershipTag>(), body, std::move(organization), std::move(person), status, period }); }));
    }
    bool sees(PersonId const& looking, PersonId const& looked_at)
    {
        web::Visitor const visitor { "account", looking.text(), "", false };
        return expect_success(db.read([&](db::Reader const& reader) -> Result<bool> {
            bool const may = authorizer()(reader, &visitor, people::see_member_details, looked_at.text(), noon).has_value();
            CHECK(may == expect_success(share_a_body(reader, looking, looked_at, today)));
            return may;
        }));
    }
};

} // namespace

TEST_CASE("those who share a body today, themselves or through their organisation, see each other's details for members")
{
    test::for_each_engine([](db::Database& db) {
        Room room { db };
        auto const secours = room.organization("Secours du Sahel");
        auto const awa = room.person("Awa Sanou", secours);
        auto const issa = room.person("Issa Barry");
        auto const fanta = room.person("Fanta Cissé");
        auto const paul = room.person("Paul Ouattara");
        auto const nutrition = room.body("NUT");
        auto const health = room.body("SAN");
        CHECK_FALSE(room.sees(awa, issa));
        room.join(nutrition, secours, {});
        room.join(nutrition, {}, issa, MembershipStatus::Observer);
        room.join(health, {}, fanta);
        room.join(nutrition, {}, paul, MembershipStatus::Member, *Period::from(*Date::from(2026, 1, 1), today.plus_days(-1)));
        CHECK(room.sees(awa, issa));
        CHECK(room.sees(issa, awa));
        CHECK_FALSE(room.sees(issa, fanta));
        CHECK_FALSE(room.sees(issa, paul));
        expect_success(room.db.read([&](db::Reader const& reader) -> Result<void> {
            CHECK_FALSE(authorizer()(reader, nullptr, people::see_member_details, awa.text(), noon));
            return {};
        }));
    });
}
