#include "actions/section_recognition.hpp"

#include "actions/item_splitting.hpp"
#include "actions/words.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace toguna::actions {

namespace {

/// Titles of the source plan, and of others like it, that are no core function.
constexpr std::array<std::string_view, 14> other_titles { "Assistance", "Thématiques transversales", "Thèmes transversaux", "Questions transversales",
    "Aspects transversaux", "Cross-cutting issues", "Cross-cutting themes", "Coordination", "Gestion de l’information", "Information management",
    "Renforcement des capacités", "Capacity building", "Localisation", "Divers" };

/// « & » is « et »; little words do not make a title another one.
std::string title_words(std::string_view title)
{
    static std::set<std::string, std::less<>> const little { "le", "la", "les", "l", "de", "du", "des", "d", "et", "a", "au", "aux", "en", "the", "of", "and", "to",
        "for", "in", "s" };
    std::string text;
    for (auto const& word : words_of(without_numbering(title)))
        if (!little.contains(word))
            text += (text.empty() ? "" : " ") + word;
    return text;
}

} // namespace

KnownTitles::KnownTitles(std::vector<FunctionTitles> const& catalogue, ImportMemory const& memory)
{
    for (auto const& [title, code] : memory.sections)
        m_known.push_back({ title_words(title), code });
    for (auto const& function : catalogue)
        for (auto const& title : function.titles)
            m_known.push_back({ title_words(title), function.code });
    for (auto const title : other_titles)
        m_known.push_back({ title_words(title), "" });
}

std::optional<std::string> KnownTitles::code_of(std::string_view title) const
{
    if (title.size() > 200)
        return {};
    auto const words = title_words(title);
    if (words.empty())
        return {};
    for (auto const& known : m_known)
        if (known.title == words)
            return known.code;
    for (auto const& known : m_known) {
        int const allowed = known.title.size() < 8 ? 0 : known.title.size() < 16 ? 1 : known.title.size() < 30 ? 2 : 3;
        if (allowed > 0 && letters_apart(known.title, words, allowed) <= allowed)
            return known.code;
    }
    return {};
}

bool is_announced_section(std::string_view text)
{
    static std::set<std::string, std::less<>> const kinds { "fonction", "function", "axe", "section", "domaine", "objectif", "pilier", "volet", "composante", "pillar",
        "objective", "area", "thematique", "partie" };
    auto const words = words_of(text);
    if (words.size() < 2 || text.size() > 200)
        return false;
    bool const numbered = words[1].size() <= 3 && (std::isdigit(static_cast<unsigned char>(words[1][0])) != 0 || words[1].find_first_not_of("ivx") == std::string::npos);
    return kinds.contains(words[0]) && (numbered || (words[1] == "strategique" && words.size() > 2));
}

bool is_total_or_footnote(std::string_view text)
{
    auto const line = trimmed(text);
    auto const words = words_of(line);
    if (words.empty())
        return true;
    if (line.starts_with('*') && !line.starts_with("* "))
        return true;
    if (words[0] == "total" || (words.size() > 1 && words[0] == "sous" && words[1] == "total") || words[0] == "subtotal")
        return words.size() <= 4;
    static std::set<std::string, std::less<>> const notes { "nb", "nota", "source", "sources", "legende", "legend", "note", "notes", "page" };
    return notes.contains(words[0]) && (words.size() == 1 || folded(line).find(':') != std::string::npos || words[0] == "nb" || words[0] == "page");
}

} // namespace toguna::actions
