#pragma once
/// From typed names to a mandate, and what the journal keeps of one: the same for the page and the command line.

#include "bodies/body.hpp"
#include "bodies/mandate_forms.hpp"
#include "db/database.hpp"

namespace toguna::bodies {

/// Organisation, person and area are found by what was typed. Invalid, with all that is wrong, field by field.
Result<Mandate> mandate_of(db::Reader const& db, MandateForm const& form, MandateId id, Body const& body, Date today);

/// As JSON, with ids only: a name that must be forgotten later is not kept by the journal.
std::string mandate_facts(Mandate const& mandate);

} // namespace toguna::bodies
