#pragma once
/// The forms of memberships and of what a body asks of its members: what was typed, and what it means.

#include "bodies/member_rule.hpp"
#include "bodies/membership.hpp"
#include "people/chooser_forms.hpp"
#include "web/request.hpp"

namespace toguna::bodies {

struct MembershipForm {
    people::Chosen organization = {};
    people::Chosen person = {};
    std::string status = "member";
    std::string seat = "titular";
    std::string starts_on = {};
    std::string ends_on = {};
    std::string reason = {};

    static MembershipForm decode(web::Request const& request);

    /// What the words of the two choosers resolved to (people/chooser_store.hpp).
    struct Holder {
        Result<std::optional<people::OrganizationId>> organization = {};
        Result<std::optional<people::PersonId>> person = {};
    };
    /// Without a first day it starts `today`. Refusals of the holder join those of the other fields.
    Result<Membership> value(MembershipId id, BodyId body, Holder const& holder, Date today) const;
};

/// Another status from a day on.
struct StatusForm {
    std::string status = {};
    std::string starts_on = {};
    std::string reason = {};

    static StatusForm decode(web::Request const& request);
    struct Value {
        MembershipStatus status = MembershipStatus::Member;
        Date first_day;
    };
    /// Without a day it is `today`.
    Result<Value> value(Date today) const;
};

struct EndForm {
    std::string ends_on = {};
    std::string end_reason = {};

    static EndForm decode(web::Request const& request);
    /// The last day; without one `today`.
    Result<Date> value(Date today) const;
};

struct MemberRuleForm {
    std::string most_persons = {};
    bool one_titular = false;
    bool alternate_decides = false;
    std::string quorum = {};
    std::string meetings = {};
    std::string meeting_share = {};
    std::string reports = {};
    std::string report_share = {};
    std::string notice_days = {};
    std::string version = "0";

    static MemberRuleForm decode(web::Request const& request);
    static MemberRuleForm encode(MemberRule const& rule);
    Result<MemberRule> value() const;
};

} // namespace toguna::bodies
