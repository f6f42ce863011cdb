#include "bodies/life_mailer.hpp"

#include "mail/letter.hpp"

namespace toguna::bodies {

mail::Message rest_message(RestLetter const& letter, web::Localization const& language)
{
    mail::Letter page { std::string(language.language()), language(tr("{body} – no meeting since {date}", { { "body", letter.body_name }, { "date", letter.silent_since } })), {} };
    page.blocks.push_back(mail::LetterParagraph { language(tr("Hello {name},", { { "name", letter.to.name } })) });
    page.blocks.push_back(mail::LetterParagraph { language(tr("{body} has not met for more than {days} days. If it met, write the meeting down; if it rests, say so: only you decide.",
        { { "body", letter.body_name }, { "days", letter.days } })) });
    page.blocks.push_back(mail::LetterButton { { language.t("Open the life of this body"), letter.link } });
    page.footer = language.t("You get this e-mail because you coordinate this body.");
    // RFC 3834: machines do not answer.
    return { .from = {}, .to = letter.to, .subject = page.title, .text = mail::letter_text(page), .html = mail::letter_html(page), .headers = { { "Auto-Submitted", "auto-generated" } } };
}

} // namespace toguna::bodies
