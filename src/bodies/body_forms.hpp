#pragma once
/// The form of a body: what was typed, and what it means.

#include "bodies/body.hpp"
#include "bodies/profile.hpp"
#include "geography/area_names.hpp"
#include "web/request.hpp"

#include <span>

namespace toguna::bodies {

/// A body with what it is about: one form, two values.
struct DescribedBody {
    Body body;
    BodyProfile profile;
};

/// What the words of the form are understood with.
struct BodyFormFacts {
    Date today;
    std::span<geography::KnownArea const> areas = {}; ///< of the chosen country
};

struct BodyForm {
    std::string name = {};
    std::string acronym = {};
    std::string code = {};
    std::string kind = "cluster";
    std::string country = {};
    std::string parent = {};
    std::string reports_to = {};
    std::string aliases = {}; ///< one a line
    std::string sector = {};
    std::string level = "national";
    std::string areas = {}; ///< one a line, by name or P-code
    std::string crisis = {};
    std::string purpose = {};
    std::string rhythm = {};
    std::string operational_since = {};
    std::string dormant_after = "60";
    std::string public_slug = {};
    std::string public_contact = {};
    std::vector<std::string> quiet_weekdays = { "6", "7" };
    std::string quiet_days = {}; ///< one a line
    std::string night_from = "20:00";
    std::string night_until = "07:00";
    std::vector<std::string> children = {}; ///< of a new body: the places of its template's children that were ticked
    std::string version = "1";

    /// A field that the page did not ask keeps its usual value.
    static BodyForm decode(web::Request const& request);
    static BodyForm encode(DescribedBody const& described, std::span<geography::AdminArea const> areas);
    /// `before` gives what the form does not ask. Invalid, field by field; the typed text stays in the form.
    Result<DescribedBody> value(DescribedBody before, BodyFormFacts const& facts) const;
};

/// « 20:00 », « 20 h 30 », « 7h » → minutes of the day; empty when it is no hour.
std::optional<int> read_hour(std::string_view text);
std::string write_hour(int minute_of_day); ///< "07:00"

/// Lines that say something, trimmed.
std::vector<std::string> read_lines(std::string_view text);

} // namespace toguna::bodies
