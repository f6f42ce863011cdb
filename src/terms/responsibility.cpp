#include "terms/responsibility.hpp"

#include <algorithm>
#include <array>

namespace toguna::terms {

namespace {

constexpr std::array<std::string_view, 8> names { "meetings", "inter_cluster", "functions", "performance", "working_groups", "response_capacity", "allocations", "communication" };

} // namespace

std::vector<Responsibility> const& responsibilities()
{
    using enum Responsibility;
    static std::vector<Responsibility> const all { Meetings, InterCluster, Functions, Performance, WorkingGroups, ResponseCapacity, Allocations, Communication };
    return all;
}

std::string_view name_of(Responsibility responsibility) { return names[static_cast<std::size_t>(responsibility)]; }

std::optional<Responsibility> responsibility_from(std::string_view name)
{
    auto const found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return {};
    return static_cast<Responsibility>(found - names.begin());
}

Text label_of(Responsibility responsibility)
{
    switch (responsibility) {
    case Responsibility::Meetings:
        return tr("Meetings of the body");
    case Responsibility::InterCluster:
        return tr("Inter-cluster meetings");
    case Responsibility::Functions:
        return tr("Coordination functions");
    case Responsibility::Performance:
        return tr("Coordination performance");
    case Responsibility::WorkingGroups:
        return tr("Technical working groups");
    case Responsibility::ResponseCapacity:
        return tr("Response capacity of partners");
    case Responsibility::Allocations:
        return tr("Allocations of funds");
    case Responsibility::Communication:
        return tr("External communication");
    }
    return {};
}

Text commitment_of(Responsibility responsibility)
{
    switch (responsibility) {
    case Responsibility::Meetings:
        return tr("prepare, facilitate and follow up with the coordinator; chair in their absence.");
    case Responsibility::InterCluster:
        return tr("prepare and take part with the coordinator; represent them in their absence.");
    case Responsibility::Functions:
        return tr("take the share agreed in writing; the coordinator stays accountable.");
    case Responsibility::Performance:
        return tr("facilitate the yearly review and contribute to its analysis.");
    case Responsibility::WorkingGroups:
        return tr("take part in facilitating them.");
    case Responsibility::ResponseCapacity:
        return tr("follow what partners can do and propose how to close the gaps.");
    case Responsibility::Allocations:
        return tr("prepare them together; no opinion on a project of one’s own.");
    case Responsibility::Communication:
        return tr("publish within a delegation in force only.");
    }
    return {};
}

} // namespace toguna::terms
