#include "app/demo/plans.hpp"

#include <array>

namespace toguna::app::demo {

namespace {

// Sections of a new plan: 0 services, 1 advocacy, 2 planning, 3 monitoring, 4 preparedness, 5 accountability, 6 assistance, 7 cross-cutting.
using enum Fate;

constexpr std::array<PlanLine, 13> former_lines { {
    { 0, "Les relevés des centres de santé arrivent tard ou incomplets", "Rappeler chaque semaine aux membres de transmettre leurs relevés d’admission", "Hebdomadaire", "@clemence-batiano", Kept },
    { 0, "Les relevés des centres de santé arrivent tard ou incomplets", "Afficher dans chaque réunion la carte des relevés manquants", "Mensuelle", "@clemence-batiano", Kept },
    { 0, "Deux organisations servent la même commune sans le savoir", "Tenir à jour le tableau des présences par commune", "Mensuelle", "@clemence-batiano; *", Neglected },
    { 1, "Le financement couvre moins du tiers des besoins", "Rencontrer les bailleurs présents dans le pays", "Trimestrielle", "@awa-sanou; OCHA", Kept },
    { 1, "Le financement couvre moins du tiers des besoins", "Publier une note de plaidoyer sur la rupture d’intrants thérapeutiques", "Avril", "@awa-sanou", Closed, "Note publiée en avril et présentée à l’Équipe humanitaire pays." },
    { 2, "La stratégie du cluster date d’avant la crise", "Réviser la stratégie pluriannuelle avec les membres", "Juin", "#Comité stratégique", Closed, "Stratégie validée en réunion plénière." },
    { 3, "Peu de visites conjointes sur le terrain", "Conduire une visite conjointe par trimestre", "Trimestrielle", "UNICEF; DNN; PAM", Neglected },
    { 4, "Aucun stock prépositionné dans les communes enclavées", "Prépositionner des intrants avant l’hivernage", "Mai", "UNICEF; PAM", Closed, "Stocks en place dans sept communes sur huit ; la huitième était inaccessible.", true },
    { 4, "Aucun stock prépositionné dans les communes enclavées", "Former les dépôts communaux à la gestion des intrants", "Septembre", "NSF", Started },
    { 5, "Les familles ne savent pas où se plaindre", "Ouvrir une ligne d’écoute commune aux membres du cluster", "Octobre", "ASP; NSF", Blocked, "L’opérateur de téléphonie n’a pas encore attribué le numéro court." },
    { 6, "Les déplacés récents ne sont pas dépistés", "Organiser un dépistage mobile dans les sites d’accueil", "Août", "APEN; ASP", Closed, "11 sites visités, 4 312 enfants dépistés." },
    { 7, "Le genre est peu pris en compte dans les rapports", "Désagréger les relevés par sexe et par âge", "Mars", "*", Closed, "Le formulaire est passé en service dans tous les centres." },
    { 7, "Le genre est peu pris en compte dans les rapports", "Former les enquêtrices et enquêteurs aux questions sensibles", "Novembre", "UNFPA", ToDo },
} };

constexpr std::array<PlanLine, 34> lines { {
    { 0, "Le partage de l’information dépend de quelques personnes", "Envoyer chaque semaine un bulletin d’une page aux membres", "Hebdomadaire", "@clemence-batiano", Kept },
    { 0, "Le partage de l’information dépend de quelques personnes", "Mettre les questions transversales à l’ordre du jour de chaque réunion", "Continue", "@awa-sanou", Started },
    { 0, "Les relevés des centres de santé restent irréguliers", "Relancer les membres en retard de relevé", "Hebdomadaire", "@clemence-batiano", Neglected },
    { 0, "Les relevés des centres de santé restent irréguliers", "Appeler les trois centres qui n’ont rien transmis depuis deux mois", "J-11", "@haoua-tinguiri; ASP", Started },
    { 0, "Les nouveaux membres ne connaissent pas les outils du cluster", "Accueillir chaque nouveau membre par une séance d’une heure", "Au besoin", "@clemence-batiano; #la coordination du cluster", Started },
    { 0, "Les nouveaux membres ne connaissent pas les outils du cluster", "Rédiger un livret d’accueil de quatre pages", "J-3", "@haoua-tinguiri", Reported, "Le livret est prêt ; il manque la relecture de la direction nationale." },
    { 0, "Faible participation aux réunions hors de la capitale", "Tenir une réunion sur quatre dans une région", "Trimestrielle", "@awa-sanou; Gouvernorat du Boukari", Neglected },
    { 0, "Les alertes partent trop tard", "Tenir une réunion sur quatre dans une région", "Trimestrielle", "@awa-sanou; Gouvernorat du Boukari", Neglected },
    { 0, "Les alertes partent trop tard", "Ouvrir un groupe d’alerte rapide avec les agents de santé communautaires", "Mars", "ASP; APEN", Closed, "Groupe ouvert, 86 agents inscrits ; première alerte traitée en deux jours." },
    { 1, "Les appels de fonds ne disent pas ce que coûte l’inaction", "Chiffrer le coût d’un traitement retardé", "Juin", "@mariama-kontao; UDS", Closed, "Étude remise par l’université et reprise dans l’appel." },
    { 1, "Les appels de fonds ne disent pas ce que coûte l’inaction", "Rencontrer les bailleurs présents dans le pays", "Mensuelle", "@awa-sanou; @issoufou-maidagi", Kept },
    { 1, "Aucun projet des organisations nationales n’est financé directement", "Aider deux organisations nationales à déposer un dossier", "J-95 > J-52 > J-17 > J+6", "@awa-sanou; SOLID-T; APEN", Postponed, "Le guichet a changé ses formulaires.|Les statuts d’une des organisations étaient périmés.|La banque n’a pas encore délivré l’attestation.", true },
    { 2, "La stratégie n’est pas connue dans les régions", "Présenter la stratégie aux directions régionales", "J-60 > J-8", "@issoufou-maidagi; DNN", Postponed, "Les directions régionales étaient en campagne de vaccination." },
    { 2, "La stratégie n’est pas connue dans les régions", "Traduire le résumé de la stratégie dans trois langues nationales", "J+4", "@etienne-wango; UDS", Started },
    { 2, "Les priorités de l’an prochain ne sont pas fixées", "Préparer l’atelier de priorisation", "J+2", "@awa-sanou; #Comité stratégique", ToDo },
    { 3, "Peu de visites conjointes sur le terrain", "Conduire une visite conjointe par mois", "Mensuelle", "UNICEF; DNN; PAM", Neglected },
    { 3, "Peu de visites conjointes sur le terrain", "Publier les constats de chaque visite dans les dix jours", "Continue", "@clemence-batiano", Started },
    { 3, "Les données des membres se contredisent", "Réconcilier les listes d’admission avec celles des districts", "J-24", "@boubacar-sidi; PAM", Blocked, "Le district du Haut-Sirem n’a pas encore donné accès à ses registres." },
    { 3, "Les données des membres se contredisent", "Renseigner le tableau commun des activités du trimestre", "J+5", "*", Shared },
    { 4, "Les communes du lac sont coupées pendant l’hivernage", "Prépositionner trois mois d’intrants dans les communes riveraines", "Mai", "UNICEF; PAM; CRT", Closed, "Trois mois de stock livrés et vérifiés sur place.", true },
    { 4, "Les communes du lac sont coupées pendant l’hivernage", "Signer un accord de transport fluvial avec un opérateur local", "J-70", "@nafissa-goumey; TRANSAM", Abandoned, "Un seul opérateur a répondu, à un prix hors de portée ; la Croix-Rouge prête ses pirogues." },
    { 4, "Les équipes régionales ne savent pas lancer une réponse rapide", "Faire un exercice de simulation avec les équipes régionales", "Septembre", "@jean-baptiste-tiemta; CONASUR-T", Closed, "Exercice tenu avec 31 personnes ; les leçons sont dans le compte rendu." },
    { 4, "Les équipes régionales ne savent pas lancer une réponse rapide", "Mettre à jour le plan de contingence nutrition", "J-5", "@issoufou-maidagi; @awa-sanou", Reported, "Version à jour envoyée aux membres lundi." },
    { 5, "Les familles ne savent pas où se plaindre", "Afficher les droits des familles dans chaque centre, en images", "Juillet", "RFD; APEN", Closed, "142 centres sur 150 ont l’affiche ; les huit derniers l’auront au prochain passage." },
    { 5, "Les familles ne savent pas où se plaindre", "Rendre compte chaque trimestre des plaintes reçues et de leurs suites", "Trimestrielle", "@odile-tapsa; RFD", Kept },
    { 5, "Les avis des mères ne pèsent pas sur les choix du cluster", "Organiser des causeries avec les mères avant chaque réunion de programmation", "Bimestrielle", "RFD; ASP", Neglected },
    { 6, "La prise en charge s’arrête quand la famille se déplace", "Adopter une fiche de transfert commune à tous les centres", "J-1", "#Groupe de travail technique PCMA; @mariama-kontao", Started },
    { 6, "La prise en charge s’arrête quand la famille se déplace", "Vérifier chez chaque membre que la fiche de transfert est utilisée", "J+25", "*", Shared },
    { 6, "L’eau manque dans un centre sur cinq", "Demander au Cluster EHA un forage pour les douze centres les plus touchés", "J-33", "@awa-sanou; EPT", Reported, "Liste des douze centres remise au Cluster EHA, qui l’a inscrite à son plan." },
    { 6, "Les suppléments pour femmes enceintes sont distribués sans suivi", "Suivre les suppléments distribués avec la fiche prénatale", "", "UNFPA; OMS" },
    { 7, "Les risques d’exploitation et d’abus sont peu connus des relais", "Former les relais communautaires à la prévention des abus", "Novembre", "UNFPA; RFD", Started },
    { 7, "Les risques d’exploitation et d’abus sont peu connus des relais", "Afficher le numéro de signalement dans tous les centres", "J-19", "*", Shared },
    { 7, "Les emballages d’intrants s’accumulent autour des centres", "Organiser la reprise des sachets vides avec les livreurs", "J+40", "AJE; PAM" },
    { 7, "", "Relire le plan avec la personne référente genre du groupe inter-cluster", "J+16", "@julienne-nare" },
} };

} // namespace

std::span<PlanLine const> former_nutrition_lines() { return former_lines; }
std::span<PlanLine const> nutrition_lines() { return lines; }

} // namespace toguna::app::demo
