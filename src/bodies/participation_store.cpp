#include "bodies/participation_store.hpp"

#include "bodies/participation_queries.hpp"

namespace toguna::bodies {

namespace {

Participation read_participation(db::Row const& row)
{
    return { row.id<BodyId>(0), row.id<people::OrganizationId>(1), participation_kind_from(row.text(2)).value_or(ParticipationKind::Meeting), row.date(3),
        participation_state_from(row.text(4)).value_or(ParticipationState::Excused), row.date(5) };
}

} // namespace

Result<std::map<people::OrganizationId, std::vector<Participation>>> participation_of_body(db::Reader const& db, BodyId const& body, Date today)
{
    std::map<people::OrganizationId, std::vector<Participation>> facts;
    for (auto& fact : TRY(db.all(sql::participation_of_body, { { "body", body }, { "since", today.plus_months(-participation_months) } }, read_participation)))
        facts[fact.organization].push_back(fact);
    return facts;
}

Result<std::vector<Participation>> participation_on(db::Reader const& db, BodyId const& body, ParticipationKind kind, Date day)
{
    return db.all(sql::participation_on, { { "body", body }, { "kind", name_of(kind) }, { "day", day } }, read_participation);
}

Result<void> save_participation(db::Transaction& tx, Participation const& given)
{
    auto const fact = TRY(checked(given));
    TRY(tx.execute(sql::save_participation,
        { { "body", fact.body }, { "organization", fact.organization }, { "kind", name_of(fact.kind) }, { "day", fact.day }, { "state", name_of(fact.state) }, { "recorded_on", fact.recorded_on } }));
    return {};
}

Result<void> delete_participation(db::Transaction& tx, Participation const& fact)
{
    TRY(tx.execute(sql::delete_participation, { { "body", fact.body }, { "organization", fact.organization }, { "kind", name_of(fact.kind) }, { "day", fact.day } }));
    return {};
}

} // namespace toguna::bodies
