#include "actions/progress.hpp"

#include "actions/words.hpp"

#include <algorithm>
#include <array>

namespace toguna::actions {

namespace {

constexpr std::array<std::string_view, 8> progress_names { "start", "report_done", "block", "move_deadline", "confirm_closed", "send_back", "abandon", "reopen" };

tl::unexpected<Error> missing(std::string_view field, Text const& message)
{
    return fail(Error { ErrorKind::Invalid, message, { { std::string(field), message } }, {} });
}

tl::unexpected<Error> conflict(Text const& message) { return fail(ErrorKind::Conflict, message); }

bool settled(MemberState const& state) { return state.status == Status::DoneToConfirm || !is_open(state.status); }

/// One step of one action. Each overload checks what its word needs and changes only what it says.
class Step {
public:
    Step(ActionPoint& action, ProgressSetting const& setting) : m_action(action), m_setting(setting) { }

    Result<void> operator()(Start const&)
    {
        TRY(require_open());
        return set_status(Status::InProgress, {});
    }

    Result<void> operator()(ReportDone const& done)
    {
        TRY(require_open());
        return set_status(Status::DoneToConfirm, trimmed(done.note));
    }

    Result<void> operator()(Block const& block)
    {
        TRY(require_open());
        auto const reason = trimmed(block.reason);
        if (reason.empty())
            return missing("reason", tr("Say in a few words what blocks this action, so that somebody can help."));
        return set_status(Status::Blocked, reason);
    }

    Result<void> operator()(MoveDeadline const& move)
    {
        TRY(require_open());
        auto const deadline = deadline_of(move.due);
        if (deadline && *deadline < m_setting.today)
            return missing("due", tr("The new date {date} is already past. Give a date from today on.", { { "date", *deadline } }));
        if (!deadline && std::holds_alternative<NoDue>(move.due))
            return missing("due", tr("Give the new date."));
        if (move.due == m_action.due)
            return missing("due", tr("This is the date the action already has. Give another one."));
        auto const before = deadline_of(m_action.due);
        if (!m_action.first_deadline)
            m_action.first_deadline = before ? before : deadline;
        // A date brought forward is no postponement.
        if (before && (!deadline || *deadline > *before))
            ++m_action.postponements;
        m_action.due = move.due;
        m_action.due_text.clear();
        return {};
    }

    Result<void> operator()(ConfirmClosed const& close)
    {
        TRY(require_open());
        auto const note = trimmed(close.note);
        if (note.empty())
            return missing("note", everybody_settled() ? tr("Write in a sentence what was done: closing an action needs a note.")
                                                       : tr("Not every member has answered. Say why the action is closed all the same."));
        if (m_action.priority == Priority::High) {
            if (!close.has_evidence)
                return missing("evidence", tr("This action has a high priority: attach a document or a link that shows the result."));
            if (closer_answers_for_it())
                return fail(ErrorKind::Forbidden,
                    tr("An action with a high priority is closed by somebody other than its author and those responsible. Ask another coordinator of the body."));
        }
        m_action.status = Status::Closed;
        m_action.status_reason.clear();
        m_action.closing_note = note;
        m_action.closed_on = m_setting.today;
        return {};
    }

    Result<void> operator()(SendBack const& back)
    {
        if (m_action.status != Status::DoneToConfirm)
            return conflict(tr("Only an action that waits for confirmation can be sent back."));
        auto const reason = trimmed(back.reason);
        if (reason.empty())
            return missing("reason", tr("Say what is still missing, so that those responsible know what to do."));
        m_action.status = Status::InProgress;
        m_action.status_reason = reason;
        for (auto& state : m_action.member_states)
            if (state.status == Status::DoneToConfirm)
                state.status = Status::InProgress;
        return {};
    }

    Result<void> operator()(Abandon const& abandon)
    {
        TRY(require_open());
        auto const reason = trimmed(abandon.reason);
        if (reason.empty())
            return missing("reason", tr("Say why this action is abandoned: the reason stays in the plan."));
        m_action.status = Status::Abandoned;
        m_action.status_reason = reason;
        m_action.closed_on = m_setting.today;
        return {};
    }

    Result<void> operator()(Reopen const& reopen)
    {
        if (is_open(m_action.status))
            return conflict(tr("This action is already open."));
        auto const reason = trimmed(reopen.reason);
        if (reason.empty())
            return missing("reason", tr("Say why this action is opened again."));
        m_action.status = Status::InProgress;
        m_action.status_reason = reason;
        m_action.closing_note.clear();
        m_action.closed_on.reset();
        return {};
    }

private:
    Result<void> require_open() const
    {
        if (m_action.status == Status::Closed)
            return conflict(tr("This action is already closed. A coordinator can open it again."));
        if (m_action.status == Status::Abandoned)
            return conflict(tr("This action was abandoned. A coordinator can open it again."));
        return {};
    }

    /// The part of a collective action that the speaker's organization owes; none when they speak for the whole.
    MemberState* own_state()
    {
        if (!m_setting.actor.organization)
            return nullptr;
        for (auto& state : m_action.member_states)
            if (state.organization == *m_setting.actor.organization)
                return &state;
        return nullptr;
    }

    Result<void> set_status(Status status, std::string const& words)
    {
        if (!m_action.member_states.empty() && m_setting.actor.role != ProgressRole::Coordinator && !own_state())
            return fail(ErrorKind::Forbidden, tr("This action is shared by the members of the body, and your organization is not one of them."));
        if (auto* const own = own_state(); own && m_setting.actor.role != ProgressRole::Coordinator) {
            own->status = status;
            own->note = words;
            m_action.status = everybody_settled() ? Status::DoneToConfirm : Status::InProgress;
            return {};
        }
        m_action.status = status;
        m_action.status_reason = words;
        return {};
    }

    bool everybody_settled() const { return std::all_of(m_action.member_states.begin(), m_action.member_states.end(), settled); }

    bool closer_answers_for_it() const
    {
        auto const& person = m_setting.actor.person;
        if (!person || person == m_setting.author)
            return person.has_value();
        return std::any_of(m_action.responsible.begin(), m_action.responsible.end(),
            [&](auto const& one) { return one.kind == Responsible::Kind::Person && one.id == person->text(); });
    }

    ActionPoint& m_action;
    ProgressSetting const& m_setting;
};

/// Owners report and ask for another date; what ends an action, or undoes its end, is the coordinator's.
bool may_say(ProgressRole role, Progress const& progress)
{
    if (role == ProgressRole::Coordinator)
        return true;
    if (role == ProgressRole::Member)
        return false;
    return std::holds_alternative<Start>(progress) || std::holds_alternative<ReportDone>(progress) || std::holds_alternative<Block>(progress)
        || std::holds_alternative<MoveDeadline>(progress);
}

} // namespace

std::string_view name_of(Progress const& progress) { return progress_names[progress.index()]; }

Result<ActionPoint> advance(ActionPoint action, Progress const& progress, ProgressSetting const& setting)
{
    if (setting.actor.role == ProgressRole::Member)
        return fail(ErrorKind::Forbidden, tr("Only those responsible for this action and the coordinators of the body can change its state."));
    if (!may_say(setting.actor.role, progress))
        return fail(ErrorKind::Forbidden, tr("Only a coordinator of the body can do this. You can say that the action is done: a coordinator will confirm it."));
    TRY(std::visit(Step(action, setting), progress));
    ++action.version;
    return action;
}

std::vector<std::string_view> offered_steps(ActionPoint const& action, ProgressRole role)
{
    if (role == ProgressRole::Member)
        return {};
    bool const coordinator = role == ProgressRole::Coordinator;
    if (!is_open(action.status))
        return coordinator ? std::vector<std::string_view> { "reopen" } : std::vector<std::string_view> {};
    std::vector<std::string_view> steps;
    if (action.status == Status::DoneToConfirm && coordinator)
        return { "confirm_closed", "send_back", "move_deadline", "abandon" };
    if (action.status != Status::InProgress)
        steps.push_back("start");
    if (action.status != Status::DoneToConfirm)
        steps.push_back("report_done");
    steps.push_back("block");
    steps.push_back("move_deadline");
    if (coordinator) {
        steps.push_back("confirm_closed");
        steps.push_back("abandon");
    }
    return steps;
}

int missed_dates(ActionPoint const& action, std::vector<ReplacedDeadline> const& earlier_deadlines, Date today)
{
    int const moved_too_late = int(std::count_if(earlier_deadlines.begin(), earlier_deadlines.end(), [](auto const& one) { return one.replaced_on > one.deadline; }));
    return moved_too_late + (is_late(action, today) ? 1 : 0);
}

} // namespace toguna::actions
