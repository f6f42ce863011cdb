#pragma once
/// Identifiers: UUIDv7 written as 25 base36 characters, the same text in URLs and in both databases.

#include "base/date.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace toguna {

/// An identifier of one kind of thing; `Id<struct PlanTag>` cannot be given where an `Id<struct ActionTag>` is asked.
template<class Tag>
class Id {
public:
    /// Accepts exactly 25 characters of [0-9a-z]; empty otherwise.
    static std::optional<Id> parse(std::string_view text)
    {
        if (text.size() != 25)
            return {};
        for (char const character : text)
            if (!((character >= '0' && character <= '9') || (character >= 'a' && character <= 'z')))
                return {};
        return Id(std::string(text));
    }
    /// For values that were checked before: rows of our own database, ids just drawn.
    static Id trusted(std::string text) { return Id(std::move(text)); }

    std::string const& text() const { return m_text; }
    auto operator<=>(Id const&) const = default;

private:
    explicit Id(std::string text) : m_text(std::move(text)) { }
    std::string m_text;
};

/// Where ids and other chance come from: given as an argument, so that tests draw the same ones every time.
class Chance {
public:
    virtual ~Chance() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

/// Cryptographic chance from libsodium.
Chance& system_chance();

/// Reproducible chance for tests and the demonstration country; never for secrets.
class SeededChance final : public Chance {
public:
    explicit SeededChance(std::uint64_t seed) : m_state(seed) { }
    void fill(std::span<std::uint8_t> bytes) override;

private:
    std::uint64_t m_state;
};

/// UUIDv7 (RFC 9562): 48 bits of milliseconds, then chance, in base36. Ids drawn later sort later.
std::string new_id_text(Instant now, Chance& chance);

/// 128 random bits in the same alphabet, without a time: for rows that must not be ordered or dated by their id.
std::string new_unordered_id_text(Chance& chance);

/// A secret for links and sessions: 256 random bits as 43 base64url characters.
std::string new_secret(Chance& chance);

template<class Tag>
Id<Tag> new_id(Instant now, Chance& chance) { return Id<Tag>::trusted(new_id_text(now, chance)); }

} // namespace toguna

template<class Tag>
struct std::hash<toguna::Id<Tag>> {
    std::size_t operator()(toguna::Id<Tag> const& id) const { return std::hash<std::string>()(id.text()); }
};
