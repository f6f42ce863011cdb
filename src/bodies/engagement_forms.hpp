#pragma once
/// The forms of engagement letters and their commitments: what was typed, and what it means.

#include "bodies/commitment.hpp"
#include "web/request.hpp"

#include <functional>

namespace toguna::bodies {

struct EngagementForm {
    std::string kind = "co_coordination";
    std::string mandate = {};
    std::string organization = {};
    std::string lead_agency = {};
    std::string dedicated_person = {};
    std::string time_share = {};
    std::string version = "1";

    static EngagementForm decode(web::Request const& request);
    static EngagementForm encode(Engagement const& engagement);
    /// `before` gives what the form does not ask. Invalid, field by field; the typed text stays in the form.
    Result<Engagement> value(Engagement before) const;
};

/// S0-60, S0-61: the day of signature and the last day it is valid.
struct SignatureForm {
    std::string signed_on = {};
    std::string valid_until = {};
    std::string version = {};

    static SignatureForm decode(web::Request const& request);
    /// Without a day of signature it is `today`; never after it.
    Result<Engagement> value(Engagement before, Date today) const;
};

struct TerminationForm {
    std::string terminated_on = {};
    std::string reason = {};
    std::string version = {};

    static TerminationForm decode(web::Request const& request);
    /// Without a day it is `today`, the last day that counts. Invalid without a reason.
    Result<Engagement> value(Engagement before, Date today) const;
};

/// One line of the list of commitments: a usual one that may be ticked, one of the letter, or an empty one.
struct CommitmentLine {
    std::string id = {}; ///< empty: not in the letter yet
    std::string side = {};
    std::string subject = "other";
    std::string text = {};
    bool is_kept = false;
    bool is_new = false; ///< an empty line: writing into it ticks it
};

struct CommitmentsForm {
    std::vector<CommitmentLine> lines;
    std::string version = {};

    static CommitmentsForm decode(web::Request const& request);
    /// What the letter holds, ticked; then the usual ones it does not hold; then an empty line for each side. `usual` come
    /// in the words of the letter.
    static CommitmentsForm encode(Engagement const& engagement, std::vector<Commitment> const& commitments, std::vector<CommitmentLine> const& usual);
    /// The ticked lines. Errors name « text_3 » by the place of the line in the form.
    Result<std::vector<Commitment>> value(EngagementId const& engagement, std::vector<Commitment> const& before, std::function<CommitmentId()> const& new_id) const;
};

struct AssessmentForm {
    std::string state = {};
    std::string evidence = {};
    std::string stated_on = {};

    static AssessmentForm decode(web::Request const& request);
    Result<Assessment> value(AssessmentId id, Date today) const;
};

} // namespace toguna::bodies
