// Compiles a feature's queries.sql, or one of its NOUN_queries.sql, into constants.
//
//   compile_queries FILE.sql FEATURE OUT_DIRECTORY     writes queries.hpp and queries.cpp, or NOUN_queries.hpp and .cpp
//
// A query starts at a line "-- name: list_plans" and ends with ';'. Comments below the name become its documentation.
// ":name" stands for a value; the build numbers them, "?1" for SQLite and "$1" for PostgreSQL. Where the engines must
// differ, two queries of one name say "-- only: sqlite" and "-- only: postgresql" in the line after the name.
// What several queries share is written once, "-- fragment: action_columns", and put in as "{{action_columns}}".

#include <cctype>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

struct SourceQuery {
    std::string name;
    std::string documentation;
    std::string sql;
    std::string only; // "", "sqlite" or "postgresql"
    bool is_fragment = false;
    int line = 0;
};

struct CompiledQuery {
    std::string documentation;
    std::string sqlite;
    std::string postgresql;
    std::vector<std::string> parameters;
};

[[noreturn]] void stop(std::string const& file, int line, std::string const& message)
{
    std::cerr << file << ":" << line << ": error: " << message << "\n";
    std::exit(1);
}

bool starts_with(std::string const& line, std::string const& start) { return line.compare(0, start.size(), start) == 0; }

/// "src/bodies/mandate_queries.sql" → "mandate_queries".
std::string stem_of(std::string const& file)
{
    auto const slash = file.rfind('/');
    auto const start = slash == std::string::npos ? 0 : slash + 1;
    return file.substr(start, file.rfind('.') - start);
}

/// The list of the file's queries: all() of queries.sql, all_of_mandate() of mandate_queries.sql.
std::string list_name(std::string const& stem)
{
    auto const end = stem.rfind("_queries");
    return end == std::string::npos ? "all" : "all_of_" + stem.substr(0, end);
}

bool is_word(char character) { return std::isalnum(static_cast<unsigned char>(character)) || character == '_'; }

std::vector<SourceQuery> split(std::string const& file, std::istream& in)
{
    std::vector<SourceQuery> queries;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (starts_with(line, "-- name: ")) {
            queries.push_back({ line.substr(9), {}, {}, {}, false, number });
        } else if (starts_with(line, "-- fragment: ")) {
            queries.push_back({ line.substr(13), {}, {}, {}, true, number });
        } else if (starts_with(line, "-- only: ")) {
            if (queries.empty())
                stop(file, number, "-- only: before a name");
            queries.back().only = line.substr(9);
            if (queries.back().only != "sqlite" && queries.back().only != "postgresql")
                stop(file, number, "-- only: takes sqlite or postgresql");
        } else if (starts_with(line, "--")) {
            if (!queries.empty() && queries.back().sql.empty())
                queries.back().documentation += "/// " + (line.size() > 3 ? line.substr(3) : std::string()) + "\n";
        } else if (line.find_first_not_of(" \t\r") != std::string::npos) {
            if (queries.empty())
                stop(file, number, "SQL before the first -- name:");
            queries.back().sql += line + "\n";
        }
    }
    for (auto& query : queries) {
        auto const end = query.sql.find_last_not_of(" \t\r\n");
        if (end == std::string::npos || query.sql[end] != ';')
            stop(file, query.line, "the query " + query.name + " does not end with ;");
        query.sql.resize(end);
    }
    return queries;
}

/// Puts the fragments in; they may use fragments written above them.
std::string fill_fragments(std::string const& file, SourceQuery const& query, std::map<std::string, std::string> const& fragments)
{
    auto sql = query.sql;
    for (auto at = sql.find("{{"); at != std::string::npos; at = sql.find("{{", at)) {
        auto const end = sql.find("}}", at);
        auto const found = end == std::string::npos ? fragments.end() : fragments.find(sql.substr(at + 2, end - at - 2));
        if (found == fragments.end())
            stop(file, query.line, "the query " + query.name + " names an unknown fragment");
        sql.replace(at, end + 2 - at, found->second);
        at += found->second.size();
    }
    return sql;
}

/// Replaces :name outside quotes by the engine's numbered form; the same name has the same number in both texts.
std::string number_parameters(std::string const& sql, char sign, std::vector<std::string>& parameters)
{
    std::string result;
    char quote = 0;
    for (std::size_t at = 0; at < sql.size(); ++at) {
        char const character = sql[at];
        if (quote) {
            quote = character == quote ? 0 : quote;
        } else if (character == '\'' || character == '"') {
            quote = character;
        } else if (character == ':' && at + 1 < sql.size() && std::isalpha(static_cast<unsigned char>(sql[at + 1])) && (at == 0 || sql[at - 1] != ':')) {
            auto end = at + 1;
            while (end < sql.size() && is_word(sql[end]))
                ++end;
            auto const name = sql.substr(at + 1, end - at - 1);
            std::size_t place = 0;
            while (place < parameters.size() && parameters[place] != name)
                ++place;
            if (place == parameters.size())
                parameters.push_back(name);
            result += sign + std::to_string(place + 1);
            at = end - 1;
            continue;
        }
        result += character;
    }
    return result;
}

} // namespace

int main(int argument_count, char** arguments)
{
    if (argument_count != 4) {
        std::cerr << "compile_queries: FILE.sql FEATURE OUT_DIRECTORY\n";
        return 2;
    }
    std::string const file = arguments[1];
    std::string const feature = arguments[2];
    std::string const directory = arguments[3];
    std::ifstream in(file);
    std::map<std::string, CompiledQuery> compiled;
    std::vector<std::string> order;
    std::map<std::string, std::string> fragments;
    for (auto query : split(file, in)) {
        query.sql = fill_fragments(file, query, fragments);
        if (query.is_fragment) {
            fragments[query.name] = query.sql;
            continue;
        }
        auto [found, is_new] = compiled.try_emplace(query.name);
        auto& target = found->second;
        if (is_new)
            order.push_back(query.name);
        else if (query.only.empty() || (query.only == "sqlite" ? !target.sqlite.empty() : !target.postgresql.empty()))
            stop(file, query.line, "a second query is named " + query.name);
        target.documentation += query.documentation;
        if (query.only != "postgresql")
            target.sqlite = number_parameters(query.sql, '?', target.parameters);
        if (query.only != "sqlite")
            target.postgresql = number_parameters(query.sql, '$', target.parameters);
    }
    for (auto const& [name, query] : compiled)
        if (query.sqlite.empty() || query.postgresql.empty())
            stop(file, 1, "the query " + name + " is missing for one engine");

    auto const stem = stem_of(file);
    std::ofstream header(directory + "/" + stem + ".hpp");
    header << "#pragma once\n// Made from " << feature << "/" << stem << ".sql by tools/compile_queries.\n\n#include \"db/query.hpp\"\n\n#include <span>\n\n"
           << "namespace toguna::" << feature << "::sql {\n\n";
    std::ofstream source(directory + "/" + stem + ".cpp");
    source << "#include \"" << feature << "/" << stem << ".hpp\"\n\n#include <array>\n\nnamespace toguna::" << feature << "::sql {\n\n";
    for (auto const& name : order) {
        auto const& query = compiled[name];
        header << query.documentation << "extern db::Query const " << name << ";\n";
        source << "static constexpr std::array<std::string_view, " << query.parameters.size() << "> " << name << "_parameters {";
        for (auto const& parameter : query.parameters)
            source << " \"" << parameter << "\",";
        source << " };\nconstinit db::Query const " << name << " { \"" << feature << "." << name << "\",\n    R\"sql(" << query.sqlite << ")sql\",\n    R\"sql("
               << query.postgresql << ")sql\",\n    " << name << "_parameters };\n\n";
    }
    header << "\n/// For the test that prepares every query on both engines.\nstd::span<db::Query const* const> " << list_name(stem) << "();\n\n} // namespace toguna::" << feature << "::sql\n";
    source << "std::span<db::Query const* const> " << list_name(stem) << "()\n{\n    static std::array<db::Query const*, " << order.size() << "> const queries {";
    for (auto const& name : order)
        source << " &" << name << ",";
    source << " };\n    return queries;\n}\n\n} // namespace toguna::" << feature << "::sql\n";
    return header.good() && source.good() ? 0 : 1;
}
