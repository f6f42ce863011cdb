#pragma once
/// The words by which plans name their columns, French and English.

#include "actions/column_recognition.hpp"

#include <array>

namespace toguna::actions {

struct HeaderPhrase {
    std::string_view words; ///< folded, single spaces, no marks
    ColumnRole role;
    int strength;
};

/// The first phrase in the cell decides (« Responsable de l’action » is about somebody); among those at one place, the longest.
inline constexpr std::array header_phrases {
    HeaderPhrase { "defis", ColumnRole::Gaps, 3 }, HeaderPhrase { "defi", ColumnRole::Gaps, 3 }, HeaderPhrase { "gaps", ColumnRole::Gaps, 3 },
    HeaderPhrase { "gap", ColumnRole::Gaps, 3 }, HeaderPhrase { "problemes", ColumnRole::Gaps, 3 }, HeaderPhrase { "probleme", ColumnRole::Gaps, 3 },
    HeaderPhrase { "problematique", ColumnRole::Gaps, 3 }, HeaderPhrase { "problematiques", ColumnRole::Gaps, 3 }, HeaderPhrase { "contraintes", ColumnRole::Gaps, 3 },
    HeaderPhrase { "contrainte", ColumnRole::Gaps, 3 }, HeaderPhrase { "constats", ColumnRole::Gaps, 3 }, HeaderPhrase { "constat", ColumnRole::Gaps, 3 },
    HeaderPhrase { "lacunes", ColumnRole::Gaps, 3 }, HeaderPhrase { "lacune", ColumnRole::Gaps, 3 }, HeaderPhrase { "faiblesses", ColumnRole::Gaps, 3 },
    HeaderPhrase { "difficultes", ColumnRole::Gaps, 3 }, HeaderPhrase { "goulots", ColumnRole::Gaps, 3 }, HeaderPhrase { "goulots d etranglement", ColumnRole::Gaps, 3 },
    HeaderPhrase { "insuffisances", ColumnRole::Gaps, 3 }, HeaderPhrase { "enjeux", ColumnRole::Gaps, 2 }, HeaderPhrase { "besoins", ColumnRole::Gaps, 2 },
    HeaderPhrase { "challenges", ColumnRole::Gaps, 3 }, HeaderPhrase { "challenge", ColumnRole::Gaps, 3 }, HeaderPhrase { "issues", ColumnRole::Gaps, 3 },
    HeaderPhrase { "issue", ColumnRole::Gaps, 3 }, HeaderPhrase { "problems", ColumnRole::Gaps, 3 }, HeaderPhrase { "problem", ColumnRole::Gaps, 3 },
    HeaderPhrase { "weaknesses", ColumnRole::Gaps, 3 }, HeaderPhrase { "constraints", ColumnRole::Gaps, 3 }, HeaderPhrase { "bottlenecks", ColumnRole::Gaps, 3 },
    HeaderPhrase { "findings", ColumnRole::Gaps, 3 }, HeaderPhrase { "finding", ColumnRole::Gaps, 3 }, HeaderPhrase { "concerns", ColumnRole::Gaps, 2 },
    HeaderPhrase { "needs", ColumnRole::Gaps, 2 }, HeaderPhrase { "points a ameliorer", ColumnRole::Gaps, 3 }, HeaderPhrase { "areas for improvement", ColumnRole::Gaps, 3 },
    HeaderPhrase { "areas of improvement", ColumnRole::Gaps, 3 }, HeaderPhrase { "axes d amelioration", ColumnRole::Gaps, 3 },
    HeaderPhrase { "actions", ColumnRole::Actions, 3 }, HeaderPhrase { "action", ColumnRole::Actions, 3 }, HeaderPhrase { "points d action", ColumnRole::Actions, 4 },
    HeaderPhrase { "points d actions", ColumnRole::Actions, 4 }, HeaderPhrase { "point d action", ColumnRole::Actions, 4 }, HeaderPhrase { "action points", ColumnRole::Actions, 4 },
    HeaderPhrase { "actions proposees", ColumnRole::Actions, 4 }, HeaderPhrase { "proposed actions", ColumnRole::Actions, 4 }, HeaderPhrase { "plan d action", ColumnRole::Actions, 2 },
    HeaderPhrase { "activites", ColumnRole::Actions, 2 }, HeaderPhrase { "activite", ColumnRole::Actions, 2 }, HeaderPhrase { "activities", ColumnRole::Actions, 2 },
    HeaderPhrase { "activity", ColumnRole::Actions, 2 }, HeaderPhrase { "mesures", ColumnRole::Actions, 2 }, HeaderPhrase { "mesure", ColumnRole::Actions, 2 },
    HeaderPhrase { "solutions", ColumnRole::Actions, 2 }, HeaderPhrase { "solution", ColumnRole::Actions, 2 }, HeaderPhrase { "taches", ColumnRole::Actions, 2 },
    HeaderPhrase { "tache", ColumnRole::Actions, 2 }, HeaderPhrase { "tasks", ColumnRole::Actions, 2 }, HeaderPhrase { "task", ColumnRole::Actions, 2 },
    HeaderPhrase { "measures", ColumnRole::Actions, 2 }, HeaderPhrase { "recommandations", ColumnRole::Actions, 1 }, HeaderPhrase { "recommandation", ColumnRole::Actions, 1 },
    HeaderPhrase { "recommendations", ColumnRole::Actions, 1 }, HeaderPhrase { "recommendation", ColumnRole::Actions, 1 }, HeaderPhrase { "quoi", ColumnRole::Actions, 1 },
    HeaderPhrase { "what", ColumnRole::Actions, 1 }, HeaderPhrase { "next steps", ColumnRole::Actions, 2 }, HeaderPhrase { "prochaines etapes", ColumnRole::Actions, 2 },
    HeaderPhrase { "decisions", ColumnRole::Actions, 1 }, HeaderPhrase { "engagements", ColumnRole::Actions, 1 },
    HeaderPhrase { "echeance", ColumnRole::Deadline, 3 }, HeaderPhrase { "echeances", ColumnRole::Deadline, 3 }, HeaderPhrase { "echeancier", ColumnRole::Deadline, 3 },
    HeaderPhrase { "deadline", ColumnRole::Deadline, 3 }, HeaderPhrase { "deadlines", ColumnRole::Deadline, 3 }, HeaderPhrase { "date limite", ColumnRole::Deadline, 4 },
    HeaderPhrase { "date butoir", ColumnRole::Deadline, 4 }, HeaderPhrase { "date", ColumnRole::Deadline, 2 }, HeaderPhrase { "dates", ColumnRole::Deadline, 2 },
    HeaderPhrase { "delai", ColumnRole::Deadline, 3 }, HeaderPhrase { "delais", ColumnRole::Deadline, 3 }, HeaderPhrase { "calendrier", ColumnRole::Deadline, 3 },
    HeaderPhrase { "chronogramme", ColumnRole::Deadline, 3 }, HeaderPhrase { "periode", ColumnRole::Deadline, 2 }, HeaderPhrase { "periodicite", ColumnRole::Deadline, 2 },
    HeaderPhrase { "frequence", ColumnRole::Deadline, 2 }, HeaderPhrase { "timeline", ColumnRole::Deadline, 3 }, HeaderPhrase { "timeframe", ColumnRole::Deadline, 3 },
    HeaderPhrase { "time frame", ColumnRole::Deadline, 3 }, HeaderPhrase { "due date", ColumnRole::Deadline, 4 }, HeaderPhrase { "due", ColumnRole::Deadline, 3 },
    HeaderPhrase { "target date", ColumnRole::Deadline, 4 }, HeaderPhrase { "by when", ColumnRole::Deadline, 4 }, HeaderPhrase { "when", ColumnRole::Deadline, 2 },
    HeaderPhrase { "quand", ColumnRole::Deadline, 2 }, HeaderPhrase { "schedule", ColumnRole::Deadline, 2 }, HeaderPhrase { "horizon", ColumnRole::Deadline, 2 },
    HeaderPhrase { "terme", ColumnRole::Deadline, 1 }, HeaderPhrase { "completion date", ColumnRole::Deadline, 2 }, HeaderPhrase { "frequency", ColumnRole::Deadline, 2 },
    HeaderPhrase { "responsable", ColumnRole::Owners, 3 }, HeaderPhrase { "responsables", ColumnRole::Owners, 3 },
    HeaderPhrase { "responsabilite", ColumnRole::Owners, 3 }, HeaderPhrase { "responsabilites", ColumnRole::Owners, 3 },
    HeaderPhrase { "pilote", ColumnRole::Owners, 3 }, HeaderPhrase { "pilotes", ColumnRole::Owners, 3 }, HeaderPhrase { "porteur", ColumnRole::Owners, 3 },
    HeaderPhrase { "point focal", ColumnRole::Owners, 3 }, HeaderPhrase { "points focaux", ColumnRole::Owners, 3 }, HeaderPhrase { "lead", ColumnRole::Owners, 3 },
    HeaderPhrase { "chef de file", ColumnRole::Owners, 3 }, HeaderPhrase { "qui", ColumnRole::Owners, 2 }, HeaderPhrase { "who", ColumnRole::Owners, 2 },
    HeaderPhrase { "par qui", ColumnRole::Owners, 3 }, HeaderPhrase { "by whom", ColumnRole::Owners, 3 }, HeaderPhrase { "organisation", ColumnRole::Owners, 2 },
    HeaderPhrase { "organisations", ColumnRole::Owners, 2 }, HeaderPhrase { "organization", ColumnRole::Owners, 2 }, HeaderPhrase { "agence", ColumnRole::Owners, 2 },
    HeaderPhrase { "agency", ColumnRole::Owners, 2 }, HeaderPhrase { "structure", ColumnRole::Owners, 2 }, HeaderPhrase { "structures", ColumnRole::Owners, 2 },
    HeaderPhrase { "structure responsable", ColumnRole::Owners, 3 }, HeaderPhrase { "acteurs", ColumnRole::Owners, 2 }, HeaderPhrase { "partenaires", ColumnRole::Owners, 1 },
    HeaderPhrase { "charge", ColumnRole::Owners, 2 }, HeaderPhrase { "owner", ColumnRole::Owners, 3 }, HeaderPhrase { "focal point", ColumnRole::Owners, 3 },
    HeaderPhrase { "focal points", ColumnRole::Owners, 3 }, HeaderPhrase { "responsible", ColumnRole::Owners, 3 }, HeaderPhrase { "assigned", ColumnRole::Owners, 3 },
    HeaderPhrase { "responsibility", ColumnRole::Owners, 3 }, HeaderPhrase { "assigne", ColumnRole::Owners, 3 }, HeaderPhrase { "accountable", ColumnRole::Owners, 3 },
    HeaderPhrase { "statut", ColumnRole::State, 3 }, HeaderPhrase { "status", ColumnRole::State, 3 }, HeaderPhrase { "etat", ColumnRole::State, 3 },
    HeaderPhrase { "niveau d execution", ColumnRole::State, 3 }, HeaderPhrase { "niveau de realisation", ColumnRole::State, 3 },
    HeaderPhrase { "niveau d avancement", ColumnRole::State, 3 }, HeaderPhrase { "niveau de mise en oeuvre", ColumnRole::State, 3 }, HeaderPhrase { "avancement", ColumnRole::State, 2 },
    HeaderPhrase { "realisation", ColumnRole::State, 1 }, HeaderPhrase { "suivi", ColumnRole::State, 1 }, HeaderPhrase { "situation", ColumnRole::State, 1 },
    HeaderPhrase { "taux", ColumnRole::Share, 3 }, HeaderPhrase { "%", ColumnRole::Share, 3 }, HeaderPhrase { "pourcentage", ColumnRole::Share, 3 },
    HeaderPhrase { "progres", ColumnRole::Share, 2 }, HeaderPhrase { "progress", ColumnRole::Share, 2 }, HeaderPhrase { "completion", ColumnRole::Share, 1 },
    HeaderPhrase { "priorite", ColumnRole::Urgency, 3 }, HeaderPhrase { "priority", ColumnRole::Urgency, 3 }, HeaderPhrase { "niveau de priorite", ColumnRole::Urgency, 3 },
    HeaderPhrase { "urgence", ColumnRole::Urgency, 1 },
    HeaderPhrase { "observations", ColumnRole::Comment, 3 }, HeaderPhrase { "observation", ColumnRole::Comment, 3 }, HeaderPhrase { "commentaires", ColumnRole::Comment, 3 },
    HeaderPhrase { "commentaire", ColumnRole::Comment, 3 }, HeaderPhrase { "comments", ColumnRole::Comment, 3 }, HeaderPhrase { "comment", ColumnRole::Comment, 3 },
    HeaderPhrase { "remarques", ColumnRole::Comment, 3 }, HeaderPhrase { "remarque", ColumnRole::Comment, 3 }, HeaderPhrase { "remarks", ColumnRole::Comment, 3 },
    HeaderPhrase { "notes", ColumnRole::Comment, 3 }, HeaderPhrase { "note", ColumnRole::Comment, 3 },
    HeaderPhrase { "n", ColumnRole::Number, 2 }, HeaderPhrase { "no", ColumnRole::Number, 2 }, HeaderPhrase { "num", ColumnRole::Number, 2 },
    HeaderPhrase { "numero", ColumnRole::Number, 2 }, HeaderPhrase { "#", ColumnRole::Number, 2 }, HeaderPhrase { "ref", ColumnRole::Number, 2 },
    HeaderPhrase { "reference", ColumnRole::Number, 2 }, HeaderPhrase { "code", ColumnRole::Number, 2 }, HeaderPhrase { "id", ColumnRole::Number, 2 },
    HeaderPhrase { "s n", ColumnRole::Number, 2 }, HeaderPhrase { "number", ColumnRole::Number, 2 },
    HeaderPhrase { "fonction", ColumnRole::Sections, 3 }, HeaderPhrase { "fonctions", ColumnRole::Sections, 3 }, HeaderPhrase { "function", ColumnRole::Sections, 3 },
    HeaderPhrase { "core function", ColumnRole::Sections, 3 }, HeaderPhrase { "section", ColumnRole::Sections, 3 }, HeaderPhrase { "domaine", ColumnRole::Sections, 3 },
    HeaderPhrase { "domaines", ColumnRole::Sections, 3 }, HeaderPhrase { "domain", ColumnRole::Sections, 3 }, HeaderPhrase { "axe", ColumnRole::Sections, 3 },
    HeaderPhrase { "axes", ColumnRole::Sections, 3 }, HeaderPhrase { "area", ColumnRole::Sections, 2 }, HeaderPhrase { "thematic area", ColumnRole::Sections, 3 },
    HeaderPhrase { "thematique", ColumnRole::Sections, 3 }, HeaderPhrase { "theme", ColumnRole::Sections, 2 }, HeaderPhrase { "themes", ColumnRole::Sections, 2 },
    HeaderPhrase { "volet", ColumnRole::Sections, 3 }, HeaderPhrase { "composante", ColumnRole::Sections, 3 }, HeaderPhrase { "pilier", ColumnRole::Sections, 3 },
    HeaderPhrase { "pillar", ColumnRole::Sections, 3 }, HeaderPhrase { "objectif", ColumnRole::Sections, 1 }, HeaderPhrase { "objectifs", ColumnRole::Sections, 1 },
    HeaderPhrase { "objective", ColumnRole::Sections, 1 }, HeaderPhrase { "objectives", ColumnRole::Sections, 1 }, HeaderPhrase { "rubrique", ColumnRole::Sections, 3 },
    HeaderPhrase { "topic", ColumnRole::Sections, 2 }, HeaderPhrase { "sujet", ColumnRole::Sections, 2 }, HeaderPhrase { "sujets", ColumnRole::Sections, 2 },
    HeaderPhrase { "identifiant", ColumnRole::RowId, 4 }, HeaderPhrase { "row identifier", ColumnRole::RowId, 4 },
    HeaderPhrase { "indicateur", ColumnRole::Ignored, 3 }, HeaderPhrase { "indicateurs", ColumnRole::Ignored, 3 }, HeaderPhrase { "indicator", ColumnRole::Ignored, 3 },
    HeaderPhrase { "indicators", ColumnRole::Ignored, 3 }, HeaderPhrase { "budget", ColumnRole::Ignored, 3 }, HeaderPhrase { "cout", ColumnRole::Ignored, 3 },
    HeaderPhrase { "cost", ColumnRole::Ignored, 3 }, HeaderPhrase { "resultat", ColumnRole::Ignored, 2 }, HeaderPhrase { "resultats", ColumnRole::Ignored, 2 },
    HeaderPhrase { "results", ColumnRole::Ignored, 2 }, HeaderPhrase { "appui", ColumnRole::Ignored, 1 }, HeaderPhrase { "support", ColumnRole::Ignored, 1 },
    HeaderPhrase { "date de debut", ColumnRole::Ignored, 3 }, HeaderPhrase { "start date", ColumnRole::Ignored, 3 }, HeaderPhrase { "debut", ColumnRole::Ignored, 2 },
    HeaderPhrase { "start", ColumnRole::Ignored, 2 }, HeaderPhrase { "end date", ColumnRole::Deadline, 3 }, HeaderPhrase { "date de fin", ColumnRole::Deadline, 3 },
    HeaderPhrase { "moyens", ColumnRole::Ignored, 2 }, HeaderPhrase { "ressources", ColumnRole::Ignored, 2 }, HeaderPhrase { "sources de verification", ColumnRole::Ignored, 3 },
    HeaderPhrase { "lieu", ColumnRole::Ignored, 2 }, HeaderPhrase { "zone", ColumnRole::Ignored, 2 }, HeaderPhrase { "location", ColumnRole::Ignored, 2 },
};

} // namespace toguna::actions
