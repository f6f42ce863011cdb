#include "terms/markup.hpp"

#include "people/normalise.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace toguna::terms {

namespace {

using formats::Inline;
using formats::Run;

constexpr std::string_view dots = "……………………";
constexpr std::string_view no_break_space = "\u00A0";

/// Characters that a line or a run of text may begin or mean something with.
constexpr std::string_view marks = "\\*|#-_>.";

std::string_view trimmed(std::string_view text)
{
    auto const first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

class RunReader {
public:
    explicit RunReader(bool is_french) : m_is_french(is_french) { }

    Inline read(std::string_view text)
    {
        for (std::size_t at = 0; at < text.size(); ++at) {
            auto const character = text[at];
            if (character == '\\' && at + 1 < text.size() && marks.find(text[at + 1]) != std::string_view::npos)
                m_run.text += text[++at];
            else if (character == missing_mark)
                m_run.text += dots;
            else if (character == break_mark)
                m_run.text += '\n';
            else if (text.substr(at).starts_with("**") && (m_run.bold || text.find("**", at + 2) != std::string_view::npos))
                ++at, turn(m_run.bold);
            else if (character == '*' && (m_run.italic || text.find('*', at + 1) != std::string_view::npos))
                turn(m_run.italic);
            else
                m_run.text += character;
        }
        finish_run();
        return std::move(m_runs);
    }

private:
    void turn(bool& emphasis)
    {
        bool const is_on = emphasis;
        finish_run();
        emphasis = !is_on;
    }
    void finish_run()
    {
        if (!m_run.text.empty())
            m_runs.push_back({ m_is_french ? french_typography(m_run.text) : m_run.text, m_run.bold, m_run.italic });
        m_run.text.clear();
    }

    bool m_is_french;
    Run m_run;
    Inline m_runs;
};

/// Cells between bars that no backslash protects.
std::vector<std::string> cells_of(std::string_view line)
{
    line = trimmed(line);
    if (line.starts_with("|"))
        line.remove_prefix(1);
    if (line.ends_with("|") && !line.ends_with("\\|"))
        line.remove_suffix(1);
    std::vector<std::string> cells(1);
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '\\' && at + 1 < line.size())
            cells.back() += line[at++];
        if (line[at] == '|' && (at == 0 || line[at - 1] != '\\'))
            cells.emplace_back();
        else
            cells.back() += line[at];
    }
    for (auto& cell : cells)
        cell = std::string(trimmed(cell));
    return cells;
}

bool is_rule_of_table(std::string_view line)
{
    return line.find("---") != std::string_view::npos && line.find_first_not_of("|-: \t") == std::string_view::npos && line.find('|') != std::string_view::npos;
}

/// « 12. item » → its length with the space; 0 when the line is none.
std::size_t number_length(std::string_view line)
{
    auto const digits = line.find_first_not_of("0123456789");
    return digits > 0 && digits <= 2 && line.substr(digits).starts_with(". ") ? digits + 2 : 0;
}

struct FormLineParts {
    std::string label;
    std::string value;
};

std::optional<FormLineParts> form_line(std::string_view line)
{
    auto const start = line.find("....");
    if (start == std::string_view::npos || start == 0)
        return {};
    auto const end = line.find_first_not_of('.', start);
    auto value = std::string(end == std::string_view::npos ? std::string_view() : trimmed(line.substr(end)));
    std::erase(value, missing_mark);
    return FormLineParts { std::string(trimmed(line.substr(0, start))), std::string(trimmed(value)) };
}

class MarkupReader {
public:
    MarkupReader(std::string_view language, formats::Document& document) : m_is_french(language == "fr"), m_document(document) { }

    void read(std::string_view text)
    {
        for (std::size_t at = 0; at <= text.size();) {
            auto const end = std::min(text.find('\n', at), text.size());
            m_lines.push_back(trimmed(text.substr(at, end - at)));
            at = end + 1;
        }
        while (m_at < m_lines.size())
            read_block();
    }

private:
    void read_block()
    {
        auto const line = m_lines[m_at];
        if (line.empty())
            ++m_at;
        else if (line == "---")
            ++m_at, add(formats::PageBreak {});
        else if (line.starts_with("# "))
            ++m_at, title(plain(line.substr(2)));
        else if (line.starts_with("## ") || line.starts_with("### ") || line.starts_with("#### "))
            ++m_at, heading(line);
        else if (line.starts_with("> "))
            ++m_at, add(formats::Paragraph { runs(line.substr(2)), formats::Paragraph::Style::Lead });
        else if (line.starts_with("___ "))
            signatures();
        else if (line.starts_with("|"))
            table();
        else if (line.starts_with("- ") || number_length(line) > 0)
            list(number_length(line) > 0);
        else if (auto const parts = form_line(line))
            ++m_at, add(formats::FormLine { plain(parts->label), plain(parts->value) });
        else
            paragraph();
    }

    static bool starts_block(std::string_view line)
    {
        return line.empty() || line == "---" || line.starts_with("# ") || line.starts_with("## ") || line.starts_with("### ") || line.starts_with("#### ")
            || line.starts_with("> ") || line.starts_with("___ ") || line.starts_with("|") || line.starts_with("- ") || number_length(line) > 0 || form_line(line);
    }

    void title(std::string text)
    {
        if (m_document.title.empty() && m_document.blocks.empty())
            m_document.title = std::move(text);
        else
            add(formats::Heading { 1, std::move(text) });
    }

    void heading(std::string_view line)
    {
        auto const hashes = line.find(' ');
        add(formats::Heading { static_cast<int>(hashes) - 1, plain(line.substr(hashes + 1)) });
    }

    /// Lines that follow each other are one paragraph.
    std::string continued(std::string_view first)
    {
        std::string text(first);
        while (++m_at < m_lines.size() && !starts_block(m_lines[m_at]))
            text += " " + std::string(m_lines[m_at]);
        return text;
    }

    void paragraph() { add(formats::Paragraph { runs(continued(m_lines[m_at])) }); }

    void list(bool numbered)
    {
        formats::List list { {}, numbered };
        while (m_at < m_lines.size()) {
            auto const line = m_lines[m_at];
            auto const skipped = numbered ? number_length(line) : line.starts_with("- ") ? 2 : 0;
            if (skipped == 0)
                break;
            auto text = continued(line.substr(skipped));
            if (auto const ticked = text.starts_with("[x] ") || text.starts_with("[X] "); ticked || text.starts_with("[ ] ")) {
                list.ticks.resize(list.items.size());
                list.ticks.push_back(ticked);
                text.erase(0, 4);
            }
            list.items.push_back(runs(text));
            // One empty line between two items does not end a list.
            if (m_at + 1 < m_lines.size() && m_lines[m_at].empty() && (numbered ? number_length(m_lines[m_at + 1]) > 0 : m_lines[m_at + 1].starts_with("- ")))
                ++m_at;
        }
        add(std::move(list));
    }

    void table()
    {
        formats::DocumentTable table;
        std::size_t columns = 0;
        for (; m_at < m_lines.size() && m_lines[m_at].starts_with("|"); ++m_at) {
            if (is_rule_of_table(m_lines[m_at])) {
                for (auto& row : table.rows)
                    make_header(row);
                continue;
            }
            formats::DocumentRow row;
            for (auto const& cell : cells_of(m_lines[m_at]))
                row.cells.push_back({ .paragraphs = { runs(cell) } });
            columns = std::max(columns, row.cells.size());
            table.rows.push_back(std::move(row));
        }
        for (auto& row : table.rows)
            row.cells.resize(columns);
        table.widths = column_shares(table, columns);
        add(std::move(table));
    }

    static void make_header(formats::DocumentRow& row)
    {
        row.header = true;
        for (auto& cell : row.cells)
            cell.tone = formats::Tone::Heading;
    }

    /// By the longest text of each column, within bounds: a criterion is longer than a tick.
    static std::vector<double> column_shares(formats::DocumentTable const& table, std::size_t columns)
    {
        std::vector<double> shares(columns, 12);
        for (auto const& row : table.rows)
            for (std::size_t column = 0; column < row.cells.size(); ++column)
                for (auto const& paragraph : row.cells[column].paragraphs)
                    for (auto const& run : paragraph)
                        shares[column] = std::clamp(static_cast<double>(run.text.size()), shares[column], 50.0);
        return shares;
    }

    /// A box for each party, with room for a stamp below the lines to fill.
    void signatures()
    {
        formats::DocumentTable table;
        formats::DocumentRow heads;
        formats::DocumentRow boxes;
        for (; m_at < m_lines.size() && m_lines[m_at].starts_with("___ "); ++m_at) {
            auto const cells = cells_of(m_lines[m_at].substr(4));
            heads.cells.push_back({ .paragraphs = { runs(cells.front()) }, .tone = formats::Tone::Section });
            formats::DocumentCell box;
            for (auto cell = cells.begin() + 1; cell != cells.end(); ++cell)
                box.paragraphs.push_back(runs(*cell));
            box.paragraphs.push_back({ { "\n\n" } });
            boxes.cells.push_back(std::move(box));
            table.widths.push_back(1);
        }
        table.rows = { std::move(heads), std::move(boxes) };
        add(std::move(table));
    }

    Inline runs(std::string_view text) const { return RunReader(m_is_french).read(text); }

    std::string plain(std::string_view text) const
    {
        std::string together;
        for (auto const& run : runs(text))
            together += run.text;
        return together;
    }

    void add(formats::Block block) { m_document.blocks.push_back(std::move(block)); }

    bool m_is_french;
    formats::Document& m_document;
    std::vector<std::string_view> m_lines = {};
    std::size_t m_at = 0;
};

} // namespace

std::string escaped_value(std::string_view value)
{
    std::string text;
    for (auto const character : value) {
        if (character == missing_mark || character == break_mark || character == '\r')
            continue;
        if (character == '\n') {
            text += break_mark;
            continue;
        }
        if (marks.find(character) != std::string_view::npos)
            text += '\\';
        text += character;
    }
    return text;
}

std::string escaped_paragraphs(std::string_view value)
{
    std::string text;
    for (std::size_t at = 0; at <= value.size();) {
        auto const end = std::min(value.find('\n', at), value.size());
        auto line = trimmed(value.substr(at, end - at));
        bool is_item = false;
        for (std::string_view const dash : { "- ", "• ", "– " })
            if (!is_item && line.starts_with(dash)) {
                line.remove_prefix(dash.size());
                is_item = true;
            }
        if (!line.empty())
            text += (is_item ? "- " : "\n") + escaped_value(line) + (is_item ? "\n" : "\n\n");
        at = end + 1;
    }
    return text;
}

std::string french_typography(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const rest = text.substr(at);
        bool const before_mark = rest.size() > 1 && rest[0] == ' ' && (std::string_view(":;!?%").find(rest[1]) != std::string_view::npos || rest.substr(1).starts_with("»"));
        if (before_mark)
            result += no_break_space;
        else if (rest.starts_with("« "))
            result += std::string("«") + std::string(no_break_space), at += 2;
        else if (rest[0] == '\'')
            result += "’";
        else
            result += rest[0];
    }
    return result;
}

void read_markup(std::string_view text, std::string_view language, formats::Document& document) { MarkupReader(language, document).read(text); }

} // namespace toguna::terms
