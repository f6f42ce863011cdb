#pragma once
/// A link in a mail that lets one person do one thing without an account.

#include "base/id.hpp"
#include "db/database.hpp"

#include <string>

namespace toguna::mail {

/// What the secret opens. Only its hash is stored; the secret exists in the mail alone.
struct PersonalLink {
    std::string purpose; ///< "actions.answer", "accounts.sign_in"
    std::string person;  ///< id
    std::string object;  ///< id of the action, or empty
    Instant expires_at;
    bool single_use = false;
};

/// Gives the secret to put into the address.
Result<std::string> create_personal_link(db::Transaction& tx, PersonalLink const& link, Instant now, Chance& chance);

/// NotFound with one sentence for unknown, expired and spent alike; the detail for the log says which.
Result<PersonalLink> find_personal_link(db::Reader const& db, std::string_view purpose, std::string_view secret, Instant now);

/// Marks a single-use link as spent; Conflict when it already was.
Result<void> spend_personal_link(db::Transaction& tx, std::string_view purpose, std::string_view secret, Instant now);

} // namespace toguna::mail
