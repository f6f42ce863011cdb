#pragma once
/// Which request heads are refused before anything else happens: what two programs could read differently is refused,
/// never guessed (RFC 9112 §11.2, request smuggling). The parser refuses the rest: two lengths, bare line feeds …

#include "web/server.hpp"
#include "web/transfer.hpp"

#include <optional>

namespace toguna::web {

/// The status that refuses this head, or nothing. `version` is 10 or 11; `length` is the announced Content-Length.
std::optional<int> refusal_of(RequestHead const& head, unsigned version, std::optional<std::uint64_t> length, ServerOptions const& options);

/// Whether the sender waits for « 100 Continue » before it sends the body.
bool expects_continue(RequestHead const& head, unsigned version);

} // namespace toguna::web
