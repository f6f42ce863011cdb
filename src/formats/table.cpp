#include "formats/table.hpp"

namespace toguna::formats {

namespace {

/// 0 is A, 25 is Z, 26 is AA.
std::string column_letters(int column)
{
    std::string letters;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

} // namespace

Text cell_place(Table const& table, int row, int column)
{
    if (table.is_sheet)
        return tr("sheet {sheet}, cell {cell}", { { "sheet", table.name }, { "cell", column_letters(column) + std::to_string(row + 1) } });
    if (table.number > 0)
        return tr("table {number}, row {row}, column {column}", { { "number", table.number }, { "row", row + 1 }, { "column", column + 1 } });
    return tr("row {row}, column {column}", { { "row", row + 1 }, { "column", column + 1 } });
}

} // namespace toguna::formats
