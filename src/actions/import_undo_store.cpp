#include "actions/import_store.hpp"
#include "actions/queries.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace toguna::actions {

namespace {

ImportSummary read_import_summary(db::Row const& row)
{
    return { row.id<ImportId>(0), row.id<PlanId>(1), row.id<bodies::BodyId>(2), int(row.integer(3)), row.string(4), row.string(5), row.string(6), row.instant(7), row.optional_instant(8) };
}

/// Takes back in the reverse order of writing: actions, gaps, sections, the plan.
class ImportUndoer {
public:
    ImportUndoer(db::Transaction& tx, ImportRecord const& record, std::string note, Act const& act) : m_tx(tx), m_record(record), m_note(std::move(note)), m_act(act) { }

    Result<UndoReport> undo()
    {
        for (auto const& changed : m_record.undo.actions_changed)
            TRY(restore_action(changed));
        for (auto const& id : m_record.undo.actions_added)
            TRY(remove_added_action(ActionId::trusted(id)));
        for (auto const& changed : m_record.undo.gaps_changed)
            TRY(restore_gap(changed));
        for (auto const& id : m_record.undo.gaps_added)
            TRY(remove_added_gap(GapId::trusted(id)));
        for (auto const& changed : m_record.undo.sections_changed)
            TRY(restore_section(changed));
        for (auto const& id : m_record.undo.sections_added)
            TRY(remove_added_section(SectionId::trusted(id)));
        if (m_record.undo.plan_added && TRY(m_tx.number(sql::plan_content, { { "plan", m_record.summary.plan } })) == 0)
            TRY(m_tx.execute(sql::remove_plan, { { "plan", m_record.summary.plan }, { "now", m_act.now } }));
        return std::move(m_report);
    }

private:
    Result<std::optional<ActionPoint>> present_action(ActionId const& id)
    {
        auto found = TRY(find_actions(m_tx, { id }));
        return found.empty() ? std::optional<ActionPoint>() : std::optional(std::move(found.front()));
    }

    void keep(ActionPoint const& action) { m_report.kept.push_back(action.reference + " : " + action.text); }

    Result<void> restore_action(UndoRecord::ChangedAction const& changed)
    {
        auto const present = TRY(present_action(changed.before.id));
        if (!present)
            return {};
        if (present->version != changed.version) {
            keep(*present);
            return {};
        }
        TRY(update_action(m_tx, changed.before, changed.version, m_note, m_act));
        ++m_report.restored;
        return {};
    }

    Result<void> remove_added_action(ActionId const& id)
    {
        auto const present = TRY(present_action(id));
        if (!present)
            return {};
        bool const spoken_of = std::any_of(present->occurrences.begin(), present->occurrences.end(), [](auto const& one) { return one.done.has_value(); });
        if (present->version != 1 || spoken_of || TRY(m_tx.number(sql::comment_count, { { "action", id } })) > 0) {
            keep(*present);
            return {};
        }
        TRY(remove_action(m_tx, id, m_act));
        ++m_report.removed;
        return {};
    }

    Result<std::optional<StoredGap>> present_gap(GapId const& id)
    {
        auto found = find_gap(m_tx, id);
        if (!found && found.error().kind == ErrorKind::NotFound)
            return std::optional<StoredGap>();
        return std::optional(TRY(std::move(found)));
    }

    Result<void> restore_gap(UndoRecord::ChangedGap const& changed)
    {
        auto const present = TRY(present_gap(changed.before.id));
        if (!present)
            return {};
        if (present->version != changed.version) {
            m_report.kept.push_back(present->text);
            return {};
        }
        TRY(update_gap(m_tx, present->id, present->version, changed.before.text, changed.before.section, m_act));
        ++m_report.restored;
        return {};
    }

    Result<void> remove_added_gap(GapId const& id)
    {
        auto const present = TRY(present_gap(id));
        if (!present)
            return {};
        bool const still_answered = TRY(m_tx.number(sql::plan_gap_links_left, { { "gap", id } })) > 0;
        if (present->version != 1 || still_answered) {
            m_report.kept.push_back(present->text);
            return {};
        }
        TRY(remove_gap(m_tx, id, m_act));
        ++m_report.removed;
        return {};
    }

    Result<void> restore_section(UndoRecord::ChangedSection const& changed)
    {
        for (auto const& section : TRY(read_plan(m_tx, m_record.summary.plan)).sections) {
            if (section.id != changed.before.id)
                continue;
            if (section.title != changed.after.title || section.core_function != changed.after.core_function) {
                m_report.kept.push_back(section.title);
                continue;
            }
            TRY(update_section(m_tx, m_record.summary.plan, changed.before, m_act));
            ++m_report.restored;
        }
        return {};
    }

    Result<void> remove_added_section(SectionId const& id)
    {
        // A section that others filled since stays, and what fills it is in the list already or theirs.
        if (TRY(m_tx.number(sql::section_content, { { "section", id } })) == 0)
            TRY(remove_section(m_tx, m_record.summary.plan, id, m_act));
        return {};
    }

    db::Transaction& m_tx;
    ImportRecord const& m_record;
    std::string m_note;
    Act const& m_act;
    UndoReport m_report;
};

} // namespace

Result<ImportSummary> find_import_summary(db::Reader const& db, ImportId const& import)
{
    auto const found = TRY(db.first(sql::find_import, { { "import", import } }, read_import_summary));
    if (!found)
        return fail(ErrorKind::NotFound, tr("This import does not exist."));
    return *found;
}

Result<ImportRecord> find_import(db::Reader const& db, ImportId const& import)
{
    auto const undo = TRY(db.first(sql::find_import, { { "import", import } }, [](db::Row const& row) { return row.string(9); }));
    return ImportRecord { TRY(find_import_summary(db, import)), TRY(undo_record_from_json(undo.value_or("{}"))) };
}

Result<std::vector<ImportSummary>> list_imports(db::Reader const& db, bodies::BodyId const& body, int limit)
{
    return db.all(sql::list_imports, { { "body", body }, { "limit", limit } }, read_import_summary);
}

Result<UndoReport> undo_import(db::Transaction& tx, ImportId const& import, web::Localization const& language, Act const& act)
{
    auto const record = TRY(find_import(tx, import));
    if (TRY(tx.execute(sql::mark_import_undone, { { "import", import }, { "now", act.now } })) == 0)
        return fail(ErrorKind::Conflict, tr("This import was undone already."));
    auto report = TRY(ImportUndoer(tx, record, language.t("Import undone"), act).undo());
    auto const facts = fmt::format(R"({{"removed":{},"restored":{},"kept":{}}})", report.removed, report.restored, report.kept.size());
    TRY(journal::record_event(tx, act.actor, { .kind = "actions.import_undone", .object = import.text(), .body = record.summary.body.text(), .after = facts }, act.now, act.chance));
    return report;
}

} // namespace toguna::actions
