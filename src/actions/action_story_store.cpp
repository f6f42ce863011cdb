#include "actions/action_story_store.hpp"

#include "actions/queries.hpp"

namespace toguna::actions {

Result<ActionStory> story_of(db::Reader const& db, ActionId const& action)
{
    ActionStory story;
    TRY(db.each(sql::place_of_action, { { "action", action } }, [&](db::Row const& row) {
        story.plan_title = row.optional_string(0).value_or("");
        story.section_title = row.optional_string(1).value_or("");
        story.source_kind = row.string(2);
    }));
    story.gaps = TRY(db.all(sql::gap_texts_of_action, { { "action", action } }, [](db::Row const& row) { return row.string(0); }));
    story.kin = TRY(db.all(sql::kin_of_action, { { "action", action } }, [&](db::Row const& row) {
        auto const year = row.optional_integer(2);
        return ActionKin { row.id<ActionId>(0), row.string(1), year ? std::optional(static_cast<int>(*year)) : std::nullopt, row.optional_string(3) != action.text() };
    }));
    story.escalations = TRY(db.all(sql::escalations_of_action, { { "action", action } }, [](db::Row const& row) {
        return ToldEscalation { static_cast<int>(row.integer(0)), row.instant(1), row.string(2) };
    }));
    story.history = TRY(history_of(db, action));
    return story;
}

} // namespace toguna::actions
