#include "app/commands.hpp"

#include "actions/plan_sections.hpp"
#include "actions/import_draft.hpp"
#include "actions/import_store.hpp"
#include "actions/plan_document.hpp"
#include "actions/plan_json.hpp"
#include "base/hash.hpp"
#include "bodies/store.hpp"
#include "formats/table.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>

namespace toguna::app {

namespace {

using namespace actions;

Result<std::string> read_plan_file(std::string const& path)
{
    std::error_code problem;
    auto const size = std::filesystem::file_size(path, problem);
    if (problem)
        return fail(ErrorKind::Invalid, tr("The file {path} cannot be read. Check its name and its rights.", { { "path", path } }), problem.message());
    // The readers say their own limit; nothing larger is taken into memory.
    if (size > 2 * formats::ReadLimits {}.file_bytes)
        return fail(ErrorKind::TooLarge, tr("The file {path} has {size} MB; a plan has {limit} MB at most.",
            { { "path", path }, { "size", std::int64_t(size >> 20) }, { "limit", std::int64_t(formats::ReadLimits {}.file_bytes >> 20) } }));
    std::ifstream file(path, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(file), {});
    if (!file && !file.eof())
        return fail(ErrorKind::Invalid, tr("The file {path} cannot be read. Check its name and its rights.", { { "path", path } }));
    return bytes;
}

std::string gap_words(ImportedPlan const& plan, ImportedAction const& action)
{
    std::string words;
    for (auto const& gap : plan.gaps)
        if (std::find(action.gaps.begin(), action.gaps.end(), gap.id) != action.gaps.end())
            words += (words.empty() ? "" : ", ") + gap.id;
    return words;
}

/// « 22 défis et gaps, 30 actions, 8 sections; 1 sans échéance; 3 doutes », then the plan, then each doubt with its place.
void print_summary(Surroundings const& surroundings, ImportedPlan const& plan)
{
    auto const& language = surroundings.language;
    surroundings.out << language(sentence_of(counts_of(plan))) << "\n";
    for (std::size_t index = 0; index < plan.sections.size(); ++index) {
        surroundings.out << "\n" << (plan.sections[index].title.empty() ? language.t("Without section") : plan.sections[index].title) << "\n";
        for (auto const& gap : plan.gaps)
            if (gap.section == int(index))
                surroundings.out << "  " << gap.id << "  " << gap.text << "\n";
        for (auto const& action : plan.actions) {
            if (action.section != int(index))
                continue;
            auto const due = due_words(action.due, language);
            surroundings.out << "  " << action.id << " [" << gap_words(plan, action) << "] " << action.text << " — " << (due.empty() ? language.t("no deadline") : due) << "\n";
        }
    }
    if (!plan.warnings.empty())
        surroundings.out << "\n" << language.t("To be checked:") << "\n";
    for (auto const& warning : plan.warnings)
        surroundings.out << "  " << language(warning.place) << " – " << language(warning.message) << "\n";
}

void print_outcome(Surroundings const& surroundings, ImportOutcome const& outcome)
{
    auto const& changes = outcome.changes;
    if (surroundings.json) {
        boost::json::object const json { { "import", outcome.import ? boost::json::value(outcome.import->text()) : boost::json::value(nullptr) }, { "plan", outcome.plan.text() },
            { "plan_added", outcome.plan_added }, { "added", changes.count(Change::Added) }, { "changed", changes.count(Change::Changed) },
            { "unchanged", changes.count(Change::Unchanged) } };
        surroundings.out << boost::json::serialize(json) << "\n";
        return;
    }
    if (!outcome.import) {
        surroundings.out << surroundings.language(tr("Nothing changed: the plan holds all of this already.")) << "\n";
        return;
    }
    surroundings.out << surroundings.language(tr("Actions added: {added}, changed: {changed}, unchanged: {unchanged}.",
        { { "added", changes.count(Change::Added) }, { "changed", changes.count(Change::Changed) }, { "unchanged", changes.count(Change::Unchanged) } })) << "\n"
        << surroundings.language(tr("To undo it: toguna import undo {import}", { { "import", outcome.import->text() } })) << "\n";
}

Act act_of_command(Surroundings const& surroundings)
{
    return { { .account = {}, .person = {}, .name = surroundings.language.t("command line") }, surroundings.now, surroundings.chance };
}

Result<void> write_from_command(Surroundings const& surroundings, PlanImportOrder const& order, formats::ForeignFile const& file, ImportSource const& source)
{
    auto const database = TRY(open_database(surroundings, Migrate::Yes));
    auto const outcome = TRY(database->write([&](db::Transaction& tx) -> Result<ImportOutcome> {
        auto const body = TRY(bodies::find_body_by_code(tx, order.body));
        auto const today = web::local_date(surroundings.now, TRY(bodies::time_zone_of(tx, body)));
        auto plan = TRY(read_plan(file, order.year, today, function_titles(), TRY(read_import_memory(tx, body.id))));
        for (auto const& warning : plan.warnings)
            surroundings.messages << surroundings.language(warning.place) << " – " << surroundings.language(warning.message) << "\n";
        return write_import(tx, { body.id, order.year, std::move(plan), source }, {}, today, surroundings.language, act_of_command(surroundings));
    }));
    print_outcome(surroundings, outcome);
    return {};
}

} // namespace

Result<void> import_action_plan(Surroundings const& surroundings, PlanImportOrder const& order)
{
    if (order.year < 1990 || order.year > 2100)
        return fail(ErrorKind::Invalid, tr("The year of a plan lies between 1990 and 2100."));
    if (order.body.empty() && !order.dry_run)
        return fail(ErrorKind::Invalid, tr("Say whose plan it is: --body CODE. With --dry-run nothing is written and no body is needed."));
    auto const bytes = TRY(read_plan_file(order.path));
    auto const name = std::filesystem::path(order.path).filename().string();
    auto const file = TRY(formats::read_foreign_file(bytes, name));
    if (!order.dry_run)
        return write_from_command(surroundings, order, file, { name, blake2b_hex(bytes), file.format });

    auto const plan = TRY(read_plan(file, order.year, surroundings.now.utc_date(), function_titles()));
    if (surroundings.json)
        surroundings.out << plan_json(plan, surroundings.language) << "\n";
    else
        print_summary(surroundings, plan);
    return {};
}

Result<void> undo_action_plan_import(Surroundings const& surroundings, std::string const& import)
{
    auto const id = ImportId::parse(import);
    if (!id)
        return fail(ErrorKind::Invalid, tr("“{words}” is no identifier of an import: it has 25 letters and digits.", { { "words", import } }));
    auto const database = TRY(open_database(surroundings, Migrate::No));
    auto const report = TRY(database->write([&](db::Transaction& tx) { return undo_import(tx, *id, surroundings.language, act_of_command(surroundings)); }));
    if (surroundings.json) {
        boost::json::array kept(report.kept.begin(), report.kept.end());
        surroundings.out << boost::json::serialize(boost::json::object { { "removed", report.removed }, { "restored", report.restored }, { "kept", std::move(kept) } }) << "\n";
        return {};
    }
    surroundings.out << surroundings.language(tr("The import is undone. Removed: {removed}, given back: {restored}.", { { "removed", report.removed }, { "restored", report.restored } })) << "\n";
    for (auto const& kept : report.kept)
        surroundings.out << surroundings.language(tr("Kept, because somebody changed it since: {row}", { { "row", kept } })) << "\n";
    return {};
}

} // namespace toguna::app
