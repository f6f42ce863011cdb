#include "documents/file_recognition.hpp"

#include "formats/archive.hpp"
#include "formats/file_format.hpp"

#include <algorithm>

namespace toguna::documents {

namespace {

using namespace std::string_view_literals;

tl::unexpected<Error> refused(Text sentence) { return fail(ErrorKind::Invalid, std::move(sentence)); }

bool starts_with_any(std::string_view bytes, std::initializer_list<std::string_view> beginnings)
{
    return std::any_of(beginnings.begin(), beginnings.end(), [&](auto beginning) { return bytes.starts_with(beginning); });
}

/// Windows, Linux and macOS programs, scripts, Java classes, shortcuts.
bool is_program(std::string_view bytes)
{
    return starts_with_any(bytes, { "MZ"sv, "\x7F" "ELF"sv, "#!"sv, "\xCF\xFA\xED\xFE"sv, "\xCE\xFA\xED\xFE"sv, "\xFE\xED\xFA\xCE"sv, "\xFE\xED\xFA\xCF"sv,
                                      "\xCA\xFE\xBA\xBE"sv, "L\0\0\0\x01\x14\x02\0"sv });
}

bool is_packed(std::string_view bytes)
{
    return starts_with_any(bytes, { "Rar!"sv, "7z\xBC\xAF"sv, "\x1F\x8B"sv, "BZh"sv, "\xFD" "7zXZ"sv, "\x28\xB5\x2F\xFD"sv })
        || (bytes.size() > 262 && bytes.substr(257, 5) == "ustar");
}

/// Pages and drawings begin with a tag, perhaps after a mark and white space.
bool is_marked_up(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n\f"), bytes.size()));
    return bytes.starts_with('<');
}

Result<FileKind> recognise_pdf(std::string_view bytes)
{
    auto const tail = bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 2048));
    if (tail.find("%%EOF") == std::string_view::npos)
        return refused(tr("This PDF is cut off: its end is missing. Scan or download it again."));
    return FileKind::Pdf;
}

/// Macros of Word, Excel (both kinds) and LibreOffice, and controls that run programs.
Result<bool> holds_programs(formats::Archive& archive)
{
    if (archive.has_part_ending("vbaproject.bin") || archive.has_part_starting("xl/macrosheets/") || archive.has_part_starting("word/activex/")
        || archive.has_part_starting("xl/activex/") || archive.has_part_starting("basic/") || archive.has_part_starting("scripts/"))
        return true;
    if (!archive.has("[Content_Types].xml"))
        return false;
    return TRY(archive.read("[Content_Types].xml")).find("macroEnabled") != std::string::npos;
}

Result<FileKind> recognise_open_document(formats::Archive& archive)
{
    if (archive.has("META-INF/manifest.xml") && TRY(archive.read("META-INF/manifest.xml")).find("encryption-data") != std::string::npos)
        return refused(tr("This file is protected by a password. Save it without a password and choose it again."));
    auto const type = TRY(archive.read("mimetype"));
    if (type.starts_with("application/vnd.oasis.opendocument.spreadsheet"))
        return FileKind::OpenSheet;
    if (type.starts_with("application/vnd.oasis.opendocument.text"))
        return FileKind::OpenText;
    return refused(tr("This kind of file is not taken. Export it as PDF and choose the PDF."));
}

Result<FileKind> recognise_archive(std::string_view bytes)
{
    auto archive = TRY(formats::Archive::open(bytes, {}));
    if (TRY(holds_programs(archive)))
        return refused(tr("This file contains macros. Save it without macros, or as PDF, and choose it again."));
    if (archive.has("word/document.xml"))
        return FileKind::Docx;
    if (archive.has("xl/workbook.xml"))
        return FileKind::Xlsx;
    if (archive.has("mimetype") && archive.has("content.xml"))
        return recognise_open_document(archive);
    return refused(tr("This is an archive, not a document. Unpack it and choose one file at a time."));
}

} // namespace

Result<FileKind> recognise_file(std::string_view bytes)
{
    if (bytes.starts_with("%PDF-"))
        return recognise_pdf(bytes);
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv))
        return FileKind::Png;
    if (bytes.starts_with("\xFF\xD8\xFF"sv))
        return FileKind::Jpeg;
    if (formats::is_archive(bytes))
        return recognise_archive(bytes);
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv))
        return refused(tr("This is an old Office file, or one with a password. Save it as PDF, without a password, and choose it again."));
    if (is_program(bytes))
        return refused(tr("This file is a program, whatever its name says. Choose a PDF, a picture or a document."));
    if (is_packed(bytes))
        return refused(tr("This is an archive, not a document. Unpack it and choose one file at a time."));
    if (is_marked_up(bytes))
        return refused(tr("This is a web page or a drawing (HTML, SVG, XML), which may hold scripts. Export it as PDF or PNG."));
    return refused(tr("This kind of file is not taken. Choose a PDF, a picture (PNG, JPEG) or a document (DOCX, XLSX, ODT, ODS)."));
}

} // namespace toguna::documents
