#include "bodies/architecture_store.hpp"
#include "bodies/body_form.html.hpp"
#include "bodies/body_kinds.html.hpp"
#include "bodies/body_template.hpp"
#include "bodies/pages.hpp"
#include "bodies/profile_store.hpp"
#include "bodies/public_pages.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/sector.hpp"
#include "bodies/store.hpp"
#include "geography/area_store.hpp"
#include "journal/store.hpp"
#include "people/forms.hpp"
#include "web/cookies.hpp"
#include "web/errors.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace toguna::bodies {

namespace {

/// More bodies than a country has; above, a parent is found by its code.
constexpr int most_parents = 500;

std::string body_facts(Body const& body)
{
    boost::json::object facts { { "name", body.name }, { "code", body.code }, { "kind", name_of(body.kind) } };
    if (body.parent)
        facts["parent"] = body.parent->text();
    if (body.reports_to)
        facts["reports_to"] = body.reports_to->text();
    return boost::json::serialize(facts);
}

std::vector<web::Option> kind_options(web::Localization const& language)
{
    std::vector<web::Option> options;
    for (auto const kind : body_kinds())
        options.push_back({ std::string(name_of(kind)), language(label_of(kind)) });
    return options;
}

std::vector<web::Option> weekday_options(web::Localization const& language)
{
    return { { "1", language.t("Monday") }, { "2", language.t("Tuesday") }, { "3", language.t("Wednesday") }, { "4", language.t("Thursday") }, { "5", language.t("Friday") },
        { "6", language.t("Saturday") }, { "7", language.t("Sunday") } };
}

std::vector<web::Option> sector_options(web::Localization const& language)
{
    std::vector<web::Option> options { { "", language.t("(none)") } };
    for (auto const& sector : sectors())
        options.push_back({ std::string(sector.code), std::string(sector.name(language.language())) });
    return options;
}

std::vector<web::Option> level_options(web::Localization const& language)
{
    std::vector<web::Option> options;
    for (auto const level : mandate_levels())
        options.push_back({ std::string(name_of(level)), language(label_of(level)) });
    return options;
}

std::vector<web::Option> child_options(BodyForm const& form, web::Localization const& language)
{
    std::vector<web::Option> options;
    auto const kind = body_kind_from(form.kind);
    auto const children = kind ? usual_children(*kind, form.acronym.empty() ? "…" : form.acronym) : std::vector<TemplateChild> {};
    for (std::size_t place = 0; place < children.size(); ++place)
        options.push_back({ std::to_string(place), language(children[place].name), language(label_of(children[place].kind)) });
    return options;
}

struct Choices {
    std::vector<web::Option> countries;
    std::vector<web::Option> bodies;
    std::vector<web::Option> crises;
};

Result<Choices> read_choices(web::Context const& context, std::string const& own_id)
{
    return context.db.read([&](db::Reader const& reader) -> Result<Choices> {
        web::Option const none { "", context.language.t("(none)") };
        Choices choices { TRY(country_options(context, reader)), { none }, { none } };
        for (auto const& body : TRY(list_bodies(reader, { {}, {}, most_parents, 0, ShownBodies::Current })))
            if (body.id.text() != own_id)
                choices.bodies.push_back({ body.id.text(), body.name });
        for (auto const& crisis : TRY(list_crises(reader)))
            choices.crises.push_back({ crisis.id.text(), crisis.name });
        return choices;
    });
}

/// The fields that may wait stand under a heading that opens; it is open when one of them is wrong.
bool has_error_below(Error const& error)
{
    static std::set<std::string_view> const fields { "purpose", "operational_since", "rhythm", "dormant_after", "level", "areas", "crisis", "public_slug", "public_contact", "quiet_weekdays", "quiet_days", "night_from", "night_until" };
    return std::any_of(error.fields.begin(), error.fields.end(), [&](FieldError const& field) { return fields.contains(field.field); });
}

class FormPage {
public:
    FormPage(web::Context& context, BodyForm const& form, std::string id, Error const* error) : m_context(context), m_form(form), m_id(std::move(id)), m_error(error) { }

    Result<web::Reply> show()
    {
        auto choices = TRY(read_choices(m_context, m_id));
        m_view.action = m_id.empty() ? "/bodies" : "/bodies/" + m_id;
        m_view.cancel = m_view.action;
        m_view.version = m_form.version;
        m_view.errors = m_error ? web::error_summary(m_context, *m_error) : SafeHtml();
        m_view.once = web::once_field(m_context);
        m_view.is_open = m_error && has_error_below(*m_error);
        fill_identity(choices);
        fill_scope(choices);
        fill_quiet_times();
        web::Page page { m_id.empty() ? m_language.t("Create a body") : m_language.t("Change a body"), { { m_language.t("Home"), "/" }, { m_language.t("Bodies"), "/bodies" } }, "/bodies",
            html::body_form(m_view, m_context.templates()), m_error != nullptr };
        return web::page(m_context, std::move(page), m_error ? web::status_of(m_error->kind) : 200);
    }

private:
    web::FieldFrame frame(std::string name, std::string label, std::string hint = {}, bool optional = false) const
    {
        return { name, std::move(label), std::move(hint), m_error ? web::message_for(m_error->fields, name, m_language) : "", optional };
    }

    void fill_identity(Choices& choices)
    {
        auto const kind = body_kind_from(m_form.kind);
        m_view.kind = { frame("kind", m_language.t("Kind")), kind_options(m_language), m_form.kind };
        m_view.name = { frame("name", m_language.t("Name"), kind ? m_language(tr("Usually: {name}", { { "name", template_of(*kind).name } })) : ""), m_form.name };
        m_view.acronym = { frame("acronym", m_language.t("Acronym"), {}, true), m_form.acronym, web::Width::Half };
        m_view.aliases = { frame("aliases", m_language.t("Other names"), m_language.t("One a line; the language in parentheses where it matters: “Early Recovery (en)”. A search finds the body by each of them."), true), m_form.aliases, 3 };
        m_view.code = { frame("code", m_language.t("Code"), m_language.t("Short and without accents: it names this body on the command line and in references of actions, such as NUT.")), m_form.code, web::Width::Date };
        m_view.country = { frame("country", m_language.t("Country")), std::move(choices.countries), m_form.country };
        m_view.sector = { frame("sector", m_language.t("Sector"), {}, true), sector_options(m_language), m_form.sector };
        m_view.parent = { frame("parent", m_language.t("Part of"), {}, true), choices.bodies, m_form.parent };
        m_view.reports_to = { frame("reports_to", m_language.t("Reports to"), m_language.t("Only where it is another body: a pool sits below the donors’ group and answers to the troïka."), true), std::move(choices.bodies), m_form.reports_to };
        if (m_id.empty())
            m_view.children = { frame("children", m_language.t("Create below it as well"), {}, true), child_options(m_form, m_language), m_form.children, true };
    }

    void fill_scope(Choices& choices)
    {
        m_view.purpose = { frame("purpose", m_language.t("Purpose"), m_language.t("In a sentence or two; the public page shows it."), true), m_form.purpose, 3 };
        m_view.operational_since = web::date_field(frame("operational_since", m_language.t("Operational since"), {}, true), m_form.operational_since, m_language);
        m_view.rhythm = { frame("rhythm", m_language.t("Rhythm of its meetings"), {}, true), m_form.rhythm };
        m_view.dormant_after = { frame("dormant_after", m_language.t("Days without a meeting before a rest is proposed"), m_language.t("For technical and thematic groups.")), m_form.dormant_after, web::Width::Number };
        m_view.dormant_after.input_mode = "numeric";
        m_view.level = { frame("level", m_language.t("Level")), level_options(m_language), m_form.level };
        m_view.areas = { frame("areas", m_language.t("Areas"), m_language.t("Of a regional or local body: one a line, by name or P-code."), true), m_form.areas, 3 };
        m_view.crisis = { frame("crisis", m_language.t("Crisis"), {}, true), std::move(choices.crises), m_form.crisis };
        m_view.public_slug = { frame("public_slug", m_language.t("Public address"), m_language.t("Opens a page for everybody at /p/…, such as nutrition-mali. Empty: no public page. Only whoever may publish for the body opens or changes it."), true), m_form.public_slug, web::Width::Half };
        m_view.public_contact = { frame("public_contact", m_language.t("Contact shown to the public"), m_language.t("A functional address of the body, not a person’s."), true), m_form.public_contact };
    }

    void fill_quiet_times()
    {
        m_view.quiet_weekdays = { frame("quiet_weekdays", m_language.t("Days without reminders"), {}, true), weekday_options(m_language), m_form.quiet_weekdays, true, true };
        m_view.quiet_days = { frame("quiet_days", m_language.t("Public holidays and other days without reminders"), m_language.t("One date a line."), true), m_form.quiet_days, 3 };
        m_view.night_from = { frame("night_from", m_language.t("No reminder from"), m_language.t("An hour of the country, such as 20:00.")), m_form.night_from, web::Width::Number };
        m_view.night_until = { frame("night_until", m_language.t("No reminder until")), m_form.night_until, web::Width::Number };
    }

    web::Context& m_context;
    web::Localization const& m_language = m_context.language;
    BodyForm const& m_form;
    std::string m_id;
    Error const* m_error;
    BodyFormView m_view = {};
};

Result<web::Reply> body_form_page(web::Context& context, BodyForm const& form, std::string const& id, Error const* error) { return FormPage(context, form, id, error).show(); }

/// What the form may come back for, as it was typed.
bool can_be_mended(web::Request const& request, web::Context const& context, Error const& error)
{
    return error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Conflict || is_refused_publication(request, context, error);
}

/// Whoever changes the body; when that speaks to the public, whoever may publish for it.
Result<journal::Actor> actor_of_change(db::Reader const& reader, web::Context const& context, BodyProfile const& before, BodyProfile const& after)
{
    if (publishes(before, after))
        return publisher_of(reader, context, after.body, before.public_slug != after.public_slug ? "public_slug" : "purpose");
    return journal::actor_of(context);
}

/// « Cluster … » is completed by people: what stands before the dots is already there.
std::string usual_start(std::string name)
{
    if (name.ends_with("…"))
        name.resize(name.size() - std::string_view("…").size());
    return name;
}

Result<web::Reply> kinds_page(web::Context& context)
{
    BodyKindsView view;
    for (auto const kind : body_kinds())
        view.kinds.push_back({ "/bodies/new?kind=" + std::string(name_of(kind)), context.language(label_of(kind)), context.language(template_of(kind).purpose) });
    return web::page(context, { context.language.t("Create a body"), { { context.language.t("Home"), "/" }, { context.language.t("Bodies"), "/bodies" } }, "/bodies", html::body_kinds(view, context.templates()) });
}

Result<web::Reply> new_body(web::Request const& request, web::Context& context)
{
    auto const kind = body_kind_from(request.query.get("kind"));
    if (!kind)
        return kinds_page(context);
    auto const usual = template_of(*kind);
    BodyForm form;
    form.kind = name_of(*kind);
    form.name = usual_start(context.language(usual.name));
    form.purpose = context.language(usual.purpose);
    form.rhythm = context.language(usual.rhythm);
    form.country = std::string(request.query.get("country"));
    form.parent = std::string(request.query.get("parent"));
    return body_form_page(context, form, {}, nullptr);
}

Result<std::vector<geography::AdminArea>> areas_of(db::Reader const& reader, BodyProfile const& profile)
{
    std::vector<geography::AdminArea> areas;
    for (auto const& area : profile.areas)
        areas.push_back(TRY(geography::find_area(reader, area)));
    return areas;
}

Result<web::Reply> edit_body(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const form = TRY(context.db.read([&](db::Reader const& reader) -> Result<BodyForm> {
        auto const profile = TRY(find_profile(reader, id));
        return BodyForm::encode({ TRY(find_body(reader, id)), profile }, TRY(areas_of(reader, profile)));
    }));
    return body_form_page(context, form, id.text(), nullptr);
}

Result<DescribedBody> understood(db::Reader const& reader, BodyForm const& form, DescribedBody before, Date today)
{
    auto const country = geography::CountryCode::parse(form.country);
    std::vector<geography::KnownArea> areas;
    if (country && !read_lines(form.areas).empty())
        areas = TRY(geography::known_areas(reader, *country, today));
    return form.value(std::move(before), { today, areas });
}

Result<void> record_body(db::Transaction& tx, web::Context const& context, journal::Actor const& actor, std::string kind, Body const& body, std::string before)
{
    TRY(journal::record_event(tx, actor, { std::move(kind), body.id.text(), body.id.text(), std::move(before), body_facts(body) }, context.now, context.chance));
    return {};
}

Result<void> create_children(db::Transaction& tx, web::Context& context, BodyForm const& form, Body const& parent)
{
    std::vector<std::size_t> chosen;
    for (auto const& place : form.children)
        chosen.push_back(static_cast<std::size_t>(people::read_version(place)));
    if (chosen.empty())
        return {};
    std::sort(chosen.begin(), chosen.end());
    auto planned = with_children({ parent.kind, parent.name, parent.acronym, parent.code }, chosen, context.file_language);
    auto taken = TRY(taken_codes(tx));
    for (auto& child : std::span(planned).subspan(1)) {
        child.code = free_code(child.code, taken);
        taken.push_back(child.code);
    }
    for (auto const& child : TRY(insert_planned_below(tx, parent, planned, context.now, context.chance)))
        TRY(record_body(tx, context, journal::actor_of(context), "bodies.body_added", child, {}));
    return {};
}

Result<web::Reply> create_body(web::Request const& request, web::Context& context)
{
    auto const form = BodyForm::decode(request);
    auto const id = context.new_id<BodyId>();
    DescribedBody const empty { { id, BodyKind::Cluster, "", "", "", geography::CountryCode::trusted("") }, { .body = id } };
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, manage_body, ""));
            auto const [body, profile] = TRY(understood(tx, form, empty, context.today()));
            TRY(insert_body(tx, body, context.now));
            TRY(save_profile(tx, profile));
            auto const actor = TRY(actor_of_change(tx, context, empty.profile, profile));
            TRY(record_body(tx, context, actor, "bodies.body_added", body, {}));
            TRY(create_children(tx, context, form, body));
            return web::see_other("/bodies/" + body.id.text() + "/members");
        });
    });
    if (!saved && can_be_mended(request, context, saved.error()))
        return body_form_page(context, form, {}, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The body was created. Add its coordinator and its members."));
}

Result<web::Reply> change_body(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const form = BodyForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, manage_body, id.text()));
            DescribedBody const before { TRY(find_body(tx, id)), TRY(find_profile(tx, id)) };
            TRY(require_not_merged(before.body));
            auto const [body, profile] = TRY(understood(tx, form, before, context.today()));
            auto const actor = TRY(actor_of_change(tx, context, before.profile, profile));
            TRY(update_body(tx, body, context.now));
            TRY(save_profile(tx, profile));
            TRY(record_body(tx, context, actor, "bodies.body_changed", body, body_facts(before.body)));
            return web::see_other("/bodies/" + id.text());
        });
    });
    if (!saved && can_be_mended(request, context, saved.error()))
        return body_form_page(context, form, id.text(), &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("Your changes were saved."));
}

} // namespace

std::vector<web::Route> body_form_routes()
{
    using enum web::Method;
    return {
        { Get, "/bodies/new", new_body, web::administrator() },
        { Post, "/bodies", create_body, web::administrator() },
        { Get, "/bodies/:body/edit", edit_body, web::by_right(manage_body, body_in_path) },
        { Post, "/bodies/:body", change_body, web::by_right(manage_body, body_in_path) },
    };
}

} // namespace toguna::bodies
