#include "actions/progress.hpp"
#include "actions/action_test_data.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::actions;
using test::action;
using test::day;

namespace {

people::PersonId const awa = test::id<people::PersonId>(11);
people::PersonId const issa = test::id<people::PersonId>(12);

ProgressSetting speaking(ProgressRole role, people::PersonId person = awa)
{
    return { day("2023-06-01"), { role, person, {} }, {} };
}
ProgressSetting for_organization(int number)
{
    return { day("2023-06-01"), { ProgressRole::Owner, {}, test::id<people::OrganizationId>(number) }, {} };
}

ActionPoint report_due_in_june()
{
    auto one = action(1, "Rédiger le rapport", DueOn { day("2023-06-15") });
    one.first_deadline = day("2023-06-15");
    return one;
}

ActionPoint shared_by_two()
{
    auto one = report_due_in_june();
    one.member_states = { { test::id<people::OrganizationId>(1), "Eau pour Tous", Status::ToDo, {} }, { test::id<people::OrganizationId>(2), "Puits du Sahel", Status::ToDo, {} } };
    return one;
}

} // namespace

TEST_CASE("what its owner calls done waits for the coordinator")
{
    auto const done = advance(report_due_in_june(), ReportDone { "Envoyé lundi" }, speaking(ProgressRole::Owner)).value();
    CHECK(done.status == Status::DoneToConfirm);
    CHECK(done.version == 2);
    CHECK(advance(done, ConfirmClosed { "Vu", false }, speaking(ProgressRole::Owner)).error().kind == ErrorKind::Forbidden);

    auto const closed = advance(done, ConfirmClosed { "Diffusé aux membres", false }, speaking(ProgressRole::Coordinator)).value();
    CHECK(closed.status == Status::Closed);
    CHECK(closed.closing_note == "Diffusé aux membres");
    CHECK(closed.closed_on == day("2023-06-01"));
}

TEST_CASE("closing needs a note, blocking and abandoning need a reason")
{
    auto const coordinator = speaking(ProgressRole::Coordinator);
    for (auto const& progress : { Progress(ConfirmClosed { "  ", false }), Progress(Block { "" }), Progress(Abandon { "\u00A0" }) }) {
        auto const refused = advance(report_due_in_june(), progress, coordinator);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::Invalid);
        CHECK(refused.error().fields.size() == 1);
    }
    CHECK(advance(report_due_in_june(), Block { "Pas de véhicule" }, coordinator)->status_reason == "Pas de véhicule");
}

TEST_CASE("the coordinator sends back what is not done, with a reason")
{
    auto const done = advance(report_due_in_june(), ReportDone {}, speaking(ProgressRole::Owner)).value();
    CHECK_FALSE(advance(done, SendBack { "" }, speaking(ProgressRole::Coordinator)));
    auto const back = advance(done, SendBack { "L’annexe manque" }, speaking(ProgressRole::Coordinator)).value();
    CHECK(back.status == Status::InProgress);
    CHECK(back.status_reason == "L’annexe manque");
    CHECK(advance(back, SendBack { "encore" }, speaking(ProgressRole::Coordinator)).error().kind == ErrorKind::Conflict);
}

TEST_CASE("the first deadline stays when the date moves, and later dates are counted")
{
    auto moved = advance(report_due_in_june(), MoveDeadline { DueOn { day("2023-07-15") }, {} }, speaking(ProgressRole::Owner)).value();
    CHECK(moved.first_deadline == day("2023-06-15"));
    CHECK(moved.postponements == 1);
    moved = advance(moved, MoveDeadline { DueOn { day("2023-07-01") }, {} }, speaking(ProgressRole::Owner)).value();
    CHECK(moved.postponements == 1);
    CHECK(moved.first_deadline == day("2023-06-15"));
    CHECK_FALSE(advance(moved, MoveDeadline { DueOn { day("2023-05-31") }, {} }, speaking(ProgressRole::Owner)));
    CHECK_FALSE(advance(moved, MoveDeadline { NoDue {}, {} }, speaking(ProgressRole::Owner)));
}

TEST_CASE("a member who is not responsible changes nothing")
{
    CHECK(advance(report_due_in_june(), ReportDone {}, speaking(ProgressRole::Member)).error().kind == ErrorKind::Forbidden);
    CHECK(offered_steps(report_due_in_june(), ProgressRole::Member).empty());
}

TEST_CASE("a high priority is closed with evidence, by somebody who neither wrote nor owes it")
{
    auto urgent = report_due_in_june();
    urgent.priority = Priority::High;
    urgent.responsible = { { Responsible::Kind::Person, issa.text(), "Issa Kaboré" } };
    auto setting = speaking(ProgressRole::Coordinator);
    CHECK(advance(urgent, ConfirmClosed { "Fait", false }, setting).error().kind == ErrorKind::Invalid);
    CHECK(advance(urgent, ConfirmClosed { "Fait", true }, setting)->status == Status::Closed);
    setting.author = awa;
    CHECK(advance(urgent, ConfirmClosed { "Fait", true }, setting).error().kind == ErrorKind::Forbidden);
    CHECK(advance(urgent, ConfirmClosed { "Fait", true }, speaking(ProgressRole::Coordinator, issa)).error().kind == ErrorKind::Forbidden);
}

TEST_CASE("a collective action waits for confirmation when its last member is done")
{
    auto one = advance(shared_by_two(), ReportDone {}, for_organization(1)).value();
    CHECK(one.status == Status::InProgress);
    CHECK(one.member_states[0].status == Status::DoneToConfirm);
    one = advance(one, ReportDone {}, for_organization(2)).value();
    CHECK(one.status == Status::DoneToConfirm);
    CHECK(advance(one, ReportDone {}, for_organization(3)).error().kind == ErrorKind::Forbidden);
}

TEST_CASE("the coordinator closes a collective action before everybody answered, with a reason")
{
    auto const refused = advance(shared_by_two(), ConfirmClosed { "", false }, speaking(ProgressRole::Coordinator));
    CHECK(refused.error().message.singular().starts_with("Not every member"));
    CHECK(advance(shared_by_two(), ConfirmClosed { "Un membre a quitté le pays", false }, speaking(ProgressRole::Coordinator))->status == Status::Closed);
}

TEST_CASE("a closed action takes no answer until a coordinator opens it again")
{
    auto const closed = advance(report_due_in_june(), ConfirmClosed { "Diffusé", false }, speaking(ProgressRole::Coordinator)).value();
    CHECK(advance(closed, ReportDone {}, speaking(ProgressRole::Owner)).error().kind == ErrorKind::Conflict);
    CHECK(advance(closed, Reopen { "Version fautive" }, speaking(ProgressRole::Owner)).error().kind == ErrorKind::Forbidden);
    auto const open = advance(closed, Reopen { "Version fautive" }, speaking(ProgressRole::Coordinator)).value();
    CHECK(open.status == Status::InProgress);
    CHECK_FALSE(open.closed_on);
}

TEST_CASE("two missed dates are told to the coordinator, three go to the body above")
{
    std::vector<ReplacedDeadline> const history { { day("2023-03-01"), day("2023-03-10") }, { day("2023-04-01"), day("2023-03-20") }, { day("2023-05-01"), day("2023-05-02") } };
    auto const one = report_due_in_june();
    CHECK(missed_dates(one, history, day("2023-06-10")) == 2);
    CHECK(missed_dates(one, history, day("2023-06-16")) == 3);
    CHECK(escalation_after(1) == Escalation::None);
    CHECK(escalation_after(2) == Escalation::TellCoordinator);
    CHECK(escalation_after(3) == Escalation::ProposeToBodyAbove);
}
