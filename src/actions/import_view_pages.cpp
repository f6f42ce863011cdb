#include "actions/import_pages.hpp"
#include "actions/plan_document.hpp"

#include <algorithm>

namespace toguna::actions {

namespace {

std::string names_of(std::vector<Responsible> const& responsible)
{
    std::string names;
    for (auto const& one : responsible)
        names += (names.empty() ? "" : " · ") + one.name;
    return names;
}

web::Tag tag_of(Change change, web::Localization const& language)
{
    switch (change) {
    case Change::Added: return { web::Look::Done, language.t("new") };
    case Change::Changed: return { web::Look::InProgress, language.t("changed") };
    case Change::Unchanged: break;
    }
    return { web::Look::Plain, language.t("unchanged") };
}

std::string section_title(PlanChanges const& changes, ActionPoint const& action)
{
    for (auto const& section : changes.sections)
        if (section.id && action.section == section.id)
            return section.before.title;
    return {};
}

std::string gaps_before(PlanChanges const& changes, ActionPoint const& action)
{
    std::string words;
    for (auto const& gap : changes.gaps)
        if (gap.id && std::find(action.gaps.begin(), action.gaps.end(), *gap.id) != action.gaps.end())
            words += (words.empty() ? "" : " · ") + gap.former_text;
    return words.empty() ? section_title(changes, action) : words;
}

std::string gaps_after(PlanChanges const& changes, ActionChange const& change)
{
    std::string words;
    for (auto const gap : change.gaps)
        words += (words.empty() ? "" : " · ") + changes.gaps[gap].text;
    return words.empty() ? changes.sections[change.section].title : words;
}

std::string percent_words(std::optional<int> progress) { return progress ? std::to_string(*progress) + " %" : std::string(); }

/// « Échéance : août 2026 → septembre 2026 »
std::string difference(ActionField field, ActionChange const& change, PlanChanges const& changes, web::Localization const& language)
{
    auto const& before = *change.before;
    auto const& after = change.after;
    auto const say = [&](Text const& label, std::string const& from, std::string const& to) {
        auto const none = language.t("none");
        return language(tr("{what}: {before} → {after}", { { "what", label }, { "before", from.empty() ? none : from }, { "after", to.empty() ? none : to } }));
    };
    auto const note_of = [](ActionPoint const& action) { return action.status == Status::Closed ? action.closing_note : action.status_reason; };
    switch (field) {
    case ActionField::Words: return say(tr("Action"), before.text, after.text);
    case ActionField::Place: return say(tr("Challenges and gaps"), gaps_before(changes, before), gaps_after(changes, change));
    case ActionField::Deadline: return say(tr("Deadline"), due_words(before.due, language), due_words(after.due, language));
    case ActionField::Owners: return say(tr("Responsible"), names_of(before.responsible), names_of(after.responsible));
    case ActionField::State: return say(tr("Status"), language(label_of(before.status)), language(label_of(after.status)));
    case ActionField::Note: return say(tr("Comments"), note_of(before), note_of(after));
    case ActionField::Urgency: return say(tr("Priority"), language(label_of(before.priority)), language(label_of(after.priority)));
    case ActionField::Share: break;
    }
    return say(tr("Progress"), percent_words(before.progress), percent_words(after.progress));
}

DraftRow action_row(ActionChange const& change, ImportedAction const& action, web::Localization const& language)
{
    DraftRow row;
    row.action = action.text;
    row.action_id = action.id;
    row.due = due_words(action.due, language);
    row.lacks_due = row.due.empty();
    row.responsible = names_of(change.after.responsible);
    row.change = tag_of(change.change, language);
    return row;
}

} // namespace

std::vector<DraftRow> draft_rows(ImportedPlan const& plan, ImportPreview const& preview, web::Localization const& language)
{
    auto const& changes = preview.changes;
    std::map<std::string, std::vector<std::size_t>> actions_of; // by the first gap
    std::map<std::string, ImportedGap const*> gap_by_id;
    for (auto const& gap : plan.gaps)
        gap_by_id.emplace(gap.id, &gap);
    std::vector<std::vector<std::size_t>> without_gap(plan.sections.size());
    std::map<std::string, bool> shares; // gaps that stand beside the actions of an earlier gap
    for (std::size_t index = 0; index < plan.actions.size(); ++index) {
        auto const& action = plan.actions[index];
        if (action.gaps.empty() && std::size_t(action.section) < without_gap.size())
            without_gap[std::size_t(action.section)].push_back(index);
        for (auto const& gap : action.gaps)
            gap == action.gaps.front() ? void(actions_of[gap].push_back(index)) : void(shares[gap] = true);
    }
    std::vector<DraftRow> rows;
    for (std::size_t section = 0; section < plan.sections.size(); ++section) {
        DraftRow heading;
        heading.section = plan.sections[section].title.empty() ? language.t("Without section") : plan.sections[section].title;
        heading.section_id = "S" + std::to_string(section + 1);
        rows.push_back(std::move(heading));
        for (auto const& gap : plan.gaps) {
            if (gap.section != int(section))
                continue;
            auto const& own = actions_of[gap.id];
            for (auto const index : own) {
                rows.push_back(action_row(changes.actions[index], plan.actions[index], language));
                for (auto const& id : plan.actions[index].gaps)
                    if (auto const known = gap_by_id.find(id); known != gap_by_id.end())
                        rows.back().gaps.push_back({ id, known->second->text });
            }
            if (own.empty() && !shares[gap.id]) {
                rows.emplace_back();
                rows.back().gaps.push_back({ gap.id, gap.text });
            }
        }
        for (auto const index : without_gap[section])
            rows.push_back(action_row(changes.actions[index], plan.actions[index], language));
    }
    return rows;
}

std::vector<ChangedLine> changed_lines(ImportPreview const& preview, web::Localization const& language)
{
    std::vector<ChangedLine> lines;
    for (auto const& change : preview.changes.actions) {
        if (change.change != Change::Changed)
            continue;
        ChangedLine line { change.before->reference, change.before->text, {} };
        for (auto const field : change.fields)
            line.differences.push_back(difference(field, change, preview.changes, language));
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace toguna::actions
