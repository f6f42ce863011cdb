#pragma once
/// One reader per format, behind read_foreign_file.

#include "formats/archive.hpp"
#include "formats/table.hpp"

namespace toguna::formats {

Result<ForeignFile> read_xlsx(Archive& archive, ReadLimits const& limits);
/// ODS and ODT.
Result<ForeignFile> read_open_document(Archive& archive, ReadLimits const& limits);
Result<ForeignFile> read_docx(Archive& archive, ReadLimits const& limits);
/// Guesses encoding and delimiter (« ; », tab, comma, « | »); a first line « sep=; » is obeyed.
Result<ForeignFile> read_csv(std::string_view bytes, ReadLimits const& limits);

} // namespace toguna::formats
