/// The plan of a real cluster, in every shape it was seen or may be sent.

#include "actions/plan_sections.hpp"
#include "actions/plan_import.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

using namespace toguna;
using namespace toguna::actions;

namespace {

std::string fixture(std::string const& name)
{
    std::ifstream file("tests/fixtures/s1/" + name, std::ios::binary);
    REQUIRE(file.good());
    return { std::istreambuf_iterator<char>(file), {} };
}

ImportedPlan plan_from(formats::ForeignFile const& file)
{
    auto plan = read_plan(file, 2023, *Date::from_iso("2023-01-15"), function_titles());
    if (!plan)
        FAIL(plan.error().message.debug_string());
    return *plan;
}

/// Deadlines by the rows of the source: the actions of one cell have one.
std::map<std::string, int> deadlines_by_row(ImportedPlan const& plan)
{
    std::map<std::string, int> counts;
    std::string before;
    for (auto const& action : plan.actions) {
        auto const row = action.gaps.empty() ? action.id : action.gaps.front();
        if (row == before)
            continue;
        before = row;
        auto const value = value_of(action.due);
        ++counts[std::string(kind_of(action.due)) + (value.empty() ? "" : ":" + value)];
    }
    return counts;
}

ImportedAction const& action_starting(ImportedPlan const& plan, std::string_view words)
{
    auto const found = std::find_if(plan.actions.begin(), plan.actions.end(), [&](auto const& action) { return action.text.starts_with(words); });
    REQUIRE(found != plan.actions.end());
    return *found;
}

std::vector<std::string> gap_texts(ImportedPlan const& plan, ImportedAction const& action)
{
    std::vector<std::string> texts;
    for (auto const& id : action.gaps)
        texts.push_back(std::find_if(plan.gaps.begin(), plan.gaps.end(), [&](auto const& gap) { return gap.id == id; })->text);
    return texts;
}

void check_source_plan(ImportedPlan const& plan)
{
    REQUIRE(plan.sections.size() == 8);
    CHECK(plan.sections[0].core_function == "service_delivery");
    CHECK(plan.sections[1].core_function == "advocacy");
    CHECK(plan.sections[2].core_function == "planning");
    CHECK(plan.sections[3].core_function == "monitoring");
    CHECK(plan.sections[4].core_function == "preparedness");
    CHECK(plan.sections[5].core_function == "accountability");
    CHECK(plan.sections[6].core_function.empty());
    CHECK(plan.sections[7].title == "Thématiques Transversales");
    CHECK(plan.gaps.size() == 22);
    CHECK(plan.actions.size() == 30);
    CHECK(deadlines_by_row(plan)
        == std::map<std::string, int> { { "continuous", 11 }, { "frequency:monthly", 4 }, { "frequency:weekly", 1 }, { "month:2023-08", 2 }, { "month:2023-06", 1 }, { "none", 1 } });

    std::vector<std::string> const shared { "Non systématisation de rappel de remplissage des outils",
        "Retard dans l’organisation des visites de terrain et dans le lancement des alertes", "Faible participation des acteurs" };
    for (auto const* const words : { "Partage d'informations", "Diligenter les missions", "Rédiger la note" })
        CHECK(gap_texts(plan, action_starting(plan, words)) == shared);
    CHECK(std::holds_alternative<NoDue>(action_starting(plan, "Les acteurs doivent").due));
    auto const flagged = std::count_if(plan.warnings.begin(), plan.warnings.end(), [](auto const& warning) { return warning.message.singular().starts_with("There is no deadline"); });
    CHECK(flagged == 1);
    CHECK(action_starting(plan, "renforcer les capacités").gaps.size() == 1);
    CHECK(plan.warnings.size() <= 6);
}

} // namespace

TEST_CASE("the source plan is read from Word, Excel and both kinds of CSV")
{
    for (auto const* const name : { "plan.docx", "plan.xlsx", "plan.ods", "plan-empty-shared-cells.csv", "plan-repeated-cells.csv" }) {
        CAPTURE(name);
        auto const file = formats::read_foreign_file(fixture(name), name);
        if (!file)
            FAIL(file.error().message.debug_string());
        check_source_plan(plan_from(*file));
    }
}

TEST_CASE("the year and the title of the source plan are found above its table")
{
    for (auto const* const name : { "plan.docx", "plan.xlsx" }) {
        auto const plan = plan_from(formats::read_foreign_file(fixture(name), name).value());
        CHECK(plan.year == 2023);
        CHECK(plan.title == "Plan d’Action du Cluster - 2023");
    }
}

TEST_CASE("the raw text that a PDF gives of the source plan is read with few doubts")
{
    auto const file = formats::read_pasted_text(fixture("plan.txt"));
    if (!file)
        FAIL(file.error().message.debug_string());
    check_source_plan(plan_from(*file));
}

TEST_CASE("lines of a PDF given as paragraphs read the same")
{
    check_source_plan(plan_from({ "text", "", {}, { fixture("plan.txt") } }));
}
