#pragma once
/// The mails of this feature as values: what a reminder and a word to the coordinator say, in the reader's language.

#include "actions/action_plan.hpp"
#include "actions/reminders.hpp"
#include "mail/message.hpp"
#include "web/localization.hpp"

namespace toguna::actions {

/// Why an action stands in the weekly mail.
enum class ReminderTopic { Overdue, DueThisWeek, Changed };

struct ReminderLine {
    ReminderTopic topic = ReminderTopic::Overdue;
    ActionPoint action;
    std::optional<Date> deadline;     ///< the one that counts today
    std::optional<Occurrence> period; ///< of a recurring action: the one to report
    std::string body_name;            ///< « Cluster Nutrition »
    std::string body_short_name;      ///< « NUT »
    std::string link;                 ///< opens the page with the four answers
};

struct ReminderLetter {
    ReminderStage stage = ReminderStage::Weekly;
    mail::Address to;
    std::string reply_to; ///< address of the coordinator, or empty
    std::vector<ReminderLine> lines;
};

/// `language` is the reader's, for the medium File. The actions come first: many read no further.
mail::Message reminder_message(ReminderLetter const& letter, web::Localization const& language);

/// One action that the coordinator must hear of, with the page where it is.
struct CoordinatorLine {
    ActionPoint action;
    std::string note; ///< translated: « bloquée : … », « 2 échéances dépassées »
    std::string link;
};

enum class CoordinatorSubject { Blocked, MissedDates };

/// A short word to somebody who coordinates the body.
mail::Message coordinator_message(CoordinatorSubject subject, mail::Address const& to, std::string const& body_name, std::vector<CoordinatorLine> const& lines,
    web::Localization const& language);

/// At most `length` letters, cut at a word, with an ellipsis: for subjects.
std::string shortened(std::string const& text, std::size_t length);

} // namespace toguna::actions
