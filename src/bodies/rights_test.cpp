#include "bodies/body.hpp"
#include "bodies/rights.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::bodies;

namespace {

Date const today = *Date::from(2026, 11, 23);

Date const january = *Date::from(2026, 1, 1);

VisitorFacts visitor_with(std::vector<HeldMandate> mandates, std::vector<HeldMembership> memberships = {})
{
    return { .signed_in = true, .memberships = std::move(memberships), .mandates = std::move(mandates), .today = today, .body_name = "Cluster Nutrition", .coordinators = { "Awa Sanou" } };
}

HeldMandate mandate_until(MandateRole role, std::optional<Date> end) { return { role, *Period::from(january, end) }; }
HeldMandate mandate(MandateRole role) { return mandate_until(role, {}); }
VisitorFacts member(MembershipStatus status) { return visitor_with({}, { { status, Period::since(january) } }); }

std::string refusal(Right right, VisitorFacts const& facts)
{
    auto const decision = decide(right, facts);
    return decision ? std::string() : decision.error().message.debug_string();
}

std::vector<Right> allowed(VisitorFacts const& facts)
{
    std::vector<Right> result;
    for (auto const right : rights())
        if (decide(right, facts))
            result.push_back(right);
    return result;
}

std::vector<Right> const daily_work { Right::ViewBody, Right::EditPlan, Right::ConfirmAction, Right::ManageMembers, Right::ReadReminderLog, Right::ManageBody, Right::ViewCoordination };

/// The coordinator's power to publish, lent for November.
HeldDelegation lent(std::vector<Power> powers)
{
    auto const id = MandateId::trusted(std::string(25, 'm'));
    Delegation delegation { DelegationId::trusted(std::string(25, 'd')), BodyId::trusted(std::string(25, 'b')), id, MandateId::trusted(std::string(25, 'n')), std::move(powers),
        *Period::from(*Date::from(2026, 11, 1), *Date::from(2026, 11, 30)), "Congé" };
    return { delegation, mandate(MandateRole::Coordinator), mandate(MandateRole::CoCoordinator), "Awa Sanou" };
}

} // namespace

TEST_CASE("coordinator, chef de file and facilitator act in everything")
{
    for (auto const role : { MandateRole::Coordinator, MandateRole::DonorLead, MandateRole::Facilitator })
        CHECK(allowed(visitor_with({ mandate(role) })) == rights());
}

TEST_CASE("co-coordinator, entrant, information manager, secretary and assistant do the daily work; external publication is the coordinator's")
{
    for (auto const role : { MandateRole::CoCoordinator, MandateRole::DonorIncoming, MandateRole::InformationManager, MandateRole::Secretary, MandateRole::Assistant })
        CHECK(allowed(visitor_with({ mandate(role) })) == daily_work);
    CHECK(refusal(Right::Publish, visitor_with({ mandate(MandateRole::CoCoordinator) }))
        == "In “Cluster Nutrition”, this belongs to the coordinator, who may delegate it in writing. Ask Awa Sanou, who coordinates it.");
}

TEST_CASE("a chair chairs, represents and validates, and does not publish")
{
    auto const facts = visitor_with({ mandate(MandateRole::Chair) });
    for (auto const right : { Right::Chair, Right::Represent, Right::Validate, Right::EditPlan, Right::Delegate })
        CHECK(decide(right, facts));
    CHECK_FALSE(decide(Right::Publish, facts));
    CHECK_FALSE(decide(Right::ManageMandates, facts));
}

TEST_CASE("members and observers see the body and nothing else; candidates and suspended members do not even that")
{
    for (auto const status : { MembershipStatus::Member, MembershipStatus::Observer })
        CHECK(allowed(member(status)) == std::vector { Right::ViewBody });
    CHECK(refusal(Right::ViewBody, member(MembershipStatus::Suspended))
        == "The membership of “Cluster Nutrition” that reaches you is suspended since 2026-01-01. Ask Awa Sanou, who coordinates it.");
    CHECK(refusal(Right::ViewBody, member(MembershipStatus::Candidate))
        == "The application to “Cluster Nutrition” that reaches you is not accepted yet. Ask Awa Sanou, who coordinates it.");
}

TEST_CASE("administrators may do everything except speak for a body; a visitor who is not signed in nothing")
{
    for (auto const right : rights()) {
        CHECK(decide(right, { .signed_in = true, .administrator = true, .today = today }).has_value() == !power_of(right));
        CHECK(refusal(right, { .today = today }) == "Sign in to see this page.");
    }
}

TEST_CASE("a mandate ends with its last day: on the next one it gives nothing, and the refusal says since when")
{
    auto const held = visitor_with({ mandate_until(MandateRole::Coordinator, today) });
    CHECK(decide(Right::EditPlan, held));
    auto next_day = held;
    next_day.today = today.plus_days(1);
    CHECK(refusal(Right::EditPlan, next_day) == "Your role in “Cluster Nutrition” ended on 2026-11-23. Ask Awa Sanou, who coordinates it.");
}

TEST_CASE("a mandate that is still to come gives nothing yet")
{
    auto const facts = visitor_with({ { MandateRole::Coordinator, Period::since(today.plus_days(7)) } });
    CHECK(refusal(Right::EditPlan, facts) == "Your role in “Cluster Nutrition” starts on 2026-11-30. Ask Awa Sanou, who coordinates it.");
}

TEST_CASE("invariant 3: an expired engagement stops writing at midnight and leaves reading, until it is renewed")
{
    auto held = mandate(MandateRole::CoCoordinator);
    held.engaged = { { january, today } };
    CHECK(allowed(visitor_with({ held })) == daily_work);
    held.engaged = { { january, today.plus_days(-1) } };
    CHECK(allowed(visitor_with({ held })) == std::vector { Right::ViewBody });
    CHECK(refusal(Right::EditPlan, visitor_with({ held }))
        == "The engagement behind your mandate in “Cluster Nutrition” ended on 2026-11-22: you may read, no longer write. Ask Awa Sanou, who coordinates it.");
    held.engaged.push_back({ today, today.plus_days(365) });
    CHECK(allowed(visitor_with({ held })) == daily_work);
}

TEST_CASE("before the first letter is signed a mandate stands on its own period; in a gap between two letters it does not")
{
    std::vector<EngagedSpan> const spans { { *Date::from(2026, 3, 1), *Date::from(2026, 6, 30) }, { *Date::from(2026, 7, 10), *Date::from(2026, 12, 31) } };
    CHECK(is_engaged({}, today));
    CHECK(is_engaged(spans, *Date::from(2026, 2, 28)));
    CHECK(is_engaged(spans, *Date::from(2026, 6, 30)));
    CHECK_FALSE(is_engaged(spans, *Date::from(2026, 7, 1)));
    CHECK(is_engaged(spans, *Date::from(2026, 7, 10)));
    CHECK_FALSE(is_engaged(spans, *Date::from(2027, 1, 1)));
}

TEST_CASE("invariant 4: a delegation gives exactly the powers it names, within its dates, until it is revoked, while both mandates are in force")
{
    auto facts = visitor_with({ mandate(MandateRole::CoCoordinator) });
    facts.delegations = { lent({ Power::Publish }) };
    CHECK(decide(Right::Publish, facts));
    CHECK_FALSE(decide(Right::Validate, facts));
    CHECK_FALSE(decide(Right::ManageMandates, facts));
    auto december = facts;
    december.today = *Date::from(2026, 12, 1);
    CHECK_FALSE(decide(Right::Publish, december));
    auto revoked = facts;
    revoked.delegations[0].delegation.revoked_on = today;
    CHECK_FALSE(decide(Right::Publish, revoked));
    auto left = facts;
    left.delegations[0].from = mandate_until(MandateRole::Coordinator, today.plus_days(-1));
    CHECK_FALSE(decide(Right::Publish, left));
    auto unengaged = facts;
    unengaged.delegations[0].to.engaged = { { january, today.plus_days(-1) } };
    CHECK_FALSE(decide(Right::Publish, unengaged));
}

TEST_CASE("invariant 4: nobody lends more than they hold, nor for longer, nor to themselves")
{
    auto const body = BodyId::trusted(std::string(25, 'b'));
    Mandate const from { .id = MandateId::trusted(std::string(25, 'm')), .body = body, .role = MandateRole::Coordinator, .organization = {},
        .person = people::PersonId::trusted(std::string(25, 'p')), .period = *Period::from(january, *Date::from(2026, 12, 31)) };
    auto to = from;
    to.id = MandateId::trusted(std::string(25, 'n'));
    to.role = MandateRole::CoCoordinator;
    auto const delegation = lent({ Power::Publish }).delegation;
    CHECK(checked(delegation, from, to, {}));
    auto const fields = [&](Delegation const& asked, Mandate const& lender, Mandate const& borrower, std::optional<Date> engaged_until = {}) {
        std::vector<std::string> names;
        if (auto const result = checked(asked, lender, borrower, engaged_until); !result)
            for (auto const& error : result.error().fields)
                names.push_back(error.field);
        return names;
    };
    auto open = delegation;
    open.period = Period::since(january);
    CHECK(fields(open, from, to) == std::vector<std::string> { "ends_on" });
    CHECK(fields(delegation, from, to, *Date::from(2026, 11, 15)) == std::vector<std::string> { "ends_on" });
    auto early = delegation;
    early.period = *Period::from(january.plus_days(-1), today);
    CHECK(fields(early, from, to) == std::vector<std::string> { "starts_on" });
    auto poor = from;
    poor.role = MandateRole::CoCoordinator;
    CHECK(fields(delegation, poor, to) == std::vector<std::string> { "powers" });
    CHECK(fields(delegation, from, from) == std::vector<std::string> { "to" });
    auto elsewhere = to;
    elsewhere.body = BodyId::trusted(std::string(25, 'c'));
    CHECK(fields(delegation, from, elsewhere) == std::vector<std::string> { "to" });
    auto mute = delegation;
    mute.powers.clear();
    mute.reason = " ";
    CHECK(fields(mute, from, to) == std::vector<std::string> { "reason", "powers" });
}

TEST_CASE("invariant 5: the chair passes from the absent coordinator to the co-coordinator, then to an elected chair, with the reason")
{
    auto const awa = people::PersonId::trusted(std::string(25, 'a'));
    auto const issa = people::PersonId::trusted(std::string(25, 'i'));
    auto const fanta = people::PersonId::trusted(std::string(25, 'f'));
    std::vector<ChairCandidate> candidates { { MandateRole::Coordinator, awa, "Awa Sanou" }, { MandateRole::CoCoordinator, issa, "Issa Traoré" }, { MandateRole::Chair, fanta, "Fanta Cissé" } };
    CHECK(chair_of(candidates).person == awa);
    CHECK_FALSE(chair_of(candidates).is_substitution);
    candidates[0].is_absent = true;
    CHECK(chair_of(candidates).person == issa);
    CHECK(chair_of(candidates).reason.debug_string() == "Awa Sanou is away: the role passes to the stand-in.");
    candidates[1].is_absent = true;
    CHECK(chair_of(candidates).person == fanta);
    candidates[2].is_absent = true;
    CHECK_FALSE(chair_of(candidates).person);
    CHECK(chair_of({}).reason.debug_string() == "Nobody who could chair is there: the meeting elects a chair.");
}

TEST_CASE("who stands in for an absent coordinator chairs and represents that day, and does not publish")
{
    auto facts = visitor_with({ mandate(MandateRole::CoCoordinator) });
    facts.person = std::string(25, 'i');
    CHECK_FALSE(decide(Right::Chair, facts));
    facts.chairing = { people::PersonId::trusted(facts.person), "Issa Traoré", MandateRole::CoCoordinator, true, "Awa Sanou", tr("{name} is away: the role passes to the stand-in.", { { "name", "Awa Sanou" } }) };
    CHECK(decide(Right::Chair, facts));
    CHECK(decide(Right::Represent, facts));
    CHECK_FALSE(decide(Right::Publish, facts));
    CHECK(explain(Right::Chair, facts).because.debug_string() == "Awa Sanou is away: the role passes to the stand-in.");
}

TEST_CASE("coordinator and co-coordinator of a cluster facilitate its technical working groups; its information manager does not")
{
    for (auto const role : { MandateRole::Coordinator, MandateRole::CoCoordinator }) {
        auto held = mandate(role);
        held.in_parent = true;
        CHECK(allowed(visitor_with({ held })) == rights());
    }
    auto held = mandate(MandateRole::InformationManager);
    held.in_parent = true;
    CHECK_FALSE(decide(Right::EditPlan, visitor_with({ held })));
}

TEST_CASE("an organisation that coordinates lets its people see, not act: acting roles are named persons'")
{
    auto held = mandate(MandateRole::Coordinator);
    held.by_organization = true;
    CHECK(allowed(visitor_with({ held })) == std::vector { Right::ViewBody });
}

TEST_CASE("a refusal names the cause and who can help")
{
    CHECK(refusal(Right::ViewBody, visitor_with({})) == "You are not a member of “Cluster Nutrition”. Ask Awa Sanou, who coordinates it.");
    CHECK(refusal(Right::EditPlan, member(MembershipStatus::Member))
        == "In “Cluster Nutrition”, this is for the coordination: your role does not allow it. Ask Awa Sanou, who coordinates it.");
    auto facts = visitor_with({});
    facts.coordinators.clear();
    CHECK(refusal(Right::ViewBody, facts) == "You are not a member of “Cluster Nutrition”. Nobody coordinates this body today: ask an administrator.");
}

TEST_CASE("a present mandate counts beside an expired one")
{
    CHECK(decide(Right::EditPlan, visitor_with({ mandate_until(MandateRole::InformationManager, today.plus_days(-10)), mandate(MandateRole::CoCoordinator) })));
}

TEST_CASE("every kind, role and right has a word that leads back to it")
{
    CHECK(body_kinds().size() == 17);
    for (auto const kind : body_kinds())
        CHECK(body_kind_from(name_of(kind)) == kind);
    for (auto const status : membership_statuses())
        CHECK(membership_status_from(name_of(status)) == status);
    for (auto const role : mandate_roles())
        CHECK(mandate_role_from(name_of(role)) == role);
    for (auto const level : mandate_levels())
        CHECK(mandate_level_from(name_of(level)) == level);
    for (auto const power : powers())
        CHECK(power_from(name_of(power)) == power);
    for (auto const kind : engagement_kinds())
        CHECK(engagement_kind_from(name_of(kind)) == kind);
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
