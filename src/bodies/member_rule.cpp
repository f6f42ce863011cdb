#include "bodies/member_rule.hpp"

#include "base/search_text.hpp"

#include <set>

namespace toguna::bodies {

namespace {

constexpr int most_persons_there_are = 50;
constexpr int most_looked_at = 60;
constexpr int longest_notice = 90;
constexpr std::size_t longest_quorum = 500;

void check_number(Error& error, std::string field, int value, int least, int most)
{
    if (value < least || value > most)
        error.fields.push_back({ std::move(field), tr("Write a number from {least} to {most}.", { { "least", least }, { "most", most } }) });
}

/// The days on which the number of persons may rise: it is enough to look at these.
std::set<Date> days_to_look_at(std::vector<Membership> const& others, Membership const& membership)
{
    std::set<Date> days { membership.period.start() };
    for (auto const& other : others)
        if (membership.period.contains(other.period.start()))
            days.insert(other.period.start());
    return days;
}

Error refusal(std::string field, Text sentence)
{
    return { ErrorKind::Invalid, tr("The rule of this body does not allow this member."), { { std::move(field), std::move(sentence) } }, {} };
}

} // namespace

Result<MemberRule> checked(MemberRule rule)
{
    rule.quorum = tidy(rule.quorum);
    Error error { ErrorKind::Invalid, tr("This rule cannot be saved as it is."), {}, {} };
    if (rule.most_persons)
        check_number(error, "most_persons", *rule.most_persons, 1, most_persons_there_are);
    if (rule.criteria.meetings)
        check_number(error, "meetings", *rule.criteria.meetings, 1, most_looked_at);
    check_number(error, "meeting_share", rule.criteria.meeting_share, 1, 100);
    if (rule.criteria.reports)
        check_number(error, "reports", *rule.criteria.reports, 1, most_looked_at);
    check_number(error, "report_share", rule.criteria.report_share, 1, 100);
    check_number(error, "notice_days", rule.notice_days, 0, longest_notice);
    if (length_of(rule.quorum) > longest_quorum)
        error.fields.push_back({ "quorum", tr("Keep it under {count} characters.", { { "count", longest_quorum } }) });
    if (!error.fields.empty())
        return fail(std::move(error));
    return rule;
}

Result<void> admits(MemberRule const& rule, std::vector<Membership> const& others, Membership const& membership)
{
    if (!membership.organization || !membership.person)
        return {};
    for (auto const day : days_to_look_at(others, membership)) {
        std::set<people::PersonId> persons { *membership.person };
        bool has_titular = false;
        for (auto const& other : others) {
            if (!other.person || other.id == membership.id || !other.period.contains(day))
                continue;
            persons.insert(*other.person);
            has_titular = has_titular || (other.seat == MembershipSeat::Titular && other.person != membership.person);
        }
        if (rule.most_persons && static_cast<int>(persons.size()) > *rule.most_persons)
            return fail(refusal("person", trn("This body takes {count} person of one organisation at most, and that is reached on {date}. End a membership first.",
                "This body takes {count} persons of one organisation at most, and that is reached on {date}. End a membership first.", *rule.most_persons, { { "date", day } })));
        if (rule.one_titular && has_titular && membership.seat == MembershipSeat::Titular)
            return fail(refusal("seat", tr("The organisation has a titular on {date} already. Choose “Alternate”, or end that membership first.", { { "date", day } })));
    }
    return {};
}

bool decides(MemberRule const& rule, Membership const& membership)
{
    return membership.person && membership.status == MembershipStatus::Member && (membership.seat == MembershipSeat::Titular || rule.alternate_decides);
}

} // namespace toguna::bodies
