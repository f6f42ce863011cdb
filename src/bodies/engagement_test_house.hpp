#pragma once
/// For tests of engagement letters: a cluster in Ouagadougou with its lead agency, coordinator and co-coordinator, and its pages.

#include "bodies/commitment_store.hpp"
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

namespace toguna::bodies {

using test::expect_success;

inline Date day(std::string_view iso) { return *Date::from_iso(iso); }

struct EngagementHouse {
    db::Database& db;
    SeededChance chance { 23 };
    web::Configuration configuration {};
    web::Authorizer authorizer = bodies::authorizer();
    std::vector<web::MenuEntry> menu {};
    web::Router router { bodies::feature().routes };
    /// Only now moves with the tests.
    Instant now = *Instant::from_iso("2026-03-02T09:00:00Z");
    std::optional<web::Visitor> visitor {};
    BodyId body = drawn<BodyTag>();
    people::OrganizationId lead = drawn<people::OrganizationTag>();
    people::OrganizationId partner = drawn<people::OrganizationTag>();
    people::PersonId salif = drawn<people::PersonTag>();  ///< coordinator, of the lead agency
    people::PersonId ramata = drawn<people::PersonTag>(); ///< co-coordinator, of the partner; reads English
    people::PersonId awa = drawn<people::PersonTag>();    ///< speaks for the lead agency among the members
    MandateId co_coordination = drawn<MandateTag>();

    explicit EngagementHouse(db::Database& database, std::string const& country = "BFA")
        : db(database)
    {
        auto const since = Period::since(day("2026-01-01"));
        write([&](db::Transaction& tx) -> Result<void> {
            TRY(people::insert_organization(tx, { .id = lead, .name = "Agence pour l’enfance", .acronym = "APE" }, now));
            TRY(people::insert_organization(tx, { .id = partner, .name = "Élan rural", .acronym = "ER" }, now));
            TRY(people::insert_person(tx, { .id = salif, .full_name = "Salif Kaboré", .email = "salif@example.org", .language = "fr" }, now));
            TRY(people::insert_person(tx, { .id = ramata, .full_name = "Ramata Cissé", .email = "ramata@example.org", .language = "en" }, now));
            TRY(people::insert_person(tx, { .id = awa, .full_name = "Awa Sanou", .email = "awa@example.org", .language = "fr" }, now));
            TRY(insert_body(tx, { .id = body, .name = "Cluster Nutrition", .acronym = "NUT", .code = "NUT", .country = *geography::CountryCode::parse(country) }, now));
            TRY(insert_mandate(tx, { .id = drawn<MandateTag>(), .body = body, .role = MandateRole::LeadAgency, .organization = lead, .person = {}, .period = since }));
            TRY(insert_mandate(tx, { .id = drawn<MandateTag>(), .body = body, .role = MandateRole::Coordinator, .organization = lead, .person = salif, .period = since }));
            TRY(insert_mandate(tx, { .id = co_coordination, .body = body, .role = MandateRole::CoCoordinator, .organization = partner, .person = ramata, .period = since }));
            TRY(insert_membership(tx, { drawn<MembershipTag>(), body, lead, awa, MembershipStatus::Member, since }));
            return {};
        });
        act_as(salif, "Salif Kaboré");
    }

    template<class Tag>
    Id<Tag> drawn() { return new_id<Tag>(now, chance); }
    template<class Function>
    void write(Function const& function) { expect_success(db.write([&](db::Transaction& tx) -> Result<void> { return function(tx); })); }
    void at(std::string_view iso) { now = *Instant::from_iso(iso); }
    void act_as(people::PersonId const& person, std::string const& name) { visitor = web::Visitor { "account-" + name, person.text(), name, false }; }

    web::Reply send(web::Request request)
    {
        web::Context context { .db = db, .configuration = configuration, .chance = chance, .now = now, .language = web::localization("fr"),
            .file_language = web::localization("fr", web::Medium::File), .visitor = visitor, .csrf_token = "token", .notice = {}, .authorizer = authorizer, .menu = menu };
        context.signing_key = "key";
        context.on_refused = [&](web::Request const& refused, web::Context const& asked, Error const& error) { record_refusal(refused, asked, error); };
        return web::answer(router, std::move(request), context);
    }
    web::Reply get(std::string const& path)
    {
        web::Request request;
        request.path = request.target = path;
        if (auto const question = path.find('?'); question != std::string::npos) {
            request.path.resize(question);
            auto const equal = path.find('=', question);
            request.query.add(path.substr(question + 1, equal - question - 1), path.substr(equal + 1));
        }
        return send(std::move(request));
    }
    web::Reply post(std::string const& path, std::vector<std::pair<std::string, std::string>> const& fields = {}, std::vector<web::UploadedFile> files = {})
    {
        web::Request request;
        request.method = web::Method::Post;
        request.path = request.target = path;
        request.form.add("csrf", "token");
        for (auto const& [name, value] : fields)
            request.form.add(name, value);
        request.files = std::move(files);
        return send(std::move(request));
    }

    std::string path() const { return "/bodies/" + body.text() + "/engagements"; }
    /// A draft for the co-coordination, with the usual commitments; gives the path of its page.
    std::string draft()
    {
        auto const reply = post(path(), { { "kind", "co_coordination" }, { "mandate", co_coordination.text() }, { "organization", partner.text() }, { "lead_agency", lead.text() },
            { "dedicated_person", ramata.text() }, { "time_share", "100" }, { "version", "1" } });
        auto const location = location_of(reply);
        return location.substr(0, location.rfind('/'));
    }
    /// A signed one.
    std::string signed_letter(std::string const& signed_on, std::string const& valid_until)
    {
        auto const letter = draft();
        expect(post(letter + "/signature", { { "signed_on", signed_on }, { "valid_until", valid_until }, { "version", "1" } }), 303);
        return letter;
    }
    EngagementId id_in(std::string const& letter) const { return EngagementId::trusted(letter.substr(letter.rfind('/') + 1)); }
    std::vector<Commitment> commitments(std::string const& letter, std::string_view on = "2030-01-01")
    {
        return expect_success(db.read([&](db::Reader const& reader) { return list_commitments(reader, id_in(letter), day(on)); }));
    }
    std::vector<journal::RecordedEvent> events(std::string const& kind)
    {
        return expect_success(db.read([&](db::Reader const& reader) { return journal::list_events(reader, { .kind = kind }); }));
    }

    static void expect(web::Reply const& reply, int status)
    {
        if (reply.status != status)
            throw std::runtime_error("status " + std::to_string(reply.status) + ": " + reply.body);
    }
    static std::string location_of(web::Reply const& reply)
    {
        for (auto const& [name, value] : reply.headers)
            if (name == "Location")
                return value;
        throw std::runtime_error("no Location, status " + std::to_string(reply.status) + ": " + reply.body);
    }

private:
    /// As the application does.
    void record_refusal(web::Request const& request, web::Context const& context, Error const& error)
    {
        write([&](db::Transaction& tx) -> Result<void> {
            TRY(journal::record_event(tx, journal::actor_of(context), { .kind = "web.refused", .object = {}, .after = "{\"path\":\"" + request.path + "\",\"reason\":\"" + error.message.debug_string() + "\"}", .refused = true }, now, chance));
            return {};
        });
    }
};

inline bool shows(web::Reply const& reply, std::string_view text) { return reply.body.find(text) != std::string::npos; }

} // namespace toguna::bodies
