#pragma once
/// Recognises an organisation or a person in the words of a document or a form field.

#include "people/ids.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace toguna::people {

/// One of the names that an organisation or a person goes by; `key` is its search_text.
template<class IdType>
struct KnownName {
    IdType id;
    std::string key;
};
using OrganizationName = KnownName<OrganizationId>;
using PersonName = KnownName<PersonId>;

/// `exact` when there is no doubt; otherwise `candidates`, likeliest first, for a person to choose from; or neither.
template<class IdType>
struct Match {
    std::optional<IdType> exact = {};
    std::vector<IdType> candidates = {};
};
/// As many as are offered to choose from: more would not be read on a telephone.
inline constexpr std::size_t most_candidates = 8;
using OrganizationMatch = Match<OrganizationId>;
using PersonMatch = Match<PersonId>;

/// Two search texts of at least six letters that one letter more, less, other or swapped makes the same: below that length one
/// letter makes another acronym (OIM, OIT).
bool one_typing_error_apart(std::string_view left, std::string_view right);

/// Any name, acronym or alias, without accents and case; « Catholic Relief Services (CRS) » by either part when the parts
/// do not contradict each other; « le PNUD » without its article. Candidates: a name that several share, what stands
/// before a qualifier (« ACF-Espagne » may be ACF), an acronym in brackets beside an unknown name, one typing error.
OrganizationMatch recognise_organization(std::span<OrganizationName const> names, std::string_view text);

/// The same words in any order are exact: « Sidibé Koné Sanaba » is « KONE Sanaba SIDIBE ». Candidates: persons who bear
/// every word that was written.
PersonMatch recognise_person(std::span<PersonName const> names, std::string_view text);

} // namespace toguna::people
