#include "accounts/store.hpp"

#include "accounts/queries.hpp"
#include "people/person.hpp"

namespace toguna::accounts {

namespace {

StoredAccount read_stored_account(db::Row const& row)
{
    return { { row.id<AccountId>(0), row.id<people::PersonId>(1), row.string(2), row.string(3), row.boolean(4), !row.text(5).empty(), !row.is_null(6), row.optional_instant(7) },
        row.string(5) };
}

Account read_account(db::Row const& row) { return read_stored_account(row).account; }

tl::unexpected<Error> refused_email(Text message)
{
    return fail(Error { ErrorKind::Invalid, tr("This account cannot be created."), { { "email", std::move(message) } }, {} });
}

} // namespace

Result<Account> find_account(db::Reader const& db, AccountId const& id)
{
    if (auto account = TRY(db.first(sql::account, { { "id", id } }, read_account)))
        return *std::move(account);
    return fail(ErrorKind::NotFound, tr("This account does not exist."));
}

Result<std::optional<StoredAccount>> find_account_by_email(db::Reader const& db, std::string_view email)
{
    return db.first(sql::account_with_email, { { "email", people::normal_email(email) } }, read_stored_account);
}

Result<std::optional<Account>> find_account_of(db::Reader const& db, people::PersonId const& person)
{
    return db.first(sql::account_of_person, { { "person", person } }, read_account);
}

Result<std::optional<web::Visitor>> find_visitor(db::Reader const& db, std::string_view id)
{
    auto const account = TRY(db.first(sql::account, { { "id", id } }, read_account));
    if (!account || account->closed)
        return std::optional<web::Visitor> {};
    return web::Visitor { account->id.text(), account->person.text(), account->name, account->administrator };
}

Result<std::int64_t> count_accounts(db::Reader const& db) { return db.number(sql::count_accounts); }

Result<std::vector<Account>> list_accounts(db::Reader const& db, int limit, int offset)
{
    return db.all(sql::accounts, { { "limit", limit }, { "offset", offset } }, read_account);
}

Result<void> insert_account(db::Transaction& tx, NewAccount const& account, Instant now)
{
    auto const email = people::normal_email(account.email);
    if (!people::looks_like_email(email))
        return refused_email(tr("“{text}” is not an e-mail address. Write it like name@example.org.", { { "text", email } }));
    if (TRY(find_account_by_email(tx, email)))
        return refused_email(tr("An account already signs in with {email}. Use another address, or open that account.", { { "email", email } }));
    if (TRY(find_account_of(tx, account.person)))
        return refused_email(tr("This person already has an account."));
    TRY(tx.execute(sql::insert_account,
        { { "id", account.id }, { "person", account.person }, { "email", email }, { "password_hash", account.password_hash },
            { "administrator", account.administrator }, { "now", now } }));
    return {};
}

Result<void> update_password(db::Transaction& tx, AccountId const& id, std::string const& password_hash)
{
    TRY(tx.execute(sql::update_password, { { "id", id }, { "password_hash", password_hash } }));
    return {};
}

Result<void> record_sign_in(db::Transaction& tx, AccountId const& id, Instant now)
{
    TRY(tx.execute(sql::record_sign_in, { { "id", id }, { "now", now } }));
    return {};
}

Result<void> close_account(db::Transaction& tx, AccountId const& id, Instant now)
{
    auto const account = TRY(find_account(tx, id));
    if (account.administrator && TRY(tx.number(sql::count_other_administrators, { { "id", id } })) == 0)
        return fail(ErrorKind::Conflict, tr("This is the last administrator. Make somebody else one before closing this account."));
    TRY(tx.execute(sql::close_account, { { "id", id }, { "now", now } }));
    return {};
}

Result<void> reopen_account(db::Transaction& tx, AccountId const& id)
{
    TRY(tx.execute(sql::reopen_account, { { "id", id } }));
    return {};
}

} // namespace toguna::accounts
