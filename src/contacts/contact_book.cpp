#include "contacts/contact_book.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace toguna::contacts {

namespace {

struct GroupingName {
    Grouping grouping;
    std::string_view name;
};
constexpr std::array<GroupingName, 3> grouping_names { { { Grouping::Organization, "organization" }, { Grouping::Person, "person" }, { Grouping::Role, "role" } } };

std::vector<ContactEntry const*> sorted_by_name(std::vector<ContactEntry> const& entries)
{
    std::vector<ContactEntry const*> sorted;
    for (auto const& entry : entries)
        sorted.push_back(&entry);
    std::ranges::stable_sort(sorted, {}, [](auto const* entry) { return std::tie(entry->name_key, entry->organization_key); });
    return sorted;
}

std::vector<ContactGroup> by_organization(std::vector<ContactEntry> const& entries)
{
    auto sorted = sorted_by_name(entries);
    std::ranges::stable_sort(sorted, {}, [](auto const* entry) { return std::pair(entry->organization_key.empty(), entry->organization_key); });
    std::vector<ContactGroup> groups;
    for (auto const* entry : sorted) {
        if (groups.empty() || groups.back().entries.back()->organization != entry->organization)
            groups.push_back({ entry->organization ? Text() : tr("Without organisation"), entry->organization_name, {} });
        groups.back().entries.push_back(entry);
    }
    return groups;
}

std::vector<ContactGroup> by_role(std::vector<ContactEntry> const& entries)
{
    auto const sorted = sorted_by_name(entries);
    std::vector<ContactGroup> groups;
    auto const add = [&](Text title, auto const& belongs) {
        ContactGroup group { std::move(title), {}, {} };
        std::ranges::copy_if(sorted, std::back_inserter(group.entries), belongs);
        if (!group.entries.empty())
            groups.push_back(std::move(group));
    };
    for (auto const role : bodies::mandate_roles())
        add(bodies::label_of(role), [&](auto const* entry) { return std::ranges::find(entry->roles, role) != entry->roles.end(); });
    for (auto const status : bodies::membership_statuses())
        add(bodies::label_of(status), [&](auto const* entry) { return entry->roles.empty() && entry->status == status; });
    add(tr("Without role"), [](auto const* entry) { return entry->roles.empty() && !entry->status; });
    return groups;
}

} // namespace

std::vector<Grouping> const& groupings()
{
    static std::vector<Grouping> const all { Grouping::Organization, Grouping::Person, Grouping::Role };
    return all;
}

std::string_view name_of(Grouping grouping) { return std::ranges::find(grouping_names, grouping, &GroupingName::grouping)->name; }

std::optional<Grouping> grouping_from(std::string_view name)
{
    auto const found = std::ranges::find(grouping_names, name, &GroupingName::name);
    return found == grouping_names.end() ? std::optional<Grouping>() : found->grouping;
}

Text label_of(Grouping grouping)
{
    switch (grouping) {
    case Grouping::Organization: return tr("By organisation");
    case Grouping::Person: return tr("By name");
    case Grouping::Role: break;
    }
    return tr("By role");
}

std::vector<ContactGroup> grouped(std::vector<ContactEntry> const& entries, Grouping grouping)
{
    switch (grouping) {
    case Grouping::Organization: return by_organization(entries);
    case Grouping::Role: return by_role(entries);
    case Grouping::Person: break;
    }
    if (entries.empty())
        return {};
    return { { {}, {}, sorted_by_name(entries) } };
}

Text totals_of(std::vector<ContactEntry> const& entries)
{
    std::set<std::string> persons;
    std::set<std::string> organizations;
    for (auto const& entry : entries) {
        persons.insert(entry.person.text());
        if (entry.organization)
            organizations.insert(entry.organization->text());
    }
    return tr("{people}, {organizations}", { { "people", trn("{count} person", "{count} persons", std::int64_t(persons.size())) },
                                               { "organizations", trn("{count} organisation", "{count} organisations", std::int64_t(organizations.size())) } });
}

} // namespace toguna::contacts
