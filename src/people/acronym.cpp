#include "people/acronym.hpp"

#include "people/normalise.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace toguna::people {

namespace {

constexpr std::size_t longest_acronym = 20;
constexpr std::size_t longest_meaning = 200;

/// What an acronym is made of: letters — every byte of a letter with accents —, digits, and the signs of « 3W/5W » and « R&R ».
bool is_inside_word(char character)
{
    return static_cast<unsigned char>(character) >= 0x80 || (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');
}
bool joins(char character) { return character == '/' || character == '&' || character == '-'; }

/// The bytes of a no-break space and of a typographic sign begin with 0xc2 or 0xe2: they end a word, unlike letters.
bool is_letter_at(std::string_view text, std::size_t at)
{
    auto const byte = static_cast<unsigned char>(text[at]);
    if (byte == 0xc2 || byte == 0xe2)
        return false;
    if (byte >= 0x80 && byte < 0xc0) {
        auto start = at;
        while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xc0) == 0x80)
            --start;
        return start != at && is_letter_at(text, start);
    }
    return is_inside_word(text[at]);
}

/// The end of the word that begins at `start`, over slashes and hyphens inside it when `joined`.
std::size_t end_of_word(std::string_view text, std::size_t start, bool joined)
{
    auto at = start;
    while (at < text.size() && (is_letter_at(text, at) || (joined && at > start && joins(text[at]) && at + 1 < text.size() && is_letter_at(text, at + 1))))
        ++at;
    return at;
}

using Meanings = std::map<std::string_view, Acronym const*>;

Meanings meanings_in(std::span<Acronym const> acronyms, std::optional<geography::CountryCode> const& country)
{
    Meanings meanings;
    for (auto const& acronym : acronyms) {
        if (acronym.country && acronym.country != country)
            continue;
        auto& meaning = meanings[acronym.text];
        if (!meaning || acronym.country)
            meaning = &acronym;
    }
    return meanings;
}

void write_abbreviation(HtmlWriter& writer, std::string_view word, std::string_view meaning)
{
    writer.raw("<abbr title=\"");
    writer.plain(meaning);
    writer.raw("\">");
    writer.plain(word);
    writer.raw("</abbr>");
}

} // namespace

std::string const& Acronym::meaning(std::string_view language) const
{
    auto const& first = language == "en" ? english : french;
    return first.empty() ? (language == "en" ? french : english) : first;
}

Result<Acronym> checked(Acronym acronym)
{
    acronym.text = tidy(acronym.text);
    acronym.french = tidy(acronym.french);
    acronym.english = tidy(acronym.english);
    Error error { ErrorKind::Invalid, tr("This acronym cannot be saved as it is."), {}, {} };
    if (acronym.text.empty() || end_of_word(acronym.text, 0, true) != acronym.text.size())
        error.fields.push_back({ "text", tr("Write the acronym in one word, as it stands in documents.") });
    if (length_of(acronym.text) > longest_acronym)
        error.fields.push_back({ "text", tr("This is longer than {limit} characters: shorten it.", { { "limit", longest_acronym } }) });
    if (acronym.french.empty() && acronym.english.empty())
        error.fields.push_back({ "french", tr("Write what it means, in one language at least.") });
    for (auto const& [field, meaning] : { std::pair { "french", &acronym.french }, std::pair { "english", &acronym.english } })
        if (length_of(*meaning) > longest_meaning)
            error.fields.push_back({ field, tr("This is longer than {limit} characters: shorten it.", { { "limit", longest_meaning } }) });
    if (!error.fields.empty())
        return fail(std::move(error));
    return acronym;
}

SafeHtml expand_acronyms(std::string_view text, std::span<Acronym const> acronyms, std::string_view language, std::optional<geography::CountryCode> const& country)
{
    auto const meanings = meanings_in(acronyms, country);
    std::set<std::string_view> explained;
    std::string markup;
    HtmlWriter writer(markup);
    for (std::size_t at = 0; at < text.size();) {
        if (!is_letter_at(text, at)) {
            writer.plain(text.substr(at, 1));
            ++at;
            continue;
        }
        // « 3W/5W » is tried before « 3W ».
        auto end = end_of_word(text, at, true);
        auto found = meanings.find(text.substr(at, end - at));
        if (found == meanings.end()) {
            end = end_of_word(text, at, false);
            found = meanings.find(text.substr(at, end - at));
        }
        auto const word = text.substr(at, end - at);
        if (found != meanings.end() && explained.insert(found->first).second)
            write_abbreviation(writer, word, found->second->meaning(language));
        else
            writer.plain(word);
        at = end;
    }
    return SafeHtml::trusted(std::move(markup));
}

} // namespace toguna::people
