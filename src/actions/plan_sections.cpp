#include "actions/plan_sections.hpp"

#include "functions/core_functions.hpp"

namespace toguna::actions {

std::vector<FunctionTitles> function_titles()
{
    std::vector<FunctionTitles> titles;
    for (auto const& function : functions::core_functions().functions)
        titles.push_back({ function.code, function.titles });
    return titles;
}

std::vector<DefaultSection> default_sections()
{
    return { { tr("Support to service delivery"), "service_delivery" }, { tr("Advocacy for resource mobilization"), "advocacy" },
        { tr("Planning and preparation of the strategy"), "planning" }, { tr("Monitoring and evaluation"), "monitoring" },
        { tr("Preparedness for crises and contribution to contingency plans"), "preparedness" }, { tr("Accountability to affected people"), "accountability" },
        { tr("Assistance"), "" }, { tr("Cross-cutting issues"), "" } };
}

} // namespace toguna::actions
