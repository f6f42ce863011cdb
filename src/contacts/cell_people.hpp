#pragma once
/// Several persons, addresses or numbers in one cell of a list.

#include "contacts/reach.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace toguna::contacts {

/// « Awa Sanou / Issa Barry », « Awa Sanou et Issa Barry », one a line. A title, a bracket or half a name is no second person.
std::vector<std::string> people_in_cell(std::string_view cell);

struct SharedReach {
    std::vector<std::vector<std::string>> of_person; ///< one list for each person, in their order
    bool is_certain = true;
};

/// As many values as persons: each theirs. Otherwise an address belongs to whose name it spells, the rest to the first: uncertain.
SharedReach share_among(std::vector<std::string> const& people, std::vector<std::string> const& values);

} // namespace toguna::contacts
