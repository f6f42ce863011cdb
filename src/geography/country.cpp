#include "geography/country.hpp"

#include "base/search_text.hpp"

#include <algorithm>

namespace toguna::geography {

namespace {

constexpr std::size_t longest_name = 120;

bool has_letters(std::string_view text, std::size_t count)
{
    return text.size() == count && std::all_of(text.begin(), text.end(), [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

std::string in_capitals(std::string_view text)
{
    auto capitals = tidy(text);
    for (auto& letter : capitals)
        if (letter >= 'a' && letter <= 'z')
            letter = static_cast<char>(letter - 'a' + 'A');
    return capitals;
}

} // namespace

Result<Country> checked(Country country)
{
    country.iso2 = in_capitals(country.iso2);
    country.currency = in_capitals(country.currency);
    country.name_fr = tidy(country.name_fr);
    country.name_en = tidy(country.name_en);
    country.time_zone = tidy(country.time_zone);
    std::vector<FieldError> errors;
    if (!has_letters(country.code.text(), 3))
        errors.push_back({ "code", tr("Write the three letters of ISO 3166, such as TCD.") });
    if (!has_letters(country.iso2, 2))
        errors.push_back({ "iso2", tr("Write the two letters of ISO 3166, such as TD.") });
    if (country.name_fr.empty())
        errors.push_back({ "name_fr", tr("Write the name of the country in French.") });
    if (country.name_en.empty())
        errors.push_back({ "name_en", tr("Write the name of the country in English.") });
    for (auto const& [field, name] : { std::pair("name_fr", country.name_fr), std::pair("name_en", country.name_en) })
        if (length_of(name) > longest_name)
            errors.push_back({ field, tr("This is longer than {limit} characters: shorten it.", { { "limit", longest_name } }) });
    if (!has_letters(country.currency, 3))
        errors.push_back({ "currency", tr("Write the three letters of ISO 4217, such as XAF.") });
    if (!errors.empty())
        return fail(Error { ErrorKind::Invalid, tr("This country cannot be saved as it is."), std::move(errors), {} });
    return country;
}

} // namespace toguna::geography
