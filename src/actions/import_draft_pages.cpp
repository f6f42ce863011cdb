#include "actions/import_pages.hpp"

#include "actions/import_draft.hpp"
#include "actions/import_draft.html.hpp"
#include "actions/item_splitting.hpp"
#include "actions/plan_document.hpp"
#include "actions/words.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "journal/store.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace toguna::actions {

namespace {

constexpr int preview_rows = 100;
/// More doubts than anybody settles on one page; the next ones come when these are gone.
constexpr std::size_t doubts_shown = 50;
constexpr std::size_t changes_shown = 100;

std::string deadline_field(std::string const& action) { return "deadline-" + action; }

/// « Nom n » by its place among the unknown names, which are in the order of their letters.
std::string name_field(std::size_t place) { return "name-" + std::to_string(place + 1); }

std::vector<std::string> unknown_names(ImportPreview const& preview)
{
    std::vector<std::string> names;
    for (auto const& [name, found] : preview.responsible)
        if (!found.known)
            names.push_back(name);
    return names;
}

std::string typed_or(RefusedCorrections const* refused, std::string const& field, std::string otherwise)
{
    return refused && refused->typed.has(field) ? std::string(refused->typed.get(field)) : std::move(otherwise);
}

std::vector<DoubtLine> doubt_lines(ImportedPlan const& plan, RefusedCorrections const* refused, web::Localization const& language)
{
    std::vector<DoubtLine> lines;
    for (auto const& warning : plan.warnings) {
        if (lines.size() == doubts_shown)
            break;
        DoubtLine line { language(warning.place), language(warning.message) };
        auto const* action = warning.deadlines_of.empty() ? nullptr : find_action(plan, warning.deadlines_of.front());
        if (action) {
            auto const field = deadline_field(action->id);
            auto const read = due_words(action->due, language);
            line.row = action->id;
            line.deadline = web::TextField { { .name = field, .label = language(tr("Deadline of action {row}", { { "row", action->id } })),
                                                 .hint = language.t("A date, a month, a frequency such as “monthly”, or “continuous”."),
                                                 .error = refused ? web::message_for(refused->error.fields, field, language) : "", .optional = true },
                typed_or(refused, field, read), web::Width::Half };
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<NameLine> name_lines(ImportPreview const& preview, RefusedCorrections const* refused, web::Localization const& language)
{
    std::vector<NameLine> lines;
    auto const names = unknown_names(preview);
    for (std::size_t place = 0; place < names.size() && place < doubts_shown; ++place) {
        auto const& candidates = preview.responsible.at(names[place]).candidates;
        auto const hint = candidates.empty() ? std::string() : language(tr("Perhaps: {names}", { { "names", language.list(candidates) } }));
        auto const field = name_field(place);
        lines.push_back({ names[place], hint,
            { { .name = field, .label = language(tr("“{name}” is", { { "name", names[place] } })), .hint = hint, .optional = true }, typed_or(refused, field, names[place]), web::Width::Half } });
    }
    return lines;
}

std::string target_of(PlanImport const& import, ImportPreview const& preview, web::Localization const& language)
{
    auto const year = std::to_string(import.year);
    if (!preview.plan)
        return language(tr("The plan {year} does not exist yet: saving makes it. Nothing is written until then.", { { "year", year } }));
    if (preview.changes.changes_nothing())
        return language(tr("The plan {year} holds all of this already: there is nothing to write.", { { "year", year } }));
    return language(tr("In the plan {year}: {added}, {changed}, {unchanged}. What the file does not name stays as it is.",
        { { "year", year }, { "added", trn("{count} action is added", "{count} actions are added", preview.changes.count(Change::Added)) },
            { "changed", trn("{count} changes", "{count} change", preview.changes.count(Change::Changed)) },
            { "unchanged", trn("{count} is there already", "{count} are there already", preview.changes.count(Change::Unchanged)) } }));
}

/// One page of the rows; gaps that stand beside several actions are named once on it.
std::vector<DraftRow> page_of_rows(std::vector<DraftRow> rows, web::Pagination const& pagination)
{
    auto const first = std::min(rows.size(), std::size_t(pagination.page - 1) * std::size_t(pagination.per_page));
    auto const last = std::min(rows.size(), first + std::size_t(pagination.per_page));
    std::vector<DraftRow> shown(rows.begin() + std::ptrdiff_t(first), rows.begin() + std::ptrdiff_t(last));
    auto const same_gaps = [](DraftRow const& left, DraftRow const& right) {
        return !left.gaps.empty() && left.section_id.empty() && std::equal(left.gaps.begin(), left.gaps.end(), right.gaps.begin(), right.gaps.end(),
            [](auto const& one, auto const& other) { return one.id == other.id; });
    };
    for (std::size_t row = 0; row < shown.size();) {
        auto next = row + 1;
        while (next < shown.size() && same_gaps(shown[row], shown[next]))
            shown[next++].gap_rows = 0;
        shown[row].gap_rows = int(next - row);
        row = next;
    }
    return shown;
}

DraftView draft_view(web::Request const& request, web::Context const& context, ImportDraft const& draft, ImportPreview const& preview, RefusedCorrections const* refused)
{
    auto const& language = context.language;
    auto const& plan = draft.import.plan;
    DraftView view;
    view.id = draft.id.text();
    view.body = draft.import.body.text();
    view.file = draft.import.source.file_name.empty() ? language.t("Pasted text") : language(tr("File: {name}", { { "name", draft.import.source.file_name } }));
    view.sentence = language(sentence_of(counts_of(plan)));
    view.target = target_of(draft.import, preview, language);
    view.nothing_new = preview.plan && preview.changes.changes_nothing();
    view.save_words = view.nothing_new ? language.t("Close this draft") : language(tr("Save into the plan {year}", { { "year", std::to_string(draft.import.year) } }));
    view.signature = preview.signature;
    view.errors = refused ? web::error_summary(context, refused->error) : SafeHtml();
    view.once = web::once_field(context);
    view.doubts = doubt_lines(plan, refused, language);
    view.names = name_lines(preview, refused, language);
    view.compares = preview.plan.has_value();
    view.changed = changed_lines(preview, language);
    if (view.changed.size() > changes_shown)
        view.changed.resize(changes_shown);
    auto rows = draft_rows(plan, preview, language);
    auto const pagination = web::paginate(int(rows.size()), request.query.get("page"), preview_rows);
    view.rows = page_of_rows(std::move(rows), pagination);
    view.pages = web::pagination_links(context, request, pagination);
    return view;
}

Result<web::Reply> show_draft(web::Request const& request, web::Context& context)
{
    return draft_page(request, context, TRY(request.id<ImportDraftId>("draft")), nullptr);
}

/// The deadlines typed for the doubts of the page, all read before any is refused.
Result<void> correct_deadlines(db::Transaction& tx, ImportDraft& draft, web::Fields const& form, Date today)
{
    Error error { ErrorKind::Invalid, tr("Some corrections cannot be read."), {}, {} };
    auto const warnings = draft.import.plan.warnings;
    for (auto const& warning : warnings) {
        auto const* first = warning.deadlines_of.empty() ? nullptr : find_action(draft.import.plan, warning.deadlines_of.front());
        if (!first)
            continue;
        auto const field = deadline_field(first->id);
        auto const words = trimmed(form.get(field));
        if (words.empty())
            continue;
        auto const read = read_due(words, draft.import.year, today);
        if (!read.understood) {
            error.fields.push_back({ field, tr("“{words}” is no deadline we can read. Write for example 15/3, August, monthly or continuous.", { { "words", words } }) });
            continue;
        }
        // Words of the document that meant nothing to us mean this from now on.
        if (auto const document_words = first->due_text; !document_words.empty() && first->due != read.due)
            TRY(remember_words(tx, draft.import.body, TaughtWords::Deadline, document_words, fmt::format("{}:{}", kind_of(read.due), value_of(read.due))));
        for (auto const& action : warning.deadlines_of)
            give_deadline(draft.import.plan, action, read.due, words);
    }
    if (!error.fields.empty())
        return fail(std::move(error));
    return {};
}

Result<void> correct_names(ImportDraft& draft, ImportPreview const& preview, web::Fields const& form)
{
    auto const names = unknown_names(preview);
    for (std::size_t place = 0; place < names.size() && place < doubts_shown; ++place) {
        auto const field = name_field(place);
        auto const typed = trimmed(form.get(field));
        if (!form.has(field) || typed == names[place])
            continue;
        std::vector<std::string> meant;
        std::size_t from = 0;
        while (from <= typed.size()) {
            auto const end = std::min(typed.find(';', from), typed.size());
            if (auto one = trimmed(std::string_view(typed).substr(from, end - from)); !one.empty())
                meant.push_back(std::move(one));
            from = end + 1;
        }
        replace_responsible(draft.import.plan, names[place], meant);
    }
    return {};
}

/// POST /imports/drafts/:draft/corrections
Result<web::Reply> correct_draft(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<ImportDraftId>("draft"));
    auto const corrected = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        auto draft = TRY(find_import_draft(tx, id, context.visitor->account));
        TRY(context.require(tx, bodies::edit_plan, draft.import.body.text()));
        auto const today = TRY(today_of(tx, context, draft.import.body));
        auto const preview = TRY(preview_import(tx, draft.import, today, context.file_language));
        TRY(correct_deadlines(tx, draft, request.form, today));
        TRY(correct_names(draft, preview, request.form));
        TRY(update_import_draft(tx, draft));
        return web::see_other("/imports/drafts/" + id.text());
    });
    if (!corrected && corrected.error().kind == ErrorKind::Invalid) {
        RefusedCorrections const refused { corrected.error(), request.form };
        return draft_page(request, context, id, &refused);
    }
    return web::with_notice(request, context, TRY(corrected), tr("The corrections are in the draft."));
}

/// POST /imports/drafts/:draft/save
Result<web::Reply> save_draft(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<ImportDraftId>("draft"));
    Text notice = tr("The plan is recorded.");
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            auto const draft = TRY(find_import_draft(tx, id, context.visitor->account));
            TRY(context.require(tx, bodies::edit_plan, draft.import.body.text()));
            auto const today = TRY(today_of(tx, context, draft.import.body));
            Act const act { journal::actor_of(context), context.now, context.chance };
            auto const outcome = TRY(write_import(tx, draft.import, std::string(request.form.get("signature")), today, context.file_language, act));
            TRY(delete_import_draft(tx, id));
            if (!outcome.import)
                notice = tr("Nothing changed: the plan holds all of this already.");
            return web::see_other(outcome.import ? "/imports/" + outcome.import->text() : "/plans/" + outcome.plan.text());
        });
    });
    if (!saved && (saved.error().kind == ErrorKind::Invalid || saved.error().kind == ErrorKind::Conflict)) {
        RefusedCorrections const refused { saved.error(), {} };
        return draft_page(request, context, id, &refused);
    }
    return web::with_notice(request, context, TRY(saved), notice);
}

/// POST /imports/drafts/:draft/discard
Result<web::Reply> discard_draft(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<ImportDraftId>("draft"));
    auto const reply = TRY(context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        auto const draft = TRY(find_import_draft(tx, id, context.visitor->account));
        TRY(context.require(tx, bodies::edit_plan, draft.import.body.text()));
        TRY(delete_import_draft(tx, id));
        return web::see_other("/bodies/" + draft.import.body.text() + "/plans/import");
    }));
    return web::with_notice(request, context, reply, tr("The draft is gone; nothing was written into the plan."));
}

} // namespace

Result<web::Reply> draft_page(web::Request const& request, web::Context& context, ImportDraftId const& id, RefusedCorrections const* refused)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const draft = TRY(find_import_draft(reader, id, context.visitor->account));
        auto const body = TRY(bodies::find_body(reader, draft.import.body));
        auto const today = TRY(today_of(reader, context, body.id));
        auto const preview = TRY(preview_import(reader, draft.import, today, context.file_language));
        auto const view = draft_view(request, context, draft, preview, refused);
        auto const title = draft.import.plan.title.empty() ? context.language(tr("Action plan {year}", { { "year", std::to_string(draft.import.year) } })) : draft.import.plan.title;
        web::Page page { title, import_trail(context, body), "/bodies", html::import_draft(view, context.templates()), refused != nullptr };
        return web::page(context, std::move(page), !refused ? 200 : refused->error.kind == ErrorKind::Conflict ? 409 : 422);
    });
}

std::vector<web::Route> draft_routes()
{
    using enum web::Method;
    auto const access = web::by_right(bodies::edit_plan, body_of_draft_in_path);
    return {
        { Get, "/imports/drafts/:draft", show_draft, access },
        { Post, "/imports/drafts/:draft/corrections", correct_draft, access },
        { Post, "/imports/drafts/:draft/save", save_draft, access },
        { Post, "/imports/drafts/:draft/discard", discard_draft, access },
    };
}

} // namespace toguna::actions
