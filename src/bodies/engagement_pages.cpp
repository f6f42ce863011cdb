#include "bodies/engagement_pages.hpp"

#include "bodies/as_of_forms.hpp"
#include "bodies/engagement.html.hpp"
#include "bodies/engagements.html.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "documents/file_pages.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

namespace toguna::bodies {

namespace {

std::string period_in_words(Engagement const& engagement, web::Localization const& language)
{
    auto const span = span_of(engagement);
    return span ? language(tr("from {start} to {end}", { { "start", span->from }, { "end", span->until } })) : std::string();
}

std::string kept_in_words(CommitmentFigures const& figures, web::Localization const& language)
{
    return figures.total() == 0 ? std::string() : language(tr("{kept} of {total}", { { "kept", figures.kept }, { "total", figures.total() } }));
}

std::vector<std::string> warnings_of(Engagement const& engagement, EngagementState state, web::Localization const& language)
{
    std::vector<std::string> warnings;
    if (state == EngagementState::Draft || state == EngagementState::Signed)
        for (auto const& warning : staffing_warnings(engagement))
            warnings.push_back(language(warning));
    return warnings;
}

Result<web::Reply> show_engagements(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const body = TRY(find_body(reader, id));
        auto const asked = AsOf::decode(request, web::local_date(context.now, TRY(time_zone_of(reader, body))));
        auto const figures = TRY(commitment_figures_of_body(reader, id, asked.day));
        EngagementsView view { .body = id.text(), .rooms = rooms_of(context, reader, body, Room::Mandates), .rows = {}, .as_of = asked.field(language), .state = asked.line(language),
            .is_past = asked.is_other_day, .may_manage = context.may(reader, manage_mandates, id.text()), .empty = {} };
        for (auto const& named : TRY(list_named_engagements(reader, id))) {
            // A draft is of today: on another day it was not there yet, or will be something else.
            if (asked.is_other_day && !named.is_signed_by(asked.day))
                continue;
            auto const state = named.state_on(asked.day);
            auto const found = figures.find(named.engagement.id);
            view.rows.push_back({ engagements_path(id) + "/" + named.engagement.id.text(), named.organization, language(label_of(named.engagement.kind)), mandate_in_words(named, language),
                tag_of(state, language), period_in_words(named.engagement, language), found == figures.end() || !named.is_signed_by(asked.day) ? "" : kept_in_words(found->second, language),
                warnings_of(named.engagement, state, language) });
        }
        view.empty = { language.t("No engagement letter"), language.t("A letter says what the organisation and the lead agency commit to, until when. The powers of the mandate it backs stop with it.") };
        return web::page(context, { language(tr("Engagements – {body}", { { "body", body.short_name() } })), trail_of(context, body), "/bodies", html::engagements(view, context.templates()) },
            asked.is_unreadable ? 422 : 200);
    });
}

web::Look look_of(CommitmentState state)
{
    switch (state) {
    case CommitmentState::Open: return web::Look::ToDo;
    case CommitmentState::Kept: return web::Look::Done;
    case CommitmentState::Partly: return web::Look::InProgress;
    case CommitmentState::NotKept: break;
    }
    return web::Look::Blocked;
}

/// What the visitor may do on the page of a letter.
struct Powers {
    bool manage = false;
    bool see_files = false;
    bool state = false; ///< say what became of a commitment: whoever does the daily work of the body
};

CommitmentSideView side_view(CommitmentSide side, OpenedEngagement const& opened, std::vector<Commitment> const& commitments, Powers const& powers, web::Localization const& language)
{
    auto const figures = figures_of(commitments, side);
    CommitmentSideView view { language(label_of(side, opened.engagement().kind)),
        opened.engagement().signed_on ? language(trn("{kept} kept of {count} commitment", "{kept} kept of {count} commitments", figures.total(), { { "kept", figures.kept } }))
                                      : language(trn("{count} commitment", "{count} commitments", figures.total())),
        {}, figures };
    for (auto const& commitment : commitments) {
        if (commitment.side != side)
            continue;
        CommitmentRow row { {}, language(label_of(commitment.subject)), commitment.text, { look_of(commitment.state()), language(label_of(commitment.state(), commitment.subject)) }, {}, {}, {} };
        if (powers.state && opened.engagement().signed_on)
            row.path = opened.path() + "/commitments/" + commitment.id.text();
        if (commitment.assessment) {
            row.evidence = commitment.assessment->evidence;
            row.stated_on = language.date(commitment.assessment->stated_on);
            if (commitment.assessment->file && powers.see_files)
                row.file_path = opened.path() + "/files/" + commitment.assessment->file->text();
        }
        view.rows.push_back(std::move(row));
    }
    return view;
}

void add_chain(web::Definitions& definitions, OpenedEngagement const& opened, web::Localization const& language)
{
    auto const& [engagement, organization, organization_name, lead, lead_name, dedicated, role, holder, next, next_signed_on] = opened.named;
    if (engagement.previous)
        definitions.push_back({ language.t("Renews"), web::link(language.t("the former letter"), engagements_path(opened.body.id) + "/" + engagement.previous->text()) });
    if (next)
        definitions.push_back({ language.t("Renewed by"),
            web::link(next_signed_on ? language(tr("the letter signed on {date}", { { "date", *next_signed_on } })) : language.t("a letter that is not signed yet"),
                engagements_path(opened.body.id) + "/" + next->text()) });
}

web::Definitions definitions_of(OpenedEngagement const& opened, Date day, web::Localization const& language)
{
    auto const& engagement = opened.engagement();
    auto const tag = tag_of(opened.named.state_on(day), language);
    auto const or_nothing = [&](std::string const& text) { return web::escaped(text.empty() ? language.t("not said") : text); };
    auto const day_text = [&](std::optional<Date> const& date) { return or_nothing(date ? language.date(*date) : ""); };
    web::Definitions definitions { { language.t("State"), web::escaped(tag.word) }, { language.t("Letter"), web::escaped(language(label_of(engagement.kind))) },
        { language.t("Organisation that commits itself"), web::escaped(opened.named.organization_name) }, { language.t("Lead agency"), or_nothing(opened.named.lead_agency_name) },
        { language.t("Mandate it backs"), or_nothing(mandate_in_words(opened.named, language)) }, { language.t("Dedicated person"), or_nothing(opened.named.dedicated_person) },
        { language.t("Share of working time"), or_nothing(engagement.time_share ? language(tr("{share}%", { { "share", *engagement.time_share } })) : "") },
        { language.t("Signed on"), day_text(engagement.signed_on) }, { language.t("Valid until"), day_text(engagement.valid_until) } };
    if (engagement.terminated_on)
        definitions.push_back({ language.t("Ended early on"), day_text(engagement.terminated_on) });
    add_chain(definitions, opened, language);
    return definitions;
}

Result<void> add_scans(EngagementView& view, OpenedEngagement const& opened, db::Reader const& reader, web::Context const& context)
{
    auto const& language = context.language;
    auto const scans = TRY(list_scans(reader, opened.engagement().id));
    view.scan_count = static_cast<std::int64_t>(scans.size());
    if (view.may_see_files)
        for (auto const& scan : scans)
            view.scans.push_back({ opened.path() + "/files/" + scan.id.text(), scan.name, documents::size_in_words(scan.size, language),
                language.date(web::local_date(scan.added_at, context.time_zone())), scan.sha256 });
    return {};
}

Result<web::Reply> show_engagement(web::Request const& request, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const opened = TRY(open_engagement(reader, request, context));
        auto const body = opened.body.id.text();
        auto const asked = AsOf::decode(request, opened.today);
        Powers const powers { context.may(reader, manage_mandates, body), context.may(reader, view_coordination, body), context.may(reader, edit_plan, body) };
        auto const& engagement = opened.engagement();
        auto const state = opened.named.state_on(asked.day);
        EngagementView view;
        view.path = opened.path();
        view.body = body;
        view.rooms = rooms_of(context, reader, opened.body, Room::Mandates);
        view.state_line = asked.is_other_day ? asked.line(language) : "";
        view.warnings = warnings_of(engagement, state, language);
        view.definitions = definitions_of(opened, asked.day, language);
        view.as_of = asked.field(language);
        view.once = web::once_field(context);
        view.is_draft = !engagement.signed_on;
        view.may_manage = powers.manage;
        view.may_see_files = powers.see_files;
        view.may_terminate = engagement.signed_on && !engagement.terminated_on && engagement.valid_until && *engagement.valid_until > opened.today;
        view.may_renew = engagement.signed_on && !opened.named.next;
        auto const commitments = TRY(list_commitments(reader, engagement.id, asked.day));
        view.has_commitments = !commitments.empty();
        for (auto const side : commitment_sides())
            view.sides.push_back(side_view(side, opened, commitments, powers, language));
        TRY(add_scans(view, opened, reader, context));
        return web::page(context, { language(tr("Engagement of {organization}", { { "organization", opened.named.organization } })), engagement_trail(context, opened.body), "/bodies",
                                      html::engagement(view, context.templates()) }, asked.is_unreadable ? 422 : 200);
    });
}

/// Letters carry signatures: whoever sees the coordination sees them.
Result<web::Reply> download_file(web::Request const& request, web::Context& context)
{
    auto const file = TRY(request.id<documents::FileId>("file"));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const opened = TRY(open_engagement(reader, request, context));
        TRY(require_file_of(reader, opened.engagement().id, file));
        return documents::file_reply(reader, file);
    });
}

} // namespace

Result<OpenedEngagement> open_engagement(db::Reader const& db, web::Request const& request, web::Context const& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto named = TRY(find_named_engagement(db, TRY(request.id<EngagementId>("engagement"))));
    if (named.engagement.body != id)
        return fail(ErrorKind::NotFound, tr("This engagement does not exist."));
    auto body = TRY(find_body(db, id));
    auto const today = web::local_date(context.now, TRY(time_zone_of(db, body)));
    return OpenedEngagement { std::move(body), std::move(named), today };
}

std::string engagements_path(BodyId const& body) { return "/bodies/" + body.text() + "/engagements"; }

std::vector<web::Crumb> engagement_trail(web::Context const& context, Body const& body, OpenedEngagement const* opened)
{
    auto trail = trail_of(context, body);
    trail.push_back({ context.language.t("Engagements"), engagements_path(body.id) });
    if (opened)
        trail.push_back({ opened->named.organization, opened->path() });
    return trail;
}

std::string engagement_facts(Engagement const& engagement)
{
    boost::json::object facts { { "kind", name_of(engagement.kind) } };
    auto const add = [&](std::string_view name, std::string const& value) { facts[name] = value; };
    if (engagement.mandate)
        add("mandate", engagement.mandate->text());
    if (engagement.organization)
        add("organization", engagement.organization->text());
    if (engagement.lead_agency)
        add("lead_agency", engagement.lead_agency->text());
    if (engagement.dedicated_person)
        add("dedicated_person", engagement.dedicated_person->text());
    if (engagement.time_share)
        facts["time_share"] = *engagement.time_share;
    if (engagement.signed_on)
        add("signed_on", engagement.signed_on->to_iso());
    if (engagement.valid_until)
        add("valid_until", engagement.valid_until->to_iso());
    if (engagement.terminated_on)
        add("terminated_on", engagement.terminated_on->to_iso());
    if (engagement.previous)
        add("previous", engagement.previous->text());
    return boost::json::serialize(facts);
}

web::Tag tag_of(EngagementState state, web::Localization const& language)
{
    auto const look = [&] {
        switch (state) {
        case EngagementState::Draft: return web::Look::ToDo;
        case EngagementState::Signed: return web::Look::Done;
        case EngagementState::Expired: return web::Look::Late;
        case EngagementState::Terminated: return web::Look::Abandoned;
        case EngagementState::Renewed: break;
        }
        return web::Look::Plain;
    };
    return { look(), language(label_of(state)) };
}

std::string mandate_in_words(NamedEngagement const& named, web::Localization const& language)
{
    if (!named.mandate_role)
        return {};
    return language(tr("{role} – {holder}", { { "role", language(label_of(*named.mandate_role)) }, { "holder", named.mandate_holder } }));
}

int status_of_form(Error const* error) { return !error ? 200 : error->kind == ErrorKind::Conflict ? 409 : error->kind == ErrorKind::TooLarge ? 413 : 422; }
bool is_about_form(Error const& error) { return error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Conflict || error.kind == ErrorKind::TooLarge; }

std::vector<web::Route> engagement_routes()
{
    using enum web::Method;
    std::vector<web::Route> routes {
        { Get, "/bodies/:body/engagements", show_engagements, web::by_right(view_body, body_in_path) },
        { Get, "/bodies/:body/engagements/:engagement", show_engagement, web::by_right(view_body, body_in_path) },
        { Get, "/bodies/:body/engagements/:engagement/files/:file", download_file, web::by_right(view_coordination, body_in_path) },
    };
    for (auto const& group : { engagement_edit_routes(), engagement_signature_routes(), commitment_routes() })
        routes.insert(routes.end(), group.begin(), group.end());
    return routes;
}

} // namespace toguna::bodies
