/// Plans of other shapes, of our own invention: what clusters, ministries and working groups send.

#include "actions/plan_sections.hpp"
#include "actions/plan_import.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace toguna;
using namespace toguna::actions;

namespace {

formats::Cell cell(std::string text) { return { .text = std::move(text) }; }

/// Rows of plain texts; « ^ » continues the cell above, « < » the cell to the left, « * » at the start is bold.
formats::Table table(std::vector<std::vector<std::string>> const& rows)
{
    formats::Table made;
    made.place = "table 1";
    for (auto const& texts : rows) {
        formats::TableRow row;
        for (auto const& text : texts) {
            int const at_row = int(made.rows.size());
            int const at_column = int(row.cells.size());
            auto one = cell(text);
            if (text.starts_with("*")) {
                one.text = text.substr(1);
                one.bold = true;
            }
            if (text == "^" || text == "<") {
                one.text.clear();
                one.covered = true;
                auto const& beside = text == "^" ? made.rows.back().cells[std::size_t(at_column)] : row.cells.back();
                one.origin_row = beside.covered ? beside.origin_row : text == "^" ? at_row - 1 : at_row;
                one.origin_column = beside.covered ? beside.origin_column : text == "^" ? at_column : at_column - 1;
                auto& origin = one.origin_row == at_row ? row.cells[std::size_t(one.origin_column)] : made.rows[std::size_t(one.origin_row)].cells[std::size_t(one.origin_column)];
                origin.row_span = std::max(origin.row_span, at_row - one.origin_row + 1);
                origin.column_span = std::max(origin.column_span, at_column - one.origin_column + 1);
            }
            row.cells.push_back(std::move(one));
        }
        made.rows.push_back(std::move(row));
    }
    return made;
}

formats::ForeignFile file_of(std::vector<formats::Table> tables) { return { "docx", "", std::move(tables), {} }; }

Result<ImportedPlan> reading(formats::ForeignFile const& file, ImportMemory const& memory = {})
{
    return read_plan(file, 2024, *Date::from_iso("2024-01-10"), function_titles(), memory);
}

ImportedPlan plan_of(std::vector<std::vector<std::string>> const& rows)
{
    auto plan = reading(file_of({ table(rows) }));
    if (!plan)
        FAIL(plan.error().message.debug_string());
    return *plan;
}

bool warns(ImportedPlan const& plan, std::string_view start)
{
    return std::any_of(plan.warnings.begin(), plan.warnings.end(), [&](auto const& warning) { return warning.message.singular().starts_with(start); });
}

} // namespace

TEST_CASE("an English plan with responsible and status columns")
{
    auto const plan = plan_of({
        { "No.", "Challenges and gaps", "Proposed actions", "Timeline", "Responsible", "Status" },
        { "*1. Supporting service delivery", "<", "<", "<", "<", "<" },
        { "1.1", "Late reporting by partners", "Send a weekly reminder", "Weekly", "IMO", "Ongoing" },
        { "1.2", "Few field visits", "Organise joint visits\nReport on each visit", "March 2024\nJune 2024", "NRC and Puits du Sahel", "Done" },
    });
    REQUIRE(plan.sections.size() == 1);
    CHECK(plan.sections[0].core_function == "service_delivery");
    CHECK(plan.gaps.size() == 2);
    REQUIRE(plan.actions.size() == 3);
    CHECK(value_of(plan.actions[0].due) == "weekly");
    CHECK(value_of(plan.actions[1].due) == "2024-03");
    CHECK(value_of(plan.actions[2].due) == "2024-06");
    CHECK(plan.actions[0].status == "in_progress");
    CHECK(plan.actions[2].status == "closed");
    CHECK(plan.actions[1].responsible == std::vector<std::string> { "NRC", "Puits du Sahel" });
}

TEST_CASE("sections in a column of their own, written once and left empty below")
{
    auto const plan = plan_of({
        { "Fonction", "Constats", "Mesures correctives", "Délai", "Pilote" },
        { "Suivi et évaluation", "Peu de données", "Former les points focaux", "T2 2024", "OCHA/UNHCR" },
        { "", "Rapports tardifs", "Simplifier le canevas", "fin mars", "PNUD/La coordination du cluster" },
        { "Plaidoyer", "Financement faible", "Rédiger une note", "15/04/2024", "" },
    });
    REQUIRE(plan.sections.size() == 2);
    CHECK(plan.sections[0].core_function == "monitoring");
    CHECK(plan.sections[1].core_function == "advocacy");
    REQUIRE(plan.actions.size() == 3);
    CHECK(plan.gaps[1].section == 0);
    CHECK(plan.gaps[2].section == 1);
    CHECK(plan.actions[0].responsible == std::vector<std::string> { "OCHA", "UNHCR" });
    CHECK(plan.actions[1].responsible == std::vector<std::string> { "PNUD/La coordination du cluster" });
    CHECK(warns(plan, "Please check the deadline"));
}

TEST_CASE("a gap merged over several actions, each with its own deadline")
{
    auto const plan = plan_of({
        { "Problèmes", "Activités", "Échéance" },
        { "Stocks mal suivis", "Créer une base de données", "Mars" },
        { "^", "Former les gestionnaires", "Juin" },
        { "^", "Publier un état mensuel", "Mensuel" },
        { "Sites éloignés", "Ouvrir un relais", "Continue" },
    });
    CHECK(plan.gaps.size() == 2);
    REQUIRE(plan.actions.size() == 4);
    for (int index = 0; index < 3; ++index)
        CHECK(plan.actions[std::size_t(index)].gaps == std::vector<std::string> { "G1" });
    CHECK(value_of(plan.actions[1].due) == "2024-06");
    CHECK(plan.warnings.empty());
}

TEST_CASE("a title row and empty rows above a header of two lines")
{
    auto const plan = plan_of({
        { "*PLAN D’ACTION 2024 DU GROUPE EAU", "<", "<", "<" },
        { "", "", "", "" },
        { "Lacunes", "Actions", "<", "Suivi" },
        { "^", "Actions à mener", "Date limite", "Niveau d’exécution" },
        { "Points d’eau en panne", "Réparer 12 forages", "30 juin 2024", "NON FAIT" },
        { "Total", "", "", "1" },
    });
    CHECK(plan.title == "PLAN D’ACTION 2024 DU GROUPE EAU");
    CHECK(plan.year == 2024);
    REQUIRE(plan.gaps.size() == 1);
    REQUIRE(plan.actions.size() == 1);
    CHECK(plan.actions[0].text == "Réparer 12 forages");
    CHECK(value_of(plan.actions[0].due) == "2024-06-30");
    CHECK(plan.actions[0].status == "to_do");
}

TEST_CASE("a table split over pages repeats its header and is one plan")
{
    auto first = table({ { "Défis", "Actions", "Échéance" }, { "*Redevabilité", "<", "<" }, { "Pas de ligne verte", "Ouvrir une ligne verte", "Mai" } });
    auto second = table({ { "Défis", "Actions", "Échéance" }, { "Plaintes sans réponse", "Former les opérateurs", "Juin" } });
    second.place = "table 2";
    auto const plan = reading(file_of({ first, second })).value();
    CHECK(plan.sections.size() == 1);
    CHECK(plan.gaps.size() == 2);
    CHECK(plan.gaps[1].section == 0);
}

TEST_CASE("cover tables, legends and hidden sheets are not the plan")
{
    auto const cover = table({ { "Version", "Date", "Auteur" }, { "1", "10/01/2024", "Secrétariat" } });
    auto const legend = table({ { "Statut", "Signification" }, { "Fait", "L’action est terminée" } });
    auto hidden = table({ { "Défis", "Actions", "Échéance" }, { "Ancien défi", "Ancienne action", "2019" } });
    hidden.hidden = true;
    hidden.place = "sheet Archive";
    auto const real = table({ { "Défis", "Actions proposées", "Échéance" }, { "Peu de relais", "Recruter", "Juin" } });
    auto const plan = reading(file_of({ cover, hidden, legend, real })).value();
    CHECK(plan.gaps.size() == 1);
    CHECK(plan.actions.size() == 1);
    CHECK(warns(plan, "This sheet is hidden"));
}

TEST_CASE("a noisy workbook of activities comes before the plan")
{
    std::vector<std::vector<std::string>> who_what_where { { "Organisation", "Région", "Activité", "Bénéficiaires" } };
    for (int row = 0; row < 50; ++row)
        who_what_where.push_back({ "Puits du Sahel", "Nord", "Distribution", std::to_string(row * 10) });
    auto const plan = reading(file_of({ table(who_what_where), table({ { "Gaps", "Proposed actions", "Deadline", "Lead" }, { "No data", "Train staff", "Q2", "IMO" } }) })).value();
    CHECK(plan.gaps.size() == 1);
    CHECK(warns(plan, "This table has other columns"));
}

TEST_CASE("minutes of a meeting: themes, recommendations, action points, responsible")
{
    auto const plan = plan_of({
        { "Thèmes", "Recommandations/Commentaires", "Points d’actions", "Responsable" },
        { "Suivi des recommandations", "Le canevas reste trop long", "Réviser le canevas", "Groupe de travail" },
        { "Divers", "", "- Confirmer la date de la retraite\n- Envoyer la liste des participants", "Secrétariat" },
    });
    CHECK(plan.sections.size() == 2);
    CHECK(plan.actions.size() == 3);
    CHECK(plan.actions[1].text == "Confirmer la date de la retraite");
    CHECK(plan.actions[2].responsible == std::vector<std::string> { "Secrétariat" });
    CHECK(warns(plan, "This table has no column of deadlines"));
}

TEST_CASE("no header at all: three columns are told apart by what they hold")
{
    auto const plan = plan_of({
        { "Peu de visibilité sur les stocks", "Mettre en place un suivi mensuel", "Mensuel" },
        { "Absence de plan de contingence", "Élaborer le plan avec les autorités", "Juin" },
        { "Coordination faible en région", "Nommer deux points focaux", "15 mars" },
    });
    CHECK(plan.gaps.size() == 3);
    CHECK(plan.actions.size() == 3);
    CHECK(warns(plan, "This table has no header"));
}

TEST_CASE("capitals, bold and numbers say that a row is a section")
{
    auto const plan = plan_of({
        { "Défis", "Actions", "Échéance" },
        { "APPROVISIONNEMENT", "", "" },
        { "Camions en panne", "Réparer les camions", "Mars" },
        { "*Hygiène dans les écoles", "", "" },
        { "Peu de savon", "Distribuer du savon", "Avril" },
        { "Axe 3 : Urgences", "", "" },
        { "Pas de veille", "Créer une cellule", "Mai" },
        { "Peu de relais", "", "" },
    });
    CHECK(plan.sections.size() == 3);
    REQUIRE(plan.gaps.size() == 4);
    CHECK(plan.actions.size() == 3);
    CHECK(plan.actions[2].gaps == std::vector<std::string> { "G3", "G4" });
    CHECK(warns(plan, "“{gap}” has no action of its own"));
}

TEST_CASE("unknown titles on rows of their own from the first row on are sections")
{
    auto const plan = plan_of({
        { "Gap", "Action", "Deadline" },
        { "Cold chain", "", "" },
        { "Broken fridges", "Repair the fridges", "May" },
        { "Outreach", "", "" },
        { "Low coverage", "Open mobile sites", "June" },
    });
    CHECK(plan.sections.size() == 2);
    CHECK(plan.gaps.size() == 2);
    CHECK(warns(plan, "“{title}” was taken for"));
}

TEST_CASE("several gaps in one cell share its actions, numbered or not")
{
    auto const plan = plan_of({
        { "Contraintes", "Actions à mener", "Calendrier" },
        { "1) Routes coupées\n2) Carburant rare", "1) Louer des pirogues 2) Constituer un stock", "Juillet" },
    });
    CHECK(plan.gaps.size() == 2);
    REQUIRE(plan.actions.size() == 2);
    CHECK(plan.actions[0].gaps.size() == 2);
    CHECK(plan.actions[1].text == "Constituer un stock");
}

TEST_CASE("a line broken in the middle of a sentence is not a new action")
{
    auto const plan = plan_of({
        { "Défis", "Actions", "Échéance" },
        { "Peu de données", "Harmoniser la collecte des\ndonnées avec le\nMinistère de la Santé", "Mai" },
    });
    CHECK(plan.actions.size() == 1);
}

TEST_CASE("actions without gaps, gaps without actions, dates of a spreadsheet")
{
    auto rows = table({ { "Actions", "Responsable", "Échéance", "%", "Priorité" }, { "Tenir la réunion de relance", "Co-facilitation", "", "0.5", "Haute" } });
    rows.rows[1].cells[2] = { .text = "15/03/2024", .date = Date::from_iso("2024-03-15") };
    auto const plan = reading(file_of({ rows })).value();
    REQUIRE(plan.actions.size() == 1);
    CHECK(plan.actions[0].gaps.empty());
    CHECK(value_of(plan.actions[0].due) == "2024-03-15");
    CHECK(plan.actions[0].progress == 50);
    CHECK(plan.actions[0].priority == "high");
}

TEST_CASE("what people taught is used: headers, deadlines, sections")
{
    ImportMemory memory;
    memory.headers["points de blocage"] = "gap";
    memory.dues["avant l'hivernage"] = "month:2024-05";
    memory.sections["coordination locale"] = "service_delivery";
    auto const plan = reading(file_of({ table({ { "Points de blocage", "Actions", "Échéance" }, { "Coordination locale", "", "" },
                                  { "Pas de salle", "Trouver une salle", "avant l’hivernage" } }) }),
        memory)
                          .value();
    CHECK(plan.sections[0].core_function == "service_delivery");
    CHECK(value_of(plan.actions[0].due) == "2024-05");
    CHECK(plan.warnings.empty());
}

TEST_CASE("a file without a plan is refused with what was found and what was expected")
{
    auto const refused = reading(file_of({ table({ { "Nom", "Téléphone" }, { "Secrétariat", "70 00 00 00" } }) }));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::Invalid);
    CHECK(refused.error().message.debug_string().find("Nom Téléphone") != std::string::npos);
    CHECK_FALSE(reading({ "docx", "", {}, { "Une lettre sans tableau." } }));
}

TEST_CASE("a dash or « à déterminer » in the place of a deadline is no deadline, and is said to be missing")
{
    auto const plan = plan_of({ { "Défis", "Actions", "Échéance" }, { "Peu de données", "Former", "-" }, { "Pas de salle", "Louer", "À déterminer" } });
    CHECK(value_of(plan.actions[0].due).empty());
    CHECK(plan.actions[1].due_text == "À déterminer");
    CHECK(plan.warnings.size() == 2);
    CHECK(warns(plan, "There is no deadline here"));
}

TEST_CASE("of a workbook with one sheet per year, the year that is asked for is read")
{
    auto old = table({ { "Défis", "Actions", "Échéance" }, { "Ancien défi", "Ancienne action", "Mai" } });
    old.name = "Plan 2023";
    auto present = table({ { "Défis", "Actions", "Échéance" }, { "Peu de relais", "Recruter", "Juin" } });
    present.name = "Plan 2024";
    auto const plan = reading(file_of({ old, present })).value();
    REQUIRE(plan.actions.size() == 1);
    CHECK(plan.actions[0].text == "Recruter");
    CHECK(warns(plan, "This table is of another year"));
}

TEST_CASE("months drawn as columns: the last one marked is the deadline, an action without mark has none")
{
    auto const plan = plan_of({
        { "Défis", "Actions", "Calendrier", "<", "<" },
        { "^", "^", "Mars", "Avril", "Mai" },
        { "Peu de relais", "Recruter", "X", "X", "" },
        { "Pas de stock", "Acheter", "", "", "" },
    });
    REQUIRE(plan.actions.size() == 2);
    CHECK(value_of(plan.actions[0].due) == "2024-04");
    CHECK(plan.actions[0].due_text == "Mars – Avril");
    CHECK(warns(plan, "There is no deadline here"));
}

TEST_CASE("headers nobody knows: gaps and actions are told apart by what they hold, and the header is no row")
{
    auto const plan = plan_of({
        { "Ce qui ne va pas", "À entreprendre", "Pour le" },
        { "Peu de visibilité sur les stocks", "Mettre en place un suivi", "Mensuel" },
        { "Absence de plan de contingence", "Élaborer le plan avec les autorités", "Juin" },
    });
    CHECK(plan.gaps.size() == 2);
    CHECK(plan.actions.size() == 2);
    CHECK(warns(plan, "This table has no header that we know"));
}
