#pragma once
/// Between the handler and the socket: what every reply gets, whatever page it is. Pure, so that tests need no socket.

#include "base/result.hpp"
#include "web/reply.hpp"
#include "web/request.hpp"

namespace toguna::web {

/// A request head as the socket gave it.
struct RequestHead {
    std::string method;
    std::string target;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string peer_address; ///< of the other end of the socket
    bool encrypted = false;   ///< TLS ended here
};

/// Decodes address, query, headers and form. Invalid when the address or the form cannot be read.
Result<Request> decode_request(RequestHead head, std::string_view body, std::string_view trusted_proxy);

/// Adds security headers, validates by ETag (304), compresses by Accept-Encoding. A reply that already says
/// Content-Encoding or ETag keeps its own.
///
/// Caching: a page without Cache-Control gets « private, no-cache »: kept by this browser alone and asked again each
/// time, which an ETag then answers in some hundred bytes. Pages behind personal links, administrators' pages and
/// refusals say no-store themselves (router); signing out clears what was kept (session).
void finish_reply(Request const& request, Reply& reply);

/// The value of a reply's header, empty when absent; names in any case.
std::string_view header_of(Reply const& reply, std::string_view name);
void set_header(Reply& reply, std::string_view name, std::string value);

enum class Encoding { Identity, Gzip, Brotli };
/// The best encoding the browser accepts ("gzip;q=0" refuses it).
Encoding accepted_encoding(std::string_view accept_encoding);
/// `thorough` is for what is kept: several times slower, a tenth smaller.
std::string compress(std::string_view bytes, Encoding encoding, bool thorough = false);
bool is_compressible(std::string_view content_type);

/// Status line and headers. Values with control letters are dropped: they would forge further headers.
std::string reply_head(Reply const& reply, bool keep_alive, Instant now);
std::string_view reason_phrase(int status);

} // namespace toguna::web
