#include "actions/answer.hpp"

#include <array>

namespace toguna::actions {

namespace {

struct AnswerWords {
    std::string_view name;
    std::string_view event;
};

/// In the order of the enumeration.
constexpr std::array<AnswerWords, 4> answer_words { {
    { "done", "actions.reported_done" },
    { "started", "actions.reported_started" },
    { "blocked", "actions.reported_blocked" },
    { "moved", "actions.deadline_moved" },
} };

} // namespace

std::string_view name_of(Answer answer) { return answer_words[static_cast<std::size_t>(answer)].name; }

std::optional<Answer> answer_from(std::string_view name)
{
    for (std::size_t index = 0; index < answer_words.size(); ++index)
        if (answer_words[index].name == name)
            return static_cast<Answer>(index);
    return {};
}

std::string_view event_of(Answer answer) { return answer_words[static_cast<std::size_t>(answer)].event; }

Text label_of(Answer answer)
{
    switch (answer) {
    case Answer::Done: return tr("Done");
    case Answer::Started: return tr("In progress");
    case Answer::Blocked: return tr("Blocked");
    case Answer::Moved: return tr("New date");
    }
    return {};
}

Progress progress_of(GivenAnswer const& given)
{
    switch (given.answer) {
    case Answer::Done: return ReportDone { given.note };
    case Answer::Started: return Start {};
    case Answer::Blocked: return Block { given.note };
    case Answer::Moved: return MoveDeadline { given.due, given.note };
    }
    return Start {};
}

std::vector<Answer> offered_answers(ActionPoint const& action)
{
    if (!is_open(action.status))
        return {};
    std::vector<Answer> answers;
    if (action.status != Status::DoneToConfirm)
        answers.push_back(Answer::Done);
    answers.insert(answers.end(), { Answer::Started, Answer::Blocked });
    if (action.member_states.empty() && !std::holds_alternative<Recurring>(action.due))
        answers.push_back(Answer::Moved);
    return answers;
}

bool concerns_period(ActionPoint const& action, Answer answer) { return answer == Answer::Done && std::holds_alternative<Recurring>(action.due); }

} // namespace toguna::actions
