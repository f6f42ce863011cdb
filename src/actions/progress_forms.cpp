#include "actions/progress_forms.hpp"

#include "actions/plan_document.hpp"
#include "actions/words.hpp"

#include <array>

namespace toguna::actions {

namespace {

/// What one step asks and says. A word field without label is not asked.
struct StepWords {
    std::string_view step;
    Text title;
    Text lead;
    Text words;
    bool words_optional = false;
    bool asks_date = false;
    bool asks_evidence = false;
    bool danger = false;
};

std::vector<StepWords> const& all_steps()
{
    static std::vector<StepWords> const steps {
        { "start", tr("Start"), tr("The action will be shown as in progress."), {} },
        { "report_done", tr("It is done"), tr("The coordination will confirm and close the action. A word on what was done helps."), tr("What was done, and where one can see it"), true },
        { "block", tr("It is blocked"), tr("The coordinators are told, so that somebody can help."), tr("What blocks it") },
        { "move_deadline", tr("New date"), tr("The first deadline stays visible, with the number of postponements."), tr("Why the date moves"), true, true },
        { "confirm_closed", tr("Confirm that it is done"), tr("The action will be closed. The note stays in the plan and its reports."), tr("What was done"), false, false, true },
        { "send_back", tr("Send back"), tr("The action goes back to those responsible, in progress."), tr("What is still missing") },
        { "abandon", tr("Abandon this action"), tr("The action ends without being done. It stays in the plan with the reason."), tr("Why it is abandoned"), false, false, false, true },
        { "reopen", tr("Open again"), tr("The action will be in progress again."), tr("Why it is opened again") },
    };
    return steps;
}

StepWords const* find_step(std::string_view step)
{
    for (auto const& one : all_steps())
        if (one.step == step)
            return &one;
    return nullptr;
}

std::array<Progress, 8> const& bare_steps()
{
    static std::array<Progress, 8> const steps { Start {}, ReportDone {}, Block {}, MoveDeadline {}, ConfirmClosed {}, SendBack {}, Abandon {}, Reopen {} };
    return steps;
}

Result<Due> read_new_due(ProgressForm const& form, int year, Date today, web::Localization const& language)
{
    auto const words = trimmed(form.due);
    auto const read = read_due(words, year, today);
    auto const refuse = [](Text const& message) { return fail(Error { ErrorKind::Invalid, message, { { "due", message } }, {} }); };
    if (!read.understood)
        return refuse(tr("“{words}” is not understood as a deadline. Write for example 15/3/2026, August, monthly, continuous or in 7 days.", { { "words", words } }));
    if (read.doubtful && !words.empty() && trimmed(form.confirmed_due) != words)
        return refuse(tr("“{words}” was understood as: {understood}. If that is right, save again; otherwise write it another way.",
            { { "words", words }, { "understood", due_words(read.due, language) } }));
    return read.due;
}

} // namespace

std::optional<Progress> bare_progress(std::string_view step)
{
    for (auto const& progress : bare_steps())
        if (name_of(progress) == step)
            return progress;
    return {};
}

ProgressForm ProgressForm::decode(web::Request const& request)
{
    auto const one = [&](std::string_view field) { return std::string(request.form.get(field)); };
    auto const words = request.form.has("reason") ? "reason" : "note";
    return { one("step"), one(words), one("due"), one("evidence"), one("confirmed_due"), one("version") };
}

Result<Progress> ProgressForm::value(int year, Date today, web::Localization const& language) const
{
    auto progress = bare_progress(step);
    if (!progress)
        return fail(ErrorKind::NotFound, tr("This page does not exist."), "unknown step");
    if (auto* move = std::get_if<MoveDeadline>(&*progress))
        move->due = TRY(read_new_due(*this, year, today, language));
    auto const proof = trimmed(evidence);
    std::visit([&](auto& said) {
        if constexpr (requires { said.note; })
            said.note = trimmed(words);
        else if constexpr (requires { said.reason; })
            said.reason = trimmed(words);
        if constexpr (requires { said.has_evidence; }) {
            said.has_evidence = !proof.empty();
            if (!said.note.empty() && !proof.empty())
                said.note += "\n" + proof;
        }
    }, *progress);
    return *progress;
}

Text label_of_step(std::string_view step)
{
    auto const* words = find_step(step);
    return words ? words->title : Text();
}

StepView step_view(ProgressForm const& form, ActionPoint const& action, Error const* error, web::Localization const& language)
{
    StepView view;
    view.id = action.id.text();
    view.step = form.step;
    view.version = std::to_string(action.version);
    view.confirmed_due = error ? form.due : form.confirmed_due;
    view.action_text = action.text;
    auto const* step = find_step(form.step);
    if (!step)
        return view;
    auto const message = [&](std::string_view field) { return error ? web::message_for(error->fields, field, language) : std::string(); };
    view.lead = language(step->lead);
    view.button = language(step->title);
    view.danger = step->danger;
    if (!step->words.empty()) {
        bool const is_note = form.step == "report_done" || form.step == "confirm_closed";
        std::string const name = is_note ? "note" : "reason";
        view.words = { { name, language(step->words), {}, message(name), step->words_optional }, form.words, 4 };
    }
    if (step->asks_date)
        view.due = { { "due", language.t("New date"), language.t("In your words: 15 March, end of August, in 7 days …"), message("due") }, form.due, web::Width::Half };
    if (step->asks_evidence) {
        bool const must = action.priority == Priority::High;
        view.evidence = { { "evidence", language.t("Proof: the address of a document, or where it is kept"), {}, message("evidence"), !must }, form.evidence };
    }
    return view;
}

} // namespace toguna::actions
