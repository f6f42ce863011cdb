#include "actions/responsible_names.hpp"

#include "actions/words.hpp"

#include <algorithm>
#include <array>

namespace toguna::actions {

namespace {

/// Words for all member organisations together, folded; « cluster » stands for whatever kind of body it is.
constexpr std::array<std::string_view, 18> member_words { "membres", "tous les membres", "les membres", "partenaires", "tous les partenaires", "les partenaires",
    "tous", "tous les acteurs", "les acteurs", "acteurs", "ensemble des membres", "ensemble des partenaires", "l'ensemble des membres", "l'ensemble des partenaires", "members",
    "all members", "partners", "all partners" };

constexpr std::array<std::string_view, 10> body_words { "cluster", "sous cluster", "groupe", "groupe de travail", "gtt", "sector", "secteur", "comite", "working group", "pool" };

/// The first word of what is an office or a function of somebody, not a name.
constexpr std::array<std::string_view, 22> unit_words { "coordination", "coordinateur", "coordinatrice", "coordonnateur", "coordonnatrice", "co", "cocoordination", "secretariat",
    "lead", "colead", "imo", "im", "gestionnaire", "charge", "chargee", "point", "points", "equipe", "unite", "team", "coordinator", "office" };

std::string plain_words(std::string_view name)
{
    std::string text;
    for (auto const& word : words_of(name))
        text += (text.empty() ? "" : " ") + word;
    return text;
}

std::string without_first_article(std::string words)
{
    for (std::string_view const article : { "le ", "la ", "les ", "l ", "the " })
        if (words.starts_with(article))
            return words.substr(article.size());
    return words;
}

/// « membres du cluster », « membres du Cluster Nutrition », « tous les partenaires du GTT ».
bool means_all_members(std::string const& words, KnownActors const& actors)
{
    for (auto const members : member_words) {
        auto const plain = plain_words(members);
        if (words == plain)
            return true;
        if (!words.starts_with(plain + " "))
            continue;
        auto rest = words.substr(plain.size() + 1);
        for (std::string_view const link : { "du ", "de la ", "de l ", "des ", "de ", "of the ", "of " })
            if (rest.starts_with(link)) {
                rest = rest.substr(link.size());
                break;
            }
        if (std::find(body_words.begin(), body_words.end(), rest) != body_words.end())
            return true;
        for (auto const& name : actors.body_names)
            if (plain_words(name) == rest)
                return true;
    }
    return false;
}

bool means_body(std::string const& words, KnownActors const& actors)
{
    auto const plain = without_first_article(words);
    bool const own_name = std::any_of(actors.body_names.begin(), actors.body_names.end(), [&](auto const& name) { return plain_words(name) == plain; });
    return own_name || plain == "cluster" || plain == "the cluster" || means_all_members(words, actors) || means_all_members(plain, actors);
}

bool means_unit(std::string const& words)
{
    auto const plain = without_first_article(words);
    auto const first = plain.substr(0, plain.find(' '));
    return std::find(unit_words.begin(), unit_words.end(), first) != unit_words.end();
}

template<class IdType>
std::vector<std::string> shown(std::vector<IdType> const& ids, std::map<IdType, std::string> const& names)
{
    std::vector<std::string> found;
    for (auto const& id : ids)
        if (auto const name = names.find(id); name != names.end())
            found.push_back(name->second);
    return found;
}

} // namespace

RecognizedResponsible recognise_responsible(std::string_view name, KnownActors const& actors)
{
    using enum Responsible::Kind;
    auto const words = plain_words(name);
    if (means_body(words, actors))
        return { { Body, actors.body.text(), actors.body_name } };
    auto const organization = people::recognise_organization(actors.organizations, name);
    if (organization.exact)
        if (auto const shown_name = actors.organization_names.find(*organization.exact); shown_name != actors.organization_names.end())
            return { { Organization, organization.exact->text(), shown_name->second } };
    Responsible const unit { Unit, {}, std::string(name) };
    if (means_unit(words))
        return { unit };
    auto const person = people::recognise_person(actors.persons, name);
    if (person.exact)
        if (auto const shown_name = actors.person_names.find(*person.exact); shown_name != actors.person_names.end())
            return { { Person, person.exact->text(), shown_name->second } };
    auto candidates = shown(organization.candidates, actors.organization_names);
    for (auto& candidate : shown(person.candidates, actors.person_names))
        candidates.push_back(std::move(candidate));
    return { unit, std::move(candidates), true };
}

} // namespace toguna::actions
