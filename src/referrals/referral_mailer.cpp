#include "referrals/referral_mailer.hpp"

#include "mail/letter.hpp"

namespace toguna::referrals {

namespace {

mail::Message message_of(ReferralMail const& mail, mail::Letter const& letter)
{
    mail::Message message;
    message.to = mail.to;
    message.subject = letter.title;
    message.text = mail::letter_text(letter);
    message.html = mail::letter_html(letter);
    message.headers = { { "Auto-Submitted", "auto-generated" } };
    return message;
}

} // namespace

mail::Message arrival_message(ReferralMail const& mail, web::Localization const& language)
{
    auto const& named = mail.referral;
    mail::Letter letter { std::string(language.language()), {}, {} };
    letter.title = language(tr("{reference} – {kind}: {title}", { { "reference", named.reference() }, { "kind", label_of(named.referral.kind) }, { "title", named.referral.title } }));
    letter.blocks.push_back(mail::LetterParagraph { named.asker_name.empty() ? language(tr("A request arrived in “{body}”.", { { "body", mail.body_name } }))
                                                                            : language(tr("{name} asks “{body}”:", { { "name", named.asker_name }, { "body", mail.body_name } })) });
    letter.blocks.push_back(mail::LetterItem { named.referral.title, named.referral.text });
    letter.blocks.push_back(mail::LetterButton { { language.t("Open the request"), mail.link } });
    letter.footer = language(tr("You receive this because you keep the requests of “{body}”.", { { "body", mail.body_name } }));
    return message_of(mail, letter);
}

mail::Message answer_message(ReferralMail const& mail, web::Localization const& language)
{
    auto const& named = mail.referral;
    mail::Letter letter { std::string(language.language()), {}, {} };
    letter.title = language(tr("{reference} – {state}: {title}", { { "reference", named.reference() }, { "state", label_of(named.referral.state) }, { "title", named.referral.title } }));
    letter.blocks.push_back(mail::LetterParagraph { language(tr("What became of your request to “{body}”:", { { "body", mail.body_name } })) });
    letter.blocks.push_back(mail::LetterItem { mail.words, language(label_of(named.referral.state)) });
    letter.blocks.push_back(mail::LetterButton { { language.t("Open the request"), mail.link } });
    letter.footer = language.t("You receive this because you asked.");
    return message_of(mail, letter);
}

} // namespace toguna::referrals
