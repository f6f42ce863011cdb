#include "people/organization.hpp"

#include "people/known_acronyms.hpp"
#include "people/normalise.hpp"

#include <algorithm>
#include <sstream>

namespace toguna::people {

namespace {

constexpr std::size_t longest_name = 200;

struct TypeName {
    OrganizationType type;
    std::string_view name;
};

constexpr std::array<TypeName, 16> type_names { {
    { OrganizationType::UnAgency, "un_agency" },
    { OrganizationType::InternationalNgo, "international_ngo" },
    { OrganizationType::NationalNgo, "national_ngo" },
    { OrganizationType::CommunityAssociation, "community_association" },
    { OrganizationType::NationalAuthority, "national_authority" },
    { OrganizationType::LocalAuthority, "local_authority" },
    { OrganizationType::RedCross, "red_cross" },
    { OrganizationType::BilateralDonor, "bilateral_donor" },
    { OrganizationType::MultilateralDonor, "multilateral_donor" },
    { OrganizationType::PrivateSector, "private_sector" },
    { OrganizationType::Academic, "academic" },
    { OrganizationType::PeaceMission, "peace_mission" },
    { OrganizationType::CivilSociety, "civil_society" },
    { OrganizationType::Parliament, "parliament" },
    { OrganizationType::LocalElected, "local_elected" },
    { OrganizationType::Other, "other" },
} };

void drop_repeated(std::vector<Alias>& aliases, std::vector<std::string> keys)
{
    std::erase_if(aliases, [&](Alias& alias) {
        alias.text = tidy(alias.text);
        auto key = search_text(alias.text);
        if (key.empty() || std::find(keys.begin(), keys.end(), key) != keys.end())
            return true;
        keys.push_back(std::move(key));
        return false;
    });
}

} // namespace

std::vector<OrganizationType> const& organization_types()
{
    static std::vector<OrganizationType> const types = [] {
        std::vector<OrganizationType> result;
        for (auto const& [type, name] : type_names)
            result.push_back(type);
        return result;
    }();
    return types;
}

std::string_view name_of(OrganizationType type)
{
    return std::find_if(type_names.begin(), type_names.end(), [&](auto const& row) { return row.type == type; })->name;
}

std::optional<OrganizationType> organization_type_from(std::string_view name)
{
    for (auto const& row : type_names)
        if (row.name == name)
            return row.type;
    return {};
}

Text label_of(OrganizationType type)
{
    switch (type) {
    case OrganizationType::UnAgency: return tr("United Nations agency");
    case OrganizationType::InternationalNgo: return tr("International NGO");
    case OrganizationType::NationalNgo: return tr("National NGO");
    case OrganizationType::CommunityAssociation: return tr("Community-based organisation or association");
    case OrganizationType::NationalAuthority: return tr("National authority");
    case OrganizationType::LocalAuthority: return tr("Local authority");
    case OrganizationType::RedCross: return tr("Red Cross and Red Crescent Movement");
    case OrganizationType::BilateralDonor: return tr("Bilateral donor");
    case OrganizationType::MultilateralDonor: return tr("Multilateral donor");
    case OrganizationType::PrivateSector: return tr("Private sector");
    case OrganizationType::Academic: return tr("University or research");
    case OrganizationType::PeaceMission: return tr("Peace mission");
    case OrganizationType::CivilSociety: return tr("Civil society");
    case OrganizationType::Parliament: return tr("Parliament");
    case OrganizationType::LocalElected: return tr("Local elected representatives");
    case OrganizationType::Other: break;
    }
    return tr("Other");
}

std::string Organization::full_name() const
{
    return acronym.empty() || acronym == name ? name : name + " (" + acronym + ")";
}

Result<Organization> checked(Organization organization)
{
    organization.name = tidy(organization.name);
    organization.acronym = tidy(organization.acronym);
    Error error { ErrorKind::Invalid, tr("This organisation cannot be saved as it is."), {}, {} };
    if (organization.name.empty())
        error.fields.push_back({ "name", tr("Write the name of the organisation.") });
    auto const too_long = tr("This is longer than {limit} characters: shorten it.", { { "limit", longest_name } });
    if (length_of(organization.name) > longest_name)
        error.fields.push_back({ "name", too_long });
    if (length_of(organization.acronym) > longest_name)
        error.fields.push_back({ "acronym", too_long });
    if (std::any_of(organization.aliases.begin(), organization.aliases.end(), [](auto const& alias) { return length_of(alias.text) > longest_name; }))
        error.fields.push_back({ "aliases", too_long });
    if (!error.fields.empty())
        return fail(std::move(error));

    drop_repeated(organization.aliases, { search_text(organization.name), search_text(organization.acronym) });
    for (auto& alias : known_aliases(organization))
        organization.aliases.push_back(std::move(alias));
    return organization;
}

Result<Organization> merged(Organization winner, Organization const& loser)
{
    if (winner.id == loser.id) {
        Error error { ErrorKind::Invalid, tr("An organisation cannot be merged with itself."), {}, {} };
        error.fields.push_back({ "into", tr("This is the same organisation. Choose the other one.") });
        return fail(std::move(error));
    }
    winner.aliases.push_back({ loser.name });
    winner.aliases.push_back({ loser.acronym });
    winner.aliases.insert(winner.aliases.end(), loser.aliases.begin(), loser.aliases.end());
    if (!winner.country)
        winner.country = loser.country;
    return winner;
}

std::vector<Alias> read_aliases(std::string_view lines)
{
    std::vector<Alias> aliases;
    std::istringstream stream { std::string(lines) };
    for (std::string line; std::getline(stream, line);) {
        Alias alias { tidy(line) };
        for (auto const* const language : { "fr", "en" }) {
            auto const mark = std::string(" (") + language + ")";
            if (alias.text.ends_with(mark)) {
                alias.text.resize(alias.text.size() - mark.size());
                alias.language = language;
            }
        }
        if (!alias.text.empty())
            aliases.push_back(std::move(alias));
    }
    return aliases;
}

std::string write_aliases(std::vector<Alias> const& aliases)
{
    std::string lines;
    for (auto const& alias : aliases)
        lines += alias.text + (alias.language.empty() ? "" : " (" + alias.language + ")") + "\n";
    return lines;
}

} // namespace toguna::people
