#pragma once
/// Slips of the finger.

#include <string_view>

namespace toguna::contacts {

/// One letter too many, too few, another one, or two neighbours exchanged, in words of six letters or more: shorter ones
/// are other acronyms (OIM, OIT). Equal words are no slip.
bool one_slip_apart(std::string_view left, std::string_view right);

} // namespace toguna::contacts
