/// Text pasted from Word, Excel, a web page or a PDF: the columns are found from what is between them.

#include "formats/cell_text.hpp"
#include "formats/delimited_text.hpp"

#include <algorithm>
#include <array>

namespace toguna::formats {

namespace {

using Lines = std::vector<std::string_view>;

Lines split_lines(std::string_view text)
{
    Lines lines;
    while (!text.empty()) {
        auto const end = std::min(text.find_first_of("\r\n"), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end + (text.substr(end, 2) == "\r\n" ? 2 : end < text.size() ? 1 : 0));
    }
    return lines;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t") == std::string_view::npos; }

std::size_t filled_lines(Lines const& lines) { return std::size_t(std::ranges::count_if(lines, [](auto line) { return !is_blank(line); })); }

// ── Tabs: Word and Excel ──────────────────────────────────────────────────────────────────────────────────────────

/// Word separates a list item from its bullet by a tab; such a tab is no column.
bool is_lone_bullet(std::string const& field)
{
    constexpr std::array<std::string_view, 9> symbols { "•", "·", "§", "Ø", "▪", "➢", "◦", "\xEF\x82\xB7", "\xEF\x82\xA7" };
    return std::ranges::find(symbols, field) != symbols.end();
}

void join_bullets(std::vector<std::string>& record)
{
    std::vector<std::string> joined;
    for (auto& field : record) {
        if (!joined.empty() && is_lone_bullet(joined.back()))
            joined.back() = "• " + field;
        else
            joined.push_back(std::move(field));
    }
    record = std::move(joined);
}

/// Word pastes the paragraphs of one cell as lines of their own: « défi ⇥ action 1 », « action 2 ⇥ Continue » is one row of
/// three columns. A line that fits into what the row before lacks continues its last cell. Excel quotes such cells, and
/// all its lines are complete: nothing is joined there.
class WordRows {
public:
    WordRows(TableBuilder& builder, std::size_t width) : m_builder(builder), m_width(width) { }

    Result<void> add(std::vector<std::string> record)
    {
        bool const incomplete = m_row.size() > 1 && m_row.size() < m_width;
        if (!incomplete || m_row.size() + record.size() - 1 > m_width)
            return start(std::move(record));
        m_row.back().append("\n").append(record.front());
        std::move(record.begin() + 1, record.end(), std::back_inserter(m_row));
        return {};
    }

    Result<void> flush()
    {
        if (!m_row.empty())
            TRY(put_record(m_builder, m_row_number++, m_row));
        m_row.clear();
        return {};
    }

private:
    Result<void> start(std::vector<std::string> record)
    {
        TRY(flush());
        m_row = std::move(record);
        return {};
    }

    TableBuilder& m_builder;
    std::size_t m_width;
    std::vector<std::string> m_row;
    int m_row_number = 0;
};

Result<void> read_tabs(TableBuilder& builder, std::string_view text)
{
    std::size_t width = 0;
    TRY(split_records(text, '\t', [&](std::vector<std::string>& record) -> Result<void> {
        join_bullets(record);
        width = std::max(width, record.size());
        return {};
    }));
    WordRows rows(builder, width);
    TRY(split_records(text, '\t', [&](std::vector<std::string>& record) -> Result<void> {
        join_bullets(record);
        if (record.size() == 1 && is_blank(record.front()))
            return {};
        return rows.add(std::move(record));
    }));
    return rows.flush();
}

// ── Pipes: Markdown ───────────────────────────────────────────────────────────────────────────────────────────────

bool is_piped(std::string_view line) { return line.find('|') != std::string_view::npos; }

/// « |---|:--:| » stands under the headings and is no row.
bool is_rule(std::string_view line)
{
    return line.find('-') != std::string_view::npos && line.find_first_not_of("|-:+= \t") == std::string_view::npos;
}

std::vector<std::string> piped_fields(std::string_view line)
{
    line.remove_prefix(line.find_first_not_of(" \t"));
    line.remove_suffix(line.size() - line.find_last_not_of(" \t") - 1);
    if (line.starts_with('|'))
        line.remove_prefix(1);
    if (line.ends_with('|') && !line.ends_with("\\|"))
        line.remove_suffix(1);
    std::vector<std::string> fields(1);
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '\\' && at + 1 < line.size() && line[at + 1] == '|')
            fields.back() += line[++at];
        else if (line[at] == '|')
            fields.emplace_back();
        else if (line.substr(at, 4) == "<br>") {
            fields.back() += '\n';
            at += 3;
        } else
            fields.back() += line[at];
    }
    return fields;
}

Result<void> read_pipes(TableBuilder& builder, Lines const& lines)
{
    int row = 0;
    for (auto const line : lines)
        if (!is_blank(line) && !is_rule(line))
            TRY(put_record(builder, row++, piped_fields(line)));
    return {};
}

// ── Columns aligned with spaces: web pages and PDF ────────────────────────────────────────────────────────────────

struct AlignedField {
    std::size_t start = 0; ///< in characters, not bytes
    std::string_view text;
};

std::vector<AlignedField> aligned_fields(std::string_view line)
{
    std::vector<AlignedField> fields;
    std::size_t column = 0;
    std::size_t spaces = 2;
    std::size_t field_start = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        bool const space = line[at] == ' ';
        if (!space && spaces >= 2) {
            fields.push_back({ column, {} });
            field_start = at;
        }
        if (!space)
            fields.back().text = line.substr(field_start, at - field_start + 1);
        spaces = space ? spaces + 1 : 0;
        column += (static_cast<unsigned char>(line[at]) & 0xC0) != 0x80;
    }
    return fields;
}

/// The column of the headings under which a field stands: the last that starts at or just after it.
std::size_t column_under(std::vector<AlignedField> const& headings, AlignedField const& field)
{
    std::size_t column = 0;
    while (column + 1 < headings.size() && headings[column + 1].start <= field.start + 1)
        ++column;
    return column;
}

/// Most lines have at least two fields, and the first two columns of the headings exist.
bool looks_aligned(Lines const& lines)
{
    std::size_t several = 0;
    for (auto const line : lines)
        several += aligned_fields(line).size() >= 2;
    return several >= 2 && several * 2 >= filled_lines(lines);
}

/// A line whose first column is empty continues the row above.
Result<void> read_aligned(TableBuilder& builder, Lines const& lines)
{
    std::vector<AlignedField> headings;
    std::vector<std::string> row;
    int row_number = 0;
    for (auto const line : lines) {
        auto const fields = aligned_fields(line);
        if (fields.empty())
            continue;
        if (headings.empty() && fields.size() >= 2)
            headings = fields;
        bool const continues = !row.empty() && !headings.empty() && column_under(headings, fields.front()) > 0;
        if (!continues && !row.empty()) {
            TRY(put_record(builder, row_number++, row));
            row.clear();
        }
        for (auto const& field : fields) {
            auto const column = column_under(headings, field);
            row.resize(std::max(row.size(), column + 1));
            row[column].append(row[column].empty() ? "" : " ").append(field.text);
        }
    }
    return row.empty() ? Result<void>() : put_record(builder, row_number, row);
}

// ── Otherwise ─────────────────────────────────────────────────────────────────────────────────────────────────────

/// « ; » also ends French list items: only lines that are all cut into the same number of fields are a table.
bool looks_cut_by_semicolons(std::string_view text)
{
    if (guess_delimiter(text, ";") != ';')
        return false;
    std::size_t records = 0;
    std::size_t even = 0;
    std::size_t width = 0;
    auto const counted = split_records(text, ';', [&](std::vector<std::string>& record) -> Result<void> {
        if (record.size() == 1 && is_blank(record.front()))
            return {};
        if (record.size() > 1 && record.back().empty())
            record.pop_back();
        width = records++ == 0 ? record.size() : width;
        even += record.size() == width && width > 1;
        return {};
    });
    return counted && even >= 2 && even * 10 >= records * 8;
}

Result<void> read_lines(TableBuilder& builder, Lines const& lines)
{
    int row = 0;
    for (auto const line : lines)
        if (!is_blank(line))
            TRY(put_record(builder, row++, { std::string(line) }));
    return {};
}

Result<void> read_columns(TableBuilder& builder, std::string_view text)
{
    auto const lines = split_lines(text);
    auto const filled = filled_lines(lines);
    if (std::size_t(std::ranges::count_if(lines, is_piped)) * 10 >= filled * 6 && std::ranges::count_if(lines, is_piped) >= 2)
        return read_pipes(builder, lines);
    if (guess_delimiter(text, "\t") == '\t')
        return read_tabs(builder, text);
    char const delimiter = looks_cut_by_semicolons(text) ? ';' : evenness(text, ",") >= 80 ? ',' : '\0';
    if (delimiter) {
        int row = 0;
        return split_records(text, delimiter, [&](std::vector<std::string>& record) { return put_record(builder, row++, record); });
    }
    return looks_aligned(lines) ? read_aligned(builder, lines) : read_lines(builder, lines);
}

} // namespace

Result<ForeignFile> read_pasted_text(std::string_view text)
{
    ReadLimits const limits;
    if (text.size() > limits.file_bytes)
        return fail(ErrorKind::TooLarge,
            tr("This text weighs more than {limit} MB. Paste the table alone, or choose a file.", { { "limit", limits.file_bytes / (1024 * 1024) } }));
    CellBudget budget(limits);
    TableBuilder builder(Table {}, budget);
    TRY(read_columns(builder, text));

    ForeignFile file;
    file.format = "text";
    file.tables.push_back(TRY(builder.finish()));
    if (file.tables.front().rows.empty())
        return fail(ErrorKind::Invalid, tr("Nothing was pasted. Copy the table in Word or Excel, with its headings, and paste it here."));
    return file;
}

} // namespace toguna::formats
