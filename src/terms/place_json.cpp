#include "terms/place_json.hpp"

#include <boost/json.hpp>

#include <array>

namespace toguna::terms {

namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 4> gender_names { "none", "masculine", "feminine", "plural" };

json::array noun_json(Noun const& noun) { return { noun.text, gender_names[static_cast<std::size_t>(noun.gender)] }; }

Noun read_noun(json::value const& value)
{
    auto const& pair = value.as_array();
    auto const gender = std::find(gender_names.begin(), gender_names.end(), std::string_view(pair.at(1).as_string()));
    return { std::string(pair.at(0).as_string()), static_cast<Gender>(gender == gender_names.end() ? 0 : gender - gender_names.begin()) };
}

template<class Nouns>
json::object nouns_json(Nouns const& nouns)
{
    json::object object;
    for (auto const& [code, noun] : nouns)
        object.emplace(code, noun_json(noun));
    return object;
}

/// Reads with `read`, which throws where a part is missing or of another type.
template<class Read>
auto guarded(std::string_view text, Read const& read) -> Result<decltype(read(json::value()))>
{
    try {
        return read(json::parse(text));
    } catch (std::exception const& problem) {
        return fail(ErrorKind::Internal, tr("What was kept with this document cannot be read."), problem.what());
    }
}

} // namespace

std::string to_json(PlaceValues const& values)
{
    json::object lists;
    for (auto const& [code, items] : values.lists) {
        json::array array;
        for (auto const& item : items)
            array.push_back(nouns_json(item));
        lists.emplace(code, std::move(array));
    }
    return json::serialize(json::object { { "single", nouns_json(values.single) }, { "lists", std::move(lists) } });
}

Result<PlaceValues> values_from_json(std::string_view text)
{
    return guarded(text, [](json::value const& value) {
        PlaceValues values;
        for (auto const& [code, noun] : value.at("single").as_object())
            values.single.emplace(std::string(code), read_noun(noun));
        for (auto const& [code, items] : value.at("lists").as_object())
            for (auto const& item : items.as_array()) {
                PlaceValues::Item nouns;
                for (auto const& [place, noun] : item.as_object())
                    nouns.emplace(std::string(place), read_noun(noun));
                values.add(std::string_view(code), std::move(nouns));
            }
        return values;
    });
}

std::string to_json(std::map<std::string, std::string, std::less<>> const& details)
{
    json::object object;
    for (auto const& [code, text] : details)
        object.emplace(code, text);
    return json::serialize(object);
}

Result<std::map<std::string, std::string, std::less<>>> details_from_json(std::string_view text)
{
    return guarded(text, [](json::value const& value) {
        std::map<std::string, std::string, std::less<>> details;
        for (auto const& [code, typed] : value.as_object())
            details.emplace(std::string(code), std::string(typed.as_string()));
        return details;
    });
}

} // namespace toguna::terms
