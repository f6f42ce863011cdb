#include "bodies/body.hpp"

#include "bodies/sector.hpp"
#include "people/normalise.hpp"
#include "people/organization.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace toguna::bodies {

namespace {

constexpr std::size_t longest_body_name = 200;
constexpr int minutes_of_day = 24 * 60;

struct KindName {
    BodyKind kind;
    std::string_view name;
};

constexpr std::array<KindName, 17> kind_names { {
    { BodyKind::Cluster, "cluster" },
    { BodyKind::SubCluster, "sub_cluster" },
    { BodyKind::AreaOfResponsibility, "area_of_responsibility" },
    { BodyKind::TechnicalWorkingGroup, "technical_working_group" },
    { BodyKind::StrategicCommittee, "strategic_committee" },
    { BodyKind::InterClusterGroup, "inter_cluster_group" },
    { BodyKind::HumanitarianCountryTeam, "humanitarian_country_team" },
    { BodyKind::NgoForum, "ngo_forum" },
    { BodyKind::DonorGroup, "donor_group" },
    { BodyKind::ExecutiveGroup, "executive_group" },
    { BodyKind::AmbassadorsGroup, "ambassadors_group" },
    { BodyKind::Troika, "troika" },
    { BodyKind::ThematicGroup, "thematic_group" },
    { BodyKind::SubGroup, "sub_group" },
    { BodyKind::TechnicalPool, "technical_pool" },
    { BodyKind::DialogueFramework, "dialogue_framework" },
    { BodyKind::ReviewCommittee, "review_committee" },
} };

void check_quiet_times(QuietTimes const& quiet, std::vector<FieldError>& errors)
{
    auto const is_no_weekday = [](unsigned weekday) { return weekday < 1 || weekday > 7; };
    if (std::any_of(quiet.weekdays.begin(), quiet.weekdays.end(), is_no_weekday))
        errors.push_back({ "quiet_weekdays", tr("Choose days between Monday and Sunday.") });
    if (std::set<unsigned>(quiet.weekdays.begin(), quiet.weekdays.end()).size() == 7)
        errors.push_back({ "quiet_weekdays", tr("Leave at least one day of the week for reminders.") });
    if (quiet.night_from < 0 || quiet.night_from >= minutes_of_day || quiet.night_until < 0 || quiet.night_until >= minutes_of_day)
        errors.push_back({ "night_from", tr("Write an hour between 00:00 and 23:59.") });
}

/// Without empty ones, and each once: written twice, the first stays.
void tidy_aliases(Body& body)
{
    std::set<std::string> seen;
    std::erase_if(body.aliases, [&](BodyAlias& alias) { return (alias.text = people::tidy(alias.text)).empty() || !seen.insert(alias.text).second; });
}

} // namespace

std::vector<BodyKind> const& body_kinds()
{
    static std::vector<BodyKind> const kinds = [] {
        std::vector<BodyKind> result;
        for (auto const& row : kind_names)
            result.push_back(row.kind);
        return result;
    }();
    return kinds;
}

std::string_view name_of(BodyKind kind)
{
    return std::find_if(kind_names.begin(), kind_names.end(), [&](auto const& row) { return row.kind == kind; })->name;
}

std::optional<BodyKind> body_kind_from(std::string_view name)
{
    for (auto const& row : kind_names)
        if (row.name == name)
            return row.kind;
    return {};
}

Text label_of(BodyKind kind)
{
    switch (kind) {
    case BodyKind::Cluster: return tr("Cluster");
    case BodyKind::SubCluster: return tr("Sub-cluster");
    case BodyKind::AreaOfResponsibility: return tr("Area of responsibility");
    case BodyKind::TechnicalWorkingGroup: return tr("Technical working group");
    case BodyKind::StrategicCommittee: return tr("Strategic advisory committee");
    case BodyKind::InterClusterGroup: return tr("Inter-cluster coordination group");
    case BodyKind::HumanitarianCountryTeam: return tr("Humanitarian country team");
    case BodyKind::NgoForum: return tr("NGO forum");
    case BodyKind::DonorGroup: return tr("Donors’ group");
    case BodyKind::ExecutiveGroup: return tr("Executive group");
    case BodyKind::AmbassadorsGroup: return tr("Ambassadors’ group");
    case BodyKind::Troika: return tr("Troïka");
    case BodyKind::ThematicGroup: return tr("Thematic group");
    case BodyKind::SubGroup: return tr("Sub-group");
    case BodyKind::TechnicalPool: return tr("Technical pool");
    case BodyKind::DialogueFramework: return tr("Dialogue framework");
    case BodyKind::ReviewCommittee: break;
    }
    return tr("Review committee");
}

bool QuietTimes::is_quiet_day(Date day) const
{
    return std::find(weekdays.begin(), weekdays.end(), day.weekday()) != weekdays.end() || std::find(days.begin(), days.end(), day) != days.end();
}

bool QuietTimes::is_night(int minute_of_day) const
{
    if (night_from <= night_until)
        return minute_of_day >= night_from && minute_of_day < night_until;
    return minute_of_day >= night_from || minute_of_day < night_until;
}

std::optional<std::string> normal_code(std::string_view text)
{
    auto code = people::tidy(text);
    if (code.size() < 2 || code.size() > 12)
        return {};
    for (auto& character : code) {
        if (character >= 'a' && character <= 'z')
            character = static_cast<char>(character - 'a' + 'A');
        if (!((character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9') || character == '-'))
            return {};
    }
    return code;
}

Result<Body> checked(Body body)
{
    body.name = people::tidy(body.name);
    body.acronym = people::tidy(body.acronym);
    Error error { ErrorKind::Invalid, tr("This body cannot be saved as it is."), {}, {} };
    if (body.name.empty())
        error.fields.push_back({ "name", tr("Write the name of the body.") });
    for (auto const& [field, text] : { std::pair("name", &body.name), std::pair("acronym", &body.acronym) })
        if (people::length_of(*text) > longest_body_name)
            error.fields.push_back({ field, tr("This is longer than {limit} characters: shorten it.", { { "limit", longest_body_name } }) });
    if (auto code = normal_code(body.code))
        body.code = *std::move(code);
    else
        error.fields.push_back({ "code", tr("Write a code of 2 to 12 letters without accents, digits or hyphens, such as NUT or SECAL.") });
    for (auto const& [field, above] : { std::pair("parent", &body.parent), std::pair("reports_to", &body.reports_to) })
        if (*above == body.id)
            error.fields.push_back({ field, tr("A body cannot report to itself. Choose another one, or none.") });
    if (!body.sector.empty() && !find_sector(body.sector))
        error.fields.push_back({ "sector", tr("Choose a sector of the list, or none.") });
    check_quiet_times(body.quiet, error.fields);
    if (!error.fields.empty())
        return fail(std::move(error));
    tidy_aliases(body);
    return body;
}

Body with_former_names(Body after, Body const& before)
{
    for (auto const* former : { &before.name, &before.acronym })
        if (!former->empty() && *former != after.name && *former != after.acronym)
            after.aliases.push_back({ *former });
    tidy_aliases(after);
    return after;
}

std::string search_text_of(Body const& body)
{
    auto text = body.name + " " + body.acronym + " " + body.code;
    for (auto const& alias : body.aliases)
        text += " " + alias.text;
    if (auto const* sector = find_sector(body.sector))
        for (auto const& name : { sector->name_fr, sector->name_en, sector->other_names })
            text.append(" ").append(name);
    return people::search_text(text);
}

std::vector<BodyAlias> read_body_aliases(std::string_view lines)
{
    std::vector<BodyAlias> aliases;
    for (auto& alias : people::read_aliases(lines))
        aliases.push_back({ std::move(alias.text), std::move(alias.language) });
    return aliases;
}

std::string write_body_aliases(std::vector<BodyAlias> const& aliases)
{
    std::vector<people::Alias> list;
    for (auto const& alias : aliases)
        list.push_back({ alias.text, alias.language });
    return people::write_aliases(list);
}

} // namespace toguna::bodies
