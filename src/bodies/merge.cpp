#include "bodies/merge.hpp"

#include <algorithm>

namespace toguna::bodies {

namespace {

Error refusal(std::string field, Text sentence)
{
    return Error { ErrorKind::Invalid, tr("These bodies cannot be merged."), { { std::move(field), std::move(sentence) } }, {} };
}

bool is_same_holder(Membership const& left, Membership const& right) { return left.organization == right.organization && left.person == right.person; }

} // namespace

Result<void> may_merge(Body const& from, Body const& into, Date day, Date today)
{
    if (from.id == into.id)
        return fail(refusal("into", tr("A body cannot be merged into itself. Choose another one.")));
    if (from.merged_into)
        return fail(ErrorKind::Conflict, tr("This body was merged already."));
    if (!into.is_current())
        return fail(refusal("into", tr("That body is archived or merged: choose one that works.")));
    if (from.country != into.country)
        return fail(refusal("into", tr("That body is in another country. Choose one of the same country.")));
    if (day > today)
        return fail(refusal("merge_day", tr("Write a day that has come.")));
    return {};
}

Body with_names_of(Body into, Body const& from)
{
    into.aliases.push_back({ from.name });
    if (!from.acronym.empty())
        into.aliases.push_back({ from.acronym });
    into.aliases.insert(into.aliases.end(), from.aliases.begin(), from.aliases.end());
    std::erase_if(into.aliases, [&](BodyAlias const& alias) { return alias.text == into.name || alias.text == into.acronym; });
    return into;
}

std::vector<Body> moved_below(std::vector<Body> below, Body const& from, Body const& into)
{
    for (auto& body : below) {
        bool const is_heir = body.id == into.id;
        if (body.parent == from.id)
            body.parent = is_heir ? from.parent : std::optional(into.id);
        if (body.reports_to == from.id)
            body.reports_to = is_heir ? from.reports_to : std::optional(into.id);
        if (body.parent == body.id)
            body.parent.reset();
        if (body.reports_to == body.id || body.reports_to == body.parent)
            body.reports_to.reset();
    }
    return below;
}

MembershipMove move_memberships(std::vector<Membership> const& leaving, std::vector<Membership> const& there, BodyId const& into, Date day)
{
    MembershipMove move;
    for (auto const& membership : leaving) {
        if (!membership.period.contains(day))
            continue;
        if (membership.period.start() < day)
            move.ending.push_back(membership);
        auto const joined = Period::from(day, membership.period.end());
        if (!joined)
            continue;
        bool const belongs = std::any_of(there.begin(), there.end(), [&](Membership const& other) { return is_same_holder(other, membership) && other.period.overlaps(*joined); })
            || std::any_of(move.joining.begin(), move.joining.end(), [&](Membership const& other) { return is_same_holder(other, membership); });
        if (belongs)
            continue;
        auto moved = membership;
        moved.body = into;
        moved.period = *joined;
        move.joining.push_back(std::move(moved));
    }
    return move;
}

} // namespace toguna::bodies
