#include "bodies/focal_point_pages.hpp"

#include "bodies/as_of_forms.hpp"
#include "bodies/focal_point_forms.hpp"
#include "bodies/focal_point_store.hpp"
#include "bodies/focal_points.html.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "geography/area_store.hpp"
#include "journal/store.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>

namespace toguna::bodies {

namespace {

constexpr int most_areas = 5000;

std::string path_of(BodyId const& body) { return "/bodies/" + body.text() + "/focal-points"; }

/// Which areas were asked for.
struct AreasRequest {
    std::string path;
    AsOf as_of;
    int level = 1;
    std::string kind = {}; ///< "", "without", "with"

    static AreasRequest decode(web::Request const& request, BodyId const& body, Date today);
    std::string address() const;
};

AreasRequest AreasRequest::decode(web::Request const& request, BodyId const& body, Date today)
{
    AreasRequest asked { path_of(body), AsOf::decode(request, today) };
    auto const level = request.query.get("level");
    std::from_chars(level.data(), level.data() + level.size(), asked.level);
    auto const kind = request.query.get("kind");
    if (kind == "with" || kind == "without")
        asked.kind = kind;
    return asked;
}

std::string AreasRequest::address() const
{
    auto query = "?level=" + std::to_string(level);
    if (!kind.empty())
        query += "&kind=" + kind;
    if (as_of.is_other_day)
        query += "&as_of=" + as_of.day.to_iso();
    return path + query;
}

/// Focal points and open candidacies by area.
struct AreaFacts {
    std::map<geography::AdminAreaId, std::vector<std::string>> holders;
    std::map<geography::AdminAreaId, std::vector<std::string>> candidacies;
};

AreaFacts facts_of(std::vector<NamedMandate> const& mandates, std::vector<NamedCandidacy> const& candidacies, web::Localization const& language)
{
    AreaFacts facts;
    for (auto const& named : mandates)
        if (named.mandate.role == MandateRole::FocalPoint && named.mandate.area)
            facts.holders[*named.mandate.area].push_back(named.person_name.empty() || named.organization_name.empty() ? named.holder() : named.person_name + " (" + named.organization_short_name() + ")");
    for (auto const& named : candidacies)
        if (!next_states(named.candidacy.state).empty())
            for (auto const& area : named.candidacy.areas)
                facts.candidacies[area].push_back(language(tr("{name}: {state}", { { "name", named.organization_short_name() }, { "state", label_of(named.candidacy.state) } })));
    return facts;
}

Result<std::vector<FilterLink>> level_links(db::Reader const& reader, Body const& body, AreasRequest const& asked, web::Localization const& language)
{
    std::set<int> levels;
    for (auto const& count : TRY(geography::count_areas_by_level(reader, asked.as_of.day)))
        if (count.country == body.country && count.level > 0)
            levels.insert(count.level);
    std::vector<FilterLink> links;
    for (auto const level : levels) {
        auto changed = asked;
        changed.level = level;
        links.push_back({ language(geography::level_label(body.country, level)), changed.address(), level == asked.level });
    }
    return links;
}

std::vector<FilterLink> kind_links(AreasRequest const& asked, web::Localization const& language)
{
    std::vector<FilterLink> links;
    for (auto const& [kind, name] : { std::pair<std::string, std::string> { "", language.t("All areas") }, { "without", language.t("Without focal point") }, { "with", language.t("With focal point") } }) {
        auto changed = asked;
        changed.kind = kind;
        links.push_back({ name, changed.address(), kind == asked.kind });
    }
    return links;
}

/// All areas of the level, and how many of them have a focal point.
Result<void> fill_areas(FocalPointsView& view, db::Reader const& reader, web::Request const& request, web::Context const& context, Body const& body, AreasRequest const& asked,
    std::vector<NamedCandidacy> const& candidacies)
{
    auto const& language = context.language;
    auto const facts = facts_of(TRY(mandates_on(reader, body.id, asked.as_of.day)), candidacies, language);
    auto const areas = TRY(geography::list_areas(reader, { .day = asked.as_of.day, .country = body.country, .parent = {}, .level = asked.level, .limit = most_areas }));
    std::vector<FocalAreaRow> rows;
    int with = 0;
    for (auto const& area : areas) {
        auto const holders = facts.holders.find(area.id);
        bool const has_one = holders != facts.holders.end();
        with += has_one ? 1 : 0;
        if ((asked.kind == "with" && !has_one) || (asked.kind == "without" && has_one))
            continue;
        auto const open = facts.candidacies.find(area.id);
        rows.push_back({ area.name_with_code(), has_one ? language.list(holders->second) : std::string(), open == facts.candidacies.end() ? std::string() : language.list(open->second),
            has_one ? web::Tag { web::Look::Done, language.t("With focal point") } : web::Tag { web::Look::ToDo, language.t("Without focal point") } });
    }
    auto const pagination = web::paginate(static_cast<int>(rows.size()), request.query.get("page"));
    auto const first = rows.begin() + (pagination.page - 1) * web::rows_per_page;
    view.areas.assign(first, first + std::min<std::ptrdiff_t>(web::rows_per_page, rows.end() - first));
    view.pages = web::pagination_links(context, request, pagination);
    view.summary = language(trn("On {date}, {count} area of {all} has a focal point", "On {date}, {count} areas of {all} have a focal point", with, { { "date", asked.as_of.day }, { "all", areas.size() } }));
    return {};
}

CandidacyRow row_of(NamedCandidacy const& named, web::Localization const& language)
{
    std::vector<std::string> areas;
    for (auto const& area : named.areas)
        areas.push_back(area.name);
    return { path_of(named.candidacy.body) + "/" + named.candidacy.id.text(), named.organization_name, language.list(areas), tag_of(named.candidacy.state, language), language.date(named.candidacy.proposed_on) };
}

/// Members volunteer while a call is open; the coordination proposes at any time.
Result<void> fill_call(FocalPointsView& view, db::Reader const& reader, web::Context const& context, BodyId const& id, Date today, FocalCallForm const& form, Error const* error)
{
    auto const& language = context.language;
    auto const message = [&](std::string_view field) { return error ? web::message_for(error->fields, field, language) : std::string(); };
    for (auto const& call : TRY(list_focal_calls(reader, id)))
        if (view.call.empty() && call.is_open(today))
            view.call = language(tr("Call for volunteers, until {date}: {text}", { { "date", call.closes_on }, { "text", call.text } }));
    view.may_call = context.may(reader, manage_members, id.text());
    view.may_propose = view.may_call || !view.call.empty();
    view.call_text = { { "call_text", language.t("What focal points are wanted for"), {}, message("call_text") }, form.call_text, 3 };
    view.closes_on = web::date_field({ "closes_on", language.t("Open until"), {}, message("closes_on") }, form.closes_on, language);
    return {};
}

Result<web::Reply> list_page(web::Request const& request, web::Context& context, FocalCallForm const& form, Error const* error)
{
    auto const id = TRY(request.id<BodyId>("body"));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const body = TRY(find_body(reader, id));
        auto const today = web::local_date(context.now, TRY(time_zone_of(reader, body)));
        auto const asked = AreasRequest::decode(request, id, today);
        auto const candidacies = TRY(list_candidacies(reader, id, asked.as_of.day));
        FocalPointsView view;
        view.id = id.text();
        view.rooms = rooms_of(context, reader, body, Room::Members);
        view.member_rooms = member_rooms_of(context, reader, body, MemberRoom::FocalPoints);
        view.errors = error ? web::error_summary(context, *error) : SafeHtml();
        view.once = web::once_field(context);
        view.as_of = asked.as_of.field(language);
        view.levels = TRY(level_links(reader, body, asked, language));
        view.kinds = kind_links(asked, language);
        view.level = std::to_string(asked.level);
        view.kind = asked.kind;
        TRY(fill_areas(view, reader, request, context, body, asked, candidacies));
        for (auto const& named : candidacies)
            view.candidacies.push_back(row_of(named, language));
        TRY(fill_call(view, reader, context, id, today, form, error));
        auto trail = trail_of(context, body);
        trail.push_back({ language.t("Members"), "/bodies/" + id.text() + "/members" });
        web::Page page { language(tr("Focal points of {body}", { { "body", body.short_name() } })), std::move(trail), "/bodies", html::focal_points(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), error ? 422 : 200);
    });
}

Result<web::Reply> show_focal_points(web::Request const& request, web::Context& context) { return list_page(request, context, {}, nullptr); }

Result<web::Reply> create_call(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const form = FocalCallForm::decode(request);
    auto const call_id = context.new_id<FocalCallId>();
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, manage_members, id.text()));
            auto const today = web::local_date(context.now, TRY(time_zone_of(tx, TRY(find_body(tx, id)))));
            auto const call = TRY(form.value(call_id, id, today));
            TRY(insert_focal_call(tx, call));
            boost::json::object const facts { { "text", call.text }, { "until", call.closes_on.to_iso() } };
            TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.focal_call_opened", call_id.text(), id.text(), {}, boost::json::serialize(facts) }, context.now, context.chance));
            return web::see_other(path_of(id));
        });
    });
    if (!saved && saved.error().kind == ErrorKind::Invalid)
        return list_page(request, context, form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The call is open. Members see it on this page."));
}

} // namespace

web::Tag tag_of(CandidacyState state, web::Localization const& language)
{
    switch (state) {
    case CandidacyState::Proposed: return { web::Look::ToDo, language(label_of(state)) };
    case CandidacyState::Foreseen: return { web::Look::ToConfirm, language(label_of(state)) };
    case CandidacyState::Confirmed: return { web::Look::Done, language(label_of(state)) };
    case CandidacyState::Declined: break;
    }
    return { web::Look::Abandoned, language(label_of(state)) };
}

std::vector<web::Route> focal_point_routes()
{
    using enum web::Method;
    std::vector<web::Route> routes {
        { Get, "/bodies/:body/focal-points", show_focal_points, web::by_right(view_body, body_in_path) },
        { Post, "/bodies/:body/focal-points/call", create_call, web::by_right(manage_members, body_in_path) },
    };
    for (auto& route : candidacy_routes())
        routes.push_back(std::move(route));
    return routes;
}

} // namespace toguna::bodies
