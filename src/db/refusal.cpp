#include "db/refusal.hpp"

namespace toguna::db {

namespace {

struct Answer {
    ErrorKind kind;
    Text message;
};

Answer answer_to(Complaint complaint)
{
    switch (complaint) {
    case Complaint::AlreadyExists:
        return { ErrorKind::Conflict, tr("This already exists, perhaps since a moment ago. Reload the page, then look at what changed.") };
    case Complaint::StillUsed:
        return { ErrorKind::Conflict, tr("This refers to something that no longer exists, or is still used elsewhere. Reload the page, then try again.") };
    case Complaint::RuleBroken:
        return { ErrorKind::Conflict, tr("The database refuses this value. Reload the page, then look at what changed.") };
    case Complaint::DiskFull:
        return { ErrorKind::Unavailable, tr("The disk is full: nothing was recorded. Pages can still be read. Ask the administrator to free some space, then try again.") };
    case Complaint::DiskFault:
        return { ErrorKind::Unavailable, tr("The disk does not do its work: nothing was recorded. Ask the administrator to look at the server, then try again.") };
    case Complaint::Damaged:
        return { ErrorKind::Unavailable, tr("The database file is damaged: nothing was recorded. Ask the administrator to restore the last backup.") };
    case Complaint::Busy:
        return { ErrorKind::Unavailable, tr("Many people are writing at the same time: nothing was recorded. Try again in a moment.") };
    case Complaint::Away:
        return { ErrorKind::Unavailable, tr("The database does not answer: nothing was recorded. Try again in a minute.") };
    case Complaint::UnknownFate:
        return { ErrorKind::Unavailable, tr("The connection to the database broke just now. Reload the page and check whether your change was recorded.") };
    case Complaint::Fault:
        break;
    }
    return { ErrorKind::Internal, tr("Something went wrong on our side: nothing was recorded. Try again, then tell the administrator.") };
}

} // namespace

Error refusal(Complaint complaint, std::string_view statement, std::string_view engine_message)
{
    auto [kind, message] = answer_to(complaint);
    return { kind, std::move(message), {}, std::string(statement) + ": " + std::string(engine_message) };
}

} // namespace toguna::db
