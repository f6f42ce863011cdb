#pragma once
/// The form of an action: what was typed, and what it means.

#include "actions/responsible_names.hpp"
#include "web/localization.hpp"
#include "web/request.hpp"

namespace toguna::actions {

/// What the form is read against.
struct ActionFormSetting {
    Date today;
    int year = 0; ///< of the plan, or of the day: for dates written without one
    KnownActors const& actors;
    /// Sections and gaps to choose from; null for an action outside a plan.
    ActionPlan const* plan = nullptr;
    web::Localization const& language;
};

struct ActionForm {
    std::string text = {};
    std::string due = {}; ///< in people's words
    std::vector<std::string> responsible = {}; ///< the first answers for the action; empty ones are passed over
    std::string priority = "normal";
    std::string section = {};
    std::vector<std::string> gaps = {};
    std::string progress = {};
    std::string version = "0";
    /// Words that were doubtful, shown as they were understood, and sent again: « 30 septembre 2026, oui ».
    std::string confirmed_due = {};
    std::vector<std::string> confirmed_names = {};

    static ActionForm decode(web::Request const& request);
    static ActionForm encode(ActionPoint const& action, web::Localization const& language);

    /// `action` with what was typed written over it; states of members are not expanded yet. A deadline that moves back
    /// counts as a postponement. Invalid, field by field; a doubt is a refusal that says how the words were understood
    /// and is lifted by sending them again (`asked_to_confirm`).
    Result<ActionPoint> value(ActionPoint action, ActionFormSetting const& setting) const;

    /// The form as it is shown again after a refusal: what was in doubt is confirmed by sending it once more.
    ActionForm asked_to_confirm(ActionFormSetting const& setting, std::vector<Responsible> const& present) const;

    /// Name and value of each field, for a form that carries them on without showing them.
    std::vector<std::pair<std::string, std::string>> fields() const;
};

/// "responsible", "responsible-2" …: one name in each field.
std::string responsible_field(std::size_t place);
inline constexpr std::size_t most_responsible = 30;

/// The words of a deadline as a field shows them: those that could not be understood stay as they were written.
std::string due_field(ActionPoint const& action, web::Localization const& language);

} // namespace toguna::actions
