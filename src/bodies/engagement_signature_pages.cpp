#include "bodies/engagement_pages.hpp"
#include "bodies/engagement_step.html.hpp"
#include "bodies/rights_store.hpp"
#include "documents/file_pages.hpp"
#include "journal/store.hpp"
#include "people/normalise.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

#include <functional>

namespace toguna::bodies {

namespace {

using documents::AcceptedFile;

/// A page with one step: its fields are added by the caller.
Result<web::Reply> step_page(web::Request const& request, web::Context& context, std::string_view step, Text const& title, Error const* error,
    std::function<void(EngagementStepView&, OpenedEngagement const&)> const& fill)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const opened = TRY(open_engagement(reader, request, context));
        EngagementStepView view;
        view.rooms = rooms_of(context, reader, opened.body, Room::Mandates);
        view.action = opened.path() + "/" + std::string(step);
        view.cancel = opened.path();
        view.version = std::to_string(opened.engagement().version);
        view.errors = error ? web::error_summary(context, *error) : SafeHtml();
        view.once = web::once_field(context);
        fill(view, opened);
        return web::page(context, { context.language(title), engagement_trail(context, opened.body, &opened), "/bodies", html::engagement_step(view, context.templates()), error != nullptr },
            status_of_form(error));
    });
}

web::FieldFrame frame(std::string name, std::string label, std::string hint, Error const* error, web::Localization const& language, bool optional = false)
{
    return { name, std::move(label), std::move(hint), error ? web::message_for(error->fields, name, language) : "", optional };
}

web::FileField scan_field(Error const* error, web::Localization const& language, bool optional)
{
    return { frame("scan", language.t("Scan of the signed letter"), language.t("PDF, picture or document, 20 MB at most. Its SHA-256 is shown, so that both sides can check their copy."), error, language, optional),
        std::string(documents::accepted_extensions) };
}

Result<web::Reply> signature_page(web::Request const& request, web::Context& context, SignatureForm const& form, Error const* error)
{
    auto const& language = context.language;
    return step_page(request, context, "signature", tr("Record the signature"), error, [&](EngagementStepView& view, OpenedEngagement const& opened) {
        view.lead = language(tr("Once signed, the letter of {organization} no longer changes, and the mandate it backs has its powers until the last day you write here.",
            { { "organization", opened.named.organization } }));
        view.button = language.t("Sign");
        view.fields.push_back(web::date_field(frame("signed_on", language.t("Signed on"), language.t("Empty: today."), error, language, true), form.signed_on, language));
        view.fields.push_back(web::date_field(frame("valid_until", language.t("Valid until"), language.t("The last day still counts."), error, language), form.valid_until, language));
        view.files.push_back(scan_field(error, language, true));
    });
}

Result<web::Reply> show_signature(web::Request const& request, web::Context& context) { return signature_page(request, context, {}, nullptr); }

Result<void> keep_scan(db::Transaction& tx, OpenedEngagement const& opened, AcceptedFile const& scan, web::Context const& context)
{
    auto const file = TRY(documents::insert_file(tx, scan, opened.body.id.text(), journal::actor_of(context), context.now, context.chance));
    TRY(insert_scan(tx, opened.engagement().id, file.id));
    auto const facts = boost::json::serialize(boost::json::object { { "file", file.id.text() }, { "sha256", file.sha256 } });
    TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.engagement_scanned", opened.engagement().id.text(), opened.body.id.text(), {}, facts }, context.now, context.chance));
    return {};
}

Result<web::Reply> sign(db::Transaction& tx, web::Request const& request, web::Context& context, SignatureForm const& form, std::optional<AcceptedFile> const& scan)
{
    auto const opened = TRY(open_engagement(tx, request, context));
    TRY(context.require(tx, manage_mandates, opened.body.id.text()));
    auto const& before = opened.engagement();
    if (before.signed_on)
        return fail(ErrorKind::Conflict, tr("This letter is signed already."));
    auto const after = TRY(form.value(before, opened.today));
    TRY(update_engagement(tx, after));
    TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.engagement_signed", after.id.text(), opened.body.id.text(), engagement_facts(before), engagement_facts(after) }, context.now,
        context.chance));
    if (scan)
        TRY(keep_scan(tx, opened, *scan, context));
    return web::see_other(opened.path());
}

Result<web::Reply> create_signature(web::Request const& request, web::Context& context)
{
    auto const form = SignatureForm::decode(request);
    auto const scan = documents::uploaded_file(request, "scan");
    if (!scan)
        return signature_page(request, context, form, &scan.error());
    auto const saved = context.db.write([&](db::Transaction& tx) { return web::once(tx, request, context, [&] { return sign(tx, request, context, form, *scan); }); });
    if (!saved && is_about_form(saved.error()))
        return signature_page(request, context, form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The letter is signed. Reminders go out 60, 30 and 7 days before its end."));
}

Result<web::Reply> scan_page(web::Request const& request, web::Context& context, Error const* error)
{
    auto const& language = context.language;
    return step_page(request, context, "scans", tr("Add a scan"), error, [&](EngagementStepView& view, OpenedEngagement const&) {
        view.lead = language.t("Scans are added beside each other; none is replaced.");
        view.button = language.t("Keep the scan");
        view.files.push_back(scan_field(error, language, false));
    });
}

Result<web::Reply> show_scan_form(web::Request const& request, web::Context& context) { return scan_page(request, context, nullptr); }

Result<web::Reply> create_scan(web::Request const& request, web::Context& context)
{
    auto const scan = documents::uploaded_file(request, "scan");
    if (!scan)
        return scan_page(request, context, &scan.error());
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            auto const opened = TRY(open_engagement(tx, request, context));
            TRY(context.require(tx, manage_mandates, opened.body.id.text()));
            if (!*scan)
                return fail(Error { ErrorKind::Invalid, tr("This file was not taken."), { { "scan", tr("Choose the file of the scan.") } }, {} });
            if (!opened.engagement().signed_on)
                return fail(ErrorKind::Conflict, tr("This letter is not signed yet: record the signature, with its scan."));
            TRY(keep_scan(tx, opened, **scan, context));
            return web::see_other(opened.path());
        });
    });
    if (!saved && is_about_form(saved.error()))
        return scan_page(request, context, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The scan was kept."));
}

Result<web::Reply> termination_page(web::Request const& request, web::Context& context, TerminationForm const& form, Error const* error)
{
    auto const& language = context.language;
    return step_page(request, context, "termination", tr("End the letter early"), error, [&](EngagementStepView& view, OpenedEngagement const&) {
        view.lead = language.t("The powers of the mandate it backs stop after this day; reading stays.");
        view.button = language.t("End it early");
        view.fields.push_back(web::date_field(frame("terminated_on", language.t("Last day"), language.t("Empty: today."), error, language, true), form.terminated_on, language));
        view.texts.push_back({ frame("reason", language.t("Reason"), {}, error, language), form.reason, 3 });
    });
}

Result<web::Reply> show_termination(web::Request const& request, web::Context& context) { return termination_page(request, context, {}, nullptr); }

Result<web::Reply> create_termination(web::Request const& request, web::Context& context)
{
    auto const form = TerminationForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            auto const opened = TRY(open_engagement(tx, request, context));
            TRY(context.require(tx, manage_mandates, opened.body.id.text()));
            auto const& before = opened.engagement();
            if (before.terminated_on)
                return fail(ErrorKind::Conflict, tr("This letter has ended already."));
            auto const after = TRY(form.value(before, opened.today));
            TRY(update_engagement(tx, after));
            auto const facts = boost::json::serialize(boost::json::object { { "terminated_on", after.terminated_on->to_iso() }, { "reason", people::tidy(form.reason) } });
            TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.engagement_terminated", after.id.text(), opened.body.id.text(), engagement_facts(before), facts }, context.now,
                context.chance));
            return web::see_other(opened.path());
        });
    });
    if (!saved && is_about_form(saved.error()))
        return termination_page(request, context, form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The letter ends early; the powers of its mandate end with it."));
}

/// S0-64: a new draft that names the former, with the same parties and the same commitments, open again.
Result<web::Reply> create_renewal(web::Request const& request, web::Context& context)
{
    auto const id = context.new_id<EngagementId>();
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            auto const opened = TRY(open_engagement(tx, request, context));
            TRY(context.require(tx, manage_mandates, opened.body.id.text()));
            auto const& former = opened.engagement();
            if (!former.signed_on)
                return fail(ErrorKind::Conflict, tr("This letter is not signed yet: change it instead of renewing it."));
            Engagement renewal { id, former.body, former.kind, former.mandate, former.organization, former.lead_agency, former.dedicated_person, former.time_share };
            renewal.previous = former.id;
            TRY(insert_engagement(tx, renewal));
            auto commitments = TRY(list_commitments(tx, former.id, opened.today));
            for (auto& commitment : commitments)
                commitment = { context.new_id<CommitmentId>(), id, commitment.side, commitment.subject, commitment.text };
            TRY(replace_commitments(tx, renewal, commitments));
            TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.engagement_renewed", id.text(), opened.body.id.text(), {}, engagement_facts(renewal) }, context.now, context.chance));
            return web::see_other(engagements_path(opened.body.id) + "/" + id.text());
        });
    });
    return web::with_notice(request, context, TRY(saved), tr("The renewal is a draft with the same commitments. Change what must change, then record its signature."));
}

} // namespace

std::vector<web::Route> engagement_signature_routes()
{
    using enum web::Method;
    auto const managers = web::by_right(manage_mandates, body_in_path);
    return {
        { Get, "/bodies/:body/engagements/:engagement/signature", show_signature, managers },
        { Post, "/bodies/:body/engagements/:engagement/signature", create_signature, managers },
        { Get, "/bodies/:body/engagements/:engagement/scans", show_scan_form, managers },
        { Post, "/bodies/:body/engagements/:engagement/scans", create_scan, managers },
        { Get, "/bodies/:body/engagements/:engagement/termination", show_termination, managers },
        { Post, "/bodies/:body/engagements/:engagement/termination", create_termination, managers },
        { Post, "/bodies/:body/engagements/:engagement/renewal", create_renewal, managers },
    };
}

} // namespace toguna::bodies
