#include "referrals/referral.hpp"

#include "base/search_text.hpp"

#include <algorithm>
#include <array>

namespace toguna::referrals {

namespace {

using enum ReferralKind;
using enum ReferralStep;
using State = ReferralState;

constexpr std::size_t longest_title = 200;
constexpr std::size_t longest_text = 4000;

/// One way through the state machine.
struct Move {
    ReferralKind kind;
    State from;
    ReferralStep step;
    State to;
};

/// Whatever is not here does not happen. A work request found outside the mandate has one way only: the chef de file.
constexpr std::array<Move, 29> moves { {
    { LastResort, State::Opened, Take, State::InHand },
    { LastResort, State::Opened, Answer, State::Answered },
    { LastResort, State::InHand, Answer, State::Answered },
    { LastResort, State::Answered, Answer, State::Answered },
    { LastResort, State::Answered, Close, State::Closed },
    { LastResort, State::Opened, Withdraw, State::Withdrawn },
    { LastResort, State::InHand, Withdraw, State::Withdrawn },
    { CapacityProposal, State::Opened, Submit, State::Submitted },
    { CapacityProposal, State::Submitted, Adopt, State::Adopted },
    { CapacityProposal, State::Submitted, Amend, State::Amended },
    { CapacityProposal, State::Submitted, Refuse, State::Refused },
    { CapacityProposal, State::Adopted, Close, State::Closed },
    { CapacityProposal, State::Amended, Close, State::Closed },
    { CapacityProposal, State::Opened, Withdraw, State::Withdrawn },
    { SupportRequest, State::Opened, Take, State::InHand },
    { SupportRequest, State::Opened, Answer, State::Answered },
    { SupportRequest, State::InHand, Answer, State::Answered },
    { SupportRequest, State::InHand, Refuse, State::Refused },
    { SupportRequest, State::Answered, Close, State::Closed },
    { SupportRequest, State::Opened, Withdraw, State::Withdrawn },
    { WorkRequest, State::Opened, FindWithin, State::Adopted },
    { WorkRequest, State::Opened, FindOutside, State::Submitted },
    { WorkRequest, State::Submitted, Adopt, State::Adopted },
    { WorkRequest, State::Submitted, Refuse, State::Refused },
    { WorkRequest, State::Adopted, Take, State::InHand },
    { WorkRequest, State::InHand, Answer, State::Answered },
    { WorkRequest, State::Answered, Close, State::Closed },
    { WorkRequest, State::Opened, Withdraw, State::Withdrawn },
    { WorkRequest, State::Submitted, Withdraw, State::Withdrawn },
} };

template<class Value, std::size_t count>
using Names = std::array<std::pair<Value, std::string_view>, count>;

constexpr Names<ReferralKind, 4> kind_names { { { LastResort, "last_resort" }, { CapacityProposal, "capacity_proposal" }, { SupportRequest, "support_request" }, { WorkRequest, "work_request" } } };
constexpr Names<State, 9> state_names { { { State::Opened, "opened" }, { State::InHand, "in_hand" }, { State::Submitted, "submitted" }, { State::Answered, "answered" }, { State::Adopted, "adopted" },
    { State::Amended, "amended" }, { State::Refused, "refused" }, { State::Closed, "closed" }, { State::Withdrawn, "withdrawn" } } };
constexpr Names<ReferralStep, 11> step_names { { { Open, "open" }, { Take, "take" }, { Answer, "answer" }, { FindWithin, "find_within" }, { FindOutside, "find_outside" }, { Submit, "submit" },
    { Adopt, "adopt" }, { Amend, "amend" }, { Refuse, "refuse" }, { Close, "close" }, { Withdraw, "withdraw" } } };
constexpr Names<LinkKind, 4> link_names { { { LinkKind::Advocacy, "advocacy" }, { LinkKind::Funding, "funding" }, { LinkKind::Deployment, "deployment" }, { LinkKind::Document, "document" } } };

template<class Value, std::size_t count>
std::string_view name_in(Names<Value, count> const& names, Value value)
{
    return std::find_if(names.begin(), names.end(), [&](auto const& row) { return row.first == value; })->second;
}

template<class Value, std::size_t count>
std::optional<Value> value_in(Names<Value, count> const& names, std::string_view name)
{
    for (auto const& [value, known] : names)
        if (known == name)
            return value;
    return {};
}

template<class Value, std::size_t count>
std::vector<Value> values_in(Names<Value, count> const& names)
{
    std::vector<Value> values;
    for (auto const& row : names)
        values.push_back(row.first);
    return values;
}

/// The letters between the body's code and the year.
std::string_view letters_of(ReferralKind kind)
{
    switch (kind) {
    case LastResort: return "DR";
    case CapacityProposal: return "RC";
    case SupportRequest: return "AP";
    case WorkRequest: break;
    }
    return "TR";
}

bool needs_words(ReferralStep step) { return step == Answer || step == Adopt || step == Amend || step == Refuse || step == Close || step == Withdraw || step == FindOutside; }

Error refusal(std::string field, Text sentence)
{
    return { ErrorKind::Invalid, tr("This step cannot be saved as it is."), { { std::move(field), std::move(sentence) } }, {} };
}

} // namespace

std::vector<ReferralKind> const& referral_kinds()
{
    static auto const kinds = values_in(kind_names);
    return kinds;
}
std::string_view name_of(ReferralKind kind) { return name_in(kind_names, kind); }
std::optional<ReferralKind> referral_kind_from(std::string_view name) { return value_in(kind_names, name); }

Text label_of(ReferralKind kind)
{
    switch (kind) {
    case LastResort: return tr("Last-resort case");
    case CapacityProposal: return tr("Capacity proposal");
    case SupportRequest: return tr("Request for support");
    case WorkRequest: break;
    }
    return tr("Request for work");
}

std::vector<ReferralKind> kinds_of(bodies::BodyKind kind)
{
    using enum bodies::BodyKind;
    switch (kind) {
    case Cluster:
    case SubCluster:
    case AreaOfResponsibility: return { LastResort, CapacityProposal, SupportRequest };
    case DonorGroup:
    case ExecutiveGroup:
    case AmbassadorsGroup:
    case ThematicGroup:
    case TechnicalPool: return { WorkRequest, SupportRequest };
    default: return { SupportRequest };
    }
}

std::vector<ReferralState> const& referral_states()
{
    static auto const states = values_in(state_names);
    return states;
}
std::string_view name_of(ReferralState state) { return name_in(state_names, state); }
std::optional<ReferralState> referral_state_from(std::string_view name) { return value_in(state_names, name); }

Text label_of(ReferralState state)
{
    switch (state) {
    case State::Opened: return tr("Opened");
    case State::InHand: return tr("In hand");
    case State::Submitted: return tr("Waits for a decision");
    case State::Answered: return tr("Answered");
    case State::Adopted: return tr("Adopted");
    case State::Amended: return tr("Adopted with changes");
    case State::Refused: return tr("Turned down");
    case State::Closed: return tr("Closed, with its outcome");
    case State::Withdrawn: break;
    }
    return tr("Withdrawn");
}

bool is_over(ReferralState state) { return state == State::Refused || state == State::Closed || state == State::Withdrawn; }

std::string_view name_of(ReferralStep step) { return name_in(step_names, step); }
std::optional<ReferralStep> referral_step_from(std::string_view name) { return value_in(step_names, name); }

Text label_of(ReferralStep step)
{
    switch (step) {
    case Open: return tr("Open the file");
    case Take: return tr("Take in hand");
    case Answer: return tr("Give the answer");
    case FindWithin: return tr("Within the mandate: accept");
    case FindOutside: return tr("Outside the mandate: ask the chef de file");
    case Submit: return tr("Submit to the strategic committee");
    case Adopt: return tr("Adopt");
    case Amend: return tr("Adopt with changes");
    case Refuse: return tr("Refuse");
    case Close: return tr("Close the file");
    case Withdraw: break;
    }
    return tr("Withdraw");
}

std::vector<Topic> topics_of(ReferralKind kind)
{
    if (kind == LastResort)
        return { { "withdrew", tr("A partner withdrew") }, { "failed", tr("A partner did not do what it had committed to") }, { "nobody", tr("No partner covers the gap") } };
    if (kind == SupportRequest)
        return { { "mapping", tr("Mapping") }, { "reporting", tr("Reporting") }, { "coordination", tr("Coordination of the response") }, { "training", tr("Training") } };
    return {};
}

std::string reference_of(Referral const& referral, std::string_view body_code)
{
    auto number = std::to_string(referral.number);
    number.insert(0, number.size() < 3 ? 3 - number.size() : 0, '0');
    return std::string(body_code) + "-" + std::string(letters_of(referral.kind)) + "-" + std::to_string(referral.year) + "-" + number;
}

Result<Referral> checked(Referral referral)
{
    referral.title = tidy(referral.title);
    referral.origin = tidy(referral.origin);
    Error error { ErrorKind::Invalid, tr("This file cannot be opened as it is."), {}, {} };
    if (referral.title.empty())
        error.fields.push_back({ "title", tr("Write in a few words what it is about.") });
    if (std::max(length_of(referral.title), length_of(referral.origin)) > longest_title)
        error.fields.push_back({ "title", tr("Keep it under {count} characters.", { { "count", longest_title } }) });
    if (length_of(referral.text) > longest_text)
        error.fields.push_back({ "text", tr("Keep it under {count} characters.", { { "count", longest_text } }) });
    if (tidy(referral.text).empty() && (referral.kind == LastResort || referral.kind == WorkRequest))
        error.fields.push_back({ "text", tr("Describe the gap or the work: whoever decides reads only this.") });
    auto const topics = topics_of(referral.kind);
    if (!topics.empty() && std::none_of(topics.begin(), topics.end(), [&](auto const& topic) { return topic.name == referral.topic; }))
        error.fields.push_back({ "topic", tr("Choose one.") });
    if (referral.kind == CapacityProposal && referral.origin.empty())
        error.fields.push_back({ "origin", tr("Name the gap the proposal answers to.") });
    if (referral.kind == LastResort && (referral.topic == "withdrew" || referral.topic == "failed") && !referral.partner)
        error.fields.push_back({ "partner", tr("Name the partner.") });
    if (referral.due_on && *referral.due_on < referral.opened_on)
        error.fields.push_back({ "due_on", tr("It opens on {date}: choose that day or a later one.", { { "date", referral.opened_on } }) });
    if (!error.fields.empty())
        return fail(std::move(error));
    return referral;
}

std::vector<ReferralStep> steps_from(Referral const& referral)
{
    std::vector<ReferralStep> steps;
    for (auto const& move : moves)
        if (move.kind == referral.kind && move.from == referral.state)
            steps.push_back(move.step);
    return steps;
}

Result<void> may_take(Referral const& referral, ReferralStep step, Doer const& doer)
{
    auto const allow = [](bool allowed, Text who) -> Result<void> {
        if (allowed)
            return {};
        return fail(ErrorKind::Forbidden, std::move(who), "step of a referral refused");
    };
    bool const is_decision = step == Adopt || step == Amend || (step == Refuse && referral.state == State::Submitted);
    if (is_decision && referral.kind == WorkRequest)
        return allow(doer.leads_donors, tr("This work lies outside the mandate: only the chef de file of the donors’ group decides on it, while holding that mandate."));
    if (is_decision)
        return allow(doer.on_committee, tr("The strategic committee decides on this: its chair or its secretary writes the decision down."));
    if (step == Withdraw || (step == Close && referral.kind == SupportRequest))
        return allow(doer.asked || doer.coordinates, tr("This is for whoever asked, or for the coordination."));
    if (step == Answer && referral.kind == LastResort)
        return allow(doer.of_lead_agency || doer.coordinates, tr("The lead agency answers, or the coordination on its behalf."));
    return allow(doer.coordinates, tr("This is for the coordination of the body."));
}

Result<Referral> advance(Referral referral, ReferralStep step, StepWords const& with)
{
    auto const move = std::find_if(moves.begin(), moves.end(), [&](auto const& one) { return one.kind == referral.kind && one.from == referral.state && one.step == step; });
    if (move == moves.end())
        return fail(ErrorKind::Conflict, tr("“{step}” is not possible now: this is “{state}”. Open the page again.", { { "step", label_of(step) }, { "state", label_of(referral.state) } }));
    if (needs_words(step) && tidy(with.words).empty())
        return fail(refusal("words", tr("Write it in a few words: everybody concerned reads it.")));
    if (length_of(with.words) > longest_text)
        return fail(refusal("words", tr("Keep it under {count} characters.", { { "count", longest_text } })));
    if (step == Submit && !with.committee)
        return fail(refusal("committee", tr("This body has no strategic committee: create it below the body first.")));
    if (step == Take && !with.responsible)
        return fail(refusal("responsible", tr("Name who answers for it.")));
    if (step == FindWithin || step == FindOutside)
        referral.within_mandate = step == FindWithin;
    if (step == Submit)
        referral.committee = with.committee;
    if (with.responsible)
        referral.responsible = with.responsible;
    if (with.due_on)
        referral.due_on = with.due_on;
    referral.state = move->to;
    return referral;
}

std::vector<LinkKind> const& link_kinds()
{
    static auto const kinds = values_in(link_names);
    return kinds;
}
std::string_view name_of(LinkKind kind) { return name_in(link_names, kind); }
std::optional<LinkKind> link_kind_from(std::string_view name) { return value_in(link_names, name); }

Text label_of(LinkKind kind)
{
    switch (kind) {
    case LinkKind::Advocacy: return tr("Advocacy");
    case LinkKind::Funding: return tr("Funding request");
    case LinkKind::Deployment: return tr("Deployment");
    case LinkKind::Document: break;
    }
    return tr("Document");
}

Result<ReferralLink> checked(ReferralLink link)
{
    link.words = tidy(link.words);
    link.address = tidy(link.address);
    Error error { ErrorKind::Invalid, tr("This link cannot be saved as it is."), {}, {} };
    if (link.words.empty())
        error.fields.push_back({ "link_words", tr("Write what it is: a note, a request, a team.") });
    if (std::max(length_of(link.words), length_of(link.address)) > longest_title)
        error.fields.push_back({ "link_words", tr("Keep it under {count} characters.", { { "count", longest_title } }) });
    if (!link.address.empty() && !link.address.starts_with("https://") && !link.address.starts_with("http://"))
        error.fields.push_back({ "link_address", tr("An address begins with https://.") });
    if (!error.fields.empty())
        return fail(std::move(error));
    return link;
}

} // namespace toguna::referrals
