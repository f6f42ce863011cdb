#include "bodies/life_cycle.hpp"

#include "bodies/body_template.hpp"
#include "people/normalise.hpp"

#include <algorithm>

namespace toguna::bodies {

namespace {

constexpr std::size_t longest_words = 1000;
constexpr int days_to_outline = 90;
constexpr int months_to_review = 3;

bool needs_reason(LifeState state) { return state != LifeState::Expected && state != LifeState::Activated; }

LifeEvent const* step_after(std::span<LifeEvent const> events, Date day)
{
    for (auto const& event : events)
        if (event.day > day)
            return &event;
    return nullptr;
}

void check_place(LifeEvent const& event, std::span<LifeEvent const> others, std::vector<FieldError>& errors)
{
    auto const* before = step_on(others, event.day);
    auto const* after = step_after(others, event.day);
    if (before && before->day == event.day)
        errors.push_back({ "day", tr("That day already has a step. Choose another day, or withdraw it first.") });
    else if (!may_follow(before ? std::optional(before->state) : std::nullopt, event.state))
        errors.push_back({ "state", before ? tr("“{state}” cannot follow “{before}”, which dates from {date}.",
                                        { { "state", label_of(event.state) }, { "before", label_of(before->state) }, { "date", before->day } })
                                            : tr("A life does not begin with “{state}”: write first when the body was expected or activated.", { { "state", label_of(event.state) } }) });
    else if (after && !may_follow(event.state, after->state))
        errors.push_back({ "state", tr("“{after}”, which dates from {date}, cannot follow “{state}”.",
                                        { { "after", label_of(after->state) }, { "date", after->day }, { "state", label_of(event.state) } }) });
}

/// The last day on which a review of that kind was done, since `from`.
std::optional<Date> last_done(std::span<SignOfLife const> activities, SignOfLifeKind kind, Date from)
{
    std::optional<Date> last;
    for (auto const& activity : activities)
        if (activity.kind == kind && activity.day >= from && (!last || activity.day > *last))
            last = activity.day;
    return last;
}

/// The eve of the planning cycle that comes first after a day.
Date eve_of_planning(Date after, unsigned planning_month)
{
    auto const this_year = Date::from(after.year(), planning_month, 1)->plus_days(-1);
    return this_year > after ? this_year : Date::from(after.year() + 1, planning_month, 1)->plus_days(-1);
}

/// The activation that the present life began with: a body that comes back after its end begins anew.
std::optional<Date> activation_of(std::span<LifeEvent const> events, Date today)
{
    std::optional<Date> activation;
    for (auto const& event : events) {
        if (event.day > today)
            break;
        if (is_active(event.state) && !activation)
            activation = event.day;
        if (event.state == LifeState::Deactivated)
            activation.reset();
    }
    return activation;
}

Review architecture_review(Date activation, std::span<SignOfLife const> activities, Crisis const* crisis)
{
    auto const done = last_done(activities, SignOfLifeKind::ArchitectureReview, activation);
    if (crisis && crisis->kind == CrisisKind::SuddenOnset && !done)
        return { SignOfLifeKind::ArchitectureReview, activation.plus_months(months_to_review), tr("Within three months after a sudden onset") };
    auto const from = done.value_or(activation);
    return { SignOfLifeKind::ArchitectureReview, crisis ? eve_of_planning(from, crisis->planning_month) : from.plus_months(12), tr("Once a year, before the planning cycle") };
}

} // namespace

std::vector<LifeState> const& life_states()
{
    using enum LifeState;
    static std::vector<LifeState> const states { Expected, Activated, Dormant, Reactivated, InTransition, Deactivated };
    return states;
}

std::string_view name_of(LifeState state)
{
    switch (state) {
    case LifeState::Expected: return "expected";
    case LifeState::Activated: return "activated";
    case LifeState::Dormant: return "dormant";
    case LifeState::Reactivated: return "reactivated";
    case LifeState::InTransition: return "in_transition";
    case LifeState::Deactivated: break;
    }
    return "deactivated";
}

std::optional<LifeState> life_state_from(std::string_view name)
{
    for (auto const state : life_states())
        if (name_of(state) == name)
            return state;
    return {};
}

Text label_of(LifeState state)
{
    switch (state) {
    case LifeState::Expected: return tr("expected");
    case LifeState::Activated: return tr("activated");
    case LifeState::Dormant: return tr("dormant");
    case LifeState::Reactivated: return tr("reactivated");
    case LifeState::InTransition: return tr("in transition");
    case LifeState::Deactivated: break;
    }
    return tr("deactivated");
}

bool may_follow(std::optional<LifeState> from, LifeState to)
{
    using enum LifeState;
    if (!from)
        return to == Expected || to == Activated;
    switch (*from) {
    case Expected: return to == Activated || to == Deactivated;
    case Activated:
    case Reactivated: return to == Dormant || to == InTransition || to == Deactivated;
    case Dormant: return to == Reactivated || to == InTransition || to == Deactivated;
    case InTransition: return to == Reactivated || to == Deactivated;
    case Deactivated: break;
    }
    return to == Reactivated;
}

std::vector<LifeState> next_states(std::optional<LifeState> from)
{
    std::vector<LifeState> states;
    for (auto const state : life_states())
        if (may_follow(from, state))
            states.push_back(state);
    return states;
}

LifeEvent const* step_on(std::span<LifeEvent const> events, Date day)
{
    LifeEvent const* latest = nullptr;
    for (auto const& event : events)
        if (event.day <= day)
            latest = &event;
    return latest;
}

std::optional<LifeState> state_on(std::span<LifeEvent const> events, Date day)
{
    auto const* step = step_on(events, day);
    return step ? std::optional(step->state) : std::nullopt;
}

bool is_active(std::optional<LifeState> state) { return state == LifeState::Activated || state == LifeState::Reactivated; }

Result<LifeEvent> checked(LifeEvent event, std::span<LifeEvent const> others, Date today)
{
    event.reason = people::tidy(event.reason);
    event.decision = people::tidy(event.decision);
    event.link = people::tidy(event.link);
    Error error { ErrorKind::Invalid, tr("This step cannot be saved as it is."), {}, {} };
    if (event.day > today)
        error.fields.push_back({ "day", tr("Write a day that has come: what is only planned is not part of the life of the body.") });
    else
        check_place(event, others, error.fields);
    if (event.reason.empty() && needs_reason(event.state))
        error.fields.push_back({ "reason", tr("Write the reason: people will ask.") });
    for (auto const& [field, text] : { std::pair("reason", &event.reason), std::pair("decision", &event.decision), std::pair("link", &event.link) })
        if (people::length_of(*text) > longest_words)
            error.fields.push_back({ field, tr("This is longer than {limit} characters: shorten it.", { { "limit", longest_words } }) });
    if (!event.link.empty() && !event.link.starts_with("https://") && !event.link.starts_with("http://"))
        error.fields.push_back({ "link", tr("Write the whole address, from https:// on.") });
    if (!error.fields.empty())
        return fail(std::move(error));
    return event;
}

std::vector<SignOfLifeKind> const& sign_of_life_kinds()
{
    using enum SignOfLifeKind;
    static std::vector<SignOfLifeKind> const kinds { MeetingHeld, TransitionOutline, ArchitectureReview, Other };
    return kinds;
}

std::string_view name_of(SignOfLifeKind kind)
{
    switch (kind) {
    case SignOfLifeKind::MeetingHeld: return "meeting_held";
    case SignOfLifeKind::TransitionOutline: return "transition_outline";
    case SignOfLifeKind::ArchitectureReview: return "architecture_review";
    case SignOfLifeKind::Other: break;
    }
    return "other";
}

std::optional<SignOfLifeKind> sign_of_life_kind_from(std::string_view name)
{
    for (auto const kind : sign_of_life_kinds())
        if (name_of(kind) == name)
            return kind;
    return {};
}

Text label_of(SignOfLifeKind kind)
{
    switch (kind) {
    case SignOfLifeKind::MeetingHeld: return tr("Meeting held");
    case SignOfLifeKind::TransitionOutline: return tr("Outline of the transition");
    case SignOfLifeKind::ArchitectureReview: return tr("Review of the architecture");
    case SignOfLifeKind::Other: break;
    }
    return tr("Other sign of life");
}

Result<SignOfLife> checked(SignOfLife activity, Date today)
{
    activity.words = people::tidy(activity.words);
    Error error { ErrorKind::Invalid, tr("This cannot be saved as it is."), {}, {} };
    if (activity.day > today)
        error.fields.push_back({ "activity_day", tr("Write a day that has come.") });
    if (activity.kind == SignOfLifeKind::Other && activity.words.empty())
        error.fields.push_back({ "words", tr("Write what took place.") });
    if (people::length_of(activity.words) > longest_words)
        error.fields.push_back({ "words", tr("This is longer than {limit} characters: shorten it.", { { "limit", longest_words } }) });
    if (!error.fields.empty())
        return fail(std::move(error));
    return activity;
}

std::vector<Review> reviews_due(BodyKind kind, std::span<LifeEvent const> events, std::span<SignOfLife const> activities, Crisis const* crisis, Date today)
{
    auto const state = state_on(events, today);
    bool const is_reviewed = kind == BodyKind::Cluster || kind == BodyKind::AreaOfResponsibility;
    auto const activation = activation_of(events, today);
    if (!is_reviewed || !is_active(state) || !activation)
        return {};
    std::vector<Review> reviews;
    if (!last_done(activities, SignOfLifeKind::TransitionOutline, *activation))
        reviews.push_back({ SignOfLifeKind::TransitionOutline, activation->plus_days(days_to_outline), tr("90 days after activation") });
    reviews.push_back(architecture_review(*activation, activities, crisis));
    std::stable_sort(reviews.begin(), reviews.end(), [](auto const& left, auto const& right) { return left.due < right.due; });
    return reviews;
}

std::optional<Date> silent_since(BodyKind kind, std::span<LifeEvent const> events, std::span<SignOfLife const> activities, int after, Date today)
{
    auto const* step = step_on(events, today);
    if (!template_of(kind).may_rest || !step || !is_active(step->state))
        return {};
    auto last = step->day;
    for (auto const& activity : activities)
        if (activity.day <= today)
            last = std::max(last, activity.day);
    return days_between(last, today) > after ? std::optional(last) : std::nullopt;
}

} // namespace toguna::bodies
