#pragma once
/// The templates that travel inside the executable, until an administrator writes a version of their own.

#include "bodies/body.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace toguna::terms {

struct ShippedTemplate {
    std::string_view code;     ///< "co-coordination.fr": in addresses, in storage, and the name of the file
    std::string_view language; ///< "fr", "en"
    Text title;                ///< in lists, in the reader's language
    std::vector<bodies::BodyKind> kinds = {}; ///< of bodies it is offered to; empty: every kind
    bool is_engagement = false;               ///< has a blank form to print (S0-65)
};

/// In the order of lists.
std::vector<ShippedTemplate> const& shipped_templates();
/// Null when there is none.
ShippedTemplate const* find_shipped(std::string_view code);
/// Its text as it was shipped.
std::string_view source_of(ShippedTemplate const& shipped);

} // namespace toguna::terms
