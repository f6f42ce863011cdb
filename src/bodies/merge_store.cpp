#include "bodies/merge_store.hpp"

#include "bodies/life_store.hpp"
#include "bodies/mandate_store.hpp"
#include "bodies/membership_store.hpp"
#include "bodies/store.hpp"

namespace toguna::bodies {

namespace {

Result<void> move_members(db::Transaction& tx, Merger const& merger, Instant now, Chance& chance)
{
    auto const memberships = [&](BodyId const& body) -> Result<std::vector<Membership>> {
        std::vector<Membership> list;
        for (auto const& named : TRY(list_memberships(tx, body)))
            list.push_back(named.membership);
        return list;
    };
    auto const move = move_memberships(TRY(memberships(merger.from)), TRY(memberships(merger.into)), merger.into, merger.day);
    for (auto const& membership : move.ending)
        TRY(end_membership(tx, membership.id, merger.day.plus_days(-1), merger.reason));
    for (auto membership : move.joining) {
        membership.id = new_id<MembershipTag>(now, chance);
        TRY(insert_membership(tx, membership));
    }
    return {};
}

/// Those in force that began before: what begins later never came about, and stays as it was written.
Result<void> end_mandates(db::Transaction& tx, BodyId const& body, Date day)
{
    for (auto const& named : TRY(mandates_on(tx, body, day)))
        if (named.mandate.period.start() < day)
            TRY(end_mandate(tx, named.mandate.id, day.plus_days(-1)));
    return {};
}

/// Where the life of the body is known, it ends there; a step of that very day is left as it stands.
Result<void> end_life(db::Transaction& tx, Merger const& merger, Date today, Instant now, Chance& chance)
{
    auto const life = TRY(life_of(tx, merger.from));
    auto const* step = step_on(life, merger.day);
    if (!step || step->day == merger.day || !may_follow(step->state, LifeState::Deactivated))
        return {};
    return insert_life_event(tx, { new_id<LifeEventTag>(now, chance), merger.from, merger.day, LifeState::Deactivated, merger.reason, merger.decision, "" }, today, now);
}

} // namespace

Result<void> merge_bodies(db::Transaction& tx, Merger const& merger, Date today, Instant now, Chance& chance)
{
    auto from = TRY(find_body(tx, merger.from));
    auto const into = TRY(find_body(tx, merger.into));
    TRY(may_merge(from, into, merger.day, today));
    if (merger.reason.empty())
        return fail(Error { ErrorKind::Invalid, tr("These bodies cannot be merged."), { { "merge_reason", tr("Write the reason: people will ask.") } }, {} });
    for (auto const& moved : moved_below(TRY(bodies_below(tx, from.id)), from, into)) {
        auto below = TRY(find_body(tx, moved.id)); // with its aliases
        below.parent = moved.parent;
        below.reports_to = moved.reports_to;
        TRY(update_body(tx, below, now));
    }
    TRY(update_body(tx, with_names_of(TRY(find_body(tx, into.id)), from), now));
    TRY(move_members(tx, merger, now, chance));
    TRY(end_mandates(tx, from.id, merger.day));
    TRY(end_life(tx, merger, today, now, chance));
    from.merged_into = into.id;
    from.archived_on = merger.day;
    return update_body(tx, from, now);
}

Result<void> hand_over(db::Transaction& tx, Handover const& handover, Date today, Instant now, Chance& chance)
{
    TRY(insert_life_event(tx, { new_id<LifeEventTag>(now, chance), handover.body, handover.day, LifeState::InTransition, handover.reason, handover.decision, "" }, today, now));
    for (auto const& named : TRY(mandates_on(tx, handover.body, handover.day)))
        if (named.mandate.role == MandateRole::LeadAgency && named.mandate.period.start() < handover.day)
            TRY(end_mandate(tx, named.mandate.id, handover.day.plus_days(-1)));
    return insert_mandate(tx, Mandate { .id = new_id<MandateTag>(now, chance), .body = handover.body, .role = MandateRole::LeadAgency, .organization = handover.to, .person = {}, .period = Period::since(handover.day) });
}

Result<void> archive_body(db::Transaction& tx, BodyId const& id, Date day, Instant now)
{
    auto body = TRY(find_body(tx, id));
    if (body.archived_on)
        return fail(ErrorKind::Conflict, tr("This body is archived already."));
    body.archived_on = day;
    return update_body(tx, body, now);
}

Result<void> restore_body(db::Transaction& tx, BodyId const& id, Instant now)
{
    auto body = TRY(find_body(tx, id));
    if (body.merged_into)
        return fail(ErrorKind::Conflict, tr("This body was merged: it goes on in the other one."));
    if (!body.archived_on)
        return fail(ErrorKind::Conflict, tr("This body is not archived."));
    body.archived_on.reset();
    return update_body(tx, body, now);
}

} // namespace toguna::bodies
