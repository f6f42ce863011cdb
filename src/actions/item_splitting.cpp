#include "actions/item_splitting.hpp"

#include "actions/words.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace toguna::actions {

namespace {

bool is_ascii_digit(char character) { return character >= '0' && character <= '9'; }

/// Length in bytes of a list marker at the start with the white space after it; 0 when there is none.
std::size_t marker_length(std::string_view line)
{
    static constexpr std::array<std::string_view, 19> bullets { "•", "●", "○", "▪", "■", "□", "➢", "➤", "►", "–", "—", "-", "*", "·", "✓", "✔", "→", "\uF0B7", "\uF0A7" };
    auto const blanks_after = [&](std::size_t from) {
        std::size_t to = from;
        while (to < line.size() && (line[to] == ' ' || line[to] == '\t' || line.substr(to).starts_with("\u00A0")))
            to += line[to] == ' ' || line[to] == '\t' ? 1 : 2;
        return to;
    };
    for (auto const bullet : bullets)
        if (line.starts_with(bullet)) {
            auto const end = blanks_after(bullet.size());
            bool const needs_blank = bullet == "-" || bullet == "*";
            return needs_blank && end == bullet.size() && end < line.size() && is_ascii_digit(line[end]) ? 0 : end;
        }
    // « 1.1.2 Former … »: two levels or more need no mark after them.
    if (auto const end = line.find_first_not_of("0123456789."); end > 0 && end < 12 && line[end] == ' ' && numbering_depth(line) > 1)
        return blanks_after(end);
    std::size_t at = line.starts_with('(') ? 1 : 0;
    std::size_t const start = at;
    while (at < line.size() && is_ascii_digit(line[at]))
        ++at;
    if (at == start && at < line.size() && line[at] >= 'a' && line[at] <= 'h')
        ++at;
    if (at == start || at > start + 2 || at >= line.size())
        return 0;
    bool const letter = !is_ascii_digit(line[start]);
    bool const closes = line[at] == ')' || (!letter && (line[at] == '.' || line[at] == '/' || line.substr(at).starts_with("°")) && start == 0);
    if (!closes)
        return 0;
    at += line.substr(at).starts_with("°") ? 2 : 1;
    auto const end = blanks_after(at);
    return end > at || line[at - 1] == ')' ? end : 0;
}

/// Letters, not bytes.
std::size_t width_of(std::string_view text)
{
    return std::size_t(std::count_if(text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

/// The lines of a cell that may have been broken where a page was narrow, as text copied out of a PDF is.
class CellLines {
public:
    CellLines(std::vector<std::string> const& lines, bool is_list) : m_is_list(is_list)
    {
        for (std::size_t at = 0; at < lines.size(); ++at) {
            m_widest = std::max(m_widest, width_of(lines[at]));
            m_broken = m_broken || (at > 0 && !starts_with_capital(lines[at]) && marker_length(lines[at]) == 0 && !lines[at - 1].ends_with(';'));
        }
    }

    bool starts_new_item(std::string_view before, std::string_view line) const
    {
        if (m_is_list || marker_length(line) > 0 || before.ends_with(';'))
            return true;
        if (!starts_with_capital(line) || ends_in_mid_sentence(before))
            return false;
        // The next word found no room: only a verb or a full stop tells a new item from a name in the middle of a sentence.
        bool const was_full = m_broken && width_of(before) + 1 + width_of(line.substr(0, line.find(' '))) > m_widest;
        return !was_full || before.ends_with('.') || starts_with_verb(line);
    }

private:
    bool m_is_list;
    bool m_broken = false;
    std::size_t m_widest = 0;
};

std::string without_marker(std::string_view line) { return trimmed(line.substr(marker_length(line))); }

/// A « ; » inside one line separates what could stand alone; inside parentheses it does not.
std::vector<std::string> split_at_semicolons(std::string_view text)
{
    std::vector<std::string> parts;
    int depth = 0;
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
        if (text[at] != ';' || depth > 0)
            continue;
        auto const next = trimmed(text.substr(at + 1));
        if (!next.empty() && !starts_with_capital(next) && !starts_with_verb(next) && marker_length(next) == 0)
            continue;
        parts.push_back(trimmed(text.substr(start, at - start)));
        start = at + 1;
    }
    parts.push_back(trimmed(text.substr(start)));
    std::erase_if(parts, [](auto const& part) { return part.empty(); });
    return parts;
}

/// « 1) Former … 2) Rédiger … » or « • Former • Rédiger » in one line.
std::vector<std::string> split_at_inline_markers(std::string_view line)
{
    std::vector<std::string> parts;
    std::size_t start = 0;
    int expected = 2;
    bool const numbered = line.starts_with("1)") || line.starts_with("1.") || line.starts_with("(1)");
    bool const dashed = line.starts_with("- ");
    for (std::size_t at = 1; at < line.size(); ++at) {
        auto const rest = line.substr(at);
        auto const number = std::to_string(expected);
        bool const next_number = numbered && line[at - 1] == ' ' && (rest.starts_with(number + ")") || rest.starts_with(number + ". ") || rest.starts_with("(" + number + ")"));
        bool const next_dash = dashed && line[at - 1] == ' ' && rest.starts_with("- ");
        bool const next_bullet = rest.starts_with("•") || rest.starts_with("▪") || rest.starts_with("➢");
        if (!next_number && !next_dash && !next_bullet)
            continue;
        parts.push_back(trimmed(line.substr(start, at - start)));
        start = at;
        expected += next_number ? 1 : 0;
    }
    parts.push_back(trimmed(line.substr(start)));
    return parts;
}

std::string without_last_mark(std::string text)
{
    while (text.ends_with(';') || text.ends_with(','))
        text = trimmed(std::string_view(text).substr(0, text.size() - 1));
    return text;
}

} // namespace

bool ends_in_mid_sentence(std::string_view line)
{
    static std::set<std::string, std::less<>> const small { "le", "la", "les", "l", "de", "du", "des", "d", "et", "ou", "a", "au", "aux", "en", "dans", "sur", "par",
        "pour", "avec", "sans", "que", "qui", "un", "une", "ce", "cette", "ces", "leur", "leurs", "son", "sa", "ses", "the", "of", "and", "or", "to", "in", "on",
        "for", "with", "an", "by", "from", "entre", "vers", "chez", "sous", "selon" };
    auto const text = trimmed(line);
    if (text.ends_with(',') || text.ends_with(':') || text.ends_with("’") || text.ends_with('\'') || text.ends_with('('))
        return true;
    if (text.ends_with(';') || text.ends_with('.'))
        return false;
    auto const words = words_of(text);
    return !words.empty() && small.contains(words.back());
}

bool starts_with_verb(std::string_view text)
{
    static std::set<std::string, std::less<>> const english { "adopt", "advocate", "agree", "analyse", "analyze", "assess", "build", "collect", "conduct", "consult",
        "coordinate", "create", "define", "deliver", "design", "develop", "disseminate", "distribute", "draft", "encourage", "engage", "ensure", "establish",
        "finalise", "finalize", "follow", "hold", "identify", "implement", "improve", "increase", "integrate", "invite", "launch", "maintain", "map", "mobilise",
        "mobilize", "monitor", "nominate", "organise", "organize", "prepare", "produce", "promote", "provide", "publish", "recruit", "report", "review", "revise",
        "send", "set", "share", "strengthen", "submit", "support", "train", "translate", "update", "validate", "work", "write", "reinforce", "harmonise", "harmonize" };
    static std::set<std::string, std::less<>> const not_verbs { "premier", "dernier", "fevrier", "janvier", "leur", "entre", "autre", "notre", "votre", "genre",
        "nombre", "cadre", "membre", "centre", "titre", "contre", "outre", "chantier", "dossier", "papier", "quartier", "lettre", "mesure", "ministre", "ministere",
        "septembre", "octobre", "novembre", "decembre", "hier", "particulier", "financier", "encore", "littoral", "registre", "semestre", "trimestre", "fer", "mer",
        "cher", "atelier", "calendrier", "courrier", "loyer", "rencontre", "histoire", "territoire", "plaidoyer", "offre", "maire", "annuaire", "formulaire",
        "inventaire", "secretaire", "partenaire", "questionnaire", "commentaire", "sommaire", "itineraire", "manoeuvre", "oeuvre", "guerre", "terre", "titulaire" };
    auto const words = words_of(text);
    if (words.empty())
        return false;
    // Pronominal: « s’assurer », « se conformer ».
    auto const& word = (words[0] == "s" || words[0] == "se") && words.size() > 1 ? words[1] : words[0];
    if (english.contains(word))
        return true;
    return word.size() >= 4 && !not_verbs.contains(word) && (word.ends_with("er") || word.ends_with("ir") || word.ends_with("re"));
}

std::vector<std::string> split_items(std::string_view cell, bool is_list)
{
    std::vector<std::string> blocks;
    std::string before;
    auto const lines = lines_of(cell);
    CellLines const shape(lines, is_list);
    for (auto const& line : lines) {
        if (blocks.empty() || shape.starts_new_item(before, line))
            blocks.push_back(line);
        else
            blocks.back() += " " + line;
        before = line;
    }
    std::vector<std::string> items;
    for (auto const& block : blocks)
        for (auto const& part : split_at_inline_markers(block))
            for (auto const& piece : split_at_semicolons(without_marker(part)))
                if (auto item = without_last_mark(without_marker(piece)); !item.empty())
                    items.push_back(std::move(item));
    return items;
}

namespace {

/// « PNUD/La coordination du cluster »: the right side is a part of the left one, not another organization.
bool slash_separates(std::string_view left, std::string_view right)
{
    auto const first = words_of(right);
    static std::set<std::string, std::less<>> const units { "la", "le", "les", "l", "the", "coordination", "coordinateur", "coordinatrice", "bureau", "secretariat",
        "equipe", "unite", "section", "service", "direction", "cluster", "point", "team", "unit", "office" };
    if (first.empty() || left.empty() || units.contains(first.front()))
        return false;
    // « c/o », « et/ou »: no names.
    return trimmed(left).size() > 1 && trimmed(right).size() > 1 && words_of(left).back() != "et";
}

/// « Ministère de l’Eau et de l’Assainissement », « Cluster Eau et Assainissement » are one name; « AVSF et Mercy Corps » are two.
bool conjunction_separates(std::string_view left, std::string_view right)
{
    auto const after = words_of(right);
    if (after.empty() || after[0] == "de" || after[0] == "du" || after[0] == "des" || after[0] == "d")
        return false;
    static std::set<std::string, std::less<>> const long_names { "ministere", "ministry", "direction", "department", "departement", "secretariat", "cluster", "comite" };
    auto const before = words_of(left);
    bool const long_name = std::any_of(before.begin(), before.end(), [](auto const& word) { return long_names.contains(word); });
    bool const acronym = is_all_capitals(trimmed(right).substr(0, 3));
    return acronym || (before.size() <= 1 && long_name) || (starts_with_capital(right) && !long_name) || after[0] == "les" || after[0] == "le" || after[0] == "l"
        || after[0] == "la" || after[0] == "the";
}

void add_name(std::vector<std::string>& names, std::string_view text)
{
    auto name = without_last_mark(without_marker(trimmed(text)));
    if (!name.empty() && name != "-" && std::find(names.begin(), names.end(), name) == names.end())
        names.push_back(std::move(name));
}

/// Where a name ends, outside parentheses: the length of the separator there, or 0.
std::size_t separator_length(std::string_view text, std::size_t start, std::size_t at)
{
    auto const rest = text.substr(at);
    if (rest.front() == ',' || rest.front() == ';' || rest.front() == '\n' || rest.front() == '+')
        return 1;
    if (rest.front() == '/' && slash_separates(text.substr(start, at - start), rest.substr(1)))
        return 1;
    for (std::string_view const word : { " et ", " and ", " & ", " ainsi que " })
        if (rest.starts_with(word) && conjunction_separates(text.substr(start, at - start), rest.substr(word.size())))
            return word.size();
    return 0;
}

} // namespace

std::vector<std::string> split_responsible(std::string_view cell)
{
    std::vector<std::string> names;
    int depth = 0;
    std::size_t start = 0;
    for (std::size_t at = 0; at < cell.size(); ++at) {
        depth += cell[at] == '(' ? 1 : cell[at] == ')' ? -1 : 0;
        auto const length = depth > 0 ? 0 : separator_length(cell, start, at);
        if (length == 0)
            continue;
        add_name(names, cell.substr(start, at - start));
        start = at + length;
        at = start - 1;
    }
    add_name(names, cell.substr(std::min(start, cell.size())));
    return names;
}

int numbering_depth(std::string_view text)
{
    auto const line = trimmed(text);
    std::size_t at = 0;
    int depth = 0;
    while (at < line.size() && is_ascii_digit(line[at])) {
        while (at < line.size() && is_ascii_digit(line[at]))
            ++at;
        ++depth;
        if (at < line.size() && line[at] == '.' && at + 1 < line.size() && is_ascii_digit(line[at + 1]))
            ++at;
        else
            break;
    }
    if (depth > 0)
        return at < line.size() && (line[at] == '.' || line[at] == ')' || line[at] == '-' || line[at] == ' ' || line[at] == ':') ? depth : 0;
    while (at < line.size() && (line[at] == 'I' || line[at] == 'V' || line[at] == 'X'))
        ++at;
    return at > 0 && at < line.size() && (line[at] == '.' || line[at] == ')' || line[at] == '-') ? 1 : 0;
}

std::string without_numbering(std::string_view text)
{
    auto line = trimmed(text);
    static std::set<std::string, std::less<>> const kinds { "fonction", "function", "axe", "section", "domaine", "objectif", "pilier", "volet", "composante", "pillar",
        "objective", "area", "thematique", "theme", "partie" };
    auto const words = words_of(line);
    if (words.size() > 2 && kinds.contains(words[0]) && (is_ascii_digit(words[1][0]) || words[1] == "i" || words[1] == "ii" || words[1] == "iii" || words[1] == "iv" || words[1] == "v" || words[1] == "vi")) {
        auto const mark = line.find_first_of(":.-", line.find(' '));
        auto const dash = line.find("–");
        auto const end = std::min(mark, dash);
        if (end != std::string::npos)
            line = trimmed(std::string_view(line).substr(end + (end == dash ? 3 : 1)));
    }
    if (numbering_depth(line) > 0)
        line = trimmed(std::string_view(line).substr(std::min(line.find_first_not_of("0123456789.IVX)-: "), line.size())));
    auto bare = without_marker(line);
    return bare.empty() ? trimmed(text) : bare; // « 3. » alone is all there is
}

} // namespace toguna::actions
