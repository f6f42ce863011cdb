#include "contacts/channel_store.hpp"
#include "contacts/test_house.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::contacts;

namespace {

/// Four persons of two organisations, with numbers and addresses, and a WhatsApp group.
std::string channel_of(TestHouse& house)
{
    auto const draft = location_of(house.post(house.in_body("/contacts/import"),
        { { "pasted", "Nom\tOrganisation\tTél\tEmail\nAwa Sanou\tUNICEF\t+226 70 00 00 01\tawa@example.org\nIssa Barry\tUNICEF\t70 00 00 02\t\nFanta Cissé\tPAM\t\tfanta@example.org\nPaul Diarra\tPAM\t70000004\t\n" } }));
    REQUIRE(house.post(draft + "/save", { { "version", "1" }, { "with_members", "yes" } }).status == 303);
    auto const created = house.post(house.in_body("/channels"), { { "kind", "whatsapp" }, { "name", "CRR Mali" }, { "link", "https://chat.example.org/abc" }, { "administrator", "Haoua Tinguiri" } });
    REQUIRE(created.status == 303);
    return location_of(created);
}

} // namespace

TEST_CASE("the list pasted from a group tells who is on it, who is missing with what to add them, and who is no member")
{
    test::for_each_engine([](db::Database& db) {
        TestHouse house(db);
        auto const channel = channel_of(house);
        CHECK(house.post(channel + "/list", { { "list", "Awa Sanou, +223 70 00 00 02, Kadi Inconnue, Paul Diarra, Vous" }, { "is_whole", "yes" } }).status == 303);
        auto const page = house.get(channel);
        CHECK(page.status == 200);
        // Haoua and Nana belong to the body too.
        CHECK(shows(page, "3 membres à ajouter"));
        CHECK(shows(page, "Fanta Cissé"));
        CHECK(shows(page, "Kadi Inconnue"));
        CHECK_FALSE(shows(page, "Vous,"));
        CHECK(shows(page, "Haoua Tinguiri"));
        auto const list = house.get(house.in_body("/channels"));
        CHECK(shows(list, "CRR Mali"));
        auto const csv = house.get(channel + "/export.csv");
        CHECK(shows(csv, "Fanta Cissé;PAM;;absent"));
        CHECK(shows(csv, "Issa Barry;UNICEF;70 00 00 02;sur le canal"));
    });
}

TEST_CASE("a later list ends who left and adds who came; every day keeps its own answer")
{
    test::for_each_engine([](db::Database& db) {
        TestHouse house(db);
        auto const channel = channel_of(house);
        house.post(channel + "/list", { { "list", "Awa Sanou\nIssa Barry" }, { "is_whole", "yes" } });
        house.clock = *Instant::from_iso("2026-12-10T12:00:00Z");
        house.post(channel + "/list", { { "list", "Issa Barry\nFanta Cissé" }, { "is_whole", "yes" } });
        auto const id = ChannelId::trusted(channel.substr(channel.rfind('/') + 1));
        auto const entries_on = [&](Date day) {
            std::string entries;
            for (auto const& enrolment : test::expect_success(db.read([&](db::Reader const& reader) { return enrolments_on(reader, id, day); })))
                entries += enrolment.entry + ";";
            return entries;
        };
        CHECK(entries_on(*Date::from(2026, 11, 22)).empty());
        CHECK(entries_on(*Date::from(2026, 12, 9)) == "Awa Sanou;Issa Barry;");
        CHECK(entries_on(*Date::from(2026, 12, 10)) == "Fanta Cissé;Issa Barry;");
        CHECK(shows(house.get(channel, { { "as_of", "2026-12-01" } }), "Awa Sanou, UNICEF"));
        house.post(channel + "/list", { { "list", "Paul Diarra" } });
        CHECK(entries_on(*Date::from(2026, 12, 10)) == "Fanta Cissé;Issa Barry;Paul Diarra;");
    });
}

TEST_CASE("whoever was added by hand is on the channel once, and an entry is recognised by a person")
{
    test::for_each_engine([](db::Database& db) {
        TestHouse house(db);
        auto const channel = channel_of(house);
        house.post(channel + "/list", { { "list", "~Fanta\nAwa Sanou" }, { "is_whole", "yes" } });
        auto const page = house.get(channel);
        auto const at = page.body.find("/entries/");
        REQUIRE(at != std::string::npos);
        auto const entry = page.body.substr(at + 9, 25);
        auto const fanta = test::expect_success(db.read([&](db::Reader const& reader) { return people::find_person_by_email(reader, "fanta@example.org"); }));
        REQUIRE(fanta);
        CHECK(house.post(channel + "/entries/" + entry, { { "person", fanta->id.text() } }).status == 303);
        CHECK(shows(house.get(channel), "Fanta Cissé, PAM"));
        CHECK(house.post(channel + "/enrolments", { { "person", fanta->id.text() } }).status == 409);
        CHECK(house.post(channel + "/enrolments", { { "person", house.member.text() } }).status == 303);
        CHECK(house.count("contacts_enrolment") == 3);
        CHECK(house.post(channel + "/entries/" + std::string(25, 'z'), { { "person", fanta->id.text() } }).status == 404);
    });
}

TEST_CASE("only those who manage the members change a channel; what is refused comes back as typed")
{
    test::for_each_engine([](db::Database& db) {
        TestHouse house(db);
        auto const channel = channel_of(house);
        auto const refused = house.post(house.in_body("/channels"), { { "kind", "fax" }, { "name", "" }, { "link", "javascript:alert(1)" } });
        CHECK(refused.status == 422);
        CHECK(shows(refused, "javascript:alert(1)"));
        CHECK(shows(refused, "https://"));
        CHECK(house.post(channel + "/list", { { "list", "  " } }).status == 422);
        CHECK(house.post(channel + "/edit", { { "kind", "skype" }, { "name", "CRR" }, { "version", "1" } }).status == 303);
        CHECK(house.post(channel + "/edit", { { "kind", "skype" }, { "name", "Autre" }, { "version", "1" } }).status == 409);
        house.sign_in_member();
        CHECK(house.get(channel).status == 200);
        for (auto const* path : { "/list", "/edit", "/closure", "/enrolments" })
            CHECK(house.post(channel + path, { { "list", "Awa" }, { "person", house.member.text() } }).status == 403);
        house.sign_in_coordinator();
        CHECK(house.post(channel + "/closure", {}).status == 303);
        CHECK(house.post(channel + "/closure", {}).status == 409);
        CHECK(shows(house.get(channel), "Fermé le"));
    });
}
