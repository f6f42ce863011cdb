#include "people/post_store.hpp"
#include "people/test_directory.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::people;
using test::expect_success;

namespace {

Date day(int year, unsigned month, unsigned day_of_month) { return *Date::from(year, month, day_of_month); }

PostHolding holding(char person, Period period)
{
    return { PostHoldingId::trusted(std::string(25, person)), PostId::trusted(std::string(25, 'p')), PersonId::trusted(std::string(25, person)), period };
}

} // namespace

TEST_CASE("whoever holds a post leaves it the day before the next one takes it; history is never written backwards")
{
    std::vector<PostHolding> const held { holding('b', Period::since(day(2025, 3, 1))), holding('a', *Period::from(day(2023, 1, 1), day(2025, 2, 28))) };
    auto const changed = expect_success(handed_over(held, holding('c', Period::since(day(2026, 7, 1)))));
    REQUIRE(changed.size() == 1);
    CHECK(changed[0].person == held[0].person);
    CHECK(changed[0].period.end() == day(2026, 6, 30));
    auto const backwards = handed_over(held, holding('c', Period::since(day(2025, 3, 1))));
    REQUIRE_FALSE(backwards);
    CHECK(backwards.error().fields.at(0).field == "starts_on");
    CHECK(holder_on(held, day(2024, 5, 1))->person == held[1].person);
    CHECK(holder_on(held, day(2022, 5, 1)) == nullptr);
}

TEST_CASE("a share of working time is a percentage or nothing")
{
    Post post { PostId::trusted(""), OrganizationId::trusted(""), " Coordonnateur  adjoint " };
    CHECK(checked(post)->label == "Coordonnateur adjoint");
    for (auto const share : { 0, -5, 101 }) {
        post.time_share = share;
        CHECK_FALSE(checked(post));
    }
    post.label = "";
    post.time_share = 50;
    CHECK_FALSE(checked(post));
}

TEST_CASE("a change of person keeps the post's history, on its page and on both persons' (S0-42)")
{
    test::for_each_engine([](db::Database& db) {
        TestDirectory directory { db };
        auto const organization = directory.add_organization("Secours du Sahel", "SDS");
        auto const awa = directory.add_person("Awa Sanou");
        auto const issa = directory.add_person("Issa Barry");
        CHECK(directory.post("/organizations/" + organization.text() + "/posts", { { "label", "" }, { "time_share", "la moitié" } }).status == 422);
        auto const post = location_of(directory.post("/organizations/" + organization.text() + "/posts", { { "label", "Co-coordonnateur" }, { "duty_station", "Dori" }, { "time_share", "50 %" } }));
        CHECK(directory.post(post + "/holders", { { "person", "Awa Sanou" }, { "starts_on", "1/3/2025" } }).status == 303);
        CHECK(directory.post(post + "/holders", { { "person", "Issa Barry" }, { "starts_on", "1/2/2025" } }).status == 422);
        CHECK(directory.post(post + "/holders", { { "person", "Personne" }, { "starts_on", "quand ?" } }).status == 422);
        CHECK(directory.post(post + "/holders", { { "person", "Issa Barry" }, { "starts_on", "1/7/2026" } }).status == 303);

        auto const page = directory.get(post);
        CHECK(shows(page, "Awa Sanou"));
        CHECK(shows(page, "30 juin 2026"));
        CHECK(shows(page, "Dori"));
        CHECK(shows(directory.get("/organizations/" + organization.text()), "Issa Barry"));
        CHECK(shows(directory.get("/people/" + awa.text()), "Co-coordonnateur"));
        CHECK(shows(directory.get("/people/" + issa.text()), "Co-coordonnateur"));
        auto const id = PostId::trusted(post.substr(post.rfind('/') + 1));
        auto const current = expect_success(db.read([&](db::Reader const& reader) { return holdings_of_post(reader, id); })).at(0);
        CHECK(directory.post(post + "/holders/" + current.id.text() + "/end").status == 303);
        CHECK(directory.post(post, { { "label", "Co-coordonnatrice" }, { "version", "1" } }).status == 303);
        CHECK(directory.post(post, { { "label", "Autre" }, { "version", "1" } }).status == 409);
        CHECK(expect_success(db.read([&](db::Reader const& reader) { return holdings_of_post(reader, id); })).size() == 2);
    });
}

TEST_CASE("an affiliation is corrected and ended with its days; nonsense is refused as it was typed")
{
    test::for_each_engine([](db::Database& db) {
        TestDirectory directory { db };
        auto const awa = directory.add_person("Awa Sanou", directory.add_organization("Secours du Sahel"), "Stagiaire");
        auto const page = "/people/" + awa.text() + "/affiliations/" + directory.person(awa).affiliations.at(0).id.text();
        CHECK(shows(directory.get(page), "Stagiaire"));
        auto const refused = directory.post(page, { { "function", "Chargée" }, { "starts_on", "1/3/2026" }, { "ends_on", "1/2/2026" } });
        CHECK(refused.status == 422);
        CHECK(shows(refused, "1/2/2026"));
        CHECK(directory.post(page, { { "function", "Chargée" }, { "starts_on", "1/2/2026" }, { "ends_on", "30/6/2026" } }).status == 303);
        CHECK(directory.person(awa).affiliations.at(0).period.end() == day(2026, 6, 30));
        CHECK(directory.post("/people/" + awa.text() + "/affiliations/" + std::string(25, 'z'), { { "starts_on", "1/2/2026" } }).status == 404);
    });
}
