#include "actions/import_json.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace toguna::actions {

namespace json = boost::json;

namespace {

json::object text_object(Text const& text)
{
    json::array arguments;
    for (auto const& argument : text.arguments()) {
        json::value value = std::visit([](auto const& held) -> json::value {
            using Held = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, Date>)
                return json::object { { "date", held.to_iso() } };
            else if constexpr (std::is_same_v<Held, std::shared_ptr<Text const>>)
                return text_object(*held);
            else
                return json::value_from(held);
        }, argument.value);
        arguments.push_back(json::array { argument.name, std::move(value) });
    }
    return { { "one", text.singular() }, { "many", text.plural() }, { "count", text.count() }, { "arguments", std::move(arguments) } };
}

std::string string_at(json::object const& object, std::string_view key) { return std::string(object.at(key).as_string()); }

Text text_from(json::object const& object)
{
    std::vector<Text::Argument> arguments;
    for (auto const& pair : object.at("arguments").as_array()) {
        auto const name = std::string(pair.as_array().at(0).as_string());
        auto const& value = pair.as_array().at(1);
        if (value.is_string())
            arguments.emplace_back(name, std::string(value.as_string()));
        else if (value.is_int64())
            arguments.emplace_back(name, value.as_int64());
        else if (auto const& held = value.as_object(); held.contains("date"))
            arguments.emplace_back(name, Date::from_iso(string_at(held, "date")).value());
        else
            arguments.emplace_back(name, text_from(held));
    }
    if (auto const many = string_at(object, "many"); !many.empty())
        return trn(string_at(object, "one"), many, object.at("count").as_int64(), std::move(arguments));
    return tr(string_at(object, "one"), std::move(arguments));
}

json::array strings(std::vector<std::string> const& values) { return json::array(values.begin(), values.end()); }

std::vector<std::string> strings_from(json::value const& value)
{
    std::vector<std::string> strings;
    for (auto const& one : value.as_array())
        strings.emplace_back(one.as_string());
    return strings;
}

json::value number_or_null(std::optional<int> number) { return number ? json::value(*number) : json::value(nullptr); }

std::optional<int> number_from(json::value const& value) { return value.is_null() ? std::nullopt : std::optional(int(value.as_int64())); }

json::value date_or_null(std::optional<Date> date) { return date ? json::value(date->to_iso()) : json::value(nullptr); }

std::optional<Date> date_from(json::value const& value) { return value.is_null() ? std::nullopt : Date::from_iso(std::string_view(value.as_string())); }

Due due_at(json::object const& object) { return due_from(string_at(object, "due_kind"), string_at(object, "due_value")).value(); }

json::object action_object(ImportedAction const& action)
{
    return { { "id", action.id }, { "row", action.row_id }, { "text", action.text }, { "section", action.section }, { "gaps", strings(action.gaps) },
        { "due_kind", kind_of(action.due) }, { "due_value", value_of(action.due) }, { "due_text", action.due_text }, { "responsible", strings(action.responsible) },
        { "status", action.status }, { "note", action.status_note }, { "priority", action.priority }, { "progress", number_or_null(action.progress) },
        { "place", text_object(action.place) } };
}

ImportedAction imported_action_from(json::object const& object)
{
    return { string_at(object, "id"), string_at(object, "row"), string_at(object, "text"), int(object.at("section").as_int64()), strings_from(object.at("gaps")), due_at(object),
        string_at(object, "due_text"), strings_from(object.at("responsible")), string_at(object, "status"), string_at(object, "note"), string_at(object, "priority"),
        number_from(object.at("progress")), text_from(object.at("place").as_object()) };
}

json::object section_object(Section const& section)
{
    return { { "id", section.id.text() }, { "title", section.title }, { "core_function", section.core_function } };
}

Section section_from(json::value const& value)
{
    auto const& object = value.as_object();
    return { SectionId::trusted(string_at(object, "id")), string_at(object, "title"), string_at(object, "core_function") };
}

constexpr std::array kind_names { "person", "organization", "body", "unit" };

json::array responsible_array(std::vector<Responsible> const& responsible)
{
    json::array array;
    for (auto const& one : responsible)
        array.push_back(json::object { { "kind", kind_names[std::size_t(one.kind)] }, { "id", one.id }, { "name", one.name } });
    return array;
}

Responsible responsible_from(json::object const& object)
{
    auto const kind = std::find(kind_names.begin(), kind_names.end(), string_at(object, "kind"));
    return { Responsible::Kind(std::min<std::ptrdiff_t>(kind - kind_names.begin(), 3)), string_at(object, "id"), string_at(object, "name") };
}

json::object point_object(ActionPoint const& point)
{
    json::array gaps, members;
    for (auto const& gap : point.gaps)
        gaps.emplace_back(gap.text());
    for (auto const& member : point.member_states)
        members.push_back(json::object { { "organization", member.organization.text() }, { "status", name_of(member.status) }, { "note", member.note } });
    return { { "id", point.id.text() }, { "body", point.body.text() }, { "plan", point.plan ? point.plan->text() : "" }, { "section", point.section ? point.section->text() : "" },
        { "reference", point.reference }, { "text", point.text }, { "gaps", std::move(gaps) }, { "due_kind", kind_of(point.due) }, { "due_value", value_of(point.due) },
        { "due_text", point.due_text }, { "first_deadline", date_or_null(point.first_deadline) }, { "postponements", point.postponements },
        { "priority", point.priority == Priority::High ? "high" : "normal" }, { "status", name_of(point.status) }, { "status_reason", point.status_reason },
        { "closing_note", point.closing_note }, { "closed_on", date_or_null(point.closed_on) }, { "progress", number_or_null(point.progress) },
        { "responsible", responsible_array(point.responsible) }, { "member_states", std::move(members) } };
}

ActionPoint point_from(json::object const& object)
{
    ActionPoint point { .id = ActionId::trusted(string_at(object, "id")), .body = bodies::BodyId::trusted(string_at(object, "body")) };
    point.plan = PlanId::parse(string_at(object, "plan"));
    point.section = SectionId::parse(string_at(object, "section"));
    point.reference = string_at(object, "reference");
    point.text = string_at(object, "text");
    for (auto const& gap : strings_from(object.at("gaps")))
        point.gaps.push_back(GapId::trusted(gap));
    point.due = due_at(object);
    point.due_text = string_at(object, "due_text");
    point.first_deadline = date_from(object.at("first_deadline"));
    point.postponements = int(object.at("postponements").as_int64());
    point.priority = string_at(object, "priority") == "high" ? Priority::High : Priority::Normal;
    point.status = status_from(string_at(object, "status")).value();
    point.status_reason = string_at(object, "status_reason");
    point.closing_note = string_at(object, "closing_note");
    point.closed_on = date_from(object.at("closed_on"));
    point.progress = number_from(object.at("progress"));
    for (auto const& one : object.at("responsible").as_array())
        point.responsible.push_back(responsible_from(one.as_object()));
    for (auto const& value : object.at("member_states").as_array()) {
        auto const& member = value.as_object();
        point.member_states.push_back({ people::OrganizationId::trusted(string_at(member, "organization")), {}, status_from(string_at(member, "status")).value(), string_at(member, "note") });
    }
    return point;
}

/// Only our own texts are read here: one that is broken is a fault of ours, not a bug of the reader.
template<class Read>
auto read_own_json(std::string_view text, Read const& read) -> Result<decltype(read(std::declval<json::object const&>()))>
{
    try {
        return read(json::parse(text).as_object());
    } catch (std::exception const& broken) {
        return fail(ErrorKind::Internal, tr("What was kept of this import cannot be read any more. Load the file again."), broken.what());
    }
}

} // namespace

std::string to_json(ImportedPlan const& plan)
{
    json::array sections, gaps, actions, warnings;
    for (auto const& section : plan.sections)
        sections.push_back(json::object { { "title", section.title }, { "core_function", section.core_function }, { "row", section.row_id } });
    for (auto const& gap : plan.gaps)
        gaps.push_back(json::object { { "id", gap.id }, { "section", gap.section }, { "text", gap.text }, { "place", text_object(gap.place) }, { "row", gap.row_id } });
    for (auto const& action : plan.actions)
        actions.push_back(action_object(action));
    for (auto const& warning : plan.warnings)
        warnings.push_back(json::object { { "place", text_object(warning.place) }, { "message", text_object(warning.message) }, { "deadlines_of", strings(warning.deadlines_of) } });
    return json::serialize(json::object { { "title", plan.title }, { "year", number_or_null(plan.year) }, { "sections", std::move(sections) }, { "gaps", std::move(gaps) },
        { "actions", std::move(actions) }, { "warnings", std::move(warnings) } });
}

Result<ImportedPlan> imported_plan_from_json(std::string_view text)
{
    return read_own_json(text, [](json::object const& object) {
        ImportedPlan plan { string_at(object, "title"), number_from(object.at("year")), {}, {}, {}, {} };
        for (auto const& value : object.at("sections").as_array()) {
            auto const& section = value.as_object();
            plan.sections.push_back({ string_at(section, "title"), string_at(section, "core_function"), string_at(section, "row") });
        }
        for (auto const& value : object.at("gaps").as_array()) {
            auto const& gap = value.as_object();
            plan.gaps.push_back({ string_at(gap, "id"), int(gap.at("section").as_int64()), string_at(gap, "text"), text_from(gap.at("place").as_object()), string_at(gap, "row") });
        }
        for (auto const& value : object.at("actions").as_array())
            plan.actions.push_back(imported_action_from(value.as_object()));
        for (auto const& value : object.at("warnings").as_array()) {
            auto const& warning = value.as_object();
            plan.warnings.push_back({ text_from(warning.at("place").as_object()), text_from(warning.at("message").as_object()), strings_from(warning.at("deadlines_of")) });
        }
        return plan;
    });
}

std::string to_json(UndoRecord const& record)
{
    json::array sections, gaps, actions;
    for (auto const& section : record.sections_changed)
        sections.push_back(json::object { { "before", section_object(section.before) }, { "after", section_object(section.after) } });
    for (auto const& gap : record.gaps_changed)
        gaps.push_back(json::object { { "id", gap.before.id.text() }, { "section", gap.before.section.text() }, { "text", gap.before.text }, { "version", gap.version } });
    for (auto const& action : record.actions_changed)
        actions.push_back(json::object { { "before", point_object(action.before) }, { "version", action.version } });
    return json::serialize(json::object { { "plan_added", record.plan_added }, { "sections_added", strings(record.sections_added) }, { "gaps_added", strings(record.gaps_added) },
        { "actions_added", strings(record.actions_added) }, { "sections_changed", std::move(sections) }, { "gaps_changed", std::move(gaps) }, { "actions_changed", std::move(actions) } });
}

Result<UndoRecord> undo_record_from_json(std::string_view text)
{
    return read_own_json(text, [](json::object const& object) {
        UndoRecord record { object.at("plan_added").as_bool(), strings_from(object.at("sections_added")), strings_from(object.at("gaps_added")), strings_from(object.at("actions_added")) };
        for (auto const& value : object.at("sections_changed").as_array())
            record.sections_changed.push_back({ section_from(value.as_object().at("before")), section_from(value.as_object().at("after")) });
        for (auto const& value : object.at("gaps_changed").as_array()) {
            auto const& gap = value.as_object();
            record.gaps_changed.push_back({ { GapId::trusted(string_at(gap, "id")), SectionId::trusted(string_at(gap, "section")), string_at(gap, "text") }, gap.at("version").as_int64() });
        }
        for (auto const& value : object.at("actions_changed").as_array())
            record.actions_changed.push_back({ point_from(value.as_object().at("before").as_object()), value.as_object().at("version").as_int64() });
        return record;
    });
}

} // namespace toguna::actions
