#include "formats/delimited_text.hpp"
#include "formats/file_format.hpp"
#include "formats/readers.hpp"
#include "formats/text_encoding.hpp"

#include <algorithm>

namespace toguna::formats {

namespace {

bool name_ends_with(std::string_view name, std::string_view extension)
{
    return name.size() >= extension.size()
        && std::ranges::equal(name.substr(name.size() - extension.size()), extension,
            [](char left, char right) { return (left >= 'A' && left <= 'Z' ? left - 'A' + 'a' : left) == right; });
}

Result<ForeignFile> read_archive(std::string_view bytes, ReadLimits const& limits)
{
    auto archive = TRY(Archive::open(bytes, limits));
    switch (TRY(format_of_archive(archive))) {
    case FileFormat::Docx: return read_docx(archive, limits);
    case FileFormat::Xlsx: return read_xlsx(archive, limits);
    default: return read_open_document(archive, limits);
    }
}

/// Names lie: a text may be a CSV file, and a « .csv » text copied out of a PDF. A CSV file has lines of equal width; tabs and
/// pipes also come from Word and wikis, whose text the other reader knows.
bool is_csv(std::string_view text, std::string_view name)
{
    if (text.starts_with("sep="))
        return true;
    return name_ends_with(name, ".csv") || name_ends_with(name, ".tsv") ? evenness(text, ";\t,|") >= 50 : evenness(text, ";,") >= 80;
}

Result<ForeignFile> read_by_content(std::string_view bytes, std::string_view name, ReadLimits const& limits)
{
    if (is_archive(bytes))
        return read_archive(bytes, limits);
    TRY(refuse_other_formats(bytes));
    auto const text = decode_text(bytes);
    return is_csv(text, name) ? read_csv(bytes, limits) : read_pasted_text(text);
}

} // namespace

Result<ForeignFile> read_foreign_file(std::string_view bytes, std::string_view name, ReadLimits const& limits)
{
    if (bytes.size() > limits.file_bytes)
        return fail(ErrorKind::TooLarge,
            tr("This file weighs {found} MB; at most {limit} MB are read. Copy the table alone into a new file, without images, and try again.",
                { { "found", (bytes.size() + 1024 * 1024 - 1) / (1024 * 1024) }, { "limit", limits.file_bytes / (1024 * 1024) } }));
    auto file = TRY(read_by_content(bytes, name, limits));
    bool const has_table = std::ranges::any_of(file.tables, [](auto const& table) { return !table.rows.empty(); });
    if (!has_table)
        return fail(ErrorKind::Invalid,
            tr("This file holds no table: only text, or nothing. A table is expected, with one row of headings and one row per entry."));
    return file;
}

} // namespace toguna::formats
