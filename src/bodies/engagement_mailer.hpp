#pragma once
/// The mail that says that a letter or a mandate ends.

#include "bodies/end_reminder.hpp"
#include "mail/message.hpp"
#include "web/localization.hpp"

namespace toguna::bodies {

struct EndLetter {
    EndStage stage = EndStage::Sixty;
    bool is_engagement = true;   ///< else a mandate without a letter
    mail::Address to;
    std::string reply_to;        ///< address of a coordinator, or empty
    std::string body_name;
    std::string body_short_name;
    std::string organization;    ///< of the letter; of a mandate, its holder
    std::string mandate;         ///< « Co-coordination – Awa Sanou », or empty
    Date last_day;
    int days_left = 0;           ///< below zero once it is over
    std::string link;
};

mail::Message end_message(EndLetter const& letter, web::Localization const& language);

} // namespace toguna::bodies
