#pragma once
/// What a contact list holds that we must not keep, or that its author did not mean to hand over. It is named and set aside.

#include "formats/table.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace toguna::contacts {

/// Data about a person that no coordination needs.
enum class PrivateMatter { Birth, IdentityDocument, Money, Health, Religion, Ethnicity, Password, Home, Family, Opinion };

std::string_view name_of(PrivateMatter matter); ///< "identity_document"
std::optional<PrivateMatter> private_matter_from(std::string_view name);
Text label_of(PrivateMatter matter); ///< « date ou lieu de naissance »

/// What a heading says the column is about, in French or English; empty when nothing private.
std::optional<PrivateMatter> private_matter_of_header(std::string_view header);

/// What the cells of a column without a known heading look like: bank accounts, dates of birth. Most of them must.
std::optional<PrivateMatter> private_matter_of_cells(std::vector<formats::Cell const*> const& cells);

enum class WithheldKind { HiddenSheet, HiddenRows, HiddenColumn, Formulas, PrivateColumn, PrivateProperty };

/// One thing that was set aside. What it held is not here: only its name and how much it was.
struct Withheld {
    WithheldKind kind = WithheldKind::Formulas;
    std::string sheet = {};  ///< empty outside workbooks
    std::string title = {};  ///< of a column (its letter when it has no heading) or a property; cells « B3, B7 » of formulas
    std::optional<PrivateMatter> matter = {};
    int count = 0;           ///< cells, rows
    bool operator==(Withheld const&) const = default;
};

/// « La colonne « Passeport » contient … : elle a été mise de côté et n’est pas conservée. »
Text sentence_of(Withheld const& withheld);

} // namespace toguna::contacts
