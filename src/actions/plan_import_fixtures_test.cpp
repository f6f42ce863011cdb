/// Whole files in the shapes that offices send: tests/fixtures/plans/make.py writes each, and beside it what it says.

#include "actions/plan_sections.hpp"
#include "actions/plan_import.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

using namespace toguna;
using namespace toguna::actions;

namespace {

std::string bytes_of(std::filesystem::path const& path)
{
    std::ifstream file(path, std::ios::binary);
    REQUIRE(file.good());
    return { std::istreambuf_iterator<char>(file), {} };
}

/// By rows: the actions of one cell share gap and deadline, and count once.
std::map<std::string, int> deadlines_by_row(ImportedPlan const& plan)
{
    std::map<std::string, int> counts;
    std::string row_before;
    for (auto const& action : plan.actions) {
        auto const value = value_of(action.due);
        auto const due = std::string(kind_of(action.due)) + (value.empty() ? "" : ":" + value);
        auto const row = (action.gaps.empty() ? action.id : action.gaps.front()) + due;
        counts[due] += row == row_before ? 0 : 1;
        row_before = row;
    }
    return counts;
}

void check_plan(ImportedPlan const& plan, boost::json::object const& expected)
{
    CHECK(plan.sections.size() == expected.at("sections").as_int64());
    CHECK(plan.gaps.size() == expected.at("gaps").as_int64());
    CHECK(plan.actions.size() == expected.at("actions").as_int64());
    std::map<std::string, int> dues;
    for (auto const& [due, count] : expected.at("dues").as_object())
        dues[due] = int(count.as_int64());
    CHECK(deadlines_by_row(plan) == dues);
    if (auto const* shared = expected.if_contains("shared"))
        CHECK(std::count_if(plan.actions.begin(), plan.actions.end(), [](auto const& action) { return action.gaps.size() == 3; }) == shared->as_int64());
    if (auto const* missing = expected.if_contains("without_deadline"))
        CHECK(std::count_if(plan.warnings.begin(), plan.warnings.end(),
                  [](auto const& warning) { return warning.message.singular().starts_with("There is no deadline"); })
            == missing->as_int64());
    if (auto const* responsible = expected.if_contains("responsible"))
        for (std::size_t index = 0; index < plan.actions.size(); ++index)
            CHECK(plan.actions[index].responsible == boost::json::value_to<std::vector<std::string>>(responsible->at(index)));
}

} // namespace

TEST_CASE("plans of many offices say what their authors meant; lists of participants and calendars are refused")
{
    int files = 0;
    for (auto const& entry : std::filesystem::directory_iterator("tests/fixtures/plans")) {
        if (entry.path().extension() != ".json")
            continue;
        auto const path = std::filesystem::path(entry.path()).replace_extension();
        CAPTURE(path);
        ++files;
        auto const expected = boost::json::parse(bytes_of(entry.path())).as_object();
        int const year = int(expected.at("year").as_int64());
        auto const file = formats::read_foreign_file(bytes_of(path), path.string());
        REQUIRE(file);
        auto const plan = read_plan(*file, year, *Date::from(year, 1, 15), function_titles());
        bool const refused = expected.contains("refused");
        CHECK(plan.has_value() == !refused);
        if (plan && !refused)
            check_plan(*plan, expected);
    }
    CHECK(files >= 20);
}
