#pragma once
/// What the pages of bodies show, and the rooms that every page of a body has on top.

#include "bodies/body_forms.hpp"
#include "bodies/mandate_store.hpp"
#include "bodies/membership_store.hpp"
#include "web/field.hpp"
#include "web/layout.hpp"
#include "web/parts.hpp"
#include "web/router.hpp"

namespace toguna::bodies {

/// The rooms in their order (ux.md); those that do not exist yet are not shown. Later features add theirs here.
enum class Room {
    Overview,
    Actions,
    Reminders,
    Members,
    Mandates,
    Referrals,
    Documents,
    Journal,
};

struct RoomLink {
    std::string name;
    std::string path;
    bool is_current = false;
};
using Rooms = std::vector<RoomLink>;

/// Aperçu · Actions · Rappels · Membres · Mandats · Documents · Journal, as far as the visitor may enter. `bodies::html::rooms` writes them.
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
    web::SelectField country; ///< without options: not asked
    bool is_filtered = false;
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

/// A link with a note beside it: a body below, a former body.
struct BodyLink {
    std::string path;
    std::string name;
    std::string note = {};
};

struct BodyView {
    std::string id;
    Rooms rooms;
    web::Tag state;                       ///< « activé »; empty when nothing is known
    std::vector<std::string> warnings;    ///< sentences: no lead agency, a review overdue, archived …
    std::string rest_proposal;            ///< a technical group that has not met for long; empty otherwise
    web::Definitions definitions;
    std::vector<MemberRow> coordination;
    std::vector<std::string> roles_to_fill; ///< that a body of this kind usually has, and nobody holds
    std::vector<BodyLink> below;
    std::vector<BodyLink> former;         ///< bodies it continues
    std::int64_t members = 0; ///< organisations
    bool has_plan = true;
    bool may_edit = false;
    bool may_administer = false;
    bool may_manage_members = false;
};

struct BodyFormView {
    std::string action;
    std::string cancel;
    std::string version;
    SafeHtml errors;
    SafeHtml once;
    web::SelectField kind;
    web::TextField name;
    web::TextField acronym;
    web::TextArea aliases;
    web::TextField code;
    web::SelectField country;
    web::SelectField sector;
    web::SelectField parent;
    web::SelectField reports_to;
    web::ChoiceField children; ///< without options: nothing to offer
    bool is_open = false;      ///< the questions that may wait are shown
    web::SelectField level;
    web::TextArea areas;
    web::SelectField crisis;
    web::TextArea purpose;
    web::TextField rhythm;
    web::TextField operational_since;
    web::TextField dormant_after;
    web::TextField public_slug;
    web::TextField public_contact;
    web::ChoiceField quiet_weekdays;
    web::TextArea quiet_days;
    web::TextField night_from;
    web::TextField night_until;
};

/// The kinds a new body may be of, each a link to its form.
struct BodyKindsView {
    std::vector<BodyLink> kinds;
};

struct ArchitectureView {
    SafeHtml errors;
    SafeHtml once;
    web::SelectField country;
    web::ChoiceField humanitarian;
    web::ChoiceField sectors;
    web::TextArea sub_clusters;
    web::TextArea working_groups;
    web::ChoiceField donors;
    web::TextArea thematic_groups;
};

/// Countries with their bodies: where an administrator begins.
struct CountryBodies {
    std::string code;
    std::string name;
    std::int64_t bodies = 0;
};
struct CountriesView {
    std::vector<CountryBodies> countries;
};

MemberRow member_row(web::Localization const& language, NamedMembership const& named, Date today);
MemberRow mandate_row(web::Localization const& language, NamedMandate const& named, Date today);

/// Every country as a choice, by its name in the reader's language; an empty choice first.
Result<std::vector<web::Option>> country_options(web::Context const& context, db::Reader const& reader);

/// Conflict for a body that goes on in another one: what it was is not changed any more.
Result<void> require_not_merged(Body const& body);

std::vector<web::Route> body_routes();
std::vector<web::Route> body_overview_routes();
std::vector<web::Route> body_form_routes();
std::vector<web::Route> life_routes();
std::vector<web::Route> charter_routes();
std::vector<web::Route> future_routes();
std::vector<web::Route> counterpart_routes();
std::vector<web::Route> crisis_routes();
std::vector<web::Route> public_routes();
std::vector<web::Route> organigram_routes();
std::vector<web::Route> architecture_routes();
std::vector<web::Route> member_routes();

} // namespace toguna::bodies
