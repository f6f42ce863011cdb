#pragma once
/// A person, named as the person writes it. First and family names are never asked apart: « KONE Sanaba SIDIBE ».

#include "base/period.hpp"
#include "base/result.hpp"
#include "people/ids.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace toguna::people {

/// Belonging to an organisation, dated: the basis of attendance by organisation and of recusal.
struct Affiliation {
    AffiliationId id;
    PersonId person;
    OrganizationId organization;
    std::string function; ///< « Chargée de programme », or empty
    Period period;
    std::string organization_name = {}; ///< as lists show it: its acronym, or its name; filled when it is read
};

struct Person {
    PersonId id;
    std::string full_name;
    std::string email = {};         ///< in lower case, or empty
    std::string phone = {};         ///< as written, or empty
    std::string language = "fr";    ///< what mail and documents to this person speak
    std::vector<Affiliation> affiliations = {}; ///< latest first
    std::int64_t version = 1;

    /// The latest affiliation that holds on that day; a person may have several.
    Affiliation const* affiliation_on(Date day) const;
};

/// Trims, joins runs of spaces, lower-cases the address. Invalid, field by field, when the name is missing, the
/// address or the telephone cannot be one, or the language is not spoken here.
Result<Person> checked(Person person);

/// One @, something before it, a dotted domain after it, no space: enough to catch a slip of the finger.
bool looks_like_email(std::string_view text);

/// Trimmed, in lower case: two writings of one address are one address.
std::string normal_email(std::string_view text);

} // namespace toguna::people
