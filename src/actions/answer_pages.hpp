#pragma once
/// What the pages behind a reminder's link show: an action, the four answers, what follows.

#include "web/field.hpp"
#include "web/parts.hpp"
#include "web/router.hpp"

#include <optional>

namespace toguna::actions {

/// One of the four answers as a link: « Fait ».
struct AnswerChoice {
    std::string label;
    std::string path;
    bool is_first = false; ///< the answer most people give stands out
};

/// The answer that was chosen, to be confirmed with one tap.
struct AnswerDraft {
    std::string name; ///< "done"
    std::string version;
    std::string button; ///< « Confirmer : fait »
    SafeHtml errors;
    SafeHtml once;
    std::optional<web::TextField> due;
    web::TextArea note;
};

struct AnswerPage {
    std::string text;    ///< of the action
    web::Definitions definitions;
    std::string warning; ///< somebody changed the action meanwhile; or nothing is left to say
    std::string path;    ///< of this action's page
    std::vector<AnswerChoice> choices; ///< while none is chosen
    std::optional<AnswerDraft> draft;  ///< once one is
};

struct OtherAction {
    std::string text;
    std::string note; ///< « NUT-2026-014 · échéance : mardi 24 mars 2026 »
    std::string path;
};

struct ThanksPage {
    std::string what;      ///< « Vous avez répondu : fait. »
    std::string reference; ///< « NUT-2026-014 »
    std::string text;
    std::string next;      ///< what happens now
    std::string path;      ///< to answer again
    std::vector<OtherAction> others;
};

std::vector<web::Route> answer_routes();

} // namespace toguna::actions
