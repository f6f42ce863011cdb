#include "actions/plan_json.hpp"

#include <boost/json.hpp>

namespace toguna::actions {

namespace json = boost::json;

namespace {

json::array strings(std::vector<std::string> const& values) { return json::array(values.begin(), values.end()); }

json::value text_or_null(std::string const& text) { return text.empty() ? json::value(nullptr) : json::value(text); }

std::string title_at(ImportedPlan const& plan, int section)
{
    return section >= 0 && std::size_t(section) < plan.sections.size() ? plan.sections[std::size_t(section)].title : std::string();
}

json::object action_object(ImportedPlan const& plan, ImportedAction const& action)
{
    return { { "id", action.id }, { "text", action.text }, { "section", title_at(plan, action.section) }, { "gaps", strings(action.gaps) },
        { "due", { { "kind", kind_of(action.due) }, { "value", text_or_null(value_of(action.due)) }, { "text", action.due_text } } },
        { "responsible", strings(action.responsible) }, { "status", text_or_null(action.status) }, { "priority", text_or_null(action.priority) },
        { "progress", action.progress ? json::value(*action.progress) : json::value(nullptr) } };
}

} // namespace

std::string plan_json(ImportedPlan const& plan, web::Localization const& localization)
{
    json::array sections, gaps, actions, warnings;
    for (auto const& section : plan.sections)
        sections.push_back(json::object { { "title", section.title }, { "core_function", text_or_null(section.core_function) } });
    for (auto const& gap : plan.gaps)
        gaps.push_back(json::object { { "id", gap.id }, { "section", title_at(plan, gap.section) }, { "text", gap.text } });
    for (auto const& action : plan.actions)
        actions.push_back(action_object(plan, action));
    for (auto const& warning : plan.warnings)
        warnings.push_back(json::object { { "place", localization(warning.place) }, { "message", localization(warning.message) } });
    return json::serialize(json::object { { "title", plan.title }, { "year", plan.year ? json::value(*plan.year) : json::value(nullptr) },
        { "sections", std::move(sections) }, { "gaps", std::move(gaps) }, { "actions", std::move(actions) }, { "warnings", std::move(warnings) } });
}

} // namespace toguna::actions
