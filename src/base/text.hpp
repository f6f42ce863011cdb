#pragma once
/// A sentence for people, not yet in anybody's language: message id, arguments, translated at the edge.

#include "base/date.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace toguna {

class Text {
public:
    /// Dates and numbers are written in the reader's conventions; a nested Text is translated first.
    using Value = std::variant<std::string, std::int64_t, Date, std::shared_ptr<Text const>>;
    struct Argument {
        Argument(std::string_view argument_name, std::string argument_value) : name(argument_name), value(std::move(argument_value)) { }
        Argument(std::string_view argument_name, std::string_view argument_value) : name(argument_name), value(std::string(argument_value)) { }
        Argument(std::string_view argument_name, char const* argument_value) : name(argument_name), value(std::string(argument_value)) { }
        Argument(std::string_view argument_name, std::int64_t argument_value) : name(argument_name), value(argument_value) { }
        Argument(std::string_view argument_name, int argument_value) : name(argument_name), value(std::int64_t { argument_value }) { }
        Argument(std::string_view argument_name, std::size_t argument_value) : name(argument_name), value(static_cast<std::int64_t>(argument_value)) { }
        Argument(std::string_view argument_name, Date argument_value) : name(argument_name), value(argument_value) { }
        Argument(std::string_view argument_name, Text argument_value);

        std::string name;
        Value value;
    };

    Text() = default;

    bool empty() const { return m_singular.empty(); }
    std::string const& singular() const { return m_singular; }
    /// Empty unless the sentence counts something.
    std::string const& plural() const { return m_plural; }
    std::int64_t count() const { return m_count; }
    std::vector<Argument> const& arguments() const { return m_arguments; }
    /// English, unformatted: for logs and tests, never for a reader.
    std::string debug_string() const;

private:
    friend Text tr(std::string_view, std::vector<Argument>);
    friend Text trn(std::string_view, std::string_view, std::int64_t, std::vector<Argument>);

    std::string m_singular;
    std::string m_plural;
    std::int64_t m_count = 0;
    std::vector<Argument> m_arguments;
};

/// A whole English sentence with {named} places; its French is in the fr.po of the same folder (xgettext finds `tr`).
Text tr(std::string_view message, std::vector<Text::Argument> arguments = {});

/// A sentence that counts: `count` chooses the form and fills {count}.
Text trn(std::string_view singular, std::string_view plural, std::int64_t count, std::vector<Text::Argument> arguments = {});

} // namespace toguna
