#pragma once
/// The contact list as files: XLSX and CSV that come back, cards for telephones, a document to print.

#include "contacts/contact_book.hpp"
#include "formats/document.hpp"
#include "formats/sheet_writer.hpp"
#include "formats/vcard.hpp"
#include "web/localization.hpp"

namespace toguna::contacts {

struct BookHeading {
    std::string title; ///< « Contacts du CRR »
    std::string author;
    Date as_of;
    Instant created;
};

/// One row a person and organisation, with a hidden identifier: imported again it gives no difference.
formats::Workbook contact_workbook(std::vector<ContactEntry> const& entries, BookHeading const& heading, web::Localization const& language);
formats::Document contact_document(std::vector<ContactEntry> const& entries, Grouping grouping, BookHeading const& heading, web::Localization const& language);
/// One card a person and organisation, of those who have a name.
std::vector<formats::VCard> contact_cards(std::vector<ContactEntry> const& entries);

/// « Coordination, membre ».
std::string role_words(ContactEntry const& entry, web::Localization const& language);

} // namespace toguna::contacts
