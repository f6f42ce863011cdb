#include "bodies/membership.hpp"

#include "base/search_text.hpp"

#include <algorithm>
#include <array>

namespace toguna::bodies {

namespace {

constexpr std::size_t longest_reason = 500;

struct StatusName {
    MembershipStatus status;
    std::string_view name;
};

constexpr std::array<StatusName, 4> status_names { {
    { MembershipStatus::Member, "member" },
    { MembershipStatus::Observer, "observer" },
    { MembershipStatus::Candidate, "candidate" },
    { MembershipStatus::Suspended, "suspended" },
} };

} // namespace

std::vector<MembershipStatus> const& membership_statuses()
{
    static std::vector<MembershipStatus> const statuses { MembershipStatus::Member, MembershipStatus::Observer, MembershipStatus::Candidate, MembershipStatus::Suspended };
    return statuses;
}

std::string_view name_of(MembershipStatus status)
{
    return std::find_if(status_names.begin(), status_names.end(), [&](auto const& row) { return row.status == status; })->name;
}

std::optional<MembershipStatus> membership_status_from(std::string_view name)
{
    for (auto const& row : status_names)
        if (row.name == name)
            return row.status;
    return {};
}

Text label_of(MembershipStatus status)
{
    switch (status) {
    case MembershipStatus::Member: return tr("Member");
    case MembershipStatus::Observer: return tr("Observer");
    case MembershipStatus::Candidate: return tr("Candidate");
    case MembershipStatus::Suspended: break;
    }
    return tr("Suspended");
}

std::vector<MembershipSeat> const& membership_seats()
{
    static std::vector<MembershipSeat> const seats { MembershipSeat::Titular, MembershipSeat::Alternate };
    return seats;
}

std::string_view name_of(MembershipSeat seat) { return seat == MembershipSeat::Titular ? "titular" : "alternate"; }

std::optional<MembershipSeat> membership_seat_from(std::string_view name)
{
    for (auto const seat : membership_seats())
        if (name_of(seat) == name)
            return seat;
    return {};
}

Text label_of(MembershipSeat seat) { return seat == MembershipSeat::Titular ? tr("Titular") : tr("Alternate"); }

Result<Membership> checked(Membership membership)
{
    membership.reason = tidy(membership.reason);
    membership.end_reason = tidy(membership.end_reason);
    Error error { ErrorKind::Invalid, tr("This membership cannot be saved as it is."), {}, {} };
    if (!membership.organization && !membership.person)
        error.fields.push_back({ "organization", tr("Choose an organisation, a person, or both.") });
    if (std::max(length_of(membership.reason), length_of(membership.end_reason)) > longest_reason)
        error.fields.push_back({ "reason", tr("Keep it under {count} characters.", { { "count", longest_reason } }) });
    if (!error.fields.empty())
        return fail(std::move(error));
    return membership;
}

bool lets_see(MembershipStatus status)
{
    return status == MembershipStatus::Member || status == MembershipStatus::Observer;
}

std::vector<MembershipStatus> next_statuses(MembershipStatus status)
{
    using enum MembershipStatus;
    switch (status) {
    case Candidate: return { Member, Observer };
    case Observer: return { Member };
    case Member: return { Observer, Suspended };
    case Suspended: break;
    }
    return { Member, Observer };
}

Result<StatusChange> change_status(Membership const& former, MembershipId next_id, MembershipStatus status, Date first_day, std::string reason)
{
    Error error { ErrorKind::Invalid, tr("The status cannot be changed so."), {}, {} };
    auto const allowed = next_statuses(former.status);
    if (std::find(allowed.begin(), allowed.end(), status) == allowed.end())
        error.fields.push_back({ "status", tr("“{next}” cannot follow “{former}”.", { { "next", label_of(status) }, { "former", label_of(former.status) } }) });
    if (first_day <= former.period.start())
        error.fields.push_back({ "starts_on", tr("The present status starts on {date}: choose a later day.", { { "date", former.period.start() } }) });
    if (auto const end = former.period.end(); end && *end < first_day)
        error.fields.push_back({ "starts_on", tr("This membership ended on {date}. Add a new one instead.", { { "date", *end } }) });
    if (tidy(reason).empty())
        error.fields.push_back({ "reason", tr("Say why: the member reads it too.") });
    if (!error.fields.empty())
        return fail(std::move(error));
    StatusChange change { former, former };
    change.former.period = TRY(Period::from(former.period.start(), first_day.plus_days(-1)));
    change.next.id = std::move(next_id);
    change.next.status = status;
    change.next.period = TRY(Period::from(first_day, former.period.end()));
    change.next.reason = std::move(reason);
    change.next = TRY(checked(std::move(change.next)));
    return change;
}

} // namespace toguna::bodies
