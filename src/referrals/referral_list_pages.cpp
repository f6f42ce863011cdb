#include "bodies/as_of_forms.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "formats/sheet_writer.hpp"
#include "referrals/referral_pages.hpp"
#include "referrals/referrals.html.hpp"

#include <algorithm>

namespace toguna::referrals {

namespace {

/// What was asked for.
struct ListRequest {
    std::string path;
    bodies::AsOf as_of;
    std::optional<ReferralKind> kind = {};
    std::string state = {}; ///< "", "open", "over"

    static ListRequest decode(web::Request const& request, bodies::BodyId const& body, Date today);
    std::string address(std::string const& ending = {}) const;
    bool takes(NamedReferral const& named) const
    {
        return (!kind || named.referral.kind == *kind) && (state.empty() || is_over(named.state_then) == (state == "over"));
    }
};

ListRequest ListRequest::decode(web::Request const& request, bodies::BodyId const& body, Date today)
{
    ListRequest asked { path_of(body), bodies::AsOf::decode(request, today) };
    asked.kind = referral_kind_from(request.query.get("kind"));
    auto const state = request.query.get("state");
    if (state == "open" || state == "over")
        asked.state = state;
    return asked;
}

std::string ListRequest::address(std::string const& ending) const
{
    std::string query;
    auto const add = [&](std::string_view name, std::string_view value) { query += (query.empty() ? "?" : "&") + std::string(name) + "=" + std::string(value); };
    if (kind)
        add("kind", name_of(*kind));
    if (!state.empty())
        add("state", state);
    if (as_of.is_other_day)
        add("as_of", as_of.day.to_iso());
    return path + ending + query;
}

struct ReferralList {
    bodies::Body body;
    ListRequest asked;
    std::vector<NamedReferral> all;
    std::vector<NamedReferral> chosen;
};

Result<ReferralList> read_list(db::Reader const& reader, web::Request const& request, web::Context const& context)
{
    auto body = TRY(bodies::find_body(reader, TRY(request.id<bodies::BodyId>("body"))));
    auto const today = web::local_date(context.now, TRY(bodies::time_zone_of(reader, body)));
    auto const asked = ListRequest::decode(request, body.id, today);
    auto all = TRY(list_referrals(reader, body.id, asked.as_of.day));
    std::vector<NamedReferral> chosen;
    std::copy_if(all.begin(), all.end(), std::back_inserter(chosen), [&](auto const& named) { return asked.takes(named); });
    return ReferralList { std::move(body), asked, std::move(all), std::move(chosen) };
}

ListLink link_to(ReferralList const& list, ListRequest const& changed, std::string const& name, bool is_current, web::Localization const& language)
{
    auto const count = std::count_if(list.all.begin(), list.all.end(), [&](auto const& named) { return changed.takes(named); });
    return { language(tr("{name} ({count})", { { "name", name }, { "count", static_cast<std::int64_t>(count) } })), changed.address(), is_current };
}

void fill_filters(ReferralsView& view, ReferralList const& list, web::Localization const& language)
{
    for (auto const& [state, name] : { std::pair<std::string, std::string> { "", language.t("All files") }, { "open", language.t("Still followed") }, { "over", language.t("No longer followed") } }) {
        auto changed = list.asked;
        changed.state = state;
        view.states.push_back(link_to(list, changed, name, state == list.asked.state, language));
    }
    auto changed = list.asked;
    changed.kind.reset();
    view.kinds.push_back(link_to(list, changed, language.t("All kinds"), !list.asked.kind, language));
    for (auto const kind : referral_kinds()) {
        auto const exists = std::any_of(list.all.begin(), list.all.end(), [&](auto const& named) { return named.referral.kind == kind; });
        changed.kind = kind;
        if (exists || list.asked.kind == kind)
            view.kinds.push_back(link_to(list, changed, language(label_of(kind)), list.asked.kind == kind, language));
    }
}

ReferralRow row_of(NamedReferral const& named, bodies::BodyId const& shown_in, Date day, web::Localization const& language)
{
    auto const& referral = named.referral;
    return { path_of(shown_in) + "/" + referral.id.text(), named.reference(), referral.title, language(label_of(referral.kind)), tag_of(named.state_then, language), named.responsible_name,
        referral.due_on ? language.date(*referral.due_on) : std::string(), is_late(referral, named.state_then, day) };
}

Result<web::Reply> show_referrals(web::Request const& request, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const list = TRY(read_list(reader, request, context));
        auto const& id = list.body.id;
        auto const pagination = web::paginate(static_cast<int>(list.chosen.size()), request.query.get("page"));
        ReferralsView view;
        view.id = id.text();
        view.rooms = bodies::rooms_of(context, reader, list.body, bodies::Room::Referrals);
        view.as_of = list.asked.as_of.field(language);
        view.kind = list.asked.kind ? name_of(*list.asked.kind) : std::string_view();
        view.state = list.asked.state;
        fill_filters(view, list, language);
        for (auto const kind : kinds_of(list.body.kind))
            if (require_may_open(reader, context, id, kind))
                view.openings.push_back({ language(tr("Open: {kind}", { { "kind", label_of(kind) } })), path_of(id) + "/new?kind=" + std::string(name_of(kind)) });
        auto const files = trn("{count} file", "{count} files", static_cast<std::int64_t>(list.chosen.size()));
        view.caption = !list.asked.as_of.is_other_day ? language(files) : language(tr("As of {date}: {files}", { { "date", list.asked.as_of.day }, { "files", files } }));
        auto const first = (pagination.page - 1) * web::rows_per_page;
        for (int place = first; place < std::min(first + web::rows_per_page, pagination.total); ++place)
            view.rows.push_back(row_of(list.chosen[static_cast<std::size_t>(place)], id, list.asked.as_of.day, language));
        view.pages = web::pagination_links(context, request, pagination);
        view.export_path = list.asked.address("/export.xlsx");
        view.empty = list.asked.kind || !list.asked.state.empty() || list.asked.as_of.is_other_day
            ? web::EmptyState { language.t("No file matches"), language.t("Take away a filter, or ask for another day."), language.t("Show all"), path_of(id) }
            : web::EmptyState { language.t("No file yet"), language.t("What this body passes on and follows to its end is listed here: cases of last resort, proposals, requests.") };
        return web::page(context, { language(tr("Files followed by {body}", { { "body", list.body.short_name() } })), bodies::trail_of(context, list.body), "/bodies", html::referrals(view, context.templates()) });
    });
}

formats::SheetRow sheet_row(NamedReferral const& named, web::Localization const& language)
{
    auto const text = [](std::string value) { return value.empty() ? formats::SheetValue() : formats::SheetValue(std::move(value)); };
    auto const& referral = named.referral;
    std::string topic;
    for (auto const& known : topics_of(referral.kind))
        if (known.name == referral.topic)
            topic = language(known.label);
    formats::SheetRow row;
    row.cells = { named.reference(), language(label_of(referral.kind)), referral.title, text(referral.text), text(std::move(topic)), text(referral.origin), text(named.area_name), text(named.partner_name),
        referral.opened_on, text(named.asker_name), text(named.responsible_name), referral.due_on ? formats::SheetValue(*referral.due_on) : formats::SheetValue(),
        text(referral.within_mandate ? language(*referral.within_mandate ? tr("yes") : tr("no")) : std::string()), language(label_of(named.state_then)) };
    return row;
}

Result<web::Reply> export_xlsx(web::Request const& request, web::Context& context)
{
    auto const list = TRY(context.db.read([&](db::Reader const& reader) { return read_list(reader, request, context); }));
    auto const& language = context.file_language;
    formats::Workbook workbook;
    workbook.title = language(tr("Files followed by {body}", { { "body", list.body.short_name() } }));
    workbook.author = context.visitor ? context.visitor->name : std::string();
    workbook.created = context.now;
    formats::Sheet sheet;
    sheet.name = language.t("Followed files");
    sheet.title = language(tr("{title}, as of {date}", { { "title", workbook.title }, { "date", list.asked.as_of.day } }));
    sheet.columns = { { language.t("Reference"), 18 }, { language.t("Kind"), 22 }, { language.t("Subject"), 40 }, { language.t("Description"), 50 }, { language.t("Topic"), 22 }, { language.t("Gap of origin"), 30 },
        { language.t("Area"), 18 }, { language.t("Partner"), 26 }, { language.t("Opened on"), 14 }, { language.t("Opened by"), 24 }, { language.t("Responsible"), 24 }, { language.t("Deadline"), 14 },
        { language.t("Within the mandate"), 14 }, { language.t("State"), 20 } };
    for (auto const& named : list.chosen)
        sheet.rows.push_back(sheet_row(named, language));
    workbook.sheets.push_back(std::move(sheet));
    return web::download(TRY(formats::write_xlsx(workbook)), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook.title + ".xlsx");
}

} // namespace

bool is_late(Referral const& referral, ReferralState state, Date day) { return referral.due_on && *referral.due_on < day && !is_over(state) && state != ReferralState::Answered; }

web::Tag tag_of(ReferralState state, web::Localization const& language)
{
    auto const look = [&] {
        switch (state) {
        case ReferralState::Opened: return web::Look::ToDo;
        case ReferralState::InHand: return web::Look::InProgress;
        case ReferralState::Submitted: return web::Look::ToConfirm;
        case ReferralState::Answered:
        case ReferralState::Adopted:
        case ReferralState::Amended:
        case ReferralState::Closed: return web::Look::Done;
        case ReferralState::Refused:
        case ReferralState::Withdrawn: break;
        }
        return web::Look::Abandoned;
    }();
    return { look, language(label_of(state)) };
}

std::string path_of(bodies::BodyId const& body) { return "/bodies/" + body.text() + "/referrals"; }

std::vector<web::Route> list_routes()
{
    using enum web::Method;
    return {
        { Get, "/bodies/:body/referrals", show_referrals, web::by_right(bodies::view_body, bodies::body_in_path) },
        { Get, "/bodies/:body/referrals/export.xlsx", export_xlsx, web::by_right(bodies::view_body, bodies::body_in_path) },
    };
}

} // namespace toguna::referrals
