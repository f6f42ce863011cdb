#include "geography/admin_area.hpp"

#include "base/search_text.hpp"

#include <algorithm>

namespace toguna::geography {

namespace {

constexpr std::size_t longest_name = 120;
constexpr std::size_t longest_edition = 40;

} // namespace

std::string AdminArea::name_with_code() const
{
    return p_code && p_code->text() != name ? name + " (" + p_code->text() + ")" : name;
}

Result<AdminArea> checked(AdminArea area)
{
    area.name = tidy(area.name);
    area.edition = tidy(area.edition);
    std::vector<FieldError> errors;
    if (area.level < 0 || area.level > 4)
        errors.push_back({ "level", tr("The level of an area lies between 0 (the country) and 4.") });
    if (area.name.empty())
        errors.push_back({ "name", tr("Write the name of the area.") });
    else if (length_of(area.name) > longest_name)
        errors.push_back({ "name", tr("This is longer than {limit} characters: shorten it.", { { "limit", longest_name } }) });
    if (area.edition.empty() || length_of(area.edition) > longest_edition)
        errors.push_back({ "edition", tr("Say which edition of the boundaries it is, such as 2025.") });
    if (area.parent == area.id)
        errors.push_back({ "parent", tr("An area does not lie in itself.") });
    if (!errors.empty())
        return fail(Error { ErrorKind::Invalid, tr("This area cannot be saved as it is."), std::move(errors), {} });
    std::erase_if(area.other_names, [&](AreaName const& other) { return other.text.empty() || (!other.until && other.text == area.name); });
    return area;
}

std::string search_text_of(AdminArea const& area)
{
    auto text = area.name;
    for (auto const& other : area.other_names)
        text += " " + other.text;
    if (area.p_code && area.p_code->text() != area.name)
        text += " " + area.p_code->text();
    return search_text(text);
}

std::string path_text(std::string_view country_name, std::span<AdminArea const> outermost_first)
{
    std::string path;
    if (outermost_first.empty() || outermost_first.front().level > 0)
        path = country_name;
    for (auto const& area : outermost_first)
        path += (path.empty() ? "" : " › ") + area.name;
    return path;
}

Text not_valid_sentence(AdminArea const& area, std::span<AdminArea const> replaced_by)
{
    auto const code = area.p_code ? area.p_code->text() : area.name;
    auto const end = area.validity.end();
    if (!end)
        return tr("{code} ({name}) is valid only since {date}. Choose an area that exists on that day.", { { "code", code }, { "name", area.name }, { "date", area.validity.start() } });
    auto const since = end->plus_days(1);
    if (replaced_by.empty())
        return tr("{code} ({name}) is no longer valid since {date}. Choose an area that exists on that day.", { { "code", code }, { "name", area.name }, { "date", since } });
    std::string names;
    for (auto const& area_now : replaced_by)
        names += (names.empty() ? "" : ", ") + area_now.name_with_code();
    return tr("{code} ({name}) is no longer valid since {date}: it was replaced by {names}.", { { "code", code }, { "name", area.name }, { "date", since }, { "names", names } });
}

Text level_label(CountryCode const& country, int level)
{
    if (level == 0)
        return tr("Country");
    if (country.text() == "BFA" || country.text() == "MLI" || country.text() == "NER") {
        if (level == 1)
            return tr("Region");
        if (level == 3)
            return tr("Commune");
        if (level == 2)
            return country.text() == "BFA" ? tr("Province") : country.text() == "MLI" ? tr("Cercle") : tr("Department");
    }
    return tr("Level {level}", { { "level", level } });
}

} // namespace toguna::geography
