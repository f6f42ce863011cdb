#include "web/user_text.hpp"

#include <algorithm>
#include <string>

namespace toguna::web {

namespace {

constexpr std::string_view bullet = "•";

std::string_view trim_line(std::string_view line)
{
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r'))
        line.remove_suffix(1);
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t'))
        line.remove_prefix(1);
    return line;
}

/// What follows the dash or bullet; empty when the line is no item.
std::string_view item_of(std::string_view line)
{
    if (line.substr(0, 2) == "- ")
        return trim_line(line.substr(2));
    if (line.substr(0, bullet.size()) == bullet)
        return trim_line(line.substr(bullet.size()));
    return {};
}

/// Up to a space or a sign that cannot be in an address; a full stop or bracket at the end belongs to the sentence.
std::string_view address_at(std::string_view text)
{
    if (text.substr(0, 8) != "https://" && text.substr(0, 7) != "http://")
        return {};
    auto address = text.substr(0, text.find_first_of(" \t\"<>"));
    while (!address.empty() && std::string_view(".,;:!?)'").find(address.back()) != std::string_view::npos)
        address.remove_suffix(1);
    return address.size() > 8 ? address : std::string_view();
}

class TextRenderer {
public:
    SafeHtml render(std::string_view text)
    {
        while (!text.empty()) {
            auto const end = std::min(text.find('\n'), text.size());
            add_line(trim_line(text.substr(0, end)));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        open(Block::None);
        return SafeHtml::trusted(std::move(m_out));
    }

private:
    enum class Block { None, Paragraph, List };

    void add_line(std::string_view line)
    {
        auto const item = item_of(line);
        if (line.empty()) {
            open(Block::None);
        } else if (!item.empty()) {
            open(Block::List);
            m_writer.raw("<li>");
            write_with_links(item);
            m_writer.raw("</li>");
        } else {
            if (m_block == Block::Paragraph)
                m_writer.raw("<br>");
            open(Block::Paragraph);
            write_with_links(line);
        }
    }

    void open(Block block)
    {
        if (block == m_block)
            return;
        m_writer.raw(m_block == Block::Paragraph ? "</p>" : m_block == Block::List ? "</ul>" : "");
        m_writer.raw(block == Block::Paragraph ? "<p>" : block == Block::List ? "<ul>" : "");
        m_block = block;
    }

    void write_with_links(std::string_view line)
    {
        while (!line.empty()) {
            auto const start = std::min(line.find("http"), line.size());
            m_writer.plain(line.substr(0, start));
            line.remove_prefix(start);
            auto const address = address_at(line);
            if (!address.empty()) {
                m_writer.raw("<a rel=\"nofollow noopener\" href=\"");
                m_writer.address(Url(std::string(address)));
                m_writer.raw("\">");
                m_writer.plain(address);
                m_writer.raw("</a>");
            }
            auto const length = address.empty() ? std::min<std::size_t>(4, line.size()) : address.size();
            if (address.empty())
                m_writer.plain(line.substr(0, length));
            line.remove_prefix(length);
        }
    }

    std::string m_out;
    HtmlWriter m_writer { m_out };
    Block m_block = Block::None;
};

} // namespace

SafeHtml user_text(std::string_view text) { return TextRenderer().render(text); }

} // namespace toguna::web
