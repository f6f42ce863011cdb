#include "actions/reminders.hpp"
#include "actions/action_test_data.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace toguna;
using namespace toguna::actions;
using test::day;

namespace {

int constexpr ten_in_the_morning = 10 * 60;
bodies::BodyId const shelter = test::id<bodies::BodyId>(1);

PersonPoints awa_owing(std::string_view deadline)
{
    return { test::id<people::PersonId>(1), { { test::id<ActionId>(7), shelter, Status::ToDo, day(deadline), {} } } };
}

/// Every reminder of a span of days, asked three times a day, as the outbox would keep them.
std::vector<std::pair<Date, ReminderStage>> sent(PersonPoints const& person, std::string_view from, std::string_view to, ReminderPolicy const& policy = {})
{
    std::set<std::string> keys;
    std::vector<std::pair<Date, ReminderStage>> result;
    for (auto today = day(from); today <= day(to); today = today.plus_days(1))
        for (int const minute : { 3 * 60, ten_in_the_morning, 15 * 60 })
            for (auto const& due : reminders_due({ person }, today, minute, policy))
                if (keys.insert(due.key).second)
                    result.emplace_back(today, due.stage);
    return result;
}

} // namespace

TEST_CASE("one mail two days before, one the day after, one a week")
{
    // 15 June 2023 is a Thursday.
    CHECK(sent(awa_owing("2023-06-15"), "2023-06-05", "2023-06-25")
        == std::vector<std::pair<Date, ReminderStage>> { { day("2023-06-12"), ReminderStage::Weekly }, { day("2023-06-13"), ReminderStage::Before },
            { day("2023-06-16"), ReminderStage::After }, { day("2023-06-19"), ReminderStage::Weekly } });
}

TEST_CASE("nobody is reminded at night")
{
    auto const person = awa_owing("2023-06-15");
    CHECK(reminders_due({ person }, day("2023-06-13"), 3 * 60, {}).empty());
    CHECK(reminders_due({ person }, day("2023-06-13"), 22 * 60, {}).empty());
    CHECK_FALSE(reminders_due({ person }, day("2023-06-13"), ten_in_the_morning, {}).empty());
}

TEST_CASE("a reminder that falls on a quiet day is sent on the next one, once")
{
    ReminderPolicy policy;
    policy.quiet[shelter] = { .weekdays = { 5, 6, 7 }, .dates = { day("2023-06-12") } };
    CHECK(sent(awa_owing("2023-06-15"), "2023-06-05", "2023-06-20", policy)
        == std::vector<std::pair<Date, ReminderStage>> { { day("2023-06-13"), ReminderStage::Weekly }, { day("2023-06-13"), ReminderStage::Before },
            { day("2023-06-19"), ReminderStage::Weekly }, { day("2023-06-19"), ReminderStage::After } });
}

TEST_CASE("a body that is always quiet sends nothing and stops nothing")
{
    ReminderPolicy policy;
    policy.quiet[shelter] = { .weekdays = { 1, 2, 3, 4, 5, 6, 7 } };
    auto const all = sent(awa_owing("2023-06-15"), "2023-06-05", "2023-06-20", policy);
    CHECK(all.empty());
}

TEST_CASE("a deadline that moved is reminded anew")
{
    auto const key_before = [](std::string_view deadline, std::string_view today) {
        for (auto const& due : reminders_due({ awa_owing(deadline) }, day(today), ten_in_the_morning, {}))
            if (due.stage == ReminderStage::Before)
                return due.key;
        return std::string();
    };
    CHECK_FALSE(key_before("2023-06-15", "2023-06-13").empty());
    CHECK(key_before("2023-06-15", "2023-06-13") != key_before("2023-06-22", "2023-06-20"));
}

TEST_CASE("a laptop that was off on the day sends the reminder when it runs again, and still only once")
{
    // Off from Monday to Wednesday; on the eve and the day of the deadline the weekly and the single reminder are made up for.
    CHECK(sent(awa_owing("2023-06-15"), "2023-06-15", "2023-06-15")
        == std::vector<std::pair<Date, ReminderStage>> { { day("2023-06-15"), ReminderStage::Weekly }, { day("2023-06-15"), ReminderStage::Before } });
    CHECK(sent(awa_owing("2023-06-15"), "2023-06-18", "2023-06-18").size() == 2);
    auto const long_after = sent(awa_owing("2023-06-15"), "2023-07-10", "2023-07-10");
    CHECK(long_after == std::vector<std::pair<Date, ReminderStage>> { { day("2023-07-10"), ReminderStage::Weekly } });
}

TEST_CASE("what waits for confirmation is not reminded")
{
    auto person = awa_owing("2023-06-15");
    person.points[0].status = Status::DoneToConfirm;
    CHECK(sent(person, "2023-06-05", "2023-06-25").empty());
}

TEST_CASE("the weekly mail lists what is overdue, due this week and changed, and nobody gets an empty one")
{
    PersonPoints person { test::id<people::PersonId>(1), {} };
    person.points.push_back({ test::id<ActionId>(1), shelter, Status::ToDo, day("2023-06-18"), {} });
    person.points.push_back({ test::id<ActionId>(2), shelter, Status::Blocked, day("2023-05-01"), {} });
    person.points.push_back({ test::id<ActionId>(3), shelter, Status::ToDo, day("2023-09-01"), day("2023-06-09") });
    person.points.push_back({ test::id<ActionId>(4), shelter, Status::ToDo, day("2023-09-01"), {} });
    auto const due = reminders_due({ person }, day("2023-06-12"), ten_in_the_morning, {});
    REQUIRE(due.size() == 1);
    CHECK(due[0].overdue == std::vector { test::id<ActionId>(2) });
    CHECK(due[0].due_this_week == std::vector { test::id<ActionId>(1) });
    CHECK(due[0].changed == std::vector { test::id<ActionId>(3) });
    CHECK(reminders_due({ { test::id<people::PersonId>(2), { person.points[3] } } }, day("2023-06-12"), ten_in_the_morning, {}).empty());
}

TEST_CASE("a body's own night holds its reminders back, also across midnight")
{
    ReminderPolicy policy;
    policy.quiet[shelter] = { .night_from = 18 * 60, .night_until = 8 * 60 };
    auto const asked = [&](int minute) { return reminders_due({ awa_owing("2023-06-15") }, day("2023-06-13"), minute, policy).size(); };
    CHECK(asked(8 * 60 - 1) == 0);
    CHECK(asked(8 * 60) == 2);
    CHECK(asked(18 * 60 - 1) == 2);
    CHECK(asked(18 * 60) == 0);
}

TEST_CASE("an action of every week is spoken of in the weekly mail alone")
{
    auto person = awa_owing("2023-06-18");
    person.points[0].weekly_only = true;
    CHECK(sent(person, "2023-06-12", "2023-06-18") == std::vector<std::pair<Date, ReminderStage>> { { day("2023-06-12"), ReminderStage::Weekly } });
}
