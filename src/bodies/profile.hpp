#pragma once
/// What a body is about, beside its name and place: territory, crisis, purpose, rhythm, public page (domain model §3.3).

#include "bodies/crisis.hpp"
#include "bodies/mandate.hpp"

#include <string>
#include <vector>

namespace toguna::bodies {

struct BodyProfile {
    BodyId body;
    MandateLevel level = MandateLevel::National;
    std::vector<geography::AdminAreaId> areas = {}; ///< of a regional or local body; several are one territory
    std::optional<CrisisId> crisis = {};
    std::string purpose = {};                    ///< what it is for, in a sentence or two
    std::string rhythm = {};                     ///< « une séance par mois »
    std::optional<Date> operational_since = {};  ///< « opérationnel depuis mars 2007 » (S4-11)
    int dormant_after = 60;                      ///< days without a meeting after which a technical group rests
    std::string public_slug = {};                ///< empty: it has no public page
    std::string public_contact = {};             ///< how the public reaches it: an address of the body, never a person's

    bool is_public() const { return !public_slug.empty(); }
};

/// Texts trimmed, the slug in small letters. Invalid, field by field: a text too long, a slug that is no address, a span of days
/// that is not between a week and two years.
Result<BodyProfile> checked(BodyProfile profile);

/// Whether the change says something to the public: it opens or moves the public page, or changes the words that stand on it.
/// That is external publication (invariant 27); to close the page is not.
bool publishes(BodyProfile const& before, BodyProfile const& after);

} // namespace toguna::bodies
