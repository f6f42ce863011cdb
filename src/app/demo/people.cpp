#include "app/demo/people.hpp"

#include <algorithm>
#include <array>

namespace toguna::app::demo {

namespace {

constexpr std::array<DemoPerson, 27> everybody { {
    { "rasmata-kinda", "Rasmata Kinda", "OCHA", "Cheffe du secrétariat inter-cluster", true, true, "+226 00 00 00 01" },
    { "awa-sanou", "Awa Sanou", "UNICEF", "Coordonnatrice du Cluster Nutrition", true, false, "+226 00 00 00 02" },
    { "issoufou-maidagi", "Issoufou Maïdagi", "DNN", "Directeur adjoint", true },
    { "clemence-batiano", "Clémence Batiano", "UNICEF", "Chargée de gestion de l’information", true },
    { "haoua-tinguiri", "Haoua Tinguiri", "ASP", "Responsable du programme nutrition", true, false, "+226 00 00 00 05" },
    { "boubacar-sidi", "Boubacar SIDI Elhadj Ousmane", "PAM", "Chargé de programme nutrition" },
    { "mariama-kontao", "Mariama Kontao", "NSF", "Coordinatrice médicale" },
    { "etienne-wango", "Étienne Wango", "APEN", "Chef de projet" },
    { "mahamadou-yaro", "Mahamadou Yaro", "HCR", "Coordonnateur du Cluster Abris et AME", true },
    { "solene-kaboret", "Solène Kaboret", "TS", "Co-coordinatrice du Cluster Abris et AME", true },
    { "dieudonne-zerma", "Dieudonné Zerma", "HCR", "Gestionnaire de l’information" },
    { "salif-ouara", "Salif Ouara", "DGHU", "Chef de service" },
    { "nafissa-goumey", "Nafissa Goumey", "MAIN", "Responsable logistique" },
    { "jean-baptiste-tiemta", "Jean-Baptiste TIEMTA", "CRT", "Chargé de la préparation aux catastrophes" },
    { "fatimata-lankoma", "Fatimata Lankoma Ouandé née Bassirou-Diergui", "UNICEF", "Coordonnatrice du Cluster Eau, hygiène et assainissement" },
    { "koffi-adjemou", "Koffi Adjemou", "EPT", "Conseiller technique eau potable" },
    { "ramatou-issaka", "Ramatou Issaka-Bello", "FAO", "Co-coordinatrice du Cluster Sécurité alimentaire" },
    { "lassane-compagne", "Lassané Compagna", "PAM", "Coordonnateur du Cluster Sécurité alimentaire" },
    { "pauline-deguere", "Pauline Déguéré", "OMS", "Coordonnatrice du Cluster Santé" },
    { "abdoul-karim-sow", "Abdoul Karim Sowba", "HCR", "Coordonnateur du Cluster Protection" },
    { "odile-tapsa", "Odile Tapsa", "RFD", "Présidente" },
    { "ingrid-halvarsen", "Ingrid Halvarsen", "ACN", "Cheffe de coopération", true },
    { "marc-delaunoy", "Marc Delaunoy", "AHD", "Conseiller humanitaire" },
    { "amina-el-ghazi", "Amina El Ghazî", "FSS", "Chargée de portefeuille" },
    { "thomas-okemba", "Thomas Okemba", "Pool technique", "Coordonnateur du pool technique" },
    { "seydou-traba", "Seydou Traba", "CONASUR-T", "Secrétaire permanent" },
    { "julienne-nare", "Julienne Narédo", "OCHA", "Chargée des affaires humanitaires" },
} };

} // namespace

std::span<DemoPerson const> persons() { return everybody; }

DemoPerson const* find_demo_person(std::string_view key)
{
    auto const found = std::find_if(everybody.begin(), everybody.end(), [&](DemoPerson const& person) { return person.key == key; });
    return found == everybody.end() ? nullptr : &*found;
}

std::string email_of(DemoPerson const& person) { return std::string(person.key) + "@example.org"; }

std::vector<DemoVisitor> visitors()
{
    return {
        { "awa-sanou", tr("Coordinates the nutrition cluster: keeps its action plan, confirms what is done, has people reminded.") },
        { "clemence-batiano", tr("Manages the information of the nutrition cluster: imports plans, corrects them, exports them.") },
        { "haoua-tinguiri", tr("Works for a member organisation, mostly on a telephone: answers for a few actions.") },
        { "issoufou-maidagi", tr("Co-coordinates the nutrition cluster for the government.") },
        { "mahamadou-yaro", tr("Coordinates the shelter cluster; a third postponement waits for him.") },
        { "solene-kaboret", tr("Co-coordinates the shelter cluster for an international organisation; her mandate is about to end.") },
        { "ingrid-halvarsen", tr("Leads the donors’ group: follows its few actions.") },
        { "rasmata-kinda", tr("Administers this installation from the inter-cluster secretariat: sees every body, accounts and the journal.") },
    };
}

std::string sign_in_path(std::string_view key) { return "/demo/sign-in/" + std::string(key); }

} // namespace toguna::app::demo
