#pragma once
/// Addresses, numbers and handles inside other words: what a cell or a line says about how to reach somebody.

#include <string>
#include <string_view>
#include <vector>

namespace toguna::contacts {

struct Reached {
    std::vector<std::string> emails;     ///< in lower case, each once
    std::vector<std::string> phones;     ///< as written, tidied, each once
    std::vector<std::string> doubtful;   ///< has an @ or many digits, yet is neither an address nor a number
    std::string rest;                    ///< the other words, with what separated them
};

/// « awa@example.org / +226 70 00 00 01 ou 76 00 00 02 » gives one address and two numbers.
Reached read_reach(std::string_view text);

/// What two writings of one number share: the last eight digits; empty when there are fewer than six.
std::string phone_key(std::string_view phone);

} // namespace toguna::contacts
