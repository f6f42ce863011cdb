#include "contacts/contact_cards.hpp"

#include "people/normalise.hpp"

#include <algorithm>
#include <map>

namespace toguna::contacts {

namespace {

using formats::VCard;
using formats::VCardProperty;

/// Names of the properties that are set aside, as people would call them.
std::optional<std::string_view> withheld_name(VCardProperty const& property)
{
    if (property.name == "ADR" || property.name == "LABEL")
        return property.is_of_type("work") ? std::optional<std::string_view>() : "ADR";
    for (auto const* name : { "BDAY", "ANNIVERSARY", "GENDER", "PHOTO", "NOTE", "RELATED", "GEO", "DEATHDATE", "BIRTHPLACE" })
        if (property.name == name)
            return name;
    return {};
}

void append(std::string& cell, std::string_view text)
{
    auto const tidied = people::tidy(text);
    if (!tidied.empty())
        cell += (cell.empty() ? "" : "\n") + tidied;
}

/// « tel:+226-70-00-00-01;ext=2 » without its scheme.
std::string without_scheme(std::string text)
{
    for (auto const* scheme : { "tel:", "mailto:", "skype:", "whatsapp:", "xmpp:", "sip:" })
        if (people::search_text(text.substr(0, std::string_view(scheme).size())) == people::search_text(scheme) && text.size() > std::string_view(scheme).size())
            return text.substr(std::string_view(scheme).size());
    return text;
}

/// FN, which is how the person writes it; N only where an old program left FN out: family name last, as spoken.
std::string name_of_card(VCard const& card)
{
    if (auto const* full = card.find("FN"); full && !people::tidy(full->text()).empty())
        return full->text();
    auto const* parts = card.find("N");
    if (!parts)
        return {};
    std::string name;
    for (std::size_t const place : { std::size_t(3), std::size_t(1), std::size_t(2), std::size_t(0) })
        if (place < parts->components.size() && !parts->components[place].empty())
            name += (name.empty() ? "" : " ") + parts->components[place];
    return name;
}

bool is_skype(VCardProperty const& property) { return property.name == "X-SKYPE" || property.name == "X-SKYPE-USERNAME" || people::search_text(property.text()).starts_with("skype "); }

std::vector<std::string> cells_of(VCard const& card)
{
    std::vector<std::string> cells(7);
    cells[0] = people::tidy(name_of_card(card));
    for (auto const& property : card.properties) {
        if (property.name == "ORG" && cells[1].empty())
            append(cells[1], property.components.empty() ? std::string() : property.components.front());
        else if ((property.name == "TITLE" || property.name == "ROLE") && cells[2].empty())
            append(cells[2], property.text());
        else if (property.name == "EMAIL")
            append(cells[3], without_scheme(property.text()));
        else if (property.name == "TEL")
            append(cells[4], without_scheme(property.text()));
        else if (is_skype(property))
            append(cells[5], without_scheme(property.text()));
        else if (property.name == "ADR" && property.is_of_type("work") && property.components.size() > 3)
            append(cells[6], property.components[3]);
    }
    return cells;
}

} // namespace

Result<ContactGrid> grid_of_cards(std::vector<VCard> const& cards)
{
    using enum ColumnRole;
    ContactGrid grid;
    GridTable table;
    table.columns = { { "FN", Name, 0 }, { "ORG", Organization, 1 }, { "TITLE", Function, 2 }, { "EMAIL", Email, 3 }, { "TEL", Phone, 4 }, { "IMPP", Skype, 5 }, { "ADR", Place, 6 } };
    std::map<std::string, int, std::less<>> withheld;
    for (std::size_t number = 0; number < cards.size(); ++number) {
        table.rows.push_back({ int(number), cells_of(cards[number]) });
        for (auto const& property : cards[number].properties)
            if (auto const name = withheld_name(property))
                ++withheld[std::string(*name)];
    }
    for (auto const& [name, count] : withheld)
        grid.withheld.push_back({ WithheldKind::PrivateProperty, {}, name, {}, count });
    if (table.rows.empty())
        return fail(ErrorKind::Invalid, tr("This file holds no card."));
    grid.tables.push_back(std::move(table));
    return grid;
}

} // namespace toguna::contacts
