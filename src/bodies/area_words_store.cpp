#include "bodies/area_words_store.hpp"

#include "geography/area_store.hpp"
#include "people/normalise.hpp"

#include <algorithm>

namespace toguna::bodies {

namespace {

constexpr std::size_t most_candidates = 5;

std::vector<std::string> parts_of(std::string const& words)
{
    std::vector<std::string> parts;
    for (std::size_t start = 0; start <= words.size();) {
        auto const comma = std::min(words.find(',', start), words.size());
        if (auto part = people::tidy(words.substr(start, comma - start)); !part.empty())
            parts.push_back(std::move(part));
        start = comma + 1;
    }
    return parts;
}

/// A name with its code, as the field shows it, is read by the code alone.
std::string code_in(std::string const& words)
{
    auto const open = words.rfind('(');
    auto const close = words.rfind(')');
    return open != std::string::npos && close != std::string::npos && open < close ? words.substr(open + 1, close - open - 1) : words;
}

tl::unexpected<Error> refused(std::string_view field, Text message)
{
    return fail(Error { ErrorKind::Invalid, tr("This area cannot be used."), { { std::string(field), std::move(message) } }, {} });
}

} // namespace

Result<std::optional<geography::AdminAreaId>> resolve_area(db::Reader const& db, geography::CountryCode const& country, std::string const& words, Date day, std::string_view field)
{
    if (people::tidy(words).empty())
        return std::optional<geography::AdminAreaId> {};
    if (geography::PCode::parse(code_in(words))) {
        auto const by_code = geography::find_area_by_p_code(db, country, code_in(words), day);
        if (by_code)
            return std::optional(by_code->id);
        if (by_code.error().kind == ErrorKind::Invalid)
            return refused(field, by_code.error().message);
        if (by_code.error().kind != ErrorKind::NotFound)
            return fail(by_code.error());
    }
    auto const parts = parts_of(words);
    std::vector<std::string_view> const path(parts.begin(), parts.end());
    auto const match = geography::recognise_area(TRY(geography::known_areas(db, country, day)), path);
    if (match.exact)
        return match.exact;
    if (match.candidates.empty())
        return refused(field, tr("No area is called “{words}”. Write its name as on the map, or its P-code.", { { "words", people::tidy(words) } }));
    std::string names;
    for (std::size_t place = 0; place < std::min(match.candidates.size(), most_candidates); ++place)
        names += (place ? ", " : "") + TRY(geography::find_area(db, match.candidates[place])).name_with_code();
    return refused(field, tr("Several areas may be meant: {names}. Write the code of the one you mean.", { { "names", names } }));
}

Result<std::map<geography::AdminAreaId, std::string>> area_names(db::Reader const& db, std::span<geography::AdminAreaId const> areas)
{
    std::map<geography::AdminAreaId, std::string> names;
    for (auto const& area : areas)
        if (!names.contains(area))
            names.emplace(area, TRY(geography::find_area(db, area)).name_with_code());
    return names;
}

} // namespace toguna::bodies
