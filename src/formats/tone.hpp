#pragma once
/// How a tone looks on paper: light grounds under dark ink, so that a photocopy stays readable. The word in the cell
/// carries the meaning; colour is never the only sign.

#include "formats/document.hpp"

#include <cstdint>

namespace toguna::formats {

/// 0xRRGGBB.
struct ToneLook {
    std::uint32_t ground = 0xFFFFFF;
    std::uint32_t ink = 0x1A1F24;
    bool bold = false;
    bool has_ground = false;
};

/// Ink on ground contrasts at least 4.5:1 (WCAG 2.2, 1.4.3); a test computes it.
constexpr ToneLook look_of(Tone tone)
{
    switch (tone) {
    case Tone::None:
        break;
    case Tone::Heading:
        return { 0x2F4A5E, 0xFFFFFF, true, true };
    case Tone::Section:
        return { 0xD5DFE7, 0x1B3345, true, true };
    case Tone::Good:
        return { 0xDDEFDD, 0x14401A, false, true };
    case Tone::Satisfactory:
        return { 0xFFF2BF, 0x4A3B00, false, true };
    case Tone::Unsatisfactory:
        return { 0xFBD5AC, 0x582A00, false, true };
    case Tone::Weak:
        return { 0xF2B8B1, 0x5C0F0A, false, true };
    case Tone::Muted:
        return { 0xF2F4F5, 0x4D5761, false, true };
    }
    return {};
}

/// "muted" in class tone-muted of a page and in golden files; empty for None.
std::string_view tone_name(Tone tone);

/// Colours beside the tones, the same in each writer.
constexpr std::uint32_t title_ink = 0x1B3345;
constexpr std::uint32_t quiet_ink = 0x55606B;
constexpr std::uint32_t rule_ink = 0xA9B6C0;

} // namespace toguna::formats
