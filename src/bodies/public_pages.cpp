#include "bodies/public_pages.hpp"

#include "bodies/charter_store.hpp"
#include "bodies/life_store.hpp"
#include "bodies/profile_store.hpp"
#include "bodies/public_page.html.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/sector.hpp"
#include "bodies/store.hpp"
#include "geography/store.hpp"
#include "people/normalise.hpp"
#include "people/person_store.hpp"
#include "web/user_text.hpp"

#include <algorithm>

namespace toguna::bodies {

namespace {

/// A person is named, with the address, once they consented to be listed and show their address to everybody; otherwise the
/// organisation stands for them.
Result<std::string> public_holder(db::Reader const& reader, NamedMandate const& named, Date today)
{
    if (!named.mandate.person)
        return named.organization_name;
    auto const person = TRY(people::find_person(reader, *named.mandate.person));
    bool const may_be_named = person.consented_on && *person.consented_on <= today && person.email_visibility == people::Visibility::Public;
    if (!may_be_named)
        return named.organization_name;
    auto words = person.full_name;
    if (!named.organization_name.empty())
        words += " (" + named.organization_short_name() + ")";
    return person.email.empty() ? words : words + " – " + person.email;
}

Result<std::vector<std::string>> public_roles(db::Reader const& reader, std::vector<NamedMandate> const& mandates, Date today, web::Localization const& language)
{
    std::vector<std::string> roles;
    for (auto const& named : mandates) {
        if (!coordinates(named.mandate.role) && named.mandate.role != MandateRole::LeadAgency)
            continue;
        auto const holder = TRY(public_holder(reader, named, today));
        auto role = language(tr("{role}: {organization}", { { "role", label_of(named.mandate.role) }, { "organization", holder } }));
        if (!holder.empty() && std::find(roles.begin(), roles.end(), role) == roles.end())
            roles.push_back(std::move(role));
    }
    return roles;
}

Result<web::Definitions> public_definitions(web::Context const& context, db::Reader const& reader, Body const& body, BodyProfile const& profile, Date today)
{
    auto const& language = context.language;
    web::Definitions definitions { { language.t("Kind"), web::escaped(language(label_of(body.kind))) },
        { language.t("Country"), web::escaped(TRY(geography::find_country(reader, body.country)).name(language.language())) } };
    auto const add = [&](std::string term, std::string const& text) {
        if (!text.empty())
            definitions.push_back({ std::move(term), web::escaped(text) });
    };
    add(language.t("Acronym"), body.acronym);
    if (auto const* sector = find_sector(body.sector))
        add(language.t("Sector"), std::string(sector->name(language.language())));
    if (auto const state = state_on(TRY(life_of(reader, body.id)), today))
        add(language.t("State"), language(label_of(*state)));
    add(language.t("Operational since"), profile.operational_since ? language.date(*profile.operational_since) : "");
    add(language.t("Meetings"), profile.rhythm);
    add(language.t("Contact"), profile.public_contact);
    return definitions;
}

Result<web::Reply> show_public_page(web::Request const& request, web::Context& context)
{
    auto const slug = request.parameters.find("slug");
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const id = slug == request.parameters.end() ? std::optional<BodyId>() : TRY(body_with_slug(reader, slug->second));
        if (!id)
            return fail(ErrorKind::NotFound, tr("This page does not exist."));
        auto const current = TRY(continued_by(reader, *id));
        auto const profile = TRY(find_profile(reader, current));
        if (current != *id && profile.is_public())
            return web::see_other("/p/" + profile.public_slug);
        auto const body = TRY(find_body(reader, *id));
        if (!body.is_current())
            return fail(ErrorKind::NotFound, tr("This page does not exist."));
        auto const today = web::local_date(context.now, TRY(time_zone_of(reader, body)));
        PublicPageView view { people::tidy(profile.purpose).empty() ? SafeHtml() : web::user_text(profile.purpose), TRY(public_definitions(context, reader, body, profile, today)),
            TRY(public_roles(reader, TRY(mandates_on(reader, *id, today)), today, context.language)), {}, {} };
        auto const charters = TRY(charters_of(reader, *id));
        if (auto const* charter = charter_on(charters, today); charter && charter->is_public) {
            view.mandate = people::tidy(charter->mandate).empty() ? SafeHtml() : web::user_text(charter->mandate);
            view.objectives = people::tidy(charter->objectives).empty() ? SafeHtml() : web::user_text(charter->objectives);
        }
        web::Page page { body.name, {}, "", html::public_page(view, context.templates()), false, true };
        return web::page(context, std::move(page));
    });
}

} // namespace

Result<journal::Actor> publisher_of(db::Reader const& reader, web::Context const& context, BodyId const& body, std::string_view field)
{
    auto actor = acting_as(reader, context, publish, body);
    if (!actor && actor.error().kind == ErrorKind::Forbidden)
        actor.error().fields.push_back({ std::string(field), actor.error().message });
    return actor;
}

bool is_refused_publication(web::Request const& request, web::Context const& context, Error const& error)
{
    bool const is_refused = error.kind == ErrorKind::Forbidden && !error.fields.empty();
    if (is_refused && context.on_refused)
        context.on_refused(request, context, error);
    return is_refused;
}

std::vector<web::Route> public_routes()
{
    return { { web::Method::Get, "/p/:slug", show_public_page, web::anyone() } };
}

} // namespace toguna::bodies
