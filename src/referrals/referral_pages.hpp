#pragma once
/// What the pages of referrals show: the list of a body, the form that opens one, one with its history.

#include "bodies/pages.hpp"
#include "people/chooser_pages.hpp"
#include "referrals/referral_forms.hpp"
#include "referrals/referral_store.hpp"

namespace toguna::referrals {

struct ListLink {
    std::string name;
    std::string path;
    bool is_current = false;
};

struct ReferralRow {
    std::string path;
    std::string reference;
    std::string title;
    std::string kind;
    web::Tag state;
    std::string responsible;
    std::string due;
    bool is_late = false;
};

struct ReferralsView {
    std::string id;
    bodies::Rooms rooms;
    web::TextField as_of;
    std::string kind;  ///< chosen, carried on by the form of the day
    std::string state;
    std::vector<ListLink> kinds;
    std::vector<ListLink> states;
    std::vector<ListLink> openings; ///< what this visitor may open here
    std::string caption;
    std::vector<ReferralRow> rows;
    SafeHtml pages;
    std::string export_path;
    web::EmptyState empty;
};

struct OpeningView {
    std::string id;
    bodies::Rooms rooms;
    SafeHtml errors;
    SafeHtml once;
    std::string kind;
    std::string lead; ///< what this kind is for
    web::TextField title;
    web::TextArea text;
    web::ChoiceField topic;      ///< without options: not asked
    web::TextField origin;       ///< without a name: not asked
    web::TextField area;
    people::ChooserField partner;
    web::TextField due_on;
};

struct ReferralView {
    std::string id;
    std::string referral;
    bodies::Rooms rooms;
    SafeHtml errors;
    SafeHtml once;
    web::Tag state;
    std::string kind;
    SafeHtml text;
    web::Definitions definitions;
    std::vector<std::string> steps;
    std::vector<web::Definition> links;
    web::ChoiceField step;  ///< without options: nothing is for this visitor to do
    web::TextArea words;
    people::ChooserField responsible;
    web::TextField due_on;
    bool may_link = false;
    web::SelectField link_kind;
    web::TextField link_words;
    web::TextField link_address;
};

/// Late: its due day has passed and something is still waited for.
bool is_late(Referral const& referral, ReferralState state, Date day);
web::Tag tag_of(ReferralState state, web::Localization const& language);
std::string path_of(bodies::BodyId const& body);

/// Who the visitor is to this referral, and whether they may open one of that kind.
Result<Doer> doer_of(db::Reader const& db, web::Context const& context, Referral const& referral, Date today);
Result<void> require_may_open(db::Reader const& db, web::Context const& context, bodies::BodyId const& body, ReferralKind kind);

/// Tells those who keep the queue, or whoever asked; once for each step.
Result<void> tell_keepers(db::Transaction& tx, web::Context& context, bodies::Body const& body, ReferralId const& id, Date today);
Result<void> tell_asker(db::Transaction& tx, web::Context& context, bodies::Body const& body, ReferralId const& id);

std::string referral_facts(Referral const& referral);

std::vector<web::Route> list_routes();
std::vector<web::Route> opening_routes();
std::vector<web::Route> referral_routes();

} // namespace toguna::referrals
