#pragma once
/// What a file is, by its bytes: its name proves nothing.

#include "formats/archive.hpp"

namespace toguna::formats {

enum class FileFormat { Docx, OpenText, Xlsx, OpenSheet, Text };

/// A ZIP, as DOCX, XLSX and ODS are.
bool is_archive(std::string_view bytes);

/// Refuses what is neither a ZIP nor text, and text that is another format (HTML, RTF, XML), each with its own
/// sentence: what was found, what was expected, what to do.
Result<void> refuse_other_formats(std::string_view bytes);

/// Which document an archive holds; refuses the others, macros and passwords.
Result<FileFormat> format_of_archive(Archive& archive);

} // namespace toguna::formats
