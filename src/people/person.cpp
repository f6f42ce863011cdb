#include "people/person.hpp"

#include "people/normalise.hpp"

#include <algorithm>

namespace toguna::people {

namespace {

constexpr std::size_t longest_person_name = 150;

} // namespace

Affiliation const* Person::affiliation_on(Date day) const
{
    Affiliation const* latest = nullptr;
    for (auto const& affiliation : affiliations)
        if (affiliation.period.contains(day) && (!latest || affiliation.period.start() > latest->period.start()))
            latest = &affiliation;
    return latest;
}

Result<Person> checked(Person person)
{
    person.full_name = tidy(person.full_name);
    person.email = normal_email(person.email);
    person.phone = tidy(person.phone);
    person.spoken = tidy(person.spoken);
    Error error { ErrorKind::Invalid, tr("This person cannot be saved as it is."), {}, {} };
    if (person.full_name.empty())
        error.fields.push_back({ "full_name", tr("Write the person’s name, in the order the person uses.") });
    if (length_of(person.full_name) > longest_person_name)
        error.fields.push_back({ "full_name", tr("This is longer than {limit} characters: shorten it.", { { "limit", longest_person_name } }) });
    if (!person.email.empty() && !looks_like_email(person.email))
        error.fields.push_back({ "email", tr("“{text}” is not an e-mail address. Write it like name@example.org.", { { "text", person.email } }) });
    if (!person.phone.empty() && !looks_like_phone(person.phone))
        error.fields.push_back({ "phone", tr("“{text}” is not a telephone number. Write digits, like +226 70 00 00 00.", { { "text", person.phone } }) });
    if (person.language != "fr" && person.language != "en")
        error.fields.push_back({ "language", tr("Choose French or English.") });
    if (length_of(person.spoken) > longest_person_name)
        error.fields.push_back({ "spoken", tr("This is longer than {limit} characters: shorten it.", { { "limit", longest_person_name } }) });
    if (!error.fields.empty())
        return fail(std::move(error));
    return person;
}

Result<Person> merged(Person winner, Person const& loser)
{
    if (winner.id == loser.id) {
        Error error { ErrorKind::Invalid, tr("A person cannot be merged with themselves."), {}, {} };
        error.fields.push_back({ "into", tr("This is the same person. Choose the other one.") });
        return fail(std::move(error));
    }
    if (winner.email.empty()) {
        winner.email = loser.email;
        winner.email_visibility = loser.email_visibility;
    }
    if (winner.phone.empty()) {
        winner.phone = loser.phone;
        winner.phone_visibility = loser.phone_visibility;
    }
    if (winner.spoken.empty())
        winner.spoken = loser.spoken;
    if (!winner.consented_on)
        winner.consented_on = loser.consented_on;
    return winner;
}

std::vector<ContactDetail> leftovers(Person const& winner, Person const& loser)
{
    std::vector<ContactDetail> details;
    auto const no_id = ContactDetailId::trusted("");
    if (!loser.email.empty() && loser.email != winner.email && !winner.email.empty())
        details.push_back({ no_id, winner.id, ContactKind::Email, loser.email, loser.email_visibility });
    if (!loser.phone.empty() && loser.phone != winner.phone && !winner.phone.empty())
        details.push_back({ no_id, winner.id, ContactKind::Phone, loser.phone, loser.phone_visibility });
    return details;
}

bool looks_like_phone(std::string_view text)
{
    auto const digits = std::count_if(text.begin(), text.end(), [](char character) { return character >= '0' && character <= '9'; });
    return digits >= 4 && text.find_first_not_of("0123456789+()-. /") == std::string_view::npos;
}

bool looks_like_email(std::string_view text)
{
    auto const at = text.find('@');
    if (at == std::string_view::npos || at == 0 || text.find('@', at + 1) != std::string_view::npos || text.size() > 254)
        return false;
    if (std::any_of(text.begin(), text.end(), [](char character) { return static_cast<unsigned char>(character) <= ' ' || std::string_view("<>()[],;:\"\\").find(character) != std::string_view::npos; }))
        return false;
    auto const domain = text.substr(at + 1);
    auto const dot = domain.rfind('.');
    return dot != std::string_view::npos && dot > 0 && dot + 1 < domain.size() && domain.find("..") == std::string_view::npos && domain.front() != '.';
}

std::string normal_email(std::string_view text)
{
    auto email = tidy(text);
    std::transform(email.begin(), email.end(), email.begin(), [](char character) { return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character; });
    return email;
}

} // namespace toguna::people
