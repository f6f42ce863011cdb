#include "formats/surroundings.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace toguna::formats {

namespace {

/// More would be the text of the document, not what introduces the table.
constexpr std::size_t most_paragraphs_before = 6;

} // namespace

void Surroundings::add(std::string text, ParagraphRole role)
{
    if (text.empty())
        return;
    if (role == ParagraphRole::Heading)
        m_heading = text;
    if (role == ParagraphRole::Title && m_title.empty())
        m_title = text;
    m_paragraphs.push_back(std::move(text));
}

Table Surroundings::describe_table()
{
    Table table;
    table.number = ++m_tables;
    table.name = m_heading;
    table.place = fmt::format("tableau {}", m_tables);
    auto const count = std::min(m_paragraphs.size() - m_first_since_table, most_paragraphs_before);
    for (auto at = m_paragraphs.size() - count; at < m_paragraphs.size(); ++at)
        table.text_before.append(table.text_before.empty() ? "" : "\n").append(m_paragraphs[at]);
    m_first_since_table = m_paragraphs.size();
    return table;
}

void Surroundings::give_to(ForeignFile& file) &&
{
    file.paragraphs = std::move(m_paragraphs);
    if (!m_title.empty())
        file.title = std::move(m_title);
}

} // namespace toguna::formats
