#include "bodies/commitment.hpp"
#include "bodies/engagement_forms.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace toguna;
using namespace toguna::bodies;

namespace {

Date const today = *Date::from_iso("2026-03-02");

Commitment commitment(CommitmentSide side, CommitmentState state)
{
    Commitment made { .id = CommitmentId::trusted("c"), .engagement = EngagementId::trusted("e"), .side = side, .text = "Être là" };
    if (state != CommitmentState::Open)
        made.assessment = Assessment { AssessmentId::trusted("a"), state, "compte rendu", {}, today };
    return made;
}

} // namespace

TEST_CASE("the letter of a co-coordination proposes all eight responsibilities, and training and support by the lead agency")
{
    auto const usual = usual_commitments(EngagementKind::CoCoordination);
    for (auto const responsibility : responsibilities())
        CHECK(std::count_if(usual.begin(), usual.end(), [&](auto const& one) { return one.subject == responsibility && one.side == CommitmentSide::CoCoordinator; }) >= 1);
    auto const of_lead = [&](CommitmentSubject subject) {
        return std::count_if(usual.begin(), usual.end(), [&](auto const& one) { return one.subject == subject && one.side == CommitmentSide::LeadAgency; });
    };
    CHECK(responsibilities().size() == 8);
    CHECK(of_lead(CommitmentSubject::Tools) >= 3);
    CHECK(of_lead(CommitmentSubject::OperationalSupport) >= 2);
    CHECK(usual_commitments(EngagementKind::Protocol).empty());
}

TEST_CASE("each side has its own count of what was kept; what nobody spoke of is neither kept nor broken")
{
    std::vector const commitments { commitment(CommitmentSide::CoCoordinator, CommitmentState::Kept), commitment(CommitmentSide::CoCoordinator, CommitmentState::Open),
        commitment(CommitmentSide::CoCoordinator, CommitmentState::Partly), commitment(CommitmentSide::LeadAgency, CommitmentState::NotKept) };
    auto const ours = figures_of(commitments, CommitmentSide::CoCoordinator);
    CHECK(ours.kept == 1);
    CHECK(ours.partly == 1);
    CHECK(ours.open == 1);
    CHECK(ours.not_kept == 0);
    CHECK(ours.total() == 3);
    CHECK(figures_of(commitments, CommitmentSide::LeadAgency).not_kept == 1);
}

TEST_CASE("a statement needs something that shows it, and is not dated in the future")
{
    Assessment assessment { AssessmentId::trusted("a"), CommitmentState::Kept, {}, {}, today.plus_days(1) };
    auto const refused = checked(assessment, today);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().fields.size() == 2);
    assessment.stated_on = today;
    assessment.file = documents::FileId::trusted("f");
    CHECK(checked(assessment, today).has_value());
    CHECK(checked({ AssessmentId::trusted("a"), CommitmentState::Open, {}, {}, today }, today).has_value());
}

TEST_CASE("a co-coordination without a dedicated person, or below full time, is warned about")
{
    Engagement engagement { .id = EngagementId::trusted("e"), .body = BodyId::trusted("b"), .organization = {}, .lead_agency = {} };
    CHECK(staffing_warnings(engagement).size() == 2);
    engagement.dedicated_person = people::PersonId::trusted("p");
    engagement.time_share = 50;
    REQUIRE(staffing_warnings(engagement).size() == 1);
    CHECK(staffing_warnings(engagement)[0].debug_string().find("50") != std::string::npos);
    engagement.time_share = 100;
    CHECK(staffing_warnings(engagement).empty());
    engagement.kind = EngagementKind::ActiveMember;
    engagement.dedicated_person.reset();
    CHECK(staffing_warnings(engagement).empty());
}

TEST_CASE("only what is ticked enters the letter; writing into an empty line ticks it")
{
    CommitmentsForm form;
    form.lines = { { "", "co_coordinator", "meetings", "Préparer les réunions", true }, { "", "co_coordinator", "other", "Un temps plein", false },
        { .side = "lead_agency", .subject = "tools", .text = "Cartes", .is_new = true }, { .side = "lead_agency", .is_new = true } };
    auto const made = form.value(EngagementId::trusted("e"), {}, [] { return CommitmentId::trusted("new"); });
    REQUIRE(made.has_value());
    REQUIRE(made->size() == 2);
    CHECK((*made)[0].text == "Préparer les réunions");
    CHECK((*made)[1].subject == CommitmentSubject::Tools);

    form.lines[0].text.clear();
    form.lines[2].subject = "chocolate";
    auto const refused = form.value(EngagementId::trusted("e"), {}, [] { return CommitmentId::trusted("new"); });
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().fields[0].field == "text_0");
    CHECK(refused.error().fields[1].field == "text_2");
}

TEST_CASE("what a commitment, a side, a subject and a state are called comes back from the database as it went in")
{
    std::set<std::string> names;
    for (auto const subject : commitment_subjects()) {
        CHECK(commitment_subject_from(name_of(subject)) == subject);
        names.insert(std::string(name_of(subject)));
    }
    CHECK(names.size() == commitment_subjects().size());
    for (auto const side : commitment_sides())
        CHECK(commitment_side_from(name_of(side)) == side);
    for (auto const state : commitment_states())
        CHECK(commitment_state_from(name_of(state)) == state);
    CHECK_FALSE(commitment_state_from("perhaps"));
}

TEST_CASE("a share of working time is read as people write it, and refused when it is none")
{
    Engagement const before { .id = EngagementId::trusted("e"), .body = BodyId::trusted("b"), .organization = {}, .lead_agency = {} };
    EngagementForm form { .organization = std::string(25, 'o') };
    for (auto const& [text, share] : std::vector<std::pair<std::string, int>> { { "80", 80 }, { " 80 % ", 80 }, { "100%", 100 } }) {
        form.time_share = text;
        CHECK(form.value(before)->time_share == share);
    }
    form.time_share = "";
    CHECK_FALSE(form.value(before)->time_share.has_value());
    for (auto const* wrong : { "beaucoup", "120", "0", "50h", "99999999999999" }) {
        form.time_share = wrong;
        auto const refused = form.value(before);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().fields.at(0).field == "time_share");
        CHECK(refused.error().fields.size() == 1);
    }
}
