// Writes files into a C++ source, so that the executable is all there is to copy.
//
//   embed_files OUT.cpp FILE…                 web::embedded_files()
//   embed_files --migrations OUT.cpp FILE…    db::all_migrations(), in the order of the file names

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

namespace {

std::string base_name(std::string const& path) { return path.substr(path.find_last_of('/') + 1); }

std::string read_file(std::string const& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        std::cerr << path << ": cannot be read\n";
        std::exit(1);
    }
    return { std::istreambuf_iterator<char>(file), {} };
}

/// A string literal in pieces of a line each; octal escapes, because they end after three digits.
void write_literal(std::ofstream& out, std::string const& bytes)
{
    for (std::size_t at = 0; at < bytes.size(); at += 100) {
        out << "        \"";
        for (unsigned char const byte : bytes.substr(at, 100)) {
            if (byte >= 32 && byte < 127 && byte != '"' && byte != '\\' && byte != '?') {
                out << char(byte);
            } else {
                char escape[5];
                std::snprintf(escape, sizeof escape, "\\%03o", byte);
                out << escape;
            }
        }
        out << "\"\n";
    }
    if (bytes.empty())
        out << "        \"\"\n";
}

} // namespace

int main(int argument_count, char** arguments)
{
    std::vector<std::string> words(arguments + 1, arguments + argument_count);
    bool const migrations = !words.empty() && words.front() == "--migrations";
    if (migrations)
        words.erase(words.begin());
    if (words.empty()) {
        std::cerr << "embed_files: OUT.cpp FILE…\n";
        return 2;
    }
    std::ofstream out(words.front());
    words.erase(words.begin());
    std::sort(words.begin(), words.end(), [](auto const& left, auto const& right) { return base_name(left) < base_name(right); });

    auto const type = migrations ? "Migration" : "EmbeddedFile";
    out << "#include \"" << (migrations ? "db/migrations.hpp" : "web/embedded.hpp") << "\"\n\n#include <array>\n\nnamespace toguna::"
        << (migrations ? "db" : "web") << " {\n\nnamespace {\n\n";
    out << "std::array<" << type << ", " << words.size() << "> const files { {\n";
    for (auto const& path : words) {
        auto bytes = read_file(path);
        auto name = base_name(path);
        if (migrations)
            name = name.substr(0, name.rfind('.'));
        out << "    { \"" << name << "\", std::string_view(\n";
        write_literal(out, bytes);
        out << "        , " << bytes.size() << ") },\n";
    }
    out << "} };\n\n} // namespace\n\n";
    if (migrations) {
        out << "std::span<Migration const> all_migrations() { return files; }\n";
    } else {
        out << "std::span<EmbeddedFile const> embedded_files() { return files; }\n\n"
               "std::string_view embedded_file(std::string_view name)\n{\n    for (auto const& file : files)\n"
               "        if (file.name == name)\n            return file.bytes;\n    return {};\n}\n";
    }
    out << "\n} // namespace toguna::" << (migrations ? "db" : "web") << "\n";
    return out.good() ? 0 : 1;
}
