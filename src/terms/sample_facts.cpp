#include "terms/sample_facts.hpp"

namespace toguna::terms {

TermsFacts sample_facts()
{
    TermsFacts facts;
    facts.body_name = "Cluster Abris";
    facts.body_name_english = "Shelter Cluster";
    facts.body_acronym = "CAB";
    facts.sector = "Abris";
    facts.level = bodies::label_of(bodies::MandateLevel::National);
    facts.areas = { "Rives du lac", "Plateau central" };
    facts.country_french = facts.country_english = "Sibara";
    facts.counterpart = "Direction de la solidarité";
    facts.parent_name = "Groupe inter-clusters";
    facts.mandate = "Cette instance coordonne les abris d’urgence.";
    facts.objectives = "Que chaque famille ait un toit avant les pluies.";
    facts.lead_agency = Party { "Agence des abris", "AA" };
    facts.coordinator = "Awa Exemple";
    facts.co_agency = Party { "Association Élan rural", "AER" };
    facts.co_coordinator = "Jean Modèle";
    facts.time_share = 100;
    facts.signed_on = Date::from_iso("2026-01-15");
    facts.valid_until = Date::from_iso("2026-12-31");
    facts.norm = CitedNorm { "Module de référence", "IASC", "2015" };
    facts.functions = { "Soutien à la prestation des services", "Plaidoyer" };
    facts.members = { "Agence des abris (AA)", "Association Élan rural (AER)" };
    facts.details = { { "purpose", "accorder les modèles d’abris" }, { "meeting_rhythm", "une fois par mois" }, { "strategy", "la feuille de route" },
        { "interface", "le secrétariat à l’harmonisation" }, { "duty_station", "la capitale" }, { "host", "l’ambassade" }, { "contract_type", "contrat d’expert" },
        { "contract_period", "un an, renouvelable" }, { "report_rhythm", "chaque trimestre" }, { "essential_criteria", "Diplôme\nExpérience" }, { "asset_criteria", "Connaissance de la région" },
        { "languages", "Français : excellent\nAnglais : bon" }, { "outputs", "Un guide\nUne formation" } };
    return facts;
}

} // namespace toguna::terms
