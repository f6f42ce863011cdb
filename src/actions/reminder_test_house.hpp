#pragma once
/// For tests of reminders: a cluster below an inter-cluster group, its people, a clock, and what its outbox holds.

#include "actions/reminder_jobs.hpp"
#include "actions/reminder_store.hpp"
#include "actions/test_house.hpp"
#include "bodies/mandate_store.hpp"
#include "bodies/membership_store.hpp"
#include "mail/outbox_store.hpp"
#include "people/person_store.hpp"
#include "people/store.hpp"
#include "web/configuration.hpp"

namespace toguna::actions {

struct ReminderHouse : TestHouse {
    db::Database& db;
    web::Configuration configuration {};
    /// Only now moves with the tests; 2 March 2026 is a Monday.
    Instant clock = *Instant::from_iso("2026-03-02T08:00:00Z");
    people::OrganizationId faso_sante;
    people::PersonId awa;       ///< responsible person, focal person of Faso Santé
    people::PersonId moussa;    ///< belongs to Faso Santé, has no address
    people::PersonId jane;      ///< speaks English, belongs to nobody
    people::PersonId salif;     ///< coordinator
    bodies::BodyId inter_cluster;

    explicit ReminderHouse(db::Database& database)
        : TestHouse(database), db(database), faso_sante(drawn<people::OrganizationTag>()), awa(drawn<people::PersonTag>()), moussa(drawn<people::PersonTag>()),
          jane(drawn<people::PersonTag>()), salif(drawn<people::PersonTag>()), inter_cluster(drawn<bodies::BodyTag>())
    {
        configuration.public_url = "https://toguna.example";
        configuration.mail_from = "toguna@cluster.example";
        auto const since = Period::since(*Date::from_iso("2026-01-01"));
        write([&](db::Transaction& tx) -> Result<void> {
            TRY(people::insert_organization(tx, { .id = faso_sante, .name = "Faso Santé", .acronym = "FS" }, clock));
            TRY(people::insert_person(tx, person(awa, "Awa Traoré", "awa@faso.example", "fr", { { drawn<people::AffiliationTag>(), awa, faso_sante, "", since } }), clock));
            TRY(people::insert_person(tx, person(moussa, "Moussa Ouédraogo", "", "fr", { { drawn<people::AffiliationTag>(), moussa, faso_sante, "", since } }), clock));
            TRY(people::insert_person(tx, person(jane, "Jane Doe", "jane@example.org", "en"), clock));
            TRY(people::insert_person(tx, person(salif, "Salif Kaboré", "salif@cluster.example", "fr"), clock));
            bodies::Body above { .id = inter_cluster, .name = "Groupe inter-clusters", .acronym = "ICC", .code = "ICC", .country = *geography::CountryCode::parse("BFA") };
            TRY(bodies::insert_body(tx, above, clock));
            auto own = TRY(bodies::find_body(tx, body));
            own.parent = inter_cluster;
            TRY(bodies::update_body(tx, own, clock));
            TRY(bodies::insert_membership(tx, { drawn<bodies::MembershipTag>(), body, faso_sante, awa, bodies::MembershipStatus::Member, since }));
            TRY(bodies::insert_mandate(tx, { .id = drawn<bodies::MandateTag>(), .body = body, .organization = {}, .person = salif, .period = since }));
            return {};
        });
    }

    template<class Tag>
    Id<Tag> drawn() { return new_id<Tag>(clock, chance); }

    static people::Person person(people::PersonId const& id, std::string name, std::string email, std::string language, std::vector<people::Affiliation> affiliations = {})
    {
        return { .id = id, .full_name = std::move(name), .email = std::move(email), .language = std::move(language), .affiliations = std::move(affiliations) };
    }

    ActionPoint owed_by(Responsible const& responsible, std::string text, Due due)
    {
        ActionPoint action { .id = ActionId::trusted(""), .body = body };
        action.plan = plan;
        action.section = section;
        action.text = std::move(text);
        action.due = due;
        action.responsible = { responsible };
        return add(action);
    }
    ActionPoint owed_by_awa(std::string text, std::string_view deadline)
    {
        return owed_by({ Responsible::Kind::Person, awa.text(), "Awa Traoré" }, std::move(text), DueOn { *Date::from_iso(deadline) });
    }

    void at(std::string_view iso) { clock = *Instant::from_iso(iso); }
    jobs::JobContext context() { return { db, configuration, chance, clock }; }
    void run(jobs::JobFunction job, std::string payload = "{}")
    {
        auto job_context = context();
        test::expect_success(job({ jobs::JobId::trusted("0"), "", std::move(payload) }, job_context));
    }
    void send() { run(send_reminders); }
    std::vector<mail::OutboxRow> outbox(std::string kind = {})
    {
        return test::expect_success(db.read([&](db::Reader const& reader) { return mail::list_outbox(reader, { .kind = std::move(kind), .limit = 1000 }); }));
    }
    /// Text of the mails that wait, oldest first.
    std::vector<std::string> waiting_texts(std::string const& column = "text")
    {
        return test::expect_success(db.read([&](db::Reader const& reader) -> Result<std::vector<std::string>> {
            std::vector<std::string> texts;
            TRY(reader.each_raw("SELECT " + column + " FROM mail_outbox WHERE state = 'waiting' ORDER BY created_at, id", {}, [&](db::Row const& row) { texts.push_back(row.string(0)); }));
            return texts;
        }));
    }
};

} // namespace toguna::actions
