#pragma once
/// The search text of base, under the name by which features know it.

#include "base/search_text.hpp"

namespace toguna::people {

using toguna::length_of;
using toguna::matches;
using toguna::search_text;
using toguna::search_words;
using toguna::tidy;

} // namespace toguna::people
