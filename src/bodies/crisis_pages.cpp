#include "bodies/counterpart_pages.hpp"
#include "bodies/crises.html.hpp"
#include "bodies/crisis_form.html.hpp"
#include "bodies/rights_store.hpp"
#include "geography/store.hpp"
#include "journal/store.hpp"
#include "people/forms.hpp"
#include "people/normalise.hpp"
#include "people/read_date.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

namespace toguna::bodies {

namespace {

struct CrisisForm {
    std::string name = {};
    std::string country = {};
    std::string state = "existing";
    std::string kind = "protracted";
    std::string onset = {};
    std::string planning_month = "7";
    std::string version = "1";

    static CrisisForm decode(web::Request const& request)
    {
        auto const typed = [&](std::string_view field) { return std::string(request.form.get(field)); };
        return { typed("name"), typed("country"), typed("state"), typed("kind"), typed("onset"), typed("planning_month"), typed("version") };
    }

    static CrisisForm encode(Crisis const& crisis)
    {
        return { crisis.name, crisis.country.text(), std::string(name_of(crisis.state)), std::string(name_of(crisis.kind)), crisis.onset ? crisis.onset->to_iso() : "",
            std::to_string(crisis.planning_month), std::to_string(crisis.version) };
    }

    Result<Crisis> value(CrisisId id, Date today) const
    {
        Error error { ErrorKind::Invalid, tr("This crisis cannot be saved as it is."), {}, {} };
        auto const chosen_country = geography::CountryCode::parse(country);
        auto const chosen_state = crisis_state_from(state);
        auto const chosen_kind = crisis_kind_from(kind);
        auto const began = people::read_date(onset, today);
        if (!chosen_country)
            error.fields.push_back({ "country", tr("Choose the country.") });
        if (!chosen_state)
            error.fields.push_back({ "state", tr("Choose a state.") });
        if (!chosen_kind)
            error.fields.push_back({ "kind", tr("Choose how the crisis began.") });
        if (!began && !people::tidy(onset).empty())
            error.fields.push_back({ "onset", people::unreadable_date(onset) });
        Crisis crisis { std::move(id), name, chosen_country.value_or(geography::CountryCode::trusted("")), chosen_state.value_or(CrisisState::Existing), chosen_kind.value_or(CrisisKind::Protracted),
            began, static_cast<unsigned>(std::min<std::int64_t>(people::read_version(planning_month), 13)), people::read_version(version) };
        auto result = checked(std::move(crisis));
        if (result && error.fields.empty())
            return result;
        if (!result)
            error.fields.insert(error.fields.end(), result.error().fields.begin(), result.error().fields.end());
        return fail(std::move(error));
    }
};

Result<web::Reply> show_crises(web::Request const&, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        CrisesView view;
        for (auto const& crisis : TRY(list_crises(reader)))
            view.rows.push_back({ crisis.id.text(), crisis.name, TRY(geography::find_country(reader, crisis.country)).name(language.language()), language(label_of(crisis.state)),
                language(label_of(crisis.kind)), crisis.onset ? language.date(*crisis.onset) : "" });
        return web::page(context, { language.t("Crises"), { { language.t("Home"), "/" }, { language.t("Bodies"), "/bodies" } }, "/bodies", html::crises(view, context.templates()) });
    });
}

std::vector<web::Option> month_options(web::Localization const& language)
{
    std::vector<web::Option> options;
    for (unsigned month = 1; month <= 12; ++month)
        options.push_back({ std::to_string(month), language.month_name(month) });
    return options;
}

Result<web::Reply> crisis_form_page(web::Context& context, CrisisForm const& form, std::string const& id, Error const* error)
{
    auto const& language = context.language;
    auto const frame = [&](std::string name, std::string label, std::string hint = {}, bool optional = false) {
        return web::FieldFrame { name, std::move(label), std::move(hint), error ? web::message_for(error->fields, name, language) : "", optional };
    };
    auto countries = TRY(context.db.read([&](db::Reader const& reader) { return country_options(context, reader); }));
    std::vector<web::Option> states;
    for (auto const state : crisis_states())
        states.push_back({ std::string(name_of(state)), language(label_of(state)) });
    std::vector<web::Option> kinds;
    for (auto const kind : crisis_kinds())
        kinds.push_back({ std::string(name_of(kind)), language(label_of(kind)) });
    CrisisFormView view { id.empty() ? "/crises" : "/crises/" + id, form.version, error ? web::error_summary(context, *error) : SafeHtml(), web::once_field(context),
        { frame("name", language.t("Name")), form.name }, { frame("country", language.t("Country")), std::move(countries), form.country },
        { frame("state", language.t("State")), std::move(states), { form.state } }, { frame("kind", language.t("Onset")), std::move(kinds), { form.kind } },
        web::date_field(frame("onset", language.t("Began on"), language.t("May stay empty while the crisis is only potential."), true), form.onset, language),
        { frame("planning_month", language.t("The yearly planning begins in"), language.t("Yearly reviews come before it.")), month_options(language), form.planning_month } };
    web::Page page { id.empty() ? language.t("Add a crisis") : language.t("Change a crisis"), { { language.t("Home"), "/" }, { language.t("Bodies"), "/bodies" }, { language.t("Crises"), "/crises" } }, "/bodies",
        html::crisis_form(view, context.templates()), error != nullptr };
    return web::page(context, std::move(page), !error ? 200 : error->kind == ErrorKind::Conflict ? 409 : 422);
}

Result<web::Reply> new_crisis(web::Request const&, web::Context& context) { return crisis_form_page(context, {}, {}, nullptr); }

Result<web::Reply> edit_crisis(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<CrisisId>("crisis"));
    auto const crisis = TRY(context.db.read([&](db::Reader const& reader) { return find_crisis(reader, id); }));
    return crisis_form_page(context, CrisisForm::encode(crisis), id.text(), nullptr);
}

/// A new crisis, or the one named in the address.
Result<web::Reply> save_crisis(web::Request const& request, web::Context& context, std::optional<CrisisId> const& known)
{
    auto const form = CrisisForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, manage_body, ""));
            auto const crisis = TRY(form.value(known ? *known : context.new_id<CrisisId>(), context.today()));
            TRY(known ? update_crisis(tx, crisis) : insert_crisis(tx, crisis));
            auto const facts = boost::json::serialize(boost::json::object { { "name", crisis.name }, { "state", name_of(crisis.state) }, { "kind", name_of(crisis.kind) } });
            TRY(journal::record_event(tx, journal::actor_of(context), { known ? "bodies.crisis_changed" : "bodies.crisis_added", crisis.id.text(), {}, {}, facts }, context.now, context.chance));
            return web::see_other("/crises");
        });
    });
    if (!saved && (saved.error().kind == ErrorKind::Invalid || saved.error().kind == ErrorKind::Conflict))
        return crisis_form_page(context, form, known ? known->text() : "", &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("Your changes were saved."));
}

Result<web::Reply> create_crisis(web::Request const& request, web::Context& context) { return save_crisis(request, context, {}); }
Result<web::Reply> change_crisis(web::Request const& request, web::Context& context) { return save_crisis(request, context, TRY(request.id<CrisisId>("crisis"))); }

} // namespace

std::vector<web::Route> crisis_routes()
{
    using enum web::Method;
    return {
        { Get, "/crises", show_crises, web::administrator() },
        { Post, "/crises", create_crisis, web::administrator() },
        { Get, "/crises/new", new_crisis, web::administrator() },
        { Get, "/crises/:crisis/edit", edit_crisis, web::administrator() },
        { Post, "/crises/:crisis", change_crisis, web::administrator() },
    };
}

} // namespace toguna::bodies
