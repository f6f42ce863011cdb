#include "app/demo/plans.hpp"

#include <array>

namespace toguna::app::demo {

namespace {

constexpr std::array<std::string_view, 3> inter_cluster_sections { "Coordination opérationnelle", "Analyse commune des besoins", "Accès et logistique" };
constexpr std::array<std::string_view, 2> donor_sections { "Dialogue avec le gouvernement", "Financement de la réponse" };

} // namespace

std::span<DemoPlan const> plans()
{
    static std::array<DemoPlan, 6> const all { {
        { "NUT", 1, "Plan d’action du Cluster Nutrition", {}, former_nutrition_lines(), "awa-sanou", "issoufou-maidagi" },
        { "NUT", 0, "Plan d’action du Cluster Nutrition", {}, nutrition_lines(), "awa-sanou", "issoufou-maidagi", true },
        { "ABR", 0, "Plan d’action du Cluster Abris et AME", {}, shelter_lines(), "mahamadou-yaro", "solene-kaboret" },
        { "EHA", 0, "Plan d’action du Cluster EHA", {}, water_lines(), "fatimata-lankoma", "fatimata-lankoma" },
        { "GIC", 0, "Feuille de route du groupe inter-cluster", inter_cluster_sections, inter_cluster_lines(), "rasmata-kinda", "julienne-nare" },
        { "PTF", 0, "Programme d’activité du groupe des PTF", donor_sections, donor_lines(), "thomas-okemba", "ingrid-halvarsen" },
    } };
    return all;
}

} // namespace toguna::app::demo
