#include "base/text.hpp"

#include <fmt/format.h>

namespace toguna {

Text::Argument::Argument(std::string_view argument_name, Text argument_value)
    : name(argument_name), value(std::make_shared<Text const>(std::move(argument_value)))
{
}

Text tr(std::string_view message, std::vector<Text::Argument> arguments)
{
    Text text;
    text.m_singular = message;
    text.m_arguments = std::move(arguments);
    return text;
}

Text trn(std::string_view singular, std::string_view plural, std::int64_t count, std::vector<Text::Argument> arguments)
{
    Text text;
    text.m_singular = singular;
    text.m_plural = plural;
    text.m_count = count;
    text.m_arguments = std::move(arguments);
    text.m_arguments.emplace_back("count", count);
    return text;
}

namespace {

std::string debug_value(Text::Value const& value)
{
    struct Visitor {
        std::string operator()(std::string const& text) const { return text; }
        std::string operator()(std::int64_t number) const { return fmt::to_string(number); }
        std::string operator()(Date date) const { return date.to_iso(); }
        std::string operator()(std::shared_ptr<Text const> const& text) const { return text->debug_string(); }
    };
    return std::visit(Visitor {}, value);
}

} // namespace

std::string Text::debug_string() const
{
    std::string result = m_plural.empty() || m_count == 1 ? m_singular : m_plural;
    for (auto const& argument : m_arguments) {
        auto const place = "{" + argument.name + "}";
        auto const value = debug_value(argument.value);
        for (auto at = result.find(place); at != std::string::npos; at = result.find(place, at + value.size()))
            result.replace(at, place.size(), value);
    }
    return result;
}

} // namespace toguna
