#include "bodies/absence_store.hpp"
#include "bodies/area_words_store.hpp"
#include "bodies/engagement_store.hpp"
#include "bodies/mandate_views.hpp"
#include "bodies/mandates.html.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/role_label_store.hpp"
#include "bodies/store.hpp"
#include "bodies/troika.hpp"
#include "formats/sheet_writer.hpp"
#include "people/normalise.hpp"
#include "people/read_date.hpp"

#include <algorithm>

namespace toguna::bodies {

namespace {

web::Tag tag_of(MandateState state, web::Localization const& language)
{
    auto const word = language(label_of(state));
    switch (state) {
    case MandateState::InForce: return { web::Look::Good, word };
    case MandateState::EngagementOver: return { web::Look::Late, word };
    case MandateState::ToCome: return { web::Look::ToDo, word };
    case MandateState::Over: break;
    }
    return { web::Look::Abandoned, word };
}

std::string period_words(web::Localization const& language, Period const& period)
{
    return period.end() ? language(tr("from {start} to {end}", { { "start", period.start() }, { "end", *period.end() } })) : language(tr("since {start}", { { "start", period.start() } }));
}

/// A mandate beside all that its row says in words.
struct ListedMandate {
    NamedMandate named;
    MandateState state = MandateState::InForce;
    std::string role;
    std::string area;  ///< « Kaya (BF490304) », or empty
};

struct MandateList {
    std::vector<ListedMandate> present; ///< of the day and to come
    std::vector<ListedMandate> past;
    std::vector<std::string> vacant;    ///< roles
};

Result<MandateList> read_list(db::Reader const& db, web::Localization const& language, Body const& body, Date day)
{
    auto const names = TRY(role_names_of(db, body.country));
    auto const mandates = TRY(list_mandates(db, body.id));
    std::vector<geography::AdminAreaId> areas;
    for (auto const& named : mandates)
        if (named.mandate.area)
            areas.push_back(*named.mandate.area);
    auto const area_words = TRY(area_names(db, areas));
    MandateList list;
    std::vector<MandateRole> held;
    for (auto const& named : mandates) {
        auto const state = state_on(named.mandate, named.engaged, day);
        if (state == MandateState::InForce || state == MandateState::EngagementOver)
            held.push_back(named.mandate.role);
        (state == MandateState::Over ? list.past : list.present).push_back({ named, state, names(named.mandate.role, language), named.mandate.area ? area_words.at(*named.mandate.area) : std::string() });
    }
    for (auto const role : vacant_roles(body.kind, held))
        list.vacant.push_back(names(role, language));
    std::stable_sort(list.past.begin(), list.past.end(), [](auto const& left, auto const& right) { return left.named.mandate.period.end() > right.named.mandate.period.end(); });
    return list;
}

std::string where_of(ListedMandate const& listed, web::Localization const& language)
{
    auto const level = listed.named.mandate.level;
    if (listed.area.empty())
        return level == MandateLevel::National ? std::string() : language(label_of(level));
    return language(tr("{level}: {area}", { { "level", label_of(level) }, { "area", listed.area } }));
}

MandateRow row_of(ListedMandate const& listed, web::Localization const& language)
{
    auto const& named = listed.named;
    return { named.mandate.id.text(), listed.role, named.person_name.empty() ? named.organization_name : named.person_name,
        named.person_name.empty() ? std::string() : named.organization_short_name(), where_of(listed, language), period_words(language, named.mandate.period), tag_of(listed.state, language) };
}

void fill_rows(MandatesView& view, MandateList const& list, web::Localization const& language)
{
    for (auto const& role : list.vacant)
        view.rows.push_back({ {}, role, {}, {}, {}, {}, { web::Look::Late, language.t("vacant") } });
    for (auto const& listed : list.present)
        view.rows.push_back(row_of(listed, language));
    for (auto const& listed : list.past)
        view.past.push_back(row_of(listed, language));
}

/// What the engagement behind a co-coordination leaves open: nobody named, or less than a whole post (S0-25).
Result<std::vector<std::string>> warnings_of(db::Reader const& db, web::Localization const& language, Body const& body, MandateList const& list, Date day)
{
    std::vector<std::string> warnings;
    for (auto const& role : list.vacant)
        warnings.push_back(language(tr("Nobody holds this role: {role}.", { { "role", role } })));
    auto const engagements = TRY(list_engagements(db, body.id));
    for (auto const& listed : list.present) {
        auto const& holder = listed.named.holder();
        if (listed.state == MandateState::EngagementOver)
            warnings.push_back(language(tr("The engagement behind the mandate of {name} has expired: it lets read, no longer write.", { { "name", holder } })));
        for (auto const& engagement : engagements) {
            auto const span = span_of(engagement);
            bool const backs_today = engagement.mandate == listed.named.mandate.id && span && span->from <= day && day <= span->until;
            if (!backs_today || listed.named.mandate.role != MandateRole::CoCoordinator)
                continue;
            if (!engagement.dedicated_person)
                warnings.push_back(language(tr("The engagement behind the mandate of {name} names nobody who is dedicated to it.", { { "name", holder } })));
            if (engagement.time_share && *engagement.time_share < 100)
                warnings.push_back(language(tr("{name} is dedicated at {share}% to this role; a full-time post is expected.", { { "name", holder }, { "share", *engagement.time_share } })));
        }
    }
    return warnings;
}

Result<void> fill_chairing(MandatesView& view, db::Reader const& db, web::Localization const& language, BodyOnDay const& shown)
{
    auto const chairing = TRY(chairing_on(db, shown.body.id, shown.day));
    if (chairing.person)
        view.chairing = language(tr("{name} chairs and represents the body ({role}).",
            { { "name", chairing.name }, { "role", TRY(role_names_of(db, shown.body.country))(chairing.role, language) } }));
    view.chairing_reason = chairing.reason.empty() ? std::string() : language(chairing.reason);
    return {};
}

Result<web::Reply> show_mandates(web::Request const& request, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const shown = TRY(body_on_day(reader, request, context));
        auto const list = TRY(read_list(reader, language, shown.body, shown.day));
        MandatesView view;
        view.id = shown.body.id.text();
        view.rooms = rooms_of(context, reader, shown.body, Room::Mandates);
        view.day = day_field(shown, language);
        view.day_query = shown.day == shown.today ? "" : shown.day.to_iso();
        view.caption = language(tr("As of {date}", { { "date", shown.day } }));
        fill_rows(view, list, language);
        view.warnings = TRY(warnings_of(reader, language, shown.body, list, shown.day));
        TRY(fill_chairing(view, reader, language, shown));
        view.may_manage = context.may(reader, manage_mandates, view.id);
        view.sees_coordination = context.may(reader, view_coordination, view.id);
        view.may_name_roles = context.visitor->administrator;
        view.country = shown.body.country.text();
        view.has_troika = has_troika(shown.body.kind);
        return web::page(context, { language(tr("Mandates of {body}", { { "body", shown.body.short_name() } })), trail_of(context, shown.body), "/bodies", html::mandates(view, context.templates()) },
            shown.unreadable.empty() ? 200 : 422);
    });
}

formats::SheetValue cell(std::string text) { return text.empty() ? formats::SheetValue() : formats::SheetValue(std::move(text)); }

formats::SheetRow sheet_row(ListedMandate const& listed, web::Localization const& language)
{
    auto const& named = listed.named;
    formats::SheetRow row;
    row.cells = { listed.role, cell(named.person_name), cell(named.organization_name), cell(named.organization_acronym), language(label_of(named.mandate.level)), cell(listed.area),
        named.mandate.period.start(), named.mandate.period.end() ? formats::SheetValue(*named.mandate.period.end()) : formats::SheetValue(), language(label_of(listed.state)) };
    return row;
}

struct MandateExport {
    formats::Sheet sheet;
    std::string name; ///< of the file, without its ending
};

/// Every mandate the body ever had, with its state on the day.
Result<MandateExport> exported(web::Request const& request, web::Context const& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<MandateExport> {
        auto const& language = context.file_language;
        auto const shown = TRY(body_on_day(reader, request, context));
        if (!shown.unreadable.empty())
            return fail(ErrorKind::Invalid, shown.unreadable);
        auto const list = TRY(read_list(reader, language, shown.body, shown.day));
        MandateExport result;
        result.name = shown.body.short_name() + " – " + language.t("Mandates");
        result.sheet.name = language.t("Mandates");
        result.sheet.title = language(tr("Mandates of {body}", { { "body", shown.body.name } })) + " – " + language(tr("As of {date}", { { "date", shown.day } }));
        result.sheet.columns = { { language.t("Role"), 28 }, { language.t("Person"), 30 }, { language.t("Organisation"), 40 }, { language.t("Acronym"), 14 }, { language.t("Level"), 12 },
            { language.t("Area"), 26 }, { language.t("First day"), 14 }, { language.t("Last day"), 14 }, { language.t("State"), 18 } };
        for (auto const* part : { &list.present, &list.past })
            for (auto const& listed : *part)
                result.sheet.rows.push_back(sheet_row(listed, language));
        return result;
    });
}

Result<web::Reply> export_xlsx(web::Request const& request, web::Context& context)
{
    auto made = TRY(exported(request, context));
    formats::Workbook workbook;
    workbook.title = made.sheet.title;
    workbook.author = context.visitor ? context.visitor->name : std::string();
    workbook.lists_sheet_name = context.file_language.t("Lists");
    workbook.created = context.now;
    workbook.sheets.push_back(std::move(made.sheet));
    return web::download(TRY(formats::write_xlsx(workbook)), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", made.name + ".xlsx");
}

Result<web::Reply> export_csv(web::Request const& request, web::Context& context)
{
    auto const made = TRY(exported(request, context));
    return web::download(formats::write_csv(made.sheet), "text/csv; charset=utf-8", made.name + ".csv");
}

} // namespace

Result<BodyOnDay> body_on_day(db::Reader const& db, web::Request const& request, web::Context const& context)
{
    auto body = TRY(find_body(db, TRY(request.id<BodyId>("body"))));
    auto const today = web::local_date(context.now, TRY(time_zone_of(db, body)));
    BodyOnDay shown { std::move(body), today, today, people::tidy(request.query.get("on")) };
    if (shown.typed.empty())
        return shown;
    if (auto const day = people::read_date(shown.typed, today))
        shown.day = *day;
    else
        shown.unreadable = people::unreadable_date(shown.typed);
    return shown;
}

web::TextField day_field(BodyOnDay const& shown, web::Localization const& language)
{
    return web::date_field({ "on", language.t("As of"), {}, shown.unreadable.empty() ? std::string() : language(shown.unreadable), true }, shown.typed, language);
}

std::vector<web::Route> mandate_list_routes()
{
    using enum web::Method;
    return {
        { Get, "/bodies/:body/mandates", show_mandates, web::by_right(view_body, body_in_path) },
        { Get, "/bodies/:body/mandates/export.xlsx", export_xlsx, web::by_right(view_body, body_in_path) },
        { Get, "/bodies/:body/mandates/export.csv", export_csv, web::by_right(view_body, body_in_path) },
    };
}

} // namespace toguna::bodies
