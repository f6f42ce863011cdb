/// From the tables of a file to the grid of a draft: headings found, private and hidden things set aside.

#include "contacts/contact_cards.hpp"
#include "contacts/contact_columns.hpp"
#include "contacts/plain_contacts.hpp"
#include "people/normalise.hpp"

#include <algorithm>

namespace toguna::contacts {

namespace {

constexpr std::size_t rows_before_headings = 20;
constexpr int formulas_named = 5;

formats::Cell const& cell_at(formats::Table const& table, std::size_t row, std::size_t column)
{
    auto const& cell = table.rows[row].cells[column];
    // One organisation merged beside several persons belongs to each of them.
    if (cell.covered && cell.origin_row >= 0 && cell.origin_column == int(column))
        return table.rows[std::size_t(cell.origin_row)].cells[column];
    return cell;
}

bool is_formula(formats::Cell const& cell) { return cell.formula || (cell.text.starts_with('=') && cell.text.size() > 1); }

std::vector<std::string> texts_of(formats::Table const& table, std::size_t row)
{
    std::vector<std::string> texts;
    for (std::size_t column = 0; column < table.rows[row].cells.size(); ++column)
        texts.push_back(is_formula(table.rows[row].cells[column]) ? std::string() : table.rows[row].cells[column].text);
    return texts;
}

/// "C" of « C12 »: what people call a column without heading.
std::string letters_of(std::size_t column)
{
    std::string letters;
    for (auto rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), char('A' + (rest - 1) % 26));
    return letters;
}

std::optional<std::size_t> headings_row(formats::Table const& table)
{
    for (std::size_t row = 0; row < std::min(table.rows.size(), rows_before_headings); ++row)
        if (!table.rows[row].hidden && is_header_row(texts_of(table, row)))
            return row;
    return {};
}

class TableReader {
public:
    TableReader(formats::Table const& table, ContactGrid& grid) : m_table(table), m_grid(grid) { }

    GridTable read()
    {
        m_result.sheet = m_table.name;
        m_result.number = m_table.number;
        m_result.is_sheet = m_table.is_sheet;
        if (auto const row = headings_row(m_table)) {
            m_first_row = *row + 1;
            m_titles = texts_of(m_table, *row);
        }
        choose_columns();
        for (auto row = m_first_row; row < m_table.rows.size(); ++row)
            read_row(row);
        report_rows();
        settle_names(m_result.columns);
        guess_by_content(m_result);
        return std::move(m_result);
    }

private:
    std::size_t width() const { return m_table.rows.empty() ? 0 : m_table.rows.front().cells.size(); }

    std::string title_of(std::size_t column) const { return column < m_titles.size() ? people::tidy(m_titles[column]) : std::string(); }

    std::vector<formats::Cell const*> cells_below(std::size_t column) const
    {
        std::vector<formats::Cell const*> cells;
        for (auto row = m_first_row; row < m_table.rows.size(); ++row)
            if (!m_table.rows[row].hidden)
                cells.push_back(&m_table.rows[row].cells[column]);
        return cells;
    }

    void withhold(WithheldKind kind, std::string title, int count, std::optional<PrivateMatter> matter = {})
    {
        m_grid.withheld.push_back({ kind, m_table.is_sheet ? m_table.name : std::string(), std::move(title), matter, count });
    }

    void choose_columns()
    {
        for (std::size_t column = 0; column < width(); ++column) {
            auto const title = title_of(column);
            auto const role = role_of_header(title);
            auto const cells = cells_below(column);
            bool const empty = std::ranges::all_of(cells, [](auto const* cell) { return cell->text.empty(); });
            auto const name = title.empty() ? letters_of(column) : title;
            auto matter = private_matter_of_header(title);
            if (!matter && !role)
                matter = private_matter_of_cells(cells);
            if (m_table.is_hidden_column(column) && role != ColumnRole::PersonId) {
                if (!empty)
                    withhold(WithheldKind::HiddenColumn, name, int(cells.size()));
            } else if (matter) {
                if (!empty)
                    withhold(WithheldKind::PrivateColumn, name, int(cells.size()), matter);
            } else if (!empty || role) {
                m_columns.push_back(column);
                m_result.columns.push_back({ title, role.value_or(ColumnRole::Ignored), int(column) });
            }
        }
    }

    /// The headings again, after a page break: at least half of them, word for word.
    bool repeats_headings(std::size_t row) const
    {
        std::size_t headings = 0;
        std::size_t same = 0;
        for (std::size_t column = 0; column < m_titles.size(); ++column) {
            headings += !m_titles[column].empty();
            same += !m_titles[column].empty() && m_table.rows[row].cells[column].text == m_titles[column];
        }
        return headings > 0 && same * 2 >= headings;
    }

    void read_row(std::size_t row)
    {
        if (m_table.rows[row].hidden) {
            m_hidden_rows += std::ranges::any_of(m_table.rows[row].cells, [](auto const& cell) { return !cell.text.empty(); });
            return;
        }
        if (repeats_headings(row))
            return;
        GridRow read { int(row), {} };
        bool filled = false;
        for (auto const column : m_columns) {
            auto const& cell = cell_at(m_table, row, column);
            if (is_formula(cell)) {
                if (m_formulas++ < formulas_named)
                    m_formula_cells += (m_formula_cells.empty() ? "" : ", ") + letters_of(column) + std::to_string(row + 1);
                read.cells.emplace_back();
                continue;
            }
            filled |= !cell.text.empty() && !cell.covered;
            read.cells.push_back(cell.text);
        }
        if (filled)
            m_result.rows.push_back(std::move(read));
    }

    void report_rows()
    {
        if (m_hidden_rows > 0)
            withhold(WithheldKind::HiddenRows, {}, m_hidden_rows);
        if (m_formulas > 0)
            withhold(WithheldKind::Formulas, m_formulas > formulas_named ? m_formula_cells + " …" : m_formula_cells, m_formulas);
    }

    formats::Table const& m_table;
    ContactGrid& m_grid;
    GridTable m_result;
    std::vector<std::string> m_titles;
    std::size_t m_first_row = 0;
    std::vector<std::size_t> m_columns;
    int m_hidden_rows = 0;
    int m_formulas = 0;
    std::string m_formula_cells;
};

bool has_names(GridTable const& table)
{
    return std::ranges::any_of(table.columns, [](auto const& column) { return column.role == ColumnRole::Name || column.role == ColumnRole::FamilyName; });
}

/// Lines of words, whatever the reader of pasted text made of them: one column, or commas that cut each line elsewhere.
bool is_plain_lines(formats::Table const& table)
{
    if (table.is_sheet || table.rows.empty() || headings_row(table))
        return false;
    return table.rows.front().cells.size() == 1;
}

/// A header of a mail, a number before each line, a list of a group: known by their lines as they were pasted.
ContactGrid grid_of_lines(formats::Table const& table)
{
    std::vector<std::string> lines;
    for (auto const& row : table.rows)
        lines.push_back(row.cells.empty() ? std::string() : row.cells.front().text);
    ContactGrid grid;
    grid.tables.push_back(grid_of_plain_lines(lines));
    return grid;
}

} // namespace

Result<ContactGrid> read_grid(formats::ForeignFile const& file)
{
    ContactGrid grid;
    for (auto const& table : file.tables) {
        if (table.hidden) {
            if (!table.rows.empty())
                grid.withheld.push_back({ WithheldKind::HiddenSheet, table.name, {}, {}, int(table.rows.size()) });
            continue;
        }
        if (table.rows.empty())
            continue;
        auto read = is_plain_lines(table) ? grid_of_lines(table).tables.front() : TableReader(table, grid).read();
        if (!read.rows.empty())
            grid.tables.push_back(std::move(read));
    }
    // Beside the list a file holds other tables: an agenda, a legend. Without any list, all are shown for a person to say which column is what.
    if (std::ranges::any_of(grid.tables, has_names))
        std::erase_if(grid.tables, [](auto const& table) { return !has_names(table); });
    if (grid.tables.empty())
        return fail(ErrorKind::Invalid, tr("No list of people was found here. A list has one person a row, with a heading such as “Name” or “Nom & Prénom” above."));
    return grid;
}

Result<ContactGrid> read_contact_file(std::string_view bytes, std::string_view name)
{
    if (formats::is_vcard(bytes))
        return grid_of_cards(TRY(formats::read_vcards(bytes)));
    return read_grid(TRY(formats::read_foreign_file(bytes, name)));
}

Result<ContactGrid> read_contact_text(std::string_view text)
{
    if (formats::is_vcard(text))
        return grid_of_cards(TRY(formats::read_vcards(text)));
    if (auto lines = plain_contact_lines(text)) {
        ContactGrid grid;
        grid.tables.push_back(grid_of_plain_lines(*lines));
        return grid;
    }
    bool const has_columns_of_its_own = text.find('\t') != std::string_view::npos || text.find('|') != std::string_view::npos;
    return read_grid(TRY(has_columns_of_its_own ? formats::read_pasted_text(text) : formats::read_foreign_file(text, "contacts.csv")));
}

} // namespace toguna::contacts
