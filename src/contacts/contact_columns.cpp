#include "contacts/contact_columns.hpp"

#include "contacts/organization_words.hpp"
#include "contacts/reach.hpp"
#include "people/normalise.hpp"

#include <algorithm>
#include <array>

namespace toguna::contacts {

namespace {

using enum ColumnRole;

/// `Joint` is « Nom »: half of a name or the whole, and the first word of « Nom de l’organisation ».
enum class Meaning { Joint, Given, Whole, Family, Of, Role };

struct HeaderPhrase {
    std::string_view words;
    Meaning meaning = Meaning::Role;
    ColumnRole role = Ignored;
};

/// As people::search_text writes them. Longer phrases stand before those they begin with.
constexpr std::array phrases {
    HeaderPhrase { "nom complet", Meaning::Whole, Name }, HeaderPhrase { "nom de famille", Meaning::Family, FamilyName }, HeaderPhrase { "full name", Meaning::Whole, Name },
    HeaderPhrase { "family name", Meaning::Family, FamilyName }, HeaderPhrase { "last name", Meaning::Family, FamilyName }, HeaderPhrase { "surname", Meaning::Family, FamilyName },
    HeaderPhrase { "first name", Meaning::Given, GivenName }, HeaderPhrase { "given name", Meaning::Given, GivenName }, HeaderPhrase { "prenom", Meaning::Given, GivenName },
    HeaderPhrase { "prenoms", Meaning::Given, GivenName }, HeaderPhrase { "noms", Meaning::Joint, Name }, HeaderPhrase { "nom", Meaning::Joint, Name },
    HeaderPhrase { "names", Meaning::Joint, Name }, HeaderPhrase { "name", Meaning::Joint, Name }, HeaderPhrase { "personne de contact", Meaning::Whole, Name },
    HeaderPhrase { "personne contact", Meaning::Whole, Name }, HeaderPhrase { "contact person", Meaning::Whole, Name }, HeaderPhrase { "point focal", Meaning::Whole, Name },
    HeaderPhrase { "points focaux", Meaning::Whole, Name }, HeaderPhrase { "focal point", Meaning::Whole, Name }, HeaderPhrase { "participants", Meaning::Whole, Name },
    HeaderPhrase { "participant", Meaning::Whole, Name }, HeaderPhrase { "representant", Meaning::Whole, Name }, HeaderPhrase { "representative", Meaning::Whole, Name },
    HeaderPhrase { "type d organisation", Meaning::Role, OrganizationType }, HeaderPhrase { "type d organisme", Meaning::Role, OrganizationType },
    HeaderPhrase { "type de structure", Meaning::Role, OrganizationType }, HeaderPhrase { "type d acteur", Meaning::Role, OrganizationType },
    HeaderPhrase { "type de partenaire", Meaning::Role, OrganizationType }, HeaderPhrase { "organisation type", Meaning::Role, OrganizationType },
    HeaderPhrase { "organization type", Meaning::Role, OrganizationType }, HeaderPhrase { "type of organisation", Meaning::Role, OrganizationType },
    HeaderPhrase { "type of organization", Meaning::Role, OrganizationType }, HeaderPhrase { "type", Meaning::Role, OrganizationType },
    HeaderPhrase { "categorie", Meaning::Role, OrganizationType }, HeaderPhrase { "category", Meaning::Role, OrganizationType },
    HeaderPhrase { "organisations", Meaning::Of, Organization }, HeaderPhrase { "organisation", Meaning::Of, Organization }, HeaderPhrase { "organizations", Meaning::Of, Organization },
    HeaderPhrase { "organization", Meaning::Of, Organization }, HeaderPhrase { "organisme", Meaning::Of, Organization }, HeaderPhrase { "structure", Meaning::Of, Organization },
    HeaderPhrase { "structures", Meaning::Of, Organization }, HeaderPhrase { "agence", Meaning::Of, Organization }, HeaderPhrase { "agency", Meaning::Of, Organization },
    HeaderPhrase { "institution", Meaning::Of, Organization }, HeaderPhrase { "ong", Meaning::Of, Organization }, HeaderPhrase { "ngo", Meaning::Of, Organization },
    HeaderPhrase { "partenaire", Meaning::Of, Organization }, HeaderPhrase { "partner", Meaning::Of, Organization }, HeaderPhrase { "entite", Meaning::Of, Organization },
    HeaderPhrase { "employeur", Meaning::Of, Organization }, HeaderPhrase { "company", Meaning::Of, Organization }, HeaderPhrase { "service", Meaning::Of, Organization },
    HeaderPhrase { "org", Meaning::Of, Organization }, HeaderPhrase { "sigle", Meaning::Role, Acronym }, HeaderPhrase { "acronyme", Meaning::Role, Acronym },
    HeaderPhrase { "acronym", Meaning::Role, Acronym }, HeaderPhrase { "abreviation", Meaning::Role, Acronym }, HeaderPhrase { "fonction", Meaning::Role, Function },
    HeaderPhrase { "fonctions", Meaning::Role, Function }, HeaderPhrase { "poste", Meaning::Role, Function }, HeaderPhrase { "titre", Meaning::Role, Function },
    HeaderPhrase { "function", Meaning::Role, Function }, HeaderPhrase { "position", Meaning::Role, Function }, HeaderPhrase { "job title", Meaning::Role, Function },
    HeaderPhrase { "title", Meaning::Role, Function }, HeaderPhrase { "qualite", Meaning::Role, Function }, HeaderPhrase { "role", Meaning::Role, Function },
    HeaderPhrase { "adresse electronique", Meaning::Role, Email }, HeaderPhrase { "adresse email", Meaning::Role, Email }, HeaderPhrase { "adresse e mail", Meaning::Role, Email },
    HeaderPhrase { "adresse mail", Meaning::Role, Email }, HeaderPhrase { "adresses mail", Meaning::Role, Email }, HeaderPhrase { "email address", Meaning::Role, Email },
    HeaderPhrase { "e mail address", Meaning::Role, Email }, HeaderPhrase { "e mail", Meaning::Role, Email }, HeaderPhrase { "e mails", Meaning::Role, Email },
    HeaderPhrase { "email", Meaning::Role, Email }, HeaderPhrase { "emails", Meaning::Role, Email }, HeaderPhrase { "mail", Meaning::Role, Email },
    HeaderPhrase { "mails", Meaning::Role, Email }, HeaderPhrase { "mel", Meaning::Role, Email }, HeaderPhrase { "courriel", Meaning::Role, Email },
    HeaderPhrase { "courriels", Meaning::Role, Email }, HeaderPhrase { "whatsapp", Meaning::Role, WhatsApp }, HeaderPhrase { "skype", Meaning::Role, Skype },
    HeaderPhrase { "telephone", Meaning::Role, Phone }, HeaderPhrase { "telephones", Meaning::Role, Phone }, HeaderPhrase { "tel", Meaning::Role, Phone },
    HeaderPhrase { "phone number", Meaning::Role, Phone }, HeaderPhrase { "phone", Meaning::Role, Phone }, HeaderPhrase { "phones", Meaning::Role, Phone },
    HeaderPhrase { "mobile", Meaning::Role, Phone }, HeaderPhrase { "portable", Meaning::Role, Phone }, HeaderPhrase { "gsm", Meaning::Role, Phone },
    HeaderPhrase { "cell", Meaning::Role, Phone }, HeaderPhrase { "cellulaire", Meaning::Role, Phone }, HeaderPhrase { "cel", Meaning::Role, Phone },
    HeaderPhrase { "fixe", Meaning::Role, Phone }, HeaderPhrase { "contacts", Meaning::Role, Reach }, HeaderPhrase { "contact", Meaning::Role, Reach },
    HeaderPhrase { "coordonnees", Meaning::Role, Reach }, HeaderPhrase { "lieu", Meaning::Role, Place }, HeaderPhrase { "lieu d affectation", Meaning::Role, Place },
    HeaderPhrase { "ville", Meaning::Role, Place }, HeaderPhrase { "localite", Meaning::Role, Place }, HeaderPhrase { "region", Meaning::Role, Place },
    HeaderPhrase { "duty station", Meaning::Role, Place }, HeaderPhrase { "location", Meaning::Role, Place }, HeaderPhrase { "place", Meaning::Role, Place },
    HeaderPhrase { "base", Meaning::Role, Place }, HeaderPhrase { "city", Meaning::Role, Place }, HeaderPhrase { "no d ordre", Meaning::Role, Number },
    HeaderPhrase { "n d ordre", Meaning::Role, Number }, HeaderPhrase { "no", Meaning::Role, Number }, HeaderPhrase { "n", Meaning::Role, Number },
    HeaderPhrase { "nr", Meaning::Role, Number }, HeaderPhrase { "num", Meaning::Role, Number }, HeaderPhrase { "numero", Meaning::Role, Number },
    HeaderPhrase { "ordre", Meaning::Role, Number }, HeaderPhrase { "rang", Meaning::Role, Number }, HeaderPhrase { "signature", Meaning::Role, Ignored },
    HeaderPhrase { "emargement", Meaning::Role, Ignored }, HeaderPhrase { "visa", Meaning::Role, Ignored }, HeaderPhrase { "sexe", Meaning::Role, Ignored },
    HeaderPhrase { "genre", Meaning::Role, Ignored }, HeaderPhrase { "gender", Meaning::Role, Ignored }, HeaderPhrase { "sex", Meaning::Role, Ignored },
    HeaderPhrase { "observations", Meaning::Role, Ignored }, HeaderPhrase { "observation", Meaning::Role, Ignored }, HeaderPhrase { "commentaires", Meaning::Role, Ignored },
    HeaderPhrase { "remarques", Meaning::Role, Ignored }, HeaderPhrase { "comments", Meaning::Role, Ignored }, HeaderPhrase { "notes", Meaning::Role, Ignored },
    HeaderPhrase { "cluster", Meaning::Role, Ignored }, HeaderPhrase { "clusters", Meaning::Role, Ignored }, HeaderPhrase { "secteur", Meaning::Role, Ignored },
    HeaderPhrase { "pays", Meaning::Role, Ignored }, HeaderPhrase { "country", Meaning::Role, Ignored }, HeaderPhrase { "date", Meaning::Role, Ignored },
    HeaderPhrase { "row identifier do not change", Meaning::Role, PersonId }, HeaderPhrase { "identifiant de ligne ne pas modifier", Meaning::Role, PersonId },
};

constexpr std::array<std::string_view, 34> fillers { "de", "du", "des", "d", "la", "le", "les", "l", "et", "ou", "and", "or", "of", "the", "s", "e", "en", "au", "professionnel",
    "professionnelle", "pro", "bureau", "office", "work", "officiel", "principal", "membre", "membres", "member", "1", "2", "actuel", "actuelle", "occupe" };

HeaderPhrase const* longest_phrase_at(std::string_view rest)
{
    HeaderPhrase const* best = nullptr;
    for (auto const& phrase : phrases) {
        bool const begins = rest.starts_with(phrase.words) && (rest.size() == phrase.words.size() || rest[phrase.words.size()] == ' ');
        if (begins && (!best || phrase.words.size() > best->words.size()))
            best = &phrase;
    }
    return best;
}

/// The phrases that a heading is made of; empty when it holds a word that no heading has.
std::vector<HeaderPhrase const*> phrases_of(std::string_view key)
{
    std::vector<HeaderPhrase const*> found;
    while (!key.empty()) {
        auto const* const phrase = longest_phrase_at(key);
        auto const word = key.substr(0, key.find(' '));
        if (!phrase && std::ranges::find(fillers, word) == fillers.end())
            return {};
        if (phrase)
            found.push_back(phrase);
        auto const length = phrase ? phrase->words.size() : word.size();
        key.remove_prefix(std::min(length + 1, key.size()));
    }
    return found;
}

bool has_meaning(std::vector<HeaderPhrase const*> const& found, Meaning meaning)
{
    return std::ranges::any_of(found, [&](auto const* phrase) { return phrase->meaning == meaning; });
}

bool has_role(std::vector<HeaderPhrase const*> const& found, ColumnRole role)
{
    return std::ranges::any_of(found, [&](auto const* phrase) { return phrase->role == role; });
}

ColumnRole role_of_phrases(std::vector<HeaderPhrase const*> const& found)
{
    if (has_role(found, PersonId))
        return PersonId;
    if (has_meaning(found, Meaning::Whole) || (has_meaning(found, Meaning::Given) && (has_meaning(found, Meaning::Joint) || has_meaning(found, Meaning::Family))))
        return Name;
    if (has_meaning(found, Meaning::Of) && has_meaning(found, Meaning::Joint))
        return Organization; // « Nom de la structure », “Organization name”
    if (has_meaning(found, Meaning::Joint))
        return Name; // “Contact name”
    if (has_role(found, Email) && (has_role(found, Phone) || has_role(found, WhatsApp)))
        return Reach;
    if (has_role(found, Phone))
        return Phone; // « Numéro de téléphone », « Tél / WhatsApp »
    if (found.front()->role == Number && found.size() > 1)
        return found[1]->role; // « N° WhatsApp »
    return found.front()->role;
}

// ── Without headings ──────────────────────────────────────────────────────────────────────────────────────────────

/// What one column holds, in cells.
struct Content {
    std::size_t filled = 0;
    std::size_t addresses = 0;
    std::size_t numbers = 0;  ///< telephone numbers
    std::size_t ordinals = 0; ///< « 12 », « 3. »
    std::size_t known = 0;    ///< organisations that everybody knows
    std::size_t acronyms = 0;
    std::size_t names = 0;    ///< two to five words without digits
};

Content content_of(GridTable const& table, std::size_t column)
{
    constexpr std::size_t most_cells_looked_at = 200;
    Content content;
    for (auto const& row : table.rows) {
        auto const& text = row.cells[column];
        if (text.empty() || content.filled >= most_cells_looked_at)
            continue;
        ++content.filled;
        auto const reach = read_reach(text);
        auto const words = people::search_words(people::search_text(text));
        bool const digits = std::ranges::any_of(text, [](char character) { return character >= '0' && character <= '9'; });
        content.addresses += !reach.emails.empty();
        content.numbers += reach.emails.empty() && !reach.phones.empty();
        content.ordinals += digits && text.size() <= 5 && text.find_first_not_of("0123456789.) ") == std::string::npos;
        content.known += organization_is_known(text);
        content.acronyms += is_acronym(text);
        content.names += !digits && words.size() >= 2 && words.size() <= 5;
    }
    return content;
}

bool is_taken(GridTable const& table, ColumnRole role)
{
    return std::ranges::any_of(table.columns, [&](auto const& column) { return column.role == role; });
}

bool most(std::size_t some, Content const& content) { return content.filled > 0 && some * 2 > content.filled; }

} // namespace

std::optional<ColumnRole> role_of_header(std::string_view header)
{
    constexpr std::size_t longest_header = 80;
    auto const key = people::search_text(header);
    if (key.empty())
        return header == "#" ? std::optional(Number) : std::nullopt;
    if (key.size() > longest_header)
        return {};
    auto const found = phrases_of(key);
    if (found.empty())
        return {};
    return role_of_phrases(found);
}

bool is_header_row(std::vector<std::string> const& cells)
{
    std::size_t filled = 0;
    std::size_t known = 0;
    bool names = false;
    for (auto const& cell : cells) {
        filled += !cell.empty();
        names |= !cell.empty() && role_of_header(cell) == Name;
        known += !cell.empty() && (role_of_header(cell).has_value() || private_matter_of_header(cell).has_value());
    }
    return known * 2 >= filled && (known >= 2 || (known == 1 && (names || filled == 1)));
}

void settle_names(std::vector<GridColumn>& columns)
{
    auto const with_role = [&](ColumnRole role) { return std::ranges::find(columns, role, &GridColumn::role); };
    if (with_role(GivenName) == columns.end())
        for (auto& column : columns)
            column.role = column.role == FamilyName ? Name : column.role;
    else if (auto const name = with_role(Name); name != columns.end() && with_role(FamilyName) == columns.end())
        name->role = FamilyName;
    // « Prénom » alone, without a family name beside it, is all the name there is.
    if (with_role(Name) == columns.end() && with_role(FamilyName) == columns.end())
        if (auto const given = with_role(GivenName); given != columns.end())
            given->role = Name;
}

void guess_by_content(GridTable& table)
{
    bool const named = is_taken(table, Name) || is_taken(table, FamilyName);
    std::vector<std::pair<std::size_t, Content>> open;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        auto& guessed = table.columns[column];
        if (guessed.role != Ignored || role_of_header(guessed.title))
            continue;
        auto const content = content_of(table, column);
        if (most(content.addresses, content))
            guessed.role = most(content.numbers, content) ? Reach : Email;
        else if (most(content.numbers, content))
            guessed.role = Phone;
        else if (most(content.ordinals, content))
            guessed.role = Number;
        else
            open.emplace_back(column, content);
    }
    for (auto const& [column, content] : open)
        if (!is_taken(table, Organization) && content.filled > 0 && (content.known + content.acronyms) * 3 >= content.filled)
            table.columns[column].role = Organization;
    if (!named)
        for (auto const& [column, content] : open)
            if (!is_taken(table, Name) && table.columns[column].role == Ignored && most(content.names, content))
                table.columns[column].role = Name;
    // What follows name and organisation in a list without headings is the function.
    bool const nameless = std::ranges::all_of(table.columns, [](auto const& column) { return column.title.empty(); });
    for (auto const& [column, content] : open)
        if (nameless && content.filled > 0 && table.columns[column].role == Ignored) {
            auto const role = !is_taken(table, Organization) ? Organization : Function;
            if (!is_taken(table, role) && is_taken(table, Name))
                table.columns[column].role = role;
        }
}

} // namespace toguna::contacts
