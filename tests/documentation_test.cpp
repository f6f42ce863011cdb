// What can be set, called or opened is described: docs/reference.md against the program itself.
#include "app/commands.hpp"
#include "app/features.hpp"
#include "support/source_tree.hpp"
#include "web/configuration.hpp"

#include <doctest/doctest.h>

#include <set>
#include <sstream>

using namespace toguna;

namespace {

/// The words of the list of sub-commands in `toguna … --help`.
std::set<std::string> sub_commands(std::vector<char const*> words)
{
    words.push_back("--help");
    std::ostringstream out;
    std::ostringstream messages;
    app::run_command_line(static_cast<int>(words.size()), words.data(), out, messages);
    auto text = out.str() + messages.str();
    static std::regex const head(R"(\n[^\n]*(SUBCOMMANDS|Subcommands):[^\n]*\n)", std::regex::icase);
    std::smatch found;
    if (!std::regex_search(text, found, head))
        return {};
    auto const rest = "\n" + found.suffix().str();
    auto const names = test::all_matches(rest, std::regex(R"(\n  ([a-z][a-z-]*)\b)"));
    return { names.begin(), names.end() };
}

} // namespace

TEST_CASE("every setting is described")
{
    auto const reference = test::read_text("docs/reference.md");
    for (auto const& setting : web::settings_of({}))
        CHECK_MESSAGE(reference.find("`" + setting.key + "`") != std::string::npos, "docs/reference.md does not describe the setting ", setting.key, ".");
}

TEST_CASE("every command is described")
{
    auto const reference = test::read_text("docs/reference.md");
    auto const commands = sub_commands({ "toguna" });
    CHECK(commands.size() >= 10);
    for (auto const& command : commands)
        CHECK_MESSAGE(reference.find("`toguna " + command) != std::string::npos, "docs/reference.md does not describe « toguna ", command, " ».");
}

TEST_CASE("every group of pages is described")
{
    auto const reference = test::read_text("docs/reference.md");
    std::set<std::string> groups;
    for (auto const& route : app::routes_of(app::features()))
        groups.insert(route.pattern.substr(0, route.pattern.find('/', 1)));
    for (auto const& group : groups)
        CHECK_MESSAGE(reference.find("`" + group + "`") != std::string::npos, "docs/reference.md does not say what is found at ", group, ".");
}
