#include "bodies/member_pages.hpp"
#include "bodies/participation_day.html.hpp"
#include "bodies/participation_list.html.hpp"
#include "bodies/participation_pages.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "journal/store.hpp"
#include "people/normalise.hpp"
#include "people/read_date.hpp"
#include "web/cookies.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace toguna::bodies {

namespace {

std::string path_of(BodyId const& body) { return "/bodies/" + body.text() + "/participation"; }

std::string day_path(BodyId const& body, ParticipationKind kind, Date day)
{
    return path_of(body) + "/day?kind=" + std::string(name_of(kind)) + "&day=" + day.to_iso();
}

/// What was asked for or typed: which meeting or report, and the state of each organisation.
struct DayForm {
    std::string kind = "meeting";
    std::string day = {};
    std::map<people::OrganizationId, std::string> states = {}; ///< "" is « not known »

    static DayForm decode(web::Fields const& fields);
    struct Value {
        ParticipationKind kind = ParticipationKind::Meeting;
        Date day;
    };
    Result<Value> value(Date today) const;
};

constexpr std::string_view state_field = "state-";

DayForm DayForm::decode(web::Fields const& fields)
{
    DayForm form { fields.has("kind") ? std::string(fields.get("kind")) : "meeting", std::string(fields.get("day")), {} };
    for (auto const& [name, value] : fields.pairs())
        if (name.starts_with(state_field))
            if (auto const organization = people::OrganizationId::parse(std::string_view(name).substr(state_field.size())))
                form.states[*organization] = value;
    return form;
}

Result<DayForm::Value> DayForm::value(Date today) const
{
    Error error { ErrorKind::Invalid, tr("This cannot be written down as it is."), {}, {} };
    auto const chosen = participation_kind_from(kind);
    if (!chosen)
        error.fields.push_back({ "kind", tr("Choose a meeting or a report.") });
    auto const read = people::tidy(day).empty() ? std::optional(today) : people::read_date(day, today);
    if (!read)
        error.fields.push_back({ "day", people::unreadable_date(day) });
    else if (*read > today)
        error.fields.push_back({ "day", tr("That day is still to come: write it down when it has passed.") });
    if (!error.fields.empty())
        return fail(std::move(error));
    return Value { *chosen, *read };
}

void fill_question(ParticipationQuestion& question, DayForm const& form, Error const* error, web::Localization const& language)
{
    auto const message = [&](std::string_view field) { return error ? web::message_for(error->fields, field, language) : std::string(); };
    question.kind = { { "kind", language.t("What"), {}, message("kind") }, {}, { form.kind }, false, true };
    for (auto const kind : { ParticipationKind::Meeting, ParticipationKind::Report })
        question.kind.options.push_back({ std::string(name_of(kind)), language(label_of(kind)) });
    question.day = web::date_field({ "day", language.t("Day"), language.t("Of the meeting, or on which the report was due. Empty: today."), message("day"), true }, form.day, language);
}

/// « 12 présentes, 2 excusées »: how many of each state, in the order of the form.
std::string counts_of(std::vector<Participation> const& facts, ParticipationKind kind, web::Localization const& language)
{
    std::vector<std::string> parts;
    for (auto const state : states_of(kind)) {
        auto const count = std::count_if(facts.begin(), facts.end(), [&](auto const& fact) { return fact.state == state; });
        if (count > 0)
            parts.push_back(language(tr("{state}: {count}", { { "state", label_of(state, kind) }, { "count", static_cast<std::int64_t>(count) } })));
    }
    return language.list(parts);
}

std::vector<ParticipationRow> rows_of(std::map<people::OrganizationId, std::vector<Participation>> const& facts, BodyId const& body, bool may_edit, web::Localization const& language)
{
    std::map<std::pair<Date, ParticipationKind>, std::vector<Participation>, std::greater<>> by_day;
    for (auto const& [organization, of_one] : facts)
        for (auto const& fact : of_one)
            by_day[{ fact.day, fact.kind }].push_back(fact);
    std::vector<ParticipationRow> rows;
    for (auto const& [key, of_day] : by_day)
        rows.push_back({ language.date(key.first), language(label_of(key.second)), counts_of(of_day, key.second, language), may_edit ? day_path(body, key.second, key.first) : std::string() });
    return rows;
}

Result<web::Reply> show_participation(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const body = TRY(find_body(reader, id));
        auto const today = web::local_date(context.now, TRY(time_zone_of(reader, body)));
        ParticipationView view;
        view.id = id.text();
        view.rooms = rooms_of(context, reader, body, Room::Members);
        view.member_rooms = member_rooms_of(context, reader, body, MemberRoom::Participation);
        view.may_edit = context.may(reader, manage_members, id.text());
        auto const rows = rows_of(TRY(participation_of_body(reader, id, today)), id, view.may_edit, language);
        auto const pagination = web::paginate(static_cast<int>(rows.size()), request.query.get("page"));
        auto const first = rows.begin() + (pagination.page - 1) * web::rows_per_page;
        view.rows.assign(first, first + std::min<std::ptrdiff_t>(web::rows_per_page, rows.end() - first));
        view.total = pagination.total;
        view.pages = web::pagination_links(context, request, pagination);
        fill_question(view.question, {}, nullptr, language);
        auto trail = trail_of(context, body);
        trail.push_back({ language.t("Members"), "/bodies/" + id.text() + "/members" });
        return web::page(context, { language(tr("Participation in {body}", { { "body", body.short_name() } })), std::move(trail), "/bodies", html::participation_list(view, context.templates()) });
    });
}

/// The state that is chosen for an organisation: what was typed, else what is written down, else nothing.
std::string chosen_state(DayForm const& form, std::vector<Participation> const& written, people::OrganizationId const& organization)
{
    if (auto const typed = form.states.find(organization); typed != form.states.end())
        return typed->second;
    for (auto const& fact : written)
        if (fact.organization == organization)
            return std::string(name_of(fact.state));
    return {};
}

Result<web::Reply> day_page(web::Context& context, BodyId const& id, DayForm const& form, Error const* error)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const body = TRY(find_body(reader, id));
        auto const today = web::local_date(context.now, TRY(time_zone_of(reader, body)));
        auto const asked = form.value(today);
        Error const* const wrong = error ? error : asked ? nullptr : &asked.error();
        ParticipationDayView view;
        view.id = id.text();
        view.rooms = rooms_of(context, reader, body, Room::Members);
        view.errors = wrong ? web::error_summary(context, *wrong) : SafeHtml();
        fill_question(view.question, form, wrong, language);
        if (asked) {
            view.kind = name_of(asked->kind);
            view.day = asked->day.to_iso();
            auto const written = TRY(participation_on(reader, id, asked->kind, asked->day));
            for (auto const& member : TRY(member_organizations(reader, id, asked->day))) {
                web::SelectField field { { std::string(state_field) + member.id.text(), member.name } };
                field.options.push_back({ "", language.t("Not known") });
                for (auto const state : states_of(asked->kind))
                    field.options.push_back({ std::string(name_of(state)), language(label_of(state, asked->kind)) });
                field.value = chosen_state(form, written, member.id);
                view.organizations.push_back(std::move(field));
            }
            view.heading = language(tr("{kind} of {date}", { { "kind", label_of(asked->kind) }, { "date", asked->day } }));
        }
        auto trail = trail_of(context, body);
        trail.push_back({ language.t("Participation"), path_of(id) });
        web::Page page { language.t("Who took part"), std::move(trail), "/bodies", html::participation_day(view, context.templates()), wrong != nullptr };
        return web::page(context, std::move(page), wrong ? 422 : 200);
    });
}

Result<web::Reply> show_day(web::Request const& request, web::Context& context)
{
    return day_page(context, TRY(request.id<BodyId>("body")), DayForm::decode(request.query), nullptr);
}

/// Writes what changed and tells the journal of it, organisation by organisation; ids only.
Result<int> write_day(db::Transaction& tx, BodyId const& body, DayForm const& form, DayForm::Value const& asked, Date today, web::Context& context)
{
    auto const written = TRY(participation_on(tx, body, asked.kind, asked.day));
    auto const members = TRY(member_organizations(tx, body, asked.day));
    boost::json::object before;
    boost::json::object after;
    for (auto const& [organization, word] : form.states) {
        auto const is_member = std::any_of(members.begin(), members.end(), [&](auto const& member) { return member.id == organization; });
        auto const former = chosen_state({}, written, organization);
        if (!is_member || former == word)
            continue;
        auto const state = participation_state_from(word);
        if (!state && !word.empty())
            return fail(Error { ErrorKind::Invalid, tr("This cannot be written down as it is."), { { std::string(state_field) + organization.text(), tr("Choose one of the states offered.") } }, {} });
        Participation const fact { body, organization, asked.kind, asked.day, state.value_or(ParticipationState::Excused), today };
        TRY(state ? save_participation(tx, fact) : delete_participation(tx, fact));
        before[organization.text()] = former;
        after[organization.text()] = word;
    }
    if (!after.empty())
        TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.participation_recorded", body.text(), body.text(), boost::json::serialize(before), boost::json::serialize(after) }, context.now, context.chance));
    return static_cast<int>(after.size());
}

Result<web::Reply> save_day(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const form = DayForm::decode(request.form);
    int changes = 0;
    auto const saved = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        TRY(context.require(tx, manage_members, id.text()));
        auto const today = web::local_date(context.now, TRY(time_zone_of(tx, TRY(find_body(tx, id)))));
        changes = TRY(write_day(tx, id, form, TRY(form.value(today)), today, context));
        return web::see_other(path_of(id));
    });
    if (!saved && saved.error().kind == ErrorKind::Invalid)
        return day_page(context, id, form, &saved.error());
    return web::with_notice(request, context, TRY(saved), trn("{count} organisation was written down. Its people see it first.", "{count} organisations were written down. Their people see it first.", changes));
}

} // namespace

std::vector<web::Route> participation_routes()
{
    using enum web::Method;
    return {
        { Get, "/bodies/:body/participation", show_participation, web::by_right(view_body, body_in_path) },
        { Get, "/bodies/:body/participation/day", show_day, web::by_right(manage_members, body_in_path) },
        { Post, "/bodies/:body/participation", save_day, web::by_right(manage_members, body_in_path) },
    };
}

} // namespace toguna::bodies
