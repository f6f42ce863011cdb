#include "bodies/profile.hpp"

#include "people/normalise.hpp"

#include <tuple>

namespace toguna::bodies {

namespace {

constexpr std::size_t longest_line = 200;
constexpr std::size_t longest_purpose = 2000;
constexpr std::size_t shortest_slug = 3;
constexpr std::size_t longest_slug = 60;

bool is_slug(std::string_view text)
{
    if (text.size() < shortest_slug || text.size() > longest_slug || text.front() == '-' || text.back() == '-')
        return false;
    for (char const letter : text)
        if (!((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-'))
            return false;
    return true;
}

std::string trimmed(std::string text)
{
    auto const first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

} // namespace

Result<BodyProfile> checked(BodyProfile profile)
{
    profile.purpose = trimmed(std::move(profile.purpose));
    profile.rhythm = people::tidy(profile.rhythm);
    profile.public_contact = people::tidy(profile.public_contact);
    profile.public_slug = people::tidy(profile.public_slug);
    for (auto& letter : profile.public_slug)
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    Error error { ErrorKind::Invalid, tr("This body cannot be saved as it is."), {}, {} };
    for (auto const& [field, text, limit] : { std::tuple("purpose", &profile.purpose, longest_purpose), std::tuple("rhythm", &profile.rhythm, longest_line),
             std::tuple("public_contact", &profile.public_contact, longest_line) })
        if (people::length_of(*text) > limit)
            error.fields.push_back({ field, tr("This is longer than {limit} characters: shorten it.", { { "limit", limit } }) });
    if (!profile.public_slug.empty() && !is_slug(profile.public_slug))
        error.fields.push_back({ "public_slug", tr("Write 3 to 60 small letters without accents, digits or hyphens, such as nutrition-mali.") });
    if (profile.dormant_after < 7 || profile.dormant_after > 730)
        error.fields.push_back({ "dormant_after", tr("Write a number of days between 7 and 730.") });
    if (!error.fields.empty())
        return fail(std::move(error));
    return profile;
}

bool publishes(BodyProfile const& before, BodyProfile const& after)
{
    auto const words_of = [](BodyProfile const& profile) { return std::tie(profile.public_slug, profile.public_contact, profile.purpose); };
    return after.is_public() && words_of(before) != words_of(after);
}

} // namespace toguna::bodies
