#include "contacts/organization_words.hpp"

#include "contacts/slips.hpp"
#include "people/normalise.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace toguna::contacts {

namespace {

using people::KnownOrganization;
using people::OrganizationType;
using enum people::OrganizationType;

std::string without_spaces(std::string text)
{
    std::erase(text, ' ');
    return text;
}

/// Every name of the known organisations without spaces, made once.
std::map<std::string, KnownOrganization const*> const& known_by_compact_name()
{
    static auto const names = [] {
        std::map<std::string, KnownOrganization const*> result;
        for (auto const& known : people::known_organizations())
            for (auto const name : { known.french_acronym, known.english_acronym, known.french_name, known.english_name })
                result.emplace(without_spaces(people::search_text(name)), &known);
        return result;
    }();
    return names;
}

/// What stands before a name and says only its kind.
std::string without_kind(std::string key)
{
    for (auto const* const kind : { "l ", "le ", "la ", "les ", "the ", "ong ", "ngo ", "oing " })
        if (key.starts_with(kind))
            return key.substr(std::string_view(kind).size());
    return key;
}

/// The letters of the acronym begin words of the name, in this order: CRS of « Catholic Relief Services », SIA of
/// « Solidarité Internationale pour l’Afrique ».
bool is_made_of_initials(std::string_view acronym, std::string_view name)
{
    auto const letters = without_spaces(people::search_text(acronym));
    std::size_t next = 0;
    for (auto const& word : people::search_words(people::search_text(name)))
        if (next < letters.size() && word.front() == letters[next])
            ++next;
    return letters.size() >= 2 && next == letters.size();
}

struct Parted {
    std::string name;
    std::string inside;
};

/// « name (inside) », « name "inside" », « name « inside » ».
Parted part_off_last(std::string const& text)
{
    struct Signs {
        std::string_view open;
        std::string_view close;
    };
    constexpr std::array<Signs, 5> pairs { { { "(", ")" }, { "\"", "\"" }, { "«", "»" }, { "“", "”" }, { "[", "]" } } };
    for (auto const& [open, close] : pairs) {
        auto const end = text.rfind(close);
        auto const start = end == std::string::npos || end == 0 ? std::string::npos : text.rfind(open, end - 1);
        if (start == std::string::npos || start == 0)
            continue;
        auto const first = start + open.size();
        return { people::tidy(text.substr(0, start) + text.substr(end + close.size())), people::tidy(text.substr(first, end - first)) };
    }
    return { text, {} };
}

/// « ACTION CONTRE LA FAIM ACF-Espagne », « Solidarités International - SI »: an acronym after the name it is made of.
Parted part_off_last_word(std::string const& text)
{
    auto const space = text.rfind(' ');
    if (space == std::string::npos)
        return { text, {} };
    auto word = text.substr(space + 1);
    auto const stem = word.substr(0, word.find('-'));
    auto name = people::tidy(text.substr(0, space));
    while (name.ends_with('-') || name.ends_with(' '))
        name.pop_back();
    bool const apart = is_acronym(stem) && is_made_of_initials(stem, name) && people::search_words(people::search_text(name)).size() >= 2;
    return apart ? Parted { std::move(name), std::move(word) } : Parted { text, {} };
}

void add_key(OrganizationWords& words, std::string_view text)
{
    auto key = people::search_text(text);
    if (!key.empty() && std::ranges::find(words.keys, key) == words.keys.end())
        words.keys.push_back(key);
    if (auto bare = without_kind(key); !bare.empty() && std::ranges::find(words.keys, bare) == words.keys.end())
        words.keys.push_back(std::move(bare));
}

/// The parts of « PNUD/UNDP »; empty unless they are one known organisation.
KnownOrganization const* known_by_all_parts(std::string_view text)
{
    KnownOrganization const* known = nullptr;
    for (std::string_view rest = text; !rest.empty();) {
        auto const end = std::min(rest.find('/'), rest.size());
        auto const* const part = known_organization(rest.substr(0, end));
        if (!part || (known && part != known))
            return nullptr;
        known = part;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return known;
}

struct TypeWords {
    std::string_view words;
    OrganizationType type;
};

/// Whole words, the more telling first.
constexpr std::array type_words {
    TypeWords { "croix rouge", RedCross }, TypeWords { "croissant rouge", RedCross }, TypeWords { "red cross", RedCross }, TypeWords { "red crescent", RedCross },
    TypeWords { "nations unies", UnAgency }, TypeWords { "united nations", UnAgency }, TypeWords { "agence un", UnAgency }, TypeWords { "agences un", UnAgency },
    TypeWords { "agence onu", UnAgency }, TypeWords { "un agency", UnAgency }, TypeWords { "snu", UnAgency }, TypeWords { "onu", UnAgency }, TypeWords { "un", UnAgency },
    TypeWords { "ong internationale", InternationalNgo }, TypeWords { "ongi", InternationalNgo }, TypeWords { "oing", InternationalNgo }, TypeWords { "ingo", InternationalNgo },
    TypeWords { "international ngo", InternationalNgo }, TypeWords { "ong nationale", NationalNgo }, TypeWords { "ong locale", NationalNgo }, TypeWords { "ongn", NationalNgo },
    TypeWords { "nngo", NationalNgo }, TypeWords { "national ngo", NationalNgo }, TypeWords { "local ngo", NationalNgo }, TypeWords { "direction regionale", LocalAuthority },
    TypeWords { "direction provinciale", LocalAuthority }, TypeWords { "mairie", LocalAuthority }, TypeWords { "commune", LocalAuthority }, TypeWords { "gouvernorat", LocalAuthority },
    TypeWords { "prefecture", LocalAuthority }, TypeWords { "conseil regional", LocalAuthority }, TypeWords { "local authority", LocalAuthority },
    TypeWords { "service technique", LocalAuthority }, TypeWords { "direction nationale", NationalAuthority }, TypeWords { "direction generale", NationalAuthority },
    TypeWords { "ministere", NationalAuthority }, TypeWords { "ministry", NationalAuthority }, TypeWords { "secretariat permanent", NationalAuthority },
    TypeWords { "gouvernement", NationalAuthority }, TypeWords { "government", NationalAuthority }, TypeWords { "etat", NationalAuthority }, TypeWords { "direction", NationalAuthority },
    TypeWords { "ambassade", BilateralDonor }, TypeWords { "embassy", BilateralDonor }, TypeWords { "cooperation", BilateralDonor }, TypeWords { "bailleur", BilateralDonor },
    TypeWords { "bailleurs", BilateralDonor }, TypeWords { "donor", BilateralDonor }, TypeWords { "ptf", BilateralDonor }, TypeWords { "banque", MultilateralDonor },
    TypeWords { "bank", MultilateralDonor }, TypeWords { "universite", Academic }, TypeWords { "university", Academic }, TypeWords { "institut", Academic },
    TypeWords { "recherche", Academic }, TypeWords { "academic", Academic }, TypeWords { "societe civile", CivilSociety }, TypeWords { "civil society", CivilSociety },
    TypeWords { "osc", CivilSociety }, TypeWords { "association", CommunityAssociation }, TypeWords { "associations", CommunityAssociation },
    TypeWords { "groupement", CommunityAssociation }, TypeWords { "cooperative", CommunityAssociation }, TypeWords { "ocb", CommunityAssociation },
    TypeWords { "federation", CommunityAssociation }, TypeWords { "parlement", Parliament }, TypeWords { "assemblee nationale", Parliament }, TypeWords { "minusma", PeaceMission },
    TypeWords { "mission de paix", PeaceMission }, TypeWords { "secteur prive", PrivateSector }, TypeWords { "private sector", PrivateSector }, TypeWords { "sarl", PrivateSector },
    TypeWords { "entreprise", PrivateSector }, TypeWords { "international", InternationalNgo }, TypeWords { "internationale", InternationalNgo },
    TypeWords { "sans frontieres", InternationalNgo }, TypeWords { "ong", NationalNgo }, TypeWords { "ngo", NationalNgo },
};

OrganizationType type_by_words(std::string_view text)
{
    auto const key = " " + people::search_text(text) + " ";
    for (auto const& [words, type] : type_words)
        if (key.find(" " + std::string(words) + " ") != std::string::npos)
            return type;
    return Other;
}

/// « État » in a column of types; in a name it is a word like any other.
OrganizationType type_by_name(std::string_view name)
{
    auto const key = people::search_text(name);
    return key == "etat" || key == "un" ? Other : type_by_words(name);
}

} // namespace

bool is_acronym(std::string_view text)
{
    auto const is_small = [](char character) { return character >= 'a' && character <= 'z'; };
    auto const is_capital = [](char character) { return character >= 'A' && character <= 'Z'; };
    return text.size() >= 2 && text.size() <= 12 && std::ranges::count_if(text, is_capital) >= 2 && std::ranges::none_of(text, is_small)
        && text.find_first_of(" ,;@") == std::string_view::npos;
}

KnownOrganization const* known_organization(std::string_view text)
{
    auto const compact = without_spaces(without_kind(people::search_text(text)));
    if (compact.empty())
        return nullptr;
    auto const& names = known_by_compact_name();
    if (auto const found = names.find(compact); found != names.end())
        return found->second;
    for (auto const& [name, known] : names)
        if (one_slip_apart(name, compact))
            return known;
    return nullptr;
}

bool organization_is_known(std::string_view text) { return known_organization(text) != nullptr; }

OrganizationWords read_organization_words(std::string_view given)
{
    OrganizationWords words;
    words.text = people::tidy(given);
    words.name = words.text;
    add_key(words, words.text);
    words.known = known_organization(words.text);
    if (!words.known && words.text.find('/') != std::string::npos)
        words.known = known_by_all_parts(words.text);

    auto const parted = part_off_last(words.text);
    auto const& [name, inside] = parted.inside.empty() ? part_off_last_word(words.text) : parted;
    auto const stem = inside.substr(0, inside.find('-'));
    auto const* const known_inside = inside.empty() ? nullptr : known_organization(inside);
    bool const is_its_acronym = !inside.empty() && (is_made_of_initials(stem, name) || (known_inside && (!known_organization(name) || known_organization(name) == known_inside)));
    if (is_its_acronym) {
        words.name = name;
        words.acronym = inside;
        words.known = words.known ? words.known : known_inside ? known_inside : known_organization(name);
        add_key(words, name);
        add_key(words, inside);
    } else if (is_acronym(words.text)) {
        words.acronym = words.text;
    }
    if (words.known)
        for (auto const alias : { words.known->french_acronym, words.known->english_acronym, words.known->french_name, words.known->english_name })
            add_key(words, alias);
    return words;
}

OrganizationType guess_type(std::string_view name, std::string_view type_words_given)
{
    if (auto const* const known = known_organization(name))
        return known->type;
    if (auto const type = type_by_words(type_words_given); type != Other)
        return type;
    return type_by_name(name);
}

} // namespace toguna::contacts
