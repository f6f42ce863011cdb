#include "contacts/plain_contacts.hpp"

#include "contacts/contact_columns.hpp"
#include "contacts/organization_words.hpp"
#include "contacts/reach.hpp"
#include "people/normalise.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace toguna::contacts {

namespace {

using Pieces = std::vector<std::string>;

Pieces split_at(std::string_view text, std::string_view signs)
{
    Pieces pieces;
    while (true) {
        auto const end = text.find_first_of(signs);
        if (auto piece = people::tidy(text.substr(0, end)); !piece.empty())
            pieces.push_back(std::move(piece));
        if (end == std::string_view::npos)
            return pieces;
        text.remove_prefix(end + 1);
    }
}

bool has_digit(std::string_view text)
{
    return std::ranges::any_of(text, [](char character) { return character >= '0' && character <= '9'; });
}

bool looks_like_name(std::string_view text)
{
    auto const words = people::search_words(people::search_text(text));
    return !has_digit(text) && words.size() >= 2 && words.size() <= 5;
}

// ── What kind of text it is ───────────────────────────────────────────────────────────────────────────────────────

/// « À : Awa Sanou <awa@example.org>, "Barry, Issa" <issa@example.org>; moussa@example.org »: cut where no quote and no
/// bracket is open; a piece without an address belongs to the next one.
Pieces mail_entries(std::string_view text)
{
    Pieces entries;
    std::string entry;
    bool quoted = false;
    bool bracketed = false;
    auto const finish = [&] {
        auto const tidied = people::tidy(entry);
        if (!tidied.empty())
            entries.push_back(tidied);
        entry.clear();
    };
    for (char const character : text) {
        quoted ^= character == '"';
        bracketed = character == '<' || (bracketed && character != '>' && character != '\n');
        bool const cut = !bracketed && ((!quoted && (character == ',' || character == ';')) || character == '\n');
        if (!cut) {
            entry += character;
        } else if (character == '\n' || character == ';' || entry.find('@') != std::string::npos) {
            quoted = false;
            finish();
        } else {
            entry += ' '; // « Sanou, Awa <…> » without its quotes
        }
    }
    finish();
    return entries;
}

bool is_mail_header(std::string_view text)
{
    auto const open = text.find('<');
    auto const at = text.find('@', open == std::string_view::npos ? text.size() : open);
    return open != std::string_view::npos && at != std::string_view::npos && text.find('\t') == std::string_view::npos && text.find('|') == std::string_view::npos;
}

bool is_person_or_number(std::string const& item)
{
    return looks_like_name(item) || !read_reach(item).phones.empty();
}

/// « Awa Sanou, Issa Barry, +226 70 00 00 01, Vous »: the participants of a group, on one line.
bool is_group_line(Pieces const& items)
{
    constexpr std::size_t fewest_participants = 4;
    if (items.size() < fewest_participants || std::ranges::any_of(items, [](auto const& item) { return item.find('@') != std::string::npos; }))
        return false;
    return std::size_t(std::ranges::count_if(items, is_person_or_number)) * 4 >= items.size() * 3;
}

bool is_cut_evenly(Pieces const& lines, char sign)
{
    auto const count = [&](std::string const& line) { return std::ranges::count(line, sign); };
    auto const first = count(lines.front());
    return first > 0 && lines.size() > 1 && std::size_t(std::ranges::count_if(lines, [&](auto const& line) { return count(line) == first; })) * 10 >= lines.size() * 8;
}

bool has_headings(std::string const& line)
{
    std::string spaced = line;
    for (auto at = spaced.find("  "); at != std::string::npos; at = spaced.find("  "))
        spaced.replace(at, 2, ",");
    return is_header_row(split_at(spaced, ",;"));
}

// ── One line ──────────────────────────────────────────────────────────────────────────────────────────────────────

/// « 12. », « 3) », « • », « ~ »; a number before a name.
std::string without_marker(std::string_view line)
{
    for (bool again = true; again;) {
        again = false;
        line.remove_prefix(std::min(line.find_first_not_of(" \t-*~."), line.size()));
        for (std::string_view const bullet : { "•", "·", "▪", "–", "—", "➢", "◦" })
            if (line.starts_with(bullet)) {
                line.remove_prefix(bullet.size());
                again = true;
            }
    }
    auto const digits = std::min(line.find_first_not_of("0123456789"), line.size());
    bool const numbered = digits > 0 && digits <= 3 && digits < line.size() && std::string_view(".)-: \t").find(line[digits]) != std::string_view::npos;
    if (!numbered)
        return std::string(line);
    auto rest = line.substr(digits);
    rest.remove_prefix(std::min(rest.find_first_not_of(".)-: \t"), rest.size()));
    // « 70 00 00 01 » begins with two digits and is no numbered line.
    return rest.empty() || has_digit(rest.substr(0, 1)) ? std::string(line) : std::string(rest);
}

/// « À : », « Cc: » before the addresses of a mail.
std::string without_mail_label(std::string line)
{
    constexpr std::array<std::string_view, 8> labels { "a", "to", "cc", "cci", "bcc", "de", "from", "destinataires" };
    auto const colon = line.find(':');
    if (colon != std::string::npos && std::ranges::find(labels, people::search_text(line.substr(0, colon))) != labels.end())
        line.erase(0, colon + 1);
    return line;
}

/// « Tél », « e-mail »: what stood before an address or number that was taken out.
bool is_label(std::string const& piece) { return role_of_header(piece).has_value(); }

/// Spaced dashes, colons and slashes part what a line says; hyphens belong to names.
std::string with_commas(std::string text)
{
    for (std::string_view const sign : { " - ", " – ", " — ", " / ", " : ", ": ", "\t", "|", "\n", "<", ">" })
        for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign, at + 1))
            text.replace(at, sign.size(), ",");
    return text;
}

/// The bracket after a name: « Awa Sanou (UNICEF) ».
std::string take_bracket(std::string& name)
{
    auto const open = name.find('(');
    auto const close = name.find(')', open == std::string::npos ? 0 : open);
    if (open == std::string::npos || open == 0)
        return {};
    auto bracket = people::tidy(name.substr(open + 1, close == std::string::npos ? close : close - open - 1));
    name = people::tidy(name.substr(0, open));
    return bracket;
}

bool looks_like_organization(std::string const& piece)
{
    return organization_is_known(piece) || is_acronym(piece) || guess_type(piece, {}) != people::OrganizationType::Other;
}

bool looks_like_function(std::string const& piece)
{
    constexpr std::array<std::string_view, 34> beginnings { "coord", "charge", "respons", "officer", "manager", "direct", "chef", "assist", "conseil", "expert", "point focal", "presid",
        "secret", "special", "represent", "im", "imo", "information", "program", "admin", "gestion", "comptab", "logist", "superv", "analyst", "adviser", "advisor", "head", "lead",
        "focal", "technic", "vice", "membre", "consult" };
    auto const key = people::search_text(piece);
    return std::ranges::any_of(beginnings, [&](auto beginning) { return key.starts_with(beginning) && (beginning.size() > 3 || key == beginning); });
}

struct LineParts {
    std::string name;
    std::string organization;
    std::string function;
};

LineParts parts_of(Pieces pieces)
{
    LineParts parts;
    if (pieces.empty())
        return parts;
    auto name = pieces.begin();
    if (looks_like_organization(*name) && pieces.size() > 1 && looks_like_name(pieces[1]) && !looks_like_organization(pieces[1]))
        ++name;
    parts.name = *name;
    pieces.erase(name);
    if (auto bracket = take_bracket(parts.name); !bracket.empty())
        pieces.insert(pieces.begin(), std::move(bracket));
    auto const take = [&](std::string& part, auto const& fits) {
        auto const found = std::ranges::find_if(pieces, fits);
        if (!part.empty() || found == pieces.end())
            return;
        part = *found;
        pieces.erase(found);
    };
    take(parts.organization, [](auto const& piece) { return looks_like_organization(piece) && !looks_like_function(piece); });
    take(parts.function, looks_like_function);
    take(parts.organization, [](auto const& piece) { return !looks_like_function(piece); });
    take(parts.function, [](auto const&) { return true; });
    return parts;
}

std::string joined(Pieces const& pieces)
{
    std::string text;
    for (auto const& piece : pieces)
        text += (text.empty() ? "" : "\n") + piece;
    return text;
}

std::vector<std::string> cells_of_line(std::string const& given)
{
    auto reached = read_reach(without_mail_label(without_marker(given)));
    std::erase(reached.rest, '"');
    auto pieces = split_at(with_commas(reached.rest), ",;");
    std::erase_if(pieces, is_label);
    auto const parts = parts_of(std::move(pieces));
    return { parts.name, parts.organization, parts.function, joined(reached.emails), joined(reached.phones) };
}

} // namespace

std::optional<std::vector<std::string>> plain_contact_lines(std::string_view text)
{
    if (is_mail_header(text))
        return mail_entries(text);
    auto const lines = split_at(text, "\r\n");
    if (lines.empty() || text.find('\t') != std::string_view::npos || is_cut_evenly(lines, '|') || is_cut_evenly(lines, ';'))
        return {};
    if (std::ranges::any_of(std::span(lines).first(std::min<std::size_t>(lines.size(), 5)), has_headings))
        return {};
    if (lines.size() == 1)
        if (auto items = split_at(lines.front(), ",;"); is_group_line(items))
            return items;
    return lines;
}

GridTable grid_of_plain_lines(std::vector<std::string> const& lines)
{
    using enum ColumnRole;
    GridTable table;
    table.columns = { { {}, Name, 0 }, { {}, Organization, 0 }, { {}, Function, 0 }, { {}, Email, 0 }, { {}, Phone, 0 } };
    for (std::size_t line = 0; line < lines.size(); ++line) {
        auto const tidied = people::tidy(lines[line]);
        if (tidied.empty() || tidied.ends_with(':'))
            continue; // « Liste des participants : »
        auto cells = cells_of_line(tidied);
        if (std::ranges::any_of(cells, [](auto const& cell) { return !cell.empty(); }))
            table.rows.push_back({ int(line), std::move(cells) });
    }
    return table;
}

} // namespace toguna::contacts
