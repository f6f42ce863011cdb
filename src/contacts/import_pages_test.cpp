#include "contacts/test_house.hpp"
#include "formats/sheet_writer.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::contacts;

namespace {

std::string load(TestHouse& house, std::string const& text) { return location_of(house.post(house.in_body("/contacts/import"), { { "pasted", text } })); }

web::Reply save(TestHouse& house, std::string const& draft, std::string const& once = {})
{
    TestHouse::Pairs fields { { "version", hidden_value(house.get(draft), "version") }, { "with_members", "yes" } };
    if (!once.empty())
        fields.emplace_back("once", once);
    return house.post(draft + "/save", fields);
}

/// The same list as a workbook.
std::string participants_workbook()
{
    formats::Sheet sheet { .name = "Présents", .columns = { { "No." }, { "Nom & Prénom" }, { "Organisation" } }, .rows = {} };
    std::string_view rest = participants_of_a_meeting;
    while (!rest.empty()) {
        auto const line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        auto const first = line.find('\t');
        auto const second = line.find('\t', first == std::string_view::npos ? first : first + 1);
        if (second == std::string_view::npos || line.starts_with("No."))
            continue;
        sheet.rows.push_back({ { std::string(line.substr(0, first)), std::string(line.substr(first + 1, second - first - 1)), std::string(line.substr(second + 1)) } });
    }
    return test::expect_success(formats::write_xlsx({ .title = "Présents", .author = "", .created = {}, .sheets = { sheet } }));
}

} // namespace

TEST_CASE("the participants of a meeting are pasted, looked at and saved: 17 persons, 14 organisations, which become members")
{
    test::for_each_engine([](db::Database& db) {
        TestHouse house(db);
        auto const persons_before = house.count("people_person");
        auto const draft = load(house, participants_of_a_meeting);
        auto const page = house.get(draft);
        CHECK(page.status == 200);
        CHECK(shows(page, "17 personnes, 14 organisations"));
        CHECK(house.count("people_person") == persons_before);

        auto const saved = save(house, draft);
        REQUIRE(saved.status == 303);
        CHECK(house.count("people_person") == persons_before + 17);
        CHECK(house.count("people_organization") == 14);
        CHECK(house.count("people_affiliation") == 17);
        CHECK(house.count("bodies_membership") == 1 + 14);
        auto const report = house.get(location_of(saved));
        CHECK(report.status == 200);
        CHECK(shows(report, "Mariam Diallo"));
        CHECK(location_of(house.get(draft)) == location_of(saved));
        CHECK(shows(house.get("/people", { { "search", "ouattara" } }), "BARRY Fanta OUATTARA"));
        auto const events = test::expect_success(db.read([&](db::Reader const& reader) { return journal::list_events(reader, { .body = house.body.text(), .kind = "contacts.list_imported" }); }));
        REQUIRE(events.size() == 1);
        CHECK(events[0].event.after.find("\"persons\":17") != std::string::npos);
        CHECK(events[0].event.after.find("Mariam") == std::string::npos);
    });
}

TEST_CASE("the same list as a workbook finds everybody again and changes nothing")
{
    test::for_each_engine([](db::Database& db) {
        TestHouse house(db);
        save(house, load(house, participants_of_a_meeting));
        auto const persons = house.count("people_person");
        auto const draft = location_of(house.post(house.in_body("/contacts/import"), {}, { { "file", "présents.xlsx", participants_workbook() } }));
        CHECK(shows(house.get(draft), "17 personnes, 14 organisations"));
        auto const saved = save(house, draft);
        CHECK(location_of(saved) == house.in_body("/members"));
        CHECK(house.count("people_person") == persons);
        CHECK(house.count("people_organization") == 14);
        CHECK(house.count("bodies_membership") == 15);
        CHECK(house.count("contacts_import") == 1);
    });
}

TEST_CASE("a save sent twice adds everybody once; one from an older look at the draft is refused and nothing is lost")
{
    test::for_each_engine([](db::Database& db) {
        TestHouse house(db);
        auto const draft = load(house, participants_of_a_meeting);
        TestHouse::Pairs const fields { { "version", "1" }, { "with_members", "yes" }, { "once", "twice" } };
        auto const first = house.post(draft + "/save", fields);
        auto const second = house.post(draft + "/save", fields);
        CHECK(location_of(first) == location_of(second));
        CHECK(house.count("people_organization") == 14);

        auto const other = load(house, "Nom\tOrganisation\nKadi Bamba\tOMS\n");
        CHECK(house.post(other + "/columns", { { "column-0-0", "name" } }).status == 303);
        CHECK(house.post(other + "/save", { { "version", "1" } }).status == 409);
        CHECK(house.get(other).status == 200);
    });
}

TEST_CASE("what is not certain waits for a decision while the rest is saved")
{
    test::for_each_engine([](db::Database& db) {
        TestHouse house(db);
        save(house, load(house, "Nom\tOrganisation\tEmail\nMoussa Traoré\tPAM\tmoussa@example.org\n"));
        auto const persons = house.count("people_person");
        auto const draft = load(house, "Nom\tOrganisation\tEmail\nMoussa Traoré\tOMS\tmt@example.org\nKadi Bamba\tOMS\tkadi@example.org\n");
        auto const page = house.get(draft);
        CHECK(shows(page, "Moussa Traoré, PAM"));
        CHECK(shows(page, "Enregistrer 1 personne"));
        auto const report = house.get(location_of(save(house, draft)));
        CHECK(shows(report, draft));
        CHECK(house.count("people_person") == persons + 1);

        CHECK(house.post(draft + "/decisions", { { "row-0-1-0", "new" }, { "row-0-2-0", "done" }, { "row-9-9-9", "new" } }).status == 303);
        save(house, draft);
        CHECK(house.count("people_person") == persons + 2);
        CHECK(house.get(draft).status == 303);
    });
}

TEST_CASE("somebody known without an address or number gets those of the list, and keeps what is known already")
{
    test::for_each_engine([](db::Database& db) {
        TestHouse house(db);
        save(house, load(house, "Nom\tOrganisation\tEmail\nKadi Bamba\tOMS\tkadi@example.org\n"));
        save(house, load(house, "Nom\tOrganisation\tEmail\tTél\nBAMBA Kadi\tWHO\tautre@example.org\t70 00 00 01\n"));
        auto const kadi = test::expect_success(db.read([&](db::Reader const& reader) { return people::find_person_by_email(reader, "kadi@example.org"); }));
        REQUIRE(kadi);
        CHECK(kadi->phone == "70 00 00 01");
        CHECK(kadi->full_name == "Kadi Bamba");
        CHECK(kadi->email == "kadi@example.org");
        CHECK(shows(house.get("/people/" + kadi->id.text()), "Kadi Bamba"));
        auto const details = test::expect_success(db.read([&](db::Reader const& reader) { return people::contact_details_of(reader, kadi->id); }));
        REQUIRE(details.size() == 1);
        CHECK(details[0].value == "autre@example.org");
    });
}

TEST_CASE("columns understood wrongly are corrected on the page")
{
    test::for_each_engine([](db::Database& db) {
        TestHouse house(db);
        auto const draft = load(house, "Nom\tTravaille pour\nKadi Bamba\tl’école\nAwa Sanou\tla mairie de Gao\n");
        CHECK(shows(house.get(draft), "2 personnes, 0 organisation"));
        CHECK(house.post(draft + "/columns", { { "column-0-0", "name" }, { "column-0-1", "organization" } }).status == 303);
        CHECK(shows(house.get(draft), "2 personnes, 2 organisations"));
    });
}

TEST_CASE("only those who manage the members import lists, and nobody sees the draft of another")
{
    test::for_each_engine([](db::Database& db) {
        TestHouse house(db);
        auto const draft = load(house, participants_of_a_meeting);
        house.sign_in_member();
        CHECK(house.get(house.in_body("/contacts/import")).status == 403);
        CHECK(house.post(house.in_body("/contacts/import"), { { "pasted", participants_of_a_meeting } }).status == 403);
        CHECK(house.get(draft).status == 403);
        CHECK(house.post(draft + "/save", { { "version", "1" } }).status == 403);
        house.sign_in_administrator();
        CHECK(house.get(draft).status == 404);
        CHECK(house.post(draft + "/save", { { "version", "1" } }).status == 404);
        CHECK(house.post(draft + "/discard", {}).status == 404);
        CHECK(house.count("people_organization") == 0);
    });
}

TEST_CASE("what cannot be read comes back as it was typed")
{
    test::for_each_engine([](db::Database& db) {
        TestHouse house(db);
        auto const nothing = house.post(house.in_body("/contacts/import"), { { "pasted", "  " } });
        CHECK(nothing.status == 422);
        auto const wrong_day = house.post(house.in_body("/contacts/import"), { { "pasted", "Kadi Bamba, OMS" }, { "starts_on", "hier ou avant-hier" } });
        CHECK(wrong_day.status == 422);
        CHECK(shows(wrong_day, "Kadi Bamba, OMS"));
        CHECK(house.count("contacts_draft") == 0);
    });
}
