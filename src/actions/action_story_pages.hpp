#pragma once
/// What the page of one action shows, worked out from the action and its story alone.

#include "actions/action_story_store.hpp"
#include "actions/plan_view.hpp"
#include "actions/progress.hpp"
#include "web/field.hpp"
#include "web/parts.hpp"

namespace toguna::actions {

/// Beside the state of an action that is late.
web::Tag late_tag(web::Localization const& language);
/// « 15 mars 2026 », « Mensuelle », « aucune », or the words nobody could read.
std::string due_text(ActionPoint const& action, web::Localization const& language);
/// « A, B et C »; empty for nobody.
std::string responsible_text(std::vector<Responsible> const& responsible, web::Localization const& language);

struct MemberRow {
    std::string name;
    web::Tag state;
    std::string note;
};

/// One period of a recurring action, small enough for 53 of them on a phone.
struct PeriodCell {
    std::string start; ///< ISO date, for the address
    std::string words; ///< « 5 janvier – 11 janvier : faite »
    std::string mark;  ///< « ✓ », « ✗ », « · »
    std::string day;
    std::string kind;  ///< class: "done", "not-done", "unsaid", "to-come"
    bool chosen = false;
};
struct PeriodMonth {
    std::string name;
    std::vector<PeriodCell> cells;
};
struct EvidenceRow {
    std::string period;
    std::string said;
    SafeHtml evidence;
};

/// The form that says one period done or not done.
struct PeriodForm {
    std::string id; ///< of the occurrence; empty: no form
    std::string title;
    std::string before = {}; ///< what it said when the page was shown: nobody's word is overwritten unseen
    web::ChoiceField done = {};
    web::TextArea evidence = {};
};

struct HistoryRow {
    std::string when;
    std::string who;
    std::vector<std::string> what;
    SafeHtml note;
    bool is_comment = false;
};

struct StepLink {
    std::string step;
    std::string label;
    bool direct = false; ///< one button, nothing to say
    bool danger = false;
    bool first = false;  ///< the likeliest: a full button
};

struct ActionView {
    std::string id;
    std::string reference;
    std::vector<web::Tag> tags;
    SafeHtml errors;
    SafeHtml once;
    SafeHtml comment_once; ///< each form its own: they act independently
    std::string version;
    web::Definitions definitions;
    std::vector<StepLink> steps;
    bool may_edit = false;
    std::vector<MemberRow> members;
    std::string members_summary; ///< « 2 membres sur 5 ont répondu »
    std::vector<PeriodMonth> months;
    std::string rate;            ///< « Taux d’exécution : 72 % (31 sur 43 périodes échues) »
    bool may_say = false;        ///< periods are links, the form is shown
    PeriodForm period;
    std::vector<EvidenceRow> evidence;
    std::vector<std::string> escalations;
    std::vector<HistoryRow> history;
    web::TextArea comment;
};

struct ActionViewInput {
    ActionPoint const& action;
    ActionStory const& story;
    std::string body_name;
    Date today;
    std::string time_zone;
    ProgressActor actor;
    bool may_edit = false;
    std::string chosen_period = {}; ///< ISO date of its start; empty: the one to speak of
    web::Localization const& language;
};
ActionView action_view(ActionViewInput const& input);

/// The period to speak of: the one chosen, else the last begun that nobody has spoken of, else the present one.
Occurrence const* period_to_say(std::vector<Occurrence> const& occurrences, std::string_view chosen, Date today);
/// "done", "not_done" or empty, for a form field.
std::string said_of(Occurrence const& occurrence);
/// The grid of periods, the rate, the evidence and the form of the period to speak of (period_pages.cpp).
void add_periods(ActionView& view, ActionViewInput const& input);

} // namespace toguna::actions
