#include "app/commands.hpp"
#include "app/demo/demonstration.hpp"
#include "mail/personal_link.hpp"
#include "support/engines.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace toguna;
using test::expect_success;
using test::TemporaryDirectory;

namespace {

struct Outcome {
    int code = 0;
    std::string out;
    std::string messages;

    bool says(std::string_view words) const { return (out + messages).find(words) != std::string::npos; }
    boost::json::object json() const { return boost::json::parse(out).as_object(); }
};

/// « toguna … » as a person types it, in French.
Outcome toguna_says(std::vector<std::string> words)
{
    words.insert(words.begin(), "toguna");
    words.insert(words.end(), { "--language", "fr" });
    std::vector<char const*> arguments;
    for (auto const& word : words)
        arguments.push_back(word.c_str());
    std::ostringstream out;
    std::ostringstream messages;
    auto const code = app::run_command_line(static_cast<int>(arguments.size()), arguments.data(), out, messages);
    return { code, out.str(), messages.str() };
}

void write_file(std::string const& path, std::string const& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::string read_file(std::string const& path)
{
    std::ifstream file(path, std::ios::binary);
    return { std::istreambuf_iterator<char>(file), {} };
}

std::string digest_of(std::string const& data) { return std::string(toguna_says({ "verify", "--data", data, "--format", "json" }).json().at("digest").as_string()); }

/// Folder of an installation with the demonstration country.
class Demonstration {
public:
    Demonstration() { REQUIRE(toguna_says({ "demo", "--data", m_directory.path() }).code == 0); }
    std::string const& data() const { return m_directory.path(); }

private:
    TemporaryDirectory m_directory;
};

} // namespace

TEST_CASE("every sub-command says how it is used")
{
    std::vector<std::vector<std::string>> const commands { { "serve" }, { "work" }, { "config" }, { "migrate" }, { "routes" }, { "demo" }, { "user" }, { "user", "add" },
        { "backup" }, { "restore" }, { "export" }, { "import" }, { "import", "action-plan" }, { "import", "areas" }, { "mandate", "list" }, { "mandate", "add" }, { "mandate", "end" }, { "verify" } };
    for (auto words : commands) {
        CAPTURE(words.front());
        words.push_back("--help");
        auto const help = toguna_says(words);
        CHECK(help.code == 0);
        CHECK(help.says("--help"));
    }
}

TEST_CASE("words that cannot be understood end with 2, what failed with 1")
{
    TemporaryDirectory const data;
    CHECK(toguna_says({}).code == 2);
    CHECK(toguna_says({ "sreve" }).code == 2);
    CHECK(toguna_says({ "migrate" }).code == 2);
    CHECK(toguna_says({ "migrate", "--data", data.path(), "--format", "xml" }).code == 2);
    CHECK(toguna_says({ "backup", "--data", data.path() }).code == 2);
    CHECK(toguna_says({ "verify", "--data", data / "new" }).code == 1);
    CHECK(toguna_says({ "migrate", "--data", data.path() }).code == 0);
    CHECK(toguna_says({ "verify", "--data", data.path() }).code == 0);
}

TEST_CASE("a refusal is a sentence for people and an object for programs")
{
    TemporaryDirectory const data;
    auto const sentence = toguna_says({ "restore", data / "nothing.toguna", "--data", data.path() });
    CHECK(sentence.code == 2);
    CHECK(sentence.says("toguna: Il n’y a pas de fichier"));
    auto const object = toguna_says({ "restore", data / "nothing.toguna", "--data", data.path(), "--format", "json" });
    CHECK(boost::json::parse(object.messages).as_object().contains("error"));
}

TEST_CASE("an unknown setting is refused with the line it stands on")
{
    TemporaryDirectory const data;
    write_file(data / "toguna.conf", "listen = 127.0.0.1:8080\nlisten_port = 8080\n");
    auto const refused = toguna_says({ "config", "--data", data.path() });
    CHECK(refused.code == 2);
    CHECK(refused.says("listen_port"));
    CHECK(refused.says("2"));
}

TEST_CASE("settings, pages and jobs can be listed for programs")
{
    TemporaryDirectory const data;
    CHECK(toguna_says({ "config", "--data", data.path(), "--listen", "127.0.0.1:9999", "--format", "json" }).json().at("listen").as_string() == "127.0.0.1:9999");
    CHECK(boost::json::parse(toguna_says({ "routes", "--format", "json" }).out).as_array().size() > 30);
    CHECK(toguna_says({ "work", "--data", data.path(), "--format", "json" }).json().contains("jobs"));
}

TEST_CASE("an account added from the terminal opens with the printed link, once")
{
    TemporaryDirectory const data;
    std::vector<std::string> const words { "user", "add", "--name", "Awa Sanou", "--email", "Awa@Example.org", "--data", data.path(), "--public-url", "https://toguna.example", "--format", "json" };
    auto const link = std::string(toguna_says(words).json().at("link").as_string());
    std::string_view const start = "https://toguna.example/sign-in/link/";
    REQUIRE(link.starts_with(start));
    auto const database = expect_success(db::Database::open({ "sqlite:" + (data / "toguna.db"), 1 }));
    auto const found = database->read([&](db::Reader const& db) { return mail::find_personal_link(db, "accounts.sign_in", link.substr(start.size()), Instant::system_now()); });
    CHECK(expect_success(found).single_use);

    auto const again = toguna_says(words);
    CHECK(again.code == 2);
    CHECK(toguna_says({ "user", "add", "--name", "Awa", "--email", "nulle part", "--data", data.path() }).code == 2);
}

TEST_CASE("the demonstration wants an empty installation")
{
    Demonstration const demonstration;
    auto const again = toguna_says({ "demo", "--data", demonstration.data() });
    CHECK(again.code == 1);
    CHECK(again.says("contient déjà des données"));
}

TEST_CASE("a backup puts everything back, and never over what is there")
{
    Demonstration const demonstration;
    TemporaryDirectory const elsewhere;
    auto const archive = elsewhere / "sauvegarde.toguna";
    std::filesystem::create_directories(demonstration.data() + "/files");
    write_file(demonstration.data() + "/files/note.txt", "gardée");
    REQUIRE(toguna_says({ "backup", "--data", demonstration.data(), "--output", archive }).code == 0);

    auto const occupied = toguna_says({ "restore", archive, "--data", demonstration.data() });
    CHECK(occupied.code == 1);
    CHECK(occupied.says("contient déjà une base"));
    REQUIRE(toguna_says({ "restore", archive, "--data", elsewhere / "restored" }).code == 0);
    CHECK(digest_of(elsewhere / "restored") == digest_of(demonstration.data()));
    CHECK(read_file(elsewhere / "restored/files/note.txt") == "gardée");
    CHECK(toguna_says({ "import", archive, "--data", elsewhere / "other" }).code == 2);
}

TEST_CASE("a backup that was cut short or altered is refused, and nothing is left behind")
{
    Demonstration const demonstration;
    TemporaryDirectory const elsewhere;
    auto const archive = elsewhere / "sauvegarde.toguna";
    REQUIRE(toguna_says({ "backup", "--data", demonstration.data(), "--output", archive }).code == 0);
    auto const bytes = read_file(archive);
    auto altered = bytes;
    altered[altered.size() / 2] ^= 0x20;
    for (auto const& damaged : { bytes.substr(0, bytes.size() / 2), bytes.substr(0, bytes.size() - 5), altered, std::string("PK"), std::string() }) {
        CAPTURE(damaged.size());
        write_file(archive, damaged);
        auto const refused = toguna_says({ "restore", archive, "--data", elsewhere / "restored" });
        CHECK(refused.code == 2);
        CHECK_FALSE(std::filesystem::exists(elsewhere / "restored/toguna.db"));
    }
}

TEST_CASE("an export goes into an empty installation only, and says the same of itself there")
{
    Demonstration const demonstration;
    TemporaryDirectory const elsewhere;
    auto const archive = elsewhere / "tout.toguna";
    auto const exported = toguna_says({ "export", "--all", "--data", demonstration.data(), "--output", archive, "--format", "json" });
    REQUIRE(exported.code == 0);
    CHECK(exported.json().at("digest").as_string() == digest_of(demonstration.data()));

    CHECK(toguna_says({ "import", archive, "--data", demonstration.data() }).code == 1);
    CHECK(toguna_says({ "restore", archive, "--data", elsewhere / "restored" }).code == 2);
    REQUIRE(toguna_says({ "import", archive, "--data", elsewhere / "copy" }).code == 0);
    CHECK(digest_of(elsewhere / "copy") == digest_of(demonstration.data()));
}

TEST_CASE("a journal that somebody rewrote is found out")
{
    Demonstration const demonstration;
    {
        auto const database = expect_success(db::Database::open({ "sqlite:" + demonstration.data() + "/toguna.db", 1 }));
        auto const rewritten = database->write([](db::Transaction& tx) { return tx.execute_raw("DROP TRIGGER journal_event_no_update; UPDATE journal_event SET after = '{}' WHERE sequence = 7"); });
        REQUIRE(rewritten.has_value());
    }
    auto const verified = toguna_says({ "verify", "--data", demonstration.data() });
    CHECK(verified.code == 1);
    CHECK(verified.says("l’événement 7 ne découle pas du précédent"));
}
