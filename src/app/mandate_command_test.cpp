#include "app/commands.hpp"
#include "support/engines.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <sstream>

using namespace toguna;
using test::TemporaryDirectory;

namespace {

struct Outcome {
    int code = 0;
    std::string out;
    std::string messages;

    bool says(std::string_view words) const { return (out + messages).find(words) != std::string::npos; }
};

/// « toguna mandate … » on the demonstration country, in French.
Outcome mandate(std::string const& data, std::vector<std::string> words)
{
    std::vector<std::string> all { "toguna", "mandate" };
    all.insert(all.end(), words.begin(), words.end());
    all.insert(all.end(), { "--data", data, "--language", "fr" });
    std::vector<char const*> arguments;
    for (auto const& word : all)
        arguments.push_back(word.c_str());
    std::ostringstream out;
    std::ostringstream messages;
    auto const code = app::run_command_line(static_cast<int>(arguments.size()), arguments.data(), out, messages);
    return { code, out.str(), messages.str() };
}

} // namespace

TEST_CASE("mandates are listed, added and ended on the command line, under the rules of the page")
{
    TemporaryDirectory const data;
    std::ostringstream nowhere;
    std::vector<char const*> const demo { "toguna", "demo", "--data", data.path().c_str() };
    REQUIRE(app::run_command_line(static_cast<int>(demo.size()), demo.data(), nowhere, nowhere) == 0);
    auto const listed = mandate(data.path(), { "list", "--body", "nut", "--format", "json" });
    REQUIRE(listed.code == 0);
    auto const list = boost::json::parse(listed.out).as_array();
    std::string person;
    for (auto const& row : list)
        if (person.empty())
            person = std::string(row.at("person_name").as_string());
    REQUIRE_FALSE(person.empty());

    CHECK(mandate(data.path(), { "add", "--body", "NUT", "--role", "king", "--person", person }).code == 2);
    CHECK(mandate(data.path(), { "add", "--body", "NUT", "--role", "chair", "--person", "Personne de ce nom" }).says("person"));
    CHECK(mandate(data.path(), { "add", "--body", "NUT", "--role", "chair", "--person", person, "--from", "2026-12-01", "--until", "2026-11-01" }).code == 2);
    auto const added = mandate(data.path(), { "add", "--body", "NUT", "--role", "chair", "--person", person, "--from", "2026-01-01", "--format", "json" });
    REQUIRE(added.code == 0);
    std::string const id(boost::json::parse(added.out).at("id").as_string());
    CHECK(mandate(data.path(), { "add", "--body", "NUT", "--role", "chair", "--person", person, "--from", "2026-02-01" }).code == 1);
    CHECK(mandate(data.path(), { "list", "--body", "NUT" }).says(id));
    CHECK(mandate(data.path(), { "end", id, "--body", "NUT", "--until", "2026-01-31" }).code == 0);
    CHECK_FALSE(mandate(data.path(), { "list", "--body", "NUT", "--on", "2026-02-01" }).says(id));
    CHECK(mandate(data.path(), { "end", "xyz", "--body", "NUT" }).code == 2);
}
