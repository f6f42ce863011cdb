#include "web/request.hpp"

namespace toguna::web {

std::string_view Fields::get(std::string_view name) const
{
    for (auto const& [key, value] : m_fields)
        if (key == name)
            return value;
    return {};
}

bool Fields::has(std::string_view name) const
{
    for (auto const& field : m_fields)
        if (field.first == name)
            return true;
    return false;
}

std::vector<std::string_view> Fields::all(std::string_view name) const
{
    std::vector<std::string_view> values;
    for (auto const& [key, value] : m_fields)
        if (key == name)
            values.push_back(value);
    return values;
}

std::string_view Request::header(std::string_view name) const
{
    auto const found = headers.find(name);
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<std::string> Request::cookie(std::string_view name) const
{
    auto rest = header("cookie");
    while (!rest.empty()) {
        auto const end = std::min(rest.find(';'), rest.size());
        auto pair = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
        auto const equals = pair.find('=');
        if (equals != std::string_view::npos && pair.substr(0, equals) == name)
            return std::string(pair.substr(equals + 1));
    }
    return {};
}

} // namespace toguna::web
