#include "people/chooser_store.hpp"
#include "people/test_directory.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::people;
using test::expect_success;

namespace {

PersonId const sanaba = PersonId::trusted(std::string(25, 's'));
PersonId const awa = PersonId::trusted(std::string(25, 'a'));

} // namespace

TEST_CASE("a ticked candidate counts while the typed words may mean it; words written anew win over it")
{
    CHECK(decided_by<PersonId>({ "sidibe", sanaba.text() }, { {}, { awa, sanaba } }) == sanaba);
    CHECK(decided_by<PersonId>({ "Awa Sanou", sanaba.text() }, { awa, {} }) == awa);
    CHECK_FALSE(decided_by<PersonId>({ "sidibe", "not an id" }, { {}, { awa, sanaba } }));
    CHECK_FALSE(decided_by<PersonId>({ "sidibe", "" }, { {}, { sanaba } }));
}

TEST_CASE("a person is chosen by name in any order; a part of the name asks back, an unknown one says what to do")
{
    test::for_each_engine([](db::Database& db) {
        TestDirectory directory { db };
        auto const id = directory.add_person("KONE Sanaba SIDIBE");
        directory.add_person("Moussa SIDIBÉ");
        db.read([&](db::Reader const& reader) -> Result<void> {
            CHECK(expect_success(resolve_person(reader, { "sidibé koné sanaba" }, "person")) == id);
            CHECK(expect_success(resolve_person(reader, { "Sidibe", id.text() }, "person")) == id);
            auto const several = resolve_person(reader, { "sidibe" }, "person");
            REQUIRE_FALSE(several);
            CHECK(several.error().kind == ErrorKind::Invalid);
            CHECK(several.error().fields.at(0).field == "person");
            CHECK(expect_success(match_person(reader, "sidi")).candidates.size() == 2);
            CHECK_FALSE(resolve_person(reader, { "Traoré", id.text() }, "person"));
            CHECK_FALSE(resolve_person(reader, { "", id.text() }, "person"));
            CHECK_FALSE(expect_success(resolve_optional_person(reader, { " ", id.text() }, "person")));
            return {};
        });
    });
}

TEST_CASE("of more namesakes than a field can offer, the one that was chosen before stays chosen")
{
    test::for_each_engine([](db::Database& db) {
        TestDirectory directory { db };
        PersonId last = directory.add_person("Awa Sanou");
        for (int count = 0; count < 11; ++count)
            last = directory.add_person("Awa Sanou");
        db.read([&](db::Reader const& reader) -> Result<void> {
            CHECK(expect_success(match_person(reader, "Awa Sanou")).candidates.size() == most_candidates);
            CHECK(expect_success(resolve_person(reader, expect_success(chosen_person(reader, last)), "person")) == last);
            return {};
        });
    });
}

TEST_CASE("an organisation is chosen by any of its names; a typing error and a beginning ask back")
{
    test::for_each_engine([](db::Database& db) {
        TestDirectory directory { db };
        auto const sds = directory.add_organization("Secours du Sahel", "SDS", { { "Sahel Relief", "en" } });
        auto const ami = directory.add_organization("Aide médicale du Gourma", "AMI");
        directory.add_organization("Association des mères inspirées", "AMI");
        db.read([&](db::Reader const& reader) -> Result<void> {
            auto const resolve = [&](std::string words, std::string choice = {}) { return resolve_organization(reader, { std::move(words), std::move(choice) }, "organization"); };
            CHECK(expect_success(resolve("sds")) == sds);
            CHECK(expect_success(resolve("SAHEL RELIEF")) == sds);
            CHECK(expect_success(resolve("Secours du Sahel (SDS)")) == sds);
            CHECK_FALSE(resolve("Secour du Sahel"));
            CHECK(expect_success(resolve("Secour du Sahel", sds.text())) == sds);
            CHECK_FALSE(resolve("AMI"));
            CHECK(expect_success(resolve("AMI", ami.text())) == ami);
            CHECK(expect_success(match_organization(reader, "gourma")).candidates == std::vector { ami });
            CHECK(expect_success(resolve_organization(reader, expect_success(chosen_organization(reader, sds)), "organization")) == sds);
            return {};
        });
    });
}

TEST_CASE("a form that names an organisation in doubt comes back with the words and the candidates to tick")
{
    test::for_each_engine([](db::Database& db) {
        TestDirectory directory { db };
        auto const ami = directory.add_organization("Aide médicale du Gourma", "AMI");
        directory.add_organization("Association des mères inspirées", "AMI");
        auto const refused = directory.post("/people", { { "full_name", "Awa Sanou" }, { "language", "fr" }, { "organization", "ami" }, { "function", "Chargée de programme" } });
        CHECK(refused.status == 422);
        CHECK(shows(refused, "value=\"ami\""));
        CHECK(shows(refused, "Plusieurs organisations peuvent être visées."));
        CHECK(shows(refused, "name=\"organization_choice\" value=\"" + ami.text() + "\" type=\"radio\""));
        CHECK(shows(refused, "Chargée de programme"));
        auto const saved = directory.post("/people",
            { { "full_name", "Awa Sanou" }, { "language", "fr" }, { "organization", "ami" }, { "organization_choice", ami.text() }, { "function", "Chargée de programme" } });
        REQUIRE(saved.status == 303);
        CHECK(shows(directory.get(location_of(saved)), "AMI"));
        CHECK(shows(directory.post(location_of(saved) + "/affiliations", { { "organization", "Inconnue" } }), "Aucune organisation ne s’appelle"));
        CHECK(directory.post(location_of(saved) + "/affiliations", { { "organization", "" } }).status == 422);
    });
}

TEST_CASE("all that is wrong in a form is said at once, the organisation too")
{
    test::for_each_engine([](db::Database& db) {
        TestDirectory directory { db };
        auto const refused = directory.post("/people", { { "full_name", "" }, { "language", "fr" }, { "organization", "Inconnue" } });
        CHECK(shows(refused, "Écrivez le nom de la personne"));
        CHECK(shows(refused, "Aucune organisation ne s’appelle"));
    });
}

TEST_CASE("suggestions while one types: few, those that begin with the words first, and what tells namesakes apart")
{
    test::for_each_engine([](db::Database& db) {
        TestDirectory directory { db };
        auto const sds = directory.add_organization("Secours du Sahel", "SDS");
        directory.add_organization("Alliance des secours du Niger");
        directory.add_person("KONE Sanaba SIDIBE", sds, "Chargée de programme");
        for (int count = 0; count < 12; ++count)
            directory.add_person("Sidibé Awa " + std::string(1, static_cast<char>('a' + count)));
        auto const persons = directory.get("/people/suggest", { { "q", "sidibe sanaba" } });
        CHECK(persons.body == R"([{"name":"KONE Sanaba SIDIBE","note":"SDS, Chargée de programme"}])");
        db.read([&](db::Reader const& reader) -> Result<void> {
            CHECK(expect_success(suggest_persons(reader, "sidibe", directory.clock.utc_date())).size() == most_candidates);
            CHECK(expect_success(suggest_persons(reader, " ", directory.clock.utc_date())).empty());
            return {};
        });
        CHECK(directory.get("/organizations/suggest", { { "q", "secours" } }).body.starts_with(R"([{"name":"Secours du Sahel","note":"SDS"})"));
        directory.visitor.reset();
        CHECK(directory.get("/people/suggest", { { "q", "sidibe" } }).status == 303);
    });
}
