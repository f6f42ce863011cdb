#include "actions/period_columns.hpp"

#include "actions/words.hpp"

#include <algorithm>
#include <array>

namespace toguna::actions {

namespace {

bool is_mark(std::string_view text)
{
    static constexpr std::array<std::string_view, 14> marks { "x", "xx", "xxx", "1", "v", "o", "oui", "yes", "+", "*", "●", "■", "✓", "✔" };
    return std::find(marks.begin(), marks.end(), folded(text)) != marks.end();
}

bool names_period(std::string const& title, int year, Date today)
{
    if (title.empty() || title.size() > 20)
        return false;
    auto const read = read_due(title, year, today);
    return read.understood && std::holds_alternative<DueInMonth>(read.due);
}

bool holds_only_marks(formats::Table const& table, int from, int column)
{
    return std::all_of(table.rows.begin() + from, table.rows.end(), [&](auto const& row) {
        auto const& cell = row.cells[std::size_t(column)];
        return cell.text.empty() || is_mark(cell.text) || cell.column_span > 1;
    });
}

std::vector<int> period_columns_of(formats::Table const& table, RecognizedHeader const& header, int title_row, int year, Date today)
{
    std::vector<int> columns;
    for (int column = 0; column < int(header.roles.size()); ++column) {
        auto const role = header.roles[std::size_t(column)];
        bool const free = role == ColumnRole::Ignored || role == ColumnRole::Deadline;
        if (free && names_period(cell_through_merge(table, title_row, column).text, year, today) && holds_only_marks(table, title_row + 1, column))
            columns.push_back(column);
    }
    return columns;
}

} // namespace

std::optional<PeriodColumns> find_period_columns(formats::Table const& table, RecognizedHeader const& header, int year, Date today)
{
    if (header.last_row < 0)
        return {};
    // « Chronogramme » may stand above the months, which are then no part of the recognised header.
    for (int const row : { header.last_row, header.last_row + 1 }) {
        if (row >= int(table.rows.size()))
            break;
        if (auto columns = period_columns_of(table, header, row, year, today); columns.size() > 1)
            return PeriodColumns { row, std::move(columns) };
    }
    return {};
}

std::string marked_period(formats::Table const& table, int row, PeriodColumns const& periods)
{
    std::string first;
    std::string last;
    for (int const column : periods.columns) {
        if (!is_mark(cell_through_merge(table, row, column).text))
            continue;
        last = trimmed(cell_through_merge(table, periods.title_row, column).text);
        first = first.empty() ? last : first;
    }
    return first == last ? first : first + " – " + last;
}

} // namespace toguna::actions
