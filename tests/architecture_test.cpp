// Reads #include lines and refuses, with a sentence, what would turn the direction of the house (ARCHITECTURE.md,
// « Directions »). The linker refuses most of it already; this test says why, and sees headers too.
#include "support/source_tree.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

using namespace toguna::test;

namespace {

std::set<std::string> const platform { "base", "db", "web", "formats", "jobs" };

/// Below `web` stands what its pages are made of; `jobs` is known to the platform because features declare their jobs.
std::map<std::string, std::set<std::string>> const platform_uses {
    { "base", {} },
    { "db", { "base" } },
    { "formats", { "base" } },
    { "jobs", { "base", "db", "web" } }, // a job is given the configuration
    { "web", { "base", "db", "jobs" } },
};

/// What a page is called in a header: values that a rule may fill in, without a request, a database or a clock.
std::set<std::string> const page_values { "web/localization.hpp", "web/parts.hpp", "web/field.hpp" };

bool is_source(std::string const& path)
{
    bool const code = path.ends_with(".cpp") || path.ends_with(".hpp");
    return code && !path.ends_with("_test.cpp") && path.find("/test_") == std::string::npos && path.find("_test_") == std::string::npos
        && path.find("/fuzz/") == std::string::npos;
}

std::string folder_of(std::string const& path)
{
    auto const start = path.rfind("src/", 0) == 0 ? 4 : 0;
    return path.substr(start, path.find('/', start) - start);
}

/// Store, pages, jobs …: the same file names as in cmake/Toguna.cmake, which parts the two libraries of a feature by them.
bool is_outer(std::string const& path)
{
    static std::regex const names(R"((/|_)(store|pages|forms|api|jobs|feature|command|mailer)\.[ch]pp$)");
    return std::regex_search(path, names);
}

std::vector<std::string> sources() { return files_below("src", is_source); }

/// The features in the order of src/CMakeLists.txt, each with all it may include, directly or through what it uses.
std::map<std::string, std::set<std::string>> features_and_uses()
{
    static std::regex const line(R"(toguna_feature\((\w+)(?: USES ([\w ]+?))?(?: LINKS[^)]*)?\))");
    auto const text = read_text("src/CMakeLists.txt");
    std::map<std::string, std::set<std::string>> features;
    for (std::sregex_iterator match(text.begin(), text.end(), line), end; match != end; ++match) {
        auto& uses = features[(*match)[1]];
        for (auto const& used : all_matches((*match)[2].str() + " ", std::regex(R"((\w+) )"))) {
            CHECK_MESSAGE(features.contains(used), "src/CMakeLists.txt: ", (*match)[1].str(), " uses ", used, ", which stands below it in the list: lowest first.");
            uses.insert(used);
            uses.insert(features[used].begin(), features[used].end());
        }
    }
    return features;
}

/// Our own headers that `path` sees, with the way that led to each: "a.hpp → b.hpp".
std::map<std::string, std::string> seen_headers(std::string const& path)
{
    std::map<std::string, std::string> ways;
    std::vector<std::pair<std::string, std::string>> ahead { { path, path.substr(4) } };
    while (!ahead.empty()) {
        auto const [file, way] = ahead.back();
        ahead.pop_back();
        for (auto const& include : own_includes(read_text(file)))
            if (ways.emplace(include, way + " → " + include).second && !platform.contains(folder_of(include)))
                ahead.emplace_back("src/" + include, way + " → " + include);
    }
    return ways;
}

bool knows_more_than_rules(std::string const& header)
{
    auto const folder = folder_of(header);
    return folder == "db" || folder == "jobs" || (folder == "web" && !page_values.contains(header)) || header.ends_with("queries.hpp")
        || header.ends_with(".html.hpp") || (!platform.contains(folder) && is_outer(header));
}

} // namespace

TEST_CASE("the platform knows no feature, and its own folders look one way only")
{
    for (auto const& path : sources()) {
        auto const folder = folder_of(path);
        if (!platform.contains(folder))
            continue;
        for (auto const& include : own_includes(read_text(path))) {
            auto const used = folder_of(include);
            bool const allowed = used == folder || platform_uses.at(folder).contains(used);
            CHECK_MESSAGE(allowed, path, " includes ", include, ". The platform folder ", folder, " must not know ", used,
                ": let the feature hand over what is needed, as a value or a function.");
        }
    }
}

TEST_CASE("a feature uses only the features below it")
{
    auto const features = features_and_uses();
    REQUIRE(features.size() >= 7);
    for (auto const& path : sources()) {
        auto const folder = folder_of(path);
        if (!features.contains(folder))
            continue;
        for (auto const& include : own_includes(read_text(path))) {
            auto const used = folder_of(include);
            bool const allowed = used == folder || platform.contains(used) || features.at(folder).contains(used);
            CHECK_MESSAGE(allowed, path, " includes ", include, ". ", folder, " stands beside or below ", used,
                " in src/CMakeLists.txt: move what is shared downwards, or write a reaction in src/app.");
        }
    }
}

TEST_CASE("rules see no database, request, template or clock, not even through a header")
{
    auto const features = features_and_uses();
    for (auto const& path : sources()) {
        if (!features.contains(folder_of(path)) || is_outer(path) || !path.ends_with(".cpp"))
            continue;
        for (auto const& [header, way] : seen_headers(path))
            CHECK_MESSAGE(!knows_more_than_rules(header), path, " is a rule by its name, and sees ", header, " (", way,
                "). Give it values; or name the file for what it knows: x_store.cpp, x_pages.cpp, x_jobs.cpp.");
    }
}

TEST_CASE("time and chance arrive as arguments: only the composition root asks the machine")
{
    // The worker and the connection are long-lived themselves: they say when a job ran and date a reply.
    std::set<std::string> const may_ask { "src/base/date.hpp", "src/base/date.cpp", "src/base/id.hpp", "src/base/id.cpp", "src/jobs/worker.cpp", "src/web/log.cpp", "src/web/connection.hpp" };
    static std::regex const asks(R"(system_now\(|system_chance\(|std::rand\b|random_device|std::time\(|getenv\()");
    for (auto const& path : sources()) {
        if (folder_of(path) == "app" || may_ask.contains(path))
            continue;
        CHECK_MESSAGE(!std::regex_search(read_text(path), asks), path,
            " asks the machine for the time, for chance or for its environment. Take `Instant now`, `Chance&` or a setting as an argument.");
    }
}

TEST_CASE("stores write rows: they neither enqueue work nor send mail")
{
    for (auto const& path : sources()) {
        if (!path.ends_with("store.cpp") || folder_of(path) == "mail")
            continue;
        for (auto const& include : own_includes(read_text(path)))
            CHECK_MESSAGE(include != "mail/outbox.hpp", path, " is a store and includes ", include, ". Let the job or the page that calls it decide what follows.");
    }
}

TEST_CASE("each heavy library is seen by few files")
{
    // Seconds of compile time per file that includes them, and a way out should one of them have to go.
    std::map<std::string, std::regex> const homes {
        { "<boost/beast", std::regex("src/web/(server\\.cpp|connection\\.hpp)") },
        { "<CLI/", std::regex("src/app/cli\\.cpp") },
        { "<sqlite3.h>", std::regex("src/db/.*") },
        { "<libpq-fe.h>", std::regex("src/db/.*") },
        { "<curl/", std::regex("src/mail/.*") },
        { "<xlsxwriter", std::regex("src/formats/.*") },
        { "<pango/", std::regex("src/formats/.*") },
        { "<boost/json", std::regex(".*\\.cpp") },
    };
    for (auto const& path : sources()) {
        auto const text = read_text(path);
        for (auto const& [library, home] : homes)
            CHECK_MESSAGE((text.find("#include " + library) == std::string::npos || std::regex_match(path, home)), path, " includes ", library,
                "…, which has a home of its own (docs/dependencies.md): use our interface to it.");
    }
}

TEST_CASE("every feature says what it is for")
{
    for (auto const& [feature, uses] : features_and_uses())
        CHECK_MESSAGE(std::filesystem::exists("src/" + feature + "/README.md"), "src/", feature, " has no README.md: what it is for, its words, its sources, its quirks.");
}
