#include "documents/clean_picture.hpp"
#include "documents/file_pages.hpp"
#include "formats/zip_writer.hpp"
#include "support/engines.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::documents;
using namespace std::string_literals;
using test::expect_success;

namespace {

Instant const noon = *Instant::from_iso("2026-11-23T12:00:00Z");

std::string const pdf = "%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n";

std::string refusal(std::string const& name, std::string const& bytes)
{
    auto const result = accepted(name, bytes, "scan");
    if (result)
        return "accepted";
    CHECK(result.error().fields.at(0).field == "scan");
    return result.error().fields.at(0).message.debug_string();
}

bool says(std::string const& sentence, std::string_view words) { return sentence.find(words) != std::string::npos; }

std::string zip_of(std::vector<formats::ZipEntry> const& parts) { return formats::write_zip(parts); }

std::string const word_types = "<Types><Override PartName=\"/word/document.xml\"/></Types>";
std::string word_file() { return zip_of({ { "[Content_Types].xml", word_types }, { "word/document.xml", "<w:document/>" } }); }

std::string segment(char marker, std::string const& content)
{
    auto const length = content.size() + 2;
    return "\xFF"s + marker + static_cast<char>(length >> 8) + static_cast<char>(length & 0xFF) + content;
}

/// A photograph as telephones take them: upside down, with the place it was taken at.
std::string photograph()
{
    auto const exif = "Exif\0\0II*\0\x08\0\0\0\x02\0"s + "\x12\x01\x03\0\x01\0\0\0\x03\0\0\0"s + "\x25\x88\x04\0\x01\0\0\0\x26\0\0\0"s + "\0\0\0\0GPS 12.3714N 1.5197W"s;
    return "\xFF\xD8"s + segment('\xE0', "JFIF\0\1\1\0\0\1\0\1\0\0"s) + segment('\xE1', exif) + segment('\xED', "Photoshop: Awa Sanou") + segment('\xFE', "telephone of Awa")
        + segment('\xDB', std::string(65, '\1')) + segment('\xC0', "\x08\0\1\0\1\1\1\x11\0"s) + segment('\xDA', "\1\1\0\0\x3F\0"s) + "\x12\xFF\x00\x34\xFF\xD0\x56"s
        + "\xFF\xD9"s + "hidden second picture";
}

std::string chunk(std::string const& name, std::string const& content)
{
    std::string length("\0\0\0"s);
    length += static_cast<char>(content.size());
    return length + name + content + "crc!";
}

std::string drawing()
{
    return "\x89PNG\r\n\x1A\n"s + chunk("IHDR", std::string(13, '\1')) + chunk("tEXt", "Author\0Awa Sanou"s) + chunk("eXIf", "GPS") + chunk("IDAT", "pixels") + chunk("IEND", "")
        + "appended";
}

} // namespace

TEST_CASE("documents and pictures are taken for what their bytes say")
{
    CHECK(expect_success(accepted("Lettre signée.PDF", pdf, "scan")).kind == FileKind::Pdf);
    CHECK(expect_success(accepted("lettre.docx", word_file(), "scan")).kind == FileKind::Docx);
    CHECK(expect_success(accepted("scan.jpeg", photograph(), "scan")).kind == FileKind::Jpeg);
    CHECK(expect_success(accepted("scan.png", drawing(), "scan")).kind == FileKind::Png);
    CHECK(expect_success(accepted("suivi.xlsx", zip_of({ { "xl/workbook.xml", "<workbook/>" } }), "scan")).kind == FileKind::Xlsx);
    CHECK(expect_success(accepted("note.odt", zip_of({ { "mimetype", "application/vnd.oasis.opendocument.text" }, { "content.xml", "<x/>" } }), "scan")).kind == FileKind::OpenText);
}

TEST_CASE("a name gets no directory, no control character, and the extension of what the file is")
{
    CHECK(expect_success(accepted("C:\\Users\\awa\\lettre.pdf", pdf, "scan")).name == "lettre.pdf");
    CHECK(expect_success(accepted("../../etc/lettre\n.pdf", pdf, "scan")).name == "lettre.pdf");
    CHECK(expect_success(accepted("lettre", pdf, "scan")).name == "lettre.pdf");
    CHECK(expect_success(accepted("", pdf, "scan")).name == "document.pdf");
    CHECK(expect_success(accepted(std::string(400, 'e') + ".pdf", pdf, "scan")).name.size() <= 160);
}

TEST_CASE("what could run, hide or deceive is refused with a sentence")
{
    CHECK(says(refusal("vide.pdf", ""), "empty"));
    CHECK(says(refusal("lettre.pdf", drawing()), "called"));
    CHECK(says(refusal("lettre.pdf", "just text"), "not taken"));
    CHECK(says(refusal("lettre.pdf", "%PDF-1.7\n1 0 obj"), "cut off"));
    CHECK(says(refusal("lettre.pdf", "MZ\x90"s), "program"));
    CHECK(says(refusal("lettre.png", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), "scripts"));
    CHECK(says(refusal("page.html", "\xEF\xBB\xBF \n<!DOCTYPE html>"), "scripts"));
    CHECK(says(refusal("lettres.zip", zip_of({ { "a.pdf", pdf } })), "archive"));
    CHECK(says(refusal("lettres.pdf", "Rar!\x1A\x07"), "archive"));
    CHECK(says(refusal("lettre.docx", zip_of({ { "word/document.xml", "x" }, { "word/vbaProject.bin", "x" } })), "macros"));
    CHECK(says(refusal("tableau.xlsm", zip_of({ { "xl/workbook.xml", "x" }, { "[Content_Types].xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml" } })), "macros"));
    CHECK(says(refusal("tableau.xlsx", zip_of({ { "xl/workbook.xml", "x" }, { "xl/macrosheets/sheet1.xml", "x" } })), "macros"));
    CHECK(says(refusal("ancien.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s), "old Office"));
    auto const large = accepted("grand.pdf", pdf + std::string(largest_file, ' '), "scan");
    REQUIRE_FALSE(large.has_value());
    CHECK(large.error().kind == ErrorKind::TooLarge);
}

TEST_CASE("a photograph loses place, owner and comments, and keeps which way up it is")
{
    auto const clean = expect_success(clean_jpeg(photograph()));
    for (auto const* secret : { "GPS", "Awa", "Photoshop", "hidden" })
        CHECK_FALSE(says(clean, secret));
    CHECK(says(clean, "Exif\0\0MM"s));
    CHECK(says(clean, "\x01\x12\0\x03\0\0\0\x01\0\x03"s));
    CHECK(says(clean, "\x12\xFF\x00\x34\xFF\xD0\x56\xFF\xD9"s));
    CHECK(expect_success(clean_jpeg(clean)) == clean);

    auto const png = expect_success(clean_png(drawing()));
    for (auto const* secret : { "Awa", "GPS", "appended" })
        CHECK_FALSE(says(png, secret));
    CHECK(says(png, "pixels"));
}

TEST_CASE("a picture cut anywhere is refused, never read past its end")
{
    auto const whole = photograph().substr(0, photograph().find("hidden"));
    for (std::size_t length = 0; length < whole.size() - 1; ++length)
        CHECK_FALSE(clean_jpeg(whole.substr(0, length)).has_value());
    auto const png = drawing().substr(0, drawing().size() - std::string("appended").size());
    for (std::size_t length = 0; length < png.size(); ++length)
        CHECK_FALSE(clean_png(png.substr(0, length)).has_value());
}

TEST_CASE("a file comes back byte for byte, in pieces, with the hash people compute themselves")
{
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    test::for_each_engine([](db::Database& db) {
        SeededChance chance { 5 };
        std::string large = "%PDF-1.7\n";
        for (int i = 0; large.size() < 2'500'000; ++i)
            large += static_cast<char>(i * 7 + i / 256);
        large += "\n%%EOF";
        auto const stored = expect_success(db.write([&](db::Transaction& tx) -> Result<StoredFile> {
            return insert_file(tx, TRY(accepted("lettre.pdf", large, "scan")), "", { "", "", "Essai" }, noon, chance);
        }));
        CHECK(stored.sha256 == sha256_hex(large));
        auto const reply = expect_success(db.read([&](db::Reader const& reader) { return file_reply(reader, stored.id); }));
        CHECK(reply.body == large);
        CHECK(reply.content_type == "application/pdf");
        CHECK(reply.headers.at(0).second.starts_with("attachment;"));
        auto const largest = expect_success(db.read([&](db::Reader const& reader) -> Result<std::size_t> {
            std::size_t size = 0;
            TRY(reader.each_raw("SELECT bytes FROM documents_file_piece", {}, [&](db::Row const& row) { size = std::max(size, row.blob(0).size()); }));
            return size;
        }));
        CHECK(largest <= 1024 * 1024);
    });
}

TEST_CASE("a file that was changed behind our back is not handed out")
{
    test::for_each_engine([](db::Database& db) {
        SeededChance chance { 5 };
        auto const stored = expect_success(db.write([&](db::Transaction& tx) -> Result<StoredFile> {
            return insert_file(tx, TRY(accepted("lettre.pdf", pdf, "scan")), "", { "", "", "Essai" }, noon, chance);
        }));
        expect_success(db.write([&](db::Transaction& tx) -> Result<void> {
            TRY(tx.execute_raw("DELETE FROM documents_file_piece"));
            return {};
        }));
        auto const read = db.read([&](db::Reader const& reader) { return read_bytes(reader, stored); });
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().kind == ErrorKind::Internal);
    });
}
