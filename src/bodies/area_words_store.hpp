#pragma once
/// An administrative area typed into a form.

#include "db/database.hpp"
#include "geography/ids.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>

namespace toguna::bodies {

/// « Kaya », « Centre-Nord, Sanmatenga », "BF4903": the area that is meant on the day, or nothing when nothing was typed.
/// Invalid on `field`, naming the candidates, when several may be meant, when none is, and when a code is no longer valid.
Result<std::optional<geography::AdminAreaId>> resolve_area(db::Reader const& db, geography::CountryCode const& country, std::string const& words, Date day, std::string_view field);

/// Names with codes: « Kaya (BF490304) ».
Result<std::map<geography::AdminAreaId, std::string>> area_names(db::Reader const& db, std::span<geography::AdminAreaId const> areas);

} // namespace toguna::bodies
