#include "people/known_acronyms.hpp"
#include "people/normalise.hpp"
#include "people/person.hpp"
#include "people/recognise.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::people;

namespace {

OrganizationId organization_id(int number)
{
    auto text = std::to_string(number);
    return OrganizationId::trusted(std::string(25 - text.size(), '0') + text);
}

OrganizationId const pnud = organization_id(1);
OrganizationId const crs = organization_id(2);
OrganizationId const acf = organization_id(3);
OrganizationId const ami_one = organization_id(4);
OrganizationId const ami_two = organization_id(5);
OrganizationId const health = organization_id(6);

std::vector<OrganizationName> known_here()
{
    std::vector<OrganizationName> names;
    auto const add = [&](OrganizationId const& id, std::string_view text) { names.push_back({ id, search_text(text) }); };
    add(pnud, "Programme des Nations unies pour le développement");
    add(pnud, "PNUD");
    add(pnud, "UNDP");
    add(crs, "Catholic Relief Services");
    add(crs, "CRS");
    add(acf, "Action contre la Faim");
    add(acf, "ACF");
    add(ami_one, "Aide médicale internationale");
    add(ami_one, "AMI");
    add(ami_two, "Association des mères inspirées");
    add(ami_two, "AMI");
    add(health, "Direction régionale de la santé");
    return names;
}

} // namespace

TEST_CASE("accents, case, dots, apostrophes and the order of words do not matter to a search")
{
    CHECK(search_text("  L’ONU-Femmes   (Côte d'Ivoire) ") == "l onu femmes cote d ivoire");
    CHECK(search_text("O.M.S.") == "oms");
    CHECK(search_text("Cœur & Ɓaaba Ŋaari") == "coeur baaba naari");
    CHECK(search_text("e\u0301te\u0301") == "ete");
    CHECK(matches(search_text("KONE Sanaba SIDIBE"), "sidibe"));
    CHECK(matches(search_text("KONE Sanaba SIDIBE"), "Sidibé Koné"));
    CHECK_FALSE(matches(search_text("KONE Sanaba SIDIBE"), "Traoré"));
}

TEST_CASE("bytes that are no UTF-8 are searched as spaces, not as a crash")
{
    CHECK(search_text("ab\xff\xfe cd") == "ab cd");
}

TEST_CASE("PNUD and UNDP are one organisation")
{
    CHECK(recognise_organization(known_here(), "pnud").exact == pnud);
    CHECK(recognise_organization(known_here(), "U.N.D.P.").exact == pnud);
    CHECK(recognise_organization(known_here(), "le PNUD").exact == pnud);
    CHECK(recognise_organization(known_here(), "programme des nations unies pour le developpement").exact == pnud);
}

TEST_CASE("a long name with its acronym in brackets is recognised by both, or by the one that is known")
{
    CHECK(recognise_organization(known_here(), "Catholic Relief Services (CRS)").exact == crs);
    CHECK(recognise_organization(known_here(), "CRS (Catholic Relief Services)").exact == crs);
    CHECK(recognise_organization(known_here(), "PNUD (coordination)").exact == pnud);
}

TEST_CASE("an acronym in brackets beside an unknown name is only a candidate: another organisation may share it")
{
    auto const match = recognise_organization(known_here(), "Centre de réflexion stratégique (CRS)");
    CHECK_FALSE(match.exact);
    CHECK(match.candidates == std::vector { crs });
}

TEST_CASE("an acronym that two organisations bear proposes both, and its long name decides")
{
    auto const match = recognise_organization(known_here(), "AMI");
    CHECK_FALSE(match.exact);
    CHECK(match.candidates == std::vector { ami_one, ami_two });
    CHECK(recognise_organization(known_here(), "Association des mères inspirées (AMI)").exact == ami_two);
}

TEST_CASE("ACF-Espagne may be ACF: a person decides")
{
    auto const match = recognise_organization(known_here(), "ACF-Espagne");
    CHECK_FALSE(match.exact);
    CHECK(match.candidates == std::vector { acf });
}

TEST_CASE("one typing error in a long name proposes it; in an acronym it does not")
{
    CHECK(recognise_organization(known_here(), "Action contre la Fiam").candidates == std::vector { acf });
    CHECK(recognise_organization(known_here(), "Catholic Relief Service").candidates == std::vector { crs });
    auto const other = recognise_organization(known_here(), "CRT");
    CHECK_FALSE(other.exact);
    CHECK(other.candidates.empty());
}

TEST_CASE("nothing is recognised in nothing")
{
    for (auto const* const text : { "", "  ", "()", "—", "( )" }) {
        auto const match = recognise_organization(known_here(), text);
        CHECK_FALSE(match.exact);
        CHECK(match.candidates.empty());
    }
}

TEST_CASE("a person is recognised by the same words in any order, and proposed by some of them")
{
    auto const sanaba = PersonId::trusted(std::string(25, 'a'));
    auto const other = PersonId::trusted(std::string(25, 'b'));
    std::vector<PersonName> const names { { sanaba, search_text("KONE Sanaba SIDIBE") }, { other, search_text("Sidibé Moussa") } };
    CHECK(recognise_person(names, "Sanaba Sidibé Koné").exact == sanaba);
    CHECK(recognise_person(names, "Sidibe").candidates == std::vector { sanaba, other });
    CHECK(recognise_person(names, "Sidibe Sanaba").candidates == std::vector { sanaba });
    CHECK_FALSE(recognise_person(names, "Awa").exact);
}

TEST_CASE("a well-known organisation brings its other names along")
{
    Organization organization { organization_id(9), "PNUD" };
    auto const result = checked(organization);
    REQUIRE(result);
    auto const& aliases = result->aliases;
    CHECK(std::find(aliases.begin(), aliases.end(), Alias { "UNDP", "en" }) != aliases.end());
    CHECK(std::find(aliases.begin(), aliases.end(), Alias { "PNUD", "fr" }) == aliases.end());
}

TEST_CASE("an acronym alone does not make an organisation of another name a well-known one")
{
    Organization organization { organization_id(9), "Bureau d’appui aux déplacés", "BAD" };
    auto const result = checked(organization);
    REQUIRE(result);
    CHECK(result->aliases.empty());
}

TEST_CASE("aliases come one a line, with their language in brackets, and repeated ones once")
{
    auto const aliases = read_aliases("UNDP (en)\n\n  Le  PNUD \n");
    CHECK(aliases == std::vector<Alias> { { "UNDP", "en" }, { "Le PNUD" } });
    CHECK(read_aliases(write_aliases(aliases)) == aliases);
    Organization organization { organization_id(9), "Tiiga", "TG", OrganizationType::NationalNgo, {}, {}, { { "tiiga" }, { "T.G." }, { "Tiga" }, { "TIGA" } } };
    CHECK(checked(organization)->aliases == std::vector<Alias> { { "Tiga" } });
}

TEST_CASE("an organisation without a name is refused at its field")
{
    auto const result = checked(Organization { organization_id(9), "  \u00a0 " });
    REQUIRE_FALSE(result);
    CHECK(result.error().kind == ErrorKind::Invalid);
    CHECK(result.error().fields.front().field == "name");
}

TEST_CASE("every type of organisation has a word that leads back to it")
{
    CHECK(organization_types().size() == 16);
    for (auto const type : organization_types())
        CHECK(organization_type_from(name_of(type)) == type);
    CHECK_FALSE(organization_type_from("ministry"));
}

TEST_CASE("a person keeps the name as written; the address loses its capitals")
{
    auto const person = checked(Person { PersonId::trusted(std::string(25, 'p')), "  KONE  Sanaba\nSIDIBE ", " Sanaba@Exemple.ORG " });
    REQUIRE(person);
    CHECK(person->full_name == "KONE Sanaba SIDIBE");
    CHECK(person->email == "sanaba@exemple.org");
}

TEST_CASE("all fields of a person that cannot be right are named at once")
{
    auto const person = checked(Person { PersonId::trusted(std::string(25, 'p')), "", "sanaba.exemple.org", "pas de numéro", "de" });
    REQUIRE_FALSE(person);
    CHECK(person.error().fields.size() == 4);
}

TEST_CASE("an address has one @, a dotted domain and nothing that could leave its header")
{
    for (auto const* const good : { "a@b.org", "awa.sanou+cluster@fao.example.org" })
        CHECK(looks_like_email(good));
    for (auto const* const bad : { "", "a", "a@b", "@b.org", "a@.org", "a@b..org", "a@b.org.", "a b@c.org", "a@b@c.org", "a@b.org\r\nBcc: x@y.org", "Awa <a@b.org>" })
        CHECK_FALSE(looks_like_email(bad));
}

TEST_CASE("a person's organisation is the one of that day")
{
    auto const day = [](int year, unsigned month, unsigned number) { return *Date::from(year, month, number); };
    Person person { PersonId::trusted(std::string(25, 'p')), "Awa Sanou" };
    auto const id = AffiliationId::trusted(std::string(25, 'f'));
    person.affiliations = { { id, person.id, acf, "", Period::since(day(2026, 2, 1)) }, { id, person.id, crs, "", *Period::from(day(2024, 1, 1), day(2026, 1, 31)) } };
    CHECK(person.affiliation_on(day(2026, 1, 31))->organization == crs);
    CHECK(person.affiliation_on(day(2026, 2, 1))->organization == acf);
    CHECK(person.affiliation_on(day(2023, 12, 31)) == nullptr);
}
