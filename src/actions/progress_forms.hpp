#pragma once
/// The small form of one step: « C’est fait », « Bloquée », « Nouvelle date » …

#include "actions/progress.hpp"
#include "web/field.hpp"
#include "web/request.hpp"

namespace toguna::actions {

struct ProgressForm {
    std::string step = {}; ///< "start", "report_done" … as `name_of(Progress)`
    std::string words = {}; ///< the note or the reason
    std::string due = {};
    std::string evidence = {}; ///< a link or the name of a document
    std::string confirmed_due = {};
    std::string version = "0";

    static ProgressForm decode(web::Request const& request);

    /// NotFound for a step that does not exist; Invalid when a new date is not understood, or is doubtful and was not
    /// sent again.
    Result<Progress> value(int year, Date today, web::Localization const& language) const;
};

/// The step without any words: asks `advance` whether it means anything before its form is shown.
std::optional<Progress> bare_progress(std::string_view step);

/// The page of a step. Fields without a label are not asked.
struct StepView {
    std::string id;
    std::string step;
    std::string version;
    std::string confirmed_due;
    SafeHtml errors;
    SafeHtml once;
    std::string action_text;
    std::string lead;
    std::string button;
    bool danger = false;
    web::TextField due;
    web::TextArea words;
    web::TextField evidence;
};

/// « C’est fait »: the title of its page and the words of its button.
Text label_of_step(std::string_view step);
StepView step_view(ProgressForm const& form, ActionPoint const& action, Error const* error, web::Localization const& language);

} // namespace toguna::actions
