#include "terms/norm.hpp"

#include "people/normalise.hpp"

#include <charconv>

namespace toguna::terms {

namespace {

std::optional<int> number_in(std::string_view word)
{
    int number = 0;
    auto const [end, problem] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (problem != std::errc() || end != word.data() + word.size())
        return {};
    return number;
}

std::optional<unsigned> month_named(std::string const& word, web::Localization const& words)
{
    for (unsigned month = 1; month <= 12; ++month)
        if (people::search_text(words.month_name(month)) == word)
            return month;
    return {};
}

} // namespace

Result<Norm> checked(Norm norm)
{
    for (auto* text : { &norm.title_fr, &norm.title_en, &norm.issuer, &norm.link })
        *text = people::tidy(*text);
    Error error { ErrorKind::Invalid, tr("This text cannot be added as it is."), {}, {} };
    if (norm.title_fr.empty())
        error.fields.push_back({ "title_fr", tr("Write the title in French.") });
    if (norm.issuer.empty())
        error.fields.push_back({ "issuer", tr("Say who issued it.") });
    for (auto const& [field, text] : { std::pair("title_fr", &norm.title_fr), std::pair("title_en", &norm.title_en), std::pair("issuer", &norm.issuer), std::pair("link", &norm.link) })
        if (people::length_of(*text) > 300)
            error.fields.push_back({ field, tr("300 characters at most.") });
    if (!norm.link.empty() && !norm.link.starts_with("https://") && !norm.link.starts_with("http://"))
        error.fields.push_back({ "link", tr("An address starts with https://") });
    if (!error.fields.empty())
        return fail(std::move(error));
    if (norm.title_en.empty())
        norm.title_en = norm.title_fr;
    return norm;
}

CitedNorm cited(Norm const& norm, web::Localization const& words)
{
    auto const month = words.month(norm.edition);
    return { norm.title(words.language()), norm.issuer, norm.revised ? words(tr("revised in {month}", { { "month", month } })) : month };
}

std::string citation(Norm const& norm, web::Localization const& words)
{
    return citation(cited(norm, words));
}

std::string citation(CitedNorm const& cited) { return cited.title + (cited.issuer.empty() ? "" : ", " + cited.issuer) + (cited.edition.empty() ? "" : ", " + cited.edition); }

std::optional<YearMonth> read_month(std::string_view typed, web::Localization const& words)
{
    auto parts = people::search_words(people::search_text(typed));
    if (parts.size() == 3) // the day says nothing more
        parts.erase(number_in(parts[0]).value_or(0) > 31 ? parts.end() - 1 : parts.begin());
    if (parts.size() != 2)
        return {};
    if (number_in(parts[0]).value_or(0) > 31)
        std::swap(parts[0], parts[1]);
    auto const year = number_in(parts[1]);
    auto month = month_named(parts[0], words);
    if (!month)
        month = static_cast<unsigned>(std::max(0, number_in(parts[0]).value_or(0)));
    if (!year || *year < 1900 || *year > 2199 || *month < 1 || *month > 12)
        return {};
    return YearMonth { *year, *month };
}

} // namespace toguna::terms
