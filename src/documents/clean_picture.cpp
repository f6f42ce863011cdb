#include "documents/clean_picture.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace toguna::documents {

namespace {

using namespace std::string_view_literals;

tl::unexpected<Error> damaged(std::string detail)
{
    return fail(ErrorKind::Invalid, tr("This picture is damaged or cut off. Take it or scan it again."), std::move(detail));
}

unsigned byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

/// Whole numbers of either byte order, as TIFF has them; nothing past the end.
class Numbers {
public:
    Numbers(std::string_view bytes, bool big_endian) : m_bytes(bytes), m_big_endian(big_endian) { }

    std::optional<std::uint32_t> read(std::size_t at, std::size_t length) const
    {
        if (at > m_bytes.size() || m_bytes.size() - at < length)
            return {};
        std::uint32_t number = 0;
        for (std::size_t index = 0; index < length; ++index)
            number = number << 8 | byte_at(m_bytes, at + (m_big_endian ? index : length - 1 - index));
        return number;
    }

private:
    std::string_view m_bytes;
    bool m_big_endian;
};

constexpr std::uint32_t orientation_tag = 0x0112;

/// Which way up the camera was held, 1–8 (Exif 2.32, tag Orientation); nothing when the segment does not say.
std::optional<std::uint32_t> orientation_in(std::string_view exif)
{
    if (!exif.starts_with("Exif\0\0"sv) || exif.size() < 14)
        return {};
    auto const tiff = exif.substr(6);
    Numbers const numbers(tiff, tiff.starts_with("MM"));
    auto const directory = numbers.read(4, 4);
    auto const count = directory ? numbers.read(*directory, 2) : std::nullopt;
    for (std::uint32_t index = 0; count && index < *count; ++index) {
        auto const entry = std::size_t { *directory } + 2 + std::size_t { index } * 12;
        auto const tag = numbers.read(entry, 2);
        if (!tag)
            return {};
        auto const value = numbers.read(entry + 8, 2);
        if (*tag == orientation_tag && value && *value >= 1 && *value <= 8)
            return value;
    }
    return {};
}

/// The smallest Exif segment that says which way up, and nothing else.
std::string orientation_segment(std::uint32_t orientation)
{
    std::string segment("\xFF\xE1\x00\x22" "Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"sv);
    segment += static_cast<char>(orientation);
    segment.append("\0\0\0\0\0\0"sv);
    return segment;
}

/// What the picture needs to be shown: size, tables, colour profile, Adobe's note on colour.
bool belongs_to_picture(unsigned marker, std::string_view content)
{
    bool const is_application = marker >= 0xE0 && marker <= 0xEF;
    if (!is_application)
        return marker != 0xFE;
    return (marker == 0xE0 && content.starts_with("JFIF\0"sv)) || (marker == 0xE2 && content.starts_with("ICC_PROFILE\0"sv))
        || (marker == 0xEE && content.starts_with("Adobe"));
}

/// The end of the compressed picture that begins at `at`: the next marker that is neither a stuffed byte nor a restart.
std::size_t end_of_scan(std::string_view bytes, std::size_t at)
{
    for (; at + 1 < bytes.size(); ++at)
        if (byte_at(bytes, at) == 0xFF && byte_at(bytes, at + 1) != 0x00 && byte_at(bytes, at + 1) != 0xFF && (byte_at(bytes, at + 1) < 0xD0 || byte_at(bytes, at + 1) > 0xD7))
            return at;
    return bytes.size();
}

constexpr std::array<std::string_view, 12> shown_chunks { "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "pHYs", "sBIT", "bKGD" };

} // namespace

Result<std::string> clean_jpeg(std::string_view bytes)
{
    std::string clean("\xFF\xD8"sv);
    std::string tables;
    std::optional<std::uint32_t> orientation;
    bool has_picture = false;
    for (std::size_t at = 2; at + 1 < bytes.size();) {
        if (byte_at(bytes, at) != 0xFF)
            return damaged("no marker at " + std::to_string(at));
        auto const marker = byte_at(bytes, at + 1);
        if (marker == 0xFF) { // filling
            ++at;
            continue;
        }
        if (marker == 0xD9) {
            if (!has_picture)
                return damaged("no picture");
            return clean + tables + "\xFF\xD9";
        }
        auto const length = Numbers(bytes, true).read(at + 2, 2);
        if (!length || *length < 2 || bytes.size() - at - 2 < *length)
            return damaged("segment cut at " + std::to_string(at));
        auto const content = bytes.substr(at + 4, *length - 2);
        if (marker == 0xE1 && !orientation && !has_picture)
            if ((orientation = orientation_in(content)))
                clean += orientation_segment(*orientation);
        if (belongs_to_picture(marker, content))
            tables += bytes.substr(at, *length + 2);
        at += *length + 2;
        if (marker == 0xDA) {
            auto const end = end_of_scan(bytes, at);
            tables += bytes.substr(at, end - at);
            at = end;
            has_picture = true;
        }
    }
    return damaged("no end");
}

Result<std::string> clean_png(std::string_view bytes)
{
    std::string clean("\x89PNG\r\n\x1A\n"sv);
    Numbers const numbers(bytes, true);
    for (std::size_t at = clean.size();;) {
        auto const length = numbers.read(at, 4);
        if (!length || bytes.size() - at < std::size_t { 12 } + *length)
            return damaged("chunk cut at " + std::to_string(at));
        auto const name = bytes.substr(at + 4, 4);
        auto const size = std::size_t { 12 } + *length;
        if (at == 8 && name != "IHDR")
            return damaged("no header");
        if (std::find(shown_chunks.begin(), shown_chunks.end(), name) != shown_chunks.end())
            clean += bytes.substr(at, size);
        if (name == "IEND")
            return clean;
        at += size;
    }
}

} // namespace toguna::documents
