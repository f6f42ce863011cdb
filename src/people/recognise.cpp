#include "people/recognise.hpp"

#include "people/normalise.hpp"

#include <algorithm>
#include <array>

namespace toguna::people {

namespace {

constexpr std::size_t shortest_forgiven_word = 6;

template<class IdType>
void add(std::vector<IdType>& found, IdType const& id)
{
    if (std::find(found.begin(), found.end(), id) == found.end())
        found.push_back(id);
}

std::vector<OrganizationId> bearers_of(std::span<OrganizationName const> names, std::string_view key)
{
    std::vector<OrganizationId> found;
    if (!key.empty())
        for (auto const& name : names)
            if (name.key == key)
                add(found, name.id);
    return found;
}

std::string without_article(std::string key)
{
    for (auto const* const article : { "l ", "le ", "la ", "les ", "the " })
        if (key.starts_with(article))
            return key.substr(std::string_view(article).size());
    return key;
}

/// The bearers of the whole text, tried first as written, then without its article.
std::vector<OrganizationId> bearers_of_text(std::span<OrganizationName const> names, std::string_view text)
{
    auto const key = search_text(text);
    auto found = bearers_of(names, key);
    return found.empty() ? bearers_of(names, without_article(key)) : found;
}

/// « Catholic Relief Services (CRS) » → what stands outside and inside the last brackets; inside is empty without brackets.
std::array<std::string_view, 2> split_brackets(std::string_view text)
{
    auto const open = text.rfind('(');
    auto const close = text.find(')', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || close == std::string_view::npos)
        return { text, {} };
    return { text.substr(0, open), text.substr(open + 1, close - open - 1) };
}

std::vector<OrganizationId> resembling(std::span<OrganizationName const> names, std::string_view text)
{
    auto const key = without_article(search_text(text));
    std::vector<OrganizationId> found;
    if (key.empty())
        return found;
    for (auto const& name : names)
        if (one_typing_error_apart(name.key, key))
            add(found, name.id);
    // « ACF-Espagne »: what is written begins with a name we know; or a name we know begins with what is written.
    for (auto const& name : names)
        if (key.starts_with(name.key + " ") || name.key.starts_with(key + " "))
            add(found, name.id);
    return found;
}

OrganizationMatch decided(std::vector<OrganizationId> found)
{
    if (found.size() == 1)
        return { found.front(), {} };
    if (found.size() > most_candidates)
        found.erase(found.begin() + most_candidates, found.end());
    return { {}, std::move(found) };
}

std::vector<std::string> sorted_words(std::string_view key)
{
    auto words = search_words(key);
    std::sort(words.begin(), words.end());
    return words;
}

} // namespace

bool one_typing_error_apart(std::string_view left, std::string_view right)
{
    if (left.size() > right.size())
        std::swap(left, right);
    if (right.size() < shortest_forgiven_word || right.size() - left.size() > 1)
        return false;
    auto const start = static_cast<std::size_t>(std::mismatch(left.begin(), left.end(), right.begin()).first - left.begin());
    auto const rest_left = left.substr(start);
    auto const rest_right = right.substr(start);
    if (left.size() < right.size())
        return rest_left == rest_right.substr(1);
    auto const swapped = rest_left.size() >= 2 && rest_left[0] == rest_right[1] && rest_left[1] == rest_right[0] && rest_left.substr(2) == rest_right.substr(2);
    return rest_left.empty() || rest_left.substr(1) == rest_right.substr(1) || swapped;
}

OrganizationMatch recognise_organization(std::span<OrganizationName const> names, std::string_view text)
{
    if (auto whole = bearers_of_text(names, text); !whole.empty())
        return decided(std::move(whole));

    auto const [outside, inside] = split_brackets(text);
    auto const by_name = bearers_of_text(names, outside);
    auto const by_acronym = bearers_of_text(names, inside);
    if (!by_name.empty() && !by_acronym.empty()) {
        std::vector<OrganizationId> both;
        for (auto const& id : by_name)
            if (std::find(by_acronym.begin(), by_acronym.end(), id) != by_acronym.end())
                both.push_back(id);
        if (!both.empty())
            return decided(std::move(both));
    }
    if (by_name.size() == 1 && by_acronym.empty())
        return { by_name.front(), {} };

    OrganizationMatch match;
    for (auto const& found : { by_name, by_acronym, resembling(names, outside) })
        for (auto const& id : found)
            if (match.candidates.size() < most_candidates)
                add(match.candidates, id);
    return match;
}

PersonMatch recognise_person(std::span<PersonName const> names, std::string_view text)
{
    auto const looked_for = sorted_words(search_text(text));
    if (looked_for.empty())
        return {};
    std::vector<PersonId> same;
    std::vector<PersonId> wider;
    for (auto const& name : names) {
        auto const words = sorted_words(name.key);
        if (words == looked_for)
            add(same, name.id);
        else if (std::includes(words.begin(), words.end(), looked_for.begin(), looked_for.end()))
            add(wider, name.id);
    }
    if (same.size() == 1)
        return { same.front(), {} };
    auto candidates = same.empty() ? std::move(wider) : std::move(same);
    if (candidates.size() > most_candidates)
        candidates.erase(candidates.begin() + most_candidates, candidates.end());
    return { {}, std::move(candidates) };
}

} // namespace toguna::people
