#pragma once
/// Values as they are kept beside a document, so that it can be written again as it was.

#include "base/result.hpp"
#include "terms/place.hpp"

namespace toguna::terms {

/// {"single":{"country":["Mali","masculine"]},"lists":{"members":[{"member":["AER","none"]}]}}; the same values give the same text.
std::string to_json(PlaceValues const& values);
/// Internal when the text is not one of ours.
Result<PlaceValues> values_from_json(std::string_view text);

/// What was typed for a body: {"duty_station":"Bamako"}.
std::string to_json(std::map<std::string, std::string, std::less<>> const& details);
Result<std::map<std::string, std::string, std::less<>>> details_from_json(std::string_view text);

} // namespace toguna::terms
