#pragma once
/// For tests: a body with member organisations and their people, and its pages in process for a visitor of choice.

#include "bodies/feature.hpp"
#include "bodies/mandate_store.hpp"
#include "bodies/membership_store.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "journal/store.hpp"
#include "people/person_store.hpp"
#include "people/store.hpp"
#include "support/engines.hpp"
#include "web/configuration.hpp"
#include "web/router.hpp"

namespace toguna::bodies {

struct TestMembers {
    using Pairs = std::vector<std::pair<std::string, std::string>>;

    db::Database& db;
    Instant clock = *Instant::from_iso("2026-11-23T12:00:00Z");
    SeededChance chance { 23 };
    web::Configuration configuration = {};
    std::vector<web::MenuEntry> menu = {};
    web::Router router { feature().routes };
    web::Authorizer authorizer = bodies::authorizer();
    std::optional<web::Visitor> visitor = web::Visitor { "account-admin", "", "Administration", true };

    Date today() const { return clock.utc_date(); }
    void sign_in_as(people::PersonId const& person) { visitor = web::Visitor { "account-" + person.text(), person.text(), "Quelqu’un", false }; }
    void sign_in_administrator() { visitor = web::Visitor { "account-admin", "", "Administration", true }; }

    template<class Function>
    void write(Function const& function)
    {
        test::expect_success(db.write([&](db::Transaction& tx) -> Result<void> { return function(tx); }));
    }
    BodyId add_body(std::string code, BodyKind kind = BodyKind::Cluster, std::optional<BodyId> parent = {})
    {
        Body body { new_id<BodyTag>(clock, chance), kind, "Instance " + code, code, code, geography::CountryCode::trusted("BFA"), parent };
        write([&](db::Transaction& tx) { return insert_body(tx, body, clock); });
        return body.id;
    }
    people::OrganizationId add_organization(std::string name, people::OrganizationType type = people::OrganizationType::NationalNgo)
    {
        people::Organization const organization { new_id<people::OrganizationTag>(clock, chance), std::move(name), "", type };
        write([&](db::Transaction& tx) { return people::insert_organization(tx, organization, clock); });
        return organization.id;
    }
    people::PersonId add_person(std::string name, std::optional<people::OrganizationId> organization = {}, std::string email = {})
    {
        people::Person person { new_id<people::PersonTag>(clock, chance), std::move(name), std::move(email) };
        if (organization)
            person.affiliations.push_back({ new_id<people::AffiliationTag>(clock, chance), person.id, *organization, "", Period::since(*Date::from(2026, 1, 1)) });
        write([&](db::Transaction& tx) { return people::insert_person(tx, person, clock); });
        return person.id;
    }
    MembershipId add_member(BodyId const& body, people::OrganizationId const& organization, std::optional<people::PersonId> person = {}, MembershipStatus status = MembershipStatus::Member,
        Date since = *Date::from(2026, 1, 1))
    {
        Membership const membership { new_id<MembershipTag>(clock, chance), body, organization, person, status, Period::since(since) };
        write([&](db::Transaction& tx) { return insert_membership(tx, membership); });
        return membership.id;
    }
    /// A person who coordinates the body.
    people::PersonId add_holder(BodyId const& body, std::string name, MandateRole role = MandateRole::Coordinator, std::optional<people::OrganizationId> organization = {}, std::string email = {})
    {
        auto const person = add_person(std::move(name), organization, std::move(email));
        Mandate const mandate { .id = new_id<MandateTag>(clock, chance), .body = body, .role = role, .organization = organization, .person = person, .period = Period::since(*Date::from(2026, 1, 1)) };
        write([&](db::Transaction& tx) { return insert_mandate(tx, mandate); });
        return person;
    }

    /// Chance is not shared between threads: a second one brings its own.
    web::Reply send(web::Request request, Chance* own_chance = nullptr)
    {
        web::Context context { .db = db, .configuration = configuration, .chance = own_chance ? *own_chance : chance, .now = clock, .language = web::localization("fr"),
            .file_language = web::localization("fr", web::Medium::File), .visitor = visitor, .csrf_token = "token", .notice = {}, .authorizer = authorizer, .menu = menu };
        context.signing_key = "key";
        return web::answer(router, std::move(request), context);
    }
    web::Reply get(std::string const& target)
    {
        web::Request request;
        request.target = target;
        auto const question = target.find('?');
        request.path = target.substr(0, question);
        for (auto start = question; start != std::string::npos;) {
            auto const end = target.find('&', start + 1);
            auto const pair = target.substr(start + 1, end == std::string::npos ? end : end - start - 1);
            request.query.add(pair.substr(0, pair.find('=')), pair.substr(pair.find('=') + 1));
            start = end;
        }
        return send(std::move(request));
    }
    web::Reply post(std::string const& path, Pairs const& fields, Chance* own_chance = nullptr)
    {
        web::Request request;
        request.method = web::Method::Post;
        request.path = request.target = path;
        request.form.add("csrf", "token");
        for (auto const& [name, value] : fields)
            request.form.add(name, value);
        return send(std::move(request), own_chance);
    }

    static std::string location_of(web::Reply const& reply)
    {
        for (auto const& [name, value] : reply.headers)
            if (name == "Location")
                return value;
        return {};
    }
    static bool shows(web::Reply const& reply, std::string_view text) { return reply.body.find(text) != std::string::npos; }

    std::size_t count_members(BodyId const& body, Date day)
    {
        return test::expect_success(db.read([&](db::Reader const& reader) { return memberships_on(reader, body, day); })).size();
    }
    /// Whether the journal holds a fact of this kind.
    bool is_recorded(std::string const& kind)
    {
        return !test::expect_success(db.read([&](db::Reader const& reader) { return journal::list_events(reader, { .kind = kind }); })).empty();
    }
};

} // namespace toguna::bodies
