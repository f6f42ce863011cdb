#pragma once
/// For tests: a directory and its pages in process, for a visitor of choice.

#include "journal/store.hpp"
#include "people/feature.hpp"
#include "people/pages.hpp"
#include "people/person_store.hpp"
#include "people/store.hpp"
#include "support/engines.hpp"
#include "web/configuration.hpp"
#include "web/router.hpp"

#include <string>
#include <vector>

namespace toguna::people {

struct TestDirectory {
    using Pairs = std::vector<std::pair<std::string, std::string>>;

    db::Database& db;
    Instant clock = *Instant::from_iso("2026-11-27T08:00:00Z");
    SeededChance chance { 7 };
    web::Configuration configuration = {};
    std::vector<web::MenuEntry> menu = {};
    web::Router router { feature().routes };
    std::optional<web::Visitor> visitor = web::Visitor { "account-admin", "", "Administration", true };
    /// Administrators only: who coordinates is known higher up.
    web::Authorizer authorizer = [](db::Reader const&, web::Visitor const* asking, web::Right, std::string_view, Instant) -> Result<void> {
        if (asking && asking->administrator)
            return {};
        return fail(ErrorKind::Forbidden, Text());
    };

    void sign_in_as(PersonId const& person, std::string name) { visitor = web::Visitor { "account-" + person.text(), person.text(), std::move(name), false }; }
    void sign_in_administrator() { visitor = web::Visitor { "account-admin", "", "Administration", true }; }

    OrganizationId add_organization(std::string name, std::string acronym = {}, std::vector<Alias> aliases = {})
    {
        Organization organization { new_id<OrganizationTag>(clock, chance), std::move(name), std::move(acronym) };
        organization.aliases = std::move(aliases);
        organization.type = OrganizationType::InternationalNgo;
        test::expect_success(db.write([&](db::Transaction& tx) { return insert_organization(tx, organization, clock); }));
        return organization.id;
    }
    PersonId add_person(std::string name, std::optional<OrganizationId> organization = {}, std::string function = {}, std::string email = {})
    {
        Person person { new_id<PersonTag>(clock, chance), std::move(name), std::move(email) };
        if (organization)
            person.affiliations.push_back({ new_id<AffiliationTag>(clock, chance), person.id, *organization, std::move(function), Period::since(*Date::from(2026, 1, 1)) });
        test::expect_success(db.write([&](db::Transaction& tx) { return insert_person(tx, person, clock); }));
        return person.id;
    }
    Person person(PersonId const& id)
    {
        return test::expect_success(db.read([&](db::Reader const& reader) { return find_person(reader, id); }));
    }
    Organization organization(OrganizationId const& id)
    {
        return test::expect_success(db.read([&](db::Reader const& reader) { return find_organization(reader, id); }));
    }
    std::vector<journal::RecordedEvent> events_of(std::string const& object)
    {
        return test::expect_success(db.read([&](db::Reader const& reader) { return journal::list_events(reader, { .object = object }); }));
    }

    web::Reply send(web::Request request)
    {
        web::Context context { .db = db, .configuration = configuration, .chance = chance, .now = clock, .language = web::localization("fr"),
            .file_language = web::localization("fr", web::Medium::File), .visitor = visitor, .csrf_token = "token", .notice = {}, .authorizer = authorizer, .menu = menu };
        context.signing_key = "key";
        return web::answer(router, std::move(request), context);
    }
    web::Reply get(std::string const& path, Pairs const& query = {})
    {
        web::Request request;
        request.path = request.target = path;
        for (auto const& [name, value] : query)
            request.query.add(name, value);
        return send(std::move(request));
    }
    web::Reply post(std::string const& path, Pairs const& fields = {})
    {
        web::Request request;
        request.method = web::Method::Post;
        request.path = request.target = path;
        request.form.add("csrf", "token");
        for (auto const& [name, value] : fields)
            request.form.add(name, value);
        return send(std::move(request));
    }
};

inline bool shows(web::Reply const& reply, std::string_view words) { return reply.body.find(words) != std::string::npos; }

inline std::string location_of(web::Reply const& reply)
{
    for (auto const& [name, value] : reply.headers)
        if (name == "Location")
            return value;
    return {};
}

} // namespace toguna::people
