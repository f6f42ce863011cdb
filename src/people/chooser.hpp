#pragma once
/// Choosing a person or an organisation among tens of thousands: people type a name, and choose only where it is in doubt.

#include "base/result.hpp"
#include "people/recognise.hpp"

#include <string>
#include <string_view>

namespace toguna::people {

/// What a chooser field carried: the words in its text field, and the candidate that was ticked beside it (an id, or empty).
struct Chosen {
    std::string words = {};
    std::string choice = {};

    /// Nothing was typed; a choice that stayed behind does not count then.
    bool is_empty() const;
};

/// What the words and the choice mean: the choice while it is one of those that the words may mean, else the words when
/// they leave no doubt. Words that were changed after the choice thus win over it.
template<class IdType>
std::optional<IdType> decided_by(Chosen const& chosen, Match<IdType> const& match)
{
    if (auto const choice = IdType::parse(chosen.choice)) {
        if (match.exact == choice)
            return choice;
        for (auto const& candidate : match.candidates)
            if (candidate == *choice)
                return choice;
    }
    return match.exact;
}

enum class Chooses { Person, Organization };

/// Why a field was left undecided, as the refusal of that field: nothing typed, nobody of that name, or several.
Error undecided(Chooses what, Chosen const& chosen, std::size_t candidates, std::string_view field);

} // namespace toguna::people
