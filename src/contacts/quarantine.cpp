#include "contacts/quarantine.hpp"

#include "people/normalise.hpp"

#include <algorithm>
#include <array>

namespace toguna::contacts {

namespace {

using enum PrivateMatter;

struct PrivateWords {
    std::string_view words;
    PrivateMatter matter;
};

/// As people::search_text writes them: without accents, case and punctuation.
constexpr std::array private_words {
    PrivateWords { "naissance", Birth }, PrivateWords { "ne le", Birth }, PrivateWords { "nee le", Birth },
    PrivateWords { "birth", Birth }, PrivateWords { "birthday", Birth }, PrivateWords { "birthdate", Birth }, PrivateWords { "dob", Birth },
    PrivateWords { "ddn", Birth }, PrivateWords { "age", Birth }, PrivateWords { "nationalite", IdentityDocument }, PrivateWords { "nationality", IdentityDocument },
    PrivateWords { "passeport", IdentityDocument }, PrivateWords { "passport", IdentityDocument }, PrivateWords { "cni", IdentityDocument },
    PrivateWords { "cnib", IdentityDocument }, PrivateWords { "nina", IdentityDocument }, PrivateWords { "carte d identite", IdentityDocument },
    PrivateWords { "piece d identite", IdentityDocument }, PrivateWords { "no de piece", IdentityDocument }, PrivateWords { "numero de piece", IdentityDocument },
    PrivateWords { "numero d identification", IdentityDocument }, PrivateWords { "numero national", IdentityDocument }, PrivateWords { "identity card", IdentityDocument },
    PrivateWords { "identity number", IdentityDocument }, PrivateWords { "id card", IdentityDocument }, PrivateWords { "id number", IdentityDocument },
    PrivateWords { "id no", IdentityDocument }, PrivateWords { "national id", IdentityDocument }, PrivateWords { "permis", IdentityDocument },
    PrivateWords { "securite sociale", IdentityDocument }, PrivateWords { "social security", IdentityDocument },
    PrivateWords { "salaire", Money }, PrivateWords { "salary", Money }, PrivateWords { "remuneration", Money }, PrivateWords { "per diem", Money },
    PrivateWords { "perdiem", Money }, PrivateWords { "compte bancaire", Money }, PrivateWords { "numero de compte", Money }, PrivateWords { "no de compte", Money },
    PrivateWords { "rib", Money }, PrivateWords { "iban", Money }, PrivateWords { "banque", Money }, PrivateWords { "bank", Money },
    PrivateWords { "account number", Money }, PrivateWords { "mobile money", Money }, PrivateWords { "orange money", Money },
    PrivateWords { "sante", Health }, PrivateWords { "etat de sante", Health }, PrivateWords { "health", Health }, PrivateWords { "health status", Health },
    PrivateWords { "maladie", Health }, PrivateWords { "groupe sanguin", Health }, PrivateWords { "blood", Health }, PrivateWords { "blood group", Health },
    PrivateWords { "handicap", Health }, PrivateWords { "disability", Health }, PrivateWords { "allergie", Health }, PrivateWords { "allergies", Health },
    PrivateWords { "vaccin", Health }, PrivateWords { "medical", Health }, PrivateWords { "religion", Religion }, PrivateWords { "confession", Religion },
    PrivateWords { "ethnie", Ethnicity }, PrivateWords { "ethnicite", Ethnicity }, PrivateWords { "ethnicity", Ethnicity }, PrivateWords { "tribu", Ethnicity },
    PrivateWords { "race", Ethnicity }, PrivateWords { "mot de passe", Password }, PrivateWords { "password", Password }, PrivateWords { "mdp", Password },
    PrivateWords { "code pin", Password }, PrivateWords { "pin", Password }, PrivateWords { "domicile", Home }, PrivateWords { "adresse personnelle", Home },
    PrivateWords { "adresse privee", Home }, PrivateWords { "home address", Home }, PrivateWords { "residence", Home }, PrivateWords { "quartier", Home },
    PrivateWords { "situation matrimoniale", Family }, PrivateWords { "etat civil", Family }, PrivateWords { "marital", Family }, PrivateWords { "conjoint", Family },
    PrivateWords { "spouse", Family }, PrivateWords { "enfants", Family }, PrivateWords { "children", Family }, PrivateWords { "personne a prevenir", Family },
    PrivateWords { "urgence", Family }, PrivateWords { "emergency contact", Family }, PrivateWords { "next of kin", Family },
    PrivateWords { "parti politique", Opinion }, PrivateWords { "political", Opinion }, PrivateWords { "syndicat", Opinion }, PrivateWords { "union membership", Opinion },
};

struct MatterName {
    PrivateMatter matter;
    std::string_view name;
};
constexpr std::array<MatterName, 10> matter_names { { { Birth, "birth" }, { IdentityDocument, "identity_document" }, { Money, "money" }, { Health, "health" },
    { Religion, "religion" }, { Ethnicity, "ethnicity" }, { Password, "password" }, { Home, "home" }, { Family, "family" }, { Opinion, "opinion" } } };

/// Whole words only: « Image » is not an age. A long heading that mentions one is a question of a form, and as private.
bool has_words(std::string_view text, std::string_view words) { return (" " + std::string(text) + " ").find(" " + std::string(words) + " ") != std::string::npos; }

/// « Cluster Santé », « Structure sanitaire »: the sector of a partner is nobody's health.
bool names_a_sector(std::string_view key)
{
    constexpr std::array<std::string_view, 8> sector_words { "cluster", "secteur", "sector", "domaine", "ministere", "district", "centre", "structure" };
    return std::ranges::any_of(sector_words, [&](auto word) { return has_words(key, word); });
}

/// Two letters, two digits, then eleven to thirty letters or digits (ISO 13616), with or without spaces.
bool looks_like_iban(std::string_view text)
{
    std::string compact;
    for (char const character : text)
        if (character != ' ')
            compact += character;
    auto const is_letter = [](char character) { return character >= 'A' && character <= 'Z'; };
    auto const is_digit = [](char character) { return character >= '0' && character <= '9'; };
    return compact.size() >= 15 && compact.size() <= 34 && is_letter(compact[0]) && is_letter(compact[1]) && is_digit(compact[2]) && is_digit(compact[3])
        && std::ranges::all_of(compact, [&](char character) { return is_letter(character) || is_digit(character); });
}

/// A date of somebody's youth: no register of a body is that old.
bool looks_like_birth(formats::Cell const& cell) { return cell.date && cell.date->year() < 2010; }

Text named_column(Withheld const& withheld)
{
    return withheld.sheet.empty() ? tr("column “{title}”", { { "title", withheld.title } }) : tr("column “{title}” of sheet “{sheet}”", { { "title", withheld.title }, { "sheet", withheld.sheet } });
}

} // namespace

std::string_view name_of(PrivateMatter matter)
{
    return std::ranges::find(matter_names, matter, &MatterName::matter)->name;
}

std::optional<PrivateMatter> private_matter_from(std::string_view name)
{
    auto const found = std::ranges::find(matter_names, name, &MatterName::name);
    return found == matter_names.end() ? std::optional<PrivateMatter>() : found->matter;
}

Text label_of(PrivateMatter matter)
{
    switch (matter) {
    case Birth: return tr("date or place of birth, age");
    case IdentityDocument: return tr("identity document or nationality");
    case Money: return tr("salary or bank account");
    case Health: return tr("health");
    case Religion: return tr("religion");
    case Ethnicity: return tr("ethnicity");
    case Password: return tr("password");
    case Home: return tr("home address");
    case Family: return tr("family or relatives");
    case Opinion: break;
    }
    return tr("political or trade union opinion");
}

std::optional<PrivateMatter> private_matter_of_header(std::string_view header)
{
    auto const key = people::search_text(header);
    for (auto const& [words, matter] : private_words)
        if (has_words(key, words) && !(matter == Health && names_a_sector(key)))
            return matter;
    return {};
}

std::optional<PrivateMatter> private_matter_of_cells(std::vector<formats::Cell const*> const& cells)
{
    std::size_t filled = 0;
    std::size_t accounts = 0;
    std::size_t births = 0;
    for (auto const* cell : cells) {
        filled += !cell->text.empty();
        accounts += looks_like_iban(cell->text);
        births += looks_like_birth(*cell);
    }
    if (filled > 0 && accounts * 2 > filled)
        return Money;
    if (filled > 0 && births * 2 > filled)
        return Birth;
    return {};
}

Text sentence_of(Withheld const& withheld)
{
    switch (withheld.kind) {
    case WithheldKind::HiddenSheet: return tr("Sheet “{sheet}” is hidden: it was set aside unread.", { { "sheet", withheld.sheet } });
    case WithheldKind::HiddenRows:
        return trn("{count} hidden row of sheet “{sheet}” was set aside unread.", "{count} hidden rows of sheet “{sheet}” were set aside unread.", withheld.count, { { "sheet", withheld.sheet } });
    case WithheldKind::HiddenColumn: return tr("The hidden {column} was set aside unread.", { { "column", named_column(withheld) } });
    case WithheldKind::Formulas:
        return trn("{count} cell of sheet “{sheet}” is a formula and was set aside ({cells}). To import it, paste its value in Excel first.",
            "{count} cells of sheet “{sheet}” are formulas and were set aside ({cells}). To import them, paste their values in Excel first.", withheld.count,
            { { "sheet", withheld.sheet }, { "cells", withheld.title } });
    case WithheldKind::PrivateColumn:
        return tr("The {column} holds personal data that a contact list does not need ({matter}): it was set aside and is not kept.",
            { { "column", named_column(withheld) }, { "matter", label_of(withheld.matter.value_or(Birth)) } });
    case WithheldKind::PrivateProperty: break;
    }
    return trn("{count} card holds “{title}”, which a contact list does not need: it was set aside and is not kept.",
        "{count} cards hold “{title}”, which a contact list does not need: it was set aside and is not kept.", withheld.count, { { "title", withheld.title } });
}

} // namespace toguna::contacts
