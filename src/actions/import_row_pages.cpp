#include "actions/import_pages.hpp"

#include "actions/import_draft.hpp"
#include "actions/import_draft_row.html.hpp"
#include "actions/plan_document.hpp"
#include "actions/words.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "functions/core_functions.hpp"
#include "web/cookies.hpp"

#include <fmt/format.h>

#include <charconv>

namespace toguna::actions {

namespace {

/// A section is named S1, S2 … by its place, as gaps are G1 and actions A1.
std::optional<int> section_of_row(ImportedPlan const& plan, std::string_view row)
{
    int number = 0;
    if (!row.starts_with('S') || std::from_chars(row.data() + 1, row.data() + row.size(), number).ec != std::errc())
        return {};
    return number >= 1 && std::size_t(number) <= plan.sections.size() ? std::optional(number - 1) : std::nullopt;
}

std::optional<int> number_from(std::string_view text)
{
    int number = 0;
    auto const [stopped, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc() && stopped == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

struct RowForm {
    std::string text;
    std::string deadline;
    std::string responsible;
    std::string section;
    std::string core_function;
    std::string step; ///< "", "join", "gap", "leave_out"

    static RowForm decode(web::Request const& request)
    {
        auto const typed = [&](std::string_view field) { return std::string(request.form.get(field)); };
        return { typed("text"), typed("deadline"), typed("responsible"), typed("section"), typed("core_function"), typed("do") };
    }
};

std::string joined_lines(std::vector<std::string> const& lines)
{
    std::string text;
    for (auto const& line : lines)
        text += (text.empty() ? "" : "\n") + line;
    return text;
}

RowForm form_of_action(ImportedAction const& action, web::Localization const& language)
{
    auto text = action.text;
    std::replace(text.begin(), text.end(), '\n', ' '); // a line of the form is an action
    auto const due = due_words(action.due, language);
    return { text, due.empty() ? action.due_text : due, joined_lines(action.responsible), std::to_string(action.section), {}, {} };
}

std::vector<web::Option> section_options(ImportedPlan const& plan, web::Localization const& language)
{
    std::vector<web::Option> options;
    for (std::size_t index = 0; index < plan.sections.size(); ++index)
        options.push_back({ std::to_string(index), plan.sections[index].title.empty() ? language.t("Without section") : plan.sections[index].title });
    return options;
}

std::vector<web::Option> function_options(web::Localization const& language)
{
    std::vector<web::Option> options { { "", language.t("None of them") } };
    for (auto const& function : functions::core_functions().functions)
        options.push_back({ function.code, language(function.name) });
    return options;
}

class RowPage {
public:
    RowPage(web::Context& context, ImportDraft const& draft, std::string row, Error const* error) : m_context(context), m_draft(draft), m_error(error)
    {
        m_view.draft = draft.id.text();
        m_view.row = std::move(row);
        if (error)
            m_view.errors = web::error_summary(context, *error);
    }

    /// NotFound when the draft has no such row (any more).
    Result<DraftRowView> view(RowForm const* typed)
    {
        auto const& plan = m_draft.import.plan;
        if (auto const* action = find_action(plan, m_view.row)) {
            show_action(*action, typed ? *typed : form_of_action(*action, language()));
            return std::move(m_view);
        }
        if (auto const* gap = find_gap(plan, m_view.row)) {
            show_gap(*gap, typed ? *typed : RowForm { gap->text, {}, {}, std::to_string(gap->section), {}, {} });
            return std::move(m_view);
        }
        if (auto const section = section_of_row(plan, m_view.row)) {
            auto const& found = plan.sections[std::size_t(*section)];
            show_section(*section, typed ? *typed : RowForm { found.title, {}, {}, {}, found.core_function, {} });
            return std::move(m_view);
        }
        return fail(ErrorKind::NotFound, tr("This row is not in the draft any more. Go back to the draft."));
    }

private:
    web::Localization const& language() const { return m_context.language; }
    std::string wrong(std::string_view field) const { return m_error ? web::message_for(m_error->fields, field, language()) : std::string(); }

    void show_action(ImportedAction const& action, RowForm const& form)
    {
        m_view.place = language()(action.place);
        m_view.text = { { "text", language().t("Action"), language().t("One action a line: a second line makes a second action."), wrong("text") }, form.text, 4 };
        m_view.deadline = web::TextField { { "deadline", language().t("Deadline"), language().t("A date, a month, a frequency such as “monthly”, or “continuous”."), wrong("deadline"), true },
            form.deadline, web::Width::Half };
        m_view.responsible = web::TextArea { { "responsible", language().t("Responsible"), language().t("One name a line; the first answers for the action."), wrong("responsible"), true }, form.responsible, 2 };
        if (action.gaps.empty())
            m_view.section = web::SelectField { { "section", language().t("Section") }, section_options(m_draft.import.plan, language()), form.section };
        m_view.leave_out = language().t("Leave this action out");
        m_view.may_join = m_draft.import.plan.actions.front().id != action.id;
    }

    void show_gap(ImportedGap const& gap, RowForm const& form)
    {
        m_view.place = language()(gap.place);
        m_view.text = { { "text", language().t("Challenge or gap"), {}, wrong("text") }, form.text, 3 };
        m_view.section = web::SelectField { { "section", language().t("Section") }, section_options(m_draft.import.plan, language()), form.section };
        m_view.leave_out = language().t("Leave this gap out");
    }

    void show_section(int section, RowForm const& form)
    {
        m_view.text = { { "text", language().t("Title of the section"), {}, wrong("text") }, form.text, 2 };
        m_view.core_function = web::SelectField { { "core_function", language().t("Core function"), language().t("Remembered: the next file with this title is understood.") },
            function_options(language()), form.core_function };
        m_view.may_become_gap = section > 0;
    }

    web::Context& m_context;
    ImportDraft const& m_draft;
    Error const* m_error;
    DraftRowView m_view;
};

Text title_of_row(std::string_view row)
{
    return row.starts_with('A') ? tr("Correct an action") : row.starts_with('G') ? tr("Correct a gap") : tr("Correct a section");
}

Result<web::Reply> row_page(web::Request const& request, web::Context& context, RowForm const* typed, Error const* error)
{
    auto const id = TRY(request.id<ImportDraftId>("draft"));
    auto const row = request.parameters.find("row")->second;
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const draft = TRY(find_import_draft(reader, id, context.visitor->account));
        auto const body = TRY(bodies::find_body(reader, draft.import.body));
        auto const view = TRY(RowPage(context, draft, row, error).view(typed));
        auto trail = import_trail(context, body);
        trail.push_back({ context.language.t("Draft"), "/imports/drafts/" + id.text() });
        web::Page page { context.language(title_of_row(row)), std::move(trail), "/bodies", html::import_draft_row(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), error ? 422 : 200);
    });
}

Result<web::Reply> show_row(web::Request const& request, web::Context& context) { return row_page(request, context, nullptr, nullptr); }

Error refusal() { return { ErrorKind::Invalid, tr("This row cannot be corrected like that."), {}, {} }; }

Result<void> change_action(db::Transaction& tx, ImportDraft& draft, std::string const& row, RowForm const& form, Date today)
{
    auto& plan = draft.import.plan;
    if (form.step == "leave_out") {
        leave_out_action(plan, row);
        return {};
    }
    if (form.step == "join") {
        join_with_previous(plan, row);
        return {};
    }
    auto error = refusal();
    auto const texts = lines_of(form.text);
    if (texts.empty())
        error.fields.push_back({ "text", tr("Say what is to be done, or leave the action out.") });
    auto const read = read_due(form.deadline, draft.import.year, today);
    if (!read.understood)
        error.fields.push_back({ "deadline", tr("“{words}” is no deadline we can read. Write for example 15/3, August, monthly or continuous.", { { "words", trimmed(form.deadline) } }) });
    if (!error.fields.empty())
        return fail(std::move(error));

    auto const before = *find_action(plan, row);
    if (before.due != read.due) {
        if (!before.due_text.empty() && !std::holds_alternative<NoDue>(read.due))
            TRY(remember_words(tx, draft.import.body, TaughtWords::Deadline, before.due_text, fmt::format("{}:{}", kind_of(read.due), value_of(read.due))));
        give_deadline(plan, row, read.due, trimmed(form.deadline));
    }
    name_responsible(plan, row, lines_of(form.responsible));
    if (auto const section = number_from(form.section))
        move_action_to_section(plan, row, *section);
    reword_action(plan, row, texts);
    return {};
}

Result<void> change_gap(ImportDraft& draft, std::string const& row, RowForm const& form)
{
    auto& plan = draft.import.plan;
    if (form.step == "leave_out") {
        leave_out_gap(plan, row);
        return {};
    }
    auto const text = trimmed(form.text);
    if (text.empty()) {
        auto error = refusal();
        error.fields.push_back({ "text", tr("Say what is missing or does not work, or leave the gap out.") });
        return fail(std::move(error));
    }
    reword_gap(plan, row, text);
    if (auto const section = number_from(form.section))
        move_gap_to_section(plan, row, *section);
    return {};
}

Result<void> change_section_row(db::Transaction& tx, ImportDraft& draft, int section, RowForm const& form)
{
    auto& plan = draft.import.plan;
    if (form.step == "gap") {
        section_is_gap(plan, section);
        return {};
    }
    auto error = refusal();
    auto const title = trimmed(form.text);
    if (title.empty())
        error.fields.push_back({ "text", tr("A section needs a title.") });
    if (!form.core_function.empty() && !functions::core_function(form.core_function))
        error.fields.push_back({ "core_function", tr("Choose one of the functions.") });
    if (!error.fields.empty())
        return fail(std::move(error));
    auto const& former = plan.sections[std::size_t(section)];
    if (former.core_function != form.core_function && !former.title.empty())
        TRY(remember_words(tx, draft.import.body, TaughtWords::SectionTitle, former.title, form.core_function));
    change_section(plan, section, title, form.core_function);
    return {};
}

/// POST /imports/drafts/:draft/rows/:row
Result<web::Reply> change_row(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<ImportDraftId>("draft"));
    auto const row = request.parameters.find("row")->second;
    auto const form = RowForm::decode(request);
    auto const changed = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        auto draft = TRY(find_import_draft(tx, id, context.visitor->account));
        TRY(context.require(tx, bodies::edit_plan, draft.import.body.text()));
        auto const today = TRY(today_of(tx, context, draft.import.body));
        if (find_action(draft.import.plan, row))
            TRY(change_action(tx, draft, row, form, today));
        else if (find_gap(draft.import.plan, row))
            TRY(change_gap(draft, row, form));
        else if (auto const section = section_of_row(draft.import.plan, row))
            TRY(change_section_row(tx, draft, *section, form));
        else
            return fail(ErrorKind::NotFound, tr("This row is not in the draft any more. Go back to the draft."));
        TRY(update_import_draft(tx, draft));
        return web::see_other("/imports/drafts/" + id.text() + "#plan");
    });
    if (!changed && changed.error().kind == ErrorKind::Invalid)
        return row_page(request, context, &form, &changed.error());
    return web::with_notice(request, context, TRY(changed), tr("The row is corrected in the draft."));
}

} // namespace

std::vector<web::Route> draft_row_routes()
{
    using enum web::Method;
    auto const access = web::by_right(bodies::edit_plan, body_of_draft_in_path);
    return {
        { Get, "/imports/drafts/:draft/rows/:row", show_row, access },
        { Post, "/imports/drafts/:draft/rows/:row", change_row, access },
    };
}

} // namespace toguna::actions
