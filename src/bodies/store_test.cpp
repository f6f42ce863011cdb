#include "bodies/mandate_store.hpp"
#include "bodies/membership_store.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
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

Instant const monday_morning = *Instant::from_iso("2026-11-23T08:00:00Z");
Date const monday = *Date::from(2026, 11, 23);

struct World {
    db::Database& db;
    SeededChance chance { 11 };

    template<class Function>
    void write(Function const& function)
    {
        expect_success(db.write([&](db::Transaction& tx) -> Result<void> { return function(tx); }));
    }
    BodyId add_body(std::string code, std::optional<BodyId> parent = {}, std::string const& country = "BFA")
    {
        Body body { new_id<BodyTag>(monday_morning, chance), BodyKind::Cluster, "Cluster " + code, code, code, geography::CountryCode::trusted(country), parent };
        write([&](db::Transaction& tx) { return insert_body(tx, body, monday_morning); });
        return body.id;
    }
    PersonId add_person(std::string name, std::optional<OrganizationId> organization = {})
    {
        people::Person person { new_id<people::PersonTag>(monday_morning, chance), std::move(name) };
        if (organization)
            person.affiliations.push_back({ new_id<people::AffiliationTag>(monday_morning, chance), person.id, *organization, "", Period::since(*Date::from(2026, 1, 1)) });
        write([&](db::Transaction& tx) { return people::insert_person(tx, person, monday_morning); });
        return person.id;
    }
    OrganizationId add_organization(std::string name)
    {
        people::Organization const organization { new_id<people::OrganizationTag>(monday_morning, chance), std::move(name), "" };
        write([&](db::Transaction& tx) { return people::insert_organization(tx, organization, monday_morning); });
        return organization.id;
    }
    Membership membership(BodyId const& body, std::optional<OrganizationId> organization, std::optional<PersonId> person, MembershipStatus status, std::optional<Date> end = {})
    {
        return { new_id<MembershipTag>(monday_morning, chance), body, organization, person, status, *Period::from(*Date::from(2026, 1, 1), end) };
    }
    void add(Membership const& membership)
    {
        write([&](db::Transaction& tx) { return insert_membership(tx, membership); });
    }
    Mandate mandate(BodyId const& body, std::optional<OrganizationId> organization, std::optional<PersonId> person, MandateRole role, std::optional<Date> end = {})
    {
        return { .id = new_id<MandateTag>(monday_morning, chance), .body = body, .role = role, .organization = organization, .person = person, .period = *Period::from(*Date::from(2026, 1, 1), end) };
    }
    void add(Mandate const& mandate)
    {
        write([&](db::Transaction& tx) { return insert_mandate(tx, mandate); });
    }
    Result<void> ask(PersonId const& person, web::Right right, BodyId const& body, Instant now = monday_morning)
    {
        web::Visitor const visitor { "", person.text(), "", false };
        return db.read([&](db::Reader const& reader) { return authorizer()(reader, &visitor, right, body.text(), now); });
    }
};

} // namespace

TEST_CASE("a body comes back as it was saved, quiet times and aliases included")
{
    test::for_each_engine([](db::Database& db) {
        World world { db };
        Body body { new_id<BodyTag>(monday_morning, world.chance), BodyKind::DonorGroup, "Groupe des partenaires", "", "ptf", geography::CountryCode::trusted("MLI") };
        body.aliases = { { "Donors", "en" } };
        body.quiet = { { 5, 7 }, { *Date::from(2026, 9, 22) }, 0, 0 };
        world.write([&](db::Transaction& tx) { return insert_body(tx, body, monday_morning); });
        auto const found = expect_success(db.read([&](db::Reader const& reader) { return find_body_by_code(reader, "Ptf"); }));
        CHECK(found.id == body.id);
        CHECK(found.kind == BodyKind::DonorGroup);
        CHECK(found.code == "PTF");
        CHECK(found.aliases == body.aliases);
        CHECK(found.quiet == body.quiet);
        CHECK(expect_success(db.read([&](db::Reader const& reader) { return time_zone_of(reader, found); })) == "Africa/Bamako");
    });
}

TEST_CASE("an unknown code is answered with the codes that exist")
{
    test::for_each_engine([](db::Database& db) {
        World world { db };
        world.add_body("NUT");
        world.add_body("EHA");
        auto const unknown = db.read([&](db::Reader const& reader) { return find_body_by_code(reader, "xyz"); });
        REQUIRE_FALSE(unknown);
        CHECK(unknown.error().message.debug_string() == "No body has the code “xyz”. These exist: EHA, NUT.");
    });
}

TEST_CASE("two bodies do not share a code, nor report to each other")
{
    test::for_each_engine([](db::Database& db) {
        World world { db };
        auto const above = world.add_body("ICC");
        auto const below = world.add_body("NUT", above);
        auto const read = [&](BodyId const& id) { return expect_success(db.read([&](db::Reader const& reader) { return find_body(reader, id); })); };
        auto const save = [&](Body const& body) { return db.write([&](db::Transaction& tx) { return update_body(tx, body, monday_morning); }); };
        auto twin = read(below);
        twin.code = "icc";
        CHECK(save(twin).error().fields.at(0).field == "code");
        auto ring = read(above);
        ring.parent = below;
        CHECK(save(ring).error().fields.at(0).field == "parent");
        auto first = read(below);
        auto const second = first;
        first.name = "Cluster Nutrition";
        expect_success(save(first));
        CHECK(save(second).error().kind == ErrorKind::Conflict);
    });
}

TEST_CASE("members and mandates are listed as of any day")
{
    test::for_each_engine([](db::Database& db) {
        World world { db };
        auto const body = world.add_body("NUT");
        auto const agency = world.add_organization("Agence");
        auto const ngo = world.add_organization("Élan rural");
        auto const awa = world.add_person("Awa Sanou", agency);
        world.add(world.membership(body, ngo, {}, MembershipStatus::Member));
        world.add(world.mandate(body, agency, awa, MandateRole::Coordinator));
        world.add(world.membership(body, agency, {}, MembershipStatus::Observer, *Date::from(2026, 6, 30)));
        db.read([&](db::Reader const& reader) -> Result<void> {
            auto const now = expect_success(memberships_on(reader, body, monday));
            REQUIRE(now.size() == 1);
            CHECK(now[0].organization_name == "Élan rural");
            auto const acting = expect_success(mandates_on(reader, body, monday));
            REQUIRE(acting.size() == 1);
            CHECK(acting[0].person_name == "Awa Sanou");
            CHECK(expect_success(memberships_on(reader, body, *Date::from(2026, 6, 30))).size() == 2);
            CHECK(expect_success(list_memberships(reader, body)).size() == 2);
            CHECK(expect_success(member_organizations(reader, body, monday)).size() == 1);
            CHECK(expect_success(coordinators_of(reader, body, monday)) == std::vector<std::string> { "Awa Sanou" });
            CHECK(expect_success(bodies_of_person(reader, awa, monday)).size() == 1);
            CHECK(expect_success(bodies_of_person(reader, awa, *Date::from(2025, 6, 1))).empty());
            return {};
        });
    });
}

TEST_CASE("the same member does not belong twice at once; after the first ended, it may again")
{
    test::for_each_engine([](db::Database& db) {
        World world { db };
        auto const body = world.add_body("NUT");
        auto const ngo = world.add_organization("Élan rural");
        auto const first = world.membership(body, ngo, {}, MembershipStatus::Member);
        world.add(first);
        auto again = world.membership(body, ngo, {}, MembershipStatus::Member);
        auto const insert = [&] { return db.write([&](db::Transaction& tx) { return insert_membership(tx, again); }); };
        CHECK(insert().error().kind == ErrorKind::Conflict);
        CHECK(db.write([&](db::Transaction& tx) { return end_membership(tx, first.id, *Date::from(2025, 1, 1)); }).error().fields.at(0).field == "ends_on");
        world.write([&](db::Transaction& tx) { return end_membership(tx, first.id, *Date::from(2026, 11, 20)); });
        again.period = Period::since(monday);
        expect_success(insert());
    });
}

TEST_CASE("an expired mandate gives no right from midnight of the country, not of Greenwich")
{
    test::for_each_engine([](db::Database& db) {
        World world { db };
        auto const body = world.add_body("NUT", {}, "NER"); // one hour ahead of UTC
        auto const awa = world.add_person("Awa Sanou");
        world.add(world.mandate(body, {}, awa, MandateRole::Coordinator, monday));
        CHECK(world.ask(awa, edit_plan, body, *Instant::from_iso("2026-11-23T22:59:59Z")));
        auto const refused = world.ask(awa, edit_plan, body, *Instant::from_iso("2026-11-23T23:00:00Z"));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::Forbidden);
    });
}

TEST_CASE("people of a member organisation see the body; others do not; nobody acts in another body")
{
    test::for_each_engine([](db::Database& db) {
        World world { db };
        auto const nutrition = world.add_body("NUT");
        auto const water = world.add_body("EHA");
        auto const ngo = world.add_organization("Élan rural");
        auto const member = world.add_person("Issa", ngo);
        auto const stranger = world.add_person("Fanta");
        auto const coordinator = world.add_person("Awa");
        world.add(world.membership(nutrition, ngo, {}, MembershipStatus::Member));
        world.add(world.mandate(nutrition, {}, coordinator, MandateRole::CoCoordinator));
        CHECK(world.ask(member, view_body, nutrition));
        CHECK_FALSE(world.ask(member, edit_plan, nutrition));
        CHECK_FALSE(world.ask(stranger, view_body, nutrition));
        CHECK(world.ask(coordinator, edit_plan, nutrition));
        CHECK_FALSE(world.ask(coordinator, edit_plan, water));
    });
}

TEST_CASE("rights on the whole installation are the administrators'")
{
    test::for_each_engine([](db::Database& db) {
        auto const ask = [&](bool administrator) {
            web::Visitor const visitor { "", "", "", administrator };
            return db.read([&](db::Reader const& reader) { return authorizer()(reader, &visitor, manage_body, "", monday_morning); });
        };
        CHECK(ask(true));
        CHECK_FALSE(ask(false));
    });
}
