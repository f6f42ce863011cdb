#pragma once
/// A crisis that bodies answer to: potential, existing or over (S0-15).

#include "bodies/ids.hpp"
#include "base/result.hpp"
#include "geography/ids.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace toguna::bodies {

enum class CrisisState { Potential, Existing, Over };
enum class CrisisKind { SuddenOnset, Protracted };

std::vector<CrisisState> const& crisis_states();
std::string_view name_of(CrisisState state);
std::optional<CrisisState> crisis_state_from(std::string_view name);
Text label_of(CrisisState state); ///< « existante »

std::vector<CrisisKind> const& crisis_kinds();
std::string_view name_of(CrisisKind kind);
std::optional<CrisisKind> crisis_kind_from(std::string_view name);
Text label_of(CrisisKind kind); ///< « prolongée »

struct Crisis {
    CrisisId id;
    std::string name;
    geography::CountryCode country;
    CrisisState state = CrisisState::Existing;
    CrisisKind kind = CrisisKind::Protracted;
    std::optional<Date> onset = {};
    unsigned planning_month = 7; ///< 1–12: when the yearly planning begins; reviews come before it
    std::int64_t version = 1;
};

/// Invalid, field by field: no name, too long, an existing crisis without its first day, no such month.
Result<Crisis> checked(Crisis crisis);

} // namespace toguna::bodies
