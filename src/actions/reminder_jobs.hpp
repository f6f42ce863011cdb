#pragma once
/// The work of the clock: reminders, what missed its dates, what is blocked. Each may run twice or die half-way.

#include "jobs/job.hpp"

#include <string_view>

namespace toguna::actions {

/// What a personal link of a reminder opens: one action, or any other its person answers for.
inline constexpr std::string_view answer_purpose = "actions.answer";

/// "actions.send_reminders", every quarter of an hour: one transaction for each mail, its links and its line in the log.
Result<void> send_reminders(jobs::Job const& job, jobs::JobContext& context);

/// "actions.escalate", every day: after two missed dates the coordinators are told, after three the action is proposed for
/// the agenda of the body above.
Result<void> escalate(jobs::Job const& job, jobs::JobContext& context);

/// "actions.tell_coordinator", reaction on "actions.reported_blocked": one mail for each action, day and coordinator.
Result<void> tell_coordinator(jobs::Job const& job, jobs::JobContext& context);

} // namespace toguna::actions
