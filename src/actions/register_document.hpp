#pragma once
/// A view of the register on paper and in a workbook: the same rows and figures as the page.

#include "actions/plan_document.hpp"

#include <map>

namespace toguna::actions {

struct RegisterHeading {
    std::string title;      ///< « Actions », « Mes actions »
    std::string subtitle;   ///< which rows were asked for
    std::string author;
    Date as_of;
    Instant created;
    std::map<bodies::BodyId, std::string> body_names; ///< short ones
};

formats::Document register_document(std::vector<ActionPoint> const& actions, RegisterHeading const& heading, web::Localization const& language);

/// The row ids of a plan's workbook in a hidden column: a row that comes back is recognised as the same action.
formats::Workbook register_workbook(std::vector<ActionPoint> const& actions, RegisterHeading const& heading, web::Localization const& language);

/// « 12 actions : 3 closes, 2 en retard, 1 à confirmer ; taux d’exécution 45 % »
std::string figures_sentence(PlanFigures const& figures, web::Localization const& language);

} // namespace toguna::actions
