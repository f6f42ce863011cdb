#pragma once
/// Focal points of areas: a call for volunteers, candidacies for one or several areas, and what becomes of each
/// (S2-55, S2-56, S2-69). A confirmed candidacy becomes a mandate (mandate.hpp).

#include "base/period.hpp"
#include "base/result.hpp"
#include "bodies/ids.hpp"
#include "bodies/mandate.hpp"
#include "geography/ids.hpp"
#include "people/ids.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace toguna::bodies {

using FocalCallId = Id<struct FocalCallTag>;
using FocalCandidacyId = Id<struct FocalCandidacyTag>;

enum class CandidacyState {
    Proposed,  ///< « proposé »: volunteers, or was put forward
    Foreseen,  ///< « pressenti »: agreed in principle, to be confirmed
    Confirmed, ///< holds the mandate of one of its areas
    Declined,  ///< « refusé »
};
std::string_view name_of(CandidacyState state); ///< "foreseen"
std::optional<CandidacyState> candidacy_state_from(std::string_view name);
Text label_of(CandidacyState state); ///< « Pressenti »

/// What may come next; nothing after a confirmation or a refusal: whoever wants to try again is proposed again.
std::vector<CandidacyState> next_states(CandidacyState state);

struct FocalCandidacy {
    FocalCandidacyId id;
    BodyId body;
    people::OrganizationId organization;
    std::optional<people::PersonId> person = {};
    std::vector<geography::AdminAreaId> areas = {}; ///< « Tombouctou ou Gao »: at least one
    CandidacyState state = CandidacyState::Proposed;
    std::string note = {};
    Date proposed_on;
    std::optional<MandateId> mandate = {}; ///< once confirmed
    std::int64_t version = 1;
};

/// Trims, drops areas named twice. Invalid on "areas" without one, on "note" when it is too long.
Result<FocalCandidacy> checked(FocalCandidacy candidacy);

/// The candidacy in its next state. Conflict when that state may not follow; Invalid on "reason" when a refusal has none.
Result<FocalCandidacy> advance(FocalCandidacy candidacy, CandidacyState next, std::string const& reason);

/// What a confirmation asks beside.
struct Confirmation {
    geography::AdminAreaId area;
    int area_level = 1; ///< decides between a regional and a local mandate
    std::optional<people::PersonId> person = {};
    Period period;
};
/// The mandate of the confirmed focal point. Invalid on "area" when it is none of the candidacy's.
Result<Mandate> mandate_of(FocalCandidacy const& candidacy, Confirmation const& confirmation, MandateId id);

/// A call for volunteers.
struct FocalCall {
    FocalCallId id;
    BodyId body;
    std::string text;
    Date opened_on;
    Date closes_on; ///< that day still counts

    bool is_open(Date day) const { return opened_on <= day && day <= closes_on; }
};
/// Trims. Invalid without words, or when it closes before it opens.
Result<FocalCall> checked(FocalCall call);

} // namespace toguna::bodies
