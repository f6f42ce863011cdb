#include "actions/import_plan.hpp"

#include "actions/words.hpp"

#include <algorithm>
#include <set>

namespace toguna::actions {

namespace {

template<class Value>
bool contains(std::vector<Value> const& values, Value const& value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

template<class Thing>
Thing const* found_in(std::map<std::string, Thing const*> const& things, std::string const& key)
{
    auto const found = things.find(key);
    return found == things.end() ? nullptr : found->second;
}

/// Names of the installation's actors may have been written otherwise since; who they are counts.
bool same_responsible(std::vector<Responsible> const& left, std::vector<Responsible> const& right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](auto const& one, auto const& other) {
        return one.kind == other.kind && one.id == other.id && (!one.id.empty() || folded(one.name) == folded(other.name));
    });
}

class ChangeFinder {
public:
    ChangeFinder(ImportedPlan const& imported, ActionPlan const& existing, ChangeSetting const& setting)
        : m_imported(imported), m_existing(existing), m_setting(setting)
    {
    }

    PlanChanges find()
    {
        match_sections();
        match_gaps();
        index_actions();
        for (std::size_t index = 0; index < m_imported.actions.size(); ++index)
            match_action_by_id(index);
        for (std::size_t index = 0; index < m_imported.actions.size(); ++index)
            add_action(index);
        return std::move(m_changes);
    }

private:
    void match_sections();
    void match_gaps();
    void index_actions();
    void match_action_by_id(std::size_t index);
    void add_action(std::size_t index);

    std::string title_of(ImportedSection const& section) const { return section.title.empty() ? m_setting.untitled_section : section.title; }
    Section const* section_by_id(std::string const& row_id) const;
    Section const* section_by_title(std::string const& title) const;
    Section const* unclaimed_section_of(std::string const& core_function) const;
    std::size_t section_for_untitled();
    ActionPoint const* known_by_words(ImportedAction const& action, std::size_t section, std::vector<std::size_t> const& gaps);
    std::vector<Responsible> responsible_of(ImportedAction const& action) const;
    void take_over(ActionPoint& after, ImportedAction const& action) const;
    void take_over_status(ActionPoint& after, ImportedAction const& action) const;
    void compare(ActionChange& change) const;
    bool same_place(ActionChange const& change) const;

    ImportedPlan const& m_imported;
    ActionPlan const& m_existing;
    ChangeSetting const& m_setting;
    PlanChanges m_changes;
    std::set<SectionId> m_claimed_sections;
    std::map<std::string, std::vector<ActionPoint const*>> m_actions_by_words; ///< section id, then folded words
    std::map<std::string, ActionPoint const*> m_actions_by_id;
    std::set<GapId> m_gaps_in_file;
    std::map<std::size_t, ActionPoint const*> m_known_by_id;                   ///< by index of the imported action
    std::set<ActionId> m_claimed_actions;
};

Section const* ChangeFinder::section_by_id(std::string const& row_id) const
{
    auto const found = std::find_if(m_existing.sections.begin(), m_existing.sections.end(), [&](auto const& section) { return section.id.text() == row_id; });
    return row_id.empty() || found == m_existing.sections.end() ? nullptr : &*found;
}

Section const* ChangeFinder::section_by_title(std::string const& title) const
{
    auto const words = folded(title);
    auto const found = std::find_if(m_existing.sections.begin(), m_existing.sections.end(), [&](auto const& section) { return folded(section.title) == words; });
    return found == m_existing.sections.end() ? nullptr : &*found;
}

Section const* ChangeFinder::unclaimed_section_of(std::string const& core_function) const
{
    auto const found = std::find_if(m_existing.sections.begin(), m_existing.sections.end(),
        [&](auto const& section) { return section.core_function == core_function && !m_claimed_sections.contains(section.id); });
    return core_function.empty() || found == m_existing.sections.end() ? nullptr : &*found;
}

/// Ids first, then titles, then core functions: a surer match is never taken away by a weaker one that stands earlier.
void ChangeFinder::match_sections()
{
    auto const& sections = m_imported.sections;
    std::vector<Section const*> known(sections.size(), nullptr);
    for (std::size_t index = 0; index < sections.size(); ++index) {
        known[index] = section_by_id(sections[index].row_id);
        if (!known[index])
            known[index] = section_by_title(title_of(sections[index]));
        if (known[index])
            m_claimed_sections.insert(known[index]->id);
    }
    std::map<std::string, std::size_t> place_of; // by id, or by folded title of a new one
    for (std::size_t index = 0; index < sections.size(); ++index) {
        auto const title = title_of(sections[index]);
        auto const* section = known[index];
        if (!section && !place_of.contains(folded(title)))
            section = unclaimed_section_of(sections[index].core_function);
        if (section)
            m_claimed_sections.insert(section->id);
        auto const [place, is_new] = place_of.emplace(section ? section->id.text() : folded(title), m_changes.sections.size());
        m_changes.section_of.push_back(place->second);
        if (!is_new)
            continue;
        bool const renamed = section && section->id.text() == sections[index].row_id && section->title != title;
        SectionChange change { section ? (renamed ? Change::Changed : Change::Unchanged) : Change::Added, {}, { SectionId::trusted(""), {}, {} }, title, sections[index].core_function };
        if (section) {
            change.id = section->id;
            change.before = *section;
            change.title = renamed ? title : section->title;
            change.core_function = section->core_function;
        }
        m_changes.sections.push_back(std::move(change));
    }
}

void ChangeFinder::match_gaps()
{
    std::map<std::string, Gap const*> by_id;
    std::map<std::string, Gap const*> by_words;
    for (auto const& gap : m_existing.gaps) {
        by_id.emplace(gap.id.text(), &gap);
        by_words.emplace(gap.section.text() + folded(gap.text), &gap);
    }
    std::map<std::string, std::size_t> place_of;
    for (auto const& gap : m_imported.gaps) {
        auto const section = gap.section >= 0 && std::size_t(gap.section) < m_changes.section_of.size() ? m_changes.section_of[std::size_t(gap.section)] : section_for_untitled();
        auto const section_id = m_changes.sections[section].id;
        auto const* existing = found_in(by_id, gap.row_id);
        bool const by_row_id = existing != nullptr;
        if (!existing && section_id)
            existing = found_in(by_words, section_id->text() + folded(gap.text));
        auto const key = existing ? existing->id.text() : std::to_string(section) + " " + folded(gap.text);
        auto const [place, is_new] = place_of.emplace(key, m_changes.gaps.size());
        m_changes.gap_of[gap.id] = place->second;
        if (!is_new)
            continue;
        bool const changed = existing && by_row_id && (existing->text != gap.text || existing->section != section_id);
        GapChange change { existing ? (changed ? Change::Changed : Change::Unchanged) : Change::Added, {}, section, changed || !existing ? gap.text : existing->text };
        if (existing) {
            change.id = existing->id;
            change.former_text = existing->text;
        }
        m_changes.gaps.push_back(std::move(change));
    }
}

std::size_t ChangeFinder::section_for_untitled()
{
    for (std::size_t index = 0; index < m_changes.sections.size(); ++index)
        if (m_changes.sections[index].title == m_setting.untitled_section)
            return index;
    SectionChange change { Change::Added, {}, { SectionId::trusted(""), {}, {} }, m_setting.untitled_section, {} };
    if (auto const* section = section_by_title(m_setting.untitled_section))
        change = { Change::Unchanged, section->id, *section, section->title, section->core_function };
    m_changes.sections.push_back(std::move(change));
    return m_changes.sections.size() - 1;
}

void ChangeFinder::index_actions()
{
    for (auto const& action : m_existing.actions) {
        m_actions_by_id.emplace(action.id.text(), &action);
        m_actions_by_words[(action.section ? action.section->text() : std::string()) + folded(action.text)].push_back(&action);
    }
    for (auto const& gap : m_changes.gaps)
        if (gap.id)
            m_gaps_in_file.insert(*gap.id);
}

void ChangeFinder::match_action_by_id(std::size_t index)
{
    auto const& row_id = m_imported.actions[index].row_id;
    if (row_id.empty())
        return;
    auto const* known = found_in(m_actions_by_id, row_id);
    if (known && m_claimed_actions.insert(known->id).second)
        m_known_by_id[index] = known;
}

/// Of several actions with the same words, the one under the same gap; each is taken once.
ActionPoint const* ChangeFinder::known_by_words(ImportedAction const& action, std::size_t section, std::vector<std::size_t> const& gaps)
{
    auto const& section_id = m_changes.sections[section].id;
    auto const found = section_id ? m_actions_by_words.find(section_id->text() + folded(action.text)) : m_actions_by_words.end();
    if (found == m_actions_by_words.end())
        return nullptr;
    ActionPoint const* best = nullptr;
    int best_shared = -1;
    for (auto const* candidate : found->second) {
        if (m_claimed_actions.contains(candidate->id))
            continue;
        auto const shared = int(std::count_if(gaps.begin(), gaps.end(), [&](auto gap) { return m_changes.gaps[gap].id && contains(candidate->gaps, *m_changes.gaps[gap].id); }));
        if (shared > best_shared) {
            best = candidate;
            best_shared = shared;
        }
    }
    if (best)
        m_claimed_actions.insert(best->id);
    return best;
}

std::vector<Responsible> ChangeFinder::responsible_of(ImportedAction const& action) const
{
    std::vector<Responsible> responsible;
    for (auto const& name : action.responsible) {
        auto const known = m_setting.responsible.find(name);
        auto one = known == m_setting.responsible.end() ? Responsible { Responsible::Kind::Unit, {}, name } : known->second;
        if (!contains(responsible, one))
            responsible.push_back(std::move(one));
    }
    return responsible;
}

void ChangeFinder::take_over_status(ActionPoint& after, ImportedAction const& action) const
{
    auto const status = status_from(action.status);
    if (status && *status != after.status) {
        after.status = *status;
        after.status_reason.clear();
        after.closed_on = *status == Status::Closed ? std::optional(m_setting.today) : std::nullopt;
        if (*status == Status::Closed)
            after.closing_note = m_setting.missing_note;
        else
            after.closing_note.clear();
        if (*status == Status::Blocked || *status == Status::Abandoned)
            after.status_reason = m_setting.missing_note;
    }
    if (!action.status_note.empty())
        (after.status == Status::Closed ? after.closing_note : after.status_reason) = action.status_note;
}

void ChangeFinder::take_over(ActionPoint& after, ImportedAction const& action) const
{
    if (!std::holds_alternative<NoDue>(action.due) || !action.due_text.empty()) {
        auto const former = deadline_of(after.due);
        auto const next = deadline_of(action.due);
        if (former && next && *next > *former)
            ++after.postponements;
        // The words of the document stay when they still mean the same day.
        if (after.due != action.due || after.due_text.empty())
            after.due_text = action.due_text;
        after.due = action.due;
        if (!after.first_deadline)
            after.first_deadline = next;
    }
    if (auto responsible = responsible_of(action); !responsible.empty() && !same_responsible(responsible, after.responsible))
        after.responsible = std::move(responsible);
    if (!action.priority.empty())
        after.priority = action.priority == "high" ? Priority::High : Priority::Normal;
    if (action.progress)
        after.progress = action.progress;
    take_over_status(after, action);
}

bool ChangeFinder::same_place(ActionChange const& change) const
{
    auto const& before = *change.before;
    if (before.section != m_changes.sections[change.section].id)
        return false;
    std::set<std::string> former, now;
    for (auto const& gap : before.gaps)
        former.insert(gap.text());
    for (auto const& gap : change.after.gaps)
        now.insert(gap.text());
    for (auto const gap : change.gaps)
        now.insert(m_changes.gaps[gap].id ? m_changes.gaps[gap].id->text() : "new");
    return former == now;
}

void ChangeFinder::compare(ActionChange& change) const
{
    auto const& before = *change.before;
    auto const& after = change.after;
    auto const note = [&](bool differs, ActionField field) {
        if (differs)
            change.fields.push_back(field);
    };
    note(before.text != after.text, ActionField::Words);
    note(!same_place(change), ActionField::Place);
    note(before.due != after.due, ActionField::Deadline);
    note(before.responsible != after.responsible, ActionField::Owners);
    note(before.status != after.status, ActionField::State);
    note(before.status_reason != after.status_reason || before.closing_note != after.closing_note, ActionField::Note);
    note(before.priority != after.priority, ActionField::Urgency);
    note(before.progress != after.progress, ActionField::Share);
    change.change = change.fields.empty() ? Change::Unchanged : Change::Changed;
}

void ChangeFinder::add_action(std::size_t index)
{
    auto const& action = m_imported.actions[index];
    ActionChange change { .imported = index, .after = { .id = ActionId::trusted(""), .body = m_existing.body } };
    for (auto const& gap : action.gaps)
        if (auto const known = m_changes.gap_of.find(gap); known != m_changes.gap_of.end() && !contains(change.gaps, known->second))
            change.gaps.push_back(known->second);
    if (!change.gaps.empty())
        change.section = m_changes.gaps[change.gaps.front()].section;
    else
        change.section = action.section >= 0 && std::size_t(action.section) < m_changes.section_of.size() ? m_changes.section_of[std::size_t(action.section)] : section_for_untitled();

    auto const known = m_known_by_id.find(index);
    auto const* existing = known != m_known_by_id.end() ? known->second : known_by_words(action, change.section, change.gaps);
    if (existing) {
        change.before = *existing;
        change.after = *existing;
        // Gaps that the file does not speak of keep their action.
        if (known != m_known_by_id.end())
            std::erase_if(change.after.gaps, [&](GapId const& gap) { return m_gaps_in_file.contains(gap); });
    }
    if (!existing || known != m_known_by_id.end())
        change.after.text = action.text;
    take_over(change.after, action);
    if (existing)
        compare(change);
    m_changes.actions.push_back(std::move(change));
}

} // namespace

int PlanChanges::count(Change change) const
{
    return int(std::count_if(actions.begin(), actions.end(), [change](auto const& action) { return action.change == change; }));
}

bool PlanChanges::changes_nothing() const
{
    auto const same = [](auto const& one) { return one.change == Change::Unchanged; };
    return std::all_of(sections.begin(), sections.end(), same) && std::all_of(gaps.begin(), gaps.end(), same) && std::all_of(actions.begin(), actions.end(), same);
}

PlanChanges plan_changes(ImportedPlan const& imported, ActionPlan const& existing, ChangeSetting const& setting)
{
    return ChangeFinder(imported, existing, setting).find();
}

} // namespace toguna::actions
