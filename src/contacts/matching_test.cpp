#include "contacts/contact_cards.hpp"
#include "contacts/matching.hpp"
#include "people/normalise.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace toguna;
using namespace toguna::contacts;

namespace {

std::string id_text(char letter) { return std::string(25, letter); }
people::PersonId person_id(char letter) { return people::PersonId::trusted(id_text(letter)); }
people::OrganizationId organization_id(char letter) { return people::OrganizationId::trusted(id_text(letter)); }

KnownPerson known(char letter, std::string name, std::vector<std::string> emails = {}, std::vector<people::OrganizationId> organizations = {})
{
    auto key = people::search_text(name);
    return { person_id(letter), std::move(name), std::move(key), std::move(emails), {}, {}, std::move(organizations) };
}

/// UNICEF, the FAO and a local organisation; three persons.
Directory directory()
{
    return Directory({ known('a', "KONE Sanaba SIDIBE", { "sanaba@example.org" }, { organization_id('u') }), known('b', "Moussa Traoré", {}, { organization_id('f') }),
                         known('c', "Aïssata Ouédraogo", {}, {}) },
        { { organization_id('u'), "UNICEF", "UNICEF" }, { organization_id('f'), "FAO", "FAO" }, { organization_id('e'), "Élan rural", "ER" } },
        { { organization_id('u'), "unicef" }, { organization_id('u'), "fonds des nations unies pour l enfance" }, { organization_id('f'), "fao" }, { organization_id('e'), "elan rural" },
            { organization_id('e'), "er" } });
}

/// The list is kept: outcomes point into it.
struct Matched {
    ContactList list;
    Directory known_before = directory();
    Outcomes outcomes;

    explicit Matched(std::string_view text, Decisions const& decisions = {})
    {
        list = read_list(read_contact_text(text).value());
        outcomes = match(list, known_before, decisions);
    }
    PersonOutcome const& of(std::string_view name) const
    {
        return *std::ranges::find_if(outcomes.people, [&](auto const& outcome) { return outcome.row->name == name; });
    }
};

} // namespace

TEST_CASE("somebody known is found whatever the order, case and accents of the name, when organisation or address agree")
{
    Matched const matched("Nom\tOrganisation\tEmail\nSidibé Koné Sanaba\tFonds des Nations unies pour l’enfance\t\nouedraogo aissata\tPAM\t\nS. Sidibe\tOMS\tsanaba@example.org\n");
    CHECK(matched.of("Sidibé Koné Sanaba").person == person_id('a'));
    CHECK(matched.of("ouedraogo aissata").person == person_id('c'));
    CHECK(matched.of("S. Sidibe").person == person_id('a'));
    CHECK(matched.outcomes.undecided() == 0);
}

TEST_CASE("a homonym of another organisation, half a name and a slip of the finger wait for a person to decide")
{
    Matched const matched("Nom\tOrganisation\nMoussa Traoré\tUNICEF\nSanaba Sidibe\tUNICEF\nAïssata Ouédraoog\tOMS\nPersonne Nouvelle\tOMS\n");
    for (auto const* name : { "Moussa Traoré", "Sanaba Sidibe", "Aïssata Ouédraoog" }) {
        CHECK_MESSAGE(matched.of(name).standing == Standing::Undecided, name);
        CHECK_MESSAGE(matched.of(name).candidates.size() == 1, name);
        CHECK_FALSE(matched.of(name).reason.empty());
    }
    CHECK(matched.of("Personne Nouvelle").standing == Standing::New);
}

TEST_CASE("an organisation is found by any of its names, a new one is proposed, an antenna waits with its people")
{
    Matched const matched("Nom\tOrganisation\nAwa Sanou\tE.R.\nIssa Barry\tÉlan rural (ER)\nFanta Cissé\tÉlan rural Gao\nPaul Diarra\tCatholic Relief Services (CRS)\n");
    CHECK(matched.outcomes.find(matched.of("Awa Sanou").row->organization)->organization == organization_id('e'));
    CHECK(matched.of("Awa Sanou").row->organization == matched.of("Issa Barry").row->organization);
    CHECK(matched.outcomes.find(matched.of("Fanta Cissé").row->organization)->standing == Standing::Undecided);
    CHECK(matched.of("Fanta Cissé").waits);
    CHECK(matched.outcomes.find(matched.of("Paul Diarra").row->organization)->standing == Standing::New);
    CHECK(matched.outcomes.ready() == 3);
}

TEST_CASE("what a person decided holds; a decision for somebody who does not exist is none")
{
    std::string const text = "Nom\tOrganisation\nMoussa Traoré\tUNICEF\nFanta Cissé\tÉlan rural Gao\n";
    Matched const before(text);
    auto const row = before.of("Moussa Traoré").row->key;
    auto const organization = decision_key(before.list.organizations[1]);
    CHECK(Matched(text, { { row, *decision_from("existing:" + id_text('b')) } }).of("Moussa Traoré").person == person_id('b'));
    CHECK(Matched(text, { { row, *decision_from("new") } }).of("Moussa Traoré").standing == Standing::New);
    CHECK(Matched(text, { { row, *decision_from("leave_out") } }).of("Moussa Traoré").standing == Standing::LeftOut);
    CHECK(Matched(text, { { row, *decision_from("existing:" + id_text('z')) } }).of("Moussa Traoré").standing == Standing::Undecided);
    CHECK_FALSE(Matched(text, { { organization, *decision_from("new") } }).of("Fanta Cissé").waits);
    CHECK_FALSE(decision_from("drop table").has_value());
}
