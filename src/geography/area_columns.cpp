#include "geography/area_columns.hpp"

#include "geography/area_names.hpp"

#include <algorithm>
#include <regex>

namespace toguna::geography {

namespace {

/// Titles stand above the header in some files; further down are areas.
constexpr std::size_t rows_looked_at = 6;

std::optional<int>* place_of(AreaColumns& columns, std::string const& title)
{
    struct Known {
        std::string_view title;
        std::optional<int> AreaColumns::*place;
    };
    static constexpr std::array known {
        Known { "location", &AreaColumns::country }, Known { "adminlevel", &AreaColumns::level }, Known { "pcode", &AreaColumns::code }, Known { "name", &AreaColumns::name },
        Known { "parentpcode", &AreaColumns::parent }, Known { "validfromdate", &AreaColumns::valid_on }, Known { "validfrom", &AreaColumns::valid_on },
        Known { "validon", &AreaColumns::valid_on }, Known { "validto", &AreaColumns::valid_to }, Known { "version", &AreaColumns::edition },
        Known { "codversion", &AreaColumns::edition },
    };
    auto const found = std::find_if(known.begin(), known.end(), [&](Known const& one) { return one.title == title; });
    return found == known.end() ? nullptr : &(columns.*(found->place));
}

/// Main names by how much they are wanted: French, without a language, English, others.
int rank_of_language(std::string const& language)
{
    return language == "fr" ? 0 : language.empty() ? 1 : language == "en" ? 2 : 3;
}

class Recognition {
public:
    /// Whether the row names at least one column of codes.
    bool read(formats::TableRow const& row)
    {
        for (std::size_t column = 0; column < row.cells.size(); ++column)
            read_title(name_key(row.cells[column].text), static_cast<int>(column));
        return m_columns.deepest() || m_columns.is_one_row_per_area();
    }

    AreaColumns columns() const { return m_columns; }

private:
    void read_title(std::string const& title, int column)
    {
        static std::regex const code("adm(?:in)?([0-4])(?:pcode|pcod|code)");
        static std::regex const main_name("adm(?:in)?([0-4])(?:name)?(fr|en|es|pt|ar|ht|so|sw|)");
        static std::regex const other_name("adm(?:in)?([0-4])(?:name[1-3]|ref(?:name)?|alt(?:name)?[12]?(?:[a-z]{2})?)");
        std::smatch match;
        if (std::regex_match(title, match, code)) {
            if (auto& place = level(match).code; !place)
                place = column;
        } else if (std::regex_match(title, match, main_name)) {
            take_name(level(match), rank_of_language(match[2]), m_rank.at(std::stoul(match[1])), column);
        } else if (std::regex_match(title, match, other_name)) {
            level(match).other_names.push_back(column);
        } else if (auto* const place = place_of(m_columns, title); place && !*place) {
            *place = column;
        }
    }

    LevelColumns& level(std::smatch const& match) { return m_columns.levels.at(std::stoul(match[1])); }

    static void take_name(LevelColumns& level, int rank, int& best, int column)
    {
        if (level.name && rank >= best) {
            level.other_names.push_back(column);
            return;
        }
        if (level.name)
            level.other_names.push_back(*level.name);
        level.name = column;
        best = rank;
    }

    AreaColumns m_columns;
    std::array<int, area_levels> m_rank {};
};

} // namespace

std::optional<int> AreaColumns::deepest() const
{
    for (auto index = area_levels; index > 0; --index)
        if (levels[index - 1].code)
            return static_cast<int>(index - 1);
    return {};
}

std::optional<AreaColumns> recognise_area_columns(formats::Table const& table)
{
    for (std::size_t row = 0; row < std::min(rows_looked_at, table.rows.size()); ++row) {
        Recognition recognition;
        if (!recognition.read(table.rows[row]))
            continue;
        auto columns = recognition.columns();
        columns.header_row = static_cast<int>(row);
        return columns;
    }
    return {};
}

bool is_tag_row(formats::TableRow const& row)
{
    bool has_tag = false;
    for (auto const& cell : row.cells) {
        if (!cell.text.empty() && !cell.text.starts_with('#'))
            return false;
        has_tag = has_tag || cell.text.starts_with('#');
    }
    return has_tag;
}

} // namespace toguna::geography
