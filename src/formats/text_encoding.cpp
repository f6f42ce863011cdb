#include "formats/text_encoding.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>

namespace toguna::formats {

namespace {

/// Text of Latin letters in UTF-16 has a zero in every second byte.
bool zeros_at(std::string_view bytes, std::size_t first)
{
    auto const sample = bytes.substr(0, 200);
    std::size_t zeros = 0;
    for (auto at = first; at < sample.size(); at += 2)
        zeros += sample[at] == '\0';
    return sample.size() >= 4 && zeros * 10 >= sample.size() * 4;
}

bool is_utf8(std::string_view bytes)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter* const converter = ucnv_open("UTF-8", &status);
    if (U_FAILURE(status))
        return false;
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    std::u16string buffer(4096, u'\0');
    auto const* source = bytes.data();
    do {
        status = U_ZERO_ERROR;
        auto* target = buffer.data();
        ucnv_toUnicode(converter, &target, buffer.data() + buffer.size(), &source, bytes.data() + bytes.size(), nullptr, true, &status);
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    ucnv_close(converter);
    return U_SUCCESS(status);
}

std::string converted(std::string_view bytes, char const* encoding)
{
    UErrorCode status = U_ZERO_ERROR;
    auto const length = ucnv_convert("UTF-8", encoding, nullptr, 0, bytes.data(), int(bytes.size()), &status);
    std::string text(std::size_t(std::max(length, 0)), '\0');
    status = U_ZERO_ERROR;
    ucnv_convert("UTF-8", encoding, text.data(), int(text.size()), bytes.data(), int(bytes.size()), &status);
    return text;
}

/// How many characters of French a text has beyond ASCII.
std::size_t french_marks(std::string const& text)
{
    static constexpr std::array<std::string_view, 30> marks { "é", "è", "ê", "ë", "à", "â", "ç", "î", "ï", "ô", "û", "ù", "ü", "œ", "É", "È", "Ê", "À", "Ç", "Î",
        "Ô", "’", "«", "»", "–", "…", "°", "\u00A0", "•", "€" };
    std::size_t count = 0;
    for (auto const mark : marks)
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + mark.size()))
            ++count;
    return count;
}

/// Excel also writes « CSV (Macintosh) » and « CSV (MS-DOS) »; nothing but the letters tells which it was.
char const* encoding_of(std::string_view bytes)
{
    char const* best = "windows-1252";
    auto const sample = bytes.substr(0, 64 * 1024);
    auto most = french_marks(converted(sample, best));
    for (auto const* const other : { "macintosh", "ibm-850" })
        if (auto const count = french_marks(converted(sample, other)); count > most) {
            most = count;
            best = other;
        }
    return best;
}

} // namespace

std::string decode_text(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF"))
        return std::string(bytes.substr(3));
    if (bytes.starts_with("\xFF\xFE"))
        return converted(bytes.substr(2), "UTF-16LE");
    if (bytes.starts_with("\xFE\xFF"))
        return converted(bytes.substr(2), "UTF-16BE");
    if (zeros_at(bytes, 1))
        return converted(bytes, "UTF-16LE");
    if (zeros_at(bytes, 0))
        return converted(bytes, "UTF-16BE");
    return is_utf8(bytes) ? std::string(bytes) : converted(bytes, encoding_of(bytes));
}

} // namespace toguna::formats
