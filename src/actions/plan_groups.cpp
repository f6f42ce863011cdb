#include "actions/plan_groups.hpp"

#include <unordered_map>

namespace toguna::actions {

namespace {

class GroupBuilder {
public:
    explicit GroupBuilder(ActionPlan const& plan) : m_plan(plan)
    {
        for (auto const& section : plan.sections) {
            m_place.emplace(section.id.text(), m_sections.size());
            m_sections.push_back({ &section, {} });
        }
        m_sections.push_back({});
        m_without_gap.resize(m_sections.size());
        distribute_actions();
    }

    std::vector<SectionGroups> build()
    {
        for (auto const& gap : m_plan.gaps)
            add_gap(gap, m_sections[place_of(gap.section)].groups);
        for (std::size_t place = 0; place < m_sections.size(); ++place)
            if (!m_without_gap[place].empty())
                m_sections[place].groups.push_back({ {}, std::move(m_without_gap[place]) });
        if (m_sections.back().groups.empty())
            m_sections.pop_back();
        return std::move(m_sections);
    }

private:
    /// The last place is that of what has no section.
    std::size_t place_of(SectionId const& section) const
    {
        auto const found = m_place.find(section.text());
        return found == m_place.end() ? m_sections.size() - 1 : found->second;
    }

    void distribute_actions()
    {
        for (auto const& action : m_plan.actions) {
            for (auto const& gap : action.gaps)
                m_actions_of_gap[gap.text()].push_back(&action);
            if (action.gaps.empty())
                m_without_gap[action.section ? place_of(*action.section) : m_sections.size() - 1].push_back(&action);
        }
    }

    void add_gap(Gap const& gap, std::vector<GapGroup>& groups)
    {
        auto const found = m_actions_of_gap.find(gap.id.text());
        std::vector<ActionPoint const*> actions;
        if (found != m_actions_of_gap.end())
            actions = found->second;
        if (!groups.empty() && !actions.empty() && groups.back().actions == actions)
            groups.back().gaps.push_back(&gap);
        else
            groups.push_back({ { &gap }, std::move(actions) });
    }

    ActionPlan const& m_plan;
    std::vector<SectionGroups> m_sections;
    std::unordered_map<std::string, std::size_t> m_place;
    std::unordered_map<std::string, std::vector<ActionPoint const*>> m_actions_of_gap;
    std::vector<std::vector<ActionPoint const*>> m_without_gap;
};

} // namespace

std::vector<SectionGroups> groups_of(ActionPlan const& plan) { return GroupBuilder(plan).build(); }

} // namespace toguna::actions
