#pragma once
/// The action plans of the demonstration country as people there wrote them, and what became of each action.

#include <span>
#include <string_view>

namespace toguna::app::demo {

/// What has happened to an action until today.
enum class Fate {
    ToDo,
    Started,
    Blocked,    ///< `words`: the reason
    Reported,   ///< done, waits for confirmation; `words`: what its owner said
    Closed,     ///< `words`: the closing note
    Abandoned,  ///< `words`: the reason
    Postponed,  ///< `due` holds each date in turn; `words`: a reason for each move
    Kept,       ///< recurring: ten periods of thirteen were held (40 weeks of 52)
    Neglected,  ///< recurring: one period of three was held
    Shared,     ///< carried by the members: some are done, one is blocked, some have not answered
};

/// One action under one gap, as a line of the table; the same action under a second gap is the same action.
struct PlanLine {
    std::size_t section;          ///< index into the plan's sections
    std::string_view gap;         ///< empty: directly under the section
    std::string_view action;
    std::string_view due;         ///< words of the field, or « J-12 », « J+9 »: days from today; « J-60 > J-20 »: moved
    std::string_view responsible; ///< separated by « ; »: « @key » a person, « * » the members of the body, « #… » a unit, else an organisation
    Fate fate = Fate::ToDo;
    std::string_view words = {};  ///< separated by « | » where there are several
    bool high_priority = false;
};

/// A plan of a body; sections empty: the eight that a new plan starts with.
struct DemoPlan {
    std::string_view body; ///< code
    int years_ago;         ///< 0: this year's
    std::string_view title; ///< the year is added
    std::span<std::string_view const> sections;
    std::span<PlanLine const> lines;
    std::string_view author; ///< key of a person
    std::string_view closer; ///< key of the person who confirms: another one, for high priorities
    bool continues = false;  ///< takes over what last year's plan left open
};

/// The oldest first.
std::span<DemoPlan const> plans();

std::span<PlanLine const> former_nutrition_lines();
std::span<PlanLine const> nutrition_lines();
std::span<PlanLine const> shelter_lines();
std::span<PlanLine const> water_lines();
std::span<PlanLine const> inter_cluster_lines();
std::span<PlanLine const> donor_lines();

} // namespace toguna::app::demo
