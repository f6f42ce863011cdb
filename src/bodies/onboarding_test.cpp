#include "bodies/onboarding_store.hpp"
#include "bodies/test_members.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::bodies;

TEST_CASE("a member is new for ninety days, its first day included")
{
    auto const first = *Date::from(2026, 3, 1);
    CHECK(is_new_member(first, first));
    CHECK(is_new_member(first, first.plus_days(89)));
    CHECK_FALSE(is_new_member(first, first.plus_days(90)));
    CHECK_FALSE(is_new_member(first, first.plus_days(-1)));
}

TEST_CASE("without a list nothing is asked, which is not « 0 % »; what is no longer asked does not count")
{
    auto const today = *Date::from(2026, 3, 1);
    auto const holder = HolderId::trusted(std::string(25, 'h'));
    CHECK_FALSE(progress_of({}, {}, holder, today).percent());
    auto const body = BodyId::trusted(std::string(25, 'b'));
    auto const item = [&](char letter, std::optional<Date> retired) { return OnboardingItem { OnboardingItemId::trusted(std::string(25, letter)), body, 1, "x", retired }; };
    std::vector<OnboardingItem> const items { item('a', {}), item('b', {}), item('c', today) };
    std::vector<OnboardingTick> const ticks { { items[0].id, holder, today }, { items[2].id, holder, today }, { items[1].id, HolderId::trusted(std::string(25, 'o')), today } };
    CHECK(progress_of(items, ticks, holder, today).percent() == 50);
}

TEST_CASE("the coordination begins with the usual list, ticks with date and name, names a buddy; members read")
{
    test::for_each_engine([](db::Database& db) {
        TestMembers house { db };
        auto const body = house.add_body("NUT");
        auto const ngo = house.add_organization("Élan rural");
        auto const old = house.add_organization("Terre et vie");
        auto const membership = house.add_member(body, ngo, {}, MembershipStatus::Member, house.today().plus_days(-20));
        house.add_member(body, old);
        auto const member = house.add_person("Issa Barry", ngo);
        house.add_person("Fanta Cissé", old);
        auto const path = "/bodies/" + body.text() + "/onboarding";
        house.sign_in_as(member);
        CHECK(house.shows(house.get(path), "n’a pas encore de liste"));
        CHECK(house.post(path + "/standard", {}).status == 403);
        house.sign_in_as(house.add_holder(body, "Mariam Diallo"));
        CHECK(house.post(path + "/standard", { { "once", "abc" } }).status == 303);
        CHECK(house.post(path + "/standard", { { "once", "abc" } }).status == 303);
        CHECK(house.post(path + "/items", { { "text", " " } }).status == 422);
        auto const items = test::expect_success(db.read([&](db::Reader const& reader) { return list_onboarding_items(reader, body); }));
        REQUIRE(items.size() == standard_onboarding().size());
        auto const tick = "/bodies/" + body.text() + "/members/" + membership.text() + "/onboarding";
        CHECK(house.post(tick, { { "items", items[0].id.text() }, { "items", items[1].id.text() }, { "buddy", "Personne d’inconnu" } }).status == 422);
        CHECK(house.post(tick, { { "items", items[0].id.text() }, { "items", items[1].id.text() }, { "buddy", "Fanta Cissé" } }).status == 303);
        house.sign_in_as(member);
        auto const list = house.get(path);
        CHECK(house.shows(list, "Élan rural"));
        CHECK_FALSE(house.shows(list, "Terre et vie"));
        CHECK(house.shows(list, "2 sur 8 · 25\u00A0%"));
        auto const page = house.get("/bodies/" + body.text() + "/members/" + membership.text());
        CHECK(house.shows(page, "le 23 novembre 2026, par Mariam Diallo"));
        CHECK(house.shows(page, "Fanta Cissé"));
        CHECK(house.post(tick, {}).status == 403);
    });
}
