#include "formats/sheet_writer.hpp"

#include "formats/clean_text.hpp"
#include "formats/sheet_names.hpp"
#include "formats/tone.hpp"

#include <unicode/unistr.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <new>
#include <utility>

namespace toguna::formats {

namespace {

constexpr std::size_t most_rows = 1'048'576;   ///< of a sheet, by ECMA-376
constexpr std::size_t most_columns = 16'384;
constexpr int longest_cell = 32'767;           ///< in UTF-16 units
constexpr lxw_row_t rows_left_to_fill = 500;   ///< below the last row, where drop-downs are offered too

/// The file that libxlsxwriter writes to: it knows no other place.
class TemporaryFile {
public:
    static Result<TemporaryFile> create()
    {
        std::error_code error;
        auto path = (std::filesystem::temp_directory_path(error) / "toguna-XXXXXX").string();
        int const file = error ? -1 : mkstemp(path.data());
        if (file < 0)
            return fail(ErrorKind::Unavailable, tr("The spreadsheet could not be written: the folder for temporary files is full or closed to us. Try again later."), path);
        close(file);
        return TemporaryFile(std::move(path));
    }
    TemporaryFile(TemporaryFile&& other) noexcept : m_path(std::exchange(other.m_path, {})) { }
    TemporaryFile& operator=(TemporaryFile&&) = delete;
    ~TemporaryFile()
    {
        if (!m_path.empty())
            unlink(m_path.c_str());
    }

    std::string const& path() const { return m_path; }
    std::string bytes() const
    {
        std::ifstream in(m_path, std::ios::binary);
        return { std::istreambuf_iterator<char>(in), {} };
    }

private:
    explicit TemporaryFile(std::string path) : m_path(std::move(path)) { }

    std::string m_path;
};

/// What a refusal names: « feuille Plan, ligne 12, colonne Note ».
Result<void> check_cell(Sheet const& sheet, std::size_t row, std::size_t column, std::string const& text)
{
    if (text.size() <= std::size_t(longest_cell))
        return {};
    auto const length = icu::UnicodeString::fromUTF8(text).length();
    if (length <= longest_cell)
        return {};
    return fail(ErrorKind::TooLarge,
        tr("Sheet “{sheet}”, row {row}, column “{column}”: the text has {count} characters and a spreadsheet cell holds 32,767. Shorten it, or take the Word or PDF version.",
            { { "sheet", sheet.name }, { "row", row + 1 }, { "column", column < sheet.columns.size() ? sheet.columns[column].title : "" },
                { "count", std::int64_t { length } } }));
}

Result<void> check_size(Workbook const& workbook)
{
    for (auto const& sheet : workbook.sheets) {
        if (sheet.rows.size() + 2 > most_rows || sheet.columns.size() > most_columns)
            return fail(ErrorKind::TooLarge,
                tr("Sheet “{sheet}” would have {rows} rows and {columns} columns; a spreadsheet holds 1,048,576 rows and 16,384 columns. Filter the list first, or take the CSV version.",
                    { { "sheet", sheet.name }, { "rows", sheet.rows.size() }, { "columns", sheet.columns.size() } }));
        for (std::size_t row = 0; row < sheet.rows.size(); ++row)
            for (std::size_t column = 0; column < sheet.rows[row].cells.size(); ++column)
                if (auto const* text = std::get_if<std::string>(&sheet.rows[row].cells[column]))
                    TRY(check_cell(sheet, row, column, *text));
    }
    return {};
}

/// Lines that a text takes in a column so many characters wide, counted as if every letter were of mean width.
int estimated_lines(std::string_view text, double width)
{
    int lines = 0;
    double letters = 0;
    auto const end_line = [&] { lines += std::max(1, int(std::ceil(letters * 1.1 / std::max(width, 1.0)))); };
    for (unsigned char const byte : text) {
        if (byte == '\n') {
            end_line();
            letters = 0;
        } else if ((byte & 0xC0) != 0x80) {
            ++letters;
        }
    }
    end_line();
    return lines;
}

/// The looks of cells, made once for a workbook.
class Formats {
public:
    explicit Formats(lxw_workbook* book) : m_book(book)
    {
        title = workbook_add_format(m_book);
        format_set_bold(title);
        format_set_font_size(title, 14);
        format_set_font_color(title, title_ink);
        header = toned(Tone::Heading);
        format_set_text_wrap(header);
    }

    /// `wrap`, `section` and `date` each change the look.
    lxw_format* of(bool wrap, bool section, bool date)
    {
        auto& format = m_formats[wrap * 4 + section * 2 + date];
        if (format)
            return format;
        // The band of a section runs on over its empty neighbours, so it does not wrap.
        format = section ? toned(Tone::Section) : bordered();
        if (wrap && !section)
            format_set_text_wrap(format);
        if (date)
            format_set_num_format(format, "dd/mm/yyyy");
        return format;
    }

    lxw_format* title = nullptr;
    lxw_format* header = nullptr;

private:
    lxw_format* bordered()
    {
        auto* const format = workbook_add_format(m_book);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        format_set_border(format, LXW_BORDER_HAIR);
        format_set_border_color(format, rule_ink);
        return format;
    }
    lxw_format* toned(Tone tone)
    {
        auto const look = look_of(tone);
        auto* const format = bordered();
        format_set_bold(format);
        format_set_bg_color(format, look.ground);
        format_set_font_color(format, look.ink);
        return format;
    }

    lxw_workbook* m_book;
    lxw_format* m_formats[8] = {};
};

/// Drop-downs by the reference of their cells: a list written into the rule itself may hold 255 characters only.
class Lists {
public:
    /// The column on the sheet of lists where these choices stand; equal lists share one.
    int column_of(SheetColumn const& column)
    {
        auto const known = std::find_if(m_lists.begin(), m_lists.end(), [&](auto const* list) { return list->choices == column.choices; });
        if (known != m_lists.end())
            return int(known - m_lists.begin());
        m_lists.push_back(&column);
        return int(m_lists.size()) - 1;
    }
    bool empty() const { return m_lists.empty(); }

    void write(lxw_worksheet* sheet, Formats& formats) const
    {
        for (std::size_t list = 0; list < m_lists.size(); ++list) {
            auto const column = lxw_col_t(list);
            worksheet_set_column(sheet, column, column, 32, nullptr);
            worksheet_write_string(sheet, 0, column, office_text(m_lists[list]->title).c_str(), formats.header);
            for (std::size_t row = 0; row < m_lists[list]->choices.size(); ++row)
                worksheet_write_string(sheet, lxw_row_t(row + 1), column, office_text(m_lists[list]->choices[row]).c_str(), formats.of(false, false, false));
        }
        worksheet_freeze_panes(sheet, 1, 0);
        worksheet_hide(sheet);
    }

private:
    std::vector<SheetColumn const*> m_lists;
};

class SheetWriter {
public:
    SheetWriter(lxw_worksheet* worksheet, Sheet const& sheet, Formats& formats)
        : m_worksheet(worksheet), m_sheet(sheet), m_formats(formats), m_header_row(sheet.title.empty() ? 0 : 1)
    {
    }

    void write(Lists& lists, std::string const& lists_sheet)
    {
        write_header();
        for (std::size_t row = 0; row < m_sheet.rows.size(); ++row)
            write_row(m_header_row + 1 + lxw_row_t(row), m_sheet.rows[row]);
        offer_choices(lists, lists_sheet);
        set_up_print();
    }

private:
    lxw_row_t last_row() const { return m_header_row + lxw_row_t(m_sheet.rows.size()); }

    void write_header()
    {
        if (!m_sheet.title.empty()) {
            auto const first_shown = std::find_if(m_sheet.columns.begin(), m_sheet.columns.end(), [](auto const& column) { return !column.hidden; });
            auto const column = first_shown == m_sheet.columns.end() ? 0 : first_shown - m_sheet.columns.begin();
            worksheet_set_row(m_worksheet, 0, 24, nullptr);
            worksheet_write_string(m_worksheet, 0, lxw_col_t(column), office_text(m_sheet.title).c_str(), m_formats.title);
        }
        int lines = 1;
        for (std::size_t index = 0; index < m_sheet.columns.size(); ++index) {
            auto const& column = m_sheet.columns[index];
            lines = std::max(lines, column.hidden ? 1 : estimated_lines(column.title, column.width - 3)); // beside the filter's arrow
            lxw_row_col_options options {};
            options.hidden = column.hidden;
            worksheet_set_column_opt(m_worksheet, lxw_col_t(index), lxw_col_t(index), std::clamp(column.width, 1.0, 255.0), nullptr, &options);
            worksheet_write_string(m_worksheet, m_header_row, lxw_col_t(index), office_text(column.title).c_str(), m_formats.header);
        }
        set_height(m_header_row, lines);
        worksheet_freeze_panes(m_worksheet, m_header_row + 1, 0);
        if (!m_sheet.columns.empty())
            worksheet_autofilter(m_worksheet, m_header_row, 0, last_row(), lxw_col_t(m_sheet.columns.size() - 1));
    }

    /// Excel finds the height of wrapped rows by itself when it opens the file, LibreOffice does not.
    void set_height(lxw_row_t row, int lines)
    {
        static constexpr double line_height = 15;  // points, of Calibri 11
        static constexpr double tallest_row = 409; // Excel's limit
        if (lines > 1)
            worksheet_set_row(m_worksheet, row, std::min(lines * line_height, tallest_row), nullptr);
    }

    int lines_in(SheetRow const& content) const
    {
        int lines = 1;
        for (std::size_t column = 0; column < std::min(content.cells.size(), m_sheet.columns.size()); ++column)
            if (auto const* text = std::get_if<std::string>(&content.cells[column]); text && m_sheet.columns[column].wrap && !m_sheet.columns[column].hidden)
                lines = std::max(lines, estimated_lines(*text, m_sheet.columns[column].width));
        return lines;
    }

    void write_row(lxw_row_t row, SheetRow const& content)
    {
        if (!content.section)
            set_height(row, lines_in(content));
        auto const width = std::max(content.cells.size(), m_sheet.columns.size());
        for (std::size_t column = 0; column < width; ++column) {
            bool const wrap = column >= m_sheet.columns.size() || m_sheet.columns[column].wrap;
            static SheetValue const empty;
            auto const& value = column < content.cells.size() ? content.cells[column] : empty;
            write_value(row, lxw_col_t(column), value, m_formats.of(wrap, content.section, std::holds_alternative<Date>(value)));
        }
    }

    void write_value(lxw_row_t row, lxw_col_t column, SheetValue const& value, lxw_format* format)
    {
        if (auto const* text = std::get_if<std::string>(&value); text && !text->empty()) {
            worksheet_write_string(m_worksheet, row, column, office_text(*text).c_str(), format);
        } else if (auto const* number = std::get_if<double>(&value); number && std::isfinite(*number)) {
            worksheet_write_number(m_worksheet, row, column, *number, format);
        } else if (auto const* date = std::get_if<Date>(&value)) {
            lxw_datetime day { date->year(), int(date->month()), int(date->day()), 0, 0, 0 };
            worksheet_write_datetime(m_worksheet, row, column, &day, format);
        } else {
            worksheet_write_blank(m_worksheet, row, column, format);
        }
    }

    void offer_choices(Lists& lists, std::string const& lists_sheet)
    {
        for (std::size_t index = 0; index < m_sheet.columns.size(); ++index) {
            auto const& column = m_sheet.columns[index];
            if (column.choices.empty())
                continue;
            auto formula = column_reference(lists_sheet, lists.column_of(column), 1, int(column.choices.size()));
            lxw_data_validation rule {};
            rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
            rule.value_formula = formula.data();
            auto const last = std::min<std::size_t>(last_row() + rows_left_to_fill, most_rows - 1);
            worksheet_data_validation_range(m_worksheet, m_header_row + 1, lxw_col_t(index), lxw_row_t(last), lxw_col_t(index), &rule);
        }
    }

    void set_up_print()
    {
        worksheet_set_landscape(m_worksheet);
        worksheet_set_paper(m_worksheet, 9); // A4
        worksheet_set_margins(m_worksheet, 0.5, 0.5, 0.6, 0.7); // inches
        worksheet_repeat_rows(m_worksheet, 0, m_header_row);
        worksheet_fit_to_pages(m_worksheet, 1, 0); // as wide as the page, as long as it takes
        worksheet_set_footer(m_worksheet, "&L&A&R&P / &N");
    }

    lxw_worksheet* m_worksheet;
    Sheet const& m_sheet;
    Formats& m_formats;
    lxw_row_t m_header_row;
};

void write_workbook_properties(lxw_workbook* book, Workbook const& workbook)
{
    auto title = office_text(workbook.title);
    auto author = office_text(workbook.author);
    lxw_doc_properties properties {};
    properties.title = title.data();
    properties.author = author.data();
    // libxlsxwriter takes 0 for « now ».
    properties.created = std::max<time_t>(time_t(workbook.created.unix_milliseconds() / 1000), 1);
    workbook_set_properties(book, &properties);
}

void write_sheets(lxw_workbook* book, Workbook const& workbook)
{
    std::vector<std::string> taken;
    // The sheet of lists keeps its name, because the importer looks for it; a sheet that wants the same yields.
    auto const lists_sheet = free_sheet_name(workbook.lists_sheet_name, taken);
    Formats formats(book);
    Lists lists;
    for (auto const& sheet : workbook.sheets) {
        auto* const worksheet = workbook_add_worksheet(book, free_sheet_name(sheet.name, taken).c_str());
        SheetWriter(worksheet, sheet, formats).write(lists, lists_sheet);
    }
    if (workbook.sheets.empty())
        workbook_add_worksheet(book, nullptr); // a workbook without a sheet does not open
    if (!lists.empty())
        lists.write(workbook_add_worksheet(book, lists_sheet.c_str()), formats);
}

} // namespace

Result<std::string> write_xlsx(Workbook const& workbook)
{
    TRY(check_size(workbook));
    auto const file = TRY(TemporaryFile::create());
    auto* const book = workbook_new(file.path().c_str());
    if (!book)
        throw std::bad_alloc();
    write_workbook_properties(book, workbook);
    write_sheets(book, workbook);
    if (auto const error = workbook_close(book); error != LXW_NO_ERROR)
        return fail(ErrorKind::Unavailable, tr("The spreadsheet could not be written: the folder for temporary files is full or closed to us. Try again later."), lxw_strerror(error));
    return file.bytes();
}

} // namespace toguna::formats
