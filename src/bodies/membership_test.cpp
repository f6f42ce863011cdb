#include "bodies/member_rule.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::bodies;

namespace {

Date day(int month, unsigned number) { return *Date::from(2026, static_cast<unsigned>(month), number); }

MembershipId membership_id(char letter) { return MembershipId::trusted(std::string(25, letter)); }
people::PersonId person_id(char letter) { return people::PersonId::trusted(std::string(25, letter)); }

Membership membership(char letter, MembershipStatus status, Period period, MembershipSeat seat = MembershipSeat::Titular)
{
    return { membership_id(letter), BodyId::trusted(std::string(25, 'b')), people::OrganizationId::trusted(std::string(25, 'o')), person_id(letter), status, period, seat };
}

std::string refused_field(Result<void> const& result) { return result ? std::string() : result.error().fields.at(0).field; }

} // namespace

TEST_CASE("a candidate becomes a member: the candidature ends the day before, and no day is left out")
{
    auto const former = membership('a', MembershipStatus::Candidate, *Period::from(day(1, 5), day(12, 31)));
    auto const change = change_status(former, membership_id('z'), MembershipStatus::Member, day(3, 1), "Décision de la réunion de février");
    REQUIRE(change);
    CHECK(change->former.period.end() == day(2, 28));
    CHECK(change->next.period.start() == day(3, 1));
    CHECK(change->next.period.end() == day(12, 31));
    CHECK(change->next.reason == "Décision de la réunion de février");
    CHECK(change->next.person == former.person);
}

TEST_CASE("only a member is suspended, and nobody becomes a candidate again without leaving first")
{
    auto const try_change = [](MembershipStatus from, MembershipStatus to) {
        return change_status(membership('a', from, Period::since(day(1, 1))), membership_id('z'), to, day(2, 1), "Motif").has_value();
    };
    CHECK(try_change(MembershipStatus::Member, MembershipStatus::Suspended));
    CHECK(try_change(MembershipStatus::Suspended, MembershipStatus::Member));
    CHECK(try_change(MembershipStatus::Observer, MembershipStatus::Member));
    CHECK_FALSE(try_change(MembershipStatus::Candidate, MembershipStatus::Suspended));
    CHECK_FALSE(try_change(MembershipStatus::Observer, MembershipStatus::Suspended));
    CHECK_FALSE(try_change(MembershipStatus::Member, MembershipStatus::Candidate));
    CHECK_FALSE(try_change(MembershipStatus::Member, MembershipStatus::Member));
}

TEST_CASE("a status changes after its first day, within its period, and with a reason")
{
    auto const former = membership('a', MembershipStatus::Member, *Period::from(day(1, 5), day(6, 30)));
    auto const field = [&](Date first_day, std::string reason) {
        auto const change = change_status(former, membership_id('z'), MembershipStatus::Observer, first_day, std::move(reason));
        return change ? std::string() : change.error().fields.at(0).field;
    };
    CHECK(field(day(1, 5), "Motif") == "starts_on");
    CHECK(field(day(1, 6), "Motif").empty());
    CHECK(field(day(6, 30), "Motif").empty());
    CHECK(field(day(7, 1), "Motif") == "starts_on");
    CHECK(field(day(2, 1), "  ") == "reason");
}

TEST_CASE("two persons of one institution at most: a third one is refused on the first day on which it would be too much")
{
    MemberRule const rule { .most_persons = 2 };
    std::vector<Membership> const others { membership('a', MembershipStatus::Member, Period::since(day(1, 1))), membership('b', MembershipStatus::Member, *Period::from(day(3, 1), day(3, 31))) };
    CHECK(admits(rule, others, membership('c', MembershipStatus::Member, *Period::from(day(1, 1), day(2, 28)))));
    CHECK(admits(rule, others, membership('c', MembershipStatus::Member, Period::since(day(4, 1)))));
    CHECK(refused_field(admits(rule, others, membership('c', MembershipStatus::Observer, Period::since(day(2, 1))))) == "person");
    CHECK(admits({}, others, membership('c', MembershipStatus::Member, Period::since(day(2, 1)))));
}

TEST_CASE("the same person changing status takes no further seat")
{
    MemberRule const rule { .most_persons = 1, .one_titular = true };
    auto next = membership('a', MembershipStatus::Suspended, Period::since(day(2, 1)));
    next.id = membership_id('z');
    CHECK(admits(rule, { membership('a', MembershipStatus::Member, Period::since(day(1, 1))) }, next));
}

TEST_CASE("where there is one titular, the second person is an alternate")
{
    MemberRule const rule { .most_persons = 2, .one_titular = true };
    std::vector<Membership> const others { membership('a', MembershipStatus::Member, Period::since(day(1, 1))) };
    CHECK(refused_field(admits(rule, others, membership('b', MembershipStatus::Member, Period::since(day(2, 1))))) == "seat");
    CHECK(admits(rule, others, membership('b', MembershipStatus::Member, Period::since(day(2, 1)), MembershipSeat::Alternate)));
}

TEST_CASE("titulars decide, alternates where the rule lets them, observers and suspended members never")
{
    auto const always = Period::since(day(1, 1));
    auto const titular = membership('a', MembershipStatus::Member, always);
    auto const alternate = membership('b', MembershipStatus::Member, always, MembershipSeat::Alternate);
    CHECK(decides({}, titular));
    CHECK(decides({}, alternate));
    CHECK_FALSE(decides({ .alternate_decides = false }, alternate));
    CHECK_FALSE(decides({}, membership('c', MembershipStatus::Observer, always)));
    CHECK_FALSE(decides({}, membership('c', MembershipStatus::Suspended, always)));
}

TEST_CASE("a rule has numbers that mean something")
{
    CHECK_FALSE(checked(MemberRule { .most_persons = 0 }));
    CHECK_FALSE(checked(MemberRule { .notice_days = -1 }));
    CHECK_FALSE(checked(MemberRule { .criteria = { .meetings = 6, .meeting_share = 101 } }));
    CHECK(checked(MemberRule { .most_persons = 2, .quorum = " la moitié  des membres " })->quorum == "la moitié des membres");
}
