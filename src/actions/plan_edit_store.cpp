#include "actions/plan_edit_store.hpp"

#include "actions/actor_store.hpp"
#include "actions/queries.hpp"
#include "actions/words.hpp"

#include <algorithm>
#include <set>

namespace toguna::actions {

namespace {

Result<std::map<std::string, CarriedAction>> carried(db::Reader const& db, db::Query const& query, PlanId const& plan)
{
    std::map<std::string, CarriedAction> found;
    TRY(db.each(query, { { "plan", plan } }, [&](db::Row const& row) {
        found.emplace(row.string(0), CarriedAction { row.string(1), row.string(2), static_cast<int>(row.integer(3)) });
    }));
    return found;
}

Result<void> record_structure(db::Transaction& tx, std::string kind, PlanId const& plan, std::string object, Act const& act)
{
    auto const summary = TRY(find_plan_summary(tx, plan));
    TRY(tx.execute(sql::touch_plan, { { "plan", plan } }));
    TRY(journal::record_event(tx, act.actor, { .kind = std::move(kind), .object = std::move(object), .body = summary.body.text() }, act.now, act.chance));
    return {};
}

tl::unexpected<Error> action_changed() { return fail(ErrorKind::Conflict, tr("Somebody changed this action while you were writing. Compare the two versions and choose.")); }

/// Right after `position`, where room is made.
Result<void> place_after(db::Transaction& tx, PlanId const& plan, std::int64_t position, ActionId const& action)
{
    TRY(tx.execute(sql::make_room_after, { { "plan", plan }, { "position", position } }));
    TRY(tx.execute(sql::place_action, { { "action", action }, { "position", position + 1 } }));
    return {};
}

/// A copy of what is decided, without what happened since: for an action that goes on under a new reference.
ActionPoint successor_of(ActionPoint const& action)
{
    auto next = action;
    next.id = ActionId::trusted("");
    next.reference.clear(); // it is given its own
    next.occurrences.clear();
    next.carried_from.reset();
    return next;
}

/// Finds or makes in the new plan what an action stood under in the old one.
class Carrier {
public:
    Carrier(db::Transaction& tx, ActionPlan const& from, ActionPlan to, Act const& act) : m_tx(tx), m_from(from), m_to(std::move(to)), m_act(act) { }

    Result<void> carry(ActionPoint const& action)
    {
        auto next = successor_of(action);
        next.plan = m_to.id;
        next.carried_from = action.id;
        next.section.reset();
        if (action.section)
            next.section = TRY(section_for(*action.section));
        next.gaps.clear();
        for (auto const& gap : action.gaps)
            if (auto const made = TRY(gap_for(gap)))
                next.gaps.push_back(*made);
        TRY(insert_action(m_tx, std::move(next), {}, m_act));
        return {};
    }

private:
    Result<std::optional<SectionId>> section_for(SectionId const& id)
    {
        auto const found = std::find_if(m_from.sections.begin(), m_from.sections.end(), [&](auto const& section) { return section.id == id; });
        if (found == m_from.sections.end())
            return std::optional<SectionId>();
        for (auto const& section : m_to.sections)
            if (folded(section.title) == folded(found->title))
                return std::optional(section.id);
        auto const made = TRY(insert_section(m_tx, m_to.id, found->title, found->core_function, m_act));
        m_to.sections.push_back({ made, found->title, found->core_function });
        return std::optional(made);
    }

    Result<std::optional<GapId>> gap_for(GapId const& id)
    {
        auto const found = std::find_if(m_from.gaps.begin(), m_from.gaps.end(), [&](auto const& gap) { return gap.id == id; });
        if (found == m_from.gaps.end())
            return std::optional<GapId>();
        auto const section = TRY(section_for(found->section));
        if (!section)
            return std::optional<GapId>();
        for (auto const& gap : m_to.gaps)
            if (gap.section == *section && folded(gap.text) == folded(found->text))
                return std::optional(gap.id);
        auto const made = TRY(insert_gap(m_tx, m_to.id, *section, found->text, m_act));
        m_to.gaps.push_back({ made, *section, found->text });
        return std::optional(made);
    }

    db::Transaction& m_tx;
    ActionPlan const& m_from;
    ActionPlan m_to;
    Act const& m_act;
};

} // namespace

Result<CarriedActions> carried_actions(db::Reader const& db, PlanId const& plan)
{
    return CarriedActions { TRY(carried(db, sql::origins_of_plan, plan)), TRY(carried(db, sql::continuations_of_plan, plan)) };
}

Result<functions::Catalogue> catalogue_of_plan(db::Reader const& db, PlanId const& plan)
{
    return functions::find_catalogue(db, TRY(db.number(sql::catalogue_of_plan, { { "plan", plan } })));
}

Result<std::vector<Section>> sections_of(db::Reader const& db, PlanId const& plan)
{
    return db.all(sql::plan_sections, { { "plan", plan } }, [](db::Row const& row) { return Section { row.id<SectionId>(0), row.string(1), row.string(2) }; });
}

Result<Section> find_section_of(db::Reader const& db, PlanId const& plan, SectionId const& id)
{
    for (auto& section : TRY(sections_of(db, plan)))
        if (section.id == id)
            return std::move(section);
    return fail(ErrorKind::NotFound, tr("This section does not exist any more."));
}

Result<StoredGap> find_gap_of(db::Reader const& db, PlanId const& plan, GapId const& id)
{
    auto gap = TRY(find_gap(db, id));
    if (gap.plan != plan)
        return fail(ErrorKind::NotFound, tr("This gap does not exist any more."));
    return gap;
}

Result<ActionPoint> find_action_of(db::Reader const& db, PlanId const& plan, ActionId const& id)
{
    auto action = TRY(find_action(db, id));
    if (action.plan != plan)
        return fail(ErrorKind::NotFound, tr("This action does not exist any more."));
    return action;
}

Result<void> move_section(db::Transaction& tx, PlanId const& plan, SectionId const& section, Direction direction, Act const& act)
{
    struct Place {
        std::string id;
        std::int64_t position;
    };
    auto const here = TRY(tx.first(sql::section_position, { { "section", section } }, [](db::Row const& row) { return row.integer(0); }));
    if (!here)
        return fail(ErrorKind::NotFound, tr("This section does not exist any more."));
    auto const& query = direction == Direction::Up ? sql::section_above : sql::section_below;
    auto const neighbour = TRY(tx.first(query, { { "section", section } }, [](db::Row const& row) { return Place { row.string(0), row.integer(1) }; }));
    if (!neighbour)
        return {};
    TRY(tx.execute(sql::place_section, { { "section", section }, { "position", neighbour->position } }));
    TRY(tx.execute(sql::place_section, { { "section", neighbour->id }, { "position", *here } }));
    return record_structure(tx, "actions.section_moved", plan, section.text(), act);
}

Result<void> rename_section(db::Transaction& tx, PlanId const& plan, Section const& read, Section const& written, Act const& act)
{
    auto const stored = TRY(find_section_of(tx, plan, written.id));
    if (stored.title != read.title || stored.core_function != read.core_function)
        return fail(ErrorKind::Conflict, tr("Somebody changed this section while you were writing. Compare the two versions and choose."));
    return update_section(tx, plan, written, act);
}

Result<void> split_action(db::Transaction& tx, ActionId const& id, std::int64_t version, std::vector<std::string> const& texts, Act const& act)
{
    if (texts.size() < 2)
        return fail(Error { ErrorKind::Invalid, tr("The action cannot be split."), { { "texts", tr("Write at least two actions, one on each line.") } } });
    auto action = TRY(find_action(tx, id));
    if (action.version != version)
        return action_changed();
    auto const position = TRY(tx.number(sql::action_position, { { "action", id } }));
    auto part = successor_of(action);
    part.carried_from = action.carried_from;
    // The last one is placed first: each stands right after the first text.
    for (std::size_t index = texts.size() - 1; index > 0; --index) {
        part.text = texts[index];
        auto const written = TRY(insert_action(tx, part, {}, act));
        if (action.plan)
            TRY(place_after(tx, *action.plan, position, written.id));
    }
    action.text = texts.front();
    TRY(update_action(tx, action, version, {}, act));
    return {};
}

Result<void> merge_actions(db::Transaction& tx, ReadAction const& kept, ReadAction const& other, Act const& act)
{
    auto action = TRY(find_action(tx, kept.id));
    auto const removed = TRY(find_action(tx, other.id));
    if (kept.id == other.id || action.plan != removed.plan)
        return fail(Error { ErrorKind::Invalid, tr("These actions cannot be merged."), { { "other", tr("Choose another action of the same plan.") } } });
    if (action.version != kept.version || removed.version != other.version)
        return action_changed();
    for (auto const& gap : removed.gaps)
        if (std::find(action.gaps.begin(), action.gaps.end(), gap) == action.gaps.end())
            action.gaps.push_back(gap);
    for (auto const& responsible : removed.responsible)
        if (std::find(action.responsible.begin(), action.responsible.end(), responsible) == action.responsible.end())
            action.responsible.push_back(responsible);
    TRY(expand_members(tx, action, act.now.utc_date()));
    TRY(update_action(tx, action, kept.version, {}, act));
    return remove_action(tx, other.id, act);
}

Result<void> link_action(db::Transaction& tx, ActionId const& id, std::int64_t version, std::vector<GapId> const& gaps, Act const& act)
{
    auto action = TRY(find_action(tx, id));
    action.gaps.clear();
    for (auto const& gap : gaps) {
        auto const stored = TRY(find_gap(tx, gap));
        if (action.plan != stored.plan)
            return fail(ErrorKind::Invalid, tr("This gap belongs to another plan."));
        if (action.gaps.empty())
            action.section = stored.section;
        action.gaps.push_back(gap);
    }
    TRY(update_action(tx, action, version, {}, act));
    return {};
}

Result<int> carry_actions(db::Transaction& tx, PlanId const& from, PlanId const& to, std::vector<ActionId> const& actions, Act const& act)
{
    auto const source = TRY(read_plan(tx, from));
    auto const target = TRY(read_plan(tx, to));
    if (source.body != target.body || source.year >= target.year)
        return fail(ErrorKind::Invalid, tr("Actions are carried from an earlier plan of the same body."));
    auto const before = TRY(carried_actions(tx, from)).continuations;
    std::set<ActionId> const chosen(actions.begin(), actions.end());
    Carrier carrier(tx, source, target, act);
    int count = 0;
    for (auto const& action : source.actions) {
        if (!chosen.contains(action.id) || !is_open(action.status) || before.contains(action.id.text()))
            continue;
        TRY(carrier.carry(action));
        ++count;
    }
    return count;
}

} // namespace toguna::actions
