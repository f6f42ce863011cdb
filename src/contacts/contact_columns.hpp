#pragma once
/// What the columns of a contact list hold: by their headings in French or English, else by what stands in them.

#include "contacts/contact_grid.hpp"

namespace toguna::contacts {

/// Empty when the words are no heading we know. A heading we know and do not need (« Signature ») is Ignored.
std::optional<ColumnRole> role_of_header(std::string_view header);

/// At least half of its cells are headings, two or more of them or one for names: « No. · Nom & Prénom · Organisation », repeated on each page.
bool is_header_row(std::vector<std::string> const& cells);

/// « Nom » is the family name where another column is the first name.
void settle_names(std::vector<GridColumn>& columns);

/// For columns that no heading explains: addresses, numbers, organisations we know, words that look like names.
void guess_by_content(GridTable& table);

} // namespace toguna::contacts
