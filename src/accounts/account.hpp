#pragma once
/// Who may sign in: a person with an address, and a password or the links that reach that address.

#include "base/id.hpp"
#include "base/result.hpp"
#include "people/ids.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace toguna::accounts {

using AccountId = Id<struct AccountTag>;

struct Account {
    AccountId id;
    people::PersonId person;
    std::string name;  ///< of the person, as written
    std::string email; ///< in lower case; unique among accounts
    bool administrator = false;
    bool has_password = false; ///< without one, signs in by e-mailed link only
    bool closed = false;       ///< cannot sign in; what it did stays
    std::optional<Instant> last_sign_in = {};
};

/// In characters. Long enough to resist guessing, short enough that hashing costs the same for all.
inline constexpr std::size_t shortest_password = 12;
inline constexpr std::size_t longest_password = 200;

/// Twelve characters, whatever they are (NIST SP 800-63B: no rules of composition); refused are the commonest ones, one
/// letter over and over, a row of the keyboard, and the address or name itself. Invalid on the field `password`.
Result<void> check_password(std::string_view password, std::string_view email, std::string_view name);

} // namespace toguna::accounts
