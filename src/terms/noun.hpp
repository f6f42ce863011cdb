#pragma once
/// French articles before names: « du cluster », « de l’UNICEF », « du PNUD », « à la FAO », « au Mali », « de Save the Children ».

#include <string>
#include <string_view>

namespace toguna::terms {

/// What article a name takes; `None` for names that take none, as persons and many non-governmental organisations do.
enum class Gender { None, Masculine, Feminine, Plural };

/// A name as it stands in a sentence.
struct Noun {
    std::string text;
    Gender gender = Gender::None;
    bool operator==(Noun const&) const = default;
};

enum class NounForm {
    Bare, ///< « PNUD »
    The,  ///< « le PNUD », « l’OMS »
    Of,   ///< « du PNUD », « de l’OMS », « d’Oxfam »
    To,   ///< « au PNUD », « à l’OMS », « à Oxfam »
    In,   ///< of countries: « au Mali », « en Guinée », « à Djibouti »
};

/// With `capital`, as at the start of a sentence.
std::string in_form(Noun const& noun, NounForm form, bool capital = false);

/// « Élan », « UNICEF », « hôpital » lose the vowel before them; « Haut-Commissariat », « HCR », « ONG » do not, or do, as French readers say them.
bool takes_elision(std::string_view text);

/// Printed by its acronym where there is one. The article follows the first word of the full name (Programme → le PNUD), or, for
/// the agencies everybody knows, the use of the field.
Noun organization_noun(std::string_view name, std::string_view acronym);

/// « Cluster Nutrition » → « cluster Nutrition », masculine: kinds of bodies are common nouns inside a sentence.
Noun body_noun(std::string_view name);

/// « Burkina Faso », « Côte d’Ivoire », « Djibouti »: by their ending, with the exceptions of the language.
Noun country_noun(std::string_view french_name);

} // namespace toguna::terms
