#pragma once
/// For tests: two clusters and a donors' pool with their agencies, and the pages in process for a visitor of choice.

#include "bodies/engagement_store.hpp"
#include "bodies/mandate_store.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "journal/event.hpp"
#include "people/person_store.hpp"
#include "people/store.hpp"
#include "support/engines.hpp"
#include "terms/feature.hpp"
#include "terms/norm_store.hpp"
#include "web/configuration.hpp"
#include "web/router.hpp"

namespace toguna::terms {

struct TermsHouse {
    using Pairs = std::vector<std::pair<std::string, std::string>>;

    db::Database& db;
    web::Configuration configuration = {};
    SeededChance chance { 23 };
    web::Authorizer authorizer = bodies::authorizer();
    std::vector<web::MenuEntry> menu = {};
    Instant clock = *Instant::from_iso("2026-03-02T12:00:00Z");
    web::Router router { terms::feature().routes };
    std::optional<web::Visitor> visitor = {};

    people::OrganizationId unicef = drawn<people::OrganizationTag>();
    people::OrganizationId wfp = drawn<people::OrganizationTag>();
    people::OrganizationId save_the_children = drawn<people::OrganizationTag>();
    people::PersonId mariam = drawn<people::PersonTag>(); ///< coordinator of both clusters
    people::PersonId elise = drawn<people::PersonTag>();  ///< co-coordinator, national
    bodies::BodyId nutrition = drawn<bodies::BodyTag>();
    bodies::BodyId shelter = drawn<bodies::BodyTag>(); ///< led by the same agency
    bodies::BodyId pool = drawn<bodies::BodyTag>();
    bodies::MandateId nutrition_lead = drawn<bodies::MandateTag>();
    bodies::MandateId shelter_lead = drawn<bodies::MandateTag>();
    bodies::MandateId co_coordination = drawn<bodies::MandateTag>();
    bodies::EngagementId engagement = drawn<bodies::EngagementTag>();
    NormId module = NormId::trusted("000termsnormiascmodule015");

    explicit TermsHouse(db::Database& database) : db(database)
    {
        write([&](db::Transaction& tx) -> Result<void> {
            TRY(people::insert_organization(tx, { .id = unicef, .name = "Fonds des Nations Unies pour l’enfance", .acronym = "UNICEF" }, clock));
            TRY(people::insert_organization(tx, { .id = wfp, .name = "Programme alimentaire mondial", .acronym = "PAM" }, clock));
            TRY(people::insert_organization(tx, { .id = save_the_children, .name = "Save the Children" }, clock));
            TRY(people::insert_person(tx, person(mariam, "Mariam Diallo"), clock));
            TRY(people::insert_person(tx, person(elise, "Élise Sawadogo"), clock));
            TRY(insert_cluster(tx, nutrition, "Cluster Nutrition", "NUT", nutrition_lead));
            TRY(insert_cluster(tx, shelter, "Cluster Abris", "ABR", shelter_lead));
            bodies::Body pool_body { .id = pool, .kind = bodies::BodyKind::TechnicalPool, .name = "Pool technique", .acronym = {}, .code = "POOL", .country = *geography::CountryCode::parse("MLI") };
            TRY(bodies::insert_body(tx, pool_body, clock));
            TRY(bodies::insert_mandate(tx, { .id = co_coordination, .body = nutrition, .role = bodies::MandateRole::CoCoordinator, .organization = save_the_children, .person = elise, .period = since() }));
            TRY(bodies::insert_engagement(tx, { .id = engagement, .body = nutrition, .mandate = co_coordination, .organization = save_the_children, .lead_agency = unicef, .time_share = 100,
                .signed_on = *Date::from_iso("2026-02-01"), .valid_until = *Date::from_iso("2027-01-31") }));
            TRY(cite(tx, nutrition, module, clock));
            return {};
        });
    }

    template<class Tag>
    Id<Tag> drawn() { return new_id<Tag>(clock, chance); }
    template<class Function>
    void write(Function const& function) { test::expect_success(db.write(function)); }
    static Period since() { return Period::since(*Date::from_iso("2026-01-01")); }
    static people::Person person(people::PersonId const& id, std::string name) { return { .id = id, .full_name = std::move(name), .email = {}, .language = "fr", .affiliations = {} }; }

    Result<void> insert_cluster(db::Transaction& tx, bodies::BodyId const& id, std::string name, std::string code, bodies::MandateId const& lead)
    {
        bodies::Body body { .id = id, .name = std::move(name), .acronym = code, .code = code, .country = *geography::CountryCode::parse("BFA") };
        TRY(bodies::insert_body(tx, body, clock));
        TRY(bodies::insert_mandate(tx, { .id = lead, .body = id, .role = bodies::MandateRole::LeadAgency, .organization = unicef, .person = {}, .period = since() }));
        return bodies::insert_mandate(tx, { .id = drawn<bodies::MandateTag>(), .body = id, .organization = unicef, .person = mariam, .period = since() });
    }

    void sign_in_coordinator() { visitor = web::Visitor { "account-mariam", mariam.text(), "Mariam Diallo" }; }
    void sign_in_stranger() { visitor = web::Visitor { "account-other", drawn<people::PersonTag>().text(), "Issa Barry" }; }
    void sign_in_administrator() { visitor = web::Visitor { "account-admin", "", "Administration", true }; }

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
    web::Reply post(std::string const& path, Pairs const& fields)
    {
        web::Request request;
        request.method = web::Method::Post;
        request.path = request.target = path;
        request.form.add("csrf", "token");
        for (auto const& [name, value] : fields)
            request.form.add(name, value);
        return send(std::move(request));
    }
    std::string terms_of(bodies::BodyId const& body, std::string const& template_code = {}) const
    {
        return "/bodies/" + body.text() + "/terms" + (template_code.empty() ? "" : "/" + template_code);
    }
    std::vector<std::string> events(std::string const& kind)
    {
        std::vector<std::string> after;
        for (auto const& recorded : test::expect_success(db.read([&](db::Reader const& reader) { return journal::list_events(reader, { .kind = kind }); })))
            after.push_back(recorded.event.after);
        return after;
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

} // namespace toguna::terms
