#pragma once
/// When an action is due, as the field writes it: « 15 mars », « Août », « Hebdomadaire », « Continue », or nothing (S1-5, S1-6).

#include "base/date.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace toguna::actions {

enum class Frequency { Daily, Weekly, Fortnightly, Monthly, Bimonthly, Quarterly, HalfYearly, Yearly };

struct NoDue {
    auto operator<=>(NoDue const&) const = default;
};
struct DueOn {
    Date date;
    auto operator<=>(DueOn const&) const = default;
};
/// The last day of the month is the deadline.
struct DueInMonth {
    YearMonth month;
    auto operator<=>(DueInMonth const&) const = default;
};
/// Produces an occurrence for each period of the plan's year (S1-7).
struct Recurring {
    Frequency frequency;
    auto operator<=>(Recurring const&) const = default;
};
/// « Continue », « permanent », « au besoin »: has no end, so it asks for a date when somebody looks again.
struct Continuous {
    std::optional<Date> review_on;
    auto operator<=>(Continuous const&) const = default;
};

using Due = std::variant<NoDue, DueOn, DueInMonth, Recurring, Continuous>;

/// What a cell or a form field says. `doubt` is why a person should look: "T3", « dès que possible », two deadlines in one cell.
struct ReadDue {
    Due due = NoDue {};
    bool understood = true; ///< false: the words were kept as text and the due is NoDue
    bool doubtful = false;
};

/// French and English, any case, with or without accents: « 15 mars », "15/03/2023", « août », « T2 2023 », « fin juin »,
/// « hebdomadaire », « chaque mois », « Continue », « dans 7 jours », « immédiat », "weekly", "ongoing", empty.
/// `year` is the plan's year, for words without one; `today` for relative words.
ReadDue read_due(std::string_view words, int year, Date today);

/// The last day on which the action is on time; empty for NoDue, Recurring and a Continuous without review.
std::optional<Date> deadline_of(Due const& due);

/// Words for machines: "date", "month", "frequency", "continuous", "none".
std::string_view kind_of(Due const& due);
/// "2023-08-15", "2023-08", "weekly", the review date or empty, empty.
std::string value_of(Due const& due);
/// The way back from `kind_of` and `value_of`; empty when they do not belong together.
std::optional<Due> due_from(std::string_view kind, std::string_view value);

std::string_view name_of(Frequency frequency); ///< "weekly"
std::optional<Frequency> frequency_from(std::string_view name);

/// Order for lists: dated first by deadline, then recurring by period length, then continuous, then none.
bool sooner(Due const& left, Due const& right);

} // namespace toguna::actions
