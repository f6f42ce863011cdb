#pragma once
/// How an event is written down to be hashed, and what makes two events follow each other. Pure.

#include "journal/event.hpp"

namespace toguna::journal {

/// hex BLAKE2b-256 over salt, name and on_behalf_of: what remains of a name that was erased.
std::string actor_digest(std::string_view salt, std::string_view name, std::string_view on_behalf_of);

/// The row as one text, each field with its length before it, so that no two different rows have the same text:
/// "5:12345,3:abc," (netstrings), in the order sequence, id, at, account, person, actor digest, kind, object, body,
/// before, after, refused ("1" or "0"). docs/database.md repeats this, so that others can check the chain.
std::string canonical_text(RecordedEvent const& event, std::string_view actor_digest);

/// hex BLAKE2b-256 over the former hash and the canonical text.
std::string chained_hash(std::string_view former_hash, std::string_view canonical_text);

} // namespace toguna::journal
