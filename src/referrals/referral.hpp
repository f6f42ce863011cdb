#pragma once
/// What a body passes on and follows to its end, one state machine with four kinds:
/// a last-resort case (S0-19 … S0-21), a capacity proposal to the strategic committee (S0-51, S0-52), a request for support
/// to the information manager (S2-35), a request for work checked against the mandate (S4-25, S4-36, invariant 29).

#include "base/result.hpp"
#include "bodies/body.hpp"
#include "bodies/ids.hpp"
#include "geography/ids.hpp"
#include "people/ids.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace toguna::referrals {

using ReferralId = Id<struct ReferralTag>;

enum class ReferralKind { LastResort, CapacityProposal, SupportRequest, WorkRequest };
std::vector<ReferralKind> const& referral_kinds();
std::string_view name_of(ReferralKind kind); ///< "last_resort"
std::optional<ReferralKind> referral_kind_from(std::string_view name);
Text label_of(ReferralKind kind); ///< « Cas de dernier recours »
/// The kinds that a body of this kind may open.
std::vector<ReferralKind> kinds_of(bodies::BodyKind kind);

enum class ReferralState {
    Opened,
    InHand,    ///< somebody works on it
    Submitted, ///< waits for the decision of the committee, or of the chef de file
    Answered,
    Adopted,
    Amended,   ///< adopted with changes
    Refused,
    Closed,
    Withdrawn,
};
std::vector<ReferralState> const& referral_states();
std::string_view name_of(ReferralState state);
std::optional<ReferralState> referral_state_from(std::string_view name);
Text label_of(ReferralState state);
/// Nothing is waited for any more: closed, refused, withdrawn.
bool is_over(ReferralState state);

enum class ReferralStep {
    Open,
    Take,        ///< names who answers for it, and until when
    Answer,
    FindWithin,  ///< the work lies within the mandate: it is accepted
    FindOutside, ///< it does not: only the chef de file decides (invariant 29)
    Submit,      ///< puts the proposal on the agenda of the strategic committee
    Adopt,
    Amend,
    Refuse,
    Close,
    Withdraw,
};
std::string_view name_of(ReferralStep step);
std::optional<ReferralStep> referral_step_from(std::string_view name);
Text label_of(ReferralStep step); ///< « Prendre en charge »

/// Why a case is one of last resort, or what support is asked for. Empty for the other kinds.
struct Topic {
    std::string_view name;
    Text label;
};
std::vector<Topic> topics_of(ReferralKind kind);

struct Referral {
    ReferralId id;
    bodies::BodyId body;
    ReferralKind kind = ReferralKind::SupportRequest;
    int year = 0;
    int number = 0; ///< of the body, the kind and the year
    std::string title;
    std::string text = {};
    std::string topic = {};  ///< a name of topics_of
    std::string origin = {}; ///< the gap it comes from, in the words of the plan, or its reference
    std::optional<geography::AdminAreaId> area = {};
    std::optional<people::OrganizationId> partner = {}; ///< who withdrew or failed (S0-21), or who asks
    Date opened_on;
    std::optional<people::PersonId> opened_by = {};
    std::optional<people::PersonId> responsible = {};
    std::optional<Date> due_on = {};
    ReferralState state = ReferralState::Opened;
    std::optional<bool> within_mandate = {}; ///< empty: not checked yet
    std::optional<bodies::BodyId> committee = {}; ///< that decides, once submitted
    std::int64_t version = 1;
};

/// « NUT-DR-2026-003 »: the body's code, the letters of the kind, year and number.
std::string reference_of(Referral const& referral, std::string_view body_code);

/// Trims. Invalid, field by field: a title, a topic of the kind, an origin for a proposal, a text for a case and for work.
Result<Referral> checked(Referral referral);

/// Who acts, as far as the steps ask.
struct Doer {
    bool coordinates = false;      ///< may do the daily work of the body
    bool asked = false;            ///< opened the referral
    bool of_lead_agency = false;   ///< affiliated to the organisation that holds the mandate of lead agency
    bool on_committee = false;     ///< may do the daily work of the committee it was submitted to
    bool leads_donors = false;     ///< holds the mandate of chef de file, in force today
};

/// The steps that the state machine allows from here, whoever acts.
std::vector<ReferralStep> steps_from(Referral const& referral);
/// Forbidden, with a sentence that names who may, unless this doer may take the step.
Result<void> may_take(Referral const& referral, ReferralStep step, Doer const& doer);

/// What is written with a step.
struct StepWords {
    std::string words = {}; ///< answer, decision, outcome, reason
    std::optional<people::PersonId> responsible = {};
    std::optional<Date> due_on = {};
    std::optional<bodies::BodyId> committee = {}; ///< of a submission
};
/// The referral after the step. Conflict when the step does not follow; Invalid on "words" where they are needed, and on
/// "committee" when a proposal is submitted to none.
Result<Referral> advance(Referral referral, ReferralStep step, StepWords const& with);

/// Links of a case to advocacy, funding, deployment (S0-20).
enum class LinkKind { Advocacy, Funding, Deployment, Document };
std::vector<LinkKind> const& link_kinds();
std::string_view name_of(LinkKind kind);
std::optional<LinkKind> link_kind_from(std::string_view name);
Text label_of(LinkKind kind);
struct ReferralLink {
    LinkKind kind = LinkKind::Document;
    std::string words;
    std::string address = {}; ///< http(s), or empty
};
/// Trims. Invalid without words, or with an address that is not http(s).
Result<ReferralLink> checked(ReferralLink link);

} // namespace toguna::referrals
