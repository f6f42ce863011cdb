#pragma once
/// Cards of people as telephones and mail programs exchange them: vCard 2.1, 3.0 and 4.0 are read, 3.0 is written.

#include "formats/table.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace toguna::formats {

struct VCardParameter {
    std::string name;  ///< in capitals; what vCard 2.1 writes bare (« TEL;CELL: ») is a TYPE
    std::string value; ///< without its quotes
    bool operator==(VCardParameter const&) const = default;
};

/// « ORG;LANGUAGE=fr:UNICEF;Nutrition »: one line of a card.
struct VCardProperty {
    std::string name; ///< in capitals, without the group before its dot
    std::vector<VCardParameter> parameters = {};
    std::vector<std::string> components = {}; ///< between the semicolons, unescaped; most properties have one

    /// The whole value, its components joined as they were written.
    std::string text() const;
    /// Whether a TYPE of the property is this word, in any case: "home", "cell".
    bool is_of_type(std::string_view type) const;
    bool operator==(VCardProperty const&) const = default;
};

struct VCard {
    std::vector<VCardProperty> properties = {}; ///< without BEGIN, VERSION and END

    /// The first of that name; null when there is none.
    VCardProperty const* find(std::string_view name) const;
    bool operator==(VCard const&) const = default;
};

/// Whether the bytes begin like a card, after a byte order mark and empty lines.
bool is_vcard(std::string_view bytes);

/// RFC 6350 and its forerunners: folded lines, escapes, QUOTED-PRINTABLE of 2.1, UTF-8, UTF-16 and Windows-1252. Lines that
/// are no property are passed over. Invalid when a card is not closed; TooLarge beyond the limits (a card is a row, a property a cell).
Result<std::vector<VCard>> read_vcards(std::string_view bytes, ReadLimits const& limits = {});

/// vCard 3.0 (RFC 2426), which every telephone and mail program takes: UTF-8, CR LF, lines folded at 75 octets between letters.
std::string write_vcards(std::span<VCard const> cards);

} // namespace toguna::formats
