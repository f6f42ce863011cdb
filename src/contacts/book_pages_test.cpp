#include "contacts/book_store.hpp"
#include "contacts/contact_document.hpp"
#include "contacts/test_house.hpp"
#include "formats/outside_reader.hpp"
#include "formats/table.hpp"
#include "people/contact_store.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::contacts;

namespace {

std::string bytes_of(TestHouse& house, std::string const& extension, TestHouse::Pairs const& query = {})
{
    auto const reply = house.get(house.in_body("/contacts/export." + extension), query);
    CHECK(reply.status == 200);
    return reply.body;
}

/// The participants as members of the cluster, since 1 March.
void fill(TestHouse& house)
{
    auto const draft = location_of(house.post(house.in_body("/contacts/import"), { { "pasted", participants_of_a_meeting }, { "starts_on", "2026-03-01" } }));
    REQUIRE(house.post(draft + "/save", { { "version", "1" }, { "with_members", "yes" } }).status == 303);
}

people::Person person_named(TestHouse& house, std::string const& words)
{
    people::PersonFilter const filter { .search = words, .today = house.clock.utc_date() };
    return test::expect_success(house.db.read([&](db::Reader const& reader) { return people::list_persons(reader, filter); })).at(0);
}

} // namespace

TEST_CASE("the contact list of a body is shown by organisation, by name and by role, with its totals")
{
    test::for_each_engine([](db::Database& db) {
        TestHouse house(db);
        fill(house);
        auto const page = house.get(house.in_body("/contacts"));
        CHECK(page.status == 200);
        // The coordinator and a member named by themselves have no organisation here.
        CHECK(shows(page, "19 personnes, 14 organisations"));
        CHECK(shows(page, "Mercy Corps"));
        CHECK(shows(page, "Sans organisation"));
        CHECK(shows(house.get(house.in_body("/contacts"), { { "group", "role" } }), "<h2>Coordination</h2>"));
        CHECK(shows(house.get(house.in_body("/contacts"), { { "group", "person" } }), "Haoua Tinguiri"));
        CHECK(house.get(house.in_body("/contacts"), { { "as_of", "un de ces jours" } }).status == 422);
    });
}

TEST_CASE("the list as of a day before and after an affiliation ended and a mandate began tells both")
{
    test::for_each_engine([](db::Database& db) {
        TestHouse house(db);
        fill(house);
        auto const mariam = person_named(house, "mariam diallo");
        test::expect_success(db.write([&](db::Transaction& tx) -> Result<void> {
            TRY(people::end_affiliation(tx, mariam.affiliations.at(0).id, *Date::from(2026, 6, 30)));
            return bodies::insert_mandate(tx, { .id = new_id<bodies::MandateTag>(house.clock, house.chance), .body = house.body, .role = bodies::MandateRole::Secretary, .organization = {},
                                                  .person = mariam.id, .period = Period::since(*Date::from(2026, 9, 1)) });
        }));
        auto const entry_on = [&](Date day) -> std::optional<ContactEntry> {
            people::Viewer viewer;
            viewer.shares_body = true;
            for (auto const& entry : test::expect_success(db.read([&](db::Reader const& reader) { return body_contacts(reader, house.body, day, viewer, {}); })))
                if (entry.person == mariam.id)
                    return entry;
            return {};
        };
        CHECK_FALSE(entry_on(*Date::from(2026, 2, 1)));
        REQUIRE(entry_on(*Date::from(2026, 6, 30)));
        CHECK(entry_on(*Date::from(2026, 6, 30))->organization_short == "PNUD");
        CHECK_FALSE(entry_on(*Date::from(2026, 7, 1)));
        REQUIRE(entry_on(*Date::from(2026, 9, 1)));
        CHECK(entry_on(*Date::from(2026, 9, 1))->roles == std::vector { bodies::MandateRole::Secretary });
    });
}

TEST_CASE("the workbook that left comes back without any difference")
{
    test::for_each_engine([](db::Database& db) {
        TestHouse house(db);
        fill(house);
        auto const persons = house.count("people_person");
        auto const draft = location_of(house.post(house.in_body("/contacts/import"), {}, { { "file", "contacts.xlsx", bytes_of(house, "xlsx") } }));
        auto const page = house.get(draft);
        CHECK(shows(page, "19 personnes, 14 organisations"));
        CHECK_FALSE(shows(page, "Mis de côté"));
        CHECK(location_of(house.post(draft + "/save", { { "version", "1" }, { "with_members", "yes" } })) == house.in_body("/members"));
        CHECK(house.count("people_person") == persons);
        CHECK(house.count("people_affiliation") == 17);
        CHECK(house.count("people_contact_detail") == 0);
        CHECK(house.count("contacts_import") == 1);
    });
}

TEST_CASE("the list leaves as CSV, cards, DOCX and PDF, and cards come back as the same people")
{
    test::for_each_engine([](db::Database& db) {
        TestHouse house(db);
        fill(house);
        CHECK(bytes_of(house, "csv").find("BARRY Fanta OUATTARA") != std::string::npos);
        auto const cards = formats::read_vcards(bytes_of(house, "vcf"));
        REQUIRE(cards);
        CHECK(cards->size() == 19);
        CHECK(formats::outside::pdf_text(bytes_of(house, "pdf", { { "group", "role" } })).find("Coordination") != std::string::npos);
        CHECK(formats::outside::docx_text(bytes_of(house, "docx")).find("Mercy Corps") != std::string::npos);
        auto const persons = house.count("people_person");
        auto const draft = location_of(house.post(house.in_body("/contacts/import"), {}, { { "file", "contacts.vcf", bytes_of(house, "vcf") } }));
        house.post(draft + "/save", { { "version", "1" } });
        CHECK(house.count("people_person") == persons);
    });
}

TEST_CASE("an address that only the coordination may see is not shown or exported to a member")
{
    test::for_each_engine([](db::Database& db) {
        TestHouse house(db);
        fill(house);
        auto rokia = person_named(house, "rokia maiga");
        test::expect_success(db.write([&](db::Transaction& tx) -> Result<void> {
            auto nana = TRY(people::find_person(tx, house.member));
            nana.phone = "70 11 22 33";
            nana.phone_visibility = people::Visibility::Private;
            TRY(people::update_person(tx, nana, house.clock));
            rokia.email = "rokia.secret@example.org";
            rokia.email_visibility = people::Visibility::Coordination;
            TRY(people::update_person(tx, rokia, house.clock));
            return people::insert_contact_detail(tx, { new_id<people::ContactDetailTag>(house.clock, house.chance), rokia.id, people::ContactKind::Skype, "rokia.skype", people::Visibility::Private });
        }));
        CHECK(shows(house.get(house.in_body("/contacts")), "rokia.secret@example.org"));
        CHECK_FALSE(shows(house.get(house.in_body("/contacts")), "70 11 22 33"));
        house.sign_in_member();
        CHECK(shows(house.get(house.in_body("/contacts")), "70 11 22 33"));
        for (auto const* extension : { "csv", "vcf" }) {
            auto const bytes = bytes_of(house, extension);
            CHECK(bytes.find("rokia.secret") == std::string::npos);
            CHECK(bytes.find("rokia.skype") == std::string::npos);
        }
        CHECK(house.get("/contacts").status == 403);
        CHECK(house.get("/contacts/export.xlsx").status == 403);
        house.visitor = web::Visitor { "other", std::string(25, 'q'), "Issa Barry" };
        CHECK(house.get(house.in_body("/contacts/export.csv")).status == 403);
        house.sign_in_administrator();
        CHECK(shows(house.get("/contacts"), "19 personnes, 14 organisations"));
    });
}
