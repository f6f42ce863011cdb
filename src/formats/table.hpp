#pragma once
/// A grid of text as foreign files hold it: what every reader of spreadsheets, documents and pasted text gives.

#include "base/result.hpp"

#include <optional>
#include <string>
#include <vector>

namespace toguna::formats {

/// One cell. A merged cell stands at its first place with its spans; the places it covers are `covered`.
struct Cell {
    std::string text;      ///< paragraphs separated by '\n'; list markers removed; outer white space trimmed
    bool bold = false;     ///< all of its text
    bool covered = false;  ///< belongs to the merged cell to its left or above
    int column_span = 1;
    int row_span = 1;
    /// The text of the cell a covered place belongs to is found through its origin.
    int origin_row = -1;   ///< for covered places: where the merged cell starts (0-based)
    int origin_column = -1;
    std::optional<Date> date = {}; ///< when the file says that the value is a date
    bool is_list = false;  ///< its paragraphs are list items: each is an entry of its own
    bool formula = false;  ///< the file calculates it; the text is the result it kept
};

struct TableRow {
    std::vector<Cell> cells;
    bool hidden = false;
    bool is_header = false; ///< marked as a repeated header by the file
};

struct Table {
    std::string name;           ///< sheet name, or heading above the table; may be empty
    std::string place;          ///< « feuille Plan », « tableau 2 »: begins every place in a message
    int number = 0;             ///< of the table in its document, from 1; 0 when the file is one nameless grid
    bool hidden = false;        ///< a hidden sheet
    bool is_sheet = false;      ///< cells have addresses like B12; otherwise row 12, column 2
    std::vector<TableRow> rows; ///< every row has as many cells as the widest
    std::string text_before;    ///< the paragraphs just above the table, for titles
    std::vector<bool> hidden_columns = {}; ///< of a sheet, by column; shorter than the rows when the last ones are shown

    bool is_hidden_column(std::size_t column) const { return column < hidden_columns.size() && hidden_columns[column]; }
};

/// « feuille Plan, cellule B12 » in a sheet, « tableau 1, ligne 12, colonne 2 » in a document, « ligne 12, colonne 2 »
/// in a CSV file or pasted text; row and column from 0.
Text cell_place(Table const& table, int row, int column);

/// What reading a foreign file found.
struct ForeignFile {
    std::string format; ///< "docx", "odt", "xlsx", "ods", "csv", "text"
    std::string title;  ///< of the document, when it names one
    std::vector<Table> tables;
    std::vector<std::string> paragraphs; ///< text outside tables, in order
};

/// Bounds on hostile files; the sentence of a refusal names the bound.
struct ReadLimits {
    std::size_t file_bytes = 20 * 1024 * 1024;
    std::size_t unpacked_bytes = 200 * 1024 * 1024; ///< of all parts of an archive together
    std::size_t part_bytes = 100 * 1024 * 1024;
    std::size_t rows = 100'000;
    std::size_t cells = 2'000'000;
};

/// Recognises the format by the bytes (the name is only a hint for CSV and text) and reads it. Refuses with a sentence
/// that says what was found and what was expected: a renamed file, an encrypted or truncated one, one that unpacks to
/// too much, macros, no table.
Result<ForeignFile> read_foreign_file(std::string_view bytes, std::string_view name, ReadLimits const& limits = {});

/// Text pasted from Word, Excel, a web page or a PDF: tab, pipe, semicolon or aligned columns.
Result<ForeignFile> read_pasted_text(std::string_view text);

} // namespace toguna::formats
