#include "people/chooser.hpp"

#include "people/normalise.hpp"

namespace toguna::people {

namespace {

Text sentence_for(Chooses what, Chosen const& chosen, std::size_t candidates)
{
    bool const person = what == Chooses::Person;
    if (chosen.is_empty())
        return person ? tr("Write the name of a person.") : tr("Write the name or the acronym of an organisation.");
    if (candidates == 0)
        return person ? tr("Nobody here is called “{text}”. Check the spelling, write one name only, or add the person to the directory first.", { { "text", tidy(chosen.words) } })
                      : tr("No organisation here is called “{text}”. Check the spelling, write its acronym, or add it to the directory first.", { { "text", tidy(chosen.words) } });
    if (candidates == 1)
        return person ? tr("Do you mean this person? Choose it below, or write another name.") : tr("Do you mean this organisation? Choose it below, or write another name.");
    return person ? tr("Several persons may be meant. Choose one below, or write the whole name.") : tr("Several organisations may be meant. Choose one below, or write the whole name.");
}

} // namespace

bool Chosen::is_empty() const { return tidy(words).empty(); }

Error undecided(Chooses what, Chosen const& chosen, std::size_t candidates, std::string_view field)
{
    Error error { ErrorKind::Invalid, what == Chooses::Person ? tr("The person is not known yet.") : tr("The organisation is not known yet."), {}, {} };
    error.fields.push_back({ std::string(field), sentence_for(what, chosen, candidates) });
    return error;
}

} // namespace toguna::people
