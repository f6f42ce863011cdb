#include "mail/letter.hpp"

#include "base/html.hpp"

namespace toguna::mail {

namespace {

class TextLetter {
public:
    void operator()(LetterParagraph const& paragraph) { separate(false), m_text += paragraph.text + "\n"; }
    void operator()(LetterHeading const& heading) { separate(false), m_text += "* " + heading.text + " *\n"; }
    void operator()(LetterButton const& button) { separate(false), m_text += labelled(button.link) + "\n"; }
    void operator()(LetterItem const& item)
    {
        separate(true);
        m_text += "- " + item.text + "\n";
        if (!item.note.empty())
            m_text += "  " + item.note + "\n";
        for (auto const& link : item.links)
            m_text += "  " + labelled(link) + "\n";
    }

    std::string finish(std::string const& footer)
    {
        if (!footer.empty())
            m_text += "\n-- \n" + footer + "\n"; // RFC 3676 §4.3: readers fold what follows « -- »
        return std::move(m_text);
    }

private:
    /// On a line of its own, so that a mail reader recognises the address wherever it ends.
    static std::string labelled(LetterLink const& link) { return link.words + "\n  " + link.address; }

    /// An empty line between blocks, none between short items.
    void separate(bool is_item)
    {
        if (!m_text.empty() && !(is_item && m_after_item))
            m_text += "\n";
        m_after_item = is_item;
    }

    std::string m_text;
    bool m_after_item = false;
};

/// Styles stand in the elements: mail readers drop style sheets.
class HtmlLetter {
public:
    explicit HtmlLetter(Letter const& letter)
    {
        m_writer.raw("<!doctype html>\n<html lang=\"");
        m_writer.text(letter.language);
        m_writer.raw("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
                     "<meta name=\"color-scheme\" content=\"light dark\"><title>");
        m_writer.text(letter.title);
        m_writer.raw("</title></head>\n<body style=\"margin:0;padding:16px;font:16px/1.5 Arial,sans-serif\"><div style=\"max-width:36em;margin:0 auto\">\n");
    }

    void operator()(LetterParagraph const& paragraph) { element("<p>", paragraph.text, "</p>\n"); }
    void operator()(LetterHeading const& heading) { element("<h2 style=\"font-size:18px;margin:24px 0 8px\">", heading.text, "</h2>\n"); }
    void operator()(LetterButton const& button)
    {
        m_writer.raw("<p style=\"margin:24px 0\">");
        anchor(button.link, "display:inline-block;padding:12px 20px;border-radius:4px;background:#0b57a4;color:#ffffff;text-decoration:none;font-weight:bold");
        m_writer.raw("</p>\n");
    }
    void operator()(LetterItem const& item)
    {
        element("<div style=\"border-left:4px solid #0b57a4;padding-left:12px;margin:16px 0\"><div>", item.text, "</div>");
        if (!item.note.empty())
            element("<div style=\"font-size:14px\">", item.note, "</div>");
        if (!item.links.empty())
            m_writer.raw("<div>");
        for (auto const& link : item.links)
            anchor(link, "display:inline-block;padding:8px 12px 8px 0");
        m_writer.raw(item.links.empty() ? "</div>\n" : "</div></div>\n");
    }

    std::string finish(std::string const& footer)
    {
        if (!footer.empty())
            element("<p style=\"font-size:14px;border-top:1px solid #888888;margin-top:32px;padding-top:8px\">", footer, "</p>\n");
        m_writer.raw("</div></body></html>\n");
        return std::move(m_html);
    }

private:
    void element(std::string_view start, std::string const& text, std::string_view end)
    {
        m_writer.raw(start);
        m_writer.text(text);
        m_writer.raw(end);
    }
    void anchor(LetterLink const& link, std::string_view style)
    {
        m_writer.raw("<a href=\"");
        m_writer.text(Url(link.address).address());
        m_writer.raw("\" style=\"");
        m_writer.raw(style);
        m_writer.raw("\">");
        m_writer.text(link.words);
        m_writer.raw("</a>\n");
    }

    std::string m_html;
    HtmlWriter m_writer { m_html };
};

} // namespace

std::string letter_text(Letter const& letter)
{
    TextLetter text;
    for (auto const& block : letter.blocks)
        std::visit(text, block);
    return text.finish(letter.footer);
}

std::string letter_html(Letter const& letter)
{
    HtmlLetter html(letter);
    for (auto const& block : letter.blocks)
        std::visit(html, block);
    return html.finish(letter.footer);
}

} // namespace toguna::mail
