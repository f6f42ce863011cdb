#include "contacts/contact_cards.hpp"
#include "contacts/contact_columns.hpp"
#include "contacts/contact_list.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace toguna;
using namespace toguna::contacts;

namespace {

ContactGrid pasted(std::string_view text)
{
    auto grid = read_contact_text(text);
    REQUIRE_MESSAGE(grid.has_value(), (grid ? "" : grid.error().message.debug_string()));
    return std::move(*grid);
}

ContactList list_of(std::string_view text) { return read_list(pasted(text)); }

ContactRow const& person(ContactList const& list, std::string_view name)
{
    auto const found = std::ranges::find(list.people, name, &ContactRow::name);
    REQUIRE_MESSAGE(found != list.people.end(), "Nobody is called ", name);
    return *found;
}

/// The shapes of the participants of a real meeting, with invented people: names in any order and case, a directorate, a
/// women's association with its acronym in quotes, an antenna, an acronym in brackets, headings again after a page break.
constexpr char const* participants = "Liste des participants :\n"
                                     "No.\tNom & Prénom\tOrganisation\n"
                                     "1\tSalif Zongo\tAVSF\n"
                                     "2\tBARRY Fanta OUATTARA\tDirection Nationale du Développement Social\n"
                                     "3\tTRAOOLE Paul\tSolidarité Internationale pour l'Afrique (SIA)\n"
                                     "4\tJean-Marc Kabore\tUNDP\n"
                                     "5\tIbrahim Sawadogo\tPNUD\n"
                                     "6\tMariam Diallo\tUNDP\n"
                                     "7\tAlhassane Ag Moussa\tONU Femmes\n"
                                     "8\tRokia Maiga\tOCHA\n"
                                     "\n"
                                     "No.\tNom & Prénom\tOrganisation\n"
                                     "9\tAwa Ba\tAssociation d'assistance aux filles mères Djigui Tugu Ton \"AFM\"\n"
                                     "10\tMoussa Koita\tACTION CONTRE LA FAIM ACF-Espagne\n"
                                     "11\tRobert Mbuyi\tIEDA Relief\n"
                                     "12\tKetty Umutoni\tIEDA Relief\n"
                                     "13\tousmane Ganame\tOIM\n"
                                     "14\tPhilippine Marchand\tACTED\n"
                                     "15\tAnicet Mwamba\tWVI\n"
                                     "16\tIssouf yana Sanou\tCatholic Relief Services (CRS)\n"
                                     "17\tAbdoulaye Ouedraogo\tMercy Corps\n";

} // namespace

TEST_CASE("the participants of a meeting, pasted with their page break, are 17 persons of 14 organisations; PNUD and UNDP are one")
{
    auto const list = list_of(participants);
    CHECK(list.people.size() == 17);
    CHECK(list.organizations.size() == 14);
    CHECK(totals_of(list).debug_string() == "17 persons, 14 organisations");
    CHECK(person(list, "Ibrahim Sawadogo").organization == person(list, "Mariam Diallo").organization);
    CHECK(list.skipped.empty());
    auto const* const relief = list.find(person(list, "Issouf yana Sanou").organization);
    REQUIRE(relief);
    CHECK(relief->words.name == "Catholic Relief Services");
    CHECK(relief->words.acronym == "CRS");
    CHECK(relief->type == people::OrganizationType::InternationalNgo);
    auto const* const mothers = list.find(person(list, "Awa Ba").organization);
    REQUIRE(mothers);
    CHECK(mothers->words.acronym == "AFM");
    CHECK(mothers->type == people::OrganizationType::CommunityAssociation);
    CHECK(list.find(person(list, "BARRY Fanta OUATTARA").organization)->type == people::OrganizationType::NationalAuthority);
    CHECK(list.find(person(list, "Moussa Koita").organization)->words.acronym == "ACF-Espagne");
}

TEST_CASE("family and first name in two columns are joined as written and never taken apart")
{
    auto const list = list_of("Nom;Prénom(s);Structure;Fonction;E-mail;Tél.\nSANOU;Awa;UNICEF;Chargée de programme;awa@example.org;+226 70 00 00 01\nKONE SIDIBE;Sanaba;PAM;;;\n");
    REQUIRE(list.people.size() == 2);
    CHECK(list.people[0].name == "SANOU Awa");
    CHECK(list.people[0].function == "Chargée de programme");
    CHECK(list.people[0].emails == std::vector<std::string> { "awa@example.org" });
    CHECK(list.people[0].phones == std::vector<std::string> { "+226 70 00 00 01" });
    CHECK(list.people[1].name == "KONE SIDIBE Sanaba");
}

TEST_CASE("several persons and addresses in one cell are several, each with their own")
{
    auto const list = list_of("Nom et prénom\tOrganisation\tContact\n"
                              "Awa Sanou / Issa Barry\tUNICEF\tawa@example.org / issa@example.org\n"
                              "Fanta Cissé et Paul Diarra\tPAM\tpaul.diarra@example.org\n"
                              "Dr Rokia Maïga\tOMS\t70 00 00 01 / 76 00 00 02\n");
    REQUIRE(list.people.size() == 5);
    CHECK(person(list, "Issa Barry").emails == std::vector<std::string> { "issa@example.org" });
    CHECK(person(list, "Fanta Cissé").emails.empty());
    CHECK(person(list, "Paul Diarra").emails.size() == 1);
    CHECK(person(list, "Rokia Maïga").phones.size() == 2);
}

TEST_CASE("two rows that are one person are one; two bearers of one name in two organisations are two")
{
    auto const list = list_of("Nom\tOrganisation\tEmail\n"
                              "KONÉ Sanaba SIDIBÉ\tUNICEF\tsanaba@example.org\n"
                              "Sidibe Sanaba Kone\tUNICEF\t\n"
                              "S. Sidibé\tFonds des Nations unies pour l'enfance\tsanaba@example.org\n"
                              "Moussa Traoré\tPAM\tmoussa@example.org\n"
                              "Moussa Traoré\tOMS\tmt@example.org\n");
    CHECK(list.people.size() == 3);
    CHECK(list.people[0].same.size() == 2);
    CHECK(list.organizations.size() == 3);
}

TEST_CASE("lines, the addresses of a mail and the participants of a group are contact lists too")
{
    auto const lines = list_of("1. Awa Sanou, UNICEF, Chargée de programme, awa@example.org, +226 70 00 00 01\n2) Issa Barry (PAM) – issa@example.org\n- Fanta Cissé : Mercy Corps\n");
    REQUIRE(lines.people.size() == 3);
    CHECK(lines.people[0].function == "Chargée de programme");
    CHECK(lines.people[1].organization == "pam");
    CHECK(lines.people[1].emails == std::vector<std::string> { "issa@example.org" });
    CHECK(lines.people[2].organization == "mercy corps");

    auto const mail = list_of("À : Awa Sanou <Awa@example.org>, \"Barry, Issa\" <issa@example.org>; Cissé, Fanta <fanta@example.org>, moussa.kone@example.org");
    REQUIRE(mail.people.size() == 4);
    CHECK(mail.people[0].name == "Awa Sanou");
    CHECK(mail.people[0].emails.front() == "awa@example.org");
    CHECK(mail.people[3].name == "moussa kone");
    CHECK(mail.people[3].doubts.size() == 1);

    auto const group = list_of("Awa Sanou, Issa Barry, Fanta Cissé, Moussa Ag Alhousseyni");
    CHECK(group.people.size() == 4);
}

TEST_CASE("columns without headings are guessed from what stands in them")
{
    auto const grid = pasted("Awa Sanou\tUNICEF\tChargée de programme\tawa@example.org\t70 00 00 01\nIssa Barry\tPAM\tLogisticien\tissa@example.org\t70 00 00 02\n");
    std::vector<ColumnRole> roles;
    for (auto const& column : grid.tables[0].columns)
        roles.push_back(column.role);
    using enum ColumnRole;
    CHECK(roles == std::vector { Name, Organization, Function, Email, Phone });
}

TEST_CASE("private columns, formulas, hidden sheets, rows and columns are set aside and named; what they hold is nowhere in the draft")
{
    formats::ForeignFile file;
    formats::Table table;
    table.name = "Contacts";
    table.is_sheet = true;
    table.hidden_columns = { false, false, false, false, true };
    auto const row = [&](std::vector<std::string> const& texts) -> formats::TableRow& {
        formats::TableRow added;
        for (auto const& text : texts) {
            formats::Cell cell;
            cell.text = text;
            added.cells.push_back(cell);
        }
        table.rows.push_back(added);
        return table.rows.back();
    };
    row({ "Nom", "Organisation", "Date de naissance", "N° passeport", "Note interne", "Tél" });
    row({ "Awa Sanou", "UNICEF", "1984-03-12", "A1234567", "confidentiel", "70 00 00 01" });
    row({ "Issa Barry", "PAM", "1979-01-02", "B7654321", "confidentiel", "=70" }).cells[5].formula = true;
    row({ "Caché Caché", "OMS", "", "", "", "70 00 00 09" }).hidden = true;
    file.tables.push_back(table);
    formats::Table secret = table;
    secret.name = "Paie";
    secret.hidden = true;
    file.tables.push_back(secret);

    auto const grid = read_grid(file);
    REQUIRE(grid);
    std::string sentences;
    for (auto const& withheld : grid->withheld)
        sentences += sentence_of(withheld).debug_string() + "\n";
    for (auto const* expected : { "Date de naissance", "N° passeport", "Note interne", "Paie", "hidden row", "F3" })
        CHECK_MESSAGE(sentences.find(expected) != std::string::npos, expected, " in ", sentences);
    auto const stored = to_json(*grid);
    for (auto const* secret_text : { "1984", "A1234567", "confidentiel", "Caché" })
        CHECK_MESSAGE(stored.find(secret_text) == std::string::npos, secret_text);
    auto const again = grid_from_json(stored);
    REQUIRE(again);
    CHECK(again->tables == grid->tables);
    CHECK(again->withheld == grid->withheld);
    CHECK(read_list(*grid).people.size() == 2);
}

TEST_CASE("a card is one person; its birthday and home address are set aside")
{
    auto const grid = read_contact_file("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Awa Sanou\r\nORG:UNICEF;Nutrition\r\nTITLE:Chargée\r\nEMAIL:awa@example.org\r\nTEL;TYPE=cell:tel:+22670000001\r\n"
                                        "BDAY:19840312\r\nADR;TYPE=home:;;12 rue 5;Gao;;;Mali\r\nIMPP:skype:awa.sanou\r\nEND:VCARD\r\n", "carte.vcf");
    REQUIRE(grid);
    auto const list = read_list(*grid);
    REQUIRE(list.people.size() == 1);
    CHECK(list.people[0].skype == "awa.sanou");
    CHECK(list.people[0].phones == std::vector<std::string> { "+22670000001" });
    CHECK(grid->withheld.size() == 2);
    CHECK(to_json(*grid).find("rue 5") == std::string::npos);
}

TEST_CASE("a text without anybody in it is refused with what is expected")
{
    auto const grid = read_contact_text("Thème\tRecommandation\nPlan\tPartager le plan avec tous les membres du cluster en 2027\n");
    CHECK((!grid || read_list(*grid).people.empty()));
}

TEST_CASE("headings are known in French and English, and sentences are no headings")
{
    using enum ColumnRole;
    for (auto const& [header, role] : std::initializer_list<std::pair<char const*, ColumnRole>> { { "Nom & Prénom", Name }, { "NOM ET PRÉNOMS", Name }, { "Full name", Name },
             { "Nom de la structure", Organization }, { "Organisation/Structure", Organization }, { "Agence", Organization }, { "Poste occupé", Function }, { "E-mail", Email }, { "Courriel professionnel", Email },
             { "N° de téléphone", Phone }, { "Tél / WhatsApp", Phone }, { "Téléphone / E-mail", Reach }, { "Contacts", Reach }, { "N°", Number }, { "No.", Number }, { "Type d’organisation", OrganizationType },
             { "Signature", Ignored }, { "Lieu d’affectation", Place }, { "Numéro WhatsApp", WhatsApp }, { "Prénom(s)", GivenName } })
        CHECK_MESSAGE(role_of_header(header) == role, header);
    CHECK_FALSE(role_of_header("Organisation internationale pour les migrations"));
    CHECK_FALSE(role_of_header("Direction Nationale du Développement Social"));
}
