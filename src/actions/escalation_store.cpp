#include "actions/escalation_store.hpp"

#include "actions/queries.hpp"
#include "web/localization.hpp"

namespace toguna::actions {

Result<FormerDeadlines> read_former_deadlines(db::Reader const& db, ReminderSituation const& situation)
{
    std::map<ActionId, std::string> zones;
    for (auto const& action : situation.actions)
        if (auto const body = situation.bodies.find(action.body); body != situation.bodies.end())
            zones.emplace(action.id, body->second.time_zone);

    FormerDeadlines former;
    std::optional<ActionId> current;
    std::optional<Date> deadline;
    TRY(db.each(sql::deadlines_of_late_actions, {}, [&](db::Row const& row) {
        auto const id = row.id<ActionId>(0);
        auto const zone = zones.find(id);
        if (zone == zones.end())
            return;
        auto const next = row.optional_date(2);
        if (current == id && deadline && next != deadline)
            former[id].push_back({ *deadline, web::local_date(row.instant(1), zone->second) });
        current = id;
        deadline = next;
    }));
    return former;
}

Result<bool> insert_escalation(db::Transaction& tx, ActionId const& action, int missed, bodies::BodyId const& told, Instant now)
{
    return TRY(tx.execute(sql::insert_escalation, { { "action", action }, { "missed", missed }, { "body", told }, { "now", now } })) > 0;
}

Result<std::vector<EscalatedAction>> list_escalations(db::Reader const& db, bodies::BodyId const& body)
{
    return db.all(sql::escalations, { { "body", body } }, [](db::Row const& row) {
        return EscalatedAction { row.id<ActionId>(0), static_cast<int>(row.integer(1)), row.id<bodies::BodyId>(2), row.instant(3), row.id<bodies::BodyId>(4),
            row.string(5), row.string(6), row.string(7), row.string(8) };
    });
}

} // namespace toguna::actions
