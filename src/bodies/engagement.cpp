#include "bodies/engagement.hpp"

#include <algorithm>
#include <array>

namespace toguna::bodies {

namespace {

struct KindName {
    EngagementKind kind;
    std::string_view name;
};

constexpr std::array<KindName, 3> kind_names { {
    { EngagementKind::CoCoordination, "co_coordination" },
    { EngagementKind::ActiveMember, "active_member" },
    { EngagementKind::Protocol, "protocol" },
} };

} // namespace

std::vector<EngagementKind> const& engagement_kinds()
{
    static std::vector<EngagementKind> const kinds { EngagementKind::CoCoordination, EngagementKind::ActiveMember, EngagementKind::Protocol };
    return kinds;
}

std::string_view name_of(EngagementKind kind)
{
    return std::find_if(kind_names.begin(), kind_names.end(), [&](auto const& row) { return row.kind == kind; })->name;
}

std::optional<EngagementKind> engagement_kind_from(std::string_view name)
{
    for (auto const& row : kind_names)
        if (row.name == name)
            return row.kind;
    return {};
}

Text label_of(EngagementKind kind)
{
    switch (kind) {
    case EngagementKind::CoCoordination: return tr("Engagement of the co-coordinator");
    case EngagementKind::ActiveMember: return tr("Engagement of an active member");
    case EngagementKind::Protocol: break;
    }
    return tr("Protocol of agreement");
}

std::string_view name_of(EngagementState state)
{
    switch (state) {
    case EngagementState::Draft: return "draft";
    case EngagementState::Signed: return "signed";
    case EngagementState::Expired: return "expired";
    case EngagementState::Terminated: return "terminated";
    case EngagementState::Renewed: break;
    }
    return "renewed";
}

Text label_of(EngagementState state)
{
    switch (state) {
    case EngagementState::Draft: return tr("Draft, not signed");
    case EngagementState::Signed: return tr("Signed, in force");
    case EngagementState::Expired: return tr("Expired");
    case EngagementState::Terminated: return tr("Terminated");
    case EngagementState::Renewed: break;
    }
    return tr("Renewed");
}

Result<Engagement> checked(Engagement engagement)
{
    Error error { ErrorKind::Invalid, tr("This engagement cannot be saved as it is."), {}, {} };
    if (!engagement.organization)
        error.fields.push_back({ "organization", tr("Choose the organisation that commits itself.") });
    if (engagement.time_share && (*engagement.time_share < 1 || *engagement.time_share > 100))
        error.fields.push_back({ "time_share", tr("Write a share between 1 and 100 per cent.") });
    if (engagement.signed_on && !engagement.valid_until)
        error.fields.push_back({ "valid_until", tr("Write until when it is valid: a signed engagement has an end.") });
    if (engagement.signed_on && engagement.valid_until && *engagement.valid_until < *engagement.signed_on)
        error.fields.push_back({ "valid_until", tr("It is signed on {date}: choose that day or a later one.", { { "date", *engagement.signed_on } }) });
    if (engagement.terminated_on && (!engagement.signed_on || *engagement.terminated_on < *engagement.signed_on))
        error.fields.push_back({ "terminated_on", tr("Only a signed engagement can be terminated, on the day of its signature or later.") });
    if (engagement.previous == engagement.id)
        error.fields.push_back({ "previous", tr("An engagement cannot renew itself.") });
    if (!error.fields.empty())
        return fail(std::move(error));
    return engagement;
}

EngagementState state_on(Engagement const& engagement, Date day, bool is_renewed)
{
    if (!engagement.signed_on)
        return EngagementState::Draft;
    if (engagement.terminated_on && *engagement.terminated_on < day)
        return EngagementState::Terminated;
    if (is_renewed)
        return EngagementState::Renewed;
    if (engagement.valid_until && *engagement.valid_until < day)
        return EngagementState::Expired;
    return EngagementState::Signed;
}

std::optional<EngagedSpan> span_of(Engagement const& engagement)
{
    if (!engagement.signed_on || !engagement.valid_until)
        return {};
    auto const until = engagement.terminated_on ? std::min(*engagement.valid_until, *engagement.terminated_on) : *engagement.valid_until;
    return EngagedSpan { *engagement.signed_on, until };
}

bool is_engaged(std::span<EngagedSpan const> spans, Date day)
{
    if (spans.empty())
        return true;
    auto const first = std::min_element(spans.begin(), spans.end(), [](auto const& left, auto const& right) { return left.from < right.from; });
    return day < first->from || std::any_of(spans.begin(), spans.end(), [&](auto const& span) { return span.from <= day && day <= span.until; });
}

} // namespace toguna::bodies
