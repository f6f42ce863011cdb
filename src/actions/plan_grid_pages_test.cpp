#include "actions/plan_pages_house.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::actions;
using toguna::test::for_each_engine;

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

Fields row(ActionPoint const& action, std::string read_due, std::string due, std::string read_responsible, std::string responsible)
{
    auto const id = action.id.text();
    return { { "row", id }, { "version-" + id, std::to_string(action.version) }, { "read_due-" + id, std::move(read_due) }, { "due-" + id, std::move(due) },
        { "read_responsible-" + id, std::move(read_responsible) }, { "responsible-" + id, std::move(responsible) } };
}

Fields joined(Fields left, Fields const& right)
{
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

} // namespace

TEST_CASE("deadlines and names typed into the grid are saved together")
{
    for_each_engine([](db::Database& database) {
        PlanPages pages(database);
        people::Organization const organization { .id = new_id<people::OrganizationTag>(pages.house.now(), pages.house.chance), .name = "Eau pour Tous", .acronym = "EPT" };
        pages.house.write([&](db::Transaction& tx) { return people::insert_organization(tx, organization, pages.house.now()); });
        auto const gap = pages.add_gap("Retard");
        auto const one = pages.add_action("Une", NoDue {}, { gap });
        auto const two = pages.add_action("Deux", NoDue {}, { gap });
        auto const page = pages.get(pages.plan_path() + "/grid?show=without_due");
        CHECK(page.status == 200);
        CHECK(shows(page, "name=\"due-" + one.id.text() + "\""));
        CHECK(shows(page, "<option value=\"EPT\">"));
        auto const saved = pages.post(pages.plan_path() + "/grid", joined(row(one, "", "août", "", "eau pour tous"), row(two, "", "", "", "")));
        CHECK(saved.status == 303);
        CHECK(pages.find(one).due == Due { DueInMonth { { 2026, 8 } } });
        REQUIRE(pages.find(one).responsible.size() == 1);
        CHECK(pages.find(one).responsible[0].id == organization.id.text());
        CHECK(pages.find(two).version == two.version);
    });
}

TEST_CASE("a row of the grid that is not understood is refused with what was typed, and no other row is written")
{
    for_each_engine([](db::Database& database) {
        PlanPages pages(database);
        auto const gap = pages.add_gap("Retard");
        auto const one = pages.add_action("Une", NoDue {}, { gap });
        auto const two = pages.add_action("Deux", NoDue {}, { gap });
        auto const sent = joined(row(one, "", "août", "", ""), row(two, "", "quand il pleuvra", "", "Une inconnue"));
        auto const refused = pages.post(pages.plan_path() + "/grid", sent);
        CHECK(refused.status == 422);
        CHECK(shows(refused, "value=\"quand il pleuvra\""));
        CHECK(shows(refused, "value=\"août\""));
        CHECK(shows(refused, "id=\"due-" + two.id.text() + "-error\""));
        CHECK(shows(refused, "id=\"responsible-" + two.id.text() + "-error\""));
        CHECK(pages.find(one).version == one.version);

        auto confirmed = joined(sent, { { "confirmed_due-" + two.id.text(), "quand il pleuvra" }, { "confirmed_names-" + two.id.text(), "Une inconnue;" } });
        CHECK(pages.post(pages.plan_path() + "/grid", confirmed).status == 303);
        CHECK(pages.find(two).due_text == "quand il pleuvra");
        CHECK(shows(pages.get(pages.plan_path()), "non compris comme échéance"));
    });
}

TEST_CASE("a row that somebody else changed in between shows theirs, and is written over only when sent again")
{
    for_each_engine([](db::Database& database) {
        PlanPages pages(database);
        auto const gap = pages.add_gap("Retard");
        auto const one = pages.add_action("Une", NoDue {}, { gap });
        CHECK(pages.post(pages.plan_path() + "/grid", row(one, "", "août", "", "")).status == 303);
        auto const second = pages.post(pages.plan_path() + "/grid", row(one, "", "mensuelle", "", ""));
        CHECK(second.status == 409);
        CHECK(shows(second, "août 2026"));
        CHECK(shows(second, "value=\"mensuelle\""));
        CHECK(pages.find(one).due == Due { DueInMonth { { 2026, 8 } } });
        CHECK(pages.post(pages.plan_path() + "/grid", row(pages.find(one), "août 2026", "mensuelle", "", "")).status == 303);
        CHECK(pages.find(one).occurrences.size() == 12);
    });
}
