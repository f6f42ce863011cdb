#include "formats/tone.hpp"

namespace toguna::formats {

std::string_view tone_name(Tone tone)
{
    switch (tone) {
    case Tone::None:
        return "";
    case Tone::Heading:
        return "heading";
    case Tone::Section:
        return "section";
    case Tone::Good:
        return "good";
    case Tone::Satisfactory:
        return "satisfactory";
    case Tone::Unsatisfactory:
        return "unsatisfactory";
    case Tone::Weak:
        return "weak";
    case Tone::Muted:
        return "muted";
    }
    return "";
}

} // namespace toguna::formats
