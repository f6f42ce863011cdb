#pragma once
/// Records of fields between delimiters, quoted as RFC 4180 says and as Excel writes.

#include "formats/table_builder.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace toguna::formats {

using RecordReceiver = std::function<Result<void>(std::vector<std::string>&)>;

/// Gives each record to `receive`. A quoted field may hold delimiters, line ends and doubled quotes; a quote inside an
/// unquoted field is an ordinary character; a quote never closed reaches to the end.
Result<void> split_records(std::string_view text, char delimiter, RecordReceiver const& receive);

/// The delimiter that cuts the first lines most evenly, among those given; '\0' when none cuts them.
char guess_delimiter(std::string_view text, std::string_view candidates);

/// Puts one record as a row of text cells; empty fields at its end leave no cells.
Result<void> put_record(TableBuilder& builder, int row, std::vector<std::string> const& record);

/// Percent of the first lines that the best of the candidates cuts into one same number of fields, at least two; quoted
/// line ends end no line. 0 for prose.
int evenness(std::string_view text, std::string_view candidates);

} // namespace toguna::formats
