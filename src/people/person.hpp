#pragma once
/// A person, named as the person writes it. First and family names are never asked apart: « KONE Sanaba SIDIBE ».

#include "base/period.hpp"
#include "base/result.hpp"
#include "people/contact_detail.hpp"

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
    std::string spoken = {};        ///< languages spoken, as written: « français, mooré, fulfuldé »
    Visibility email_visibility = Visibility::Members;
    Visibility phone_visibility = Visibility::Members;
    std::optional<Date> consented_on = {}; ///< the day the person agreed to be listed; nothing: nobody asked yet
    bool is_erased = false;         ///< the name was forgotten at the person's wish (invariant 30)

    /// The latest affiliation that holds on that day; a person may have several.
    Affiliation const* affiliation_on(Date day) const;
};

/// The winner of a merge with what only the loser knew: address, telephone, languages, consent. What both know stays the
/// winner's; the loser's becomes contact details (see leftovers). Invalid when they are one and the same.
Result<Person> merged(Person winner, Person const& loser);
/// The loser's address and telephone that the winner does not take, as contact details of the winner without ids.
std::vector<ContactDetail> leftovers(Person const& winner, Person const& loser);

/// Trims, joins runs of spaces, lower-cases the address. Invalid, field by field, when the name is missing, the
/// address or the telephone cannot be one, or the language is not spoken here.
Result<Person> checked(Person person);

/// Digits with the signs people put between them, four at least.
bool looks_like_phone(std::string_view text);

/// One @, something before it, a dotted domain after it, no space: enough to catch a slip of the finger.
bool looks_like_email(std::string_view text);

/// Trimmed, in lower case: two writings of one address are one address.
std::string normal_email(std::string_view text);

} // namespace toguna::people
