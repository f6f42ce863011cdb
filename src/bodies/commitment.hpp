#pragma once
/// What each side of an engagement letter commits to, and what became of it (S0-27 … S0-29, S0-62, S0-66).

#include "base/id.hpp"
#include "base/result.hpp"
#include "bodies/engagement.hpp"
#include "documents/stored_file.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace toguna::bodies {

using CommitmentId = Id<struct CommitmentTag>;
using AssessmentId = Id<struct AssessmentTag>;

/// S0-29: a letter binds two sides. The first is whoever signs the letter, the second the agency that leads the body.
enum class CommitmentSide { CoCoordinator, LeadAgency };
std::vector<CommitmentSide> const& commitment_sides();
std::string_view name_of(CommitmentSide side);
std::optional<CommitmentSide> commitment_side_from(std::string_view name);
/// « Engagements de la co-coordination », « Engagements de l’agence chef de file »; an active member is no co-coordination.
Text label_of(CommitmentSide side, EngagementKind kind);

/// What a commitment is about: the eight responsibilities of a co-coordination, what the lead agency owes it, the rest.
enum class CommitmentSubject {
    Meetings,
    InterCluster,
    CoreFunctions,
    Performance,
    WorkingGroups,
    ResponseCapacity,
    Allocations,
    Communication,
    Tools,              ///< S0-27: a tool that the lead agency trains the co-coordination in
    OperationalSupport, ///< S0-28
    Other,
};
std::vector<CommitmentSubject> const& commitment_subjects();
/// The eight of S0-66, in the order of an end-of-mandate review.
std::vector<CommitmentSubject> const& responsibilities();
std::string_view name_of(CommitmentSubject subject);
std::optional<CommitmentSubject> commitment_subject_from(std::string_view name);
Text label_of(CommitmentSubject subject);

enum class CommitmentState { Open, Kept, Partly, NotKept };
std::vector<CommitmentState> const& commitment_states();
std::string_view name_of(CommitmentState state);
std::optional<CommitmentState> commitment_state_from(std::string_view name);
/// « tenu »; of a tool: « formé » (S0-27).
Text label_of(CommitmentState state, CommitmentSubject subject);

/// What somebody stated about a commitment on a day. Kept beside the former ones.
struct Assessment {
    AssessmentId id;
    CommitmentState state = CommitmentState::Open;
    std::string evidence = {};                       ///< what shows it
    std::optional<documents::FileId> file = {};
    Date stated_on;
    std::string recorded_by = {};                    ///< id of the person, or empty
};

/// Invalid when it is dated after `today`, or says kept, partly or not kept without a word or a file that shows it.
Result<Assessment> checked(Assessment assessment, Date today);

struct Commitment {
    CommitmentId id;
    EngagementId engagement;
    CommitmentSide side = CommitmentSide::CoCoordinator;
    CommitmentSubject subject = CommitmentSubject::Other;
    std::string text;
    std::optional<Assessment> assessment = {}; ///< the latest one of the day that was asked

    CommitmentState state() const { return assessment ? assessment->state : CommitmentState::Open; }
};

inline constexpr std::size_t longest_commitment = 500; ///< characters

/// S0-29: how many of one side are kept.
struct CommitmentFigures {
    std::int64_t kept = 0;
    std::int64_t partly = 0;
    std::int64_t not_kept = 0;
    std::int64_t open = 0;
    std::int64_t total() const { return kept + partly + not_kept + open; }
    CommitmentFigures& operator+=(CommitmentFigures const& other);
};
CommitmentFigures figures_of(std::span<Commitment const> commitments, CommitmentSide side);

/// A commitment that letters usually hold, in our own words; forms propose it, people change it.
struct UsualCommitment {
    CommitmentSide side;
    CommitmentSubject subject;
    Text text;
};
/// Of a co-coordination (S0 L17–L27) and of an active member; a protocol starts empty.
std::vector<UsualCommitment> usual_commitments(EngagementKind kind);

/// S0-25: what must be said about who does the work: nobody is named, no share is said, less than full time. Empty for
/// letters that bind no co-coordination.
std::vector<Text> staffing_warnings(Engagement const& engagement);

} // namespace toguna::bodies
