#include "bodies/membership_forms.hpp"

#include "people/forms.hpp"
#include "people/normalise.hpp"
#include "people/read_date.hpp"

#include <charconv>

namespace toguna::bodies {

namespace {

std::string typed(web::Request const& request, std::string_view field) { return std::string(request.form.get(field)); }

/// The day that was typed, or `today` when none was; the field is refused when it is no date.
std::optional<Date> day_or_today(std::string const& words, Date today, std::string field, Error& error)
{
    if (people::tidy(words).empty())
        return today;
    auto const day = people::read_date(words, today);
    if (!day)
        error.fields.push_back({ std::move(field), people::unreadable_date(words) });
    return day;
}

/// Empty is allowed where `otherwise` says what it means.
std::optional<int> number_in(std::string const& words, std::optional<int> otherwise, std::string field, Error& error)
{
    auto const text = people::tidy(words);
    if (text.empty())
        return otherwise;
    int number = 0;
    auto const [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure == std::errc() && end == text.data() + text.size())
        return number;
    error.fields.push_back({ std::move(field), tr("Write a whole number, or leave it empty.") });
    return otherwise;
}

std::string text_of(std::optional<int> number) { return number ? std::to_string(*number) : std::string(); }

} // namespace

MembershipForm MembershipForm::decode(web::Request const& request)
{
    return { people::chosen_in(request, "organization"), people::chosen_in(request, "person"), typed(request, "status"), request.form.has("seat") ? typed(request, "seat") : "titular",
        typed(request, "starts_on"), typed(request, "ends_on"), typed(request, "reason") };
}

Result<Membership> MembershipForm::value(MembershipId id, BodyId body, Holder const& holder, Date today) const
{
    Error error { ErrorKind::Invalid, tr("This membership cannot be saved as it is."), {}, {} };
    auto const chosen_organization = people::collected(holder.organization, error).value_or(std::nullopt);
    auto const chosen_person = people::collected(holder.person, error).value_or(std::nullopt);
    if (error.fields.empty() && !chosen_organization && !chosen_person)
        error.fields.push_back({ "organization", tr("Choose an organisation, a person, or both.") });
    auto const chosen_status = membership_status_from(status);
    if (!chosen_status)
        error.fields.push_back({ "status", tr("Choose a status.") });
    auto const chosen_seat = membership_seat_from(seat);
    if (!chosen_seat)
        error.fields.push_back({ "seat", tr("Choose a seat.") });
    auto const start = day_or_today(starts_on, today, "starts_on", error);
    auto const end = people::read_date(ends_on, today);
    if (!end && !people::tidy(ends_on).empty())
        error.fields.push_back({ "ends_on", people::unreadable_date(ends_on) });
    if (start && end && *end < *start)
        error.fields.push_back({ "ends_on", tr("It starts on {date}: choose that day or a later one.", { { "date", *start } }) });
    if (!error.fields.empty())
        return fail(std::move(error));
    return Membership { std::move(id), std::move(body), chosen_organization, chosen_person, *chosen_status, TRY(Period::from(*start, end)), *chosen_seat, reason, {} };
}

StatusForm StatusForm::decode(web::Request const& request)
{
    return { typed(request, "status"), typed(request, "starts_on"), typed(request, "reason") };
}

Result<StatusForm::Value> StatusForm::value(Date today) const
{
    Error error { ErrorKind::Invalid, tr("The status cannot be changed so."), {}, {} };
    auto const chosen = membership_status_from(status);
    if (!chosen)
        error.fields.push_back({ "status", tr("Choose a status.") });
    auto const day = day_or_today(starts_on, today, "starts_on", error);
    if (!error.fields.empty())
        return fail(std::move(error));
    return Value { *chosen, *day };
}

EndForm EndForm::decode(web::Request const& request) { return { typed(request, "ends_on"), typed(request, "end_reason") }; }

Result<Date> EndForm::value(Date today) const
{
    Error error { ErrorKind::Invalid, tr("This membership cannot end on that day."), {}, {} };
    auto const day = day_or_today(ends_on, today, "ends_on", error);
    if (!day)
        return fail(std::move(error));
    return *day;
}

MemberRuleForm MemberRuleForm::decode(web::Request const& request)
{
    return { typed(request, "most_persons"), request.form.has("one_titular"), request.form.has("alternate_decides"), typed(request, "quorum"), typed(request, "meetings"),
        typed(request, "meeting_share"), typed(request, "reports"), typed(request, "report_share"), typed(request, "notice_days"), typed(request, "version") };
}

MemberRuleForm MemberRuleForm::encode(MemberRule const& rule)
{
    return { text_of(rule.most_persons), rule.one_titular, rule.alternate_decides, rule.quorum, text_of(rule.criteria.meetings), std::to_string(rule.criteria.meeting_share),
        text_of(rule.criteria.reports), std::to_string(rule.criteria.report_share), std::to_string(rule.notice_days), std::to_string(rule.version) };
}

Result<MemberRule> MemberRuleForm::value() const
{
    MemberRule const standard;
    Error error { ErrorKind::Invalid, tr("This rule cannot be saved as it is."), {}, {} };
    MemberRule rule;
    rule.most_persons = number_in(most_persons, {}, "most_persons", error);
    rule.one_titular = one_titular;
    rule.alternate_decides = alternate_decides;
    rule.quorum = quorum;
    rule.criteria.meetings = number_in(meetings, {}, "meetings", error);
    rule.criteria.meeting_share = number_in(meeting_share, standard.criteria.meeting_share, "meeting_share", error).value_or(0);
    rule.criteria.reports = number_in(reports, {}, "reports", error);
    rule.criteria.report_share = number_in(report_share, standard.criteria.report_share, "report_share", error).value_or(0);
    rule.notice_days = number_in(notice_days, standard.notice_days, "notice_days", error).value_or(0);
    rule.version = people::read_version(version);
    if (!error.fields.empty())
        return fail(std::move(error));
    return checked(std::move(rule));
}

} // namespace toguna::bodies
