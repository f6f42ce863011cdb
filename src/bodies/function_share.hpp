#pragma once
/// Who does what of each core function: coordinator and co-coordinator share the work, never the accountability
/// (S0-40, S0-41; invariant 2).

#include "base/result.hpp"
#include "bodies/ids.hpp"
#include "people/ids.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace toguna::bodies {

using ShareMatrixId = Id<struct ShareMatrixTag>;

/// A, A/R, R, C, I.
enum class Share { Accountable, AccountableResponsible, Responsible, Consulted, Informed };
std::vector<Share> const& shares();
std::string_view name_of(Share share); ///< "accountable_responsible"
std::optional<Share> share_from(std::string_view name);
std::string_view letters_of(Share share); ///< "A/R"
Text label_of(Share share); ///< « A – répond du résultat »
bool is_accountable(Share share);
bool does_the_work(Share share);

enum class ShareSide { Coordinator, CoCoordinator };
std::string_view name_of(ShareSide side);
Text label_of(ShareSide side);
/// What a side may be given: A or A/R for the coordinator, R, C or I for the co-coordinator.
std::vector<Share> shares_of(ShareSide side);

struct FunctionShare {
    std::string function; ///< code of the catalogue
    Share coordinator = Share::AccountableResponsible;
    Share co_coordinator = Share::Responsible;
    bool operator==(FunctionShare const&) const = default;
};

/// Invariant 2. Invalid, with the field « coordinator_CODE » or « co_coordinator_CODE », when the coordinator is not
/// accountable for a function, when the co-coordinator would be, and when nobody does the work of one.
Result<void> check_shares(std::vector<FunctionShare> const& shares);

struct ShareAgreement {
    people::PersonId person;
    Date on;
};

/// One version of the matrix of a body. It is « projet » until both sides have agreed to this very version.
struct ShareMatrix {
    ShareMatrixId id;
    BodyId body;
    std::int64_t number = 1;
    std::int64_t catalogue = 0; ///< the version of the core functions it speaks of
    Date proposed_on;
    std::optional<ShareAgreement> coordinator = {};
    std::optional<ShareAgreement> co_coordinator = {};
    std::vector<FunctionShare> shares = {};

    std::optional<ShareAgreement> const& agreement(ShareSide side) const { return side == ShareSide::Coordinator ? coordinator : co_coordinator; }
    /// Both sides, on that day or before.
    bool is_agreed(Date day) const { return coordinator && co_coordinator && coordinator->on <= day && co_coordinator->on <= day; }
};

} // namespace toguna::bodies
