#include "bodies/rights.hpp"

#include <algorithm>
#include <array>

namespace toguna::bodies {

namespace {

struct RightName {
    Right right;
    std::string_view name;
};

constexpr std::array<RightName, 13> right_names { {
    { Right::ViewBody, "view_body" },
    { Right::EditPlan, "edit_plan" },
    { Right::ConfirmAction, "confirm_action" },
    { Right::ManageMembers, "manage_members" },
    { Right::ReadReminderLog, "read_reminder_log" },
    { Right::ManageBody, "manage_body" },
    { Right::ManageMandates, "manage_mandates" },
    { Right::Delegate, "delegate" },
    { Right::ViewCoordination, "view_coordination" },
    { Right::Publish, "publish" },
    { Right::Chair, "chair" },
    { Right::Represent, "represent" },
    { Right::Validate, "validate" },
} };

bool is_daily_work(Right right)
{
    return right <= Right::ManageBody || right == Right::ViewCoordination;
}

/// What the mandate gives this visitor while it is in force: one of their organisation lets them see, whatever the role.
bool gives(HeldMandate const& held, Right right)
{
    if (held.by_organization)
        return right == Right::ViewBody;
    if (held.in_parent)
        return (held.role == MandateRole::Coordinator || held.role == MandateRole::CoCoordinator) && grants(MandateRole::Facilitator, right);
    return grants(held.role, right);
}

/// The latest day on which a mandate or membership of the past gave the right.
std::optional<Date> ended_on(Right right, VisitorFacts const& facts)
{
    std::optional<Date> latest;
    auto const look_at = [&](Period const& period) {
        if (auto const end = period.end(); end && *end < facts.today && (!latest || *end > *latest))
            latest = end;
    };
    for (auto const& held : facts.mandates)
        if (gives(held, right))
            look_at(held.period);
    if (right == Right::ViewBody)
        for (auto const& held : facts.memberships)
            if (lets_see(held.status))
                look_at(held.period);
    return latest;
}

/// The earliest day on which one to come will give it.
std::optional<Date> starts_on(Right right, VisitorFacts const& facts)
{
    std::optional<Date> earliest;
    auto const look_at = [&](Period const& period) {
        if (period.start() > facts.today && (!earliest || period.start() < *earliest))
            earliest = period.start();
    };
    for (auto const& held : facts.mandates)
        if (gives(held, right))
            look_at(held.period);
    if (right == Right::ViewBody)
        for (auto const& held : facts.memberships)
            if (lets_see(held.status))
                look_at(held.period);
    return earliest;
}

/// The last valid day of the engagement that backs a mandate which would otherwise give the right.
std::optional<Date> engagement_ended_on(Right right, VisitorFacts const& facts)
{
    std::optional<Date> latest;
    for (auto const& held : facts.mandates)
        if (held.period.contains(facts.today) && !is_engaged(held.engaged, facts.today) && gives(held, right))
            for (auto const& span : held.engaged)
                if (span.until < facts.today && (!latest || span.until > *latest))
                    latest = span.until;
    return latest;
}

Text who_can_help(VisitorFacts const& facts)
{
    if (facts.coordinators.empty())
        return tr("Nobody coordinates this body today: ask an administrator.");
    auto names = facts.coordinators.front();
    for (std::size_t place = 1; place < facts.coordinators.size(); ++place)
        names += ", " + facts.coordinators[place];
    return tr("Ask {names}, who coordinates it.", { { "names", names } });
}

std::vector<Text::Argument> in_body(VisitorFacts const& facts, std::vector<Text::Argument> more = {})
{
    more.emplace_back("body", facts.body_name);
    more.emplace_back("help", who_can_help(facts));
    return more;
}

std::optional<Text> why_no_membership(VisitorFacts const& facts)
{
    for (auto const& held : facts.memberships) {
        if (!held.period.contains(facts.today))
            continue;
        if (held.status == MembershipStatus::Suspended)
            return tr("The membership of “{body}” that reaches you is suspended since {date}. {help}", in_body(facts, { { "date", held.period.start() } }));
        if (held.status == MembershipStatus::Candidate)
            return tr("The application to “{body}” that reaches you is not accepted yet. {help}", in_body(facts));
    }
    return {};
}

bool sees_today(VisitorFacts const& facts)
{
    auto const is_present = [&](auto const& held) { return held.period.contains(facts.today); };
    return std::any_of(facts.mandates.begin(), facts.mandates.end(), is_present)
        || std::any_of(facts.memberships.begin(), facts.memberships.end(), [&](auto const& held) { return is_present(held) && lets_see(held.status); });
}

Text why_not(Right right, VisitorFacts const& facts)
{
    if (auto const end = engagement_ended_on(right, facts))
        return tr("The engagement behind your mandate in “{body}” ended on {date}: you may read, no longer write. {help}", in_body(facts, { { "date", *end } }));
    if (auto const end = ended_on(right, facts))
        return tr("Your role in “{body}” ended on {date}. {help}", in_body(facts, { { "date", *end } }));
    if (auto const start = starts_on(right, facts))
        return tr("Your role in “{body}” starts on {date}. {help}", in_body(facts, { { "date", *start } }));
    if (!sees_today(facts))
        return why_no_membership(facts).value_or(facts.administrator
                ? tr("An administrator keeps the installation and does not speak for “{body}”. {help}", in_body(facts))
                : tr("You are not a member of “{body}”. {help}", in_body(facts)));
    if (power_of(right))
        return tr("In “{body}”, this belongs to the coordinator, who may delegate it in writing. {help}", in_body(facts));
    return tr("In “{body}”, this is for the coordination: your role does not allow it. {help}", in_body(facts));
}

Text because_of(HeldMandate const& held, VisitorFacts const& facts)
{
    std::vector<Text::Argument> const words { { "role", label_of(held.role) }, { "body", facts.body_name }, { "date", held.period.start() } };
    if (held.by_organization)
        return tr("Your organisation holds the mandate “{role}” in “{body}” since {date}.", words);
    if (held.in_parent)
        return tr("You hold the mandate “{role}” in the cluster of this working group since {date}.", words);
    return tr("You hold the mandate “{role}” in “{body}” since {date}.", words);
}

std::optional<Decision> by_mandate(Right right, VisitorFacts const& facts)
{
    // One's own mandate explains more than the organisation's.
    for (bool const by_organization : { false, true })
        for (auto const& held : facts.mandates)
            if (held.by_organization == by_organization && held.is_in_force(facts.today) && gives(held, right))
                return Decision { true, because_of(held, facts) };
    return {};
}

std::optional<Decision> by_substitution(Right right, VisitorFacts const& facts)
{
    bool const is_meant = (right == Right::Chair || right == Right::Represent) && facts.chairing.is_substitution && facts.chairing.person
        && facts.chairing.person->text() == facts.person;
    auto const stands_in = [&](HeldMandate const& held) { return is_substitute(held.role) && !held.by_organization && held.is_in_force(facts.today); };
    if (is_meant && std::any_of(facts.mandates.begin(), facts.mandates.end(), stands_in))
        return Decision { true, facts.chairing.reason, facts.chairing.in_place_of };
    return {};
}

std::optional<Decision> by_delegation(Right right, VisitorFacts const& facts)
{
    auto const power = power_of(right);
    if (!power)
        return {};
    for (auto const& held : facts.delegations)
        if (held.delegation.gives(*power, facts.today) && held.from.is_in_force(facts.today) && held.to.is_in_force(facts.today) && has_power(held.from.role, *power))
            return Decision { true, tr("{name} delegated this to you since {date}.", { { "name", held.delegator }, { "date", held.delegation.period.start() } }), held.delegator };
    return {};
}

std::optional<Decision> by_membership(Right right, VisitorFacts const& facts)
{
    if (right != Right::ViewBody)
        return {};
    for (auto const& held : facts.memberships)
        if (held.period.contains(facts.today) && lets_see(held.status))
            return Decision { true, held.by_organization ? tr("Your organisation belongs to “{body}” since {date}.", { { "body", facts.body_name }, { "date", held.period.start() } })
                                        : tr("You belong to “{body}” since {date}.", { { "body", facts.body_name }, { "date", held.period.start() } }) };
    // Invariant 3: past its engagement a mandate of today still lets read.
    for (auto const& held : facts.mandates)
        if (held.period.contains(facts.today))
            return Decision { true, tr("The engagement behind your mandate in “{body}” is over: you may read, no longer write.", { { "body", facts.body_name } }) };
    return {};
}

} // namespace

std::vector<Right> const& rights()
{
    static std::vector<Right> const all = [] {
        std::vector<Right> result;
        for (auto const& row : right_names)
            result.push_back(row.right);
        return result;
    }();
    return all;
}

std::string_view name_of(Right right)
{
    return std::find_if(right_names.begin(), right_names.end(), [&](auto const& row) { return row.right == right; })->name;
}

std::optional<Right> right_from(std::string_view name)
{
    for (auto const& row : right_names)
        if (row.name == name)
            return row.right;
    return {};
}

Text label_of(Right right)
{
    switch (right) {
    case Right::ViewBody: return tr("See the body, its plan and its actions");
    case Right::EditPlan: return tr("Change the action plan");
    case Right::ConfirmAction: return tr("Confirm that an action is done, and close it");
    case Right::ManageMembers: return tr("Add members and end memberships");
    case Right::ReadReminderLog: return tr("Read which reminders were sent");
    case Right::ManageBody: return tr("Change the body’s name and settings");
    case Right::ManageMandates: return tr("Name and end mandates, have engagements signed");
    case Right::Delegate: return tr("Delegate powers of one’s own mandate");
    case Right::ViewCoordination: return tr("See what is kept for the coordination");
    case Right::Publish: return label_of(Power::Publish);
    case Right::Chair: return label_of(Power::Chair);
    case Right::Represent: return label_of(Power::Represent);
    case Right::Validate: break;
    }
    return label_of(Power::Validate);
}

std::optional<Power> power_of(Right right)
{
    switch (right) {
    case Right::Publish: return Power::Publish;
    case Right::Chair: return Power::Chair;
    case Right::Represent: return Power::Represent;
    case Right::Validate: return Power::Validate;
    default: return {};
    }
}

bool grants(MandateRole role, Right right)
{
    if (auto const power = power_of(right))
        return has_power(role, *power);
    switch (role) {
    case MandateRole::Coordinator:
    case MandateRole::DonorLead:
    case MandateRole::Facilitator:
        return true;
    case MandateRole::Chair:
        return is_daily_work(right) || right == Right::Delegate;
    case MandateRole::CoCoordinator:
    case MandateRole::DonorIncoming:
    case MandateRole::Secretary:
    case MandateRole::InformationManager:
    case MandateRole::Assistant:
        return is_daily_work(right);
    case MandateRole::DonorOutgoing:
    case MandateRole::FocalPoint:
    case MandateRole::PerformanceLead:
        return right == Right::ViewBody || right == Right::ViewCoordination;
    case MandateRole::LeadAgency:
        break;
    }
    return right == Right::ViewBody;
}

Decision explain(Right right, VisitorFacts const& facts)
{
    if (!facts.signed_in)
        return { false, tr("Sign in to see this page.") };
    if (facts.administrator && !power_of(right))
        return { true, tr("You are an administrator of this installation.") };
    for (auto const& source : { by_mandate, by_substitution, by_delegation, by_membership })
        if (auto decision = source(right, facts))
            return *std::move(decision);
    return { false, why_not(right, facts) };
}

Result<void> decide(Right right, VisitorFacts const& facts)
{
    auto decision = explain(right, facts);
    if (decision.allowed)
        return {};
    return fail(ErrorKind::Forbidden, std::move(decision.because), "right " + std::string(name_of(right)) + " refused");
}

} // namespace toguna::bodies
