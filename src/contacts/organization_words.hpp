#pragma once
/// The words in which a list names an organisation: « Catholic Relief Services (CRS) », « PNUD/UNDP », « Association … "AFM" ».

#include "people/known_acronyms.hpp"
#include "people/organization.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace toguna::contacts {

/// Two letters or more, none of them small, no space: « AVSF », « ACF-E ».
bool is_acronym(std::string_view text);

/// Whether everybody of the field knows it (people/known_acronyms.hpp), its spaces and one slip of the finger forgiven.
people::KnownOrganization const* known_organization(std::string_view text);
bool organization_is_known(std::string_view text);

struct OrganizationWords {
    std::string text;    ///< as written, tidied
    std::string name;    ///< without the acronym in brackets or quotes
    std::string acronym; ///< in brackets, in quotes, or the whole text when it looks like one; or empty
    std::vector<std::string> keys; ///< what else in the list or directory is the same organisation: search texts, the likeliest first
    people::KnownOrganization const* known = nullptr;
};

/// The acronym must be made of the initials of the name, in their order, or be that of a known organisation: « Oxfam (Mali) »
/// and « CARE (Mali) » are two. Of « PNUD/UNDP » both parts count when they are one organisation that everybody knows.
OrganizationWords read_organization_words(std::string_view text);

/// By what everybody knows, by the words of a « Type » column, by the words of the name. Other when nothing tells.
people::OrganizationType guess_type(std::string_view name, std::string_view type_words);

} // namespace toguna::contacts
