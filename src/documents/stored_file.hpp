#pragma once
/// A file that somebody handed in, and what may be handed in: documents and pictures that hold nothing that runs.

#include "base/id.hpp"
#include "base/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace toguna::documents {

using FileId = Id<struct FileTag>;

/// Told by the bytes; a name proves nothing.
enum class FileKind { Pdf, Png, Jpeg, Docx, Xlsx, OpenText, OpenSheet };
std::string_view name_of(FileKind kind); ///< "pdf", "open_text"
std::optional<FileKind> file_kind_from(std::string_view name);
std::string_view content_type_of(FileKind kind);
std::string_view extension_of(FileKind kind); ///< "pdf", without dot

/// For the `accept` of a file field, and the sentence beside it.
inline constexpr std::string_view accepted_extensions = ".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.odt,.ods";
inline constexpr std::size_t largest_file = 20 * 1024 * 1024;

/// What is known of a file without its bytes.
struct StoredFile {
    FileId id;
    std::string name; ///< as it is given back: no directories, with the extension of its kind
    FileKind kind = FileKind::Pdf;
    std::int64_t size = 0;
    std::string sha256;       ///< 64 hexadecimal digits, over the bytes that are kept and given back
    std::string added_by = {}; ///< id of the person, or empty
    Instant added_at;
};

/// A file that may be kept: recognised, and without what cameras write about people and places.
struct AcceptedFile {
    std::string name;
    FileKind kind = FileKind::Pdf;
    std::string bytes;
};

/// Invalid, with a sentence on the field `field`: an empty file, an archive, macros, a password, a program, a page or drawing
/// that can hold scripts, anything unknown, a damaged picture, a name that claims another kind. TooLarge above 20 MB.
Result<AcceptedFile> accepted(std::string_view name, std::string_view bytes, std::string_view field);

/// SHA-256 as 64 hexadecimal digits: what people can compute on their own machine and compare.
std::string sha256_hex(std::string_view bytes);

} // namespace toguna::documents
