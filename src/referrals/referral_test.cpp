#include "referrals/referral.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::referrals;

namespace {

using enum ReferralStep;

Referral referral(ReferralKind kind)
{
    return { .id = ReferralId::trusted(std::string(25, 'r')), .body = bodies::BodyId::trusted(std::string(25, 'b')), .kind = kind, .year = 2026, .number = 7, .title = "Objet", .text = "Texte",
        .opened_on = *Date::from(2026, 3, 1) };
}

people::PersonId const somebody = people::PersonId::trusted(std::string(25, 'p'));

/// The state after steps that all carry what they ask.
ReferralState after(ReferralKind kind, std::vector<ReferralStep> const& steps)
{
    auto one = referral(kind);
    for (auto const step : steps) {
        auto next = advance(one, step, { "Mots", somebody, {}, bodies::BodyId::trusted(std::string(25, 'c')) });
        REQUIRE_MESSAGE(next, name_of(step));
        one = *next;
    }
    return one.state;
}

std::string refused_field(Result<Referral> const& result)
{
    return result ? std::string() : result.error().fields.empty() ? "conflict" : result.error().fields.at(0).field;
}

} // namespace

TEST_CASE("a reference says body, kind, year and number")
{
    CHECK(reference_of(referral(ReferralKind::LastResort), "NUT") == "NUT-DR-2026-007");
    CHECK(reference_of(referral(ReferralKind::WorkRequest), "PTF") == "PTF-TR-2026-007");
}

TEST_CASE("a last-resort case is closed only after the lead agency has answered, with its outcome")
{
    CHECK(after(ReferralKind::LastResort, { Take, Answer, Answer, Close }) == ReferralState::Closed);
    CHECK(refused_field(advance(referral(ReferralKind::LastResort), Close, { "Couvert" })) == "conflict");
    auto answered = referral(ReferralKind::LastResort);
    answered.state = ReferralState::Answered;
    CHECK(refused_field(advance(answered, Close, {})) == "words");
}

TEST_CASE("a capacity proposal goes to the committee, gets its decision, and is followed to its outcome")
{
    CHECK(after(ReferralKind::CapacityProposal, { Submit, Adopt, Close }) == ReferralState::Closed);
    CHECK(after(ReferralKind::CapacityProposal, { Submit, Amend }) == ReferralState::Amended);
    CHECK(after(ReferralKind::CapacityProposal, { Submit, Refuse }) == ReferralState::Refused);
    CHECK(refused_field(advance(referral(ReferralKind::CapacityProposal), Adopt, { "Oui" })) == "conflict");
    CHECK(refused_field(advance(referral(ReferralKind::CapacityProposal), Submit, {})) == "committee");
    CHECK_FALSE(may_take(referral(ReferralKind::CapacityProposal), Submit, { .asked = true }));
    auto submitted = referral(ReferralKind::CapacityProposal);
    submitted.state = ReferralState::Submitted;
    CHECK(may_take(submitted, Adopt, { .on_committee = true }));
    CHECK_FALSE(may_take(submitted, Adopt, { .coordinates = true, .leads_donors = true }));
}

TEST_CASE("a request for support is taken in hand by somebody, answered, and closed by whoever asked")
{
    CHECK(after(ReferralKind::SupportRequest, { Take, Answer, Close }) == ReferralState::Closed);
    CHECK(refused_field(advance(referral(ReferralKind::SupportRequest), Take, {})) == "responsible");
    CHECK(may_take(referral(ReferralKind::SupportRequest), Close, { .asked = true }));
    CHECK_FALSE(may_take(referral(ReferralKind::SupportRequest), Answer, { .asked = true }));
}

TEST_CASE("work outside the mandate has one way only: the decision of the chef de file")
{
    CHECK(after(ReferralKind::WorkRequest, { FindWithin, Take, Answer, Close }) == ReferralState::Closed);
    auto outside = *advance(referral(ReferralKind::WorkRequest), FindOutside, { "Hors du mandat" });
    CHECK(outside.within_mandate == false);
    CHECK(outside.state == ReferralState::Submitted);
    for (auto const step : { Take, FindWithin, FindOutside, Answer, Close, Amend, Submit })
        CHECK_MESSAGE(refused_field(advance(outside, step, { "Mots", somebody, {}, outside.body })) == "conflict", name_of(step));
    Doer const everything_else { .coordinates = true, .asked = true, .of_lead_agency = true, .on_committee = true };
    CHECK_FALSE(may_take(outside, Adopt, everything_else));
    CHECK_FALSE(may_take(outside, Refuse, everything_else));
    CHECK(may_take(outside, Adopt, { .leads_donors = true }));
    CHECK(advance(outside, Adopt, { "D’accord" })->within_mandate == false);
}

TEST_CASE("nothing follows what is closed, refused or withdrawn")
{
    for (auto const kind : referral_kinds())
        for (auto const state : referral_states()) {
            auto one = referral(kind);
            one.state = state;
            if (is_over(state))
                CHECK(steps_from(one).empty());
        }
}

TEST_CASE("each kind asks for what its reader needs")
{
    CHECK(refused_field(checked(referral(ReferralKind::LastResort))) == "topic");
    auto withdrew = referral(ReferralKind::LastResort);
    withdrew.topic = "withdrew";
    CHECK(refused_field(checked(withdrew)) == "partner");
    withdrew.partner = people::OrganizationId::trusted(std::string(25, 'o'));
    CHECK(checked(withdrew));
    CHECK(refused_field(checked(referral(ReferralKind::CapacityProposal))) == "origin");
    auto work = referral(ReferralKind::WorkRequest);
    work.text = " ";
    CHECK(refused_field(checked(work)) == "text");
    work.text = "Étude";
    work.due_on = *Date::from(2026, 2, 1);
    CHECK(refused_field(checked(work)) == "due_on");
}

TEST_CASE("clusters open cases and proposals, donors’ groups open requests for work, everybody asks for support")
{
    auto const has = [](bodies::BodyKind body, ReferralKind kind) {
        auto const kinds = kinds_of(body);
        return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
    };
    CHECK(has(bodies::BodyKind::Cluster, ReferralKind::LastResort));
    CHECK_FALSE(has(bodies::BodyKind::Cluster, ReferralKind::WorkRequest));
    CHECK(has(bodies::BodyKind::TechnicalPool, ReferralKind::WorkRequest));
    CHECK_FALSE(has(bodies::BodyKind::DonorGroup, ReferralKind::LastResort));
    CHECK(has(bodies::BodyKind::InterClusterGroup, ReferralKind::SupportRequest));
}

TEST_CASE("a link to elsewhere is http or https")
{
    CHECK(checked(ReferralLink { LinkKind::Advocacy, " Note  de plaidoyer ", "https://exemple.org/note" })->words == "Note de plaidoyer");
    CHECK_FALSE(checked(ReferralLink { LinkKind::Advocacy, "Note", "javascript:alert(1)" }));
    CHECK_FALSE(checked(ReferralLink { LinkKind::Funding, "", "" }));
}
