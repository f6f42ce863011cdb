#include "mail/letter.hpp"

#include <doctest/doctest.h>

using namespace toguna;

namespace {

mail::Letter weekly_letter()
{
    return {
        .language = "fr",
        .title = "Vos actions",
        .blocks = {
            mail::LetterParagraph { "Bonjour Awa," },
            mail::LetterHeading { "En retard" },
            mail::LetterItem { "Partager la carte <des> partenaires", "15 mars", { { "Fait", "https://toguna.example/a/1?x=1&y=2" } } },
            mail::LetterItem { "Inviter le ministère" },
            mail::LetterButton { { "Voir mes actions", "https://toguna.example/mes-actions" } },
        },
        .footer = "Vous recevez ce courriel comme point focal.",
    };
}

} // namespace

TEST_CASE("a letter without markup reads like a letter")
{
    CHECK(mail::letter_text(weekly_letter())
        == "Bonjour Awa,\n"
           "\n"
           "* En retard *\n"
           "\n"
           "- Partager la carte <des> partenaires\n"
           "  15 mars\n"
           "  Fait\n"
           "  https://toguna.example/a/1?x=1&y=2\n"
           "- Inviter le ministère\n"
           "\n"
           "Voir mes actions\n"
           "  https://toguna.example/mes-actions\n"
           "\n"
           "-- \n"
           "Vous recevez ce courriel comme point focal.\n");
}

TEST_CASE("a letter with markup says the same, escaped")
{
    auto const html = mail::letter_html(weekly_letter());
    CHECK(html.find("<html lang=\"fr\">") != std::string::npos);
    CHECK(html.find("Partager la carte &lt;des&gt; partenaires") != std::string::npos);
    CHECK(html.find("href=\"https://toguna.example/a/1?x=1&amp;y=2\"") != std::string::npos);
    CHECK(html.find("Vous recevez ce courriel") != std::string::npos);
}

TEST_CASE("an address that is no address leads nowhere")
{
    mail::Letter const letter { .language = "fr", .title = "", .blocks = { mail::LetterButton { { "Ici", "javascript:alert(1)" } } } };
    CHECK(mail::letter_html(letter).find("href=\"#\"") != std::string::npos);
}
