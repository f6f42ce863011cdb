#include "support/engines.hpp"

#include <doctest/doctest.h>

#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <latch>
#include <thread>

using namespace toguna;
using namespace toguna::db;
using test::expect_success;

namespace {

/// A new SQLite database with one table of notes.
class Notebook {
public:
    Notebook() : m_database(expect_success(Database::open({ "sqlite:" + path() })))
    {
        expect_success(m_database->write([](Transaction& tx) { return tx.execute_raw("CREATE TABLE note (text TEXT PRIMARY KEY) STRICT"); }));
    }
    Result<std::int64_t> add(std::string const& text)
    {
        return m_database->write([&](Transaction& tx) { return insert(tx, text); });
    }
    static Result<std::int64_t> insert(Transaction& tx, std::string const& text) { return tx.execute_raw("INSERT INTO note (text) VALUES ($1)", { text }); }
    std::int64_t count()
    {
        std::int64_t notes = 0;
        expect_success(m_database->read([&](Reader const& db) { return db.each_raw("SELECT count(*) FROM note", {}, [&](Row const& row) { notes = row.integer(0); }); }));
        return notes;
    }
    std::string path() const { return m_directory / "notes.db"; }
    Database& database() { return *m_database; }

private:
    test::TemporaryDirectory m_directory;
    std::unique_ptr<Database> m_database;
};

void run_on_threads(int count, std::function<void(int)> const& body)
{
    std::vector<std::thread> threads;
    for (int number = 0; number < count; ++number)
        threads.emplace_back(body, number);
    for (auto& thread : threads)
        thread.join();
}

/// While the first in line holds its turn, the others queue behind it and share its commit.
void hold_line_until(std::function<bool()> const& enough)
{
    auto const until = std::chrono::steady_clock::now() + std::chrono::seconds(5);
    while (!enough() && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

/// Files of this process cannot grow beyond `bytes` while it lives: a full disk that needs no root.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes)
    {
        m_former_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_former);
        rlimit const limit { bytes, m_former.rlim_max };
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_former);
        std::signal(SIGXFSZ, m_former_handler);
    }

private:
    rlimit m_former {};
    void (*m_former_handler)(int) = nullptr;
};

} // namespace

TEST_CASE("many writers share few commits, and every acknowledged note is there")
{
    Notebook notebook;
    auto const before = notebook.database().statistics().commits;
    std::atomic<int> acknowledged = 0;
    run_on_threads(16, [&](int thread) {
        for (int number = 0; number < 25; ++number)
            if (notebook.add(std::to_string(thread) + "/" + std::to_string(number)))
                ++acknowledged;
    });
    auto const commits = notebook.database().statistics().commits - before;
    CHECK(acknowledged == 400);
    CHECK(notebook.count() == 400);
    CHECK(commits < 200);
    MESSAGE("400 writes, ", commits, " commits");
}

TEST_CASE("who writes alone commits at once and waits for nobody")
{
    Notebook notebook;
    auto const before = notebook.database().statistics().commits;
    for (int number = 0; number < 10; ++number)
        expect_success(notebook.add(std::to_string(number)));
    CHECK(notebook.database().statistics().commits - before == 10);
}

TEST_CASE("a function that fails or throws in the middle of a batch does not hurt its neighbours")
{
    Notebook notebook;
    constexpr int writers = 12;
    std::atomic<int> arrived = 0;
    std::atomic<int> acknowledged = 0;
    std::atomic<int> refused = 0;
    std::atomic<int> thrown = 0;
    auto const before = notebook.database().statistics().commits;
    run_on_threads(writers, [&](int number) {
        ++arrived;
        try {
            auto const outcome = notebook.database().write([&](Transaction& tx) -> Result<void> {
                hold_line_until([&] { return arrived == writers; });
                TRY(Notebook::insert(tx, "note " + std::to_string(number)));
                if (number % 3 == 1)
                    TRY(Notebook::insert(tx, "note " + std::to_string(number))); // taken: by itself
                if (number % 3 == 2)
                    throw std::runtime_error("a bug");
                return {};
            });
            ++(outcome ? acknowledged : refused);
        } catch (std::runtime_error const&) {
            ++thrown;
        }
    });
    CHECK(acknowledged == 4);
    CHECK(refused == 4);
    CHECK(thrown == 4);
    CHECK(notebook.count() == 4);
    CHECK(notebook.database().statistics().commits - before <= 4);
}

TEST_CASE("nobody is acknowledged before the commit")
{
    Notebook notebook;
    std::latch first_has_the_turn(1);
    std::atomic<int> acknowledged = 0;
    std::thread first([&] {
        expect_success(notebook.database().write([&](Transaction& tx) -> Result<void> {
            first_has_the_turn.count_down();
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
            TRY(Notebook::insert(tx, "first"));
            return {};
        }));
        ++acknowledged;
    });
    first_has_the_turn.wait();
    expect_success(notebook.database().write([&](Transaction& tx) -> Result<void> {
        // If the first shares our transaction, it must still be waiting; if it does not, it is committed.
        bool const first_is_committed = notebook.count() == 1;
        CHECK((first_is_committed || acknowledged == 0));
        TRY(Notebook::insert(tx, "second"));
        return {};
    }));
    first.join();
    CHECK(notebook.count() == 2);
}

TEST_CASE("when the disk is full everybody of the batch is told, nothing is written, and reading goes on")
{
    Notebook notebook;
    expect_success(notebook.add("before"));
    constexpr int writers = 6;
    std::atomic<int> arrived = 0;
    std::atomic<int> unavailable = 0;
    {
        FullDisk const full(std::filesystem::file_size(notebook.path() + "-wal"));
        run_on_threads(writers, [&](int number) {
            ++arrived;
            auto const outcome = notebook.database().write([&](Transaction& tx) -> Result<void> {
                hold_line_until([&] { return arrived == writers; });
                TRY(Notebook::insert(tx, std::string(20000, static_cast<char>('a' + number))));
                return {};
            });
            unavailable += !outcome && outcome.error().kind == ErrorKind::Unavailable ? 1 : 0;
        });
        CHECK(unavailable == writers);
        CHECK(notebook.count() == 1);
    }
    expect_success(notebook.add("after"));
    CHECK(notebook.count() == 2);
    CHECK(expect_success(notebook.database().integrity_problem()).empty());
}

TEST_CASE("a database that may not grow refuses with a sentence that says what to do")
{
    Notebook notebook;
    auto const refused = notebook.database().write([](Transaction& tx) -> Result<void> {
        TRY(tx.execute_raw("PRAGMA max_page_count = 4"));
        TRY(Notebook::insert(tx, std::string(100000, 'x')));
        return {};
    });
    REQUIRE(!refused);
    CHECK(refused.error().kind == ErrorKind::Unavailable);
    CHECK(refused.error().message.debug_string().starts_with("The disk is full: nothing was recorded."));
    CHECK(notebook.count() == 0);
}

TEST_CASE("the log of a busy database stays small")
{
    Notebook notebook;
    for (int round = 0; round < 40; ++round)
        expect_success(notebook.database().write([&](Transaction& tx) -> Result<void> {
            TRY(tx.execute_raw("DELETE FROM note"));
            for (int number = 0; number < 100; ++number)
                TRY(Notebook::insert(tx, std::to_string(number) + std::string(4000, 'x')));
            return {};
        }));
    CHECK(std::filesystem::file_size(notebook.path() + "-wal") < 8u << 20);
}

TEST_CASE("a copy of a running database is whole and sound")
{
    Notebook notebook;
    test::TemporaryDirectory const directory;
    std::atomic<bool> stop = false;
    std::thread writer([&] {
        for (int number = 0; !stop; ++number)
            expect_success(notebook.add(std::to_string(number)));
    });
    expect_success(notebook.database().backup_to(directory / "copy.db"));
    expect_success(notebook.database().backup_to(directory / "copy.db")); // an older copy is replaced
    stop = true;
    writer.join();
    auto const copy = expect_success(Database::open({ "sqlite:" + (directory / "copy.db") }));
    CHECK(expect_success(copy->integrity_problem()).empty());
    CHECK(!std::filesystem::exists(directory / "copy.db.part"));
}

TEST_CASE("a copy into a folder that does not exist is refused and names the file")
{
    Notebook notebook;
    auto const refused = notebook.database().backup_to("/nowhere/copy.db");
    REQUIRE(!refused);
    CHECK(refused.error().message.debug_string().find("/nowhere/copy.db") != std::string::npos);
}

TEST_CASE("a damaged file is noticed")
{
    test::TemporaryDirectory const directory;
    {
        std::ofstream file(directory / "toguna.db");
        file << std::string(8192, 'x');
    }
    auto const refused = Database::open({ "sqlite:" + (directory / "toguna.db") });
    REQUIRE(!refused);
    CHECK(refused.error().kind == ErrorKind::Unavailable);
    CHECK(refused.error().message.debug_string().starts_with("The database file is damaged"));
}

TEST_CASE("more readers than connections take turns, and one may read inside reading")
{
    Notebook notebook;
    std::atomic<int> read = 0;
    run_on_threads(12, [&](int) {
        for (int round = 0; round < 10; ++round)
            expect_success(notebook.database().read([&](Reader const&) -> Result<void> {
                read += notebook.count() == 0 ? 1 : 0;
                return {};
            }));
    });
    CHECK(read == 120);
}
