#pragma once
/// The mail that asks whether a technical group rests.

#include "base/date.hpp"
#include "mail/message.hpp"
#include "web/localization.hpp"

namespace toguna::bodies {

struct RestLetter {
    mail::Address to;
    std::string body_name;
    Date silent_since;
    int days = 60;    ///< what the body allows
    std::string link; ///< to the life of the body
};

mail::Message rest_message(RestLetter const& letter, web::Localization const& language);

} // namespace toguna::bodies
