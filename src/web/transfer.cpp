#include "web/transfer.hpp"

#include "web/digest.hpp"
#include "web/form.hpp"

#include <brotli/encode.h>
#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <stdexcept>

namespace toguna::web {

namespace {

std::string lower_case(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return result;
}

bool equal_ignoring_case(std::string_view left, std::string_view right)
{
    return left.size() == right.size() && lower_case(left) == lower_case(right);
}

std::string_view without_blanks(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    return text.substr(0, text.find_last_not_of(" \t") + 1);
}

/// Each item of "a, b;q=0.5, c".
template<class Visit>
void for_each_item(std::string_view list, Visit const& visit)
{
    while (!list.empty()) {
        auto const end = std::min(list.find(','), list.size());
        if (auto const item = without_blanks(list.substr(0, end)); !item.empty())
            visit(item);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

tl::unexpected<Error> unreadable_address(std::string detail)
{
    return fail(ErrorKind::Invalid, tr("This address cannot be read. Check it, or start from the home page."), std::move(detail));
}

/// "http://host/path" (a proxy's form) → "/path".
std::string_view origin_form(std::string_view target)
{
    auto const scheme = target.find("://");
    if (target.starts_with('/') || scheme == std::string_view::npos)
        return target;
    auto const slash = target.find('/', scheme + 3);
    return slash == std::string_view::npos ? "/" : target.substr(slash);
}

void keep_header(Request& request, std::string const& name, std::string const& value)
{
    auto [place, inserted] = request.headers.emplace(lower_case(name), value);
    if (!inserted)
        place->second += (place->first == "cookie" ? "; " : ", ") + value;
}

/// The last forwarded address is the one our proxy saw; those before it are what the sender claims.
void believe_proxy(Request& request)
{
    for_each_item(request.header("x-forwarded-for"), [&](std::string_view address) { request.remote_address = address; });
    for_each_item(request.header("x-forwarded-proto"), [&](std::string_view scheme) { request.secure = scheme == "https"; });
}

void add_security_headers(Request const& request, Reply& reply)
{
    auto const add = [&](std::string_view name, std::string_view value) {
        if (header_of(reply, name).empty())
            reply.headers.emplace_back(name, value);
    };
    add("Content-Security-Policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; "
        "base-uri 'none'; connect-src 'self'; manifest-src 'self'");
    add("X-Content-Type-Options", "nosniff");
    add("Referrer-Policy", "same-origin");
    add("Cross-Origin-Opener-Policy", "same-origin");
    add("Cross-Origin-Resource-Policy", "same-origin");
    if (request.secure)
        add("Strict-Transport-Security", "max-age=31536000");
    add("Cache-Control", "private, no-cache");
}

bool validates(std::string_view if_none_match, std::string_view etag)
{
    bool found = false;
    for_each_item(if_none_match, [&](std::string_view item) { found = found || item == etag || item == "*"; });
    return found;
}

/// A weak tag: it names the page, not its compressed bytes.
void validate_by_etag(Request const& request, Reply& reply)
{
    if (request.method == Method::Post || reply.status != 200 || header_of(reply, "cache-control").find("no-store") != std::string_view::npos)
        return;
    if (header_of(reply, "etag").empty())
        reply.headers.emplace_back("ETag", "W/\"" + content_digest(reply.body) + '"');
    if (validates(request.header("if-none-match"), header_of(reply, "etag"))) {
        reply.status = 304;
        reply.body.clear();
    }
}

std::string gzip(std::string_view bytes, int level)
{
    z_stream stream {};
    if (deflateInit2(&stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();
    std::string result(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    auto const outcome = deflate(&stream, Z_FINISH);
    result.resize(stream.total_out);
    deflateEnd(&stream);
    if (outcome != Z_STREAM_END)
        throw std::runtime_error("gzip did not finish");
    return result;
}

std::string brotli(std::string_view bytes, int quality)
{
    std::string result(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
    auto size = result.size();
    if (!BrotliEncoderCompress(quality, quality > 9 ? 22 : 18, BROTLI_MODE_TEXT, bytes.size(), reinterpret_cast<std::uint8_t const*>(bytes.data()), &size,
            reinterpret_cast<std::uint8_t*>(result.data())))
        throw std::runtime_error("brotli did not finish");
    result.resize(size);
    return result;
}

bool is_header_text(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), [](unsigned char letter) { return letter < 0x20 || letter == 0x7f; });
}

/// "Mon, 23 Nov 2026 03:10:00 GMT" (RFC 9110), independent of the machine's language.
std::string http_date(Instant now)
{
    static constexpr std::array<std::string_view, 7> days { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
    static constexpr std::array<std::string_view, 12> months { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
    auto const date = now.utc_date();
    std::chrono::hh_mm_ss const time(std::chrono::floor<std::chrono::seconds>(now.time() - date.days()));
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", days[date.weekday() - 1], date.day(), months[date.month() - 1], date.year(),
        time.hours().count(), time.minutes().count(), time.seconds().count());
}

} // namespace

Result<Request> decode_request(RequestHead head, std::string_view body, std::string_view trusted_proxy)
{
    Request request;
    request.method = head.method == "POST" ? Method::Post : head.method == "HEAD" ? Method::Head : Method::Get;
    request.target = origin_form(head.target);
    request.remote_address = head.peer_address;
    request.secure = head.encrypted;
    for (auto const& [name, value] : head.headers)
        keep_header(request, name, value);
    if (!trusted_proxy.empty() && head.peer_address == trusted_proxy)
        believe_proxy(request);

    auto const question = std::min(request.target.find('?'), request.target.size());
    auto path = percent_decode(std::string_view(request.target).substr(0, question));
    if (!path || !path->starts_with('/') || !is_storable_text(*path))
        return unreadable_address("path is no percent-encoded UTF-8");
    request.path = std::move(*path);
    if (question < request.target.size())
        request.query = TRY(decode_urlencoded(std::string_view(request.target).substr(question + 1)));
    TRY(decode_form(request, body));
    return request;
}

void finish_reply(Request const& request, Reply& reply)
{
    add_security_headers(request, reply);
    validate_by_etag(request, reply);
    if (!is_compressible(reply.content_type) || !header_of(reply, "content-encoding").empty())
        return;
    reply.headers.emplace_back("Vary", "Accept-Encoding");
    auto const encoding = accepted_encoding(request.header("accept-encoding"));
    if (encoding == Encoding::Identity || reply.body.size() < 1024)
        return;
    reply.body = compress(reply.body, encoding);
    reply.headers.emplace_back("Content-Encoding", encoding == Encoding::Brotli ? "br" : "gzip");
}

std::string_view header_of(Reply const& reply, std::string_view name)
{
    for (auto const& [key, value] : reply.headers)
        if (equal_ignoring_case(key, name))
            return value;
    return {};
}

void set_header(Reply& reply, std::string_view name, std::string value)
{
    std::erase_if(reply.headers, [&](auto const& header) { return equal_ignoring_case(header.first, name); });
    reply.headers.emplace_back(name, std::move(value));
}

Encoding accepted_encoding(std::string_view accept_encoding)
{
    bool gzip_accepted = false;
    bool brotli_accepted = false;
    for_each_item(accept_encoding, [&](std::string_view item) {
        auto const semicolon = std::min(item.find(';'), item.size());
        auto const name = without_blanks(item.substr(0, semicolon));
        auto const quality = without_blanks(item.substr(std::min(semicolon + 1, item.size())));
        bool const wanted = quality.find_first_not_of("q=0.") != std::string_view::npos || quality.empty();
        gzip_accepted = gzip_accepted || (wanted && equal_ignoring_case(name, "gzip"));
        brotli_accepted = brotli_accepted || (wanted && equal_ignoring_case(name, "br"));
    });
    return brotli_accepted ? Encoding::Brotli : gzip_accepted ? Encoding::Gzip : Encoding::Identity;
}

std::string compress(std::string_view bytes, Encoding encoding, bool thorough)
{
    switch (encoding) {
    case Encoding::Gzip:
        return gzip(bytes, thorough ? 9 : 5);
    case Encoding::Brotli:
        return brotli(bytes, thorough ? 11 : 4);
    case Encoding::Identity:
        break;
    }
    return std::string(bytes);
}

bool is_compressible(std::string_view content_type)
{
    return content_type.starts_with("text/") || content_type.starts_with("application/json") || content_type.starts_with("application/manifest+json")
        || content_type.starts_with("image/svg+xml");
}

std::string reply_head(Reply const& reply, bool keep_alive, Instant now)
{
    auto head = fmt::format("HTTP/1.1 {} {}\r\nDate: {}\r\n", reply.status, reason_phrase(reply.status), http_date(now));
    bool const has_body = reply.status != 304 && reply.status != 204;
    if (has_body && !reply.content_type.empty())
        head += fmt::format("Content-Type: {}\r\n", is_header_text(reply.content_type) ? reply.content_type : "application/octet-stream");
    if (has_body)
        head += fmt::format("Content-Length: {}\r\n", reply.body.size());
    for (auto const& [name, value] : reply.headers)
        if (is_header_text(name) && is_header_text(value))
            head += fmt::format("{}: {}\r\n", name, value);
    head += keep_alive ? "\r\n" : "Connection: close\r\n\r\n";
    return head;
}

std::string_view reason_phrase(int status)
{
    switch (status) {
    case 200: return "OK";
    case 204: return "No Content";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 417: return "Expectation Failed";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    default: return "Status";
    }
}

} // namespace toguna::web
