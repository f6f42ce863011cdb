#include "bodies/function_share_document.hpp"
#include "bodies/function_share_store.hpp"
#include "bodies/engagement_test_house.hpp"
#include "functions/catalogue_store.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <thread>

using namespace toguna;
using namespace toguna::bodies;
using test::for_each_engine;

namespace {

std::string refusal(Share coordinator, Share co_coordinator)
{
    auto const result = check_shares({ { "advocacy", coordinator, co_coordinator } });
    return result ? "" : result.error().fields.at(0).field + ": " + result.error().fields.at(0).message.debug_string();
}

struct ShareHouse : EngagementHouse {
    using EngagementHouse::EngagementHouse;

    std::string shares() const { return "/bodies/" + body.text() + "/functions"; }
    std::vector<std::string> codes()
    {
        std::vector<std::string> found;
        for (auto const& function : expect_success(db.read([](db::Reader const& reader) { return functions::catalogue_or_default(reader); })).functions)
            found.push_back(function.code);
        return found;
    }
    std::vector<std::pair<std::string, std::string>> form(std::string const& number, std::string const& coordinator = "accountable", std::string const& co_coordinator = "responsible")
    {
        std::vector<std::pair<std::string, std::string>> fields { { "number", number } };
        for (auto const& code : codes()) {
            fields.emplace_back("coordinator_" + code, coordinator);
            fields.emplace_back("co_coordinator_" + code, co_coordinator);
        }
        return fields;
    }
    web::Reply agree(std::string const& number) { return post(shares() + "/agreement", { { "number", number } }); }
    void agree_both(std::string const& number)
    {
        act_as(salif, "Salif Kaboré");
        expect(agree(number), 303);
        act_as(ramata, "Ramata Cissé");
        expect(agree(number), 303);
    }
    std::optional<ShareMatrix> matrix(std::string_view on)
    {
        return expect_success(db.read([&](db::Reader const& reader) { return find_share_matrix(reader, body, day(on)); }));
    }
};

} // namespace

TEST_CASE("the coordinator is accountable for each function, whatever is shared")
{
    for (auto const coordinator : shares())
        for (auto const co_coordinator : shares()) {
            auto const sentence = refusal(coordinator, co_coordinator);
            if (!is_accountable(coordinator))
                CHECK(sentence.starts_with("coordinator_advocacy: "));
            else if (is_accountable(co_coordinator))
                CHECK(sentence.find("cannot be accountable") != std::string::npos);
            else if (!does_the_work(coordinator) && !does_the_work(co_coordinator))
                CHECK(sentence.find("Nobody does the work") != std::string::npos);
            else
                CHECK(sentence.empty());
        }
    for (auto const share : shares())
        CHECK(share_from(name_of(share)) == share);
}

TEST_CASE("a share is a draft until both holders have agreed to it themselves, and any change reopens it")
{
    for_each_engine([](db::Database& db) {
        ShareHouse house(db);
        CHECK(shows(house.get(house.shares()), "Les responsabilités ne sont pas encore partagées"));
        CHECK(house.post(house.shares(), house.form("0")).status == 303);
        CHECK(shows(house.get(house.shares()), "Projet"));
        CHECK(house.agree("1").status == 303);
        CHECK(shows(house.get(house.shares()), "Coordination\xC2\xA0: convenu par Salif Kaboré"));
        CHECK(shows(house.get(house.shares()), "Projet"));
        house.act_as(house.ramata, "Ramata Cissé");
        CHECK(house.agree("1").status == 303);
        CHECK(shows(house.get(house.shares()), "Convenu par les deux"));

        CHECK(house.post(house.shares(), house.form("1")).status == 303);
        CHECK(shows(house.get(house.shares()), "Convenu par les deux"));
        CHECK(house.post(house.shares(), house.form("1", "accountable_responsible", "consulted")).status == 303);
        CHECK(shows(house.get(house.shares()), "Projet"));
        CHECK_FALSE(house.matrix("2026-03-02")->coordinator);
        auto const events = house.events("bodies.function_share_agreed");
        REQUIRE(events.size() == 2);
        CHECK(events[0].actor.name == "Ramata Cissé");
        CHECK(events[0].event.after.find("co_coordinator") != std::string::npos);
    });
}

TEST_CASE("making the co-coordinator accountable is refused by the form, by the store and by the database")
{
    for_each_engine([](db::Database& db) {
        ShareHouse house(db);
        auto const refused = house.post(house.shares(), house.form("0", "accountable", "accountable"));
        CHECK(refused.status == 422);
        CHECK(shows(refused, "c’est toujours le coordinateur"));
        CHECK(house.post(house.shares(), house.form("0", "responsible", "accountable")).status == 422);
        CHECK(house.post(house.shares(), house.form("0", "boss", "responsible")).status == 422);
        CHECK_FALSE(house.matrix("2026-03-02").has_value());

        CHECK(house.post(house.shares(), house.form("0")).status == 303);
        ShareMatrix matrix { house.drawn<ShareMatrixTag>(), house.body, 2, house.matrix("2026-03-02")->catalogue, day("2026-03-02") };
        matrix.shares = { { "advocacy", Share::Accountable, Share::AccountableResponsible } };
        CHECK(db.write([&](db::Transaction& tx) { return insert_share_matrix(tx, matrix, ""); }).error().kind == ErrorKind::Invalid);
        CHECK_FALSE(db.write([&](db::Transaction& tx) -> Result<void> {
                          TRY(tx.execute_raw("UPDATE bodies_function_share SET co_coordinator = 'accountable'"));
                          return {};
                      }).has_value());
    });
}

TEST_CASE("nobody agrees for somebody else, nor for both, nor to another version than they read")
{
    for_each_engine([](db::Database& db) {
        ShareHouse house(db);
        CHECK(house.post(house.shares(), house.form("0")).status == 303);
        house.visitor = web::Visitor { "account", "", "Administration", true };
        CHECK(house.agree("1").status == 403);
        house.act_as(house.awa, "Awa Sanou");
        CHECK(house.agree("1").status == 403);
        house.act_as(house.salif, "Salif Kaboré");
        CHECK(house.agree("0").status == 409);
        CHECK(house.agree("1").status == 303);
        CHECK(house.agree("1").status == 403);
        // Salif is named co-coordinator too: he agreed for the coordination, so not for the other side.
        house.write([&](db::Transaction& tx) {
            return insert_mandate(tx, { .id = house.drawn<MandateTag>(), .body = house.body, .role = MandateRole::CoCoordinator, .organization = house.lead, .person = house.salif,
                                          .period = Period::since(day("2026-03-01")) });
        });
        CHECK(house.agree("1").status == 409);
        CHECK_FALSE(house.matrix("2026-03-02")->co_coordinator);
        CHECK(house.events("web.refused").size() == 3);
    });
}

TEST_CASE("a co-coordinator whose engagement has expired neither proposes nor agrees")
{
    for_each_engine([](db::Database& db) {
        ShareHouse house(db);
        house.signed_letter("1/1/2026", "2/3/2026");
        CHECK(house.post(house.shares(), house.form("0")).status == 303);
        house.act_as(house.ramata, "Ramata Cissé");
        house.at("2026-03-03T00:00:00Z");
        CHECK(house.agree("1").status == 403);
        CHECK(house.post(house.shares(), house.form("1", "accountable_responsible", "informed")).status == 403);
        CHECK(house.get(house.shares()).status == 200);
    });
}

TEST_CASE("any past day shows the share and the agreements of that day")
{
    for_each_engine([](db::Database& db) {
        ShareHouse house(db);
        CHECK(house.post(house.shares(), house.form("0")).status == 303);
        house.at("2026-03-10T09:00:00Z");
        house.agree_both("1");
        house.at("2026-04-01T09:00:00Z");
        CHECK(house.post(house.shares(), house.form("1", "accountable_responsible", "informed")).status == 303);

        CHECK_FALSE(house.matrix("2026-03-01").has_value());
        CHECK_FALSE(house.matrix("2026-03-05")->is_agreed(day("2026-03-05")));
        CHECK(house.matrix("2026-03-31")->is_agreed(day("2026-03-31")));
        CHECK(house.matrix("2026-04-01")->number == 2);
        CHECK(shows(house.get(house.shares() + "?as_of=2026-03-31"), "R – réalise"));
        CHECK(shows(house.get(house.shares()), "I – est informé"));
        CHECK(shows(house.get(house.shares()), "Version 1"));
    });
}

TEST_CASE("of two people who change the share at once, one is told")
{
    for_each_engine([](db::Database& db) {
        ShareHouse house(db);
        CHECK(house.post(house.shares(), house.form("0")).status == 303);
        auto const catalogue = house.matrix("2026-03-02")->catalogue;
        std::vector<int> written(4);
        std::vector<std::thread> threads;
        for (std::size_t index = 0; index < written.size(); ++index)
            threads.emplace_back([&, index] {
                SeededChance chance { 200 + index };
                ShareMatrix matrix { new_id<ShareMatrixTag>(house.now, chance), house.body, 2, catalogue, day("2026-03-02") };
                matrix.shares = { { "advocacy" } };
                written[index] = db.write([&](db::Transaction& tx) { return insert_share_matrix(tx, matrix, ""); }).has_value();
            });
        for (auto& thread : threads)
            thread.join();
        CHECK(std::count(written.begin(), written.end(), 1) == 1);
        auto const late = house.post(house.shares(), house.form("1", "accountable_responsible", "informed"));
        CHECK(late.status == 409);
        CHECK(shows(late, "Quelqu’un a modifié ce partage"));
    });
}

TEST_CASE("the share prints with its state, and keeps the words of the catalogue it was agreed under")
{
    for_each_engine([](db::Database& db) {
        ShareHouse house(db);
        CHECK(house.get(house.shares() + "/export.pdf").status == 404);
        CHECK(house.post(house.shares(), house.form("0")).status == 303);
        auto const pdf = house.get(house.shares() + "/export.pdf");
        CHECK(pdf.status == 200);
        CHECK(pdf.body.starts_with("%PDF-"));
        CHECK(house.get(house.shares() + "/export.docx").body.starts_with("PK"));
        house.write([&](db::Transaction& tx) -> Result<void> {
            auto catalogue = TRY(functions::current_catalogue(tx));
            catalogue.functions[0].label_fr = "Nouveau nom";
            TRY(functions::insert_catalogue(tx, "essai", catalogue.functions, {}, house.now, house.chance));
            return {};
        });
        CHECK_FALSE(shows(house.get(house.shares()), "Nouveau nom"));
        CHECK(shows(house.get(house.shares() + "/edit"), "Nouveau nom"));
    });
}

TEST_CASE("on paper, what is not agreed has a place to sign")
{
    ShareSheet sheet { "Cluster Nutrition", "Salif Kaboré", "Projet", "Salif Kaboré", "", day("2026-03-02"), {}, { { "Plaidoyer", Share::AccountableResponsible, Share::Consulted } }, day("2026-03-02"), {} };
    auto const html = formats::write_html(share_document(sheet, web::localization("fr", web::Medium::File))).markup();
    CHECK(html.find("A/R") != std::string::npos);
    CHECK(html.find("Convenu le 2 mars 2026") != std::string::npos);
    CHECK(html.find("Date et signature") != std::string::npos);
}
