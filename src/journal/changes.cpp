#include "journal/changes.hpp"

#include <boost/json.hpp>

#include <optional>

namespace toguna::journal {

namespace {

namespace json = boost::json;

std::optional<json::object> object_in(std::string_view text)
{
    if (text.empty())
        return json::object();
    boost::system::error_code problem;
    auto value = json::parse(text, problem);
    if (problem || !value.is_object())
        return {};
    return std::move(value.as_object());
}

std::string words_of(json::value const* value)
{
    if (!value || value->is_null())
        return "–";
    if (value->is_string())
        return std::string(value->as_string());
    return json::serialize(*value);
}

void add(std::string& line, std::string_view field, std::string const& words)
{
    line += (line.empty() ? "" : "; ") + std::string(field) + ": " + words;
}

} // namespace

std::string changes_between(std::string_view before, std::string_view after)
{
    auto const former = object_in(before);
    auto const present = object_in(after);
    if (!former || !present)
        return std::string(before) + (before.empty() || after.empty() ? "" : " → ") + std::string(after);

    std::string line;
    for (auto const& [field, value] : *present) {
        auto const* was = former->if_contains(field);
        if (former->empty())
            add(line, field, words_of(&value));
        else if (!was || *was != value)
            add(line, field, words_of(was) + " → " + words_of(&value));
    }
    for (auto const& [field, value] : *former)
        if (!present->contains(field))
            add(line, field, present->empty() ? words_of(&value) : words_of(&value) + " → –");
    return line;
}

} // namespace toguna::journal
