#include "bodies/function_share_pages.hpp"

#include "bodies/as_of_forms.hpp"
#include "bodies/engagement_pages.hpp"
#include "bodies/function_share_document.hpp"
#include "bodies/function_share_form.html.hpp"
#include "bodies/function_shares.html.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "functions/catalogue_store.hpp"
#include "journal/store.hpp"
#include "people/forms.hpp"
#include "people/person_store.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace toguna::bodies {

namespace {

std::string shares_path(BodyId const& body) { return "/bodies/" + body.text() + "/functions"; }

/// The body an address names, its mandates, and the matrix that stood on the day that was asked.
struct OpenedShares {
    Body body;
    Date today;
    AsOf asked;
    std::vector<NamedMandate> mandates; ///< whose period holds on the day
    std::optional<ShareMatrix> matrix = {};

    /// Who has the role on that day and may act in it.
    NamedMandate const* holder(ShareSide side) const
    {
        auto const role = side == ShareSide::Coordinator ? MandateRole::Coordinator : MandateRole::CoCoordinator;
        for (auto const& named : mandates)
            if (named.mandate.role == role && named.mandate.person && named.is_in_force(asked.day))
                return &named;
        return nullptr;
    }
    std::string heading(ShareSide side, web::Localization const& language) const
    {
        auto const* const named = holder(side);
        auto const role = language(label_of(side));
        return named ? language(tr("{role} – {holder}", { { "role", role }, { "holder", named->person_name } })) : role;
    }
};

Result<OpenedShares> open_shares(db::Reader const& db, web::Request const& request, web::Context const& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto body = TRY(find_body(db, id));
    auto const today = web::local_date(context.now, TRY(time_zone_of(db, body)));
    auto asked = AsOf::decode(request, today);
    auto mandates = TRY(mandates_on(db, id, asked.day));
    auto matrix = TRY(find_share_matrix(db, id, asked.day));
    return OpenedShares { std::move(body), today, std::move(asked), std::move(mandates), std::move(matrix) };
}

/// The words of the version that the matrix speaks of: what was agreed keeps its labels (S0-24).
Result<functions::Catalogue> catalogue_of(db::Reader const& db, std::optional<ShareMatrix> const& matrix)
{
    return matrix ? functions::find_catalogue(db, matrix->catalogue) : functions::catalogue_or_default(db);
}

std::string function_name(functions::Catalogue const& catalogue, std::string const& code, web::Localization const& language)
{
    for (auto const& function : catalogue.functions)
        if (function.code == code)
            return function.label(language.language());
    return code;
}

web::Tag state_tag(ShareMatrix const& matrix, Date day, web::Localization const& language)
{
    return matrix.is_agreed(day) ? web::Tag { web::Look::Done, language.t("Agreed by both") } : web::Tag { web::Look::ToDo, language.t("Draft: not agreed by both") };
}

Result<std::vector<std::string>> agreements_in_words(db::Reader const& db, ShareMatrix const& matrix, web::Localization const& language)
{
    std::vector<std::string> lines;
    for (auto const side : { ShareSide::Coordinator, ShareSide::CoCoordinator }) {
        auto const role = language(label_of(side));
        auto const& agreement = matrix.agreement(side);
        lines.push_back(agreement ? language(tr("{role}: agreed by {name} on {date}", { { "role", role }, { "name", TRY(people::find_person(db, agreement->person)).full_name }, { "date", agreement->on } }))
                                  : language(tr("{role}: has not agreed yet", { { "role", role } })));
    }
    return lines;
}

/// The side for which the visitor may agree: they hold it today, by name, and it has not agreed yet.
std::optional<ShareSide> side_to_agree(OpenedShares const& opened, web::Context const& context)
{
    if (!opened.matrix || opened.asked.is_other_day || !context.visitor)
        return {};
    for (auto const side : { ShareSide::Coordinator, ShareSide::CoCoordinator })
        for (auto const& named : opened.mandates)
            if (named.mandate.role == (side == ShareSide::Coordinator ? MandateRole::Coordinator : MandateRole::CoCoordinator) && named.mandate.person
                && named.mandate.person->text() == context.visitor->person && named.is_in_force(opened.today) && !opened.matrix->agreement(side))
                return side;
    return {};
}

Result<void> fill_former(ShareView& view, db::Reader const& db, OpenedShares const& opened, web::Localization const& language)
{
    for (auto const& former : TRY(list_share_matrices(db, opened.body.id, opened.asked.day)))
        if (former.number != opened.matrix->number)
            view.former.push_back({ language(tr("Version {number}, of {date}", { { "number", former.number }, { "date", former.proposed_on } })),
                shares_path(opened.body.id) + "?as_of=" + former.proposed_on.to_iso() });
    // Two of one day: the later one is what that day shows.
    view.former.erase(std::unique(view.former.begin(), view.former.end(), [](auto const& left, auto const& right) { return left.path == right.path; }), view.former.end());
    return {};
}

Result<web::Reply> show_shares(web::Request const& request, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const opened = TRY(open_shares(reader, request, context));
        ShareView view;
        view.body = opened.body.id.text();
        view.rooms = rooms_of(context, reader, opened.body, Room::Mandates);
        view.state_line = opened.asked.is_other_day ? opened.asked.line(language) : "";
        view.as_of = opened.asked.field(language);
        view.may_edit = context.may(reader, edit_plan, view.body);
        view.coordinator = opened.heading(ShareSide::Coordinator, language);
        view.co_coordinator = opened.heading(ShareSide::CoCoordinator, language);
        view.once = web::once_field(context);
        view.empty = { language.t("Responsibilities are not shared yet"), language.t("For each core function: who answers for it, who does the work, who is consulted or informed. Both agree to it."),
            view.may_edit ? language.t("Propose a share") : "", view.may_edit ? shares_path(opened.body.id) + "/edit" : "" };
        if (opened.matrix) {
            auto const catalogue = TRY(catalogue_of(reader, opened.matrix));
            view.state = state_tag(*opened.matrix, opened.asked.day, language);
            view.agreements = TRY(agreements_in_words(reader, *opened.matrix, language));
            view.number = std::to_string(opened.matrix->number);
            view.export_query = opened.asked.is_other_day ? "?as_of=" + opened.asked.day.to_iso() : "";
            for (auto const& share : opened.matrix->shares)
                view.rows.push_back({ function_name(catalogue, share.function, language), language(label_of(share.coordinator)), language(label_of(share.co_coordinator)) });
            if (auto const side = side_to_agree(opened, context))
                view.agree_as = *side == ShareSide::Coordinator ? language.t("Agree, for the coordination") : language.t("Agree, for the co-coordination");
            TRY(fill_former(view, reader, opened, language));
        }
        return web::page(context, { language(tr("Responsibilities – {body}", { { "body", opened.body.short_name() } })), trail_of(context, opened.body), "/bodies",
                                      html::function_shares(view, context.templates()) }, opened.asked.is_unreadable ? 422 : 200);
    });
}

/// One choice for each function and side; what is no share at all becomes an error of its own.
struct ShareForm {
    std::vector<std::pair<std::string, std::string>> coordinator = {};    ///< code, name of the share
    std::vector<std::pair<std::string, std::string>> co_coordinator = {};
    std::string number = {};

    static ShareForm decode(web::Request const& request, functions::Catalogue const& catalogue)
    {
        ShareForm form { {}, {}, std::string(request.form.get("number")) };
        for (auto const& function : catalogue.functions) {
            form.coordinator.emplace_back(function.code, request.form.get("coordinator_" + function.code));
            form.co_coordinator.emplace_back(function.code, request.form.get("co_coordinator_" + function.code));
        }
        return form;
    }

    /// The matrix as it stands, in the functions of today; a function it does not know gets the usual share.
    static ShareForm encode(std::optional<ShareMatrix> const& matrix, functions::Catalogue const& catalogue)
    {
        ShareForm form { {}, {}, std::to_string(matrix ? matrix->number : 0) };
        for (auto const& function : catalogue.functions) {
            FunctionShare share { function.code };
            if (matrix)
                for (auto const& known : matrix->shares)
                    share = known.function == function.code ? known : share;
            form.coordinator.emplace_back(function.code, name_of(share.coordinator));
            form.co_coordinator.emplace_back(function.code, name_of(share.co_coordinator));
        }
        return form;
    }

    Result<std::vector<FunctionShare>> value() const
    {
        Error error { ErrorKind::Invalid, tr("This share of responsibilities cannot be saved as it is."), {}, {} };
        std::vector<FunctionShare> shares;
        for (std::size_t place = 0; place < coordinator.size(); ++place) {
            auto const& [code, name] = coordinator[place];
            auto const first = share_from(name);
            auto const second = share_from(co_coordinator[place].second);
            if (!first)
                error.fields.push_back({ "coordinator_" + code, tr("Choose one of the shares.") });
            if (!second)
                error.fields.push_back({ "co_coordinator_" + code, tr("Choose one of the shares.") });
            if (first && second)
                shares.push_back({ code, *first, *second });
        }
        if (!error.fields.empty())
            return fail(std::move(error));
        TRY(check_shares(shares));
        return shares;
    }
};

web::SelectField share_field(ShareSide side, std::string const& code, std::string const& value, std::string const& heading, Error const* error, web::Localization const& language)
{
    auto const name = std::string(name_of(side)) + "_" + code;
    std::vector<web::Option> options;
    for (auto const share : shares_of(side))
        options.push_back({ std::string(name_of(share)), language(label_of(share)) });
    return { { name, heading, {}, error ? web::message_for(error->fields, name, language) : "" }, std::move(options), value };
}

Result<web::Reply> form_page(web::Request const& request, web::Context& context, Error const* error)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const opened = TRY(open_shares(reader, request, context));
        auto const catalogue = TRY(functions::catalogue_or_default(reader));
        auto const form = error ? ShareForm::decode(request, catalogue) : ShareForm::encode(opened.matrix, catalogue);
        ShareFormView view;
        view.body = opened.body.id.text();
        view.rooms = rooms_of(context, reader, opened.body, Room::Mandates);
        view.number = form.number;
        view.errors = error ? web::error_summary(context, *error) : SafeHtml();
        view.once = web::once_field(context);
        for (std::size_t place = 0; place < form.coordinator.size(); ++place) {
            auto const& code = form.coordinator[place].first;
            view.rows.push_back({ function_name(catalogue, code, language),
                share_field(ShareSide::Coordinator, code, form.coordinator[place].second, opened.heading(ShareSide::Coordinator, language), error, language),
                share_field(ShareSide::CoCoordinator, code, form.co_coordinator[place].second, opened.heading(ShareSide::CoCoordinator, language), error, language) });
        }
        auto trail = trail_of(context, opened.body);
        trail.push_back({ language.t("Responsibilities"), shares_path(opened.body.id) });
        return web::page(context, { language.t("Share the responsibilities"), std::move(trail), "/bodies", html::function_share_form(view, context.templates()), error != nullptr },
            status_of_form(error));
    });
}

Result<web::Reply> edit_shares(web::Request const& request, web::Context& context) { return form_page(request, context, nullptr); }

Result<web::Reply> propose(db::Transaction& tx, web::Request const& request, web::Context& context)
{
    auto const opened = TRY(open_shares(tx, request, context));
    TRY(context.require(tx, edit_plan, opened.body.id.text()));
    TRY(functions::ensure_catalogue(tx, journal::actor_of(context), context.now, context.chance));
    auto const catalogue = TRY(functions::current_catalogue(tx));
    auto const form = ShareForm::decode(request, catalogue);
    ShareMatrix matrix { context.new_id<ShareMatrixId>(), opened.body.id, people::read_version(form.number) + 1, catalogue.version, opened.today };
    matrix.shares = TRY(form.value());
    // Saving what is there already reopens nothing.
    if (opened.matrix && opened.matrix->number + 1 == matrix.number && opened.matrix->shares == matrix.shares && opened.matrix->catalogue == matrix.catalogue)
        return web::see_other(shares_path(opened.body.id));
    TRY(insert_share_matrix(tx, matrix, context.visitor ? context.visitor->person : ""));
    auto const facts = boost::json::serialize(boost::json::object { { "number", matrix.number } });
    TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.function_share_proposed", matrix.id.text(), opened.body.id.text(), {}, facts }, context.now, context.chance));
    return web::see_other(shares_path(opened.body.id));
}

Result<web::Reply> create_shares(web::Request const& request, web::Context& context)
{
    auto const saved = context.db.write([&](db::Transaction& tx) { return web::once(tx, request, context, [&] { return propose(tx, request, context); }); });
    if (!saved && is_about_form(saved.error()))
        return form_page(request, context, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The share was saved. It is a draft until both have agreed to it."));
}

/// POST …/agreement: the two holders themselves, each for their side, to the version they read.
Result<web::Reply> create_agreement(web::Request const& request, web::Context& context)
{
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            auto const opened = TRY(open_shares(tx, request, context));
            TRY(context.require(tx, edit_plan, opened.body.id.text()));
            auto const side = side_to_agree(opened, context);
            if (!side)
                return fail(ErrorKind::Forbidden, tr("Only the coordinator and the co-coordinator agree, each once and in person, to the share of “{body}”.", { { "body", opened.body.short_name() } }));
            auto matrix = *opened.matrix;
            matrix.number = people::read_version(request.form.get("number"));
            TRY(agree_to_shares(tx, matrix, *side, { people::PersonId::trusted(context.visitor->person), opened.today }));
            auto const facts = boost::json::serialize(boost::json::object { { "number", matrix.number }, { "side", name_of(*side) } });
            TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.function_share_agreed", matrix.id.text(), opened.body.id.text(), {}, facts }, context.now, context.chance));
            return web::see_other(shares_path(opened.body.id));
        });
    });
    return web::with_notice(request, context, TRY(saved), tr("Your agreement was recorded."));
}

Result<ShareSheet> sheet_of(db::Reader const& db, OpenedShares const& opened, web::Context const& context)
{
    auto const& language = context.file_language;
    if (opened.asked.is_unreadable)
        return fail(ErrorKind::Invalid, tr("The day in the address cannot be read. Choose it on the page of the responsibilities."));
    if (!opened.matrix)
        return fail(ErrorKind::NotFound, tr("Responsibilities are not shared yet"));
    auto const catalogue = TRY(catalogue_of(db, opened.matrix));
    auto const name = [&](ShareSide side) { return opened.holder(side) ? opened.holder(side)->person_name : std::string(); };
    auto const on = [](std::optional<ShareAgreement> const& agreement) { return agreement ? std::optional(agreement->on) : std::nullopt; };
    ShareSheet sheet { opened.body.name, context.visitor ? context.visitor->name : "", state_tag(*opened.matrix, opened.asked.day, language).word, name(ShareSide::Coordinator),
        name(ShareSide::CoCoordinator), on(opened.matrix->coordinator), on(opened.matrix->co_coordinator), {}, opened.asked.day, context.now };
    for (auto const& share : opened.matrix->shares)
        sheet.rows.push_back({ function_name(catalogue, share.function, language), share.coordinator, share.co_coordinator });
    return sheet;
}

Result<web::Reply> export_shares(web::Request const& request, web::Context& context)
{
    bool const is_pdf = request.path.ends_with(".pdf");
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const opened = TRY(open_shares(reader, request, context));
        auto const document = share_document(TRY(sheet_of(reader, opened, context)), context.file_language);
        auto const name = opened.body.short_name() + " – " + document.title + (is_pdf ? ".pdf" : ".docx");
        return is_pdf ? web::download(formats::write_pdf(document), "application/pdf", name)
                      : web::download(formats::write_docx(document), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", name);
    });
}

} // namespace

std::vector<web::Route> function_share_routes()
{
    using enum web::Method;
    auto const readers = web::by_right(view_body, body_in_path);
    auto const workers = web::by_right(edit_plan, body_in_path);
    return {
        { Get, "/bodies/:body/functions", show_shares, readers },
        { Get, "/bodies/:body/functions/edit", edit_shares, workers },
        { Post, "/bodies/:body/functions", create_shares, workers },
        { Post, "/bodies/:body/functions/agreement", create_agreement, workers },
        { Get, "/bodies/:body/functions/export.docx", export_shares, readers },
        { Get, "/bodies/:body/functions/export.pdf", export_shares, readers },
    };
}

} // namespace toguna::bodies
