#include "actions/plan_import.hpp"

#include "actions/column_recognition.hpp"
#include "actions/period_columns.hpp"
#include "actions/plain_text_plan.hpp"
#include "actions/plan_rows.hpp"
#include "actions/section_rows.hpp"
#include "actions/words.hpp"

#include <algorithm>
#include <cctype>

namespace toguna::actions {

namespace {

/// A table of the file that is, or goes on with, the plan.
struct PlanTable {
    formats::Table const* table;
    RecognizedHeader header;
};

std::optional<int> year_in(std::string_view text)
{
    auto const digit = [&](std::size_t at) { return at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0; };
    for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
        if (text.substr(at, 2) != "20" || !digit(at + 2) || !digit(at + 3) || digit(at + 4) || (at > 0 && digit(at - 1)))
            continue;
        return 2000 + (text[at + 2] - '0') * 10 + (text[at + 3] - '0');
    }
    return {};
}

std::string row_text(formats::TableRow const& row)
{
    std::string text;
    for (auto const& cell : row.cells)
        if (!cell.covered && !cell.text.empty())
            text += (text.empty() ? "" : " ") + cell.text;
    return text;
}

/// Everything that may name the plan, the nearest to the table first.
std::vector<std::string> title_candidates(formats::ForeignFile const& file, PlanTable const& first)
{
    std::vector<std::string> candidates;
    for (int row = 0; row < first.header.first_row; ++row)
        if (auto text = row_text(first.table->rows[std::size_t(row)]); !text.empty())
            candidates.push_back(std::move(text));
    for (auto& line : lines_of(first.table->text_before))
        candidates.push_back(std::move(line));
    candidates.push_back(file.title);
    for (std::size_t index = 0; index < file.paragraphs.size() && index < 10; ++index)
        candidates.push_back(file.paragraphs[index]);
    candidates.push_back(first.table->name);
    return candidates;
}

void find_title_and_year(std::vector<std::string> const& candidates, ImportedPlan& plan)
{
    for (auto const& candidate : candidates) {
        auto const words = words_of(candidate);
        bool const says_plan = std::find(words.begin(), words.end(), "plan") != words.end();
        if (plan.title.empty() && says_plan && candidate.size() < 200)
            plan.title = trimmed(candidate);
        if (!plan.year)
            plan.year = year_in(candidate);
    }
    for (auto const& candidate : candidates)
        if (plan.title.empty() && candidate.size() < 200)
            plan.title = trimmed(candidate);
}

/// Another part of the same plan: a header with the same essential columns, or none at all but as many columns.
bool belongs_with(RecognizedHeader const& best, RecognizedHeader const& other)
{
    for (auto const role : { ColumnRole::Gaps, ColumnRole::Actions, ColumnRole::Deadline })
        if (best.has(role) != other.has(role))
            return false;
    return true;
}

bool has_as_many_columns(formats::Table const& table, PlanTable const& before)
{
    return !table.rows.empty() && !table.hidden && !table.is_sheet && table.rows.front().cells.size() == before.header.roles.size();
}

/// A part below a page break or a heading, however short: as many columns, and deadlines where the plan has them.
bool goes_on_without_header(formats::Table const& table, PlanTable const& before, ImportSetting const& setting)
{
    auto const column = before.header.column_of(ColumnRole::Deadline);
    if (!column || !has_as_many_columns(table, before))
        return false;
    int dues = 0;
    int others = 0;
    for (auto const& row : table.rows) {
        auto const& cell = row.cells[std::size_t(*column)];
        if (cell.text.empty())
            continue;
        auto const read = read_due_cell(cell.text, cell.date, setting);
        bool const due = cell.text.size() < 60 && read.understood && !std::holds_alternative<NoDue>(read.due);
        ++(due ? dues : others);
    }
    return dues > 0 && others * 2 <= dues;
}

/// « Plan 2022 », « Plan 2023 » in one workbook: only the year that is asked for.
void keep_this_year(std::vector<PlanTable>& tables, PlanBuilder& builder)
{
    auto const is_of = [&](PlanTable const& one) { return year_in(one.table->name) == builder.setting().year; };
    if (std::none_of(tables.begin(), tables.end(), is_of))
        return;
    std::erase_if(tables, [&](PlanTable const& one) {
        bool const other = year_in(one.table->name) && !is_of(one);
        if (other)
            builder.warn(whole_table(*one.table), tr("This table is of another year and was left out."));
        return other;
    });
}

std::vector<PlanTable> plan_tables(formats::ForeignFile const& file, KnownTitles const& titles, PlanBuilder& builder)
{
    auto const& setting = builder.setting();
    std::vector<PlanTable> headed;
    for (auto const& table : file.tables)
        if (!table.hidden && !table.rows.empty())
            if (auto header = find_header(table, setting.memory))
                headed.push_back({ &table, *header });
    // The table with the surest header is the plan; among equals, the longest. A legend is neither.
    auto const best = std::max_element(headed.begin(), headed.end(), [](auto const& left, auto const& right) {
        return std::pair(left.header.strength, left.table->rows.size()) < std::pair(right.header.strength, right.table->rows.size());
    });
    std::vector<PlanTable> tables;
    for (auto const& table : file.tables) {
        auto const found = std::find_if(headed.begin(), headed.end(), [&](auto const& one) { return one.table == &table; });
        if (best != headed.end() && found != headed.end() && belongs_with(best->header, found->header))
            tables.push_back(*found);
        else if (found == headed.end() && !tables.empty() && goes_on_without_header(table, tables.back(), setting)) {
            auto header = tables.back().header;
            header.first_row = 0;
            header.last_row = -1;
            tables.push_back({ &table, std::move(header) });
        } else if (found != headed.end() || (!tables.empty() && has_as_many_columns(table, tables.back())))
            builder.warn(whole_table(table), tr("This table has other columns than the plan and was left out."));
    }
    keep_this_year(tables, builder);
    for (auto& [table, header] : tables)
        if (auto const column = unnamed_section_column(*table, header, titles))
            header.roles[std::size_t(*column)] = ColumnRole::Sections;
    return tables;
}

std::optional<PlanTable> table_without_header(formats::ForeignFile const& file, ImportSetting const& setting)
{
    for (auto const& table : file.tables)
        if (!table.hidden && !table.rows.empty())
            if (auto header = guess_header(table, setting.year, setting.today))
                return PlanTable { &table, *header };
    return {};
}

/// A heading above one of several tables, or the name of its sheet, is the title of its section.
void open_section_of_table(formats::Table const& table, bool several, KnownTitles const& titles, PlanBuilder& builder)
{
    auto const lines = lines_of(table.text_before);
    std::vector<std::string> candidates;
    if (!lines.empty())
        candidates.push_back(lines.back());
    candidates.push_back(table.name);
    for (auto const& candidate : candidates)
        if (auto const code = titles.code_of(candidate)) {
            builder.open_section(candidate, *code);
            return;
        }
    auto const& heading = candidates.front();
    if (several && !heading.empty() && heading.size() < 120 && !year_in(heading) && !trimmed(heading).ends_with('.'))
        builder.open_section(heading, "");
}

void warn_about_hidden(formats::ForeignFile const& file, PlanBuilder& builder)
{
    for (auto const& table : file.tables)
        if (table.hidden && table.rows.size() > 1)
            builder.warn(whole_table(table), tr("This sheet is hidden and was not read. Show it and load the file again if it belongs to the plan."));
}

/// What the refusal tells about the file: the headers of its tables.
std::string first_rows(formats::ForeignFile const& file)
{
    std::string found;
    for (auto const& table : file.tables) {
        if (table.hidden || table.rows.empty() || found.size() > 200)
            continue;
        auto const text = row_text(table.rows.front()).substr(0, 120);
        found += (found.empty() ? "" : " · ") + text;
    }
    return found;
}

tl::unexpected<Error> no_plan(formats::ForeignFile const& file)
{
    auto const found = first_rows(file);
    if (found.empty())
        return fail(ErrorKind::Invalid,
            tr("No table of an action plan was found: this file holds no table. Give a table with the columns gaps, actions and deadline."));
    return fail(ErrorKind::Invalid,
        tr("No table of an action plan was found. The file has: “{found}”. Expected are columns such as gaps, proposed actions, deadline, responsible.",
            { { "found", found } }));
}

} // namespace

Result<ImportedPlan> read_plan(formats::ForeignFile const& file, int year, Date today, std::vector<FunctionTitles> const& catalogue, ImportMemory const& memory)
{
    ImportSetting const setting { year, today, memory };
    KnownTitles const titles(catalogue, memory);
    PlanBuilder builder(setting);
    warn_about_hidden(file, builder);

    auto tables = plan_tables(file, titles, builder);
    if (tables.empty()) {
        if (auto guessed = table_without_header(file, setting)) {
            builder.warn(whole_table(*guessed->table), tr("This table has no header that we know: its columns were told apart by their content. Please check them."));
            tables.push_back(*guessed);
        } else if (auto plan = read_plain_text_plan(file, titles, setting))
            return *plan;
    }
    for (auto const& [table, header] : tables) {
        open_section_of_table(*table, tables.size() > 1, titles, builder);
        read_plan_rows(*table, header, titles, builder);
    }
    if (builder.plan().gaps.empty() && builder.plan().actions.empty())
        return no_plan(file);

    auto& plan = builder.plan();
    find_title_and_year(title_candidates(file, tables.front()), plan);
    if (auto const& [table, header] = tables.front(); !header.has(ColumnRole::Deadline) && !find_period_columns(*table, header, year, today))
        builder.warn(whole_table(*tables.front().table), tr("This table has no column of deadlines: every action is without one."));
    if (plan.year && *plan.year != year)
        builder.warn(whole_table(*tables.front().table),
            tr("The file speaks of {found}, and it is loaded as the plan of {year}.", { { "found", std::to_string(*plan.year) }, { "year", std::to_string(year) } }));
    return plan;
}

} // namespace toguna::actions
