#include "app/demo/plans.hpp"

#include <array>

namespace toguna::app::demo {

namespace {

using enum Fate;

constexpr std::string_view riverside_people = "Association villageoise pour l’entraide, l’hygiène et l’habitat des communes riveraines du lac Dorim";

constexpr std::array<PlanLine, 18> shelter { {
    { 0, "Les membres ne savent pas qui construit où", "Publier chaque mois la carte des abris prévus et construits", "Mensuelle", "@dieudonne-zerma", Kept },
    { 0, "Les membres ne savent pas qui construit où", "Relancer les membres qui n’ont pas mis leur ligne à jour", "Hebdomadaire", "@dieudonne-zerma", Neglected },
    { 0, "Les réunions traitent trop de sujets à la fois", "Limiter l’ordre du jour à trois décisions", "Continue", "@mahamadou-yaro", Started },
    { 1, "Le secteur est le moins financé de l’appel", "Signer avec trois clusters une note commune sur les déplacés en familles d’accueil", "J-41 > J-15 > J-2 > J+10", "@mahamadou-yaro; @solene-kaboret", Postponed, "Un des trois clusters n’avait pas de coordination.|Les chiffres ont dû être repris après l’enquête.|La relecture par les organisations nationales n’est pas finie.", true },
    { 1, "Le secteur est le moins financé de l’appel", "Présenter les besoins au groupe des partenaires techniques et financiers", "J+12", "@mahamadou-yaro", ToDo },
    { 2, "La stratégie ne dit rien des quartiers d’accueil", "Ajouter à la stratégie un chapitre sur la location solidaire", "Août", "@solene-kaboret; TS", Closed, "Chapitre adopté après deux réunions du comité." },
    { 3, "Les distributions ne sont pas suivies après coup", "Mener une enquête trois mois après chaque distribution", "Trimestrielle", "REL; OIM", Neglected },
    { 3, "Les distributions ne sont pas suivies après coup", "Partager les résultats d’enquête avec les communes", "Continue", "@dieudonne-zerma", Started },
    { 4, "Le stock d’urgence ne couvre que 900 ménages", "Porter le stock commun à 2 500 ménages avant l’hivernage", "Juin", "HCR; OIM; CRT", Closed, "2 540 lots en entrepôt, inventaire signé.", true },
    { 4, "Le stock d’urgence ne couvre que 900 ménages", "Renouveler l’accord d’entreposage", "J-27", "@nafissa-goumey; TRANSAM", Blocked, "Le propriétaire demande une avance qu’aucun membre ne peut verser avant janvier." },
    { 5, "Le choix des ménages est mal compris", "Afficher les critères de choix avant chaque distribution", "Continue", "*", Shared },
    { 5, "Le contenu des lots diffère d’une organisation à l’autre dans une même commune", "Aligner le contenu des lots sur la liste adoptée par le cluster", "J-14", "*", Shared },
    { 5, "Le contenu des lots diffère d’une organisation à l’autre dans une même commune", "Afficher les critères de choix avant chaque distribution", "Continue", "*", Shared },
    { 6, "Les familles d’accueil sont à bout", "Relancer le groupe de travail sur les abris en famille d’accueil", "Juin", "@solene-kaboret; DGHU", Closed, "Le groupe s’est réuni quatre fois ; ses recommandations sont adoptées." },
    { 6, "Les familles d’accueil sont à bout", "Tester une aide au loyer dans deux quartiers de Sirémané", "J+21", "TS; Mairie de Sirémané; "
        "Association villageoise pour l’entraide, l’hygiène et l’habitat des communes riveraines du lac Dorim", Started },
    { 7, "Le bois d’œuvre vient de forêts déjà abîmées", "Écrire une consigne sur l’origine du bois et des perches", "J-6", "@salif-ouara; AJE", Reported, "Consigne rédigée avec le service des forêts." },
    { 7, "Le bois d’œuvre vient de forêts déjà abîmées", "Former les chefs de chantier aux toitures sans bois", "Novembre", "MAIN; DGHU", Started },
    { 7, "Les femmes seules construisent en dernier", "Réserver un tiers des équipes de construction aux femmes seules", "", riverside_people },
} };

constexpr std::array<PlanLine, 7> water { {
    { 0, "Les pannes de forages sont signalées trop tard", "Relever chaque semaine les forages en panne avec les comités de points d’eau", "Hebdomadaire", "@koffi-adjemou; DGRE", Kept },
    { 2, "Douze centres de nutrition sont sans eau", "Réaliser ou réparer un point d’eau dans les douze centres signalés", "J+58", "EPT; DGRE", Started },
    { 3, "La qualité de l’eau n’est pas suivie après les crues", "Analyser l’eau de quarante points après chaque crue", "Au besoin", "EPT; TERRE-VIE" },
    { 4, "Les communes du lac manquent de produits de traitement", "Constituer un stock de produits de traitement pour 10 000 personnes", "J-9", "UNICEF; CRT", Started },
    { 5, "Les comités de points d’eau comptent peu de femmes", "Renouveler les comités avec au moins une femme sur deux", "Septembre", riverside_people, Closed, "37 comités sur 40 renouvelés." },
    { 6, "Les latrines des sites d’accueil sont pleines", "Vidanger les latrines des six sites les plus denses", "J-16 > J+3", "@koffi-adjemou", Postponed, "Le camion est resté en panne dix jours." },
    { 7, "Les latrines ne ferment pas", "Poser des verrous intérieurs sur toutes les latrines des sites", "J+30", "EPT; RFD" },
} };

constexpr std::array<PlanLine, 7> inter_cluster { {
    { 0, "Les clusters convoquent les mêmes personnes le même jour", "Publier chaque mois un calendrier commun des réunions", "Mensuelle", "@julienne-nare", Kept },
    { 0, "Les actions reportées trois fois ne remontent pas", "Examiner à chaque réunion les actions reportées trois fois", "Mensuelle", "@rasmata-kinda", Neglected },
    { 1, "Les enquêtes se suivent dans les mêmes villages", "Tenir le registre commun des enquêtes prévues", "Continue", "@julienne-nare", Started },
    { 1, "Les enquêtes se suivent dans les mêmes villages", "Fusionner les trois enquêtes prévues dans le Boukari", "J-4", "@awa-sanou; @mahamadou-yaro", Reported, "Un seul questionnaire, adopté par les trois clusters." },
    { 2, "L’accès au Haut-Sirem dépend d’un seul axe", "Négocier une fenêtre d’accès par le fleuve", "J-20", "@seydou-traba; @rasmata-kinda", Blocked, "L’autorité du fleuve attend l’avis du gouvernorat." },
    { 2, "L’accès au Haut-Sirem dépend d’un seul axe", "Tenir à jour la carte des routes praticables", "Hebdomadaire", "@julienne-nare", Kept },
    { 2, "", "Fixer la date de la revue de fin d’année", "J+1", "@rasmata-kinda" },
} };

constexpr std::array<PlanLine, 5> donor { {
    { 0, "Les partenaires posent les mêmes questions séparément", "Préparer un ordre du jour unique pour la rencontre avec le ministère", "J+7", "@thomas-okemba", Started },
    { 0, "Les partenaires posent les mêmes questions séparément", "Partager le calendrier des missions dans le pays", "Mensuelle", "@thomas-okemba; ACN; AHD; FSS", Kept },
    { 1, "Aucun partenaire ne suit l’ensemble des contributions", "Réunir dans un tableau les contributions annoncées et versées", "Trimestrielle", "@thomas-okemba", Kept },
    { 1, "Les appels des clusters arrivent après les arbitrages", "Recevoir deux clusters par trimestre avant les arbitrages", "J-13", "@ingrid-halvarsen; @marc-delaunoy", Started },
    { 1, "Les appels des clusters arrivent après les arbitrages", "Adopter une fiche de financement d’une page, commune aux partenaires", "J+18", "@amina-el-ghazi; BRI" },
} };

} // namespace

std::span<PlanLine const> shelter_lines() { return shelter; }
std::span<PlanLine const> water_lines() { return water; }
std::span<PlanLine const> inter_cluster_lines() { return inter_cluster; }
std::span<PlanLine const> donor_lines() { return donor; }

} // namespace toguna::app::demo
