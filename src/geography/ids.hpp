#pragma once
/// Codes of places, for rules that only point to them.

#include "base/id.hpp"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace toguna::geography {

struct AdminAreaTag;
using AdminAreaId = Id<AdminAreaTag>;

/// ISO 3166-1 alpha-3, in capitals: "BFA". That such a country exists is known to the store.
class CountryCode {
public:
    /// Three Latin letters in any case; empty otherwise.
    static std::optional<CountryCode> parse(std::string_view text)
    {
        if (text.size() != 3)
            return {};
        std::string code;
        for (char const character : text) {
            if (character >= 'A' && character <= 'Z')
                code += character;
            else if (character >= 'a' && character <= 'z')
                code += static_cast<char>(character - 'a' + 'A');
            else
                return {};
        }
        return CountryCode(std::move(code));
    }
    /// For values that were checked before: rows of our own database.
    static CountryCode trusted(std::string text) { return CountryCode(std::move(text)); }

    std::string const& text() const { return m_text; }
    auto operator<=>(CountryCode const&) const = default;

private:
    explicit CountryCode(std::string text) : m_text(std::move(text)) { }
    std::string m_text;
};

} // namespace toguna::geography
