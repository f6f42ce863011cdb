#pragma once
/// Storage tests run on both engines: SQLite always, PostgreSQL when TOGUNA_TEST_POSTGRESQL says where a server is
/// (`export TOGUNA_TEST_POSTGRESQL=$(script/postgresql-for-tests)`).

#include "db/database.hpp"

#include <functional>
#include <string>

namespace toguna::test {

/// Runs `body` on a fresh, migrated database of each engine. Call it once in a test case: each engine is a SUBCASE.
void for_each_engine(std::function<void(db::Database&)> const& body);

/// The same without any table.
void for_each_empty_engine(std::function<void(db::Database&)> const& body);

/// A directory that disappears with its content.
class TemporaryDirectory {
public:
    TemporaryDirectory();
    ~TemporaryDirectory();
    TemporaryDirectory(TemporaryDirectory const&) = delete;
    std::string const& path() const { return m_path; }
    std::string operator/(std::string const& name) const { return m_path + "/" + name; }

private:
    std::string m_path;
};

/// The value of a Result, or a failed test that says why.
template<class T>
T expect_success(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().message.debug_string() + " [" + result.error().detail + "]");
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace toguna::test
