#pragma once
/// An invented plan with the shape of those that clusters hand out: section rows across, gaps that share actions. For tests only.

#include "formats/document.hpp"

namespace toguna::formats::sample {

inline DocumentCell cell(std::string text, Tone tone = Tone::None) { return { .paragraphs = { { { std::move(text) } } }, .tone = tone }; }

inline DocumentCell cell_across(std::string text, int columns)
{
    auto result = cell(std::move(text), Tone::Section);
    result.column_span = columns;
    return result;
}

inline DocumentCell list_cell(std::vector<std::string> items, int rows = 1)
{
    DocumentCell result { .paragraphs = {}, .is_list = true, .row_span = rows };
    for (auto& item : items)
        result.paragraphs.push_back({ { std::move(item) } });
    return result;
}

inline DocumentCell tall(DocumentCell result, int rows)
{
    result.row_span = rows;
    return result;
}

inline DocumentRow head() { return { { cell("Défis et gaps", Tone::Heading), cell("Actions proposées", Tone::Heading), cell("Échéance", Tone::Heading) }, true }; }

inline DocumentTable plan_table()
{
    DocumentTable table { .widths = { 0.4, 0.48, 0.12 }, .rows = {}, .caption = "" };
    auto& rows = table.rows;
    rows.push_back(head());
    rows.push_back({ { cell_across("Soutien à la prestation des services", 3) } });
    rows.push_back({ { cell("Les comptes rendus arrivent après la réunion suivante"),
        list_cell({ "Tenir le compte rendu pendant la réunion ;", "Le faire valider sous trois jours par les membres présents" }), cell("Continue") } });
    rows.push_back({ { cell("La carte des présences n’est plus tenue à jour"), cell("Demander la matrice des présences le premier lundi du mois"), cell("Hebdomadaire") } });
    rows.push_back({ { cell("Les nouveaux acteurs ne savent pas à qui s’adresser"), cell("Remettre à chacun un livret d’accueil d’une page"), cell("Continue") } });
    rows.push_back({ { cell("Rappels de remplissage irréguliers"),
        list_cell({ "Partager les informations par un bulletin d’une page ;", "Conduire deux missions conjointes dans les préfectures de l’Est ;",
                      "Rédiger une note d’engagement des membres" }, 3),
        tall(cell("Mensuelle"), 3) } });
    rows.push_back({ { cell("Retard dans l’organisation des visites de terrain et dans l’envoi des alertes") } });
    rows.push_back({ { cell("Faible participation des organisations nationales") } });
    rows.push_back({ { cell_across("Planification et élaboration de la stratégie", 3) } });
    rows.push_back({ { cell("La stratégie est peu connue des partenaires"), cell("Revoir la stratégie avec les points focaux avant la saison des pluies"), cell("Août") } });
    rows.push_back({ { cell("Pas de priorités communes entre zones"), cell("Réunir les coordonnateurs de zone deux fois par an"), cell("Continue") } });
    rows.push_back({ { cell_across("Suivi et évaluation", 3) } });
    rows.push_back({ { cell("Trop peu de missions de suivi dans le Nord-Est"), cell("Former les équipes aux outils de collecte et au suivi après distribution"), cell("Mensuelle") } });
    rows.push_back({ { cell("Les alertes restent sans réponse"), cell("Nommer un répondant par préfecture et publier le délai moyen de réponse"), cell("Continue") } });
    rows.push_back({ { cell_across("Préparation aux crises et contribution aux plans de contingence", 3) } });
    rows.push_back({ { cell("Les stocks de contingence ne sont pas cartographiés"), cell("Dresser l’inventaire des entrepôts et le mettre à jour"), cell("Mensuelle") } });
    rows.push_back({ { cell("Les autorités locales ne sont pas associées aux exercices"),
        list_cell({ "Former deux agents par préfecture ;", "Organiser un exercice de simulation commun avant juin" }), cell("Continue") } });
    rows.push_back({ { cell_across("Redevabilité envers les personnes affectées", 3) } });
    rows.push_back({ { cell("Pas de mécanisme de plainte commun"),
        list_cell({ "Choisir un numéro unique avec le groupe Redevabilité ;", "Consulter les comités de déplacés et tenir compte de leurs souhaits ;",
            "Former les partenaires aux techniques d’enquête et à la gestion des plaintes ;", "Publier chaque trimestre ce qui a été entendu et ce qui a changé" }),
        cell("Continue") } });
    rows.push_back({ { cell("Le contenu du kit diffère d’une organisation à l’autre"), cell("Adopter un kit standard par zone et s’y conformer"), cell("") } });
    rows.push_back({ { cell_across("Assistance", 3) } });
    rows.push_back({ { cell("Les familles d’accueil sont oubliées"),
        cell("Réactiver le groupe de travail technique Abris, qui documentera les bonnes pratiques"), cell("Juin") } });
    rows.push_back({ { cell_across("Thématiques transversales", 3) } });
    rows.push_back({ { cell("Le genre reste une annexe"), list_cell({ "Ventiler chaque tableau par sexe et par âge ;", "Former les acteurs à la prévention des abus" }), cell("Continue") } });
    rows.push_back({ { cell("L’environnement n’est pas pris en compte"),
        list_cell({ "Appliquer le profil environnemental ;", "Former les acteurs à l’analyse rapide ;", "Rédiger une procédure commune" }), cell("Août") } });
    return table;
}

inline Document plan()
{
    return { .title = "Plan d’action du Cluster Abris – 2026",
        .subtitle = "République de Sibara · version du 23 novembre 2026",
        .author = "Coordination du Cluster Abris",
        .header_left = "Cluster Abris, Sibara",
        .footer_left = "Toguna · état au 23 novembre 2026",
        .created = *Instant::from_iso("2026-11-23T03:10:00.000Z"),
        .blocks = { plan_table() } };
}

/// A state of execution in each tone, headings, lists: what a report holds.
inline Document report()
{
    auto document = plan();
    document.title = "Exécution du plan d’action";
    document.blocks = {
        Paragraph { { { "Douze actions sur vingt sont closes. Trois sont en retard de plus d’un mois." } }, Paragraph::Style::Lead },
        Heading { 1, "Où en sommes-nous ?" },
        Paragraph { { { "Le taux d’exécution est de " }, { "72,65 %", true }, { ", contre 40 % au trimestre précédent (" }, { "mémoire", false, true }, { ")." } } },
        List { { { { "Une mission conjointe a eu lieu à Doumba." } }, { { "Le livret d’accueil est imprimé." } } } },
        Heading { 2, "Prochaines étapes" },
        List { { { { "Valider la stratégie ;" } }, { { "Publier le bulletin." } } }, true },
        DocumentTable { { 3, 1, 1 },
            { { { cell("Action", Tone::Heading), cell("Statut", Tone::Heading), cell("Taux", Tone::Heading) }, true },
                { { cell("Livret d’accueil"), cell("Bon", Tone::Good), cell("100 %") } },
                { { cell("Bulletin mensuel"), cell("Satisfaisant", Tone::Satisfactory), cell("60 %") } },
                { { cell("Missions conjointes"), cell("Insatisfaisant", Tone::Unsatisfactory), cell("30 %") } },
                { { cell("Inventaire des entrepôts"), cell("Faible", Tone::Weak), cell("0 %") } },
                { { cell("Exercice de simulation"), cell("Abandonnée", Tone::Muted), cell("n.d.") } } },
            "État des actions" },
        Paragraph { { { "Source : registre des actions." } }, Paragraph::Style::Small },
    };
    return document;
}

} // namespace toguna::formats::sample
