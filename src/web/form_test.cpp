#include "base/html.hpp"
#include "web/form.hpp"
#include "web/multipart.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::web;

namespace {

/// A body with everything that tempts a parser: half a boundary in a value, an empty field, a file without name, a
/// preamble, padding after a boundary, an epilogue.
std::string hostile_body()
{
    std::string const nul(1, '\0');
    return "preamble\r\n--XyZ\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nfirst\r\n--Xy second\r\n\r\n--XyZ \t\r\n"
           "content-disposition: form-data; name=\"empty\"\r\n\r\n\r\n--XyZ\r\n"
           "Content-Disposition: form-data; name=\"plan\"; filename=\"C:\\plans\\%22Été%22.docx\"\r\nContent-Type: application/zip\r\n\r\n"
           "PK\r\n\r\n-\r\n--"
        + nul
        + "\xff\r\n--XyZ\r\nContent-Disposition: form-data; name=\"none\"; filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n"
          "--XyZ--\r\nepilogue";
}

std::string described(MultipartParser::Parts const& parts)
{
    std::string text;
    for (auto const& [name, value] : parts.fields.pairs())
        text += name + "=" + value + "|";
    for (auto const& file : parts.files)
        text += file.field + ":" + file.name + ":" + file.bytes + "|";
    return text;
}

Result<MultipartParser::Parts> parse(std::initializer_list<std::string_view> pieces, FormLimits limits = {})
{
    MultipartParser parser("XyZ", limits);
    for (auto const piece : pieces)
        TRY(parser.feed(piece));
    return parser.finish();
}

std::string one_part(std::string const& header, std::string const& value)
{
    return "--XyZ\r\n" + header + "\r\n\r\n" + value + "\r\n--XyZ--\r\n";
}

} // namespace

TEST_CASE("an upload reads the same wherever the network cuts it")
{
    auto const body = hostile_body();
    auto const whole = parse({ body });
    REQUIRE(whole);
    auto const expected = described(*whole);
    CHECK(whole->fields.get("note") == "first\r\n--Xy second\r\n");
    CHECK(whole->fields.has("empty"));
    REQUIRE(whole->files.size() == 1);
    CHECK(whole->files[0].name == "\"Été\".docx");

    bool all_equal = true;
    for (std::size_t first = 0; first <= body.size(); ++first)
        for (std::size_t second = first; second <= body.size(); second += 7) {
            auto const cut = parse({ std::string_view(body).substr(0, first), std::string_view(body).substr(first, second - first), std::string_view(body).substr(second) });
            all_equal = all_equal && cut && described(*cut) == expected;
        }
    CHECK(all_equal);

    MultipartParser byte_by_byte("XyZ");
    for (std::size_t at = 0; at < body.size(); ++at)
        REQUIRE(byte_by_byte.feed(std::string_view(body).substr(at, 1)));
    auto const slow = byte_by_byte.finish();
    REQUIRE(slow);
    CHECK(described(*slow) == expected);
}

TEST_CASE("an upload that was cut off is refused, never half read")
{
    auto const body = one_part("Content-Disposition: form-data; name=\"a\"", "value");
    for (std::size_t size = 0; size < body.size() - 4; ++size)
        CHECK_FALSE(parse({ std::string_view(body).substr(0, size) }));
}

TEST_CASE("an upload over a limit is refused as too large")
{
    FormLimits limits;
    limits.field_bytes = 10;
    limits.part_header_bytes = 100;
    limits.files = 1;
    auto const kind_of = [&](std::string const& body) {
        auto const outcome = parse({ body }, limits);
        return outcome ? ErrorKind::Internal : outcome.error().kind;
    };
    CHECK(kind_of(one_part("Content-Disposition: form-data; name=\"a\"", "more than ten")) == ErrorKind::TooLarge);
    CHECK(kind_of(one_part("X: " + std::string(200, 'x') + "\r\nContent-Disposition: form-data; name=\"a\"", "")) == ErrorKind::TooLarge);
    auto const file = std::string("--XyZ\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.csv\"\r\n\r\nx\r\n");
    CHECK(kind_of(file + file + "--XyZ--") == ErrorKind::TooLarge);
    CHECK(parse({ file + "--XyZ--" }, limits));
}

TEST_CASE("a part without a name or with broken letters is refused")
{
    CHECK_FALSE(parse({ one_part("Content-Type: text/plain", "x") }));
    CHECK_FALSE(parse({ one_part("Content-Disposition: form-data; name=\"a\"", "\xc3") }));
    CHECK_FALSE(parse({ "--XyZxx\r\n" }));
}

TEST_CASE("a form keeps repeated fields, accents and the order in which they were sent")
{
    auto const fields = decode_urlencoded("days=1&days=2&name=Kon%C3%A9+Ad%C3%A8le&note=one%0D%0Atwo&empty=&flag");
    REQUIRE(fields);
    CHECK(fields->all("days") == std::vector<std::string_view> { "1", "2" });
    CHECK(fields->get("name") == "Koné Adèle");
    CHECK(fields->get("note") == "one\ntwo");
    CHECK(fields->has("empty"));
    CHECK(fields->has("flag"));
    CHECK_FALSE(fields->has("absent"));
}

TEST_CASE("broken escapes, broken letters and NUL are refused in forms")
{
    for (auto const* text : { "a=%", "a=%1", "a=%zz", "a=%ff", "a=%c3", "a=%00", "a=%ed%a0%80", "a=%c0%af", "%f5%80%80%80=b" })
        CHECK_FALSE(decode_urlencoded(text));
    CHECK(decode_urlencoded("a=%F0%9F%8F%A0"));
}

TEST_CASE("an address written and read again is the same")
{
    for (std::string const text : { "plan 2026/été & suite", "100 %", "", "~a-b_c.d" })
        CHECK(percent_decode(percent_encoded(text)) == text);
    CHECK(percent_encoded("é /") == "%C3%A9%20%2F");
}

TEST_CASE("a header's parameter is found whatever its case, order and quotes")
{
    CHECK(header_parameter("multipart/form-data; charset=x; Boundary=abc", "boundary") == "abc");
    CHECK(header_parameter("form-data; filename=\"a;b \\\"c\\\".txt\"; name=x", "name") == "x");
    CHECK(header_parameter("form-data; filename=\"a;b \\\"c\\\".txt\"", "filename") == "a;b \"c\".txt");
    CHECK_FALSE(header_parameter("text/plain", "boundary"));
}
