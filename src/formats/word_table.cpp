#include "formats/word_table.hpp"

#include <algorithm>
#include <charconv>

namespace toguna::formats {

namespace {

constexpr int widest_table = 1'000; // Word allows 63 columns

/// w:tblLook says it in words, or in older files as bits of a hexadecimal number.
bool look_has(XmlElement const& element, std::string_view word, unsigned bit)
{
    if (element.attribute(word))
        return element.is_on(word);
    unsigned bits = 0;
    auto const value = element.attribute("val").value_or("");
    std::from_chars(value.data(), value.data() + value.size(), bits, 16);
    return bits & bit;
}

} // namespace

WordTable::Merge WordTable::merge_of(XmlElement const& element)
{
    return element.attribute("val") == "restart" ? Merge::Start : Merge::Continued;
}

bool WordTable::open(XmlElement const& element)
{
    if (element.name == "tr")
        open_row();
    else if (element.name == "tc")
        open_cell();
    else if (element.name == "gridSpan")
        m_span = std::clamp(element.number("val", 1), 1, widest_table);
    else if (element.name == "vMerge")
        m_vertical = merge_of(element);
    else if (element.name == "hMerge")
        m_horizontal = merge_of(element);
    else if (element.name == "gridBefore")
        m_column = std::clamp(element.number("val", 0), 0, widest_table);
    else if (element.name == "tblHeader")
        m_row_header = element.is_on();
    else if (element.name == "hidden")
        m_row_hidden = element.is_on();
    else if (element.name == "tblLook") {
        m_first_row_look = look_has(element, "firstRow", 0x0020);
        m_first_column_look = look_has(element, "firstColumn", 0x0080);
    } else {
        return false;
    }
    return true;
}

bool WordTable::is_bold_here() const
{
    return m_style.bold.value_or(false) || (m_row == 0 && m_first_row_look && m_style.bold_first_row.value_or(false))
        || (m_column == 0 && m_first_column_look && m_style.bold_first_column.value_or(false));
}

void WordTable::open_row()
{
    m_column = 0;
    m_row_dropped = m_row_hidden = m_row_header = false;
}

void WordTable::open_cell()
{
    m_span = 1;
    m_vertical = m_horizontal = Merge::None;
    m_paragraphs.clear();
}

bool WordTable::continues_merge_above(int last_column)
{
    if (m_vertical != Merge::Continued || std::size_t(m_column) >= m_open_merges.size() || m_open_merges[std::size_t(m_column)] < 0)
        return false;
    auto& above = m_merges[std::size_t(m_open_merges[std::size_t(m_column)])];
    if (above.last_row != m_row - 1 || above.column != m_column || above.last_column != last_column)
        return false;
    above.last_row = m_row;
    return true;
}

void WordTable::merge_cell(int last_column)
{
    if (continues_merge_above(last_column))
        return;
    if (m_horizontal == Merge::Continued && m_column > 0) {
        bool const extends = !m_merges.empty() && m_merges.back().row == m_row && m_merges.back().last_column == m_column - 1;
        if (!extends)
            m_merges.push_back({ m_row, m_column - 1, m_row, m_column - 1 });
        m_merges.back().last_column = last_column;
        return;
    }
    m_open_merges.resize(std::max(m_open_merges.size(), std::size_t(last_column) + 1), -1);
    std::fill(m_open_merges.begin() + m_column, m_open_merges.begin() + last_column + 1, -1);
    if (m_span == 1 && m_vertical != Merge::Start)
        return;
    m_open_merges[std::size_t(m_column)] = m_vertical == Merge::Start ? int(m_merges.size()) : -1;
    m_merges.push_back({ m_row, m_column, m_row, last_column });
}

Result<void> WordTable::end_cell()
{
    if (m_row_dropped)
        return {};
    int const last_column = std::min(m_column + m_span, widest_table) - 1;
    if (m_column > last_column)
        return {};
    merge_cell(last_column);
    TRY(m_builder.put(m_row, m_column, cell_of_paragraphs(m_paragraphs)));
    TRY(m_builder.extend(m_row, last_column + 1));
    m_column = last_column + 1;
    return {};
}

void WordTable::end_row()
{
    auto* const row = m_builder.row(m_row);
    if (m_row_dropped || !row)
        return;
    row->hidden = m_row_hidden;
    row->is_header = m_row_header;
    ++m_row;
}

Result<Table> WordTable::finish()
{
    for (auto const& area : m_merges)
        m_builder.merge(area);
    return m_builder.finish();
}

} // namespace toguna::formats
