#include "contacts/cell_people.hpp"

#include "people/normalise.hpp"

#include <algorithm>
#include <array>

namespace toguna::contacts {

namespace {

constexpr std::array<std::string_view, 8> separators { "\n", ";", " / ", "/", " et ", " and ", " & ", " + " };

std::vector<std::string> split_at(std::string_view text, std::string_view separator)
{
    std::vector<std::string> pieces;
    while (true) {
        auto const end = text.find(separator);
        if (auto piece = people::tidy(text.substr(0, end)); !piece.empty())
            pieces.push_back(std::move(piece));
        if (end == std::string_view::npos)
            return pieces;
        text.remove_prefix(end + separator.size());
    }
}

/// Two words or more without digits: what is left of « Awa Sanou / chargée » is no second person.
bool is_whole_name(std::string const& piece)
{
    auto const words = people::search_words(people::search_text(piece));
    return words.size() >= 2 && words.size() <= 6 && piece.find_first_of("0123456789@") == std::string::npos;
}

std::string without_title(std::string_view name)
{
    constexpr std::array<std::string_view, 20> titles { "m.", "mr", "mr.", "mme", "mme.", "mlle", "mlle.", "dr", "dr.", "pr", "pr.", "prof.", "monsieur", "madame", "docteur", "mrs", "mrs.", "ms",
        "ms.", "s.e." };
    auto tidied = people::tidy(name);
    auto const space = tidied.find(' ');
    if (space == std::string::npos)
        return tidied;
    auto first = tidied.substr(0, space);
    std::ranges::transform(first, first.begin(), [](char character) { return character >= 'A' && character <= 'Z' ? char(character - 'A' + 'a') : character; });
    return std::ranges::find(titles, first) == titles.end() ? tidied : tidied.substr(space + 1);
}

/// How much of the mailbox the name spells: « asanou » or « awa.sanou » for Awa Sanou.
bool spells(std::string_view email, std::string_view name)
{
    auto const mailbox = people::search_text(email.substr(0, email.find('@')));
    return std::ranges::any_of(people::search_words(people::search_text(name)), [&](auto const& word) { return word.size() >= 3 && mailbox.find(word) != std::string::npos; });
}

} // namespace

std::vector<std::string> people_in_cell(std::string_view cell)
{
    for (auto const separator : separators) {
        auto pieces = split_at(cell, separator);
        if (pieces.size() < 2 || !std::ranges::all_of(pieces, is_whole_name))
            continue;
        std::vector<std::string> people;
        for (auto const& piece : pieces)
            for (auto& person : people_in_cell(piece))
                people.push_back(std::move(person));
        return people;
    }
    auto name = without_title(cell);
    return name.empty() ? std::vector<std::string>() : std::vector { std::move(name) };
}

SharedReach share_among(std::vector<std::string> const& people, std::vector<std::string> const& values)
{
    SharedReach shared { std::vector<std::vector<std::string>>(people.size()), true };
    if (people.size() == 1) {
        shared.of_person[0] = values;
        return shared;
    }
    if (values.size() == people.size()) {
        for (std::size_t place = 0; place < values.size(); ++place)
            shared.of_person[place] = { values[place] };
        return shared;
    }
    for (auto const& value : values) {
        auto const owner = std::ranges::find_if(people, [&](auto const& name) { return spells(value, name); });
        shared.is_certain &= owner != people.end();
        shared.of_person[owner == people.end() ? 0 : std::size_t(owner - people.begin())].push_back(value);
    }
    return shared;
}

} // namespace toguna::contacts
