#include "bodies/counterpart_pages.hpp"

#include "bodies/counterparts.html.hpp"
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

struct CounterpartForm {
    std::string organization = {};
    std::string person = {};
    std::string starts_on = {};

    static CounterpartForm decode(web::Request const& request)
    {
        auto const typed = [&](std::string_view field) { return std::string(request.form.get(field)); };
        return { typed("organization"), typed("person"), typed("starts_on") };
    }

    Result<Counterpart> value(db::Reader const& db, CounterpartId id, BodyId body, Date today) const
    {
        auto const start = people::tidy(starts_on).empty() ? std::optional(today) : people::read_date(starts_on, today);
        if (!start)
            return fail(Error { ErrorKind::Invalid, tr("This cannot be saved as it is."), { { "starts_on", people::unreadable_date(starts_on) } }, {} });
        return Counterpart { std::move(id), std::move(body), TRY(typed_organization(db, organization, "organization")), TRY(typed_person(db, person, "person")), Period::since(*start) };
    }
};

CounterpartRow row_of(Counterpart const& counterpart, Date today, web::Localization const& language)
{
    auto const& period = counterpart.period;
    auto const words = period.end() ? tr("from {start} to {end}", { { "start", period.start() }, { "end", *period.end() } }) : tr("since {start}", { { "start", period.start() } });
    return { counterpart.id.text(), counterpart.organization_name, counterpart.person_name, language(words), period.start() <= today && (!period.end() || *period.end() > today) };
}

Result<web::Reply> counterparts_page(web::Context& context, BodyId const& id, CounterpartForm const& form, Error const* error)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const body = TRY(find_body(reader, id));
        auto const today = web::local_date(context.now, TRY(time_zone_of(reader, body)));
        auto const frame = [&](std::string name, std::string label, std::string hint, bool optional) {
            return web::FieldFrame { name, std::move(label), std::move(hint), error ? web::message_for(error->fields, name, language) : "", optional };
        };
        CounterpartsView view { id.text(), rooms_of(context, reader, body, Room::Overview), error ? web::error_summary(context, *error) : SafeHtml(), web::once_field(context), {},
            { frame("organization", language.t("Institution"), language.t("By its name or acronym."), false), form.organization },
            { frame("person", language.t("Person"), language.t("By name, when somebody is named."), true), form.person },
            web::date_field(frame("starts_on", language.t("Since"), language.t("Empty: today."), true), form.starts_on, language) };
        for (auto const& counterpart : TRY(list_counterparts(reader, id)))
            view.rows.push_back(row_of(counterpart, today, language));
        web::Page page { language.t("Government counterpart"), trail_of(context, body), "/bodies", html::counterparts(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), error ? 422 : 200);
    });
}

Result<web::Reply> show_counterparts(web::Request const& request, web::Context& context)
{
    return counterparts_page(context, TRY(request.id<BodyId>("body")), {}, nullptr);
}

template<class Write>
Result<web::Reply> write_counterpart(web::Request const& request, web::Context& context, Text const& notice, Write const& write)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const form = CounterpartForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, manage_body, id.text()));
            auto const body = TRY(find_body(tx, id));
            TRY(require_not_merged(body));
            TRY(write(tx, form, body, web::local_date(context.now, TRY(time_zone_of(tx, body)))));
            return web::see_other("/bodies/" + id.text() + "/counterparts");
        });
    });
    if (!saved && (saved.error().kind == ErrorKind::Invalid || saved.error().kind == ErrorKind::Conflict))
        return counterparts_page(context, id, form, &saved.error());
    return web::with_notice(request, context, TRY(saved), notice);
}

Result<web::Reply> create_counterpart(web::Request const& request, web::Context& context)
{
    return write_counterpart(request, context, tr("The counterpart was added."), [&](db::Transaction& tx, CounterpartForm const& form, Body const& body, Date today) -> Result<void> {
        auto const counterpart = TRY(form.value(tx, context.new_id<CounterpartId>(), body.id, today));
        TRY(insert_counterpart(tx, counterpart));
        auto const facts = boost::json::serialize(boost::json::object { { "organization", counterpart.organization.text() }, { "from", counterpart.period.start().to_iso() } });
        TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.counterpart_added", counterpart.id.text(), body.id.text(), {}, facts }, context.now, context.chance));
        return {};
    });
}

Result<web::Reply> create_end(web::Request const& request, web::Context& context)
{
    auto const counterpart = TRY(request.id<CounterpartId>("counterpart"));
    return write_counterpart(request, context, tr("The counterpart ends today."), [&](db::Transaction& tx, CounterpartForm const&, Body const& body, Date today) -> Result<void> {
        TRY(end_counterpart(tx, body.id, counterpart, today));
        TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.counterpart_ended", counterpart.text(), body.id.text(), {}, {} }, context.now, context.chance));
        return {};
    });
}

} // namespace

std::vector<web::Route> counterpart_routes()
{
    using enum web::Method;
    return {
        { Get, "/bodies/:body/counterparts", show_counterparts, web::by_right(manage_body, body_in_path) },
        { Post, "/bodies/:body/counterparts", create_counterpart, web::by_right(manage_body, body_in_path) },
        { Post, "/bodies/:body/counterparts/:counterpart/end", create_end, web::by_right(manage_body, body_in_path) },
    };
}

} // namespace toguna::bodies
