#pragma once
/// What the pages of an import show: the file is chosen, what was understood is looked at and corrected, the plan is written.

#include "actions/import_store.hpp"
#include "bodies/pages.hpp"
#include "web/field.hpp"
#include "web/layout.hpp"
#include "web/parts.hpp"
#include "web/router.hpp"

namespace toguna::actions {

struct ImportLine {
    std::string path;
    std::string name; ///< of the file
    std::string detail;
    bool undone = false;
};

struct UploadView {
    bodies::Rooms rooms;
    std::string body;
    SafeHtml errors;
    web::FileField file;
    web::TextArea pasted;
    web::TextField year;
    std::vector<ImportLine> imports; ///< the latest
};

/// A doubt of the reader; with a field where the page can settle it at once.
struct DoubtLine {
    std::string place;
    std::string message;
    std::string row = {}; ///< of the action to correct; empty when there is none
    std::optional<web::TextField> deadline = {};
};

struct NameLine {
    std::string name;
    std::string hint; ///< « Peut-être : UNICEF, UNFPA »
    web::TextField field;
};

struct DraftGap {
    std::string id;
    std::string text;
};

/// One line of the table: a section, or an action with the gaps it answers to (named on the first line that has them).
struct DraftRow {
    std::string section = {};
    std::string section_id = {};
    std::vector<DraftGap> gaps = {};
    int gap_rows = 1;        ///< lines that the gaps stand beside; 0: they stand above
    std::string action = {}; ///< empty: the gap has none
    std::string action_id = {};
    std::string due = {};
    std::string responsible = {};
    web::Tag change = {};
    bool lacks_due = false;
};

struct ChangedLine {
    std::string reference;
    std::string text;
    std::vector<std::string> differences; ///< « Échéance : août 2026 → septembre 2026 »
};

struct DraftView {
    std::string id;
    std::string body;
    std::string file;
    std::string sentence;
    std::string target;      ///< what saving will do
    std::string save_words;  ///< « Enregistrer dans le plan 2026 »
    bool nothing_new = false;
    std::string signature;
    SafeHtml errors;
    SafeHtml once;
    std::vector<DoubtLine> doubts;
    std::vector<NameLine> names;
    std::vector<ChangedLine> changed;
    bool compares = false; ///< the plan exists: each row says whether it is new
    std::vector<DraftRow> rows;
    SafeHtml pages;
};

struct DraftRowView {
    std::string draft;
    std::string row;
    std::string place;
    SafeHtml errors;
    web::TextArea text;
    std::optional<web::TextField> deadline;
    std::optional<web::TextArea> responsible;
    std::optional<web::SelectField> section;
    std::optional<web::SelectField> core_function;
    std::string leave_out;       ///< words of the button; empty: the row cannot be left out
    bool may_join = false;
    bool may_become_gap = false; ///< a section taken for one by mistake
};

struct ImportView {
    std::string id;
    std::string plan;
    std::string plan_title;
    web::Definitions definitions;
    bool undone = false;
    bool may_undo = false;
    std::vector<std::string> kept; ///< after an undo: what was not taken back
};

/// The rows of the preview, section by section, as the plan looks.
std::vector<DraftRow> draft_rows(ImportedPlan const& plan, ImportPreview const& preview, web::Localization const& language);
std::vector<ChangedLine> changed_lines(ImportPreview const& preview, web::Localization const& language);

/// What was typed and refused, for the draft's page to show again.
struct RefusedCorrections {
    Error error;
    web::Fields typed = {};
};
Result<web::Reply> draft_page(web::Request const& request, web::Context& context, ImportDraftId const& id, RefusedCorrections const* refused);

/// « Accueil › Instances › NUT › Plans ».
std::vector<web::Crumb> import_trail(web::Context const& context, bodies::Body const& body);
/// The day in the country of the body.
Result<Date> today_of(db::Reader const& db, web::Context const& context, bodies::BodyId const& body);
/// Finders of the body that a right is asked on.
Result<std::string> body_of_draft_in_path(db::Reader const& db, web::Request const& request);
Result<std::string> body_of_import_in_path(db::Reader const& db, web::Request const& request);

std::vector<web::Route> upload_routes();
std::vector<web::Route> draft_routes();
std::vector<web::Route> draft_row_routes();
std::vector<web::Route> import_result_routes();
std::vector<web::Route> import_routes();

} // namespace toguna::actions
