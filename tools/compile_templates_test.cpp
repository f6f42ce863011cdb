#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

struct Run {
    bool succeeded;
    std::string output;
};

Run run(std::string const& command)
{
    Run result {};
    auto* pipe = popen((command + " 2>&1").c_str(), "r");
    std::array<char, 4096> buffer;
    while (auto const size = fread(buffer.data(), 1, buffer.size(), pipe))
        result.output.append(buffer.data(), size);
    result.succeeded = pclose(pipe) == 0;
    return result;
}

/// A folder of its own for each test, with the view that the templates below speak of.
class Workshop {
public:
    Workshop()
    {
        std::string name = (std::filesystem::temp_directory_path() / "toguna-templates-XXXXXX").string();
        m_directory = mkdtemp(name.data());
        std::filesystem::create_directories(m_directory / "out/demo/emails");
        write("out/demo/view.hpp", "#pragma once\n#include \"base/html.hpp\"\nnamespace toguna::demo { struct View { std::string name; bool late = false; Url next; SafeHtml bold; }; }\n");
    }
    ~Workshop() { std::filesystem::remove_all(m_directory); }
    Workshop(Workshop const&) = delete;

    Run compile(std::string const& body, std::string const& path = "demo/plan.html")
    {
        write("template", "{# view: demo::View from \"demo/view.hpp\" #}\n" + body);
        return run(std::string(COMPILE_TEMPLATES) + " " + (m_directory / "template").string() + " " + path + " " + (m_directory / "out").string());
    }
    /// The C++ compiler's opinion of what the template became.
    Run check_cpp(std::string const& path = "demo/plan.html")
    {
        return run(std::string(CXX_COMPILER) + " -std=gnu++20 -fsyntax-only -Wall -Wextra -Wshadow -Werror -I " SOURCE_DIRECTORY " -I " + (m_directory / "out").string() + " "
            + (m_directory / "out" / (path + ".cpp")).string());
    }
    std::string source(std::string const& path = "demo/plan.html.cpp") const
    {
        std::ifstream in(m_directory / "out" / path);
        return { std::istreambuf_iterator<char>(in), {} };
    }

private:
    void write(std::string const& path, std::string const& text) const { std::ofstream(m_directory / path) << text; }
    std::filesystem::path m_directory;
};

bool contains(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

/// The refusal of a template, without the place; empty when it was accepted.
std::string refusal(std::string const& body)
{
    auto const result = Workshop().compile(body);
    auto const at = result.output.find("error: ");
    return result.succeeded || at == std::string::npos ? "" : result.output.substr(at + 7, result.output.find('\n', at) - at - 7);
}

} // namespace

TEST_CASE("a template with every block becomes C++ that compiles without a warning")
{
    Workshop workshop;
    auto const compiled = workshop.compile("{# use: \"base/html.hpp\" #}\n<!doctype html><!-- a <b> -->\n"
                                           "{% for letter in view.name %}\n<i>{{ t(\"Due {date}\", {{\"date\", view.name}}) }}</i>\n{% end %}\n"
                                           "{% let who = view.name %}\n{% if view.late %}<b{% if who.empty() %} hidden{% end %}>{{ who }}</b>{% elif who == \"}}\" %}x{% else %}y{% end %}\n"
                                           "<a class=\"x {{ who }}\" href=\"{{ view.next }}\">{{ tn(\"{count} action\", \"{count} actions\", 1'000) }}</a>\n"
                                           "<a href=\"/plans/{{ who }}?year={{ 2026 }}#x\">{{ view.bold }}</a><textarea>\n {{ who }}</textarea><form method=post action=\"?\">{{ csrf() }}</form>\n");
    CHECK_MESSAGE(compiled.succeeded, compiled.output);
    auto const checked = workshop.check_cpp();
    CHECK_MESSAGE(checked.succeeded, checked.output);
    CHECK(contains(workshop.source(), "writer.address_part(who)"));
    CHECK(contains(workshop.source(), "writer.plain(who)"));
    CHECK(contains(workshop.source(), "t(\"Due {date}\""));
}

TEST_CASE("a mistake in an expression is reported in the template, at its line")
{
    Workshop workshop;
    REQUIRE(workshop.compile("<p>\n{{ view.nmae }}</p>\n").succeeded);
    auto const checked = workshop.check_cpp();
    CHECK_FALSE(checked.succeeded);
    CHECK(contains(checked.output, "src/demo/plan.html:3:"));
}

TEST_CASE("what could be misread does not compile: a bool, a plain text as address, markup in an attribute")
{
    for (auto const* body : { "{{ view.late }}", "<a href=\"{{ view.name }}\">x</a>", "<a title=\"{{ view.bold }}\">x</a>", "<title>{{ view.bold }}</title>", "<a href=\"/{{ view.bold }}\">x</a>" }) {
        Workshop workshop;
        REQUIRE_MESSAGE(workshop.compile(body).succeeded, body);
        CHECK_FALSE_MESSAGE(workshop.check_cpp().succeeded, body);
    }
}

TEST_CASE("an expression is refused where no escaping makes it safe")
{
    CHECK(contains(refusal("<script>let x = {{ view.name }}</script>"), "inside <script>"));
    CHECK(contains(refusal("<STYLE>{{ view.name }}</STYLE>"), "inside <style>"));
    CHECK(contains(refusal("<a onclick=\"{{ view.name }}\">"), "attribute onclick"));
    CHECK(contains(refusal("<a style=\"{{ view.name }}\">"), "attribute style"));
    CHECK(contains(refusal("<img srcset=\"{{ view.name }}\">"), "attribute srcset"));
    CHECK(contains(refusal("<a class={{ view.name }}>"), "double quotes"));
    CHECK(contains(refusal("<a class=x{{ view.name }}>"), "double quotes"));
    CHECK(contains(refusal("<a class='{{ view.name }}'>"), "double quotes"));
    CHECK(contains(refusal("<{{ view.name }}>"), "tag's name"));
    CHECK(contains(refusal("<h{{ view.name }}>"), "tag's name"));
    CHECK(contains(refusal("<a {{ view.name }}>"), "attribute's name"));
    CHECK(contains(refusal("<!-- {{ view.name }} -->"), "comment"));
}

TEST_CASE("an address cannot be made to leave the site by what follows it")
{
    CHECK(contains(refusal("<a href=\"//{{ view.name }}\">"), "must start with a literal / ? or #"));
    CHECK(contains(refusal("<a href=\"javascript:{{ view.name }}\">"), "must start with a literal"));
    CHECK(contains(refusal("<form action=\"plans/{{ view.name }}\">"), "must start with a literal"));
    CHECK(contains(refusal("<a href=\"{{ view.next }}/more\">"), "must be the whole value"));
    CHECK(contains(refusal("<a href=\"{{ view.next }}{{ view.name }}\">"), "must start with a literal"));
    CHECK(refusal("<button formaction=\"/plans/{{ view.name }}\">x</button>").empty());
}

TEST_CASE("a block that is not closed, or closes in another place than it opened, is refused at its line")
{
    CHECK(contains(refusal("{% if view.late %}<p>"), "has no {% end %}"));
    CHECK(contains(refusal("{% end %}"), "closes nothing"));
    CHECK(contains(refusal("{% for x of view.name %}{% end %}"), "a loop is written"));
    CHECK(contains(refusal("{% for x in view.name %}{% else %}{% end %}"), "without its {% if %}"));
    CHECK(contains(refusal("<a {% if view.late %}title=\"{% end %}x\">"), "ends inside a tag"));
    CHECK(contains(refusal("{% if view.late %}<script>{% end %}{{ view.name }}</script>"), "ends inside a tag"));
    CHECK(contains(refusal("{% while view.late %}{% end %}"), "is none of"));
    CHECK(contains(refusal("{{ t(\"x\" }}"), "brackets"));
    CHECK(contains(refusal("{{ view.name "), "never closed"));
    CHECK(contains(refusal("<p"), "ends inside a tag"));
    auto const result = Workshop().compile("\n\n<p>\n{% end %}");
    CHECK(contains(result.output, "template:5: error: "));
}

TEST_CASE("a message is plain text: nothing is escaped, no line is left by a block, the last line end is dropped")
{
    Workshop workshop;
    auto const path = "demo/emails/due-soon.txt";
    auto const compiled = workshop.compile("Bonjour {{ view.name }},\n{% if view.late %}\n  l'action <1> est en retard.\n{% end %}\nMerci\n", path);
    CHECK_MESSAGE(compiled.succeeded, compiled.output);
    CHECK_MESSAGE(workshop.check_cpp(path).succeeded, workshop.source("demo/emails/due-soon.txt.cpp"));
    auto const source = workshop.source("demo/emails/due-soon.txt.cpp");
    CHECK(contains(source, "std::string emails_due_soon("));
    CHECK(contains(source, "namespace toguna::demo::text"));
    CHECK(contains(source, "\"Merci\"sv"));
    CHECK(contains(source, "\"  l'action <1> est en retard.\\012\""));
}

TEST_CASE("indentation is not sent, except where it shows")
{
    Workshop workshop;
    REQUIRE(workshop.compile("<ul>\n    <li>a</li>\n\n    <li>b</li>\n</ul>\n<pre>\n  x\n</pre>\n").succeeded);
    CHECK(contains(workshop.source(), "\"<li>a</li>\\012\"\n        \"<li>b</li>\\012\""));
    CHECK(contains(workshop.source(), "\"  x\\012\""));
}
