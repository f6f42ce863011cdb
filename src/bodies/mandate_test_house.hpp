#pragma once
/// For tests: a cluster, its people and the pages of bodies in process, for a visitor and a day of choice.

#include "bodies/engagement_store.hpp"
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

#include <string>
#include <vector>

namespace toguna::bodies {

struct MandateHouse {
    using Pairs = std::vector<std::pair<std::string, std::string>>;

    db::Database& db;
    Instant clock = *Instant::from_iso("2026-11-23T12:00:00Z");
    SeededChance chance { 23 };
    web::Configuration configuration = {};
    std::vector<web::MenuEntry> menu = {};
    web::Router router { feature().routes };
    web::Authorizer rights = authorizer();
    std::optional<web::Visitor> visitor = web::Visitor { "account-admin", "", "Administration", true };
    std::optional<web::Refusal> refusal = {}; ///< of the last answer
    BodyId body = add_body("NUT", BodyKind::Cluster);

    explicit MandateHouse(db::Database& database) : db(database) { }
    /// Another visitor of a body that exists, with ids of their own.
    MandateHouse(db::Database& database, BodyId existing, std::uint64_t seed) : db(database), chance { seed }, body(std::move(existing)) { }

    Date today() const { return clock.utc_date(); }
    std::string path(std::string const& rest = {}) const { return "/bodies/" + body.text() + rest; }
    void sign_in_as(people::PersonId const& person) { visitor = web::Visitor { "account", person.text(), "Visiteur", false }; }
    void sign_in_administrator() { visitor = web::Visitor { "account-admin", "", "Administration", true }; }

    BodyId add_body(std::string const& code, BodyKind kind, std::optional<BodyId> parent = {})
    {
        Body const added { .id = new_id<BodyTag>(clock, chance), .kind = kind, .name = "Cluster " + code, .acronym = code, .code = code, .country = *geography::CountryCode::parse("BFA"), .parent = parent };
        test::expect_success(db.write([&](db::Transaction& tx) { return insert_body(tx, added, clock); }));
        return added.id;
    }
    people::OrganizationId add_organization(std::string name, people::OrganizationType type = people::OrganizationType::InternationalNgo)
    {
        people::Organization organization { new_id<people::OrganizationTag>(clock, chance), std::move(name) };
        organization.type = type;
        test::expect_success(db.write([&](db::Transaction& tx) { return people::insert_organization(tx, organization, clock); }));
        return organization.id;
    }
    people::PersonId add_person(std::string name)
    {
        people::Person const person { new_id<people::PersonTag>(clock, chance), std::move(name) };
        test::expect_success(db.write([&](db::Transaction& tx) { return people::insert_person(tx, person, clock); }));
        return person.id;
    }
    Mandate add_mandate(MandateRole role, std::optional<people::PersonId> person, std::optional<people::OrganizationId> organization = {}, std::optional<Date> last_day = {})
    {
        Mandate const mandate { .id = new_id<MandateTag>(clock, chance), .body = body, .role = role, .organization = organization, .person = person,
            .period = *Period::from(today().plus_days(-100), last_day) };
        test::expect_success(db.write([&](db::Transaction& tx) { return insert_mandate(tx, mandate); }));
        return mandate;
    }
    /// A named person in the role, until further notice.
    people::PersonId add_holder(std::string name, MandateRole role)
    {
        auto const person = add_person(std::move(name));
        add_mandate(role, person);
        return person;
    }
    void add_engagement(Mandate const& mandate, std::optional<int> time_share, Date valid_until)
    {
        auto const organization = mandate.organization ? *mandate.organization : add_organization("Organisation du mandat");
        Engagement const engagement { .id = new_id<EngagementTag>(clock, chance), .body = body, .mandate = mandate.id, .organization = organization, .lead_agency = {},
            .dedicated_person = mandate.person, .time_share = time_share, .signed_on = today().plus_days(-100), .valid_until = valid_until };
        test::expect_success(db.write([&](db::Transaction& tx) { return insert_engagement(tx, engagement); }));
    }

    template<class Read>
    auto read(Read const& work) { return test::expect_success(db.read([&](db::Reader const& reader) { return work(reader); })); }
    std::vector<NamedMandate> mandates()
    {
        return read([&](db::Reader const& reader) { return list_mandates(reader, body); });
    }
    std::vector<journal::RecordedEvent> events(std::string const& kind)
    {
        return read([&](db::Reader const& reader) { return journal::list_events(reader, { .body = body.text(), .kind = kind }); });
    }

    web::Reply send(web::Request request)
    {
        web::Context context { .db = db, .configuration = configuration, .chance = chance, .now = clock, .language = web::localization("fr"),
            .file_language = web::localization("fr", web::Medium::File), .visitor = visitor, .csrf_token = "token", .notice = {}, .authorizer = rights, .menu = menu };
        context.signing_key = "key";
        context.explained_at = explained_at;
        auto reply = web::answer(router, std::move(request), context);
        refusal = context.refusal;
        return reply;
    }
    web::Reply get(std::string const& address, Pairs const& query = {})
    {
        web::Request request;
        request.path = request.target = address;
        for (auto const& [name, value] : query)
            request.query.add(name, value);
        return send(std::move(request));
    }
    web::Reply post(std::string const& address, Pairs const& fields = {}) { return send(form(address, fields)); }
    static web::Request form(std::string const& address, Pairs const& fields)
    {
        web::Request request;
        request.method = web::Method::Post;
        request.path = request.target = address;
        request.form.add("csrf", "token");
        for (auto const& [name, value] : fields)
            request.form.add(name, value);
        return request;
    }
};

inline bool says(web::Reply const& reply, std::string_view words) { return reply.body.find(words) != std::string::npos; }

} // namespace toguna::bodies
