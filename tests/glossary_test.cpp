// docs/glossary.md against the code and the catalogues: a term that was renamed on one side is found here.
#include "support/source_tree.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace toguna::test;

namespace {

struct GlossaryRow {
    std::vector<std::string> code; ///< `ActionPlan`, `ActionPoint`
    std::vector<std::string> french;
};

/// The rows of the first table: « | `Code` | terme ; terme | … | ».
std::vector<GlossaryRow> glossary()
{
    static std::regex const row(R"(\n\|([^|\n]+)\|([^|\n]+)\|)");
    static std::regex const name(R"(`([A-Z]\w+)`)");
    static std::regex const term("« ([^»]+?) »");
    auto const text = read_text("docs/glossary.md");
    std::vector<GlossaryRow> rows;
    for (std::sregex_iterator match(text.begin(), text.end(), row), end; match != end; ++match) {
        auto code = all_matches((*match)[1], name);
        if (!code.empty())
            rows.push_back({ std::move(code), all_matches((*match)[2], term) });
    }
    return rows;
}

std::string all_headers()
{
    std::string text;
    for (auto const& path : files_below("src", [](std::string const& file) { return file.ends_with(".hpp"); }))
        text += read_text(path);
    return text;
}

std::string french_catalogues()
{
    std::string text;
    for (auto const& path : files_below("src", [](std::string const& file) { return file.ends_with("fr.po"); }))
        text += read_text(path);
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char letter) { return letter < 128 ? static_cast<char>(std::tolower(letter)) : static_cast<char>(letter); });
    return text;
}

} // namespace

TEST_CASE("every term of the glossary is a type of the code, and is said on screen")
{
    auto const headers = all_headers();
    auto const french = french_catalogues();
    auto const rows = glossary();
    CHECK(rows.size() >= 20);
    for (auto const& row : rows) {
        for (auto const& name : row.code) {
            std::regex const declaration("(struct|class|enum class|using) " + name + "\\b");
            CHECK_MESSAGE(std::regex_search(headers, declaration), "docs/glossary.md names `", name, "`, which no header declares.");
        }
        for (auto const& term : row.french)
            CHECK_MESSAGE(french.find(term) != std::string::npos, "docs/glossary.md says « ", term, " », which no catalogue says.");
    }
}
