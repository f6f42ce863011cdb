#pragma once
/// For tests: the plan pages in process, with TestHouse's cluster and plan, for a visitor of choice.

#include "actions/plan_pages.hpp"
#include "actions/test_house.hpp"
#include "bodies/membership_store.hpp"
#include "bodies/rights_store.hpp"
#include "people/person_store.hpp"
#include "people/store.hpp"
#include "web/configuration.hpp"
#include "web/feature.hpp"
#include "web/form.hpp"

namespace toguna::actions {

struct PlanPages {
    explicit PlanPages(db::Database& database) : db(database), house(database) { }

    db::Database& db;
    TestHouse house;
    web::Configuration configuration = {};
    web::Authorizer authorizer = bodies::authorizer();
    std::vector<web::MenuEntry> menu = {};
    std::optional<web::Visitor> visitor = web::Visitor { "account", "", "Awa Sanou", true };
    web::Router router { plan_routes() };

    web::Reply send(web::Request request)
    {
        web::Context context { .db = db, .configuration = configuration, .chance = house.chance, .now = house.now(), .language = web::localization("fr"),
            .file_language = web::localization("fr", web::Medium::File), .visitor = visitor, .csrf_token = "token", .notice = {}, .authorizer = authorizer, .menu = menu };
        context.signing_key = "key";
        return web::answer(router, std::move(request), context);
    }
    web::Reply get(std::string const& target)
    {
        web::Request request;
        request.target = target;
        request.path = target.substr(0, target.find('?'));
        if (request.path != target)
            request.query = test::expect_success(web::decode_urlencoded(target.substr(request.path.size() + 1)));
        return send(std::move(request));
    }
    web::Reply post(std::string const& path, std::vector<std::pair<std::string, std::string>> const& fields)
    {
        web::Request request;
        request.method = web::Method::Post;
        request.path = request.target = path;
        request.form.add("csrf", "token");
        for (auto const& [name, value] : fields)
            request.form.add(name, value);
        return send(std::move(request));
    }

    std::string plan_path() const { return "/plans/" + house.plan.text(); }
    ActionPlan plan()
    {
        return test::expect_success(db.read([&](db::Reader const& reader) { return read_plan(reader, house.plan); }));
    }
    GapId add_gap(std::string const& text)
    {
        return test::expect_success(db.write([&](db::Transaction& tx) { return insert_gap(tx, house.plan, house.section, text, house.act()); }));
    }
    ActionPoint add_action(std::string text, Due due, std::vector<GapId> gaps, std::vector<Responsible> responsible = {})
    {
        ActionPoint action { .id = ActionId::trusted(""), .body = house.body };
        action.plan = house.plan;
        action.section = house.section;
        action.text = std::move(text);
        action.due = due;
        action.gaps = std::move(gaps);
        action.responsible = std::move(responsible);
        return house.add(action);
    }
    ActionPoint find(ActionPoint const& action)
    {
        return test::expect_success(db.read([&](db::Reader const& reader) { return find_action(reader, action.id); }));
    }
    /// Somebody who is nothing but a member of the cluster.
    void sign_in_as_member()
    {
        people::Person const person { .id = new_id<people::PersonTag>(house.now(), house.chance), .full_name = "Issa Traoré" };
        house.write([&](db::Transaction& tx) -> Result<void> {
            TRY(people::insert_person(tx, person, house.now()));
            return bodies::insert_membership(tx, { new_id<bodies::MembershipTag>(house.now(), house.chance), house.body, {}, person.id, bodies::MembershipStatus::Member,
                Period::since(*Date::from(2026, 1, 1)) });
        });
        visitor = web::Visitor { "member", person.id.text(), person.full_name, false };
    }
};

inline std::string location_of(web::Reply const& reply)
{
    for (auto const& [name, value] : reply.headers)
        if (name == "Location")
            return value;
    return {};
}

inline bool shows(web::Reply const& reply, std::string_view text) { return reply.body.find(text) != std::string::npos; }

inline std::size_t times(web::Reply const& reply, std::string_view text)
{
    std::size_t count = 0;
    for (auto at = reply.body.find(text); at != std::string::npos; at = reply.body.find(text, at + text.size()))
        ++count;
    return count;
}

} // namespace toguna::actions
