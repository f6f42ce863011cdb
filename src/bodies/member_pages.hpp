#pragma once
/// What the pages of members show: the list, one member, the rule of the body.

#include "bodies/member_rule.hpp"
#include "bodies/membership_forms.hpp"
#include "bodies/pages.hpp"
#include "bodies/participation_store.hpp"
#include "people/chooser_pages.hpp"

#include <map>
#include <set>

namespace toguna::bodies {

/// What there is about members, one page each: shown above all of them by "bodies/member_rooms.html".
enum class MemberRoom { List, Participation, Onboarding, FocalPoints, Rule };
Rooms member_rooms_of(web::Context const& context, db::Reader const& reader, Body const& body, MemberRoom current);

struct FilterLink {
    std::string name; ///< « Observateurs (2) »
    std::string path;
    bool is_current = false;
};

/// All memberships of one organisation, or of one person without organisation, on a day.
struct MemberGroup {
    std::vector<NamedMembership> memberships; ///< never empty; the organisation's own first

    NamedMembership const& front() const { return memberships.front(); }
    MembershipStatus status() const;
    std::vector<std::string> names_of(MembershipSeat seat) const;
};
/// In the order of their names.
std::vector<MemberGroup> grouped(std::vector<NamedMembership> memberships);

/// Organisations of the visitor's person on the day: its own people see a finding before others.
Result<std::set<people::OrganizationId>> own_organizations(db::Reader const& reader, web::Context const& context, Date day);

/// Active or not, as far as this reader is shown it on the day `on`; nothing when the body asks nothing.
struct ActivityReading {
    MemberRule rule;
    std::map<people::OrganizationId, std::vector<Participation>> facts;
    std::set<people::OrganizationId> own;
    Date today;
    Date on;

    ActivityFinding finding(people::OrganizationId const& organization) const;
};
Result<ActivityReading> read_activity(db::Reader const& reader, web::Context const& context, BodyId const& body, Date today, Date on);
web::Tag tag_of(Activity activity, web::Localization const& language);
web::Tag tag_of(MembershipStatus status, web::Localization const& language);

/// « depuis le 3 mars 2026 », « du 3 mars 2026 au 3 mars 2027 ».
std::string period_words(Period const& period, web::Localization const& language);

struct MemberListRow {
    std::string path;
    std::string name;
    std::string type;
    web::Tag status;
    std::string since;
    std::string titulars;
    std::string alternates;
    web::Tag activity = {}; ///< without a word: the body asks nothing
};

struct MembersView {
    std::string id;
    Rooms rooms;
    Rooms member_rooms;
    web::TextField as_of;
    std::vector<FilterLink> statuses;
    std::vector<FilterLink> types;
    std::string status; ///< chosen, carried on by the form of the day
    std::string type;
    bool shows_activity = false;
    std::string caption;
    std::vector<MemberListRow> rows;
    std::vector<FilterLink> exports;
    SafeHtml pages;
    bool may_edit = false;
    web::EmptyState empty;
};

struct MemberFormView {
    std::string id;
    Rooms rooms;
    SafeHtml errors;
    SafeHtml once;
    std::string rule; ///< what the body asks, in a sentence, or empty
    people::ChooserField organization;
    people::ChooserField person;
    web::ChoiceField seat;
    web::SelectField status;
    web::TextField starts_on;
    web::TextField ends_on;
    web::TextArea reason;
};

/// One membership of the history of a member.
struct MemberHistoryRow {
    std::string name;
    std::string seat;
    web::Tag status;
    std::string period;
    std::string reason;
    std::string decides; ///< « oui », or empty
    std::string path;    ///< to change it; empty when it is over or the reader may not
};

struct MemberView {
    std::string id;         ///< of the body
    std::string membership; ///< that the address names
    Rooms rooms;
    Rooms member_rooms;
    SafeHtml errors;
    web::Definitions definitions;
    web::Tag activity = {};
    std::vector<std::string> reasons;
    std::string notice; ///< who sees the finding from when on, for the member's own people
    std::vector<MemberHistoryRow> rows;
    SafeHtml onboarding;
};

struct MemberChangeView {
    std::string id;
    std::string membership;
    Rooms rooms;
    SafeHtml errors;
    SafeHtml once;
    web::Definitions definitions;
    web::ChoiceField status; ///< without options: nothing may follow
    web::TextField starts_on;
    web::TextArea reason;
    web::TextField ends_on;
    web::TextArea end_reason;
};

struct MemberRuleView {
    std::string id;
    Rooms rooms;
    Rooms member_rooms;
    bool may_edit = false;
    web::Definitions definitions;
    SafeHtml errors;
    std::string version;
    web::TextField most_persons;
    web::ChoiceField one_titular;
    web::ChoiceField alternate_decides;
    web::TextArea quorum;
    web::TextField meetings;
    web::TextField meeting_share;
    web::TextField reports;
    web::TextField report_share;
    web::TextField notice_days;
};

/// What a body asks, as its members read it.
web::Definitions definitions_of(MemberRule const& rule, web::Localization const& language);

/// The facts of a membership for the journal: ids only, a name that must be forgotten later is not kept there.
std::string membership_facts(Membership const& membership);

/// One member, also with a form of its onboarding that was refused.
Result<web::Reply> member_page(web::Request const& request, web::Context& context, people::Chosen const* typed_buddy = nullptr, Error const* error = nullptr);

std::vector<web::Route> member_story_routes();
std::vector<web::Route> member_rule_routes();
std::vector<web::Route> participation_routes();

} // namespace toguna::bodies
