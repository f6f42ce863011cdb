#include "formats/fixtures/archive_of_parts.hpp"
#include "formats/table.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace toguna;
using namespace toguna::formats;
using namespace std::literals;

namespace {

std::string refusal_of(std::string_view bytes, std::string_view name = "plan.xlsx", ReadLimits const& limits = {})
{
    auto const file = read_foreign_file(bytes, name, limits);
    REQUIRE_FALSE(file);
    return file.error().message.debug_string();
}

std::string wide(std::string_view text)
{
    std::string result;
    for (char const character : text)
        result.append({ character, '\0' });
    return result;
}

std::string fixture_bytes(std::string const& name)
{
    std::ifstream const stream("src/formats/fixtures/" + name, std::ios::binary);
    std::stringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

bool starts(std::string const& sentence, std::string_view beginning) { return sentence.starts_with(beginning); }

} // namespace

TEST_CASE("a file that is no table says what it is, whatever its name")
{
    auto const compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s;
    CHECK(starts(refusal_of(""), "This file is empty."));
    CHECK(starts(refusal_of("%PDF-1.7\n%\xE2\xE3"), "This file is a PDF."));
    CHECK(starts(refusal_of(compound + wide("WordDocument")), "This file is an old Word document"));
    CHECK(starts(refusal_of(compound + wide("Workbook")), "This file is an old Excel workbook"));
    CHECK(starts(refusal_of(compound + wide("EncryptedPackage")), "This file is protected by a password."));
    CHECK(starts(refusal_of("{\\rtf1\\ansi"), "This file is an RTF document."));
    CHECK(starts(refusal_of("\r\n<HTML xmlns:x=\"x\"><table>", "plan.xls"), "This file is a web page"));
    CHECK(starts(refusal_of("<?xml version=\"1.0\"?><Workbook/>"), "This file is an XML file."));
    CHECK(starts(refusal_of("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv), "This file is an image"));
    CHECK(starts(refusal_of("Rar!\x1A\x07"), "This file is a compressed archive."));
    CHECK(starts(refusal_of("\x7F" "ELF\x02\x01\x01\0\0\0\0\0\x03\0>\0"sv), "This file is of an unknown kind."));
}

TEST_CASE("an archive that is no document says what it is")
{
    using fixtures::archive_of;
    CHECK(starts(refusal_of(archive_of({ { "photo.jpg", "x" } })), "This file is a ZIP archive"));
    CHECK(starts(refusal_of(archive_of({ { "ppt/presentation.xml", "x" } })), "This file is a PowerPoint presentation."));
    CHECK(starts(refusal_of(archive_of({ { "xl/workbook.bin", "x" } })), "This file is a binary Excel workbook"));
    CHECK(starts(refusal_of(archive_of({ { "word/document.xml", "<x/>" }, { "word/vbaProject.bin", "x" } })), "This file contains macros"));
    CHECK(starts(refusal_of(archive_of({ { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" }, { "content.xml", "?" },
                     { "META-INF/manifest.xml", "<manifest:encryption-data/>" } })),
        "This file is protected by a password."));
    CHECK(starts(refusal_of(archive_of({ { "mimetype", "application/vnd.oasis.opendocument.graphics" }, { "content.xml", "<x/>" } })), "This file is an OpenDocument file"));
    CHECK(starts(refusal_of(archive_of({ { "word/document.xml", "<x/>" }, { "../../etc/passwd", "x" } })), "This file holds a part named"));
}

TEST_CASE("a truncated file is called incomplete, wherever it was cut")
{
    for (auto const* name : { "plan.xlsx", "plan.docx", "plan.ods" }) {
        auto const whole = fixture_bytes(name);
        for (auto const part : { 5, 50, 90 })
            CHECK(starts(refusal_of(whole.substr(0, whole.size() * std::size_t(part) / 100)), "This file is incomplete or damaged"));
    }
}

TEST_CASE("a file is read by its bytes when its name lies")
{
    CHECK(read_foreign_file(fixture_bytes("plan.docx"), "plan.csv")->format == "docx");
    CHECK(read_foreign_file(fixture_bytes("plan.xlsx"), "plan.doc")->format == "xlsx");
    CHECK(read_foreign_file(fixture_bytes("plan.csv"), "plan.xlsx")->format == "csv");
    CHECK(read_foreign_file("Gap;Action\nA;un\n", "plan.txt")->format == "csv");
    CHECK(read_foreign_file("Gap\tAction\nA\tun\n", "plan.txt")->format == "text");
    CHECK(read_foreign_file("Plan, enfin\nSans colonne ;\nMais avec des phrases.\n", "plan.csv")->format == "text");
}

TEST_CASE("a file too big, or that unpacks to too much, is refused with the bound")
{
    ReadLimits limits;
    limits.file_bytes = 1024 * 1024;
    CHECK(refusal_of(std::string(3 * 1024 * 1024 / 2, 'a'), "plan.csv", limits).find("weighs 2 MB; at most 1 MB") != std::string::npos);

    limits.part_bytes = 1024 * 1024;
    auto const big = fixtures::archive_of({ { "word/document.xml", "<x>" + std::string(2 * 1024 * 1024, ' ') + "</x>" } }, fixtures::Packing::Deflated);
    auto const refused = read_foreign_file(big, "plan.docx", limits);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::TooLarge);

    auto const bomb = fixtures::archive_of({ { "word/document.xml", std::string(40 * 1024 * 1024, ' ') } }, fixtures::Packing::Deflated);
    CHECK(read_foreign_file(bomb, "plan.docx").error().kind == ErrorKind::TooLarge);
}

TEST_CASE("a CSV file of Excel is read whatever the system that wrote it")
{
    for (std::string const bytes : { "D\xE9" "fi;\xC9" "ch\xE9" "ance\nAcc\xE8s;Ao\xFBt\n", "D\x8E" "fi;\x83" "ch\x8E" "ance\nAcc\x8Fs;Ao\x9Et\n",
             "D\x82" "fi;\x90" "ch\x82" "ance\nAcc\x8As;Ao\x96t\n" }) {
        auto const file = read_foreign_file(bytes, "plan.csv");
        REQUIRE(file);
        CHECK(file->tables[0].rows[0].cells[1].text == "Échéance");
        CHECK(file->tables[0].rows[1].cells[1].text == "Août");
    }
}
