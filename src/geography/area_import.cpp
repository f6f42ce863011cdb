#include "geography/area_import.hpp"

#include "base/read_date.hpp"
#include "base/search_text.hpp"
#include "geography/area_columns.hpp"
#include "geography/area_names.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace toguna::geography {

namespace {

/// Sheets of a file hold thousands of equal mistakes when they hold one; the first ones say enough.
constexpr std::size_t most_problems = 200;

bool is_nothing(std::string_view text)
{
    auto const key = name_key(text);
    return key.empty() || key == "na" || key == "null" || key == "none" || key == "n/a";
}

class Reading {
public:
    Reading(Country const& country, AreaFile& file) : m_country(country), m_file(file) { }

    void read(formats::Table const& table, AreaColumns const& columns)
    {
        m_table = &table;
        std::set<std::string> codes_of_rows;
        for (std::size_t row = static_cast<std::size_t>(columns.header_row) + 1; row < table.rows.size(); ++row) {
            if (is_tag_row(table.rows[row]) || is_empty(table.rows[row]))
                continue;
            m_row = static_cast<int>(row);
            if (columns.valid_to && !is_nothing(cell(*columns.valid_to).text)) {
                ++m_ended;
                continue;
            }
            if (columns.is_one_row_per_area())
                read_area_row(columns, codes_of_rows);
            else
                read_nested_row(columns, codes_of_rows);
        }
    }

    void finish()
    {
        for (auto& [key, area] : m_areas)
            m_file.areas.push_back(std::move(area));
        if (m_elsewhere > 0)
            m_file.set_aside.push_back(trn("{count} row of another country was left out.", "{count} rows of other countries were left out.", m_elsewhere));
        if (m_ended > 0)
            m_file.set_aside.push_back(trn("{count} row whose validity is over was left out.", "{count} rows whose validity is over were left out.", m_ended));
    }

private:
    static bool is_empty(formats::TableRow const& row)
    {
        return std::all_of(row.cells.begin(), row.cells.end(), [](formats::Cell const& one) { return one.text.empty(); });
    }

    formats::Cell const& cell(int column) const { return m_table->rows[static_cast<std::size_t>(m_row)].cells[static_cast<std::size_t>(column)]; }
    Text place(int column) const { return formats::cell_place(*m_table, m_row, column); }

    void refuse(int column, Text message)
    {
        if (m_file.problems.size() < most_problems)
            m_file.problems.push_back({ place(column), std::move(message) });
    }

    void note_validity(AreaColumns const& columns)
    {
        if (columns.valid_on)
            if (auto const day = read_validity(cell(*columns.valid_on)); day && (!m_file.valid_on || *m_file.valid_on < *day))
                m_file.valid_on = day;
        if (columns.edition && m_file.edition.empty() && !is_nothing(cell(*columns.edition).text))
            m_file.edition = tidy(cell(*columns.edition).text);
    }

    /// Empty when it was refused.
    std::optional<PCode> code_at(int column)
    {
        auto const& found = cell(column);
        if (found.formula || found.text.starts_with('=')) {
            refuse(column, tr("A formula stands where a P-code should. Paste the values instead of the formulas."));
            return {};
        }
        auto const code = PCode::parse(found.text);
        if (!code) {
            refuse(column, code.error().message);
            return {};
        }
        if (place_digits(*code, m_country.iso2, m_country.code).empty()) {
            refuse(column, tr("{code} does not start with {short} or {long}, the letters of the country.", { { "code", code->text() }, { "short", m_country.iso2 }, { "long", m_country.code.text() } }));
            return {};
        }
        return *code;
    }

    std::optional<std::string> name_at(int column)
    {
        auto const& found = cell(column);
        if (found.formula || found.text.starts_with('=')) {
            refuse(column, tr("A formula stands where a name should. Paste the values instead of the formulas."));
            return {};
        }
        if (is_nothing(found.text)) {
            refuse(column, tr("This area has no name."));
            return {};
        }
        return tidy(found.text);
    }

    void read_area_row(AreaColumns const& columns, std::set<std::string>& codes_of_rows)
    {
        if (columns.country && !is_own(cell(*columns.country).text)) {
            ++m_elsewhere;
            return;
        }
        note_validity(columns);
        auto const level_text = tidy(cell(*columns.level).text);
        if (level_text.size() != 1 || level_text[0] < '0' || level_text[0] > '4') {
            refuse(*columns.level, tr("“{level}” is no level: write 1, 2, 3 or 4.", { { "level", level_text } }));
            return;
        }
        if (level_text == "0")
            return;
        auto const code = code_at(*columns.code);
        auto const name = name_at(*columns.name);
        if (!code || !name)
            return;
        std::optional<PCode> parent;
        if (columns.parent && !is_nothing(cell(*columns.parent).text) && !is_own(cell(*columns.parent).text)) {
            parent = code_at(*columns.parent);
            if (!parent)
                return;
        }
        if (!codes_of_rows.insert(code->text()).second)
            return refuse(*columns.code, tr("{code} stands twice in this table.", { { "code", code->text() } }));
        add({ level_text[0] - '0', *code, *name, {}, parent, place(*columns.code) }, *columns.code);
    }

    void read_nested_row(AreaColumns const& columns, std::set<std::string>& codes_of_rows)
    {
        auto const deepest = columns.deepest().value_or(0);
        if (columns.levels[0].code && !is_nothing(cell(*columns.levels[0].code).text) && !is_own(cell(*columns.levels[0].code).text)) {
            ++m_elsewhere;
            return;
        }
        note_validity(columns);
        std::optional<PCode> parent;
        for (int level = 1; level <= deepest; ++level) {
            auto const& of_level = columns.levels[static_cast<std::size_t>(level)];
            if (!of_level.code)
                continue;
            if (!of_level.name)
                return refuse(*of_level.code, tr("No column names the areas of level {level}.", { { "level", level } }));
            auto const code = code_at(*of_level.code);
            auto const name = name_at(*of_level.name);
            if (!code || !name)
                return;
            if (level == deepest && !codes_of_rows.insert(code->text()).second)
                return refuse(*of_level.code, tr("{code} stands twice in this table.", { { "code", code->text() } }));
            if (!add({ level, *code, *name, other_names(of_level, *name), parent, place(*of_level.code) }, *of_level.code))
                return;
            parent = *code;
        }
    }

    std::vector<std::string> other_names(LevelColumns const& columns, std::string const& name) const
    {
        std::vector<std::string> names;
        for (auto const column : columns.other_names)
            if (auto const text = tidy(cell(column).text); !is_nothing(text) && !cell(column).formula && text != name && std::find(names.begin(), names.end(), text) == names.end())
                names.push_back(text);
        return names;
    }

    bool is_own(std::string_view written) const
    {
        auto const key = name_key(written);
        return key == name_key(m_country.code.text()) || key == name_key(m_country.iso2);
    }

    /// The same area on many rows is one, as long as they say the same of it.
    bool add(ReadArea area, int column)
    {
        auto const [found, is_new] = m_areas.try_emplace(std::pair(area.level, std::string(place_digits(area.code, m_country.iso2, m_country.code))), area);
        if (is_new)
            return true;
        auto const& known = found->second;
        if (name_key(known.name) != name_key(area.name)) {
            refuse(column, tr("{code} is called “{name}” here and “{other}” in {place}.", { { "code", area.code.text() }, { "name", area.name }, { "other", known.name }, { "place", known.place } }));
            return false;
        }
        if (known.parent != area.parent) {
            refuse(column, tr("{code} lies in two areas: here and in {place}.", { { "code", area.code.text() }, { "place", known.place } }));
            return false;
        }
        return true;
    }

    Country const& m_country;
    AreaFile& m_file;
    formats::Table const* m_table = nullptr;
    int m_row = 0;
    std::map<std::pair<int, std::string>, ReadArea> m_areas;
    std::int64_t m_elsewhere = 0;
    std::int64_t m_ended = 0;
};

/// OCHA's table of lengths, or what most codes of the level have.
void check_lengths(AreaFile& file, Country const& country)
{
    std::map<int, std::map<std::size_t, std::size_t>> lengths;
    for (auto const& area : file.areas)
        ++lengths[area.level][place_digits(area.code, country.iso2, country.code).size()];
    for (auto const& area : file.areas) {
        auto const& of_level = lengths[area.level];
        auto const most = std::max_element(of_level.begin(), of_level.end(), [](auto const& left, auto const& right) { return left.second < right.second; })->first;
        auto const expected = expected_place_length(country.code, area.level).value_or(most);
        if (auto const length = place_digits(area.code, country.iso2, country.code).size(); length != expected && file.problems.size() < most_problems)
            file.problems.push_back({ area.place, tr("{code} has {length} characters after the letters of the country; codes of level {level} have {expected}.",
                                                      { { "code", area.code.text() }, { "length", length }, { "level", area.level }, { "expected", expected } }) });
    }
}

/// Walks up from each area: whoever comes back to where they were lies in a ring.
void check_rings(AreaFile& file, Country const& country)
{
    std::map<std::string, ReadArea const*, std::less<>> by_place;
    for (auto const& area : file.areas)
        by_place.emplace(place_digits(area.code, country.iso2, country.code), &area);
    for (auto const& area : file.areas) {
        std::set<ReadArea const*> seen { &area };
        for (auto const* above = &area; above->parent;) {
            auto const found = by_place.find(place_digits(*above->parent, country.iso2, country.code));
            if (found == by_place.end())
                break;
            above = found->second;
            if (!seen.insert(above).second) {
                if (above == &area)
                    file.problems.push_back({ area.place, tr("{code} lies in itself, directly or through others.", { { "code", area.code.text() } }) });
                break;
            }
            if (above->level >= area.level && seen.size() == 2) {
                file.problems.push_back({ area.place, tr("{code}, of level {level}, cannot lie in {parent}, of level {other}.",
                                                          { { "code", area.code.text() }, { "level", area.level }, { "parent", above->code.text() }, { "other", above->level } }) });
            }
        }
    }
}

Result<void> no_codes()
{
    return fail(ErrorKind::Invalid, tr("No table of this file has a column of P-codes, such as ADM1_PCODE, admin1Pcode or P-Code. Files of administrative boundaries (COD-AB) have one."));
}

} // namespace

Result<AreaFile> read_area_file(formats::ForeignFile const& file, Country const& country)
{
    AreaFile result;
    Reading reading(country, result);
    bool has_areas = false;
    for (auto const& table : file.tables) {
        auto const columns = recognise_area_columns(table);
        if (table.hidden)
            result.set_aside.push_back(tr("The hidden sheet “{name}” was set aside. Show it in the file if it belongs to the import.", { { "name", table.name } }));
        else if (!columns && file.tables.size() > 1)
            result.set_aside.push_back(tr("The sheet “{name}” has no column of P-codes and was set aside.", { { "name", table.name } }));
        else if (columns) {
            has_areas = true;
            reading.read(table, *columns);
        }
    }
    if (!has_areas)
        TRY(no_codes());
    reading.finish();
    check_lengths(result, country);
    check_rings(result, country);
    if (result.areas.empty() && result.problems.empty())
        return fail(ErrorKind::Invalid, tr("No row of this file belongs to {country}.", { { "country", country.code.text() } }));
    return result;
}

Result<std::vector<std::string>> countries_named(formats::ForeignFile const& file)
{
    std::vector<std::string> found;
    bool has_areas = false;
    for (auto const& table : file.tables) {
        auto const columns = recognise_area_columns(table);
        if (!columns || table.hidden)
            continue;
        has_areas = true;
        auto const column = columns->is_one_row_per_area() ? columns->country : columns->levels[0].code;
        for (std::size_t row = static_cast<std::size_t>(columns->header_row) + 1; column && row < table.rows.size(); ++row) {
            auto const written = tidy(table.rows[row].cells[static_cast<std::size_t>(*column)].text);
            if (!written.empty() && !written.starts_with('#') && std::find(found.begin(), found.end(), written) == found.end())
                found.push_back(written);
        }
    }
    if (!has_areas)
        TRY(no_codes());
    return found;
}

std::optional<Date> read_validity(formats::Cell const& cell)
{
    if (cell.date)
        return cell.date;
    auto const text = tidy(cell.text);
    std::int64_t milliseconds = 0;
    auto const* const end = text.data() + text.size();
    if (text.size() > 10 && std::from_chars(text.data(), end, milliseconds).ptr == end)
        return Instant::from_unix_milliseconds(milliseconds).utc_date();
    // « 2020/03/23 00:00:00 »: the hour says nothing.
    auto day = text.substr(0, 10);
    std::replace(day.begin(), day.end(), '/', '-');
    if (auto const iso = Date::from_iso(day))
        return iso;
    // A date without its year says nothing; the year of the reader is none of the file's.
    return text.size() >= 8 ? read_date(text, *Date::from(1900, 1, 1)) : std::nullopt;
}

} // namespace toguna::geography
