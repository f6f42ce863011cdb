#include "bodies/organigram_store.hpp"

#include "bodies/life_store.hpp"
#include "bodies/organigram_queries.hpp"

#include <algorithm>

namespace toguna::bodies {

namespace {

std::string holder_name(db::Row const& row)
{
    auto const organization = row.text(3).empty() ? row.string(2) : row.string(3);
    auto const person = row.string(4);
    return person.empty() ? organization : organization.empty() ? person : person + " (" + organization + ")";
}

Result<std::map<std::string, std::vector<RoleHolder>>> holders_on(db::Reader const& db, geography::CountryCode const& country, Date day)
{
    std::map<std::string, std::vector<RoleHolder>> holders;
    TRY(db.each(sql::roles_on, { { "country", country }, { "day", day } }, [&](db::Row const& row) {
        if (auto const role = mandate_role_from(row.text(1)))
            holders[row.string(0)].push_back({ *role, holder_name(row) });
    }));
    for (auto& [body, list] : holders)
        std::stable_sort(list.begin(), list.end(), [](auto const& left, auto const& right) { return left.role < right.role; });
    return holders;
}

struct Found {
    StandingBody body;
    bool is_known_to_work = false; ///< its first day is written down, and has come
};

Found read_standing(db::Row const& row)
{
    return { { row.id<BodyId>(0), body_kind_from(row.text(1)).value_or(BodyKind::Cluster), row.string(2), row.optional_id<BodyId>(3), row.optional_id<BodyId>(4) }, row.optional_date(5).has_value() };
}

} // namespace

Result<std::vector<StandingBody>> bodies_on(db::Reader const& db, geography::CountryCode const& country, Date day)
{
    auto const found = TRY(db.all(sql::bodies_on, { { "country", country }, { "day", day } }, read_standing));
    auto const lives = TRY(all_lives(db));
    auto holders = TRY(holders_on(db, country, day));
    std::vector<StandingBody> bodies;
    for (auto const& [body, is_known_to_work] : found) {
        auto const life = lives.find(body.id.text());
        auto standing = body;
        standing.state = life == lives.end() ? std::nullopt : state_on(life->second, day);
        bool const had_begun = life == lives.end() || standing.state || is_known_to_work;
        if (!had_begun || standing.state == LifeState::Deactivated)
            continue;
        standing.holders = std::move(holders[body.id.text()]);
        bodies.push_back(std::move(standing));
    }
    std::stable_sort(bodies.begin(), bodies.end(), [](auto const& left, auto const& right) { return left.kind < right.kind; });
    return bodies;
}

} // namespace toguna::bodies
