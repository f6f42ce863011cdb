#include "actions/plan_rows.hpp"

#include <algorithm>
#include <utility>

namespace toguna::actions {

PlanRowId plan_row_id_from(std::string_view text)
{
    PlanRowId id;
    while (!text.empty()) {
        auto const end = std::min(text.find(' '), text.size());
        auto const part = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        auto const colon = part.find(':');
        if (colon == std::string_view::npos)
            return {};
        auto const value = std::string(part.substr(colon + 1));
        if (part.substr(0, colon) == "section")
            id.section = value;
        else if (part.substr(0, colon) == "gap")
            id.gap = value;
        else if (part.substr(0, colon) == "action")
            id.action = value;
        else
            return {};
    }
    return id;
}

std::string to_text(PlanRowId const& id)
{
    std::string text;
    for (auto const& [name, value] : { std::pair("section", &id.section), { "gap", &id.gap }, { "action", &id.action } })
        if (!value->empty())
            text += (text.empty() ? "" : " ") + std::string(name) + ":" + *value;
    return text;
}

} // namespace toguna::actions
