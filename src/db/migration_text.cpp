#include "db/migration_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace toguna::db {

namespace {

struct TypeWord {
    std::string_view word;
    std::string_view sqlite;
    std::string_view postgresql;
};

/// COLLATE "C" makes PostgreSQL compare and sort texts byte by byte, as SQLite does.
constexpr std::array<TypeWord, 9> type_words { {
    { "@id", "TEXT", "TEXT COLLATE \"C\"" },
    { "@text", "TEXT", "TEXT COLLATE \"C\"" },
    { "@date", "TEXT", "date" },
    { "@instant", "TEXT", "timestamptz(3)" },
    { "@boolean", "INTEGER", "boolean" },
    { "@integer", "INTEGER", "bigint" },
    { "@real", "REAL", "double precision" },
    { "@json", "TEXT", "TEXT COLLATE \"C\"" },
    { "@blob", "BLOB", "bytea" },
} };

std::string part_of_engine(std::string_view sql, Engine engine)
{
    std::string_view const mine = engine == Engine::Sqlite ? "-- only: sqlite" : "-- only: postgresql";
    std::string kept;
    bool is_kept = true;
    while (!sql.empty()) {
        auto const end = std::min(sql.find('\n'), sql.size() - 1) + 1;
        auto const line = sql.substr(0, end);
        if (line.starts_with("-- only: "))
            is_kept = line.starts_with(mine);
        else if (line.starts_with("-- both"))
            is_kept = true;
        if (is_kept)
            kept += line;
        sql.remove_prefix(end);
    }
    return kept;
}

/// Where the quoted text, the comment or the $$ body that starts at `at` ends; `at` itself when none starts there.
std::size_t end_of_opaque(std::string_view sql, std::size_t at)
{
    auto const after = [&](std::string_view closing, std::size_t opening_length) {
        auto const found = sql.find(closing, at + opening_length);
        return found == sql.npos ? sql.size() : found + closing.size();
    };
    auto const rest = sql.substr(at);
    if (rest.starts_with("--"))
        return std::min(sql.find('\n', at), sql.size());
    if (rest.starts_with("/*"))
        return after("*/", 2);
    if (rest.starts_with("$$"))
        return after("$$", 2);
    if (rest.starts_with('\''))
        return after("'", 1);
    if (rest.starts_with('"'))
        return after("\"", 1);
    return at;
}

bool starts_with_words(std::string_view text, std::string_view words)
{
    return text.size() >= words.size()
        && std::equal(words.begin(), words.end(), text.begin(), [](char a, char b) { return a == std::toupper(static_cast<unsigned char>(b)); });
}

bool continues_word(char character) { return std::isalnum(static_cast<unsigned char>(character)) || character == '_'; }

/// Where the « REFERENCES table (columns) » that starts at `at` ends; `at` itself when none starts there.
std::size_t end_of_reference(std::string_view sql, std::size_t at)
{
    if ((at > 0 && continues_word(sql[at - 1])) || !starts_with_words(sql.substr(at), "REFERENCES "))
        return at;
    auto const closing = sql.find(')', at);
    return closing == sql.npos ? at : closing + 1;
}

/// The engine's type for the « @word » that starts the text, and the length of that word.
Result<std::pair<std::string_view, std::size_t>> engine_type(std::string_view text, Engine engine)
{
    auto const word = text.substr(0, static_cast<std::size_t>(std::find_if_not(text.begin() + 1, text.end(), continues_word) - text.begin()));
    auto const known = std::find_if(type_words.begin(), type_words.end(), [&](TypeWord const& type) { return type.word == word; });
    if (known == type_words.end())
        return fail(ErrorKind::Internal, tr("A migration uses the unknown type word “{word}”.", { { "word", word } }));
    return std::pair(engine == Engine::Sqlite ? known->sqlite : known->postgresql, word.size());
}

} // namespace

Result<std::string> migration_text(std::string_view sql, Engine engine)
{
    auto const source = part_of_engine(sql, engine);
    std::string result;
    std::optional<bool> is_table; // unknown until the first word of a statement
    for (std::size_t at = 0; at < source.size();) {
        if (auto const end = end_of_opaque(source, at); end != at) {
            result.append(source, at, end - at);
            at = end;
            continue;
        }
        char const character = source[at];
        if (character == '@') {
            auto const [type, length] = TRY(engine_type(std::string_view(source).substr(at), engine));
            result += type;
            at += length;
            continue;
        }
        // An import writes table by table and checks who points to whom at the end; SQLite is told so for a transaction.
        if (auto const end = end_of_reference(source, at); end != at && engine == Engine::Postgresql) {
            result.append(source, at, end - at);
            if (!std::string_view(source).substr(end).starts_with(" DEFERRABLE"))
                result += " DEFERRABLE";
            at = end;
            continue;
        }
        if (!is_table && !std::isspace(static_cast<unsigned char>(character)))
            is_table = starts_with_words(std::string_view(source).substr(at), "CREATE TABLE");
        if (character == ';') {
            if (engine == Engine::Sqlite && is_table.value_or(false))
                result += " STRICT";
            is_table.reset();
        }
        result += character;
        ++at;
    }
    return result;
}

} // namespace toguna::db
