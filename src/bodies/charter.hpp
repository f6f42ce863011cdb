#pragma once
/// The charter of a body: mandate, objectives, terms of reference, in versions that stay readable with their dates (S0-13, S0-22).

#include "base/result.hpp"
#include "bodies/ids.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace toguna::bodies {

struct Charter {
    CharterId id;
    BodyId body;
    int number = 0;               ///< 1, 2 …: given by the store; a version is never changed
    std::string mandate = {};
    std::string objectives = {};
    std::string terms = {};       ///< terms of reference
    std::string norm_title = {};  ///< the guidance it cites, as it stood: « Module de référence », « IASC », « révisé en juillet 2015 »
    std::string norm_issuer = {};
    std::string norm_edition = {};
    Date valid_from;
    std::optional<Date> validated_on = {};
    std::string validated_by = {}; ///< who, or by which decision
    bool is_public = false;
};

/// Invalid, field by field: nothing written, something too long, an edition without the title of what was cited.
Result<Charter> checked(Charter charter);

/// The version in force on a day; the latest written where two begin on one day. Null before the first.
Charter const* charter_on(std::span<Charter const> charters, Date day);

/// One line of two texts compared.
struct DifferenceLine {
    enum class Kind { Same, Removed, Added } kind = Kind::Same;
    std::string text;
};
/// Line by line: as many as possible stay the same; what was removed stands before what was added in its place.
std::vector<DifferenceLine> differences(std::string_view before, std::string_view after);

} // namespace toguna::bodies
