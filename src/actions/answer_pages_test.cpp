#include "actions/answer_pages.hpp"

#include "actions/reminder_test_house.hpp"
#include "mail/personal_link.hpp"
#include "web/feature.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::actions;
using test::expect_success;
using test::for_each_engine;

namespace {

/// Pages are counted by address for the whole process: each test asks from its own.
std::string new_address()
{
    static int number = 0;
    return "192.0.2." + std::to_string(++number);
}

/// The pages behind a link, in process, for somebody without an account.
struct LinkPages {
    ReminderHouse& house;
    std::string address = new_address();
    web::Router router { answer_routes() };
    web::Authorizer authorizer = [](db::Reader const&, web::Visitor const*, web::Right, std::string_view, Instant) { return Result<void> {}; };
    std::vector<web::MenuEntry> menu {};

    web::Reply answer(web::Request request)
    {
        request.remote_address = address;
        web::Context context { house.db, house.configuration, house.chance, house.clock, web::localization("fr"), web::localization("fr", web::Medium::File), {}, "token", "",
            authorizer, menu };
        return web::answer(router, std::move(request), context);
    }
    web::Reply get(std::string const& path, std::string const& chosen = {})
    {
        web::Request request;
        request.path = request.target = path;
        if (!chosen.empty())
            request.query.add("answer", chosen);
        return answer(std::move(request));
    }
    web::Reply post(std::string const& path, std::vector<std::pair<std::string, std::string>> const& fields)
    {
        web::Request request;
        request.method = web::Method::Post;
        request.path = request.target = path;
        request.form.add("csrf", "token");
        for (auto const& [name, value] : fields)
            request.form.add(name, value);
        return answer(std::move(request));
    }
    std::string link(people::PersonId const& person, ActionPoint const& action)
    {
        return "/r/" + expect_success(house.db.write([&](db::Transaction& tx) {
            return mail::create_personal_link(tx,
                { .purpose = std::string(answer_purpose), .person = person.text(), .object = action.id.text(), .expires_at = house.clock + std::chrono::hours(24 * 60) }, house.clock, house.chance);
        }));
    }
    ActionPoint stored(ActionPoint const& action)
    {
        return expect_success(house.db.read([&](db::Reader const& db) { return find_action(db, action.id); }));
    }
    std::vector<journal::RecordedEvent> facts(std::string kind)
    {
        return expect_success(house.db.read([&](db::Reader const& db) { return journal::list_events(db, { .kind = std::move(kind) }); }));
    }
};

bool contains(web::Reply const& reply, std::string_view words) { return reply.body.find(words) != std::string::npos; }

std::string header(web::Reply const& reply, std::string_view name)
{
    for (auto const& [key, value] : reply.headers)
        if (key == name)
            return value;
    return {};
}

} // namespace

TEST_CASE("the link opens the action with four answers, without an account, and opening answers nothing")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        LinkPages pages { house };
        auto const action = house.owed_by_awa("Former les relais communautaires", "2026-03-06");
        auto const path = pages.link(house.awa, action);
        auto const opened = pages.get(path);
        CHECK(opened.status == 200);
        for (auto const* words : { "Former les relais communautaires", "Cluster Nutrition", "vendredi 6 mars 2026", "Fait", "En cours", "Bloquée", "Nouvelle date" })
            CHECK(contains(opened, words));
        CHECK(header(opened, "Referrer-Policy") == "no-referrer");
        for (auto const* answer : { "done", "started", "blocked", "moved" })
            CHECK(pages.get(path, answer).status == 200);
        CHECK(pages.stored(action).status == Status::ToDo);
        CHECK(pages.stored(action).version == action.version);
    });
}

TEST_CASE("one tap in the mail and one on the page: the action waits for confirmation, and the page says what follows")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        LinkPages pages { house };
        auto const action = house.owed_by_awa("Former les relais communautaires", "2026-03-06");
        house.owed_by_awa("Actualiser la cartographie", "2026-03-08");
        auto const path = pages.link(house.awa, action);
        CHECK(contains(pages.get(path, "done"), "Confirmer\u00a0: Fait"));
        auto const sent = pages.post(path, { { "answer", "done" }, { "version", "1" }, { "note", "40 relais formés" } });
        CHECK(sent.status == 303);
        CHECK(pages.stored(action).status == Status::DoneToConfirm);
        auto const facts = pages.facts("actions.reported_done");
        REQUIRE(facts.size() == 1);
        CHECK(facts[0].actor.name == "Awa Traoré");
        CHECK(facts[0].event.object == action.id.text());

        auto const location = header(sent, "Location");
        auto const thanks = pages.get(location.substr(0, location.find('?')), "done");
        CHECK(thanks.status == 200);
        CHECK(contains(thanks, action.reference));
        CHECK(contains(thanks, "La coordination le confirmera"));
        CHECK(contains(thanks, "Actualiser la cartographie"));
        auto const other = thanks.body.find("href=\"/r/", thanks.body.find("autre action"));
        auto const other_path = thanks.body.substr(other + 6, thanks.body.find('"', other + 6) - other - 6);
        CHECK(contains(pages.get(other_path), "Actualiser la cartographie"));
    });
}

TEST_CASE("a form sent twice answers once")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        LinkPages pages { house };
        auto const action = house.owed_by_awa("Former les relais communautaires", "2026-03-06");
        auto const path = pages.link(house.awa, action);
        std::vector<std::pair<std::string, std::string>> const form { { "once", "one-page" }, { "answer", "started" }, { "version", "1" }, { "note", "" } };
        auto const first = pages.post(path, form);
        auto const second = pages.post(path, form);
        CHECK(first.status == 303);
        CHECK(second.status == 303);
        CHECK(header(first, "Location") == header(second, "Location"));
        CHECK(pages.facts("actions.reported_started").size() == 1);
        CHECK(pages.stored(action).version == 2);
    });
}

TEST_CASE("« Bloquée » needs its reason; the page comes back as it was typed")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        LinkPages pages { house };
        auto const action = house.owed_by_awa("Former les relais communautaires", "2026-03-06");
        auto const path = pages.link(house.awa, action);
        auto const refused = pages.post(path, { { "answer", "blocked" }, { "version", "1" }, { "note", " " } });
        CHECK(refused.status == 422);
        CHECK(contains(refused, "Erreur"));
        CHECK(contains(refused, "href=\"#note\""));
        CHECK(pages.post(path, { { "answer", "blocked" }, { "version", "1" }, { "note", "Pas de budget" } }).status == 303);
        CHECK(pages.stored(action).status == Status::Blocked);
        CHECK(pages.stored(action).status_reason == "Pas de budget");
        CHECK(pages.facts("actions.reported_blocked").size() == 1);
    });
}

TEST_CASE("a new date is understood in words; what is no date keeps what was typed; the first date stays")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        LinkPages pages { house };
        auto const action = house.owed_by_awa("Former les relais communautaires", "2026-03-06");
        auto const path = pages.link(house.awa, action);
        auto const refused = pages.post(path, { { "answer", "moved" }, { "version", "1" }, { "due", "bientôt peut-être" }, { "note", "Salle prise" } });
        CHECK(refused.status == 422);
        CHECK(contains(refused, "bientôt peut-être"));
        CHECK(contains(refused, "Salle prise"));
        CHECK(pages.post(path, { { "answer", "moved" }, { "version", "1" }, { "due", "1/1/2026" } }).status == 422);
        CHECK(pages.post(path, { { "answer", "moved" }, { "version", "1" }, { "due", "20 mars" }, { "note", "Salle prise" } }).status == 303);
        auto const moved = pages.stored(action);
        CHECK(deadline_of(moved.due) == Date::from_iso("2026-03-20"));
        CHECK(moved.first_deadline == Date::from_iso("2026-03-06"));
        CHECK(moved.postponements == 1);
        CHECK(pages.facts("actions.deadline_moved").size() == 1);
    });
}

TEST_CASE("an action that changed meanwhile is shown anew with what was typed, and nothing is overwritten")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        LinkPages pages { house };
        auto const action = house.owed_by_awa("Former les relais communautaires", "2026-03-06");
        auto const path = pages.link(house.awa, action);
        auto changed = action;
        changed.text = "Former trente relais communautaires";
        house.write([&](db::Transaction& tx) -> Result<void> {
            TRY(update_action(tx, changed, 1, "", house.act()));
            return {};
        });
        auto const refused = pages.post(path, { { "answer", "done" }, { "version", "1" }, { "note", "Fini hier" } });
        CHECK(refused.status == 409);
        CHECK(contains(refused, "Former trente relais"));
        CHECK(contains(refused, "Fini hier"));
        CHECK(contains(refused, "name=\"version\" value=\"2\""));
        CHECK(pages.stored(action).status == Status::ToDo);
    });
}

TEST_CASE("an answer for a member of the cluster is the state of that member alone")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        LinkPages pages { house };
        auto const helvetas = house.drawn<people::OrganizationTag>();
        house.write([&](db::Transaction& tx) { return people::insert_organization(tx, { .id = helvetas, .name = "Helvetas" }, house.clock); });
        ActionPoint action { .id = ActionId::trusted(""), .body = house.body };
        action.plan = house.plan;
        action.section = house.section;
        action.text = "Transmettre les données";
        action.due = DueOn { *Date::from_iso("2026-03-06") };
        action.responsible = { { Responsible::Kind::Body, house.body.text(), "Membres du cluster" } };
        action.member_states = { { house.faso_sante, "Faso Santé", Status::ToDo, "" }, { helvetas, "Helvetas", Status::ToDo, "" } };
        action = house.add(action);
        auto const path = pages.link(house.awa, action);
        CHECK_FALSE(contains(pages.get(path), "Nouvelle date"));
        CHECK(pages.post(path, { { "answer", "done" }, { "version", "1" }, { "note", "" } }).status == 303);
        auto const after = pages.stored(action);
        CHECK(after.status == Status::InProgress);
        for (auto const& state : after.member_states)
            CHECK(state.status == (state.organization == house.faso_sante ? Status::DoneToConfirm : Status::ToDo));
        CHECK(pages.post(path, { { "answer", "moved" }, { "version", "2" }, { "due", "20 mars" } }).status == 403);
    });
}

TEST_CASE("« Fait » of a monthly action is said of the month that ended, and the action goes on")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        LinkPages pages { house };
        auto const action = house.owed_by({ Responsible::Kind::Person, house.awa.text(), "Awa Traoré" }, "Réunir le groupe", Recurring { Frequency::Monthly });
        auto const path = pages.link(house.awa, action);
        CHECK(contains(pages.get(path, "done"), "du 1er février 2026 au 28 février 2026"));
        CHECK(pages.post(path, { { "answer", "done" }, { "version", "1" }, { "note", "Compte rendu diffusé" } }).status == 303);
        auto const after = pages.stored(action);
        CHECK(after.status == Status::ToDo);
        CHECK(after.occurrences.at(1).done == true);
        CHECK(after.occurrences.at(1).evidence == "Compte rendu diffusé");
        CHECK_FALSE(after.occurrences.at(2).done);
    });
}

TEST_CASE("a link that is unknown, expired or of somebody no longer responsible says what to do")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        LinkPages pages { house };
        auto const action = house.owed_by_awa("Former les relais communautaires", "2026-03-06");
        auto const unknown = pages.get("/r/0123456789012345678901234567890123456789abc");
        CHECK(unknown.status == 404);
        CHECK(contains(unknown, "votre dernier courriel"));
        auto const of_jane = pages.get(pages.link(house.jane, action));
        CHECK(of_jane.status == 403);
        CHECK(contains(of_jane, "Cluster Nutrition"));
        auto const path = pages.link(house.awa, action);
        house.clock = house.clock + std::chrono::hours(24 * 60);
        CHECK(pages.get(path).status == 404);
        CHECK(pages.post(path, { { "answer", "done" }, { "version", "1" } }).status == 404);
        CHECK(pages.stored(action).status == Status::ToDo);
    });
}

TEST_CASE("a link opens the actions of its person alone")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        LinkPages pages { house };
        auto const own = house.owed_by_awa("Former les relais communautaires", "2026-03-06");
        auto const of_jane = house.owed_by({ Responsible::Kind::Person, house.jane.text(), "Jane Doe" }, "Write the brief", DueOn { *Date::from_iso("2026-03-06") });
        CHECK(pages.get(pages.link(house.awa, own) + "/" + of_jane.id.text()).status == 403);
    });
}

TEST_CASE("a closed action says that nothing is left to answer")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        LinkPages pages { house };
        auto action = house.owed_by_awa("Former les relais communautaires", "2026-03-06");
        auto const path = pages.link(house.awa, action);
        action.status = Status::Closed;
        action.closing_note = "Vu en réunion";
        house.write([&](db::Transaction& tx) -> Result<void> {
            TRY(update_action(tx, action, 1, "", house.act()));
            return {};
        });
        CHECK(contains(pages.get(path), "Cette action est close"));
        CHECK(pages.post(path, { { "answer", "done" }, { "version", "2" } }).status == 409);
    });
}

TEST_CASE("somebody who reads English is answered in English")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        LinkPages pages { house };
        auto const action = house.owed_by({ Responsible::Kind::Person, house.jane.text(), "Jane Doe" }, "Write the brief", DueOn { *Date::from_iso("2026-03-06") });
        auto const opened = pages.get(pages.link(house.jane, action));
        CHECK(contains(opened, "Where does this action stand?"));
        CHECK(contains(opened, "lang=\"en\""));
        CHECK(opened.body.size() < 14 * 1024);
    });
}

TEST_CASE("whoever asks for hundreds of links is slowed down, and others are not")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        LinkPages guesser { house };
        LinkPages pages { house };
        auto const path = pages.link(house.awa, house.owed_by_awa("Former les relais communautaires", "2026-03-06"));
        for (int guess = 0; guess < 60; ++guess)
            CHECK(guesser.get("/r/unknown").status == 404);
        CHECK(guesser.get("/r/unknown").status == 503);
        CHECK(pages.get(path).status == 200);
    });
}
