#include "bodies/rights.hpp"

#include <algorithm>
#include <array>

namespace toguna::bodies {

namespace {

struct RightName {
    Right right;
    std::string_view name;
};

constexpr std::array<RightName, 6> right_names { {
    { Right::ViewBody, "view_body" },
    { Right::EditPlan, "edit_plan" },
    { Right::ConfirmAction, "confirm_action" },
    { Right::ManageMembers, "manage_members" },
    { Right::ReadReminderLog, "read_reminder_log" },
    { Right::ManageBody, "manage_body" },
} };

/// What the role gives this visitor: an organisation's role lets its people see, whatever the role.
bool gives(HeldRole const& held, Right right)
{
    return held.by_organization ? right == Right::ViewBody : grants(held.role, right);
}

/// The latest day on which a role of the past gave the right.
std::optional<Date> ended_on(Right right, VisitorFacts const& facts)
{
    std::optional<Date> latest;
    for (auto const& held : facts.roles)
        if (auto const end = held.period.end(); end && *end < facts.today && gives(held, right) && (!latest || *end > *latest))
            latest = end;
    return latest;
}

/// The earliest day on which a role to come will give it.
std::optional<Date> starts_on(Right right, VisitorFacts const& facts)
{
    std::optional<Date> earliest;
    for (auto const& held : facts.roles)
        if (auto const start = held.period.start(); start > facts.today && gives(held, right) && (!earliest || start < *earliest))
            earliest = start;
    return earliest;
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

Text why_not(Right right, VisitorFacts const& facts)
{
    if (auto const end = ended_on(right, facts))
        return tr("Your role in “{body}” ended on {date}. {help}", { { "body", facts.body_name }, { "date", *end }, { "help", who_can_help(facts) } });
    if (auto const start = starts_on(right, facts))
        return tr("Your role in “{body}” starts on {date}. {help}", { { "body", facts.body_name }, { "date", *start }, { "help", who_can_help(facts) } });
    auto const holds_today = [&](HeldRole const& held) { return held.period.contains(facts.today); };
    if (std::none_of(facts.roles.begin(), facts.roles.end(), holds_today))
        return tr("You are not a member of “{body}”. {help}", { { "body", facts.body_name }, { "help", who_can_help(facts) } });
    return tr("In “{body}”, this is for the coordination: your role does not allow it. {help}", { { "body", facts.body_name }, { "help", who_can_help(facts) } });
}

} // namespace

std::vector<Right> const& rights()
{
    static std::vector<Right> const all { Right::ViewBody, Right::EditPlan, Right::ConfirmAction, Right::ManageMembers, Right::ReadReminderLog, Right::ManageBody };
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
    case Right::ManageBody: break;
    }
    return tr("Change the body’s name and settings");
}

bool grants(MembershipRole role, Right right)
{
    switch (role) {
    case MembershipRole::Coordinator:
    case MembershipRole::CoCoordinator:
    case MembershipRole::InformationManager:
        return true;
    case MembershipRole::Member:
    case MembershipRole::Observer:
        break;
    }
    return right == Right::ViewBody;
}

Result<void> decide(Right right, VisitorFacts const& facts)
{
    if (facts.administrator)
        return {};
    if (!facts.signed_in)
        return fail(ErrorKind::Forbidden, tr("Sign in to see this page."));
    for (auto const& held : facts.roles)
        if (held.period.contains(facts.today) && gives(held, right))
            return {};
    return fail(ErrorKind::Forbidden, why_not(right, facts), "right " + std::string(name_of(right)) + " refused");
}

} // namespace toguna::bodies
