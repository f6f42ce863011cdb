#pragma once
/// Open Packaging Conventions (ECMA-376 Part 2), as far as DOCX and XLSX need them: which part plays which role.

#include "formats/archive.hpp"

#include <string>
#include <vector>

namespace toguna::formats {

struct Relationship {
    std::string id;
    std::string type;   ///< last word of the type's address: "worksheet", "styles", "officeDocument" …
    std::string target; ///< full name of the part in the archive
};

class Relationships {
public:
    Relationships() = default;
    explicit Relationships(std::vector<Relationship> list) : m_list(std::move(list)) { }
    /// Empty when there is none.
    std::string target_of_id(std::string_view id) const;
    std::string target_of_type(std::string_view type) const;

private:
    std::vector<Relationship> m_list;
};

/// Relationships of a part ("xl/workbook.xml"), or of the package for an empty name. None when the file has none.
/// Targets may be absolute ("/xl/worksheets/sheet1.xml", as openpyxl writes) or relative to the part.
Result<Relationships> read_relationships(Archive& archive, std::string_view part);

/// The title in docProps/core.xml; empty when there is none.
Result<std::string> read_core_title(Archive& archive);

} // namespace toguna::formats
