#pragma once
/// Who is signed in, remembered in the database: a random secret in a cookie, its digest in a row.

#include "web/cookies.hpp"

namespace toguna::web {

/// A session ends two weeks after its last page, three months after signing in, or by sign-out.
inline constexpr std::chrono::hours session_idle_time { 24 * 14 };
inline constexpr std::chrono::hours session_whole_time { 24 * 90 };
/// Its last use is written at most this often: reading pages costs no write.
inline constexpr std::chrono::minutes session_touch_time { 10 };

struct Session {
    std::string id; ///< digest of the secret
    std::string account;
    std::string csrf; ///< the token of its forms
    Instant created_at;
    Instant last_seen;
    Instant expires_at;
};

/// Gives the secret, for put_session_cookie. Always a new one: a secret known before signing in is worth nothing after.
Result<std::string> start_session(db::Transaction& tx, std::string_view account, Instant now, Chance& chance);
/// Empty for unknown and expired alike.
Result<std::optional<Session>> find_session(db::Reader const& db, std::string_view secret, Instant now);
/// The running sessions of an account, the latest used first.
Result<std::vector<Session>> sessions_of(db::Reader const& db, std::string_view account, Instant now);
bool is_due_for_touch(Session const& session, Instant now);
Result<void> touch_session(db::Transaction& tx, Session const& session, Instant now);
/// `id` is Session::id and Context::session.
Result<void> end_session(db::Transaction& tx, std::string_view id);
/// Sign-out everywhere; `kept` (a Session::id) stays. How many were ended.
Result<std::int64_t> end_sessions_of(db::Transaction& tx, std::string_view account, std::string_view kept = {});
Result<std::int64_t> remove_expired_sessions(db::Transaction& tx, Instant now);

void put_session_cookie(Reply& reply, Request const& request, std::string_view secret);
/// Also tells the browser to forget the pages it kept: the next person at this computer must not read them.
void drop_session_cookie(Reply& reply, Request const& request);

/// The key of this installation, drawn at the first start and shared by all processes on its database.
Result<std::string> signing_key(db::Database& database, Instant now, Chance& chance);

} // namespace toguna::web
