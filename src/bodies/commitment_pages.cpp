#include "bodies/commitment_assessment.html.hpp"
#include "bodies/commitments.html.hpp"
#include "bodies/engagement_pages.hpp"
#include "bodies/rights_store.hpp"
#include "documents/file_pages.hpp"
#include "journal/store.hpp"
#include "people/forms.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

namespace toguna::bodies {

namespace {

std::vector<CommitmentLine> usual_lines(EngagementKind kind, web::Localization const& language)
{
    std::vector<CommitmentLine> lines;
    for (auto const& usual : usual_commitments(kind))
        lines.push_back({ {}, std::string(name_of(usual.side)), std::string(name_of(usual.subject)), language(usual.text) });
    return lines;
}

std::vector<web::Option> subject_options(web::Localization const& language)
{
    std::vector<web::Option> options;
    for (auto const subject : commitment_subjects())
        options.push_back({ std::string(name_of(subject)), language(label_of(subject)) });
    return options;
}

CommitmentLineView line_view(CommitmentLine const& line, std::size_t place, Error const* error, web::Localization const& language)
{
    auto const number = std::to_string(place);
    auto const subject = commitment_subject_from(line.subject).value_or(CommitmentSubject::Other);
    CommitmentLineView view { number, line.id, line.side, std::string(name_of(subject)), line.is_kept, line.is_new, language(label_of(subject)), {}, {} };
    view.text = { { "text_" + number, line.is_new ? language.t("Another commitment") : language(tr("Words of the commitment: {subject}", { { "subject", view.label } })), {},
                      error ? web::message_for(error->fields, "text_" + number, language) : "", line.is_new }, line.text, 3 };
    if (line.is_new)
        view.subject = { { "subject_" + number, language.t("Another commitment is about") }, subject_options(language), line.subject };
    return view;
}

Result<web::Reply> commitments_page(web::Request const& request, web::Context& context, CommitmentsForm const* typed, Error const* error)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const opened = TRY(open_engagement(reader, request, context));
        auto const& engagement = opened.engagement();
        if (engagement.signed_on)
            return fail(ErrorKind::Conflict, tr("This letter is signed: what was signed stays. Renew it to change the commitments."));
        auto const form = typed ? *typed : CommitmentsForm::encode(engagement, TRY(list_commitments(reader, engagement.id, opened.today)), usual_lines(engagement.kind, context.file_language));
        CommitmentsView view;
        view.rooms = rooms_of(context, reader, opened.body, Room::Mandates);
        view.action = opened.path() + "/commitments";
        view.cancel = opened.path();
        view.version = form.version;
        view.errors = error ? web::error_summary(context, *error) : SafeHtml();
        view.once = web::once_field(context);
        for (auto const side : commitment_sides()) {
            view.groups.push_back({ language(label_of(side, engagement.kind)), {} });
            for (std::size_t place = 0; place < form.lines.size(); ++place)
                if (form.lines[place].side == name_of(side))
                    view.groups.back().lines.push_back(line_view(form.lines[place], place, error, language));
        }
        return web::page(context, { language.t("Choose the commitments"), engagement_trail(context, opened.body, &opened), "/bodies", html::commitments(view, context.templates()), error != nullptr },
            status_of_form(error));
    });
}

Result<web::Reply> edit_commitments(web::Request const& request, web::Context& context) { return commitments_page(request, context, nullptr, nullptr); }

std::string side_facts(std::vector<Commitment> const& commitments)
{
    boost::json::object facts;
    for (auto const side : commitment_sides())
        facts[name_of(side)] = figures_of(commitments, side).total();
    return boost::json::serialize(facts);
}

Result<web::Reply> change_commitments(web::Request const& request, web::Context& context)
{
    auto const form = CommitmentsForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            auto const opened = TRY(open_engagement(tx, request, context));
            TRY(context.require(tx, manage_mandates, opened.body.id.text()));
            auto engagement = opened.engagement();
            auto const before = TRY(list_commitments(tx, engagement.id, opened.today));
            auto const after = TRY(form.value(engagement.id, before, [&] { return context.new_id<CommitmentId>(); }));
            // The version of the letter guards its commitments too: two people do not overwrite each other.
            engagement.version = people::read_version(form.version);
            TRY(replace_commitments(tx, engagement, after));
            TRY(update_engagement(tx, engagement));
            TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.commitments_changed", engagement.id.text(), opened.body.id.text(), side_facts(before), side_facts(after) }, context.now,
                context.chance));
            return web::see_other(opened.path());
        });
    });
    if (!saved && is_about_form(saved.error()))
        return commitments_page(request, context, &form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The commitments were saved."));
}

Result<web::Reply> assessment_page(web::Request const& request, web::Context& context, AssessmentForm const* typed, Error const* error)
{
    auto const id = TRY(request.id<CommitmentId>("commitment"));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const opened = TRY(open_engagement(reader, request, context));
        auto const commitment = TRY(find_commitment(reader, opened.engagement().id, id, opened.today));
        auto const form = typed ? *typed : AssessmentForm { std::string(name_of(commitment.state())), {}, {} };
        auto const frame = [&](std::string name, std::string label, std::string hint, bool optional) {
            return web::FieldFrame { name, std::move(label), std::move(hint), error ? web::message_for(error->fields, name, language) : "", optional };
        };
        AssessmentView view;
        view.rooms = rooms_of(context, reader, opened.body, Room::Mandates);
        view.action = opened.path() + "/commitments/" + id.text();
        view.cancel = opened.path();
        view.text = commitment.text;
        view.errors = error ? web::error_summary(context, *error) : SafeHtml();
        view.once = web::once_field(context);
        std::vector<web::Option> states;
        for (auto const state : commitment_states())
            states.push_back({ std::string(name_of(state)), language(label_of(state, commitment.subject)) });
        view.state = { frame("state", language.t("State"), {}, false), std::move(states), { form.state } };
        view.evidence = { frame("evidence", language.t("What shows it"), language.t("For example the minutes of a meeting, a mission, a report."), true), form.evidence, 3 };
        view.stated_on = web::date_field(frame("stated_on", language.t("Seen on"), language.t("Empty: today."), true), form.stated_on, language);
        view.file = { frame("file", language.t("File"), language.t("PDF, picture or document, 20 MB at most."), true), std::string(documents::accepted_extensions) };
        return web::page(context, { language.t("What became of this commitment"), engagement_trail(context, opened.body, &opened), "/bodies",
                                      html::commitment_assessment(view, context.templates()), error != nullptr }, status_of_form(error));
    });
}

Result<web::Reply> show_assessment(web::Request const& request, web::Context& context) { return assessment_page(request, context, nullptr, nullptr); }

/// The journal says who stated it, and of which side the commitment is.
std::string assessment_facts(Commitment const& commitment, Assessment const& assessment)
{
    boost::json::object facts { { "side", name_of(commitment.side) }, { "state", name_of(assessment.state) }, { "on", assessment.stated_on.to_iso() } };
    if (assessment.file)
        facts["file"] = assessment.file->text();
    return boost::json::serialize(facts);
}

Result<web::Reply> state(db::Transaction& tx, web::Request const& request, web::Context& context, AssessmentForm const& form, std::optional<documents::AcceptedFile> const& file)
{
    auto const opened = TRY(open_engagement(tx, request, context));
    TRY(context.require(tx, edit_plan, opened.body.id.text()));
    auto const commitment = TRY(find_commitment(tx, opened.engagement().id, TRY(request.id<CommitmentId>("commitment")), opened.today));
    auto assessment = TRY(form.value(context.new_id<AssessmentId>(), opened.today));
    assessment.recorded_by = context.visitor ? context.visitor->person : "";
    if (file)
        assessment.file = TRY(documents::insert_file(tx, *file, opened.body.id.text(), journal::actor_of(context), context.now, context.chance)).id;
    TRY(insert_assessment(tx, opened.engagement(), commitment.id, assessment, opened.today, context.now));
    TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.commitment_assessed", commitment.id.text(), opened.body.id.text(), {}, assessment_facts(commitment, assessment) },
        context.now, context.chance));
    return web::see_other(opened.path());
}

Result<web::Reply> create_assessment(web::Request const& request, web::Context& context)
{
    auto const form = AssessmentForm::decode(request);
    auto const file = documents::uploaded_file(request, "file");
    if (!file)
        return assessment_page(request, context, &form, &file.error());
    auto const saved = context.db.write([&](db::Transaction& tx) { return web::once(tx, request, context, [&] { return state(tx, request, context, form, *file); }); });
    if (!saved && is_about_form(saved.error()))
        return assessment_page(request, context, &form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("What you stated was kept beside what was stated before."));
}

} // namespace

std::vector<web::Route> commitment_routes()
{
    using enum web::Method;
    auto const managers = web::by_right(manage_mandates, body_in_path);
    auto const workers = web::by_right(edit_plan, body_in_path);
    return {
        { Get, "/bodies/:body/engagements/:engagement/commitments", edit_commitments, managers },
        { Post, "/bodies/:body/engagements/:engagement/commitments", change_commitments, managers },
        { Get, "/bodies/:body/engagements/:engagement/commitments/:commitment", show_assessment, workers },
        { Post, "/bodies/:body/engagements/:engagement/commitments/:commitment", create_assessment, workers },
    };
}

} // namespace toguna::bodies
