#include "actions/responsible_names.hpp"
#include "people/normalise.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::actions;

namespace {

KnownActors sample_actors()
{
    auto const person = people::PersonId::trusted("person");
    auto const wfp = people::OrganizationId::trusted("wfp");
    return {
        .person_names = { { person, people::search_text("KONE Sanaba SIDIBE") } },
        .organization_names = { { wfp, people::search_text("Programme alimentaire mondial") }, { wfp, "pam" }, { wfp, "wfp" } },
        .persons = { { Responsible::Kind::Person, "person", "KONE Sanaba SIDIBE" } },
        .organizations = { { Responsible::Kind::Organization, "wfp", "PAM" } },
        .bodies = { { bodies::BodyId::trusted("nut"), "Cluster Nutrition", "NUT", "Membres de NUT" }, { bodies::BodyId::trusted("san"), "Cluster Santé", "SAN", "Membres de SAN" } },
        .units = { "La coordination du cluster" },
    };
}

Responsible recognised(std::string_view name)
{
    auto const found = recognise_responsible(name, sample_actors(), {});
    REQUIRE(found.known);
    return found.responsible;
}

} // namespace

TEST_CASE("a person, an organization and a unit are recognised however they are written")
{
    CHECK((recognised("Sidibé Koné Sanaba") == Responsible { Responsible::Kind::Person, "person", "KONE Sanaba SIDIBE" }));
    CHECK((recognised(" wfp ") == Responsible { Responsible::Kind::Organization, "wfp", "PAM" }));
    CHECK((recognised("la Coordination du Cluster") == Responsible { Responsible::Kind::Unit, "", "La coordination du cluster" }));
}

TEST_CASE("« les membres » are those of the action's own body, unless another body is named")
{
    for (auto const* words : { "Membres du cluster", "Tous les membres", "membres", "Cluster Nutrition", "NUT", "Members of the cluster", "Membres de NUT", "les membres du cluster nutrition" })
        CHECK_MESSAGE((recognised(words) == Responsible { Responsible::Kind::Body, "nut", "Membres de NUT" }), words);
    for (auto const* words : { "Membres du cluster santé", "SAN", "membres de SAN" })
        CHECK_MESSAGE(recognised(words).id == "san", words);
}

TEST_CASE("nobody by that name is no person and no organization, but stays as it was written")
{
    auto const found = recognise_responsible("Comité des sages", sample_actors(), {});
    CHECK_FALSE(found.known);
    CHECK(found.responsible.kind == Responsible::Kind::Unit);
    CHECK(found.responsible.name == "Comité des sages");
    CHECK((recognise_responsible("Koné", sample_actors(), {}).candidates == std::vector<std::string> { "KONE Sanaba SIDIBE" }));
    std::vector<Responsible> const present { { Responsible::Kind::Unit, "", "Comité des sages" } };
    CHECK(recognise_responsible("Comité des sages", sample_actors(), present).known);
}

TEST_CASE("every member of the body owes its own part, and what was said of it stays")
{
    auto const organization = [](char const* id) { return people::OrganizationId::trusted(id); };
    std::vector<MemberState> const present { { organization("a"), "A", Status::DoneToConfirm, "carte envoyée" }, { organization("gone"), "Parti", Status::ToDo, "" },
        { organization("left"), "Partie après", Status::Blocked, "route coupée" } };
    auto const states = states_of_members(present, { { organization("b"), "B" }, { organization("a"), "A" }, { organization("b"), "B" } });
    REQUIRE(states.size() == 3);
    CHECK(states[0].organization_name == "B");
    CHECK(states[0].status == Status::ToDo);
    CHECK(states[1].note == "carte envoyée");
    CHECK(states[2].note == "route coupée");
}
