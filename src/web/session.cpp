#include "web/session.hpp"

#include "web/digest.hpp"
#include "web/queries.hpp"

namespace toguna::web {

namespace {

Session read_session(db::Row const& row)
{
    return { row.string(0), row.string(1), row.string(2), row.instant(3), row.instant(4), row.instant(5) };
}

} // namespace

Result<std::string> start_session(db::Transaction& tx, std::string_view account, Instant now, Chance& chance)
{
    auto secret = new_secret(chance);
    TRY(tx.execute(sql::insert_session,
        { { "id", digest(secret) }, { "account", account }, { "csrf", new_secret(chance) }, { "now", now }, { "expires_at", now + session_idle_time } }));
    return secret;
}

Result<std::optional<Session>> find_session(db::Reader const& db, std::string_view secret, Instant now)
{
    return db.first(sql::find_session, { { "id", digest(secret) }, { "now", now } }, read_session);
}

Result<std::vector<Session>> sessions_of(db::Reader const& db, std::string_view account, Instant now)
{
    return db.all(sql::sessions_of, { { "account", account }, { "now", now } }, read_session);
}

bool is_due_for_touch(Session const& session, Instant now) { return now - session.last_seen >= session_touch_time; }

Result<void> touch_session(db::Transaction& tx, Session const& session, Instant now)
{
    auto const expires_at = std::min(now + session_idle_time, session.created_at + session_whole_time);
    TRY(tx.execute(sql::touch_session, { { "id", session.id }, { "now", now }, { "expires_at", expires_at } }));
    return {};
}

Result<void> end_session(db::Transaction& tx, std::string_view id)
{
    TRY(tx.execute(sql::delete_session, { { "id", id } }));
    return {};
}

Result<std::int64_t> end_sessions_of(db::Transaction& tx, std::string_view account, std::string_view kept)
{
    return tx.execute(sql::delete_sessions_of, { { "account", account }, { "kept", kept } });
}

Result<std::int64_t> remove_expired_sessions(db::Transaction& tx, Instant now) { return tx.execute(sql::delete_expired_sessions, { { "now", now } }); }

void put_session_cookie(Reply& reply, Request const& request, std::string_view secret)
{
    set_cookie(reply, request, "session", secret, session_whole_time);
}

void drop_session_cookie(Reply& reply, Request const& request)
{
    drop_cookie(reply, request, "session");
    reply.headers.emplace_back("Clear-Site-Data", "\"cache\", \"storage\"");
}

Result<std::string> signing_key(db::Database& database, Instant now, Chance& chance)
{
    auto const read_key = [](db::Reader const& db) { return db.first(sql::find_key, {}, [](db::Row const& row) { return row.string(0); }); };
    if (auto key = TRY(database.read(read_key)))
        return *key;
    TRY(database.write([&](db::Transaction& tx) { return tx.execute(sql::insert_key, { { "secret", new_secret(chance) }, { "now", now } }); }));
    // Read again: another process may have been first.
    auto key = TRY(database.read(read_key));
    if (!key)
        return fail(ErrorKind::Internal, tr("Toguna could not keep its signing key."), "web_key is empty after the insert");
    return *key;
}

} // namespace toguna::web
