#pragma once
/// For tests: the action pages in process, on a cluster with its people, for a visitor of choice.

#include "actions/action_pages.hpp"
#include "actions/reminder_test_house.hpp"
#include "bodies/rights_store.hpp"
#include "web/feature.hpp"

namespace toguna::actions {

struct TestDesk : ReminderHouse {
    using Pairs = std::vector<std::pair<std::string, std::string>>;

    web::Authorizer authorizer = bodies::authorizer();
    std::vector<web::MenuEntry> menu = {};
    web::Router router { action_routes() };
    std::optional<web::Visitor> visitor;

    explicit TestDesk(db::Database& database) : ReminderHouse(database) { sign_in_salif(); }

    void sign_in_salif() { visitor = web::Visitor { "account-salif", salif.text(), "Salif Kaboré" }; } ///< coordinator
    void sign_in_awa() { visitor = web::Visitor { "account-awa", awa.text(), "Awa Traoré" }; }         ///< member, of Faso Santé
    void sign_in_jane() { visitor = web::Visitor { "account-jane", jane.text(), "Jane Doe" }; }        ///< belongs to nothing
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
    ActionPoint stored(ActionId const& id)
    {
        return test::expect_success(db.read([&](db::Reader const& reader) { return find_action(reader, id); }));
    }
    std::vector<ActionPoint> register_of_body()
    {
        RegisterFilter filter;
        filter.bodies = std::nullopt;
        return test::expect_success(db.read([&](db::Reader const& reader) { return list_register(reader, filter, clock.utc_date(), 0, 0); }));
    }
    std::vector<std::string> events_of(ActionId const& id)
    {
        std::vector<std::string> kinds;
        for (auto const& recorded : test::expect_success(db.read([&](db::Reader const& reader) { return journal::list_events(reader, { .object = id.text() }); })))
            kinds.push_back(recorded.event.kind);
        return kinds;
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

} // namespace toguna::actions
