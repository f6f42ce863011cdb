#include "people/contact_store.hpp"
#include "people/erasure_store.hpp"
#include "people/held_data.hpp"
#include "people/merge_store.hpp"
#include "people/post_store.hpp"
#include "people/test_directory.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::people;
using test::expect_success;

namespace {

/// Every text of every table whose name starts so, in lower case without accents: where a name could still stand.
std::string everything_in(db::Database& db, std::string const& prefix)
{
    std::string all;
    expect_success(db.read([&](db::Reader const& reader) -> Result<void> {
        std::vector<std::string> tables;
        auto const list = db.engine() == db::Engine::Sqlite ? "SELECT name FROM sqlite_master WHERE type = 'table'" : "SELECT CAST(table_name AS text) FROM information_schema.tables WHERE table_schema = current_schema()";
        TRY(reader.each_raw(list, {}, [&](db::Row const& row) { tables.push_back(row.string(0)); }));
        for (auto const& table : tables)
            if (table.starts_with(prefix))
                TRY(reader.each_raw("SELECT * FROM " + table, {}, [&](db::Row const& row) {
                    for (int column = 0; column < row.column_count(); ++column)
                        if (!row.is_null(column))
                            all += row.string(column) + "\n";
                }));
        return {};
    }));
    for (auto& letter : all)
        letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return all;
}

struct Wish : TestDirectory {
    OrganizationId secours = add_organization("Secours du Sahel", "SDS");
    PersonId sanaba = add_person("KONE Sanaba SIDIBE", secours, "Représentante Sanaba", "sanaba@exemple.org");

    explicit Wish(db::Database& database) : TestDirectory { database }
    {
        auto const duplicate = add_person("Sidibe Sanaba", {}, {}, "s.sidibe@exemple.org");
        CHECK(post("/people/" + duplicate.text() + "/merge", { { "into", "KONE Sanaba SIDIBE" } }).status == 303);
        sign_in_as(sanaba, "KONE Sanaba SIDIBE");
        CHECK(post("/people/" + sanaba.text() + "/contacts", { { "kind", "skype" }, { "value", "sidibe.sanaba" }, { "visibility", "public" } }).status == 303);
        CHECK(post("/my-data/erasure", { { "note", "Sanaba s’en va" } }).status == 303);
        sign_in_administrator();
    }
    std::int64_t people_of_secours(Date day)
    {
        return expect_success(db.read([&](db::Reader const& reader) { return count_persons(reader, { "", secours, day }); }));
    }
};

} // namespace

TEST_CASE("nothing of an erased person's name remains in any table of people or beside the journal, and counts stay (invariant 30)")
{
    test::for_each_engine([](db::Database& db) {
        Wish wish(db);
        auto const affiliations = [&] { return expect_success(db.read([&](db::Reader const& reader) { return find_person(reader, wish.sanaba); })).affiliations.size(); };
        auto const before = affiliations();
        CHECK(shows(wish.get("/people/requests"), "KONE Sanaba SIDIBE"));
        CHECK(shows(wish.get("/people/" + wish.sanaba.text() + "/erasure"), "KONE Sanaba SIDIBE"));
        CHECK(wish.post("/people/" + wish.sanaba.text() + "/erasure").status == 303);

        for (auto const* const prefix : { "people_", "journal_" }) {
            auto const all = everything_in(db, prefix);
            CHECK(all.find("sanaba") == std::string::npos);
            CHECK(all.find("sidibe") == std::string::npos);
        }
        CHECK(affiliations() == before);
        CHECK(shows(wish.get("/people/" + wish.sanaba.text()), "Personne effacée"));
        CHECK_FALSE(shows(wish.get("/people"), wish.sanaba.text()));
        CHECK(wish.get("/people/suggest", { { "q", "effacee" } }).body == "[]");
        CHECK(expect_success(db.read([](db::Reader const& reader) { return journal::verify_chain(reader); })).broken_at == std::nullopt);
        CHECK(shows(wish.get("/people/requests"), "Aucune demande"));
        CHECK(wish.events_of(wish.sanaba.text()).at(0).event.kind == "people.person_erased");
    });
}

TEST_CASE("an erased person is not erased again, changed or merged")
{
    test::for_each_engine([](db::Database& db) {
        Wish wish(db);
        auto const page = "/people/" + wish.sanaba.text();
        CHECK(wish.post(page + "/erasure").status == 303);
        CHECK(wish.post(page + "/erasure").status == 409);
        CHECK(wish.post(page, { { "full_name", "KONE Sanaba SIDIBE" }, { "language", "fr" }, { "version", "9" } }).status == 409);
        CHECK(wish.post(page + "/contacts", { { "kind", "other" }, { "value", "x" }, { "visibility", "public" } }).status == 404);
        wish.add_person("Awa Sanou");
        CHECK(wish.post(page + "/merge", { { "into", "Awa Sanou" } }).status == 409);
    });
}

TEST_CASE("only administrators erase; a person may ask, once")
{
    test::for_each_engine([](db::Database& db) {
        Wish wish(db);
        wish.sign_in_as(wish.sanaba, "KONE Sanaba SIDIBE");
        CHECK(wish.post("/people/" + wish.sanaba.text() + "/erasure").status == 403);
        CHECK(wish.get("/people/requests").status == 403);
        CHECK(wish.post("/my-data/erasure", {}).status == 303);
        CHECK(expect_success(db.read([](db::Reader const& reader) { return open_data_requests(reader); })).size() == 1);
        CHECK(shows(wish.get("/my-data"), "Vous avez demandé à être oublié"));
    });
}

TEST_CASE("« Mes données » shows what is kept, lets it be corrected, and gives it as JSON and as a document")
{
    test::for_each_engine([](db::Database& db) {
        Wish wish(db);
        wish.sign_in_as(wish.sanaba, "KONE Sanaba SIDIBE");
        auto const page = wish.get("/my-data");
        CHECK(page.status == 200);
        CHECK(shows(page, "sanaba@exemple.org"));
        CHECK(shows(page, "sidibe.sanaba"));
        CHECK(shows(page, "SDS"));
        CHECK(shows(wish.get("/my-data/edit"), "action=\"/my-data\""));
        auto const version = std::to_string(wish.person(wish.sanaba).version);
        auto const refused = wish.post("/my-data", { { "full_name", "" }, { "language", "fr" }, { "consented_on", "demain" }, { "version", version } });
        CHECK(refused.status == 422);
        CHECK(wish.post("/my-data", { { "full_name", "Sanaba KONE" }, { "email", "kone@exemple.org" }, { "email_visibility", "private" }, { "spoken", "français, mooré" }, { "consented_on", "1/11/2026" }, { "language", "fr" }, { "version", version } }).status == 303);
        auto const person = wish.person(wish.sanaba);
        CHECK(person.full_name == "Sanaba KONE");
        CHECK(person.consented_on == Date::from(2026, 11, 1));
        auto const json = wish.get("/my-data/export.json").body;
        CHECK(json.find(R"("languages_spoken":"français, mooré")") != std::string::npos);
        CHECK(json.find(R"("visibility":"private")") != std::string::npos);
        CHECK(wish.get("/my-data/export.docx").body.starts_with("PK"));
        wish.sign_in_administrator();
        CHECK(wish.get("/my-data").status == 404);
    });
}

TEST_CASE("whoever says that they left ends their affiliations and posts, and the coordination is asked for the rest")
{
    test::for_each_engine([](db::Database& db) {
        Wish wish(db);
        auto const today = wish.clock.utc_date();
        auto const post = location_of(wish.post("/organizations/" + wish.secours.text() + "/posts", { { "label", "Représentante" } }));
        CHECK(wish.post(post + "/holders", { { "person", "KONE Sanaba SIDIBE" }, { "starts_on", "1/1/2026" } }).status == 303);
        wish.sign_in_as(wish.sanaba, "KONE Sanaba SIDIBE");
        CHECK(wish.post("/my-data/leave").status == 303);
        CHECK(wish.post("/my-data/leave").status == 303);
        CHECK(wish.people_of_secours(today) == 1);
        CHECK(wish.people_of_secours(today.plus_days(1)) == 0);
        CHECK(expect_success(db.read([&](db::Reader const& reader) { return holdings_of_person(reader, wish.sanaba); })).at(0).period.end() == today);
        wish.sign_in_administrator();
        CHECK(shows(wish.get("/people/requests"), "a quitté"));
        for (auto const& request : expect_success(db.read([](db::Reader const& reader) { return open_data_requests(reader); })))
            CHECK(wish.post("/people/requests/" + request.id.text()).status == 303);
        CHECK(shows(wish.get("/people/requests"), "Aucune demande"));
    });
}
