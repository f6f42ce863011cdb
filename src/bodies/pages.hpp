#pragma once
/// What the pages of bodies show, and the rooms that every page of a body has on top.

#include "bodies/forms.hpp"
#include "bodies/mandate_store.hpp"
#include "bodies/membership_store.hpp"
#include "web/field.hpp"
#include "web/layout.hpp"
#include "web/parts.hpp"
#include "web/router.hpp"

namespace toguna::bodies {

/// The rooms in their order (ux.md); those that do not exist yet are not shown. Later features add theirs here.
enum class Room { Overview, Actions, Reminders, Members, Journal };

struct RoomLink {
    std::string name;
    std::string path;
    bool is_current = false;
};
using Rooms = std::vector<RoomLink>;

/// Aperçu · Actions · Rappels · Membres · Journal, as far as the visitor may enter. `bodies::html::rooms` writes them.
Rooms rooms_of(web::Context const& context, db::Reader const& reader, Body const& body, Room current);

/// « Accueil › Instances › CSA ».
std::vector<web::Crumb> trail_of(web::Context const& context, Body const& body);

struct BodyRow {
    std::string id;
    std::string name;
    std::string acronym;
    std::string kind;
    std::string code;
};

struct BodiesView {
    web::TextField search;
    std::vector<BodyRow> rows;
    std::int64_t total = 0;
    bool may_add = false;
    SafeHtml pages;
    web::EmptyState empty;
};

/// A membership or a mandate in a list.
struct MemberRow {
    std::string id;
    std::string name;         ///< of the person, or of the organisation
    std::string organization; ///< empty when `name` is the organisation's
    std::string role;         ///< of a mandate, or the status of a membership
    std::string period;
    bool is_over = false;
    bool may_end = false;
};

struct BodyView {
    std::string id;
    Rooms rooms;
    web::Definitions definitions;
    std::vector<MemberRow> coordination;
    std::int64_t members = 0; ///< organisations
    bool may_edit = false;
    bool may_manage_members = false;
};

struct BodyFormView {
    std::string action;
    std::string cancel;
    std::string version;
    SafeHtml errors;
    SafeHtml once;
    web::TextField name;
    web::TextField acronym;
    web::TextField code;
    web::SelectField kind;
    web::SelectField country;
    web::SelectField parent;
    web::ChoiceField quiet_weekdays;
};

MemberRow member_row(web::Localization const& language, NamedMembership const& named, Date today);
MemberRow mandate_row(web::Localization const& language, NamedMandate const& named, Date today);

std::vector<web::Route> body_routes();
std::vector<web::Route> member_routes();

} // namespace toguna::bodies
