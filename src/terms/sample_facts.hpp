#pragma once
/// An invented body in an invented country, for looking at a template before any body uses it.

#include "terms/terms_facts.hpp"

namespace toguna::terms {

/// Every place of the catalogue has a value.
TermsFacts sample_facts();

} // namespace toguna::terms
