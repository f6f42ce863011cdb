#include "web/user_text.hpp"

#include <doctest/doctest.h>

using toguna::web::user_text;

TEST_CASE("an empty line starts a paragraph and a line end breaks the line")
{
    CHECK(user_text("Bonjour,\r\nla carte est prête.\n\nAminata").markup() == "<p>Bonjour,<br>la carte est prête.</p><p>Aminata</p>");
    CHECK(user_text("").markup().empty());
    CHECK(user_text(" \n\n ").markup().empty());
}

TEST_CASE("lines with dashes or bullets make a list")
{
    CHECK(user_text("À faire :\n- former\n• équiper\nMerci").markup() == "<p>À faire :</p><ul><li>former</li><li>équiper</li></ul><p>Merci</p>");
    CHECK(user_text("-5 degrés").markup() == "<p>-5 degrés</p>");
}

TEST_CASE("an address becomes a link and the full stop after it stays in the sentence")
{
    CHECK(user_text("Voir https://exemple.org/a?b=1&c=2.").markup()
        == "<p>Voir <a rel=\"nofollow noopener\" href=\"https://exemple.org/a?b=1&amp;c=2\">https://exemple.org/a?b=1&amp;c=2</a>.</p>");
    CHECK(user_text("http et https sont des protocoles").markup() == "<p>http et https sont des protocoles</p>");
}

TEST_CASE("markup that somebody typed is shown, not run")
{
    CHECK(user_text("<img src=x onerror=alert(1)> *étoile*").markup() == "<p>&lt;img src=x onerror=alert(1)&gt; *étoile*</p>");
    CHECK(user_text("https://x.org/\"onclick=\"y").markup().find("href=\"https://x.org/\"") != std::string::npos);
    CHECK(user_text("https://x.org/\"onclick=\"y").markup().find("onclick=\"") == std::string::npos);
}
