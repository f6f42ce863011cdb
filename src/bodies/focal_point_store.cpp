#include "bodies/focal_point_store.hpp"

#include "bodies/focal_point_queries.hpp"
#include "bodies/mandate_store.hpp"

#include <map>

namespace toguna::bodies {

namespace {

NamedCandidacy read_candidacy(db::Row const& row)
{
    FocalCandidacy candidacy { row.id<FocalCandidacyId>(0), row.id<BodyId>(1), row.id<people::OrganizationId>(2), row.optional_id<people::PersonId>(3), {},
        candidacy_state_from(row.text(4)).value_or(CandidacyState::Proposed), row.string(5), row.date(6), row.optional_id<MandateId>(7), row.integer(8) };
    return { std::move(candidacy), row.string(9), row.string(10), row.optional_string(11).value_or(""), {} };
}

Result<std::vector<NamedCandidacy>> with_areas(db::Reader const& db, BodyId const& body, std::vector<NamedCandidacy> candidacies)
{
    std::map<FocalCandidacyId, std::vector<NamedArea>> areas;
    TRY(db.each(sql::areas_of_candidacies, { { "body", body } }, [&](db::Row const& row) {
        areas[row.id<FocalCandidacyId>(0)].push_back({ row.id<geography::AdminAreaId>(1), row.string(2), static_cast<int>(row.integer(3)) });
    }));
    for (auto& named : candidacies) {
        named.areas = areas[named.candidacy.id];
        for (auto const& area : named.areas)
            named.candidacy.areas.push_back(area.id);
    }
    return candidacies;
}

Result<void> write_step(db::Transaction& tx, FocalCandidacy const& candidacy, StepTaken const& step)
{
    TRY(tx.execute(sql::insert_focal_step,
        { { "candidacy", candidacy.id }, { "state", name_of(candidacy.state) }, { "taken_on", step.day }, { "reason", step.reason }, { "person", step.by } }));
    return {};
}

Result<void> update_candidacy(db::Transaction& tx, FocalCandidacy const& candidacy)
{
    if (TRY(tx.execute(sql::update_focal_candidacy,
            { { "id", candidacy.id }, { "state", name_of(candidacy.state) }, { "mandate", candidacy.mandate }, { "version", candidacy.version } })) == 0)
        return fail(ErrorKind::Conflict, tr("Somebody decided on this candidacy while you were reading. Open it again."));
    return {};
}

} // namespace

Result<std::vector<FocalCall>> list_focal_calls(db::Reader const& db, BodyId const& body)
{
    return db.all(sql::focal_calls, { { "body", body } },
        [](db::Row const& row) { return FocalCall { row.id<FocalCallId>(0), row.id<BodyId>(1), row.string(2), row.date(3), row.date(4) }; });
}

Result<void> insert_focal_call(db::Transaction& tx, FocalCall const& given)
{
    auto const call = TRY(checked(given));
    TRY(tx.execute(sql::insert_focal_call, { { "id", call.id }, { "body", call.body }, { "text", call.text }, { "opened_on", call.opened_on }, { "closes_on", call.closes_on } }));
    return {};
}

Result<std::vector<NamedCandidacy>> list_candidacies(db::Reader const& db, BodyId const& body, Date day)
{
    return with_areas(db, body, TRY(db.all(sql::focal_candidacies, { { "body", body }, { "day", day } }, read_candidacy)));
}

Result<NamedCandidacy> find_candidacy(db::Reader const& db, FocalCandidacyId const& id)
{
    auto found = TRY(db.first(sql::focal_candidacy, { { "id", id } }, read_candidacy));
    if (!found)
        return fail(ErrorKind::NotFound, tr("This candidacy does not exist."));
    auto const body = found->candidacy.body;
    return TRY(with_areas(db, body, { *std::move(found) })).front();
}

Result<std::vector<FocalStep>> steps_of(db::Reader const& db, FocalCandidacyId const& id)
{
    return db.all(sql::focal_steps, { { "candidacy", id } }, [](db::Row const& row) {
        return FocalStep { candidacy_state_from(row.text(0)).value_or(CandidacyState::Proposed), row.date(1), row.string(2), row.optional_string(3).value_or("") };
    });
}

Result<void> insert_candidacy(db::Transaction& tx, FocalCandidacy const& given, std::optional<people::PersonId> const& by)
{
    auto const candidacy = TRY(checked(given));
    TRY(tx.execute(sql::insert_focal_candidacy,
        { { "id", candidacy.id }, { "body", candidacy.body }, { "organization", candidacy.organization }, { "person", candidacy.person }, { "state", name_of(candidacy.state) },
            { "note", candidacy.note }, { "proposed_on", candidacy.proposed_on } }));
    for (auto const& area : candidacy.areas)
        TRY(tx.execute(sql::insert_focal_candidacy_area, { { "candidacy", candidacy.id }, { "area", area } }));
    return write_step(tx, candidacy, { candidacy.proposed_on, candidacy.note, by });
}

Result<FocalCandidacy> save_candidacy_step(db::Transaction& tx, FocalCandidacy const& candidacy, CandidacyState next, StepTaken const& step)
{
    auto const after = TRY(advance(candidacy, next, step.reason));
    TRY(update_candidacy(tx, after));
    TRY(write_step(tx, after, step));
    return after;
}

Result<Mandate> confirm_candidacy(db::Transaction& tx, FocalCandidacy const& candidacy, Confirmation const& confirmation, MandateId const& mandate_id, StepTaken const& step)
{
    auto after = TRY(advance(candidacy, CandidacyState::Confirmed, step.reason));
    auto const mandate = TRY(mandate_of(candidacy, confirmation, mandate_id));
    TRY(insert_mandate(tx, mandate));
    after.mandate = mandate.id;
    TRY(update_candidacy(tx, after));
    TRY(write_step(tx, after, step));
    return mandate;
}

} // namespace toguna::bodies
