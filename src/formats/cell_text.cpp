#include "formats/cell_text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace toguna::formats {

namespace {

/// Length of the valid UTF-8 sequence at the start of `text`, or 0.
std::size_t utf8_length(std::string_view text)
{
    auto const byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    auto const continues = [&](std::size_t at) { return at < text.size() && (byte(at) & 0xC0) == 0x80; };
    unsigned char const first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return continues(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        if (!continues(1) || !continues(2) || (first == 0xE0 && byte(1) < 0xA0) || (first == 0xED && byte(1) > 0x9F))
            return 0;
        return 3;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        if (!continues(1) || !continues(2) || !continues(3) || (first == 0xF0 && byte(1) < 0x90) || (first == 0xF4 && byte(1) > 0x8F))
            return 0;
        return 4;
    }
    return 0;
}

enum class CharacterKind { Visible, Space, LineEnd, Nothing };

CharacterKind kind_of(std::string_view sequence)
{
    if (sequence.size() == 1) {
        switch (sequence[0]) {
        case '\n': case '\r': case '\v': case '\f': return CharacterKind::LineEnd;
        case ' ': case '\t': return CharacterKind::Space;
        default: return static_cast<unsigned char>(sequence[0]) < 0x20 || sequence[0] == 0x7F ? CharacterKind::Nothing : CharacterKind::Visible;
        }
    }
    if (sequence.size() == 2 && sequence[0] == '\xC2') {
        if (sequence[1] == '\xA0')
            return CharacterKind::Space;
        if (sequence[1] == '\x85')
            return CharacterKind::LineEnd;
        return static_cast<unsigned char>(sequence[1]) < 0xA0 || sequence[1] == '\xAD' ? CharacterKind::Nothing : CharacterKind::Visible;
    }
    if (sequence == "\xE2\x80\xA8" || sequence == "\xE2\x80\xA9") // line and paragraph separators
        return CharacterKind::LineEnd;
    if (sequence == "\xE2\x80\xAF" || sequence == "\xE2\x81\x9F" || sequence == "\xE3\x80\x80"
        || (sequence.starts_with("\xE2\x80") && static_cast<unsigned char>(sequence[2]) <= 0x8A)) // U+2000 to U+200A
        return CharacterKind::Space;
    if (sequence == "\xE2\x80\x8B" || sequence == "\xE2\x81\xA0" || sequence == "\xEF\xBB\xBF") // zero width space, word joiner, BOM
        return CharacterKind::Nothing;
    return CharacterKind::Visible;
}

/// Most cells are already clean ASCII: then nothing needs to be looked at twice.
bool is_tidy_ascii(std::string_view text)
{
    if (text.empty())
        return true;
    if (text.front() == ' ' || text.back() == ' ')
        return false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const character = static_cast<unsigned char>(text[at]);
        if (character < 0x20 || character >= 0x7F || (character == ' ' && text[at + 1] == ' '))
            return false;
    }
    return true;
}

/// U+F0B7 and U+F0A7 are the bullets of the Symbol and Wingdings fonts, as Word writes them.
constexpr std::array<std::string_view, 17> bullets { "•", "◦", "▪", "■", "●", "○", "‣", "➢", "✓", "✔", "·", "\xEF\x82\xB7", "\xEF\x82\xA7", "-",
    "–", "—", "*" };

/// Bytes of the bullet and the spaces after it; 0 when the line has none or nothing follows it.
std::size_t bullet_length(std::string_view line)
{
    for (auto const bullet : bullets) {
        if (!line.starts_with(bullet))
            continue;
        auto const rest = line.substr(bullet.size());
        if (rest.starts_with(' ') && rest.size() > 1)
            return bullet.size() + 1;
        // « •Former » is a bullet; « -5 » and « *note » are not.
        bool const only_a_bullet = bullet.size() > 1 && bullet != "–" && bullet != "—";
        return only_a_bullet && !rest.empty() ? bullet.size() : 0;
    }
    return 0;
}

/// « 1. », « 12) », « a) » and the space after it; 0 for none.
std::size_t number_marker_length(std::string_view line)
{
    std::size_t length = 0;
    while (length < line.size() && length < 3 && line[length] >= '0' && line[length] <= '9')
        ++length;
    bool const letter = length == 0 && !line.empty() && line[0] >= 'a' && line[0] <= 'z';
    if (letter)
        length = 1;
    if (length == 0 || length + 2 >= line.size() || line[length + 1] != ' ')
        return 0;
    return line[length] == ')' || (line[length] == '.' && !letter) ? length + 2 : 0;
}

std::vector<std::string_view> lines_of(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (true) {
        auto const end = text.find('\n');
        lines.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return lines;
        text.remove_prefix(end + 1);
    }
}

} // namespace

std::string tidy_text(std::string_view raw)
{
    if (is_tidy_ascii(raw))
        return std::string(raw);
    std::string tidy;
    tidy.reserve(raw.size());
    bool space = false;
    bool line_end = false;
    while (!raw.empty()) {
        auto const length = utf8_length(raw);
        auto const sequence = length ? raw.substr(0, length) : std::string_view("\xEF\xBF\xBD");
        switch (kind_of(sequence)) {
        case CharacterKind::Space: space = true; break;
        case CharacterKind::LineEnd: line_end = true; break;
        case CharacterKind::Nothing: break;
        case CharacterKind::Visible:
            if (!tidy.empty() && (space || line_end))
                tidy += line_end ? '\n' : ' ';
            space = line_end = false;
            tidy += sequence;
        }
        raw.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return tidy;
}

Cell text_cell(std::string_view raw)
{
    Cell cell;
    cell.text = tidy_text(raw);
    auto const lines = lines_of(cell.text);
    auto const marked = std::ranges::count_if(lines, [](auto line) { return bullet_length(line) > 0; });
    bool const all_marked = marked == std::ssize(lines);
    bool const all_numbered = lines.size() > 1 && std::ranges::all_of(lines, [](auto line) { return number_marker_length(line) > 0; });
    if (marked == 0 && !all_numbered)
        return cell;
    std::string text;
    for (auto const line : lines) {
        if (!text.empty())
            text += '\n';
        text += line.substr(all_numbered ? number_marker_length(line) : bullet_length(line));
    }
    cell.text = std::move(text);
    cell.is_list = all_marked || all_numbered;
    return cell;
}

Cell cell_of_paragraphs(std::vector<CellParagraph> const& paragraphs)
{
    std::string text;
    bool visible = false;
    bool regular = false;
    bool all_list = true;
    for (auto const& paragraph : paragraphs) {
        if (!paragraph.visible)
            continue;
        visible = true;
        regular |= paragraph.regular;
        all_list &= paragraph.list;
        auto line = tidy_text(paragraph.text);
        if (paragraph.list)
            std::ranges::replace(line, '\n', ' ');
        text.append(text.empty() ? "" : "\n").append(line);
    }
    auto cell = text_cell(text);
    cell.bold = visible && !regular;
    cell.is_list = cell.is_list || (visible && all_list);
    return cell;
}

} // namespace toguna::formats
