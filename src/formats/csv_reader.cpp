#include "formats/delimited_text.hpp"
#include "formats/readers.hpp"
#include "formats/text_encoding.hpp"

namespace toguna::formats {

namespace {

/// Excel's own way to name the delimiter: a first line « sep=; ». Removed from the text; '\0' when there is none.
char take_named_delimiter(std::string_view& text)
{
    if (!text.starts_with("sep=") || text.size() < 5)
        return '\0';
    char const delimiter = text[4];
    auto const end = text.find('\n');
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return delimiter;
}

} // namespace

Result<ForeignFile> read_csv(std::string_view bytes, ReadLimits const& limits)
{
    auto const decoded = decode_text(bytes);
    std::string_view text = decoded;
    char delimiter = take_named_delimiter(text);
    if (!delimiter || delimiter == '"' || delimiter == '\n' || delimiter == '\r')
        delimiter = guess_delimiter(text, ";\t,|");

    CellBudget budget(limits);
    TableBuilder builder(Table {}, budget);
    int row = 0;
    TRY(split_records(text, delimiter ? delimiter : ';', [&](std::vector<std::string>& record) { return put_record(builder, row++, record); }));

    ForeignFile file;
    file.format = "csv";
    file.tables.push_back(TRY(builder.finish()));
    return file;
}

} // namespace toguna::formats
