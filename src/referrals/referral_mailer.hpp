#pragma once
/// The mails of this feature as values: a request arrived, a request was answered.

#include "mail/message.hpp"
#include "referrals/referral_store.hpp"
#include "web/localization.hpp"

namespace toguna::referrals {

struct ReferralMail {
    mail::Address to;
    NamedReferral referral;
    std::string body_name; ///< « Cluster Nutrition »
    std::string words;     ///< of the step: the answer, the reason of a refusal
    std::string link;
};

/// To whoever keeps the queue; in their language, for the medium File.
mail::Message arrival_message(ReferralMail const& mail, web::Localization const& language);
/// To whoever asked.
mail::Message answer_message(ReferralMail const& mail, web::Localization const& language);

} // namespace toguna::referrals
