#include "formats/delimited_text.hpp"

#include "formats/cell_text.hpp"

#include <map>

namespace toguna::formats {

namespace {

constexpr std::size_t most_fields = 16'384; // columns of a spreadsheet

Error too_many_fields()
{
    return { ErrorKind::TooLarge,
        tr("A line of this text has more than {limit} columns. Check that it is a table with one line per row.", { { "limit", most_fields } }) };
}

/// Reads the quoted part of a field; `at` stands after the opening quote and ends after the closing one.
void read_quoted(std::string_view text, std::size_t& at, std::string& field)
{
    while (at < text.size()) {
        auto const quote = text.find('"', at);
        field += text.substr(at, quote == std::string_view::npos ? quote : quote - at);
        if (quote == std::string_view::npos) {
            at = text.size();
            return;
        }
        at = quote + 1;
        if (at >= text.size() || text[at] != '"')
            return;
        field += '"';
        ++at;
    }
}

} // namespace

Result<void> split_records(std::string_view text, char delimiter, RecordReceiver const& receive)
{
    std::vector<std::string> record;
    std::string const ends { delimiter, '\n', '\r' };
    std::size_t at = 0;
    while (at < text.size()) {
        std::string field;
        if (text[at] == '"')
            read_quoted(text, ++at, field);
        auto const end = std::min(text.find_first_of(ends, at), text.size());
        field += text.substr(at, end - at);
        record.push_back(std::move(field));
        if (record.size() > most_fields)
            return fail(too_many_fields());
        at = end + 1;
        if (end < text.size() && text[end] == delimiter) {
            if (at < text.size())
                continue;
            record.emplace_back();
        }
        if (end < text.size() && text[end] == '\r' && at < text.size() && text[at] == '\n')
            ++at;
        TRY(receive(record));
        record.clear();
    }
    return {};
}

namespace {

/// How often each number of fields occurs in the first records.
struct Widths {
    std::map<std::size_t, std::size_t> records; ///< of two fields or more, by width
    std::size_t all = 0;                        ///< that are not blank
};

Widths widths_of(std::string_view text, char delimiter)
{
    constexpr std::size_t sampled_records = 50;
    Widths widths;
    // An error only means that enough was seen.
    (void)split_records(text.substr(0, 64 * 1024), delimiter, [&](std::vector<std::string>& record) -> Result<void> {
        if (record.size() > 1)
            ++widths.records[record.size()];
        widths.all += record.size() > 1 || !tidy_text(record.front()).empty() ? 1 : 0;
        if (widths.all >= sampled_records)
            return fail(ErrorKind::TooLarge, {});
        return {};
    });
    return widths;
}

} // namespace

char guess_delimiter(std::string_view text, std::string_view candidates)
{
    char best = '\0';
    std::size_t best_score = 0;
    for (char const candidate : candidates) {
        std::size_t score = 0;
        for (auto const& [width, count] : widths_of(text, candidate).records)
            score = std::max(score, count * std::min<std::size_t>(width, 8));
        if (score > best_score) {
            best = candidate;
            best_score = score;
        }
    }
    return best;
}

int evenness(std::string_view text, std::string_view candidates)
{
    auto const delimiter = guess_delimiter(text, candidates);
    auto const widths = delimiter ? widths_of(text, delimiter) : Widths {};
    std::size_t most = 0;
    for (auto const& [width, count] : widths.records)
        most = std::max(most, count);
    return widths.all == 0 ? 0 : int(most * 100 / widths.all);
}

Result<void> put_record(TableBuilder& builder, int row, std::vector<std::string> const& record)
{
    for (std::size_t column = 0; column < record.size(); ++column) {
        auto cell = text_cell(record[column]);
        if (!cell.text.empty())
            TRY(builder.put(row, int(column), std::move(cell)));
    }
    return {};
}

} // namespace toguna::formats
