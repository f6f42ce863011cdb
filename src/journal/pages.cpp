#include "journal/pages.hpp"

#include "journal/changes.hpp"
#include "journal/events.html.hpp"
#include "journal/feature.hpp"
#include "journal/store.hpp"

namespace toguna::journal {

namespace {

std::string who(web::Context const& context, Actor const& actor)
{
    if (actor.name.empty())
        return context.language.t("Nobody named");
    if (actor.on_behalf_of.empty())
        return actor.name;
    return context.language(tr("{name}, for {other}", { { "name", actor.name }, { "other", actor.on_behalf_of } }));
}

Result<web::Reply> show_journal(web::Request const& request, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        EventFilter const filter { .object = std::string(request.query.get("object")), .kind = std::string(request.query.get("kind")) };
        auto content = TRY(events_content(request, context, reader, filter));
        return web::page(context, { context.language.t("Journal"), { { context.language.t("Home"), "/" } }, "/journal", std::move(content) });
    });
}

} // namespace

Result<SafeHtml> events_content(web::Request const& request, web::Context const& context, db::Reader const& reader, EventFilter filter)
{
    EventsView view;
    view.total = TRY(count_events(reader, filter));
    auto const pagination = web::paginate(static_cast<int>(view.total), request.query.get("page"));
    filter.limit = web::rows_per_page;
    filter.offset = (pagination.page - 1) * web::rows_per_page;
    for (auto const& recorded : TRY(list_events(reader, filter)))
        view.rows.push_back({ context.language.date_time(recorded.at, context.time_zone()), who(context, recorded.actor), recorded.event.kind, changes_between(recorded.event.before, recorded.event.after), recorded.event.refused });
    view.pages = web::pagination_links(context, request, pagination);
    return html::events(view, context.templates());
}

web::Feature feature()
{
    return { .name = "journal", .routes = { { web::Method::Get, "/journal", show_journal, web::administrator() } }, .menu = { { tr("Journal"), "/journal", true } } };
}

} // namespace toguna::journal
