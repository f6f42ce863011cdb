#pragma once
/// What the coordinator reads about reminders: who was reminded when of what, what leaves next.

#include "actions/reminder_store.hpp"
#include "bodies/pages.hpp"

namespace toguna::actions {

struct LinkedAction {
    std::string reference;
    std::string text;
    std::string path;
};

struct ReminderLogRow {
    std::string at;
    std::string person;
    std::string stage; ///< « Courriel de la semaine »
    std::vector<LinkedAction> actions;
    web::Tag mail;
};

struct AnswerLogRow {
    std::string at;
    std::string person;
    std::string reference;
    std::string path;
    web::Tag answer;
};

/// One mail that would leave at the next allowed moment.
struct ComingReminder {
    std::string person;
    std::string stage;
    std::string count; ///< « 3 actions »
};

struct ReminderLogPage {
    std::string body;
    bodies::Rooms rooms;
    std::string coming_words; ///< « Les prochains rappels partiront mardi 24 mars 2026 à 7 h 30. »
    std::vector<ComingReminder> coming;
    std::vector<std::string> without_address; ///< responsible for something open, cannot be written to
    std::vector<LinkedAction> without_recipient; ///< open actions nobody is reminded of
    std::vector<ReminderLogRow> reminders;
    std::vector<AnswerLogRow> answers;
    std::vector<std::pair<LinkedAction, std::string>> escalations; ///< with what was done about it
    std::string week;     ///< « semaine du 2 mars 2026 »
    std::string previous; ///< path of the week before
    std::string next;     ///< empty in the current week
    bool may_change_hours = false;
};

std::vector<web::Route> reminder_log_routes();

} // namespace toguna::actions
