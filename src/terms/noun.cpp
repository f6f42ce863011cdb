#include "terms/noun.hpp"

#include "people/normalise.hpp"

#include <algorithm>
#include <array>

namespace toguna::terms {

namespace {

struct KnownWord {
    std::string_view word; ///< as people::search_text writes it
    Gender gender;
};

/// Heads of the names of organisations, bodies and offices.
constexpr std::array heads {
    KnownWord { "programme", Gender::Masculine }, KnownWord { "fonds", Gender::Masculine }, KnownWord { "haut", Gender::Masculine },
    KnownWord { "comite", Gender::Masculine }, KnownWord { "conseil", Gender::Masculine }, KnownWord { "bureau", Gender::Masculine },
    KnownWord { "ministere", Gender::Masculine }, KnownWord { "secretariat", Gender::Masculine }, KnownWord { "centre", Gender::Masculine },
    KnownWord { "cluster", Gender::Masculine }, KnownWord { "sous", Gender::Masculine }, KnownWord { "groupe", Gender::Masculine },
    KnownWord { "pool", Gender::Masculine }, KnownWord { "forum", Gender::Masculine }, KnownWord { "cadre", Gender::Masculine },
    KnownWord { "service", Gender::Masculine }, KnownWord { "reseau", Gender::Masculine }, KnownWord { "institut", Gender::Masculine },
    KnownWord { "mouvement", Gender::Masculine }, KnownWord { "consortium", Gender::Masculine }, KnownWord { "gouvernement", Gender::Masculine },
    KnownWord { "departement", Gender::Masculine }, KnownWord { "domaine", Gender::Masculine }, KnownWord { "croissant", Gender::Masculine },
    KnownWord { "organisation", Gender::Feminine }, KnownWord { "croix", Gender::Feminine }, KnownWord { "direction", Gender::Feminine },
    KnownWord { "agence", Gender::Feminine }, KnownWord { "association", Gender::Feminine }, KnownWord { "union", Gender::Feminine },
    KnownWord { "federation", Gender::Feminine }, KnownWord { "banque", Gender::Feminine }, KnownWord { "ambassade", Gender::Feminine },
    KnownWord { "delegation", Gender::Feminine }, KnownWord { "cooperation", Gender::Feminine }, KnownWord { "cellule", Gender::Feminine },
    KnownWord { "commission", Gender::Feminine }, KnownWord { "mission", Gender::Feminine }, KnownWord { "fondation", Gender::Feminine },
    KnownWord { "coordination", Gender::Feminine }, KnownWord { "equipe", Gender::Feminine }, KnownWord { "troika", Gender::Feminine },
    KnownWord { "gtt", Gender::Masculine },
    KnownWord { "cos", Gender::Masculine }, KnownWord { "ehp", Gender::Feminine }, KnownWord { "societe", Gender::Feminine }, KnownWord { "ligue", Gender::Feminine }, KnownWord { "confederation", Gender::Feminine },
};

/// Acronyms whose article French readers know, whatever the language of the full name in the directory.
constexpr std::array acronyms {
    KnownWord { "unicef", Gender::Masculine }, KnownWord { "pnud", Gender::Masculine }, KnownWord { "undp", Gender::Masculine },
    KnownWord { "pam", Gender::Masculine }, KnownWord { "wfp", Gender::Masculine }, KnownWord { "hcr", Gender::Masculine },
    KnownWord { "unhcr", Gender::Masculine }, KnownWord { "fao", Gender::Feminine }, KnownWord { "oms", Gender::Feminine },
    KnownWord { "oim", Gender::Feminine }, KnownWord { "unfpa", Gender::Masculine }, KnownWord { "ocha", Gender::Masculine },
    KnownWord { "bcah", Gender::Masculine }, KnownWord { "cicr", Gender::Masculine }, KnownWord { "ficr", Gender::Feminine },
    KnownWord { "fida", Gender::Masculine }, KnownWord { "usaid", Gender::Feminine }, KnownWord { "afd", Gender::Feminine },
    KnownWord { "giz", Gender::Feminine }, KnownWord { "ue", Gender::Feminine }, KnownWord { "drc", Gender::Masculine },
    KnownWord { "nrc", Gender::Masculine }, KnownWord { "bad", Gender::Feminine }, KnownWord { "unesco", Gender::Feminine },
};

/// Bodies whose first word is no proper name, so that it loses its capital inside a sentence.
constexpr std::array<std::string_view, 12> common_nouns { "cluster", "sous", "groupe", "comite", "pool", "forum", "cadre", "equipe", "troika", "domaine", "secteur", "mission" };

/// Words with a mute h; before all others that begin with h the vowel stays.
constexpr std::array<std::string_view, 9> mute_h { "hopital", "humanite", "humanites", "humanitaire", "hygiene", "hydraulique", "habitat", "horizon", "homme" };

constexpr std::array<std::string_view, 9> masculine_in_e { "mexique", "mozambique", "cambodge", "zimbabwe", "belize", "suriname", "congo", "zaire", "tigre" };
constexpr std::array<std::string_view, 13> without_article { "haiti", "cuba", "djibouti", "madagascar", "oman", "bahrein", "israel", "singapour", "malte", "chypre", "monaco", "maurice", "sao" };
constexpr std::array<std::string_view, 10> plural_countries { "etats", "pays", "philippines", "emirats", "comores", "maldives", "seychelles", "iles", "bahamas", "fidji" };

template<class List>
bool has(List const& list, std::string_view word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

template<class List>
Gender gender_in(List const& list, std::string_view word)
{
    auto const found = std::find_if(list.begin(), list.end(), [&](KnownWord const& known) { return known.word == word; });
    return found == list.end() ? Gender::None : found->gender;
}

std::string first_word(std::string_view text)
{
    auto const words = people::search_words(people::search_text(text));
    return words.empty() ? std::string() : words.front();
}

/// Latin letters of two bytes, É to é: both cases lie 0x20 apart in Latin-1.
std::string with_first_letter(std::string text, bool capital)
{
    if (text.empty())
        return text;
    auto const first = static_cast<unsigned char>(text[0]);
    if (first < 0x80)
        text[0] = static_cast<char>(capital ? std::toupper(first) : std::tolower(first));
    else if (first == 0xC3 && text.size() > 1) {
        auto const second = static_cast<unsigned char>(text[1]);
        bool const is_capital = second < 0xA0;
        if (capital != is_capital)
            text[1] = static_cast<char>(capital ? second - 0x20 : second + 0x20);
    }
    return text;
}

std::string form_before(Noun const& noun, NounForm form)
{
    bool const elided = takes_elision(noun.text);
    bool const plural = noun.gender == Gender::Plural;
    bool const none = noun.gender == Gender::None;
    bool const masculine = noun.gender == Gender::Masculine;
    switch (form) {
    case NounForm::Bare:
        break;
    case NounForm::The:
        return none ? "" : plural ? "les " : elided ? "l’" : masculine ? "le " : "la ";
    case NounForm::Of:
        return none ? (elided ? "d’" : "de ") : plural ? "des " : elided ? "de l’" : masculine ? "du " : "de la ";
    case NounForm::To:
        return none ? "à " : plural ? "aux " : elided ? "à l’" : masculine ? "au " : "à la ";
    case NounForm::In:
        return none ? "à " : plural ? "aux " : masculine && !elided ? "au " : "en ";
    }
    return "";
}

} // namespace

bool takes_elision(std::string_view text)
{
    auto const word = first_word(text);
    if (word.empty())
        return false;
    if (word.front() == 'h')
        return has(mute_h, word);
    return std::string_view("aeiou").find(word.front()) != std::string_view::npos && word != "onze" && word != "oui";
}

std::string in_form(Noun const& noun, NounForm form, bool capital)
{
    auto text = form_before(noun, form) + noun.text;
    return capital ? with_first_letter(std::move(text), true) : text;
}

Noun organization_noun(std::string_view name, std::string_view acronym)
{
    auto const printed = acronym.empty() ? name : acronym;
    auto const known = acronym.empty() ? Gender::None : gender_in(acronyms, people::search_text(acronym));
    return { std::string(printed), known != Gender::None ? known : gender_in(heads, first_word(name)) };
}

Noun body_noun(std::string_view name)
{
    auto const head = first_word(name);
    auto const gender = gender_in(heads, head);
    auto const is_acronym = name.size() > 1 && std::isupper(static_cast<unsigned char>(name[0])) && std::isupper(static_cast<unsigned char>(name[1]));
    return { has(common_nouns, head) && !is_acronym ? with_first_letter(std::string(name), false) : std::string(name), gender };
}

Noun country_noun(std::string_view french_name)
{
    auto const words = people::search_words(people::search_text(french_name));
    if (words.empty())
        return {};
    if (has(without_article, words.front()))
        return { std::string(french_name), Gender::None };
    if (has(plural_countries, words.front()))
        return { std::string(french_name), Gender::Plural };
    // « République démocratique du Congo », « Côte d’Ivoire », « Guinée équatoriale »: the first word decides.
    bool const feminine = words.front().back() == 'e' && !has(masculine_in_e, words.front());
    return { std::string(french_name), feminine ? Gender::Feminine : Gender::Masculine };
}

} // namespace toguna::terms
