#include "people/person_store.hpp"
#include "people/store.hpp"
#include "support/engines.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::people;
using test::expect_success;

namespace {

Instant const monday = *Instant::from_iso("2026-11-23T08:00:00Z");

struct Fixture {
    db::Database& db;
    SeededChance chance { 7 };

    OrganizationId add_organization(std::string name, std::string acronym = {}, std::vector<Alias> aliases = {})
    {
        Organization organization { new_id<OrganizationTag>(monday, chance), std::move(name), std::move(acronym) };
        organization.aliases = std::move(aliases);
        organization.type = OrganizationType::InternationalNgo;
        expect_success(db.write([&](db::Transaction& tx) { return insert_organization(tx, organization, monday); }));
        return organization.id;
    }

    PersonId add_person(std::string name, std::string email = {}, std::optional<OrganizationId> organization = {})
    {
        Person person { new_id<PersonTag>(monday, chance), std::move(name), std::move(email) };
        if (organization)
            person.affiliations.push_back({ new_id<AffiliationTag>(monday, chance), person.id, *organization, "Chargée de programme", Period::since(*Date::from(2026, 1, 1)) });
        expect_success(db.write([&](db::Transaction& tx) { return insert_person(tx, person, monday); }));
        return person.id;
    }
};

} // namespace

TEST_CASE("an organisation comes back as it was saved, with its names in order")
{
    test::for_each_engine([](db::Database& db) {
        Fixture fixture { db };
        auto const id = fixture.add_organization("Secours du Sahel", "SDS", { { "Sahel Relief", "en" }, { "Secours-Sahel" } });
        auto const organization = expect_success(db.read([&](db::Reader const& reader) { return find_organization(reader, id); }));
        CHECK(organization.full_name() == "Secours du Sahel (SDS)");
        CHECK(organization.type == OrganizationType::InternationalNgo);
        CHECK(organization.aliases == std::vector<Alias> { { "Sahel Relief", "en" }, { "Secours-Sahel" } });
    });
}

TEST_CASE("a list of organisations is searched by any of their names and carries the aliases of its rows")
{
    test::for_each_engine([](db::Database& db) {
        Fixture fixture { db };
        fixture.add_organization("Secours du Sahel", "SDS", { { "Sahel Relief", "en" } });
        fixture.add_organization("Élan rural");
        fixture.add_organization("Eau vive du Gourma");
        db.read([&](db::Reader const& reader) -> Result<void> {
            auto const all = expect_success(list_organizations(reader, {}));
            REQUIRE(all.size() == 3);
            CHECK(all[0].name == "Eau vive du Gourma");
            CHECK(all[1].name == "Élan rural");
            auto const found = expect_success(list_organizations(reader, { "relief SAHEL" }));
            REQUIRE(found.size() == 1);
            CHECK(found[0].aliases.size() == 1);
            CHECK(expect_success(count_organizations(reader, { "du" })) == 2);
            CHECK(expect_success(count_organizations(reader, { "", OrganizationType::Academic })) == 0);
            CHECK(expect_success(list_organizations(reader, { "", {}, 1, 2 })).at(0).name == "Secours du Sahel");
            return {};
        });
    });
}

TEST_CASE("a change names the organisation anew, and who saves an older version overwrites nothing")
{
    test::for_each_engine([](db::Database& db) {
        Fixture fixture { db };
        auto const id = fixture.add_organization("Secours du Sahel", "SDS");
        auto organization = expect_success(db.read([&](db::Reader const& reader) { return find_organization(reader, id); }));
        organization.acronym = "SSA";
        auto const save = [&](Organization const& changed) { return db.write([&](db::Transaction& tx) { return update_organization(tx, changed, monday); }); };
        expect_success(save(organization));
        auto const late = save(organization);
        REQUIRE_FALSE(late);
        CHECK(late.error().kind == ErrorKind::Conflict);
        db.read([&](db::Reader const& reader) -> Result<void> {
            CHECK(expect_success(find_organization_by_name(reader, "ssa")).exact == id);
            CHECK_FALSE(expect_success(find_organization_by_name(reader, "SDS")).exact);
            return {};
        });
    });
}

TEST_CASE("an imported « UNDP » finds the PNUD that somebody had typed")
{
    test::for_each_engine([](db::Database& db) {
        Fixture fixture { db };
        auto const id = fixture.add_organization("PNUD");
        auto const match = expect_success(db.read([&](db::Reader const& reader) { return find_organization_by_name(reader, "UNDP"); }));
        CHECK(match.exact == id);
    });
}

TEST_CASE("what does not exist is not found, and says so")
{
    test::for_each_engine([](db::Database& db) {
        auto const nobody = db.read([&](db::Reader const& reader) { return find_person(reader, PersonId::trusted(std::string(25, 'z'))); });
        REQUIRE_FALSE(nobody);
        CHECK(nobody.error().kind == ErrorKind::NotFound);
        auto const nothing = db.read([&](db::Reader const& reader) { return find_organization(reader, OrganizationId::trusted(std::string(25, 'z'))); });
        CHECK(nothing.error().kind == ErrorKind::NotFound);
    });
}

TEST_CASE("« KONE Sanaba SIDIBE » is found by « sidibe », by organisation, and by address in any case")
{
    test::for_each_engine([](db::Database& db) {
        Fixture fixture { db };
        auto const organization = fixture.add_organization("Secours du Sahel");
        auto const id = fixture.add_person("KONE Sanaba SIDIBE", "Sanaba@exemple.org", organization);
        fixture.add_person("Awa Sanou");
        db.read([&](db::Reader const& reader) -> Result<void> {
            auto const today = monday.utc_date();
            auto const found = expect_success(list_persons(reader, { "sidibe", {}, today }));
            REQUIRE(found.size() == 1);
            CHECK(found[0].affiliations.at(0).organization == organization);
            CHECK(expect_success(count_persons(reader, { "", organization, today })) == 1);
            CHECK(expect_success(count_persons(reader, { "", organization, *Date::from(2025, 12, 31) })) == 0);
            CHECK(expect_success(find_person_by_email(reader, "SANABA@exemple.org"))->id == id);
            CHECK_FALSE(expect_success(find_person_by_email(reader, "")));
            CHECK(expect_success(count_persons(reader, { "100%", {}, today })) == 0);
            return {};
        });
    });
}

TEST_CASE("an affiliation ends, and cannot end before it starts")
{
    test::for_each_engine([](db::Database& db) {
        Fixture fixture { db };
        auto const id = fixture.add_person("Awa Sanou", "", fixture.add_organization("Secours du Sahel"));
        auto const affiliation = expect_success(db.read([&](db::Reader const& reader) { return find_person(reader, id); })).affiliations.at(0);
        auto const end = [&](Date day) { return db.write([&](db::Transaction& tx) { return end_affiliation(tx, affiliation.id, day); }); };
        CHECK(end(*Date::from(2025, 12, 31)).error().kind == ErrorKind::Invalid);
        expect_success(end(*Date::from(2026, 3, 31)));
        auto const person = expect_success(db.read([&](db::Reader const& reader) { return find_person(reader, id); }));
        CHECK(person.affiliation_on(*Date::from(2026, 4, 1)) == nullptr);
    });
}
