#pragma once
/// Names that Excel accepts for sheets.

#include <string>
#include <string_view>
#include <vector>

namespace toguna::formats {

/// At most 31 characters, none of [ ] : * ? / \, no apostrophe at either end, not empty, unlike all names in `taken` whatever the case
/// (« Plan », « Plan (2) »). The result is added to `taken`.
std::string free_sheet_name(std::string_view wanted, std::vector<std::string>& taken);

/// 'L''eau'!$B$2:$B$9 — row and column from 0.
std::string column_reference(std::string_view sheet_name, int column, int first_row, int last_row);

} // namespace toguna::formats
