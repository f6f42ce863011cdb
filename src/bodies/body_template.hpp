#pragma once
/// What each kind of body usually has: name, roles, rhythm, first charter, bodies below it. A proposal that people change.

#include "bodies/body.hpp"
#include "bodies/mandate.hpp"
#include "web/localization.hpp"

#include <span>
#include <string>
#include <vector>

namespace toguna::bodies {

/// A body that usually stands below one of that kind.
struct TemplateChild {
    BodyKind kind = BodyKind::TechnicalWorkingGroup;
    Text name;                ///< « Comité stratégique – Nutrition »
    std::string_view suffix;  ///< of its code: "COS"
    bool answers_to_troika = false; ///< its reporting line is the troïka beside it, where there is one (S4-12)
};

struct BodyTemplate {
    BodyKind kind = BodyKind::Cluster;
    Text name;                     ///< the usual pattern: « Cluster … »
    Text purpose;
    Text rhythm;                   ///< of its meetings
    Text mandate;                  ///< first text of the charter
    Text objectives;
    std::vector<MandateRole> roles = {};      ///< to fill first
    bool has_plan = true;                     ///< whether it works by an action plan: its room « Actions » is shown
    bool may_rest = false;                    ///< a technical group: dormant after a time without meeting (S1-56)
};

BodyTemplate template_of(BodyKind kind);
/// Offered as ticks when a body of that kind is created; `parent` is what their names say of it.
std::vector<TemplateChild> usual_children(BodyKind kind, std::string_view parent);

/// A body that is to be created with others: which of them it is part of, and answers to, by their places in the list.
struct PlannedBody {
    BodyKind kind = BodyKind::Cluster;
    std::string name;
    std::string acronym = {};
    std::string code;
    std::string sector = {};
    std::optional<std::size_t> parent = {};
    std::optional<std::size_t> reports_to = {};
    std::string purpose = {}; ///< those of its template
    std::string rhythm = {};
};

/// The chosen children below the first body of the list, whose name, acronym and code they take up. Places that no child has
/// are passed over.
std::vector<PlannedBody> with_children(PlannedBody parent, std::span<std::size_t const> chosen, web::Localization const& language);

/// `wanted`, shortened and numbered until no other body has it.
std::string free_code(std::string_view wanted, std::span<std::string const> taken);

} // namespace toguna::bodies
