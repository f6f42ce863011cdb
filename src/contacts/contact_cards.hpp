#pragma once
/// Cards as contact lists, and foreign files of any kind as grids.

#include "contacts/contact_grid.hpp"
#include "formats/vcard.hpp"

namespace toguna::contacts {

/// One row for each card. Pictures, birthdays, home addresses and notes are set aside.
Result<ContactGrid> grid_of_cards(std::vector<formats::VCard> const& cards);

/// XLSX, ODS, DOCX, ODT, CSV, vCard or text.
Result<ContactGrid> read_contact_file(std::string_view bytes, std::string_view name);
/// What was pasted: a table, lines, addresses of a mail, cards.
Result<ContactGrid> read_contact_text(std::string_view text);

} // namespace toguna::contacts
