#include "bodies/body.html.hpp"
#include "bodies/body_template.hpp"
#include "bodies/life_pages.hpp"
#include "bodies/pages.hpp"
#include "bodies/profile_store.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/sector.hpp"
#include "bodies/store.hpp"
#include "geography/area_store.hpp"
#include "geography/store.hpp"
#include "web/user_text.hpp"

#include <algorithm>

namespace toguna::bodies {

namespace {

/// Everything the page tells, read in one transaction.
struct BodyFacts {
    Body body;
    BodyProfile profile;
    Date today;
    LifeFacts life;
    std::vector<NamedMandate> mandates; ///< of today
};

std::string joined_aliases(Body const& body)
{
    std::string text;
    for (auto const& alias : body.aliases)
        text += (text.empty() ? "" : " · ") + alias.text;
    return text;
}

class Describer {
public:
    Describer(web::Context const& context, db::Reader const& reader, BodyFacts const& facts) : m_context(context), m_reader(reader), m_facts(facts) { }

    Result<web::Definitions> definitions()
    {
        TRY(add_place());
        TRY(add_scope());
        TRY(add_counterparts());
        auto const& profile = m_facts.profile;
        add(m_language.t("Meetings"), profile.rhythm);
        add(m_language.t("Operational since"), profile.operational_since ? m_language.date(*profile.operational_since) : "");
        if (!profile.purpose.empty())
            m_definitions.push_back({ m_language.t("Purpose"), web::user_text(profile.purpose) });
        if (profile.is_public())
            m_definitions.push_back({ m_language.t("Public page"), web::link("/p/" + profile.public_slug, "/p/" + profile.public_slug) });
        return std::move(m_definitions);
    }

private:
    void add(std::string term, std::string const& text)
    {
        if (!text.empty())
            m_definitions.push_back({ std::move(term), web::escaped(text) });
    }

    Result<void> add_link(std::string term, BodyId const& id)
    {
        m_definitions.push_back({ std::move(term), web::link(TRY(find_body(m_reader, id)).name, "/bodies/" + id.text()) });
        return {};
    }

    Result<void> add_place()
    {
        auto const& body = m_facts.body;
        add(m_language.t("Kind"), m_language(label_of(body.kind)));
        add(m_language.t("Code"), body.code);
        add(m_language.t("Country"), TRY(geography::find_country(m_reader, body.country)).name(m_language.language()));
        if (body.parent)
            TRY(add_link(body.reports_to ? m_language.t("Part of") : m_language.t("Reports to"), *body.parent));
        if (body.reports_to)
            TRY(add_link(m_language.t("Reports to"), *body.reports_to));
        add(m_language.t("Other names"), joined_aliases(body));
        return {};
    }

    Result<void> add_scope()
    {
        if (auto const* sector = find_sector(m_facts.body.sector))
            add(m_language.t("Sector"), std::string(sector->name(m_language.language())));
        auto territory = m_language(label_of(m_facts.profile.level));
        std::vector<std::string> areas;
        for (auto const& area : m_facts.profile.areas)
            areas.push_back(TRY(geography::find_area(m_reader, area)).name);
        if (!areas.empty())
            territory += " – " + m_language.list(areas);
        add(m_language.t("Territory"), territory);
        if (m_facts.life.crisis)
            add(m_language.t("Crisis"), m_facts.life.crisis->name + " – " + m_language(label_of(m_facts.life.crisis->state)));
        return {};
    }

    Result<void> add_counterparts()
    {
        std::vector<std::string> names;
        for (auto const& counterpart : TRY(list_counterparts(m_reader, m_facts.body.id)))
            if (counterpart.period.contains(m_facts.today))
                names.push_back(counterpart.organization_name + (counterpart.person_name.empty() ? "" : " (" + counterpart.person_name + ")"));
        if (!names.empty())
            add(m_language.t("Government counterpart"), m_language.list(names));
        return {};
    }

    web::Context const& m_context;
    web::Localization const& m_language = m_context.language;
    db::Reader const& m_reader;
    BodyFacts const& m_facts;
    web::Definitions m_definitions = {};
};

bool is_held(BodyFacts const& facts, MandateRole role)
{
    return std::any_of(facts.mandates.begin(), facts.mandates.end(), [&](NamedMandate const& named) { return named.mandate.role == role; });
}

std::vector<std::string> warnings_of(BodyFacts const& facts, web::Localization const& language)
{
    std::vector<std::string> warnings;
    if (facts.body.archived_on)
        warnings.push_back(language(tr("Archived since {date}: it is left out of the lists, and everything can still be read.", { { "date", *facts.body.archived_on } })));
    bool const is_cluster = facts.body.kind == BodyKind::Cluster || facts.body.kind == BodyKind::AreaOfResponsibility;
    if (is_cluster && is_active(facts.life.state(facts.today)) && !is_held(facts, MandateRole::LeadAgency))
        warnings.push_back(language.t("This cluster is activated and no agency leads it today: name its lead agency."));
    for (auto const& review : facts.life.reviews(facts.body.kind, facts.today))
        if (review.due < facts.today)
            warnings.push_back(language(tr("{review} was due on {date} ({rule}).", { { "review", label_of(review.kind) }, { "date", review.due }, { "rule", review.rule } })));
    return warnings;
}

Result<BodyFacts> read_facts(db::Reader const& reader, BodyId const& id, Instant now)
{
    auto const body = TRY(find_body(reader, id));
    auto const today = web::local_date(now, TRY(time_zone_of(reader, body)));
    auto const profile = TRY(find_profile(reader, id));
    return BodyFacts { body, profile, today, TRY(read_life(reader, profile)), TRY(mandates_on(reader, id, today)) };
}

Result<void> fill_neighbours(BodyView& view, db::Reader const& reader, BodyFacts const& facts, web::Localization const& language)
{
    for (auto const& below : TRY(bodies_below(reader, facts.body.id)))
        if (below.is_current())
            view.below.push_back({ "/bodies/" + below.id.text(), below.name, language(label_of(below.kind)) });
    for (auto const& former : TRY(bodies_merged_into(reader, facts.body.id)))
        view.former.push_back({ "/bodies/" + former.id.text() + "/life", former.name, language.t("merged into this body") });
    return {};
}

Result<web::Reply> overview(web::Context& context, db::Reader const& reader, BodyId const& id)
{
    auto const& language = context.language;
    auto const facts = TRY(read_facts(reader, id, context.now));
    BodyView view;
    view.id = id.text();
    view.rooms = rooms_of(context, reader, facts.body, Room::Overview);
    view.state = state_tag(facts.life.state(facts.today), language);
    view.warnings = warnings_of(facts, language);
    if (auto const since = silent_since(facts.body.kind, facts.life.events, facts.life.activities, facts.profile.dormant_after, facts.today))
        view.rest_proposal = language(tr("No meeting since {date}: this group seems to rest.", { { "date", *since } }));
    view.definitions = TRY(Describer(context, reader, facts).definitions());
    for (auto const& named : facts.mandates)
        if (coordinates(named.mandate.role))
            view.coordination.push_back(mandate_row(language, named, facts.today));
    auto const usual = template_of(facts.body.kind);
    for (auto const role : usual.roles)
        if (!is_held(facts, role))
            view.roles_to_fill.push_back(language(label_of(role)));
    TRY(fill_neighbours(view, reader, facts, language));
    view.members = static_cast<std::int64_t>(TRY(member_organizations(reader, id, facts.today)).size());
    view.has_plan = usual.has_plan;
    view.may_edit = context.may(reader, manage_body, id.text());
    view.may_administer = context.visitor->administrator;
    view.may_manage_members = context.may(reader, manage_members, id.text());
    return web::page(context, { facts.body.name, trail_of(context, facts.body), "/bodies", html::body(view, context.templates()) });
}

/// The address of a merged body leads to the one that continues it.
Result<web::Reply> show_body(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const current = TRY(continued_by(reader, id));
        if (current != id)
            return web::see_other("/bodies/" + current.text());
        return overview(context, reader, id);
    });
}

} // namespace

std::vector<web::Route> body_overview_routes()
{
    return { { web::Method::Get, "/bodies/:body", show_body, web::by_right(view_body, body_in_path) } };
}

} // namespace toguna::bodies
