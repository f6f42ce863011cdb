#include "bodies/absence_conflict_store.hpp"
#include "bodies/absence_forms.hpp"
#include "bodies/absence_store.hpp"
#include "bodies/absence_views.hpp"
#include "bodies/absences.html.hpp"
#include "bodies/mandate_store.hpp"
#include "bodies/rights_store.hpp"
#include "journal/store.hpp"
#include "people/person_store.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <map>

namespace toguna::bodies {

namespace {

/// As far back as a body's page shows absences that are over.
constexpr int days_shown = 90;

/// Days and person only: why somebody is away is nobody's business later.
std::string absence_facts(Absence const& absence)
{
    boost::json::object facts { { "person", absence.person.text() }, { "from", absence.period.start().to_iso() } };
    if (absence.period.end())
        facts["until"] = absence.period.end()->to_iso();
    return boost::json::serialize(facts);
}

bool can_be_mended(Error const& error) { return error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Conflict; }

std::string period_words(web::Localization const& language, Period const& period)
{
    return period.end() ? language(tr("from {start} to {end}", { { "start", period.start() }, { "end", *period.end() } })) : language(tr("since {start}", { { "start", period.start() } }));
}

std::string warning_of(AbsenceConflict const& conflict, web::Localization const& language)
{
    auto const sentence = language(conflict.sentence);
    if (conflict.inform.empty())
        return sentence + " " + language.t("Inform an administrator.");
    return sentence + " " + language(tr("Inform {names}.", { { "names", language.list(conflict.inform) } }));
}

Result<AbsenceRow> row_of(db::Reader const& db, web::Localization const& language, Absence const& absence, std::string person, std::vector<BodyId> const& bodies, Date today)
{
    AbsenceRow row { absence.id.text(), std::move(person), period_words(language, absence.period), absence.reason, absence.period.end() && *absence.period.end() < today };
    if (!row.is_over)
        for (auto const& body : bodies)
            for (auto const& conflict : TRY(conflicts_in(db, body, absence)))
                row.warnings.push_back(warning_of(conflict, language));
    return row;
}

/// What was typed into the two forms of the page, and what is wrong with one of them.
struct Typed {
    AbsenceForm absence = {};
    PeakForm peak = {};
    Error const* error = nullptr;
};

void fill_absence_form(AbsencesView& view, web::Context const& context, Typed const& typed)
{
    auto const& language = context.language;
    auto const frame = [&](std::string name, std::string label, std::string hint = {}, bool optional = true) {
        return web::FieldFrame { name, std::move(label), std::move(hint), typed.error ? web::message_for(typed.error->fields, name, language) : "", optional };
    };
    view.errors = typed.error ? web::error_summary(context, *typed.error) : SafeHtml();
    view.once = web::once_field(context);
    view.starts_on = web::date_field(frame("starts_on", language.t("First day"), language.t("Empty: today. For example 7/2/2026.")), typed.absence.starts_on, language);
    view.ends_on = web::date_field(frame("ends_on", language.t("Last day"), language.t("Empty: until further notice.")), typed.absence.ends_on, language);
    view.reason = { frame("reason", language.t("Reason"), language.t("Leave, mission … Only the coordination sees it.")), typed.absence.reason, web::Width::Half };
}

void fill_peak_form(AbsencesView& view, web::Context const& context, Typed const& typed)
{
    auto const& language = context.language;
    auto const frame = [&](std::string name, std::string label, std::string hint = {}, bool optional = true) {
        return web::FieldFrame { name, std::move(label), std::move(hint), typed.error ? web::message_for(typed.error->fields, name, language) : "", optional };
    };
    view.peak_once = web::once_field(context);
    view.label = { frame("label", language.t("What happens then"), language.t("For example: allocation, review of the strategy."), false), typed.peak.label, web::Width::Half };
    view.peak_starts_on = web::date_field(frame("peak_starts_on", language.t("First day"), language.t("Empty: today. For example 7/2/2026.")), typed.peak.starts_on, language);
    view.peak_ends_on = web::date_field(frame("peak_ends_on", language.t("Last day"), language.t("Empty: until further notice.")), typed.peak.ends_on, language);
}

/// The named persons with a mandate that is not over, each once.
Result<std::map<std::string, std::string>> holders_by_id(db::Reader const& db, BodyId const& body, Date since)
{
    std::map<std::string, std::string> holders;
    for (auto const& named : TRY(list_mandates(db, body)))
        if (named.mandate.person && (!named.mandate.period.end() || *named.mandate.period.end() >= since))
            holders.emplace(named.mandate.person->text(), named.person_name);
    return holders;
}

web::SelectField person_select(std::map<std::string, std::string> const& holders, web::Context const& context, Typed const& typed)
{
    auto const& language = context.language;
    std::vector<web::Option> options;
    for (auto const& [id, name] : holders)
        options.push_back({ id, name });
    std::sort(options.begin(), options.end(), [&](auto const& left, auto const& right) { return language.less(left.label, right.label); });
    options.insert(options.begin(), web::Option { "", language.t("Choose") });
    return { { "person", language.t("Who is away"), {}, typed.error ? web::message_for(typed.error->fields, "person", language) : "" }, std::move(options), typed.absence.person };
}

Result<web::Reply> body_page(web::Context& context, BodyId const& id, Typed const& typed)
{
    return context.db.read([&](db::Reader const& db) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const body = TRY(find_body(db, id));
        auto const today = web::local_date(context.now, TRY(time_zone_of(db, body)));
        auto const holders = TRY(holders_by_id(db, id, today.plus_days(-days_shown)));
        AbsencesView view;
        view.id = id.text();
        view.action = "/bodies/" + view.id + "/absences";
        view.rooms = rooms_of(context, db, body, Room::Mandates);
        for (auto const& absence : TRY(absences_in_body(db, id, Period::since(today.plus_days(-days_shown)))))
            if (auto const holder = holders.find(absence.person.text()); holder != holders.end())
                view.rows.push_back(TRY(row_of(db, language, absence, holder->second, { id }, today)));
        for (auto const& peak : TRY(peak_periods_of(db, id)))
            view.peaks.push_back({ peak.id.text(), peak.label, period_words(language, peak.period) });
        view.may_add = context.may(db, manage_members, view.id) && !holders.empty();
        view.may_add_peak = context.may(db, manage_body, view.id);
        fill_absence_form(view, context, typed);
        fill_peak_form(view, context, typed);
        view.person = person_select(holders, context, typed);
        web::Page page { language(tr("Absences and strong periods of {body}", { { "body", body.short_name() } })), trail_of(context, body), "/bodies", html::absences(view, context.templates()), typed.error != nullptr };
        return web::page(context, std::move(page), !typed.error ? 200 : 422);
    });
}

Result<people::PersonId> own_person(web::Context const& context)
{
    if (auto const person = people::PersonId::parse(context.visitor->person))
        return *person;
    return fail(ErrorKind::Forbidden, tr("Your account belongs to no person of the directory: there are no absences to note."));
}

Result<web::Reply> own_page(web::Context& context, Typed const& typed)
{
    auto const person = TRY(own_person(context));
    return context.db.read([&](db::Reader const& db) -> Result<web::Reply> {
        auto const& language = context.language;
        AbsencesView view;
        view.action = "/my-absences";
        view.may_add = true;
        for (auto const& absence : TRY(absences_of_person(db, person)))
            view.rows.push_back(TRY(row_of(db, language, absence, {}, TRY(bodies_concerned(db, person, absence.period)), context.today())));
        fill_absence_form(view, context, typed);
        web::Page page { language.t("My absences"), { { language.t("Home"), "/" } }, "/", html::absences(view, context.templates()), typed.error != nullptr };
        return web::page(context, std::move(page), !typed.error ? 200 : 422);
    });
}

Result<web::Reply> show_body_absences(web::Request const& request, web::Context& context) { return body_page(context, TRY(request.id<BodyId>("body")), {}); }
Result<web::Reply> show_own_absences(web::Request const&, web::Context& context) { return own_page(context, {}); }

Result<web::Reply> create_own_absence(web::Request const& request, web::Context& context)
{
    auto const person = TRY(own_person(context));
    auto const form = AbsenceForm::decode(request);
    auto const id = context.new_id<AbsenceId>();
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            auto const absence = TRY(form.value(id, person, context.today()));
            TRY(insert_absence(tx, absence));
            TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.absence_added", id.text(), {}, {}, absence_facts(absence) }, context.now, context.chance));
            return web::see_other("/my-absences");
        });
    });
    if (!saved && can_be_mended(saved.error()))
        return own_page(context, { form, {}, &saved.error() });
    return web::with_notice(request, context, TRY(saved), tr("The absence was saved. What it leaves open is shown beside it."));
}

/// The absent holder's name, when the person holds a mandate in the body: the coordination of a body notes the absences of its own people only.
Result<std::string> holder_name(db::Reader const& db, BodyId const& body, people::PersonId const& person, Date today)
{
    auto const holders = TRY(holders_by_id(db, body, today.plus_days(-days_shown)));
    auto const found = holders.find(person.text());
    if (found == holders.end())
        return fail(Error { ErrorKind::Invalid, tr("This absence cannot be saved as it is."), { { "person", tr("Choose who is away.") } }, "no mandate in the body" });
    return found->second;
}

/// Done for somebody else, the journal says for whom.
journal::Actor for_person(web::Context const& context, people::PersonId const& person, std::string const& name)
{
    auto actor = journal::actor_of(context);
    if (person.text() != context.visitor->person)
        actor.on_behalf_of = name;
    return actor;
}

Result<web::Reply> create_body_absence(web::Request const& request, web::Context& context)
{
    auto const body = TRY(request.id<BodyId>("body"));
    auto const form = AbsenceForm::decode(request);
    auto const id = context.new_id<AbsenceId>();
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, manage_members, body.text()));
            auto const today = web::local_date(context.now, TRY(time_zone_of(tx, TRY(find_body(tx, body)))));
            auto const absence = TRY(form.value(id, {}, today));
            auto const name = TRY(holder_name(tx, body, absence.person, today));
            TRY(insert_absence(tx, absence));
            TRY(journal::record_event(tx, for_person(context, absence.person, name), { "bodies.absence_added", id.text(), body.text(), {}, absence_facts(absence) }, context.now, context.chance));
            return web::see_other("/bodies/" + body.text() + "/absences");
        });
    });
    if (!saved && can_be_mended(saved.error()))
        return body_page(context, body, { form, {}, &saved.error() });
    return web::with_notice(request, context, TRY(saved), tr("The absence was saved. What it leaves open is shown beside it."));
}

Result<web::Reply> return_to_own_work(web::Request const& request, web::Context& context)
{
    auto const person = TRY(own_person(context));
    auto const id = TRY(request.id<AbsenceId>("absence"));
    auto const saved = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        auto const absence = TRY(find_absence(tx, id));
        if (absence.person != person)
            return fail(ErrorKind::NotFound, tr("This absence does not exist."));
        TRY(return_from_absence(tx, id, context.today()));
        TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.absence_ended", id.text(), {}, absence_facts(absence), {} }, context.now, context.chance));
        return web::see_other("/my-absences");
    });
    return web::with_notice(request, context, TRY(saved), tr("The absence is over: the role is back."));
}

Result<web::Reply> return_to_work(web::Request const& request, web::Context& context)
{
    auto const body = TRY(request.id<BodyId>("body"));
    auto const id = TRY(request.id<AbsenceId>("absence"));
    auto const saved = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        TRY(context.require(tx, manage_members, body.text()));
        auto const today = web::local_date(context.now, TRY(time_zone_of(tx, TRY(find_body(tx, body)))));
        auto const absence = TRY(find_absence(tx, id));
        auto const name = TRY(holder_name(tx, body, absence.person, today));
        TRY(return_from_absence(tx, id, today));
        TRY(journal::record_event(tx, for_person(context, absence.person, name), { "bodies.absence_ended", id.text(), body.text(), absence_facts(absence), {} }, context.now, context.chance));
        return web::see_other("/bodies/" + body.text() + "/absences");
    });
    return web::with_notice(request, context, TRY(saved), tr("The absence is over: the role is back."));
}

Result<web::Reply> create_peak_period(web::Request const& request, web::Context& context)
{
    auto const body = TRY(request.id<BodyId>("body"));
    auto const form = PeakForm::decode(request);
    auto const id = context.new_id<PeakPeriodId>();
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, manage_body, body.text()));
            auto const peak = TRY(form.value(id, body, web::local_date(context.now, TRY(time_zone_of(tx, TRY(find_body(tx, body)))))));
            TRY(insert_peak_period(tx, peak));
            TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.peak_period_added", id.text(), body.text(), {}, {} }, context.now, context.chance));
            return web::see_other("/bodies/" + body.text() + "/absences");
        });
    });
    if (!saved && can_be_mended(saved.error()))
        return body_page(context, body, { {}, form, &saved.error() });
    return web::with_notice(request, context, TRY(saved), tr("The strong period was saved."));
}

Result<web::Reply> remove_peak_period(web::Request const& request, web::Context& context)
{
    auto const body = TRY(request.id<BodyId>("body"));
    auto const id = TRY(request.id<PeakPeriodId>("period"));
    auto const saved = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        TRY(context.require(tx, manage_body, body.text()));
        TRY(delete_peak_period(tx, body, id));
        TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.peak_period_removed", id.text(), body.text(), {}, {} }, context.now, context.chance));
        return web::see_other("/bodies/" + body.text() + "/absences");
    });
    return web::with_notice(request, context, TRY(saved), tr("The strong period was removed."));
}

} // namespace

std::vector<web::Route> absence_routes()
{
    using enum web::Method;
    return {
        { Get, "/my-absences", show_own_absences, web::signed_in() },
        { Post, "/my-absences", create_own_absence, web::signed_in() },
        { Post, "/my-absences/:absence/return", return_to_own_work, web::signed_in() },
        { Get, "/bodies/:body/absences", show_body_absences, web::by_right(view_coordination, body_in_path) },
        { Post, "/bodies/:body/absences", create_body_absence, web::by_right(manage_members, body_in_path) },
        { Post, "/bodies/:body/absences/:absence/return", return_to_work, web::by_right(manage_members, body_in_path) },
        { Post, "/bodies/:body/peak-periods", create_peak_period, web::by_right(manage_body, body_in_path) },
        { Post, "/bodies/:body/peak-periods/:period/removal", remove_peak_period, web::by_right(manage_body, body_in_path) },
    };
}

} // namespace toguna::bodies
