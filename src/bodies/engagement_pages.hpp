#pragma once
/// What the pages of engagement letters show.

#include "bodies/commitment_store.hpp"
#include "bodies/engagement_forms.hpp"
#include "bodies/engagement_store.hpp"
#include "bodies/pages.hpp"

namespace toguna::bodies {

struct EngagementRow {
    std::string path;
    std::string organization;
    std::string kind;
    std::string mandate;     ///< « Co-coordination – Awa Sanou », or empty
    web::Tag state;
    std::string period;      ///< empty while it is a draft
    std::string kept;        ///< « 5 sur 12 », or empty without commitments
    std::vector<std::string> warnings; ///< S0-25, of letters in force
};

struct EngagementsView {
    std::string body;
    Rooms rooms;
    std::vector<EngagementRow> rows;
    web::TextField as_of;
    std::string state;       ///< « État au 23 novembre 2026 »
    bool is_past = false;
    bool may_manage = false;
    web::EmptyState empty;
};

struct CommitmentRow {
    std::string path;        ///< of the page that states what became of it; empty without the right
    std::string subject;
    std::string text;
    web::Tag state;
    std::string evidence;
    std::string stated_on;   ///< empty when nothing was stated
    std::string file_path;   ///< empty without a file, or without the right to see it
};

struct CommitmentSideView {
    std::string title;
    std::string caption;     ///< « 3 tenus sur 8 »
    std::vector<CommitmentRow> rows;
    CommitmentFigures figures;
};

struct ScanRow {
    std::string path;
    std::string name;
    std::string size;
    std::string added;
    std::string sha256;
};

struct EngagementView {
    std::string path;
    std::string body;
    Rooms rooms;
    std::string state_line;  ///< « État au 23 novembre 2026 », of a past day
    std::vector<std::string> warnings;
    web::Definitions definitions;
    std::vector<CommitmentSideView> sides;
    bool has_commitments = false;
    std::vector<ScanRow> scans;
    std::int64_t scan_count = 0;
    web::TextField as_of;
    SafeHtml once;
    bool is_draft = false;
    bool may_manage = false;
    bool may_see_files = false;
    bool may_terminate = false;
    bool may_renew = false;
};

struct EngagementFormView {
    Rooms rooms;
    std::string action;
    std::string cancel;
    std::string version;
    bool is_new = false;
    SafeHtml errors;
    SafeHtml once;
    web::SelectField kind;
    web::SelectField mandate;
    web::SelectField organization;
    web::SelectField lead_agency;
    web::SelectField dedicated_person;
    web::TextField time_share;
};

/// Signing, ending early, adding a scan: a few fields and one button.
struct EngagementStepView {
    Rooms rooms;
    std::string action;
    std::string cancel;
    std::string version;
    std::string lead;        ///< what will happen
    std::string button;
    SafeHtml errors;
    SafeHtml once;
    std::vector<web::TextField> fields = {};
    std::vector<web::TextArea> texts = {};
    std::vector<web::FileField> files = {};
};

struct CommitmentLineView {
    std::string number;
    std::string id;
    std::string side;
    std::string subject_name;
    bool is_kept = false;
    bool is_new = false;
    std::string label;       ///< for the check box
    web::TextArea text;
    web::SelectField subject; ///< of an empty line
};
struct CommitmentGroupView {
    std::string title;
    std::vector<CommitmentLineView> lines;
};
struct CommitmentsView {
    Rooms rooms;
    std::string action;
    std::string cancel;
    std::string version;
    SafeHtml errors;
    SafeHtml once;
    std::vector<CommitmentGroupView> groups;
};

struct AssessmentView {
    Rooms rooms;
    std::string action;
    std::string cancel;
    std::string text;
    SafeHtml errors;
    SafeHtml once;
    web::ChoiceField state;
    web::TextArea evidence;
    web::TextField stated_on;
    web::FileField file;
};

/// The letter that an address names, with what every page of it needs. NotFound when it belongs to another body.
struct OpenedEngagement {
    Body body;
    NamedEngagement named;
    Date today; ///< in the body's country

    Engagement const& engagement() const { return named.engagement; }
    std::string path() const { return "/bodies/" + body.id.text() + "/engagements/" + engagement().id.text(); }
};
Result<OpenedEngagement> open_engagement(db::Reader const& db, web::Request const& request, web::Context const& context);

/// « Accueil › Instances › CSA › Engagements », and the letter itself for its inner pages.
std::vector<web::Crumb> engagement_trail(web::Context const& context, Body const& body, OpenedEngagement const* opened = nullptr);
std::string engagements_path(BodyId const& body);

/// Names no person: ids, days, states. For the journal.
std::string engagement_facts(Engagement const& engagement);

web::Tag tag_of(EngagementState state, web::Localization const& language);
/// « Co-coordination – Awa Sanou »; empty when the letter backs no mandate.
std::string mandate_in_words(NamedEngagement const& named, web::Localization const& language);

/// 422 for what can be mended, 409 when somebody was faster, 200 without an error.
int status_of_form(Error const* error);
bool is_about_form(Error const& error);

std::vector<web::Route> engagement_routes();
std::vector<web::Route> engagement_edit_routes();
std::vector<web::Route> engagement_signature_routes();
std::vector<web::Route> commitment_routes();

} // namespace toguna::bodies
