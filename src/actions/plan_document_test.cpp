#include "actions/plan_document.hpp"
#include "actions/action_test_data.hpp"
#include "actions/plan_sections.hpp"
#include "actions/plan_import.hpp"
#include "actions/plan_json.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace toguna;
using namespace toguna::actions;
using test::day;

namespace {

PlanHeading const heading { "Cluster Abris", "Secrétariat", *Date::from_iso("2023-06-01"), {} };

web::Localization const& in_french() { return web::localization("fr", web::Medium::File); }

ActionPlan empty_plan()
{
    return { .id = test::id<PlanId>(1), .body = test::id<bodies::BodyId>(1), .year = 2023, .title = "Plan d’action 2023", .sections = {}, .gaps = {}, .actions = {} };
}

ActionPoint with_gaps(int number, std::string text, Due due, std::vector<int> const& gaps)
{
    auto one = test::action(number, std::move(text), due);
    one.section = test::id<SectionId>(1);
    for (auto const gap : gaps)
        one.gaps.push_back(test::id<GapId>(gap));
    return one;
}

/// Three gaps that share two actions, as in the source.
ActionPlan sharing_plan()
{
    auto plan = empty_plan();
    plan.sections.push_back({ test::id<SectionId>(1), "Suivi et évaluation", "monitoring" });
    for (int gap = 1; gap <= 3; ++gap)
        plan.gaps.push_back({ test::id<GapId>(gap), test::id<SectionId>(1), "Défi " + std::to_string(gap) });
    plan.actions.push_back(with_gaps(1, "Partager les rapports", Recurring { Frequency::Monthly }, { 1, 2, 3 }));
    plan.actions.push_back(with_gaps(2, "Organiser des missions", Recurring { Frequency::Monthly }, { 1, 2, 3 }));
    return plan;
}

Due any_due(std::mt19937& chance)
{
    switch (chance() % 6) {
    case 0:
        return NoDue {};
    case 1:
        return DueOn { day("2023-01-01").plus_days(int(chance() % 365)) };
    case 2:
        return DueInMonth { { 2023, unsigned(chance() % 12) + 1 } };
    case 3:
        return Recurring { Frequency(chance() % 8) };
    case 4:
        return Continuous { day("2023-01-01").plus_days(int(chance() % 365)) };
    default:
        return Continuous {};
    }
}

/// Gaps with none, one or several actions; actions with none, one or several gaps, not always neighbours.
ActionPlan any_plan(unsigned seed)
{
    std::mt19937 chance(seed);
    auto plan = empty_plan();
    int const sections = 1 + int(chance() % 3);
    for (int section = 1; section <= sections; ++section) {
        plan.sections.push_back({ test::id<SectionId>(section), section == 1 ? "Plaidoyer" : "Volet " + std::to_string(section), section == 1 ? "advocacy" : "" });
        for (int gap = 0; gap < 1 + int(chance() % 4); ++gap)
            plan.gaps.push_back({ test::id<GapId>(int(plan.gaps.size()) + 1), test::id<SectionId>(section), "Défi ; numéro " + std::to_string(plan.gaps.size()) });
    }
    for (int number = 1; number <= 8; ++number) {
        auto one = test::action(number, "1) Former; Rédiger " + std::to_string(number % 5), any_due(chance));
        one.section = test::id<SectionId>(1 + int(chance() % unsigned(sections)));
        one.status = Status(chance() % 6);
        one.priority = chance() % 2 ? Priority::High : Priority::Normal;
        if (chance() % 2)
            one.progress = int(chance() % 101);
        if (chance() % 2)
            one.responsible = { { Responsible::Kind::Organization, {}, "Puits du Sahel" }, { Responsible::Kind::Unit, {}, "la coordination, au siège" } };
        for (auto const& gap : plan.gaps)
            if (gap.section == *one.section && chance() % 3 == 0)
                one.gaps.push_back(gap.id);
        plan.actions.push_back(std::move(one));
    }
    return plan;
}

ImportedPlan sent_and_read_back(ActionPlan const& plan, web::Localization const& localization)
{
    auto const bytes = formats::write_xlsx(plan_workbook(plan, { "Puits du Sahel" }, heading, localization)).value();
    auto const file = formats::read_foreign_file(bytes, "plan.xlsx").value();
    auto read = read_plan(file, plan.year, day("2023-01-15"), function_titles());
    if (!read)
        FAIL(read.error().message.debug_string());
    return *read;
}

template<class Items, class Property>
auto in_order(Items const& items, Property property)
{
    std::vector<decltype(property(items.front()))> values;
    for (auto const& item : items)
        values.push_back(property(item));
    return values;
}

/// Actions come back in the order of the sheet; they are compared by their hidden ids.
void check_same(ActionPlan const& plan, ImportedPlan const& read)
{
    CHECK(in_order(read.sections, [](auto const& one) { return one.title; }) == in_order(plan.sections, [](auto const& one) { return one.title; }));
    CHECK(in_order(read.gaps, [](auto const& one) { return one.row_id; }) == in_order(plan.gaps, [](auto const& one) { return one.id.text(); }));
    CHECK(in_order(read.gaps, [](auto const& one) { return one.text; }) == in_order(plan.gaps, [](auto const& one) { return one.text; }));
    REQUIRE(read.actions.size() == plan.actions.size());
    for (auto const& action : plan.actions) {
        auto const found = std::find_if(read.actions.begin(), read.actions.end(), [&](auto const& one) { return one.row_id == action.id.text(); });
        REQUIRE(found != read.actions.end());
        CAPTURE(found->due_text);
        CHECK(found->text == action.text);
        CHECK(found->due == action.due);
        CHECK(found->status == name_of(action.status));
        CHECK(found->progress == action.progress);
        CHECK(found->priority == (action.priority == Priority::High ? "high" : "normal"));
        CHECK(in_order(found->responsible, [](auto const& one) { return one; }) == in_order(action.responsible, [](auto const& one) { return one.name; }));
        std::vector<std::string> gaps;
        for (auto const& id : found->gaps)
            gaps.push_back(std::find_if(read.gaps.begin(), read.gaps.end(), [&](auto const& gap) { return gap.id == id; })->row_id);
        CHECK(gaps == in_order(action.gaps, [](auto const& one) { return one.text(); }));
    }
}

formats::DocumentTable const& table_of(formats::Document const& document) { return std::get<formats::DocumentTable>(document.blocks.at(0)); }

} // namespace

TEST_CASE("a workbook that comes back gives the same plan, whatever is shared")
{
    for (unsigned seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        auto const plan = any_plan(seed);
        check_same(plan, sent_and_read_back(plan, in_french()));
    }
    check_same(sharing_plan(), sent_and_read_back(sharing_plan(), web::localization("en", web::Medium::File)));
}

TEST_CASE("the document looks like the source: sections across, shared actions beside their gaps")
{
    auto const document = plan_document(sharing_plan(), {}, heading, in_french());
    auto const& table = table_of(document);
    REQUIRE(table.rows.size() == 5);
    CHECK(table.widths.size() == 3);
    CHECK(table.rows[0].header);
    CHECK(table.rows[0].cells[0].paragraphs[0][0].text == "Défis et gaps");
    CHECK(table.rows[1].cells[0].column_span == 3);
    CHECK(table.rows[2].cells[1].row_span == 3);
    CHECK(table.rows[2].cells[1].paragraphs.size() == 2);
    CHECK(table.rows[2].cells[2].paragraphs[0][0].text == "Mensuelle");
    CHECK(table.rows[3].cells.size() == 1);
    CHECK_FALSE(document.landscape);
}

TEST_CASE("responsible, status and percent are columns on request")
{
    auto plan = sharing_plan();
    plan.actions[0].status = Status::Blocked;
    plan.actions[0].status_reason = "pas de carburant";
    auto const document = plan_document(plan, { true, true, true }, heading, in_french());
    auto const& table = table_of(document);
    CHECK(document.landscape);
    CHECK(table.widths.size() == 6);
    // Two states, two cells: the three gaps become one cell beside them.
    REQUIRE(table.rows.size() == 4);
    CHECK(table.rows[2].cells[0].row_span == 2);
    CHECK(table.rows[2].cells[0].paragraphs.size() == 3);
    CHECK(table.rows[2].cells[4].paragraphs[0][0].text == "Bloquée (pas de carburant)");
}

TEST_CASE("every row of the document fills every column once")
{
    for (unsigned seed = 1; seed <= 40; ++seed) {
        auto const document = plan_document(any_plan(seed), { true, true, true }, heading, in_french());
        auto const& table = table_of(document);
        std::vector<int> still_covered(table.widths.size(), 0);
        for (auto const& row : table.rows) {
            std::size_t column = 0;
            for (auto const& cell : row.cells) {
                while (column < still_covered.size() && still_covered[column] > 0)
                    --still_covered[column++];
                for (int span = 0; span < cell.column_span && column < still_covered.size(); ++span)
                    still_covered[column++] = cell.row_span - 1;
            }
            while (column < still_covered.size()) {
                CHECK(still_covered[column] > 0);
                --still_covered[column++];
            }
        }
    }
}

TEST_CASE("the JSON of an import says each part by name")
{
    ImportedPlan plan;
    plan.sections.push_back({ "Plaidoyer", "advocacy" });
    plan.gaps.push_back({ "G1", 0, "Peu de fonds", {} });
    ImportedAction action;
    action.id = "A1";
    action.text = "Rencontrer les bailleurs";
    action.gaps = { "G1" };
    action.due = DueInMonth { { 2023, 8 } };
    action.due_text = "Août";
    plan.actions.push_back(action);
    action.due = Continuous {};
    action.due_text = "En continu";
    plan.actions.push_back(action);
    plan.actions.push_back({});
    plan.warnings.push_back({ tr("whole file"), tr("“{gap}” has no action.", { { "gap", "Peu de fonds" } }) });
    auto const value = boost::json::parse(plan_json(plan, in_french())).as_object();
    CHECK(value.at("sections").at(0).at("core_function") == "advocacy");
    CHECK(value.at("actions").at(0).at("due").at("kind") == "month");
    CHECK(value.at("actions").at(0).at("due").at("value") == "2023-08");
    CHECK(value.at("actions").at(0).at("gaps").at(0) == "G1");
    CHECK(value.at("actions").at(0).at("section") == "Plaidoyer");
    CHECK(value.at("gaps").at(0).at("section") == "Plaidoyer");
    CHECK(value.at("actions").at(1).at("due").at("kind") == "continuous");
    CHECK(value.at("actions").at(1).at("due").at("value").is_null());
    CHECK(value.at("actions").at(1).at("due").at("text") == "En continu");
    CHECK(value.at("actions").at(2).at("due").at("value").is_null());
    CHECK(value.at("warnings").at(0).at("place") == "tout le fichier");
}
