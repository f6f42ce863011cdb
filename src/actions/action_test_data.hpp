#pragma once
/// What the tests of this folder share: short ways to write days and actions.

#include "actions/action_plan.hpp"

namespace toguna::actions::test {

inline Date day(std::string_view iso) { return Date::from_iso(iso).value(); }

/// A number becomes an id: 7 → "0000000000000000000000007".
template<class AnyId>
AnyId id(int number)
{
    auto text = std::to_string(number);
    return AnyId::trusted(std::string(25 - text.size(), '0') + text);
}

inline ActionPoint action(int number, std::string text, Due due = NoDue {})
{
    return { .id = id<ActionId>(number), .body = id<bodies::BodyId>(1), .plan = id<PlanId>(1), .section = {}, .reference = "WASH-2023-" + std::to_string(number),
        .text = std::move(text), .gaps = {}, .due = due, .due_text = {}, .first_deadline = {}, .status_reason = {}, .closing_note = {}, .closed_on = {},
        .progress = {}, .responsible = {}, .member_states = {}, .occurrences = {}, .carried_from = {} };
}

} // namespace toguna::actions::test
