#include "journal/chain.hpp"

#include <sodium.h>

#include <array>

namespace toguna::journal {

namespace {

void append_field(std::string& text, std::string_view field)
{
    text += std::to_string(field.size());
    text += ':';
    text += field;
    text += ',';
}

std::string blake2b_hex(std::string_view text)
{
    std::array<unsigned char, 32> digest;
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<unsigned char const*>(text.data()), text.size(), nullptr, 0);
    std::array<char, digest.size() * 2 + 1> hex;
    sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
    return { hex.data(), hex.size() - 1 };
}

} // namespace

std::string actor_digest(std::string_view salt, std::string_view name, std::string_view on_behalf_of)
{
    std::string text;
    for (auto const field : { salt, name, on_behalf_of })
        append_field(text, field);
    return blake2b_hex(text);
}

std::string canonical_text(RecordedEvent const& recorded, std::string_view digest)
{
    std::string text;
    append_field(text, std::to_string(recorded.sequence));
    append_field(text, recorded.id.text());
    append_field(text, recorded.at.to_iso());
    append_field(text, recorded.actor.account);
    append_field(text, recorded.actor.person);
    append_field(text, digest);
    append_field(text, recorded.event.kind);
    append_field(text, recorded.event.object);
    append_field(text, recorded.event.body);
    append_field(text, recorded.event.before);
    append_field(text, recorded.event.after);
    append_field(text, recorded.event.refused ? "1" : "0");
    return text;
}

std::string chained_hash(std::string_view former_hash, std::string_view text)
{
    std::string both;
    append_field(both, former_hash);
    both += text;
    return blake2b_hex(both);
}

} // namespace toguna::journal
