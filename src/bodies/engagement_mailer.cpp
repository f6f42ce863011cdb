#include "bodies/engagement_mailer.hpp"

#include "mail/letter.hpp"

namespace toguna::bodies {

namespace {

std::string subject_of(EndLetter const& letter, web::Localization const& language)
{
    std::vector<Text::Argument> const facts { { "body", letter.body_short_name }, { "organization", letter.organization }, { "date", letter.last_day } };
    bool const is_over = letter.stage == EndStage::Over;
    if (letter.is_engagement)
        return language(is_over ? tr("{body} – the engagement of {organization} ended on {date}", facts) : tr("{body} – the engagement of {organization} ends on {date}", facts));
    return language(is_over ? tr("{body} – the mandate of {organization} ended on {date}", facts) : tr("{body} – the mandate of {organization} ends on {date}", facts));
}

std::string situation_of(EndLetter const& letter, web::Localization const& language)
{
    std::vector<Text::Argument> const facts { { "body", letter.body_name }, { "organization", letter.organization }, { "date", language.full_date(letter.last_day) } };
    if (letter.is_engagement)
        return language(letter.stage == EndStage::Over ? tr("In “{body}”, the engagement letter of {organization} was valid until {date}, and nothing renews it.", facts)
                                                       : tr("In “{body}”, the engagement letter of {organization} is valid until {date}, and nothing renews it yet.", facts));
    return language(letter.stage == EndStage::Over ? tr("In “{body}”, the mandate of {organization} lasted until {date}.", facts)
                                                   : tr("In “{body}”, the mandate of {organization} lasts until {date}.", facts));
}

std::string consequence_of(EndLetter const& letter, web::Localization const& language)
{
    if (letter.stage == EndStage::Over)
        return letter.mandate.empty() ? language.t("What it allowed has stopped; everything can still be read.")
                                      : language(tr("The powers of “{mandate}” have stopped; everything can still be read.", { { "mandate", letter.mandate } }));
    auto const days = language(trn("{count} day is left.", "{count} days are left.", letter.days_left));
    return days + " "
        + (letter.mandate.empty() ? language.t("At midnight after the last day, what it allows stops; everything can still be read.")
                                  : language(tr("At midnight after the last day, the powers of “{mandate}” stop; everything can still be read.", { { "mandate", letter.mandate } })));
}

} // namespace

mail::Message end_message(EndLetter const& letter, web::Localization const& language)
{
    mail::Letter page { std::string(language.language()), subject_of(letter, language), {} };
    page.blocks.push_back(mail::LetterParagraph { language(tr("Hello {name},", { { "name", letter.to.name } })) });
    page.blocks.push_back(mail::LetterParagraph { situation_of(letter, language) });
    page.blocks.push_back(mail::LetterParagraph { consequence_of(letter, language) });
    page.blocks.push_back(mail::LetterButton { { letter.is_engagement ? language.t("Open the letter, and prepare its renewal") : language.t("Open the mandates"), letter.link } });
    page.footer = language.t("You get this e-mail because you hold this mandate, coordinate this body, or speak for its lead agency. Once a renewal is signed, none follows.");
    // RFC 3834: machines do not answer.
    std::vector<std::pair<std::string, std::string>> headers { { "Auto-Submitted", "auto-generated" } };
    if (!letter.reply_to.empty())
        headers.emplace_back("Reply-To", "<" + letter.reply_to + ">");
    return { .from = {}, .to = letter.to, .subject = page.title, .text = mail::letter_text(page), .html = mail::letter_html(page), .headers = std::move(headers) };
}

} // namespace toguna::bodies
