#include "formats/file_format.hpp"

#include <algorithm>
#include <array>

namespace toguna::formats {

namespace {

using namespace std::string_view_literals;

tl::unexpected<Error> refused(Text sentence) { return fail(ErrorKind::Invalid, std::move(sentence)); }

Text protected_by_password() { return tr("This file is protected by a password. Open it, remove the password, save it and try again."); }

/// Names inside old Office files are UTF-16.
bool holds_wide(std::string_view bytes, std::string_view name)
{
    std::string wide;
    for (char const character : name)
        wide.append({ character, '\0' });
    return bytes.find(wide) != std::string_view::npos;
}

/// The beginning of a text without mark and white space, lower case.
std::string folded_beginning(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
    std::string beginning(bytes.substr(0, 1024));
    std::ranges::transform(beginning, beginning.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return beginning;
}

bool starts_with_any(std::string_view bytes, std::initializer_list<std::string_view> beginnings)
{
    return std::ranges::any_of(beginnings, [&](auto beginning) { return bytes.starts_with(beginning); });
}

bool is_image(std::string_view bytes)
{
    if (starts_with_any(bytes, { "\x89PNG"sv, "\xFF\xD8\xFF"sv, "GIF8"sv, "II*\0"sv, "MM\0*"sv }))
        return true;
    if (bytes.size() < 12)
        return false;
    bool const bitmap = bytes.starts_with("BM") && bytes.substr(6, 4) == "\0\0\0\0"sv;
    bool const webp = bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP";
    bool const heic = bytes.substr(4, 4) == "ftyp" && (bytes.substr(8, 2) == "he" || bytes.substr(8, 2) == "mi" || bytes.substr(8, 2) == "av");
    return bitmap || webp || heic;
}

/// Control characters that no text has. UTF-16 has zeros, but only in every second byte and mostly with a mark.
bool is_binary(std::string_view bytes)
{
    auto const sample = bytes.substr(0, 8192);
    if (starts_with_any(sample, { "\xFF\xFE"sv, "\xFE\xFF"sv }))
        return false;
    std::size_t odd_zeros = 0;
    std::size_t even_zeros = 0;
    std::size_t controls = 0;
    for (std::size_t at = 0; at < sample.size(); ++at) {
        auto const byte = static_cast<unsigned char>(sample[at]);
        if (byte == 0)
            ++(at % 2 ? odd_zeros : even_zeros);
        else if (byte < 0x20 && "\t\n\v\f\r\x1A"sv.find(sample[at]) == std::string_view::npos)
            ++controls;
    }
    bool const zeros_of_utf16 = (odd_zeros == 0 || even_zeros == 0) && (odd_zeros + even_zeros) * 10 >= sample.size() * 3;
    return controls * 50 > sample.size() || (odd_zeros + even_zeros > 0 && !zeros_of_utf16);
}

/// Office 97–2003 files, and the envelope in which newer ones are encrypted (MS-CFB, MS-OFFCRYPTO).
Result<void> refuse_compound_file(std::string_view bytes)
{
    if (holds_wide(bytes, "EncryptedPackage") || holds_wide(bytes, "EncryptionInfo"))
        return refused(protected_by_password());
    if (holds_wide(bytes, "WordDocument"))
        return refused(tr("This file is an old Word document (.doc). Open it in Word and save it as DOCX, or copy the table and paste it here."));
    if (holds_wide(bytes, "Workbook") || holds_wide(bytes, "Book"))
        return refused(tr("This file is an old Excel workbook (.xls). Open it in Excel and save it as XLSX, or copy the table and paste it here."));
    return refused(tr("This file is an old Office file that holds neither a document nor a workbook. A table is expected, "
                      "as DOCX, XLSX, ODS or CSV."));
}

Result<void> refuse_marked_text(std::string_view bytes)
{
    auto const beginning = folded_beginning(bytes);
    if (beginning.starts_with("{\\rtf"))
        return refused(tr("This file is an RTF document. Open it in Word and save it as DOCX, or copy the table and paste it here."));
    if (starts_with_any(beginning, { "<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<style" }) || beginning.find("<html") != std::string::npos)
        return refused(tr("This file is a web page (HTML), whatever its name says. Open it in Excel or Word and save it as XLSX or DOCX, or "
                          "copy the table and paste it here."));
    if (beginning.starts_with("mime-version:"))
        return refused(tr("This file is a web archive (MHTML). Open it in Word or Excel and save it as DOCX or XLSX, or copy the table and paste it here."));
    if (beginning.starts_with("<?xml"))
        return refused(tr("This file is an XML file. Open it in Excel or LibreOffice and save it as XLSX or ODS, or copy the table and paste it here."));
    return {};
}

/// Spreadsheets and documents of other programs, recognised by their parts.
Result<FileFormat> refuse_other_archive(Archive& archive)
{
    if (archive.has("xl/workbook.bin"))
        return refused(tr("This file is a binary Excel workbook (.xlsb). Open it in Excel and save it as XLSX."));
    if (archive.has_part_starting("ppt/"))
        return refused(tr("This file is a PowerPoint presentation. Copy its table and paste it here, or save the table as DOCX, XLSX, ODS or CSV."));
    if (archive.has_part_ending(".iwa") || archive.has("index.xml") || archive.has("index.zip"))
        return refused(tr("This file is a Pages or Numbers document. Export it as Word or Excel, and choose the exported file."));
    return refused(tr("This file is a ZIP archive, not a document. Unpack it and choose the DOCX, XLSX, ODS or CSV file in it."));
}

} // namespace

bool is_archive(std::string_view bytes) { return starts_with_any(bytes, { "PK\x03\x04"sv, "PK\x05\x06"sv, "PK\x07\x08"sv }); }

Result<void> refuse_other_formats(std::string_view bytes)
{
    if (bytes.empty())
        return refused(tr("This file is empty. Choose the DOCX, XLSX, ODS or CSV file that holds the table."));
    if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos)
        return refused(tr("This file is a PDF. Open it in Word, copy the table and paste it here, or save it as DOCX, XLSX, ODS or CSV."));
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv))
        return refuse_compound_file(bytes);
    if (is_image(bytes))
        return refused(tr("This file is an image: its text cannot be read. Choose the DOCX, XLSX, ODS or CSV file that the image shows."));
    if (starts_with_any(bytes, { "Rar!"sv, "7z\xBC\xAF"sv, "\x1F\x8B"sv, "BZh"sv, "\xFD" "7zXZ"sv }))
        return refused(tr("This file is a compressed archive. Unpack it and choose the DOCX, XLSX, ODS or CSV file in it."));
    if (is_binary(bytes))
        return refused(tr("This file is of an unknown kind. A table is expected, as DOCX, XLSX, ODS or CSV."));
    return refuse_marked_text(bytes);
}

Result<FileFormat> format_of_archive(Archive& archive)
{
    if (archive.has_part_ending("vbaproject.bin"))
        return refused(tr("This file contains macros, which are not accepted. Save it without macros, as DOCX or XLSX, and try again."));
    if (archive.has_part_starting("word/"))
        return FileFormat::Docx;
    if (archive.has("xl/workbook.xml") || (archive.has("[Content_Types].xml") && archive.has_part_starting("xl/worksheets/")))
        return FileFormat::Xlsx;
    if (!archive.has("mimetype") || !archive.has("content.xml"))
        return refuse_other_archive(archive);

    if (archive.has("META-INF/manifest.xml") && TRY(archive.read("META-INF/manifest.xml")).find("encryption-data") != std::string::npos)
        return refused(protected_by_password());
    auto const type = TRY(archive.read("mimetype"));
    if (type.starts_with("application/vnd.oasis.opendocument.spreadsheet"))
        return FileFormat::OpenSheet;
    if (type.starts_with("application/vnd.oasis.opendocument.text"))
        return FileFormat::OpenText;
    return refused(tr("This file is an OpenDocument file, but neither a spreadsheet (ODS) nor a text (ODT). Save the table as DOCX, XLSX, ODS or CSV."));
}

} // namespace toguna::formats
