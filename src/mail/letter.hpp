#pragma once
/// What our mails say, once as text and once as very light HTML that any reader on any telephone shows.

#include <string>
#include <variant>
#include <vector>

namespace toguna::mail {

struct LetterParagraph {
    std::string text;
};
struct LetterHeading {
    std::string text;
};
struct LetterLink {
    std::string words;
    std::string address; ///< https://…; anything but http(s) and mailto becomes "#" in the HTML
};
/// The one thing the reader is asked to do.
struct LetterButton {
    LetterLink link;
};
/// One line of a list, with what is known about it and what can be done: « en retard · 15 mars », Fait, En cours …
struct LetterItem {
    std::string text;
    std::string note = {};
    std::vector<LetterLink> links = {};
};

using LetterBlock = std::variant<LetterParagraph, LetterHeading, LetterButton, LetterItem>;

/// All words arrive translated, for the medium File.
struct Letter {
    std::string language; ///< "fr": read aloud with the right voice
    std::string title;    ///< the subject
    std::vector<LetterBlock> blocks;
    std::string footer = {}; ///< why the reader gets this, and how to stop it
};

std::string letter_text(Letter const& letter);
std::string letter_html(Letter const& letter);

} // namespace toguna::mail
