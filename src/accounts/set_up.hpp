#pragma once
/// The first minute of an installation: whoever can read the terminal of the server becomes its administrator.

#include "accounts/account.hpp"
#include "db/database.hpp"
#include "people/person.hpp"

namespace toguna::accounts {

/// Draws a new code « 4F7K-9QXM » while no account exists, keeps its digest and gives the code to print; nothing once
/// there is an account. With several processes, the code printed last counts.
Result<std::optional<std::string>> set_up_code(db::Database& database, Chance& chance);

/// Whether the code is the one printed last, whatever its case, spaces and hyphens.
Result<bool> is_set_up_code(db::Reader const& db, std::string_view code);

struct FirstAdministrator {
    people::PersonId person;
    AccountId account;
    std::string name;
    std::string email;
    std::string language;
    std::string password_hash;
};

/// Creates person and account and forgets the code. Conflict once an account exists; Invalid on `code` when it is wrong.
Result<void> set_up(db::Transaction& tx, FirstAdministrator const& administrator, std::string_view code, Instant now);

} // namespace toguna::accounts
