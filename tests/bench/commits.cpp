// bench_commits FILE SECONDS — a bare loop of SQLite commits with the settings of src/db: what the disk and the engine
// give without us. Prints commits per second.
#include <sqlite3.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

void run(sqlite3* db, char const* sql)
{
    if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        std::fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(db));
        std::exit(1);
    }
}

} // namespace

int main(int count, char** words)
{
    if (count != 3) {
        std::fprintf(stderr, "bench_commits FILE SECONDS\n");
        return 2;
    }
    sqlite3* db = nullptr;
    if (sqlite3_open(words[1], &db) != SQLITE_OK)
        return 1;
    run(db, "PRAGMA journal_mode = WAL");
    run(db, "PRAGMA synchronous = FULL");
    run(db, "PRAGMA foreign_keys = ON");
    run(db, "CREATE TABLE gap (id TEXT PRIMARY KEY, plan TEXT NOT NULL, text TEXT NOT NULL) STRICT");
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(db, "INSERT INTO gap VALUES (?1, 'plan', ?2)", -1, &insert, nullptr);

    std::string const text(120, 'x');
    auto const started = std::chrono::steady_clock::now();
    auto const end = started + std::chrono::seconds(std::atoi(words[2]));
    long commits = 0;
    for (; std::chrono::steady_clock::now() < end; ++commits) {
        auto const id = std::to_string(commits);
        run(db, "BEGIN IMMEDIATE");
        sqlite3_bind_text(insert, 1, id.data(), static_cast<int>(id.size()), SQLITE_TRANSIENT);
        sqlite3_bind_text(insert, 2, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
        sqlite3_step(insert);
        sqlite3_reset(insert);
        run(db, "COMMIT");
    }
    std::chrono::duration<double> const passed = std::chrono::steady_clock::now() - started;
    std::printf("%.0f\n", static_cast<double>(commits) / passed.count());
    sqlite3_finalize(insert);
    sqlite3_close(db);
    return 0;
}
