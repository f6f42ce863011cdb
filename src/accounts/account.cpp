#include "accounts/account.hpp"

#include "people/normalise.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace toguna::accounts {

namespace {

/// Beginnings and wholes that guessers try first, without accents, case, spaces and punctuation. Collected by ourselves
/// from what people of the field type: months, places, the sector's words, keyboard rows.
constexpr std::array common_parts {
    "password", "motdepasse", "motdepass", "passe", "secret", "azerty", "qwerty", "azertyuiop", "qwertyuiop", "qsdfghjklm", "wxcvbn", "admin",
    "administrateur", "administrator", "coordination", "coordinateur", "coordonnateur", "cluster", "humanitaire", "toguna", "bienvenue", "welcome",
    "bonjour", "letmein", "jetaime", "iloveyou", "soleil", "liberte", "monkey", "dragon", "football", "changeme", "changezmoi", "test", "demo",
    "burkina", "burkinafaso", "ouagadougou", "mali", "bamako", "niger", "niamey", "tombouctou", "dakar", "abidjan", "securitealimentaire", "nutrition",
    "janvier", "fevrier", "mars", "avril", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
};

std::string bare(std::string_view text)
{
    auto letters = people::search_text(text);
    std::erase(letters, ' ');
    return letters;
}

/// What is left when the digits and signs people append are taken off: « Cluster2026!!! » → "cluster".
std::string without_digits(std::string text)
{
    std::erase_if(text, [](char character) { return character >= '0' && character <= '9'; });
    return text;
}

/// The same common word over and over is still that word.
bool is_repetition_of(std::string_view text, std::string_view word)
{
    if (text.empty())
        return false;
    while (text.starts_with(word))
        text.remove_prefix(word.size());
    return text.empty();
}

bool has_few_characters(std::string_view password)
{
    return std::set<char>(password.begin(), password.end()).size() < 5;
}

/// « abcdefghijkl », « 123456789012 »: each character follows the one before.
bool is_a_row(std::string_view password)
{
    for (std::size_t at = 1; at < password.size(); ++at)
        if (password[at] - password[at - 1] != 1 && !(password[at - 1] == '9' && password[at] == '0'))
            return false;
    return true;
}

bool is_common(std::string_view password)
{
    auto const letters = without_digits(bare(password));
    if (letters.empty())
        return bare(password).size() < 16;
    return std::any_of(common_parts.begin(), common_parts.end(), [&](std::string_view word) { return is_repetition_of(letters, word); });
}

tl::unexpected<Error> refused_password(Text message)
{
    return fail(Error { ErrorKind::Invalid, tr("This password cannot be used."), { { "password", std::move(message) } }, {} });
}

} // namespace

Result<void> check_password(std::string_view password, std::string_view email, std::string_view name)
{
    auto const length = people::length_of(password);
    if (length < shortest_password)
        return refused_password(tr("A password has at least {limit} characters; this one has {count}. A sentence is easy to remember.",
            { { "limit", shortest_password }, { "count", length } }));
    if (length > longest_password)
        return refused_password(tr("A password has at most {limit} characters; this one has {count}.", { { "limit", longest_password }, { "count", length } }));
    auto const letters = without_digits(bare(password));
    for (auto const& known : { bare(email), bare(email.substr(0, email.find('@'))), bare(name) })
        if (!known.empty() && (is_repetition_of(letters, known) || letters == without_digits(known)))
            return refused_password(tr("This is your own name or address: anybody would try it. Choose something else; a sentence is easy to remember."));
    if (has_few_characters(password) || is_a_row(password) || is_common(password))
        return refused_password(tr("This password is among the first that are tried. Choose something else; a sentence is easy to remember."));
    return {};
}

} // namespace toguna::accounts
