#include "bodies/body.hpp"
#include "bodies/rights.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::bodies;

namespace {

Date const today = *Date::from(2026, 11, 23);

VisitorFacts visitor_with(std::vector<HeldRole> roles)
{
    return { true, false, std::move(roles), today, "Cluster Nutrition", { "Awa Sanou" } };
}

HeldRole role_until(MembershipRole role, std::optional<Date> end)
{
    return { role, *Period::from(*Date::from(2026, 1, 1), end) };
}

std::string refusal(Right right, VisitorFacts const& facts)
{
    auto const decision = decide(right, facts);
    return decision ? std::string() : decision.error().message.debug_string();
}

} // namespace

TEST_CASE("coordinator, co-coordinator and information manager may do everything in their body")
{
    for (auto const role : { MembershipRole::Coordinator, MembershipRole::CoCoordinator, MembershipRole::InformationManager })
        for (auto const right : rights())
            CHECK(decide(right, visitor_with({ role_until(role, {}) })));
}

TEST_CASE("members and observers see the body and nothing else")
{
    for (auto const role : { MembershipRole::Member, MembershipRole::Observer })
        for (auto const right : rights())
            CHECK(decide(right, visitor_with({ role_until(role, {}) })).has_value() == (right == Right::ViewBody));
}

TEST_CASE("administrators may do everything, a visitor who is not signed in nothing")
{
    for (auto const right : rights()) {
        CHECK(decide(right, { true, true, {}, today }));
        CHECK(refusal(right, { false, false, {}, today }) == "Sign in to see this page.");
    }
}

TEST_CASE("a role ends with its last day: on the next one it gives nothing, and the refusal says since when")
{
    auto const held = visitor_with({ role_until(MembershipRole::Coordinator, today) });
    CHECK(decide(Right::EditPlan, held));
    auto next_day = held;
    next_day.today = today.plus_days(1);
    CHECK(refusal(Right::EditPlan, next_day) == "Your role in “Cluster Nutrition” ended on 2026-11-23. Ask Awa Sanou, who coordinates it.");
}

TEST_CASE("a role that is still to come gives nothing yet")
{
    auto facts = visitor_with({ { MembershipRole::Coordinator, Period::since(today.plus_days(7)) } });
    CHECK(refusal(Right::EditPlan, facts) == "Your role in “Cluster Nutrition” starts on 2026-11-30. Ask Awa Sanou, who coordinates it.");
}

TEST_CASE("an organisation that coordinates lets its people see, not act: acting roles are named persons'")
{
    HeldRole held = role_until(MembershipRole::Coordinator, {});
    held.by_organization = true;
    CHECK(decide(Right::ViewBody, visitor_with({ held })));
    CHECK_FALSE(decide(Right::EditPlan, visitor_with({ held })));
}

TEST_CASE("a refusal names the cause and who can help")
{
    CHECK(refusal(Right::ViewBody, visitor_with({})) == "You are not a member of “Cluster Nutrition”. Ask Awa Sanou, who coordinates it.");
    CHECK(refusal(Right::EditPlan, visitor_with({ role_until(MembershipRole::Member, {}) }))
        == "In “Cluster Nutrition”, this is for the coordination: your role does not allow it. Ask Awa Sanou, who coordinates it.");
    auto facts = visitor_with({});
    facts.coordinators.clear();
    CHECK(refusal(Right::ViewBody, facts) == "You are not a member of “Cluster Nutrition”. Nobody coordinates this body today: ask an administrator.");
}

TEST_CASE("a present role counts beside an expired one")
{
    CHECK(decide(Right::EditPlan, visitor_with({ role_until(MembershipRole::Member, today.plus_days(-10)), role_until(MembershipRole::CoCoordinator, {}) })));
}

TEST_CASE("every kind, role and right has a word that leads back to it")
{
    CHECK(body_kinds().size() == 17);
    for (auto const kind : body_kinds())
        CHECK(body_kind_from(name_of(kind)) == kind);
    for (auto const role : membership_roles())
        CHECK(membership_role_from(name_of(role)) == role);
    for (auto const right : rights())
        CHECK(right_from(name_of(right)) == right);
}

TEST_CASE("the night crosses midnight, or there is none")
{
    QuietTimes const quiet;
    CHECK(quiet.is_night(20 * 60));
    CHECK(quiet.is_night(0));
    CHECK(quiet.is_night(6 * 60 + 59));
    CHECK_FALSE(quiet.is_night(7 * 60));
    QuietTimes none;
    none.night_from = none.night_until = 0;
    CHECK_FALSE(none.is_night(0));
}

TEST_CASE("a body's quiet days are its weekdays and its dates")
{
    QuietTimes quiet;
    quiet.days = { *Date::from(2026, 12, 11) };
    CHECK(quiet.is_quiet_day(*Date::from(2026, 11, 22))); // Sunday
    CHECK_FALSE(quiet.is_quiet_day(today));
    CHECK(quiet.is_quiet_day(*Date::from(2026, 12, 11)));
}

TEST_CASE("a code is typed in any case and holds no accents")
{
    CHECK(normal_code(" nut ") == "NUT");
    CHECK(normal_code("gtt-2") == "GTT-2");
    for (auto const* const bad : { "", "N", "SÉCAL", "A B", "ABCDEFGHIJKLM", "NUT;" })
        CHECK_FALSE(normal_code(bad));
}

TEST_CASE("all that is wrong in a body is said at once")
{
    auto const id = BodyId::trusted(std::string(25, 'b'));
    Body body { id, BodyKind::Cluster, " ", "", "?", geography::CountryCode::trusted("BFA"), id };
    body.quiet.weekdays = { 1, 2, 3, 4, 5, 6, 7 };
    auto const result = checked(body);
    REQUIRE_FALSE(result);
    CHECK(result.error().fields.size() == 4);
}
