#include "actions/action_rows_store.hpp"
#include "actions/queries.hpp"
#include "actions/store.hpp"
#include "functions/catalogue_store.hpp"

namespace toguna::actions {

namespace {

PlanSummary read_summary(db::Row const& row)
{
    return { row.id<PlanId>(0), row.id<bodies::BodyId>(1), static_cast<int>(row.integer(2)), row.string(3), row.integer(4) };
}

tl::unexpected<Error> no_such_plan() { return fail(ErrorKind::NotFound, tr("This action plan does not exist.")); }

tl::unexpected<Error> no_such_gap() { return fail(ErrorKind::NotFound, tr("This gap does not exist any more.")); }

Result<void> record(db::Transaction& tx, std::string kind, PlanSummary const& plan, std::string object, Act const& act)
{
    TRY(tx.execute(sql::touch_plan, { { "plan", plan.id } }));
    TRY(journal::record_event(tx, act.actor, { .kind = std::move(kind), .object = std::move(object), .body = plan.body.text() }, act.now, act.chance));
    return {};
}

Result<void> insert_section_row(db::Transaction& tx, SectionId const& id, PlanId const& plan, std::string const& title, std::string const& core_function)
{
    if (title.empty())
        return fail(ErrorKind::Invalid, tr("A section needs a title."));
    TRY(tx.execute(sql::insert_section, { { "id", id }, { "plan", plan }, { "title", title }, { "core_function", core_function } }));
    return {};
}

Result<ActionPlan> read_plan_with(db::Reader const& db, PlanId const& id, std::optional<Instant> as_of)
{
    auto const summary = TRY(find_plan_summary(db, id));
    ActionPlan plan { id, summary.body, summary.year, summary.title, {}, {}, {}, summary.version };
    plan.sections = TRY(db.all(sql::plan_sections, { { "plan", id } }, [](db::Row const& row) {
        return Section { row.id<SectionId>(0), row.string(1), row.string(2) };
    }));
    plan.gaps = TRY(db.all(sql::plan_gaps, { { "plan", id } }, [](db::Row const& row) {
        return Gap { row.id<GapId>(0), row.id<SectionId>(1), row.string(2) };
    }));
    if (as_of)
        plan.actions = TRY(db.all(sql::actions_of_plan_as_of, { { "plan", id }, { "as_of", *as_of } }, read_action_row));
    else
        plan.actions = TRY(db.all(sql::actions_of_plan, { { "plan", id } }, read_action_row));
    TRY(attach(db, { &sql::gap_links_of_plan, sql::responsible_of_plan, sql::member_states_of_plan, sql::occurrences_of_plan },
        { { "plan", id } }, as_of, plan.actions));
    return plan;
}

/// Positions are exchanged, so neighbours that were removed in between never block the way.
Result<void> exchange(db::Transaction& tx, db::Query const& neighbour_query, db::Query const& place_query, std::string_view parameter, std::string const& id, std::int64_t position)
{
    struct Neighbour {
        std::string id;
        std::int64_t position;
    };
    auto const neighbour = TRY(tx.first(neighbour_query, { { parameter, id } }, [](db::Row const& row) { return Neighbour { row.string(0), row.integer(1) }; }));
    if (!neighbour)
        return {};
    TRY(tx.execute(place_query, { { parameter, id }, { "position", neighbour->position } }));
    TRY(tx.execute(place_query, { { parameter, neighbour->id }, { "position", position } }));
    return {};
}

} // namespace

Result<std::vector<PlanSummary>> list_plans(db::Reader const& db, bodies::BodyId const& body)
{
    return db.all(sql::list_plans, { { "body", body } }, read_summary);
}

Result<PlanSummary> find_plan_summary(db::Reader const& db, PlanId const& plan)
{
    auto found = TRY(db.first(sql::find_plan, { { "plan", plan } }, read_summary));
    if (!found)
        return no_such_plan();
    return *found;
}

Result<std::optional<PlanSummary>> find_plan_of_year(db::Reader const& db, bodies::BodyId const& body, int year)
{
    return db.first(sql::find_plan_of_year, { { "body", body }, { "year", year } }, read_summary);
}

Result<ActionPlan> read_plan(db::Reader const& db, PlanId const& plan) { return read_plan_with(db, plan, {}); }

Result<ActionPlan> read_plan_as_of(db::Reader const& db, PlanId const& plan, Instant at) { return read_plan_with(db, plan, at); }

Result<PlanId> insert_plan(db::Transaction& tx, bodies::BodyId const& body, int year, std::string const& title, std::vector<Section> const& sections, Act const& act)
{
    if (year < 1990 || year > 2100)
        return fail(Error { ErrorKind::Invalid, tr("The year of a plan lies between 1990 and 2100."), { { "year", tr("Give a year such as 2026.") } } });
    if (title.empty())
        return fail(Error { ErrorKind::Invalid, tr("A plan needs a title."), { { "title", tr("Give the plan a title.") } } });
    if (TRY(find_plan_of_year(tx, body, year)))
        return fail(ErrorKind::Conflict, tr("This body already has an action plan for {year}. Open that one, or choose another year.", { { "year", std::to_string(year) } }));

    TRY(functions::ensure_catalogue(tx, act.actor, act.now, act.chance));
    auto const id = new_id<PlanTag>(act.now, act.chance);
    TRY(tx.execute(sql::insert_plan, { { "id", id }, { "body", body }, { "year", year }, { "title", title }, { "now", act.now } }));
    for (auto const& section : sections)
        TRY(insert_section_row(tx, new_id<SectionTag>(act.now, act.chance), id, section.title, section.core_function));
    TRY(journal::record_event(tx, act.actor, { .kind = "actions.plan_created", .object = id.text(), .body = body.text() }, act.now, act.chance));
    return id;
}

Result<SectionId> insert_section(db::Transaction& tx, PlanId const& plan, std::string const& title, std::string const& core_function, Act const& act)
{
    auto const summary = TRY(find_plan_summary(tx, plan));
    auto const id = new_id<SectionTag>(act.now, act.chance);
    TRY(insert_section_row(tx, id, plan, title, core_function));
    TRY(record(tx, "actions.section_added", summary, id.text(), act));
    return id;
}

Result<void> update_section(db::Transaction& tx, PlanId const& plan, Section const& section, Act const& act)
{
    auto const summary = TRY(find_plan_summary(tx, plan));
    if (section.title.empty())
        return fail(ErrorKind::Invalid, tr("A section needs a title."));
    if (TRY(tx.execute(sql::update_section, { { "section", section.id }, { "plan", plan }, { "title", section.title }, { "core_function", section.core_function } })) == 0)
        return fail(ErrorKind::NotFound, tr("This section does not exist any more."));
    return record(tx, "actions.section_changed", summary, section.id.text(), act);
}

Result<void> remove_section(db::Transaction& tx, PlanId const& plan, SectionId const& section, Act const& act)
{
    auto const summary = TRY(find_plan_summary(tx, plan));
    if (TRY(tx.number(sql::section_content, { { "section", section } })) > 0)
        return fail(ErrorKind::Conflict, tr("This section still holds gaps or actions. Move or remove them first."));
    TRY(tx.execute(sql::remove_section, { { "section", section }, { "plan", plan }, { "now", act.now } }));
    return record(tx, "actions.section_removed", summary, section.text(), act);
}

Result<StoredGap> find_gap(db::Reader const& db, GapId const& gap)
{
    auto found = TRY(db.first(sql::find_gap, { { "gap", gap } }, [](db::Row const& row) {
        return StoredGap { row.id<GapId>(0), row.id<PlanId>(1), row.id<SectionId>(2), row.string(3), row.integer(4) };
    }));
    if (!found)
        return no_such_gap();
    return *found;
}

Result<GapId> insert_gap(db::Transaction& tx, PlanId const& plan, SectionId const& section, std::string const& text, Act const& act)
{
    auto const summary = TRY(find_plan_summary(tx, plan));
    if (text.empty())
        return fail(Error { ErrorKind::Invalid, tr("A gap needs words."), { { "text", tr("Say what is missing or does not work.") } } });
    auto const id = new_id<GapTag>(act.now, act.chance);
    TRY(tx.execute(sql::insert_gap, { { "id", id }, { "plan", plan }, { "section", section }, { "text", text } }));
    TRY(record(tx, "actions.gap_added", summary, id.text(), act));
    return id;
}

Result<void> update_gap(db::Transaction& tx, GapId const& gap, std::int64_t version, std::string const& text, SectionId const& section, Act const& act)
{
    auto const stored = TRY(find_gap(tx, gap));
    if (text.empty())
        return fail(Error { ErrorKind::Invalid, tr("A gap needs words."), { { "text", tr("Say what is missing or does not work.") } } });
    if (TRY(tx.execute(sql::update_gap, { { "gap", gap }, { "version", version }, { "text", text }, { "section", section } })) == 0)
        return fail(ErrorKind::Conflict, tr("Somebody changed this gap while you were writing. Compare the two versions and choose."));
    if (stored.section != section)
        TRY(tx.execute(sql::update_actions_section_of_gap, { { "gap", gap }, { "section", section } }));
    return record(tx, "actions.gap_changed", TRY(find_plan_summary(tx, stored.plan)), gap.text(), act);
}

Result<void> remove_gap(db::Transaction& tx, GapId const& gap, Act const& act)
{
    auto const stored = TRY(find_gap(tx, gap));
    TRY(tx.execute(sql::unlink_gap, { { "gap", gap } }));
    TRY(tx.execute(sql::remove_gap, { { "gap", gap }, { "now", act.now } }));
    return record(tx, "actions.gap_removed", TRY(find_plan_summary(tx, stored.plan)), gap.text(), act);
}

Result<void> move_gap(db::Transaction& tx, GapId const& gap, Direction direction, Act const& act)
{
    auto const stored = TRY(find_gap(tx, gap));
    auto const position = TRY(tx.first(sql::find_gap, { { "gap", gap } }, [](db::Row const& row) { return row.integer(5); }));
    TRY(exchange(tx, direction == Direction::Up ? sql::gap_above : sql::gap_below, sql::place_gap, "gap", gap.text(), *position));
    return record(tx, "actions.gap_moved", TRY(find_plan_summary(tx, stored.plan)), gap.text(), act);
}

Result<void> move_action(db::Transaction& tx, ActionId const& id, Direction direction, Act const& act)
{
    auto const action = TRY(find_action(tx, id));
    auto const position = TRY(tx.number(sql::action_position, { { "action", id } }));
    TRY(exchange(tx, direction == Direction::Up ? sql::action_above : sql::action_below, sql::place_action, "action", id.text(), position));
    if (!action.plan)
        return {};
    return record(tx, "actions.action_moved", TRY(find_plan_summary(tx, *action.plan)), id.text(), act);
}

} // namespace toguna::actions
