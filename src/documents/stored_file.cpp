#include "documents/stored_file.hpp"

#include "documents/clean_picture.hpp"
#include "documents/file_recognition.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace toguna::documents {

namespace {

struct KindFacts {
    FileKind kind;
    std::string_view name;
    std::string_view extension;
    std::string_view content_type;
};

constexpr std::array<KindFacts, 7> kinds { {
    { FileKind::Pdf, "pdf", "pdf", "application/pdf" },
    { FileKind::Png, "png", "png", "image/png" },
    { FileKind::Jpeg, "jpeg", "jpg", "image/jpeg" },
    { FileKind::Docx, "docx", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
    { FileKind::Xlsx, "xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
    { FileKind::OpenText, "open_text", "odt", "application/vnd.oasis.opendocument.text" },
    { FileKind::OpenSheet, "open_sheet", "ods", "application/vnd.oasis.opendocument.spreadsheet" },
} };

constexpr std::size_t longest_name = 150;

KindFacts const& facts_of(FileKind kind)
{
    return *std::find_if(kinds.begin(), kinds.end(), [&](auto const& facts) { return facts.kind == kind; });
}

std::string lower_extension(std::string_view name)
{
    auto const dot = name.rfind('.');
    if (dot == std::string_view::npos)
        return {};
    std::string extension(name.substr(dot + 1));
    std::transform(extension.begin(), extension.end(), extension.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return extension == "jpeg" ? "jpg" : extension;
}

/// No directories, no control characters, not endless; never cut inside a letter.
std::string tidy_name(std::string_view given)
{
    if (auto const slash = given.find_last_of("/\\"); slash != std::string_view::npos)
        given.remove_prefix(slash + 1);
    std::string name;
    for (char const letter : given)
        if (static_cast<unsigned char>(letter) >= 0x20 && letter != 0x7F)
            name += letter;
    auto const extension = lower_extension(name);
    auto const stem = name.substr(0, name.size() - (extension.empty() ? 0 : name.size() - name.rfind('.')));
    if (stem.size() <= longest_name)
        return name;
    std::size_t end = longest_name;
    while (end > 0 && (static_cast<unsigned char>(stem[end]) & 0xC0) == 0x80)
        --end;
    return stem.substr(0, end) + name.substr(stem.size());
}

tl::unexpected<Error> refused(std::string_view field, Text sentence, ErrorKind kind = ErrorKind::Invalid)
{
    return fail(Error { kind, tr("This file was not taken."), { { std::string(field), std::move(sentence) } }, {} });
}

/// Renamed files are refused: somebody opens them in the wrong program, or was misled.
Result<std::string> name_for(std::string_view given, FileKind kind, std::string_view field)
{
    auto name = tidy_name(given);
    auto const extension = lower_extension(name);
    auto const wanted = std::string(extension_of(kind));
    if (extension == wanted)
        return name;
    auto const claims_another = std::any_of(kinds.begin(), kinds.end(), [&](auto const& facts) { return facts.extension == extension; });
    if (claims_another)
        return refused(field, tr("This file is called “.{claimed}” but is a .{found}. Give it its right name, or choose another file.",
            { { "claimed", extension }, { "found", wanted } }));
    return (name.empty() ? std::string("document") : name) + "." + wanted;
}

} // namespace

std::string_view name_of(FileKind kind) { return facts_of(kind).name; }
std::string_view content_type_of(FileKind kind) { return facts_of(kind).content_type; }
std::string_view extension_of(FileKind kind) { return facts_of(kind).extension; }

std::optional<FileKind> file_kind_from(std::string_view name)
{
    for (auto const& facts : kinds)
        if (facts.name == name)
            return facts.kind;
    return {};
}

Result<AcceptedFile> accepted(std::string_view name, std::string_view bytes, std::string_view field)
{
    if (bytes.empty())
        return refused(field, tr("This file is empty. Choose the file again."));
    if (bytes.size() > largest_file)
        return refused(field, tr("This file is larger than 20 MB. Scan it in black and white, or in a lower resolution."), ErrorKind::TooLarge);
    auto const kind = recognise_file(bytes);
    if (!kind)
        return refused(field, kind.error().message, kind.error().kind);
    auto const kept_name = TRY(name_for(name, *kind, field));
    if (*kind != FileKind::Jpeg && *kind != FileKind::Png)
        return AcceptedFile { kept_name, *kind, std::string(bytes) };
    auto clean = *kind == FileKind::Jpeg ? clean_jpeg(bytes) : clean_png(bytes);
    if (!clean)
        return refused(field, clean.error().message);
    return AcceptedFile { kept_name, *kind, *std::move(clean) };
}

std::string sha256_hex(std::string_view bytes)
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash {};
    crypto_hash_sha256(hash.data(), reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
    std::string hex(hash.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    hex.pop_back(); // the terminating zero
    return hex;
}

} // namespace toguna::documents
