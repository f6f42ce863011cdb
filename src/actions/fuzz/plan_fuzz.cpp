#include "actions/plan_sections.hpp"
#include "actions/plan_import.hpp"
#include "formats/table_builder.hpp"

#include <cstdint>

using namespace toguna;
using namespace toguna::actions;

namespace {

constexpr formats::ReadLimits limits { 1 << 20, 8 << 20, 4 << 20, 500, 10'000 };

std::string_view next_piece(std::string_view& text, char mark)
{
    auto const end = text.find(mark);
    auto const piece = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return piece;
}

/// « * » is bold, « - » a list, « ^ » goes on with the cell above, « < » with the one to the left; a vertical tab ends a line
/// within a cell.
Result<void> put_cell(formats::TableBuilder& builder, int row, int column, std::string_view text)
{
    if (text == "^" && row > 0)
        builder.merge({ row - 1, column, row, column });
    if (text == "<" && column > 0)
        builder.merge({ row, column - 1, row, column });
    formats::Cell cell;
    cell.bold = text.starts_with('*');
    cell.is_list = text.starts_with('-');
    for (char const byte : text.substr(cell.bold || cell.is_list ? 1 : 0))
        cell.text += byte == '\v' ? '\n' : byte;
    return builder.put(row, column, std::move(cell));
}

Result<formats::Table> table_of(std::string_view text, formats::CellBudget& budget)
{
    formats::Table description;
    description.number = 1;
    formats::TableBuilder builder(description, budget);
    for (int row = 0; !text.empty(); ++row) {
        auto line = next_piece(text, '\n');
        for (int column = 0; !line.empty(); ++column)
            TRY(put_cell(builder, row, column, next_piece(line, '\t')));
    }
    return builder.finish();
}

/// What later code trusts: every reference inside a plan has its target.
void check_references(ImportedPlan const& plan)
{
    auto const is_section = [&](int section) { return section >= 0 && section < int(plan.sections.size()); };
    for (auto const& gap : plan.gaps)
        if (!is_section(gap.section))
            __builtin_trap();
    for (auto const& action : plan.actions) {
        if (!is_section(action.section) || action.text.empty())
            __builtin_trap();
        for (auto const& id : action.gaps)
            if (std::stoul(id.substr(1)) < 1 || std::stoul(id.substr(1)) > plan.gaps.size())
                __builtin_trap();
    }
}

} // namespace

/// Tables separated by zero bytes; text that holds no tab is a plan without columns.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    static auto const titles = function_titles();
    std::string_view input(reinterpret_cast<char const*>(data), size);
    formats::ForeignFile file;
    file.format = "docx";
    formats::CellBudget budget(limits);
    if (input.find('\t') == std::string_view::npos)
        file.paragraphs.emplace_back(input);
    else
        while (!input.empty() && file.tables.size() < 8)
            if (auto table = table_of(next_piece(input, '\0'), budget))
                file.tables.push_back(std::move(*table));
    if (auto const plan = read_plan(file, 2023, *Date::from(2023, 1, 15), titles))
        check_references(*plan);
    return 0;
}
