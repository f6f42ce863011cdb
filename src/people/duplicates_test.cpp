#include "people/duplicates.hpp"
#include "people/normalise.hpp"
#include "people/merge_store.hpp"
#include "people/test_directory.hpp"

#include <doctest/doctest.h>

#include <thread>

using namespace toguna;
using namespace toguna::people;
using test::expect_success;

namespace {

OrganizationId organization_id(char letter) { return OrganizationId::trusted(std::string(25, letter)); }
PersonId person_id(char letter) { return PersonId::trusted(std::string(25, letter)); }

NameInUse named(char letter, std::string_view name) { return { organization_id(letter), false, search_text(name) }; }
NameInUse acronym(char letter, std::string_view text, OrganizationType type) { return { organization_id(letter), true, search_text(text), type }; }

} // namespace

TEST_CASE("organisations are likely one by the same name without accents, by one typing error, by acronym and type")
{
    std::vector<NameInUse> const names { named('a', "Élan rural"), named('b', "elan RURAL"), named('c', "Élan rurale"), named('d', "Secours du Sahel"),
        named('e', "Secours du Shael"), named('f', "Eau vive"), acronym('g', "AMI", OrganizationType::NationalNgo), acronym('h', "A.M.I.", OrganizationType::NationalNgo),
        acronym('i', "AMI", OrganizationType::Academic) };
    using Pair = LikelyDuplicate<OrganizationId>;
    CHECK(likely_duplicates(names) == std::vector<Pair> {
              { organization_id('a'), organization_id('b'), DuplicateReason::SameName },
              { organization_id('a'), organization_id('c'), DuplicateReason::SimilarName },
              { organization_id('b'), organization_id('c'), DuplicateReason::SimilarName },
              { organization_id('d'), organization_id('e'), DuplicateReason::SimilarName },
              { organization_id('g'), organization_id('h'), DuplicateReason::SameAcronymAndType },
          });
}

TEST_CASE("one letter more, less or other at the start, in the middle and at the end is one typing error")
{
    for (auto const* other : { "ecours du sahel", "xecours du sahel", "secours u sahel", "secours  dusahel", "secours du sahe", "secours du sahels", "secoursdu sahel" }) {
        std::vector<NameInUse> const names { { organization_id('a'), false, "secours du sahel" }, { organization_id('b'), false, other } };
        CHECK_MESSAGE(likely_duplicates(names).size() == (std::string_view(other) == "secours  dusahel" ? 0U : 1U), other);
    }
}

TEST_CASE("persons are likely one by the same words in any order or the same address; one name alone is no sign")
{
    std::vector<PersonInUse> const persons { { person_id('a'), "kone sanaba sidibe" }, { person_id('b'), "sidibe kone sanaba" }, { person_id('c'), "sidibe" }, { person_id('d'), "sidibe" },
        { person_id('e'), "awa sanou", "awa@exemple.org" }, { person_id('f'), "a sanou", "awa@exemple.org" } };
    using Pair = LikelyDuplicate<PersonId>;
    CHECK(likely_duplicates(persons) == std::vector<Pair> { { person_id('a'), person_id('b'), DuplicateReason::SameWords }, { person_id('e'), person_id('f'), DuplicateReason::SameAddress } });
}

TEST_CASE("an organisation cannot be part of itself, however long the way round: by the page")
{
    test::for_each_engine([](db::Database& db) {
        TestDirectory directory { db };
        auto const family = directory.add_organization("Famille Secours");
        auto const branch = directory.add_organization("Secours Sahel");
        auto const office = directory.add_organization("Secours Sahel, bureau de Dori");
        auto const save = [&](OrganizationId const& id, std::string const& parent) {
            auto const organization = directory.organization(id);
            return directory.post("/organizations/" + id.text(), { { "name", organization.name }, { "type", "international_ngo" }, { "parent", parent }, { "version", std::to_string(organization.version) } });
        };
        CHECK(save(branch, "Famille Secours").status == 303);
        CHECK(save(office, "Secours Sahel").status == 303);
        auto const refused = save(family, "Secours Sahel, bureau de Dori");
        CHECK(refused.status == 422);
        CHECK(shows(refused, "fait elle-même partie de celle-ci"));
        CHECK(save(family, "Famille Secours").status == 422);
        CHECK_FALSE(directory.organization(family).parent);
        CHECK(shows(directory.get("/organizations/" + family.text()), "/organizations/" + branch.text()));
        CHECK(shows(directory.get("/organizations/" + office.text()), "Secours Sahel</a>"));
    });
}

TEST_CASE("two who make each other parent at the same moment do not both succeed")
{
    test::for_each_engine([](db::Database& db) {
        TestDirectory directory { db };
        auto const one = directory.organization(directory.add_organization("Alliance du nord"));
        auto const two = directory.organization(directory.add_organization("Alliance du sud"));
        auto const put = [&](Organization child, OrganizationId const& parent, bool& done) {
            child.parent = parent;
            done = db.write([&](db::Transaction& tx) { return update_organization(tx, child, directory.clock); }).has_value();
        };
        bool first = false;
        bool second = false;
        std::thread other([&] { put(two, one.id, second); });
        put(one, two.id, first);
        other.join();
        CHECK(first != second);
    });
}

TEST_CASE("a merged organisation's names, people, posts and branches belong to the one that is kept, and its address leads there")
{
    test::for_each_engine([](db::Database& db) {
        TestDirectory directory { db };
        auto const kept = directory.add_organization("Secours du Sahel", "SDS");
        auto const lost = directory.add_organization("Sahel Relief", "SR", { { "Secours-Sahel" } });
        auto const branch = directory.add_organization("Sahel Relief Dori");
        auto const child = directory.organization(branch);
        directory.post("/organizations/" + branch.text(), { { "name", child.name }, { "type", "other" }, { "parent", "Sahel Relief" }, { "version", "1" } });
        auto const person = directory.add_person("Awa Sanou", lost);
        CHECK(shows(directory.get("/organizations/" + lost.text() + "/merge", { { "into", kept.text() } }), "value=\"Secours du Sahel\""));
        CHECK(directory.post("/organizations/" + lost.text() + "/merge", { { "into", "Sahel Relief" } }).status == 422);
        CHECK(location_of(directory.post("/organizations/" + lost.text() + "/merge", { { "into", "SDS" } })) == "/organizations/" + kept.text());

        CHECK(location_of(directory.get("/organizations/" + lost.text())) == "/organizations/" + kept.text());
        CHECK(directory.organization(lost).id == kept);
        CHECK(directory.person(person).affiliations.at(0).organization == kept);
        CHECK(directory.organization(branch).parent == kept);
        CHECK(shows(directory.get("/organizations/" + kept.text()), "Sahel Relief · SR · Secours-Sahel"));
        CHECK_FALSE(shows(directory.get("/organizations", { { "search", "relief" } }), lost.text()));
        CHECK(directory.events_of(lost.text()).at(0).event.kind == "people.organization_merged");
        CHECK(directory.post("/organizations/" + kept.text() + "/merge", { { "into", "Sahel Relief" } }).status == 422);
        CHECK(directory.post("/organizations/" + lost.text() + "/merge", { { "into", "SDS" } }).status == 303); // leads on; nothing is left to merge
        directory.visitor = web::Visitor { "account", std::string(25, 'q'), "Issa Barry", false };
        CHECK(directory.post("/organizations/" + branch.text() + "/merge", { { "into", "SDS" } }).status == 403);
    });
}

TEST_CASE("an organisation merged into its own branch leaves no circle")
{
    test::for_each_engine([](db::Database& db) {
        TestDirectory directory { db };
        auto const top = directory.add_organization("Famille Secours");
        auto const middle = directory.add_organization("Secours Sahel");
        auto const leaf = directory.add_organization("Secours Sahel Dori");
        for (auto const& [id, parent] : { std::pair { middle, "Famille Secours" }, std::pair { leaf, "Secours Sahel" } })
            directory.post("/organizations/" + id.text(), { { "name", directory.organization(id).name }, { "type", "other" }, { "parent", parent }, { "version", "1" } });
        CHECK(directory.post("/organizations/" + top.text() + "/merge", { { "into", "Secours Sahel Dori" } }).status == 303);
        CHECK_FALSE(directory.organization(leaf).parent);
        CHECK(directory.organization(middle).parent == leaf);
    });
}

TEST_CASE("likely duplicates are shown to whoever keeps the directory, who may say that they are two")
{
    test::for_each_engine([](db::Database& db) {
        TestDirectory directory { db };
        CHECK(shows(directory.get("/organizations/duplicates"), "Aucun doublon probable"));
        auto const one = directory.add_organization("Élan rural");
        auto const two = directory.add_organization("Elan Rural");
        CHECK(shows(directory.get("/organizations/duplicates"), "même nom"));
        CHECK(directory.post("/organizations/duplicates", { { "first", two.text() }, { "second", one.text() } }).status == 303);
        CHECK(shows(directory.get("/organizations/duplicates"), "Aucun doublon probable"));
        directory.add_person("KONE Sanaba SIDIBE");
        directory.add_person("Sidibé Koné Sanaba");
        CHECK(shows(directory.get("/people/duplicates"), "mêmes noms"));
        CHECK(directory.post("/people/duplicates", { { "first", "x" } }).status == 404);
    });
}

TEST_CASE("a merged person's affiliations, posts and addresses belong to the one that is kept")
{
    test::for_each_engine([](db::Database& db) {
        TestDirectory directory { db };
        auto const organization = directory.add_organization("Secours du Sahel", "SDS");
        auto const kept = directory.add_person("KONE Sanaba SIDIBE", {}, {}, "sanaba@exemple.org");
        auto const lost = directory.add_person("Sanaba Sidibé", organization, "Chargée de programme", "s.sidibe@exemple.org");
        CHECK(directory.post("/people/" + lost.text() + "/merge", { { "into", "KONE Sanaba SIDIBE" } }).status == 303);
        auto const person = directory.person(lost);
        CHECK(person.id == kept);
        CHECK(person.email == "sanaba@exemple.org");
        CHECK(person.affiliations.at(0).organization == organization);
        auto const page = directory.get("/people/" + kept.text());
        CHECK(shows(page, "s.sidibe@exemple.org"));
        CHECK(location_of(directory.get("/people/" + lost.text())) == "/people/" + kept.text());
        CHECK_FALSE(shows(directory.get("/people"), lost.text()));
        CHECK(directory.post("/people/" + kept.text() + "/merge", { { "into", "KONE Sanaba SIDIBE" } }).status == 422);
        CHECK(directory.events_of(lost.text()).at(0).event.kind == "people.person_merged");
    });
}
