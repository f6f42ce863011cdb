#include "actions/import_store.hpp"

#include "actions/actor_store.hpp"
#include "actions/queries.hpp"
#include "actions/words.hpp"
#include "base/hash.hpp"
#include "bodies/store.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace toguna::actions {

namespace {

std::string signature_of(std::optional<PlanSummary> const& plan, PlanChanges const& changes)
{
    Blake2b hash;
    hash.add(plan ? plan->id.text() : "new");
    for (auto const& section : changes.sections)
        hash.add(fmt::format("|{}{}", int(section.change), section.id ? section.id->text() : section.title));
    for (auto const& gap : changes.gaps)
        hash.add(fmt::format("|{}{}{}", int(gap.change), gap.former_text, gap.text));
    for (auto const& action : changes.actions) {
        hash.add(fmt::format("|{}{}{}:{}", int(action.change), action.after.text, kind_of(action.after.due), value_of(action.after.due)));
        if (action.before)
            hash.add(fmt::format("@{}{}", action.before->id.text(), action.before->version));
    }
    return hash.hex();
}

ActionPlan empty_plan_of(PlanImport const& import)
{
    return { .id = PlanId::trusted(""), .body = import.body, .year = import.year, .title = {}, .sections = {}, .gaps = {}, .actions = {} };
}

std::string title_of(PlanImport const& import, web::Localization const& language)
{
    return import.plan.title.empty() ? language(tr("Action plan {year}", { { "year", std::to_string(import.year) } })) : import.plan.title;
}

/// Writes the changes one by one and keeps how to take each back.
class ImportWriter {
public:
    ImportWriter(db::Transaction& tx, PlanId plan, PlanImport const& import, PlanChanges const& changes, Date today, std::string note, Act const& act)
        : m_tx(tx), m_plan(std::move(plan)), m_import(import), m_changes(changes), m_today(today), m_note(std::move(note)), m_act(act)
    {
    }

    Result<UndoRecord> write()
    {
        TRY(write_sections());
        TRY(write_gaps());
        m_next_number = TRY(count_references());
        for (auto const& change : m_changes.actions)
            if (change.change != Change::Unchanged)
                TRY(write_action(change));
        return std::move(m_undo);
    }

private:
    Result<void> write_sections()
    {
        for (auto const& change : m_changes.sections) {
            m_sections.push_back(change.id.value_or(SectionId::trusted("")));
            if (change.change == Change::Added) {
                m_sections.back() = TRY(insert_section(m_tx, m_plan, change.title, change.core_function, m_act));
                m_undo.sections_added.push_back(m_sections.back().text());
            } else if (change.change == Change::Changed) {
                Section const after { *change.id, change.title, change.core_function };
                TRY(update_section(m_tx, m_plan, after, m_act));
                m_undo.sections_changed.push_back({ change.before, after });
            }
        }
        return {};
    }

    Result<void> write_gaps()
    {
        for (auto const& change : m_changes.gaps) {
            m_gaps.push_back(change.id.value_or(GapId::trusted("")));
            if (change.change == Change::Added) {
                m_gaps.back() = TRY(insert_gap(m_tx, m_plan, m_sections[change.section], change.text, m_act));
                m_undo.gaps_added.push_back(m_gaps.back().text());
            } else if (change.change == Change::Changed) {
                auto const stored = TRY(find_gap(m_tx, *change.id));
                TRY(update_gap(m_tx, stored.id, stored.version, change.text, m_sections[change.section], m_act));
                m_undo.gaps_changed.push_back({ { stored.id, stored.section, stored.text }, stored.version + 1 });
            }
        }
        return {};
    }

    /// The running number is counted once, not once for each of thousands of rows.
    Result<std::int64_t> count_references()
    {
        m_reference_prefix = fmt::format("{}-{}-", TRY(bodies::find_body(m_tx, m_import.body)).code, m_import.year);
        return m_tx.number(sql::last_reference, { { "body", m_import.body }, { "prefix", m_reference_prefix } });
    }

    Result<void> write_action(ActionChange const& change)
    {
        auto action = change.after;
        action.plan = m_plan;
        action.section = m_sections[change.section];
        for (auto const gap : change.gaps)
            if (std::find(action.gaps.begin(), action.gaps.end(), m_gaps[gap]) == action.gaps.end())
                action.gaps.push_back(m_gaps[gap]);
        TRY(expand_members(m_tx, action, m_today));
        if (change.before) {
            // A gap that moved into another section took its actions along, without a change of their version.
            auto const version = TRY(update_action(m_tx, action, change.before->version, m_note, m_act));
            m_undo.actions_changed.push_back({ *change.before, version });
            return {};
        }
        action.reference = fmt::format("{}{:03}", m_reference_prefix, ++m_next_number);
        action = TRY(insert_numbered_action(m_tx, std::move(action), { "action_plan", m_plan.text() }, m_act));
        m_undo.actions_added.push_back(action.id.text());
        return {};
    }

    db::Transaction& m_tx;
    PlanId m_plan;
    PlanImport const& m_import;
    PlanChanges const& m_changes;
    Date m_today;
    std::string m_note;
    Act const& m_act;
    std::vector<SectionId> m_sections; ///< by index of PlanChanges::sections
    std::vector<GapId> m_gaps;
    std::string m_reference_prefix;
    std::int64_t m_next_number = 0;
    UndoRecord m_undo;
};

} // namespace

Result<ImportPreview> preview_import(db::Reader const& db, PlanImport const& import, Date today, web::Localization const& language)
{
    auto const actors = TRY(known_actors(db, import.body, language));
    ImportPreview preview { TRY(find_plan_of_year(db, import.body, import.year)), {}, {}, {} };
    ChangeSetting setting { {}, language.t("Without section"), language.t("As the imported file says."), today };
    for (auto const& action : import.plan.actions)
        for (auto const& name : action.responsible)
            if (!preview.responsible.contains(name)) {
                auto found = recognise_responsible(name, actors, {});
                found.known = found.known || names_office(name);
                setting.responsible.emplace(name, found.responsible);
                preview.responsible.emplace(name, std::move(found));
            }
    auto const existing = preview.plan ? TRY(read_plan(db, preview.plan->id)) : empty_plan_of(import);
    preview.changes = plan_changes(import.plan, existing, setting);
    preview.signature = signature_of(preview.plan, preview.changes);
    return preview;
}

Result<ImportOutcome> write_import(db::Transaction& tx, PlanImport const& import, std::string const& expected_signature, Date today, web::Localization const& language, Act const& act)
{
    auto preview = TRY(preview_import(tx, import, today, language));
    if (!expected_signature.empty() && expected_signature != preview.signature)
        return fail(ErrorKind::Conflict, tr("The plan changed while you were looking. Look at the new comparison, then save."));
    ImportOutcome outcome { preview.plan ? preview.plan->id : PlanId::trusted(""), !preview.plan, {}, std::move(preview.changes) };
    if (preview.plan && outcome.changes.changes_nothing())
        return outcome;
    if (outcome.plan_added)
        outcome.plan = TRY(insert_plan(tx, import.body, import.year, title_of(import, language), {}, act));

    auto const name = import.source.file_name.empty() ? language.t("pasted text") : import.source.file_name;
    auto const note = language(tr("Import of {file}", { { "file", name } }));
    auto undo = TRY(ImportWriter(tx, outcome.plan, import, outcome.changes, today, note, act).write());
    undo.plan_added = outcome.plan_added;
    outcome.import = new_id<ImportTag>(act.now, act.chance);
    TRY(tx.execute(sql::insert_import, { { "id", *outcome.import }, { "plan", outcome.plan }, { "file_name", import.source.file_name }, { "file_hash", import.source.file_hash },
        { "format", import.source.format }, { "author", act.actor.name }, { "now", act.now }, { "undo", to_json(undo) } }));
    auto const facts = fmt::format(R"({{"added":{},"changed":{},"unchanged":{}}})", outcome.changes.count(Change::Added), outcome.changes.count(Change::Changed),
        outcome.changes.count(Change::Unchanged));
    TRY(journal::record_event(tx, act.actor, { .kind = "actions.plan_imported", .object = outcome.import->text(), .body = import.body.text(), .after = facts }, act.now, act.chance));
    return outcome;
}

Result<ImportMemory> read_import_memory(db::Reader const& db, bodies::BodyId const& body)
{
    ImportMemory memory;
    TRY(db.each(sql::import_memory, { { "body", body } }, [&](db::Row const& row) {
        auto const kind = row.text(0);
        auto& words = kind == "header" ? memory.headers : kind == "due" ? memory.dues : memory.sections;
        words[row.string(1)] = row.string(2);
    }));
    return memory;
}

Result<void> remember_words(db::Transaction& tx, bodies::BodyId const& body, TaughtWords kind, std::string_view words, std::string const& meaning)
{
    auto const key = folded(words);
    if (key.empty())
        return {};
    auto const* name = kind == TaughtWords::HeaderCell ? "header" : kind == TaughtWords::Deadline ? "due" : "section";
    TRY(tx.execute(sql::remember_import_words, { { "body", body }, { "kind", name }, { "words", key }, { "meaning", meaning } }));
    return {};
}

} // namespace toguna::actions
