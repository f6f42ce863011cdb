#include "bodies/member_list_pages.hpp"

#include "bodies/member_rule_store.hpp"
#include "people/normalise.hpp"
#include "people/person_store.hpp"

#include <algorithm>

namespace toguna::bodies {

namespace {

std::string joined(std::vector<std::string> const& names)
{
    std::string text;
    for (auto const& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

std::string type_label(NamedMembership const& named, web::Localization const& language)
{
    return named.organization_type ? language(people::label_of(*named.organization_type)) : language.t("Person");
}

/// « Tous (12) · Membres (9) · Observateurs (3) »: those that occur, each with its count within the other filter.
template<class Value, class Matches, class With>
std::vector<FilterLink> filter_links(std::vector<Value> const& values, std::vector<MemberGroup> const& groups, std::optional<Value> chosen, Matches const& matches, With const& with, web::Localization const& language)
{
    auto const name = [&](std::string const& word, std::int64_t count) { return language(tr("{name} ({count})", { { "name", word }, { "count", count } })); };
    std::vector<FilterLink> links { { name(language.t("All"), static_cast<std::int64_t>(groups.size())), with(std::nullopt), !chosen } };
    for (auto const value : values) {
        auto const count = std::count_if(groups.begin(), groups.end(), [&](auto const& group) { return matches(group, value); });
        if (count > 0 || chosen == value)
            links.push_back({ name(language(label_of(value)), count), with(std::optional<Value>(value)), chosen == value });
    }
    return links;
}

bool has_status(MemberGroup const& group, MembershipStatus status) { return group.status() == status; }
bool has_type(MemberGroup const& group, people::OrganizationType type) { return group.front().organization_type == type; }

formats::SheetValue text_value(std::string text) { return text.empty() ? formats::SheetValue() : formats::SheetValue(std::move(text)); }

formats::SheetRow sheet_row(NamedMembership const& named, ActivityReading const& activity, web::Localization const& language)
{
    auto const& membership = named.membership;
    bool const asks = activity.rule.criteria.meetings || activity.rule.criteria.reports;
    formats::SheetRow row;
    row.cells = { text_value(named.organization_name), text_value(named.organization_acronym), text_value(named.organization_type ? type_label(named, language) : std::string()),
        text_value(named.person_name), text_value(membership.person ? language(label_of(membership.seat)) : std::string()), language(label_of(membership.status)),
        membership.period.start(), membership.period.end() ? formats::SheetValue(*membership.period.end()) : formats::SheetValue(),
        text_value(decides(activity.rule, membership) ? language.t("yes") : std::string()),
        text_value(asks && membership.organization ? language(label_of(activity.finding(*membership.organization).activity)) : std::string()), text_value(membership.reason) };
    return row;
}

} // namespace

MembershipStatus MemberGroup::status() const
{
    return std::min_element(memberships.begin(), memberships.end(), [](auto const& left, auto const& right) { return left.membership.status < right.membership.status; })->membership.status;
}

std::vector<std::string> MemberGroup::names_of(MembershipSeat seat) const
{
    std::vector<std::string> names;
    for (auto const& named : memberships)
        if (named.membership.organization && named.membership.person && named.membership.seat == seat)
            names.push_back(named.person_name);
    return names;
}

std::vector<MemberGroup> grouped(std::vector<NamedMembership> memberships)
{
    std::vector<MemberGroup> groups;
    std::map<people::OrganizationId, std::size_t> place_of;
    for (auto& named : memberships) {
        auto const& organization = named.membership.organization;
        if (organization && place_of.contains(*organization)) {
            auto& group = groups[place_of[*organization]].memberships;
            group.insert(named.membership.person ? group.end() : group.begin(), std::move(named));
            continue;
        }
        if (organization)
            place_of.emplace(*organization, groups.size());
        groups.push_back({ { std::move(named) } });
    }
    std::stable_sort(groups.begin(), groups.end(), [](auto const& left, auto const& right) { return people::search_text(left.front().holder()) < people::search_text(right.front().holder()); });
    return groups;
}

Result<std::set<people::OrganizationId>> own_organizations(db::Reader const& reader, web::Context const& context, Date day)
{
    std::set<people::OrganizationId> own;
    auto const person = context.visitor ? people::PersonId::parse(context.visitor->person) : std::nullopt;
    if (!person)
        return own;
    for (auto const& affiliation : TRY(people::find_person(reader, *person)).affiliations)
        if (affiliation.period.contains(day))
            own.insert(affiliation.organization);
    return own;
}

ActivityFinding ActivityReading::finding(people::OrganizationId const& organization) const
{
    auto const found = facts.find(organization);
    if (found == facts.end())
        return activity_of(rule.criteria, {}, on);
    auto const viewer = own.contains(organization) ? Viewer::OwnPeople : Viewer::Others;
    return activity_of(rule.criteria, known_facts(found->second, known_until(std::min(on, today), rule.notice_days, viewer)), on);
}

Result<ActivityReading> read_activity(db::Reader const& reader, web::Context const& context, BodyId const& body, Date today, Date on)
{
    ActivityReading reading { TRY(find_member_rule(reader, body)), {}, {}, today, on };
    if (!reading.rule.criteria.meetings && !reading.rule.criteria.reports)
        return reading;
    reading.facts = TRY(participation_of_body(reader, body, on));
    reading.own = TRY(own_organizations(reader, context, today));
    return reading;
}

web::Tag tag_of(Activity activity, web::Localization const& language)
{
    auto const look = activity == Activity::Active ? web::Look::Good : activity == Activity::Inactive ? web::Look::Poor : web::Look::Plain;
    return { look, language(label_of(activity)) };
}

web::Tag tag_of(MembershipStatus status, web::Localization const& language)
{
    switch (status) {
    case MembershipStatus::Member: return { web::Look::Done, language(label_of(status)) };
    case MembershipStatus::Observer: return { web::Look::Plain, language(label_of(status)) };
    case MembershipStatus::Candidate: return { web::Look::ToConfirm, language(label_of(status)) };
    case MembershipStatus::Suspended: break;
    }
    return { web::Look::Blocked, language(label_of(status)) };
}

std::string period_words(Period const& period, web::Localization const& language)
{
    return period.end() ? language(tr("from {start} to {end}", { { "start", period.start() }, { "end", *period.end() } })) : language(tr("since {start}", { { "start", period.start() } }));
}

MemberListRequest MemberListRequest::decode(web::Request const& request, Date today)
{
    MemberListRequest asked { BodyId::trusted(request.parameters.find("body")->second), AsOf::decode(request, today) };
    asked.status = membership_status_from(request.query.get("status"));
    asked.type = people::organization_type_from(request.query.get("type"));
    return asked;
}

std::string MemberListRequest::address(std::string const& ending) const
{
    std::string query;
    auto const add = [&](std::string_view name, std::string_view value) { query += (query.empty() ? "?" : "&") + std::string(name) + "=" + percent_encoded(value); };
    if (as_of.is_other_day)
        add("as_of", as_of.day.to_iso());
    if (status)
        add("status", name_of(*status));
    if (type)
        add("type", people::name_of(*type));
    return "/bodies/" + body.text() + "/members" + ending + query;
}

std::vector<MemberGroup> MemberListRequest::chosen_of(std::vector<MemberGroup> const& groups) const
{
    std::vector<MemberGroup> chosen;
    for (auto const& group : groups)
        if ((!status || has_status(group, *status)) && (!type || has_type(group, *type)))
            chosen.push_back(group);
    return chosen;
}

MembersView members_view(Body const& body, MemberListRequest const& asked, std::vector<MemberGroup> const& all, web::Localization const& language)
{
    MembersView view;
    view.id = body.id.text();
    view.as_of = asked.as_of.field(language);
    auto only_type = asked;
    only_type.status.reset();
    view.statuses = filter_links(membership_statuses(), only_type.chosen_of(all), asked.status, has_status, [&](auto status) { auto changed = asked; changed.status = status; return changed.address(); }, language);
    auto only_status = asked;
    only_status.type.reset();
    view.types = filter_links(people::organization_types(), only_status.chosen_of(all), asked.type, has_type, [&](auto type) { auto changed = asked; changed.type = type; return changed.address(); }, language);
    view.status = asked.status ? name_of(*asked.status) : std::string_view();
    view.type = asked.type ? people::name_of(*asked.type) : std::string_view();
    view.exports = { { language.t("Export (XLSX)"), asked.address("/export.xlsx") }, { language.t("Export (CSV)"), asked.address("/export.csv") } };
    view.empty = asked.status || asked.type
        ? web::EmptyState { language.t("No member matches"), language.t("Take away a filter, or ask for another day."), language.t("Show all"), "/bodies/" + body.id.text() + "/members" }
        : web::EmptyState { language.t("No member that day"), language.t("Add the member organisations, or import their contact list.") };
    return view;
}

std::string list_caption(MemberListRequest const& asked, int count, web::Localization const& language)
{
    auto const members = trn("{count} organisation or person", "{count} organisations or persons", count);
    return !asked.as_of.is_other_day ? language(members) : language(tr("As of {date}: {members}", { { "date", asked.as_of.day }, { "members", members } }));
}

MemberListRow member_list_row(MemberGroup const& group, ActivityReading const& activity, web::Localization const& language)
{
    auto const& first = group.front();
    auto since = first.membership.period;
    for (auto const& named : group.memberships)
        if (named.membership.period.start() < since.start())
            since = named.membership.period;
    MemberListRow row { "/bodies/" + first.membership.body.text() + "/members/" + first.membership.id.text(), first.holder(), type_label(first, language), tag_of(group.status(), language),
        period_words(since, language), joined(group.names_of(MembershipSeat::Titular)), joined(group.names_of(MembershipSeat::Alternate)) };
    if (!first.organization_acronym.empty())
        row.name += " (" + first.organization_acronym + ")";
    if (first.membership.organization && (activity.rule.criteria.meetings || activity.rule.criteria.reports))
        row.activity = tag_of(activity.finding(*first.membership.organization).activity, language);
    return row;
}

formats::Sheet member_sheet(std::vector<MemberGroup> const& groups, ActivityReading const& activity, std::string const& title, web::Localization const& language)
{
    formats::Sheet sheet;
    sheet.name = language.t("Members");
    sheet.title = language(tr("{title}, as of {date}", { { "title", title }, { "date", activity.on } }));
    sheet.columns = { { language.t("Organisation"), 40 }, { language.t("Acronym"), 12 }, { language.t("Type"), 26 }, { language.t("Person"), 28 }, { language.t("Seat"), 12 },
        { language.t("Status"), 14 }, { language.t("First day"), 14 }, { language.t("Last day"), 14 }, { language.t("May decide"), 12 }, { language.t("Activity"), 14 }, { language.t("Reason"), 40 } };
    for (auto const& group : groups)
        for (auto const& named : group.memberships)
            sheet.rows.push_back(sheet_row(named, activity, language));
    return sheet;
}

} // namespace toguna::bodies
