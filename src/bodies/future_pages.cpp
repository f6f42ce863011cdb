#include "bodies/future_pages.hpp"

#include "bodies/future.html.hpp"
#include "bodies/merge_store.hpp"
#include "bodies/named_store.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "journal/store.hpp"
#include "people/normalise.hpp"
#include "people/read_date.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

namespace toguna::bodies {

namespace {

/// More bodies than a country has.
constexpr int most_choices = 500;

struct FutureForm {
    std::string to = {};
    std::string day = {};
    std::string reason = {};
    std::string decision = {};
    std::string into = {};
    std::string merge_day = {};
    std::string merge_reason = {};
    std::string merge_decision = {};

    static FutureForm decode(web::Request const& request)
    {
        auto const typed = [&](std::string_view field) { return std::string(request.form.get(field)); };
        return { typed("to"), typed("day"), typed("reason"), typed("decision"), typed("into"), typed("merge_day"), typed("merge_reason"), typed("merge_decision") };
    }
};

Result<Date> read_day(std::string_view typed, std::string_view field, Date today)
{
    auto const day = people::tidy(typed).empty() ? std::optional(today) : people::read_date(typed, today);
    if (!day)
        return fail(Error { ErrorKind::Invalid, tr("This cannot be saved as it is."), { { std::string(field), people::unreadable_date(typed) } }, {} });
    return *day;
}

Result<void> fill_choices(FutureView& view, db::Reader const& reader, Body const& body, web::Localization const& language)
{
    view.into.options.push_back({ "", language.t("Choose") });
    for (auto const& other : TRY(list_bodies(reader, { {}, body.country, most_choices, 0, ShownBodies::Current })))
        if (other.id != body.id)
            view.into.options.push_back({ other.id.text(), other.name });
    return {};
}

Result<web::Reply> future_page(web::Context& context, BodyId const& id, FutureForm const& form, Error const* error)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const body = TRY(find_body(reader, id));
        auto const frame = [&](std::string name, std::string label, std::string hint = {}, bool optional = false) {
            return web::FieldFrame { name, std::move(label), std::move(hint), error ? web::message_for(error->fields, name, language) : "", optional };
        };
        auto const today = language.t("Empty: today.");
        FutureView view { id.text(), rooms_of(context, reader, body, Room::Overview), error ? web::error_summary(context, *error) : SafeHtml(), web::once_field(context),
            context.visitor->administrator, body.archived_on.has_value(), { frame("to", language.t("Ministry or authority"), language.t("By its name or acronym.")), form.to },
            web::date_field(frame("day", language.t("On which day"), today, true), form.day, language), { frame("reason", language.t("Reason")), form.reason, 3 },
            { frame("decision", language.t("Decision document"), {}, true), form.decision }, { frame("into", language.t("Into which body")), {}, form.into },
            web::date_field(frame("merge_day", language.t("Merged on"), today, true), form.merge_day, language), { frame("merge_reason", language.t("Reason of the merger")), form.merge_reason, 3 },
            { frame("merge_decision", language.t("Decision on the merger"), {}, true), form.merge_decision } };
        TRY(fill_choices(view, reader, body, language));
        web::Page page { language(tr("What becomes of {body}", { { "body", body.short_name() } })), trail_of(context, body), "/bodies", html::future(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), error ? 422 : 200);
    });
}

Result<web::Reply> show_future(web::Request const& request, web::Context& context)
{
    return future_page(context, TRY(request.id<BodyId>("body")), {}, nullptr);
}

/// One write on the page; `write` gives the fact for the journal: its kind and what it says.
template<class Write>
Result<web::Reply> write_future(web::Request const& request, web::Context& context, Text const& notice, Write const& write)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const form = FutureForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, manage_body, id.text()));
            auto const body = TRY(find_body(tx, id));
            TRY(require_not_merged(body));
            auto const [kind, facts] = TRY(write(tx, form, body, web::local_date(context.now, TRY(time_zone_of(tx, body)))));
            TRY(journal::record_event(tx, journal::actor_of(context), { kind, id.text(), id.text(), {}, boost::json::serialize(facts) }, context.now, context.chance));
            return web::see_other("/bodies/" + id.text());
        });
    });
    if (!saved && (saved.error().kind == ErrorKind::Invalid || saved.error().kind == ErrorKind::Conflict))
        return future_page(context, id, form, &saved.error());
    return web::with_notice(request, context, TRY(saved), notice);
}

using Fact = std::pair<std::string, boost::json::object>;

Result<web::Reply> create_handover(web::Request const& request, web::Context& context)
{
    return write_future(request, context, tr("The body was handed over: it is in transition."), [&](db::Transaction& tx, FutureForm const& form, Body const& body, Date today) -> Result<Fact> {
        Handover const handover { body.id, TRY(typed_organization(tx, form.to, "to")), TRY(read_day(form.day, "day", today)), form.reason, form.decision };
        TRY(hand_over(tx, handover, today, context.now, context.chance));
        return Fact { "bodies.body_handed_over", { { "to", handover.to.text() }, { "day", handover.day.to_iso() }, { "reason", form.reason } } };
    });
}

Result<web::Reply> create_merge(web::Request const& request, web::Context& context)
{
    return write_future(request, context, tr("The bodies were merged; the plans and actions follow within a minute."), [&](db::Transaction& tx, FutureForm const& form, Body const& body, Date today) -> Result<Fact> {
        auto const into = BodyId::parse(form.into);
        if (!into)
            return fail(Error { ErrorKind::Invalid, tr("These bodies cannot be merged."), { { "into", tr("Choose a body.") } }, {} });
        Merger const merger { body.id, *into, TRY(read_day(form.merge_day, "merge_day", today)), people::tidy(form.merge_reason), people::tidy(form.merge_decision) };
        TRY(merge_bodies(tx, merger, today, context.now, context.chance));
        return Fact { "bodies.body_merged", { { "into", into->text() }, { "day", merger.day.to_iso() }, { "reason", merger.reason } } };
    });
}

Result<web::Reply> create_archive(web::Request const& request, web::Context& context)
{
    return write_future(request, context, tr("The body was archived. It can be brought back at any time."), [&](db::Transaction& tx, FutureForm const&, Body const& body, Date today) -> Result<Fact> {
        TRY(archive_body(tx, body.id, today, context.now));
        return Fact { "bodies.body_archived", {} };
    });
}

Result<web::Reply> create_restoration(web::Request const& request, web::Context& context)
{
    return write_future(request, context, tr("The body is back in the lists."), [&](db::Transaction& tx, FutureForm const&, Body const& body, Date) -> Result<Fact> {
        TRY(restore_body(tx, body.id, context.now));
        return Fact { "bodies.body_restored", {} };
    });
}

} // namespace

Result<void> require_not_merged(Body const& body)
{
    if (body.merged_into)
        return fail(ErrorKind::Conflict, tr("This body was merged: it goes on in the other one."));
    return {};
}

std::vector<web::Route> future_routes()
{
    using enum web::Method;
    return {
        { Get, "/bodies/:body/future", show_future, web::by_right(manage_body, body_in_path) },
        { Post, "/bodies/:body/handover", create_handover, web::by_right(manage_body, body_in_path) },
        { Post, "/bodies/:body/merge", create_merge, web::administrator() },
        { Post, "/bodies/:body/archive", create_archive, web::administrator() },
        { Post, "/bodies/:body/restoration", create_restoration, web::administrator() },
    };
}

} // namespace toguna::bodies
