#pragma once
/// Everything the directory keeps about one person, as the person may take it along.

#include "formats/document.hpp"
#include "people/person.hpp"
#include "people/post.hpp"

#include <functional>

namespace toguna::people {

struct HeldData {
    Person person;
    std::vector<ContactDetail> details = {};
    std::vector<PostHolding> posts = {};
    std::int64_t elsewhere = 0; ///< rows of other parts that refer to the person: memberships, actions, reminders …
};

/// For machines: names of fields in English, days in ISO 8601.
std::string held_data_json(HeldData const& data);

/// For reading, in the language of `say`; `date` writes a day.
formats::Document held_data_document(HeldData const& data, std::function<std::string(Text const&)> const& say, std::function<std::string(Date)> const& date, Instant now);

} // namespace toguna::people
