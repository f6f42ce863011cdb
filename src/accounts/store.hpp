#pragma once
/// Accounts in the database.

#include "accounts/account.hpp"
#include "db/database.hpp"
#include "web/context.hpp"

#include <vector>

namespace toguna::accounts {

/// What is compared at sign-in; the hash goes no further than that.
struct StoredAccount {
    Account account;
    std::string password_hash; ///< empty without a password
};

/// NotFound when there is no such account.
Result<Account> find_account(db::Reader const& db, AccountId const& id);
/// Nothing for an unknown address, in any case of its letters.
Result<std::optional<StoredAccount>> find_account_by_email(db::Reader const& db, std::string_view email);
Result<std::optional<Account>> find_account_of(db::Reader const& db, people::PersonId const& person);
/// Who an open account signs in as; nothing for a closed or unknown one.
Result<std::optional<web::Visitor>> find_visitor(db::Reader const& db, std::string_view account);

Result<std::int64_t> count_accounts(db::Reader const& db);
/// By name without accents.
Result<std::vector<Account>> list_accounts(db::Reader const& db, int limit, int offset);

struct NewAccount {
    AccountId id;
    people::PersonId person;
    std::string email;
    std::string password_hash = {};
    bool administrator = false;
};
/// Invalid on the field `email` when another account signs in with it, or when the person has an account already.
Result<void> insert_account(db::Transaction& tx, NewAccount const& account, Instant now);

Result<void> update_password(db::Transaction& tx, AccountId const& id, std::string const& password_hash);
Result<void> record_sign_in(db::Transaction& tx, AccountId const& id, Instant now);
/// Conflict for the last administrator: somebody must be left who can open the door.
Result<void> close_account(db::Transaction& tx, AccountId const& id, Instant now);
Result<void> reopen_account(db::Transaction& tx, AccountId const& id);

} // namespace toguna::accounts
