#pragma once
/// Contact lists written as lines of words: « Awa Sanou, UNICEF, awa@example.org, +226 70 00 00 01 », the addresses of a mail,
/// the participants of a WhatsApp group.

#include "contacts/contact_grid.hpp"

#include <optional>

namespace toguna::contacts {

/// The entries of a text that is no table: one a line, or several where a line is the header of a mail or the participants
/// of a group. Empty when the text is a table with columns.
std::optional<std::vector<std::string>> plain_contact_lines(std::string_view text);

/// A table of name, organisation, function, addresses and numbers, one row for each entry.
GridTable grid_of_plain_lines(std::vector<std::string> const& lines);

} // namespace toguna::contacts
