#include "actions/reminder_log_pages.hpp"

#include "actions/reminder_test_house.hpp"
#include "actions/whatsapp_pages.hpp"
#include "bodies/rights_store.hpp"
#include "web/feature.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::actions;
using test::for_each_engine;

namespace {

/// The coordinator's pages in process; rights are the real ones.
struct CoordinatorPages {
    ReminderHouse& house;
    web::Router router { [] {
        auto routes = reminder_log_routes();
        for (auto const& route : whatsapp_routes())
            routes.push_back(route);
        return routes;
    }() };
    web::Authorizer authorizer = bodies::authorizer();
    std::vector<web::MenuEntry> menu {};

    web::Reply get(people::PersonId const& person, std::string const& room, std::string const& week = {})
    {
        web::Context context { house.db, house.configuration, house.chance, house.clock, web::localization("fr"), web::localization("fr", web::Medium::File),
            web::Visitor { .account = "a", .person = person.text(), .name = "…" }, "token", "", authorizer, menu };
        web::Request request;
        request.path = request.target = "/bodies/" + house.body.text() + "/" + room;
        if (!week.empty())
            request.query.add("week", week);
        return web::answer(router, std::move(request), context);
    }
};

bool contains(web::Reply const& reply, std::string_view words) { return reply.body.find(words) != std::string::npos; }

} // namespace

TEST_CASE("the coordinator reads who was reminded of what, what leaves next, and whom nobody reaches")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        CoordinatorPages pages { house };
        auto const late = house.owed_by_awa("Former les relais communautaires", "2026-02-20");
        house.owed_by({ Responsible::Kind::Person, house.moussa.text(), "Moussa" }, "Rédiger la note", DueOn { *Date::from_iso("2026-03-20") });
        house.owed_by({ Responsible::Kind::Unit, "", "La coordination" }, "Convoquer la réunion", NoDue {});
        house.at("2026-03-01T20:00:00Z");
        auto const before = pages.get(house.salif, "reminders");
        CHECK(before.status == 200);
        CHECK(contains(before, "lundi 2 mars 2026 à 7\u00a0h\u00a000"));
        CHECK(contains(before, "Aucun rappel n’est parti"));
        CHECK(contains(before, "Moussa Ouédraogo"));
        CHECK(contains(before, "Convoquer la réunion"));
        house.at("2026-03-02T08:00:00Z");
        house.send();
        auto const after = pages.get(house.salif, "reminders");
        CHECK(contains(after, "Semaine du 2 mars 2026"));
        CHECK(contains(after, "Awa Traoré"));
        CHECK(contains(after, late.reference));
        CHECK(contains(after, "En attente d’envoi"));
        CHECK(contains(pages.get(house.salif, "reminders", "2026-02-25"), "Aucun rappel n’est parti"));
        CHECK(pages.get(house.awa, "reminders").status == 403);
    });
}

TEST_CASE("the text for WhatsApp names organizations, never a person")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        CoordinatorPages pages { house };
        house.owed_by_awa("Former les relais communautaires", "2026-02-20");
        house.owed_by({ Responsible::Kind::Person, house.jane.text(), "Jane Doe" }, "Écrire la note", DueOn { *Date::from_iso("2026-03-06") });
        house.owed_by({ Responsible::Kind::Unit, "", "M. Ouédraogo" }, "Convoquer", DueOn { *Date::from_iso("2026-03-06") });
        auto const reply = pages.get(house.salif, "whatsapp");
        CHECK(reply.status == 200);
        CHECK(contains(reply, "1. Former les relais communautaires – FS, 20 février 2026"));
        CHECK(contains(reply, "2. Écrire la note – 6 mars 2026"));
        for (auto const* name : { "Awa Traoré", "Jane", "M. Ouédraogo", "@" })
            CHECK_FALSE(contains(reply, name));
    });
}
