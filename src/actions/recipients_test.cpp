#include "actions/action_test_data.hpp"
#include "actions/recipients.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::actions;
using test::id;

namespace {

using Organizations = std::vector<people::OrganizationId>;
using People = std::vector<people::PersonId>;

auto const nutrition = id<bodies::BodyId>(1);
auto const faso_sante = id<people::OrganizationId>(1);
auto const helvetas = id<people::OrganizationId>(2);
auto const awa = id<people::PersonId>(1);
auto const boubacar = id<people::PersonId>(2);
auto const celine = id<people::PersonId>(3);
auto const drissa = id<people::PersonId>(4);

RosterPerson person(people::PersonId const& who, std::string email, Organizations organizations)
{
    return { who, "Nom " + who.text().substr(24), std::move(email), "fr", std::move(organizations) };
}

RosterMembership seat(people::OrganizationId const& organization, std::optional<people::PersonId> who = {})
{
    return { nutrition, organization, std::move(who) };
}

ActionPoint carried_by(Responsible::Kind kind, std::string who)
{
    auto action = test::action(1, "Former les relais");
    action.responsible = { { kind, std::move(who), "…" } };
    return action;
}

/// Awa sits for Faso Santé; Boubacar belongs to it without a seat; Céline belongs to Helvetas, which named nobody.
Roster cluster()
{
    return { { person(awa, "awa@faso.example", { faso_sante }), person(boubacar, "boubacar@faso.example", { faso_sante }),
                 person(celine, "celine@helvetas.example", { helvetas }), person(drissa, "", { helvetas }) },
        { seat(faso_sante, awa), seat(helvetas) } };
}

} // namespace

TEST_CASE("the focal persons of an organization are written to, not everybody who works there")
{
    CHECK(cluster().recipients_of(carried_by(Responsible::Kind::Organization, faso_sante.text())) == People { awa });
}

TEST_CASE("without a focal person, those of the organization who have an address are written to")
{
    CHECK(cluster().recipients_of(carried_by(Responsible::Kind::Organization, helvetas.text())) == People { celine });
}

TEST_CASE("a focal person without an address is listed, and colleagues who have one are written to")
{
    Roster const roster({ person(drissa, "", { helvetas }), person(celine, "celine@helvetas.example", { helvetas }) }, { seat(helvetas, drissa) });
    CHECK(roster.recipients_of(carried_by(Responsible::Kind::Organization, helvetas.text())) == People { drissa, celine });
}

TEST_CASE("« les membres du cluster » are the people of each member organization that has not answered")
{
    auto action = carried_by(Responsible::Kind::Body, nutrition.text());
    CHECK(cluster().recipients_of(action) == People { awa, celine });
    action.member_states = { { faso_sante, "Faso Santé", Status::DoneToConfirm, "" }, { helvetas, "Helvetas", Status::ToDo, "" } };
    CHECK(cluster().recipients_of(action) == People { celine });
}

TEST_CASE("a unit and a name that nobody recognised have nobody behind them")
{
    CHECK(cluster().recipients_of(carried_by(Responsible::Kind::Unit, "")).empty());
    CHECK(cluster().recipients_of(carried_by(Responsible::Kind::Person, "")).empty());
}

TEST_CASE("a person named twice is written to once")
{
    auto action = carried_by(Responsible::Kind::Person, awa.text());
    action.responsible.push_back({ Responsible::Kind::Organization, faso_sante.text(), "Faso Santé" });
    CHECK(cluster().recipients_of(action) == People { awa });
}

TEST_CASE("observers carry nothing and are not written to")
{
    Roster const roster({ person(awa, "awa@faso.example", { faso_sante }) }, { { nutrition, faso_sante, awa, true } });
    CHECK(roster.recipients_of(carried_by(Responsible::Kind::Body, nutrition.text())).empty());
}

TEST_CASE("a person speaks for the member organization they sit for, else for one they belong to")
{
    auto action = carried_by(Responsible::Kind::Body, nutrition.text());
    action.member_states = { { faso_sante, "Faso Santé", Status::ToDo, "" }, { helvetas, "Helvetas", Status::ToDo, "" } };
    CHECK(cluster().speaks_for(awa, action) == faso_sante);
    CHECK(cluster().speaks_for(celine, action) == helvetas);
    CHECK_FALSE(cluster().speaks_for(id<people::PersonId>(9), action));
}
