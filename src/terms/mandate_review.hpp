#pragma once
/// The end of a mandate on one page, against the eight responsibilities of a co-coordination (S0-66). Nothing recorded is
/// « pas de données », never nought.

#include "base/period.hpp"
#include "formats/document.hpp"
#include "terms/fill.hpp"
#include "terms/terms_facts.hpp"

#include <map>
#include <vector>

namespace toguna::terms {

/// A commitment of the letter, with what was last stated about it.
struct ReviewedCommitment {
    bodies::CommitmentSubject responsibility = bodies::CommitmentSubject::Meetings;
    std::string text;
    bodies::CommitmentState state = bodies::CommitmentState::Open;
    std::string evidence = {};
};

/// The coordinator was away during the mandate: the chair passed to the co-coordinator.
struct ReviewedAbsence {
    std::string name;
    Period period;
    bool is_substituted = false; ///< it was the coordinator's, so that the co-coordinator stood in
};

struct ReviewFacts {
    std::string body_name;
    Party organization;
    std::string person = {};
    std::optional<Party> lead_agency = {};
    Date starts_on;
    std::optional<Date> ends_on = {};
    std::optional<int> time_share = {};
    Date as_of;
    std::vector<ReviewedCommitment> commitments = {};
    bodies::CommitmentFigures of_lead_agency = {}; ///< what the other side kept (S0-29)
    std::map<bodies::CommitmentSubject, std::vector<Text>> findings = {}; ///< what the system itself saw
    std::vector<ReviewedAbsence> absences = {};
};

struct ResponsibilityReview {
    bodies::CommitmentSubject responsibility = bodies::CommitmentSubject::Meetings;
    int kept = 0;
    int partly = 0;
    int not_kept = 0;
    int open = 0;
    std::vector<std::string> evidence = {};
    std::vector<Text> findings = {};

    int commitments() const { return kept + partly + not_kept + open; }
    bool has_data() const { return commitments() > 0 || !findings.empty(); }
};

/// Days of one side's absences within the mandate, each day once.
struct AbsenceDays {
    int of_holder = 0;   ///< the co-coordinator was away
    int substituted = 0; ///< the coordinator was away, and the co-coordinator stood in
};

struct MandateReview {
    std::vector<ResponsibilityReview> lines; ///< all eight, in their order
    std::optional<AbsenceDays> absences;     ///< empty when none was recorded
};

MandateReview review_of(ReviewFacts const& facts);

/// One A4 page, however much was recorded: the longest texts are shortened with « … » and the rest is counted.
formats::Document review_document(ReviewFacts const& facts, web::Localization const& words, Letterhead const& letterhead);

} // namespace toguna::terms
