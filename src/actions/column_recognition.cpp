#include "actions/column_recognition.hpp"

#include "actions/header_phrases.hpp"
#include "actions/words.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace toguna::actions {

namespace {

constexpr std::array<std::string_view, 12> role_names { "gap", "action", "due", "responsible", "status", "progress", "priority", "comment", "number", "section",
    "row_id", "ignored" };

std::string joined(std::vector<std::string> const& words)
{
    std::string text;
    for (auto const& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

/// The words of a header, « % » and « # » kept: they are whole headers.
std::string header_words(std::string_view text)
{
    auto const plain = folded(text);
    if (plain == "%" || plain == "#")
        return plain;
    // « N° », « n° d’ordre »: the degree sign is no letter of the word.
    auto spaced = plain;
    for (auto at = spaced.find("°"); at != std::string::npos; at = spaced.find("°"))
        spaced.replace(at, std::string_view("°").size(), " ");
    auto words = joined(words_of(spaced));
    if (plain.starts_with("% ") || plain.ends_with(" %") || plain.ends_with("(%)"))
        words = "% " + words;
    return words;
}

bool is_word_end(std::string_view text, std::size_t at) { return at == text.size() || text[at] == ' '; }

std::optional<HeaderMeaning> exact_meaning(std::string_view words)
{
    HeaderPhrase const* best = nullptr;
    std::size_t best_place = words.size();
    for (auto const& phrase : header_phrases) {
        for (auto at = words.find(phrase.words); at != std::string_view::npos; at = words.find(phrase.words, at + 1)) {
            if ((at > 0 && words[at - 1] != ' ') || !is_word_end(words, at + phrase.words.size()))
                continue;
            if (at < best_place || (at == best_place && best && phrase.words.size() > best->words.size())) {
                best = &phrase;
                best_place = at;
            }
            break;
        }
    }
    // A header names its thing at once; « … nommer deux points focaux » is a sentence.
    auto const words_before = std::count(words.begin(), words.begin() + std::ptrdiff_t(best_place), ' ');
    if (!best || words_before > 2 || (words_before > 1 && best->strength <= 2))
        return {};
    return HeaderMeaning { best->role, best->strength };
}

/// « Contact » is no « constat »: two mistakes only in a long word.
bool is_mistyped(std::string_view word, std::string_view meant)
{
    int const allowed = word.size() < 9 ? 1 : 2;
    return word.size() >= 6 && meant.size() >= 6 && letters_apart(word, meant, allowed) <= allowed;
}

/// « Echeence », « Responsible(s) », « Actoins »: one long word of the header, mistyped.
std::optional<HeaderMeaning> mistyped_meaning(std::string_view text)
{
    auto const words = words_of(text);
    if (words.size() > 4)
        return {};
    for (auto const& word : words)
        for (auto const& phrase : header_phrases)
            if (phrase.strength >= 3 && is_mistyped(word, phrase.words))
                return HeaderMeaning { phrase.role, phrase.strength - 1 };
    return {};
}

constexpr int deepest_header_row = 40;

std::string text_of_header(formats::Table const& table, int first, int last, int column)
{
    std::string text;
    for (int row = first; row <= last; ++row) {
        auto const& cell = cell_through_merge(table, row, column);
        if (text != cell.text)
            text += (text.empty() ? "" : " ") + cell.text;
    }
    return text;
}

/// Two columns that mean the same: the surer keeps the meaning, the first among equals.
void keep_one_of_each(std::vector<std::optional<HeaderMeaning>>& meanings)
{
    for (std::size_t column = 0; column < meanings.size(); ++column)
        for (std::size_t other = 0; other < meanings.size(); ++other) {
            if (column == other || !meanings[column] || !meanings[other] || meanings[column]->role != meanings[other]->role)
                continue;
            bool const weaker = meanings[other]->strength < meanings[column]->strength || (meanings[other]->strength == meanings[column]->strength && column < other);
            if (weaker)
                meanings[other].reset();
        }
}

std::optional<RecognizedHeader> header_at(formats::Table const& table, int first, int last, ImportMemory const& memory)
{
    std::vector<std::optional<HeaderMeaning>> meanings;
    auto const columns = int(table.rows[std::size_t(first)].cells.size());
    for (int column = 0; column < columns; ++column) {
        auto const text = text_of_header(table, first, last, column);
        meanings.push_back(text.size() > 120 ? std::nullopt : meaning_of_header(text, memory));
        // A cell merged over several columns of the last line names only the first of them.
        auto const& bottom = table.rows[std::size_t(last)].cells[std::size_t(column)];
        if (bottom.covered && bottom.origin_row == last)
            meanings.back().reset();
    }
    keep_one_of_each(meanings);
    RecognizedHeader header { first, last, {}, false, 0 };
    for (auto const& meaning : meanings) {
        header.roles.push_back(meaning ? meaning->role : ColumnRole::Ignored);
        header.strength += meaning && meaning->role != ColumnRole::Ignored ? meaning->strength : 0;
    }
    bool const plan = header.has(ColumnRole::Actions)
        && (header.has(ColumnRole::Gaps) || header.has(ColumnRole::Deadline) || header.has(ColumnRole::Owners) || header.has(ColumnRole::State));
    bool const plan_without_actions = header.has(ColumnRole::Gaps) && header.has(ColumnRole::Deadline);
    if (!plan && !plan_without_actions)
        return {};
    return header;
}

int text_cells(formats::TableRow const& row)
{
    return int(std::count_if(row.cells.begin(), row.cells.end(), [](auto const& cell) { return !cell.covered && !cell.text.empty(); }));
}

} // namespace

std::optional<int> RecognizedHeader::column_of(ColumnRole role) const
{
    auto const found = std::find(roles.begin(), roles.end(), role);
    return found == roles.end() ? std::nullopt : std::optional(int(found - roles.begin()));
}

std::string_view name_of(ColumnRole role) { return role_names[std::size_t(role)]; }

std::optional<ColumnRole> column_role_from(std::string_view name)
{
    auto const found = std::find(role_names.begin(), role_names.end(), name);
    return found == role_names.end() ? std::nullopt : std::optional(ColumnRole(found - role_names.begin()));
}

std::optional<HeaderMeaning> meaning_of_header(std::string_view text, ImportMemory const& memory)
{
    auto const words = header_words(text);
    if (words.empty())
        return {};
    if (auto const taught = memory.headers.find(folded(text)); taught != memory.headers.end())
        if (auto const role = column_role_from(taught->second))
            return HeaderMeaning { *role, 9 };
    if (auto const meaning = exact_meaning(words))
        return meaning;
    return mistyped_meaning(text);
}

formats::Cell const& cell_through_merge(formats::Table const& table, int row, int column)
{
    auto const& cell = table.rows[std::size_t(row)].cells[std::size_t(column)];
    if (!cell.covered || cell.origin_row < 0 || cell.origin_column < 0)
        return cell;
    return table.rows[std::size_t(cell.origin_row)].cells[std::size_t(cell.origin_column)];
}

std::optional<RecognizedHeader> find_header(formats::Table const& table, ImportMemory const& memory)
{
    std::optional<RecognizedHeader> best;
    int const rows = std::min(int(table.rows.size()), deepest_header_row);
    for (int row = 0; row < rows; ++row) {
        if (text_cells(table.rows[std::size_t(row)]) < 2)
            continue;
        auto header = header_at(table, row, row, memory);
        // A second line adds meanings and is itself no row of the plan.
        if (row + 1 < int(table.rows.size()))
            if (auto two_lines = header_at(table, row, row + 1, memory); two_lines && (!header || two_lines->strength > header->strength)) {
                auto const alone = header_at(table, row + 1, row + 1, memory);
                if (!alone || alone->strength < two_lines->strength)
                    header = two_lines;
            }
        if (header && (!best || header->strength > best->strength + 2))
            best = header;
    }
    return best;
}

namespace {

/// What stands in a column, its header apart from it or not.
struct ColumnContents {
    int filled = 0;
    int dated = 0;
    std::size_t letters = 0;

    bool are_dates() const { return filled >= 2 && dated * 2 > filled; }
    bool are_texts() const { return filled >= 2 && letters > std::size_t(filled) * 12 && !are_dates(); }
};

ColumnContents contents_of(formats::Table const& table, int column, int year, Date today)
{
    ColumnContents contents;
    for (auto const& row : table.rows) {
        auto const& cell = row.cells[std::size_t(column)];
        if (cell.covered || cell.text.empty() || cell.column_span > 1)
            continue;
        ++contents.filled;
        contents.letters += cell.text.size();
        auto const read = read_due(cell.text, year, today);
        contents.dated += cell.text.size() < 40 && read.understood && !std::holds_alternative<NoDue>(read.due) ? 1 : 0;
    }
    return contents;
}

/// Short words everywhere, and no deadline above the deadlines: the columns have names that we do not know.
bool begins_with_other_header(formats::Table const& table, int due_column, int year, Date today)
{
    auto const& cells = table.rows.front().cells;
    bool const short_words = std::all_of(cells.begin(), cells.end(), [](auto const& cell) { return !cell.covered && !cell.text.empty() && cell.text.size() < 60; });
    return short_words && !read_due(cells[std::size_t(due_column)].text, year, today).understood;
}

} // namespace

std::optional<RecognizedHeader> guess_header(formats::Table const& table, int year, Date today)
{
    if (table.rows.size() < 3 || table.rows.front().cells.size() < 2)
        return {};
    std::vector<int> texts;
    RecognizedHeader header { 0, -1, std::vector<ColumnRole>(table.rows.front().cells.size(), ColumnRole::Ignored), true, 1 };
    for (int column = 0; column < int(header.roles.size()); ++column) {
        auto const contents = contents_of(table, column, year, today);
        if (contents.are_dates() && !header.has(ColumnRole::Deadline))
            header.roles[std::size_t(column)] = ColumnRole::Deadline;
        else if (contents.are_texts())
            texts.push_back(column);
    }
    if (!header.has(ColumnRole::Deadline) || texts.empty())
        return {};
    if (begins_with_other_header(table, *header.column_of(ColumnRole::Deadline), year, today)) {
        // A calendar of meetings has dates too: what names its columns in other words needs both gaps and actions.
        if (texts.size() < 2)
            return {};
        header.last_row = 0;
    }
    if (texts.size() >= 2)
        header.roles[std::size_t(texts[0])] = ColumnRole::Gaps;
    header.roles[std::size_t(texts.size() >= 2 ? texts[1] : texts[0])] = ColumnRole::Actions;
    return header;
}

bool repeats_header(formats::Table const& table, int row, RecognizedHeader const& header)
{
    if (header.guessed || header.last_row < 0)
        return false;
    int filled = 0;
    int equal = 0;
    auto const& cells = table.rows[std::size_t(row)].cells;
    for (int column = 0; column < int(cells.size()); ++column) {
        auto const& text = cells[std::size_t(column)].text;
        if (text.empty())
            continue;
        ++filled;
        for (int line = header.first_row; line <= header.last_row; ++line) {
            auto const& title = cell_through_merge(table, line, column).text;
            // Folding is dear, and most cells are of another length than a header by far.
            if (title == text || (title.size() < text.size() + 4 && text.size() < title.size() + 4 && folded(title) == folded(text))) {
                ++equal;
                break;
            }
        }
    }
    return filled > 1 && equal * 3 >= filled * 2;
}

} // namespace toguna::actions
