#include "bodies/end_reminder.hpp"

#include <algorithm>
#include <array>

namespace toguna::bodies {

namespace {

struct DatedStage {
    EndStage stage;
    int days;
};
constexpr std::array<DatedStage, 3> stages { {
    { EndStage::Seven, engagement_reminder_days[2] },
    { EndStage::Thirty, engagement_reminder_days[1] },
    { EndStage::Sixty, engagement_reminder_days[0] },
} };

bool answers_for_body(MandateRole role)
{
    return role == MandateRole::Coordinator || role == MandateRole::DonorLead || role == MandateRole::Facilitator || role == MandateRole::Chair;
}

} // namespace

std::string_view name_of(EndStage stage)
{
    switch (stage) {
    case EndStage::Sixty: return "60";
    case EndStage::Thirty: return "30";
    case EndStage::Seven: return "7";
    case EndStage::Over: break;
    }
    return "over";
}

std::optional<EndStage> end_stage_due(Date first_day, Date last_day, Date today)
{
    if (today > last_day)
        return last_day.plus_days(days_worth_saying) >= today ? std::optional(EndStage::Over) : std::nullopt;
    for (auto const& [stage, days] : stages)
        if (today >= last_day.plus_days(-days))
            return last_day.plus_days(-days) >= first_day ? std::optional(stage) : std::nullopt;
    return {};
}

std::string end_reminder_key(Ending const& ending, EndStage stage, people::PersonId const& person)
{
    auto const thing = ending.engagement ? "engagement:" + ending.engagement->text() : "mandate:" + (ending.mandate ? ending.mandate->text() : std::string());
    return thing + ":" + ending.last_day.to_iso() + ":" + std::string(name_of(stage)) + ":" + person.text();
}

std::vector<people::PersonId> told_of_end(Ending const& ending, std::span<Mandate const> mandates, std::span<Membership const> memberships, Date today)
{
    std::vector<people::PersonId> told;
    auto const add = [&](std::optional<people::PersonId> const& person) {
        if (person && std::find(told.begin(), told.end(), *person) == told.end())
            told.push_back(*person);
    };
    for (auto const& mandate : mandates)
        if (mandate.id == ending.mandate)
            add(mandate.person);
    if (told.empty())
        add(ending.dedicated_person);
    for (auto const& mandate : mandates) {
        if (!mandate.period.contains(today))
            continue;
        bool const speaks_for_lead = mandate.role == MandateRole::FocalPoint && ending.lead_agency && mandate.organization == ending.lead_agency;
        if (answers_for_body(mandate.role) || speaks_for_lead)
            add(mandate.person);
    }
    for (auto const& membership : memberships)
        if (ending.lead_agency && membership.organization == ending.lead_agency && membership.status == MembershipStatus::Member && membership.period.contains(today))
            add(membership.person);
    return told;
}

} // namespace toguna::bodies
