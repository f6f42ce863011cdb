#include "web/transfer.hpp"

#include "web/digest.hpp"
#include "web/reply.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::web;

namespace {

Request page_request(std::string accept_encoding = "", std::string if_none_match = "")
{
    Request request;
    request.headers["accept-encoding"] = std::move(accept_encoding);
    request.headers["if-none-match"] = std::move(if_none_match);
    return request;
}

Reply long_page()
{
    Reply reply;
    for (int row = 0; row < 200; ++row)
        reply.body += "<tr><td>Action " + std::to_string(row) + "</td></tr>\n";
    return reply;
}

} // namespace

TEST_CASE("a long page is compressed the best way its reader understands")
{
    auto plain = long_page();
    auto gzip = plain;
    auto brotli = plain;
    finish_reply(page_request(), plain);
    finish_reply(page_request("gzip, deflate"), gzip);
    finish_reply(page_request("gzip, deflate, br"), brotli);
    CHECK(plain.body == long_page().body);
    CHECK(header_of(gzip, "content-encoding") == "gzip");
    CHECK(header_of(brotli, "content-encoding") == "br");
    CHECK(gzip.body.size() < plain.body.size() / 5);
    CHECK(brotli.body.size() < plain.body.size() / 5);
    CHECK(header_of(plain, "vary") == "Accept-Encoding");
    CHECK(header_of(plain, "etag") == header_of(brotli, "etag"));
    CHECK(compress("", Encoding::Gzip).starts_with("\x1f\x8b"));
}

TEST_CASE("short pages, pictures and spreadsheets are sent as they are")
{
    Reply short_page;
    short_page.body = "<p>ok</p>";
    finish_reply(page_request("br"), short_page);
    CHECK(header_of(short_page, "content-encoding").empty());
    auto sheet = download(long_page().body, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "plan.xlsx");
    finish_reply(page_request("br"), sheet);
    CHECK(header_of(sheet, "content-encoding").empty());
}

TEST_CASE("an encoding with weight zero is refused")
{
    CHECK(accepted_encoding("br;q=0, gzip;q=0.5") == Encoding::Gzip);
    CHECK(accepted_encoding("br;q=0.0, gzip; q=0.000") == Encoding::Identity);
    CHECK(accepted_encoding("GZIP") == Encoding::Gzip);
    CHECK(accepted_encoding("") == Encoding::Identity);
}

TEST_CASE("a page marked no-store is never answered from the browser's memory")
{
    auto page = long_page();
    page.headers.emplace_back("Cache-Control", "no-store");
    finish_reply(page_request("", "*"), page);
    CHECK(page.status == 200);
    CHECK(header_of(page, "etag").empty());
}

TEST_CASE("a header that tries to add another is dropped")
{
    Reply reply;
    reply.headers.emplace_back("X-Name", "a\r\nSet-Cookie: stolen=1");
    CHECK(reply_head(reply, true, *Instant::from_iso("2026-11-23T08:00:00Z"))
        == "HTTP/1.1 200 OK\r\nDate: Mon, 23 Nov 2026 08:00:00 GMT\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 0\r\n\r\n");
}

TEST_CASE("a file leaves with its name in any letters")
{
    auto const reply = download("x", "text/csv", "Plan d’action \"2026\"; été.csv");
    CHECK(header_of(reply, "content-disposition")
        == "attachment; filename=\"Plan d_action _2026__ _t_.csv\"; filename*=UTF-8''Plan%20d%E2%80%99action%20%222026%22%3B%20%C3%A9t%C3%A9.csv");
}

TEST_CASE("a redirection never leaves the site")
{
    CHECK(header_of(see_other("/plans?page=2"), "location") == "/plans?page=2");
    for (auto const* path : { "https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "", "/a\r\nX: y", "/\t/elsewhere.example" })
        CHECK(header_of(see_other(path), "location") == "/");
}

TEST_CASE("secrets are compared whole and an absent one proves nothing")
{
    CHECK(same_secret("abc", "abc"));
    CHECK_FALSE(same_secret("abc", "abd"));
    CHECK_FALSE(same_secret("abc", "ab"));
    CHECK_FALSE(same_secret("", ""));
    CHECK(keyed_digest("key", "notice", "x") != keyed_digest("key", "visitor", "x"));
    CHECK(from_base64url(to_base64url("Enregistré.")) == "Enregistré.");
    CHECK(from_base64url("not base64!").empty());
}
