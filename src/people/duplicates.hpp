#pragma once
/// Organisations and persons that are likely one: shown to a person, never merged by themselves.

#include "people/organization.hpp"
#include "people/recognise.hpp"

#include <span>
#include <string>
#include <vector>

namespace toguna::people {

enum class DuplicateReason {
    SameName,           ///< but for accents, case and punctuation
    SimilarName,        ///< but for one typing error
    SameAcronymAndType,
    SameWords,          ///< of a person's name, in any order
    SameAddress,        ///< two persons may share a mailbox, too
};
Text label_of(DuplicateReason reason);

/// Two rows that look alike, the smaller id first, and why.
template<class IdType>
struct LikelyDuplicate {
    IdType first;
    IdType second;
    DuplicateReason reason;
    bool operator==(LikelyDuplicate const&) const = default;
};

/// A name of an organisation as it is searched.
struct NameInUse {
    OrganizationId id;
    bool is_acronym = false;
    std::string key;
    OrganizationType type = OrganizationType::Other;
};

/// A person's name and address.
struct PersonInUse {
    PersonId id;
    std::string key;
    std::string email = {};
};

/// Each pair once, with its strongest reason, by ids. Time grows with the number of names, not with its square.
std::vector<LikelyDuplicate<OrganizationId>> likely_duplicates(std::span<NameInUse const> names);
std::vector<LikelyDuplicate<PersonId>> likely_duplicates(std::span<PersonInUse const> persons);

} // namespace toguna::people
