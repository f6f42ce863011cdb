#pragma once
/// What both engines may complain about, and the one sentence a reader gets for each.

#include "base/result.hpp"

namespace toguna::db {

enum class Complaint {
    AlreadyExists, ///< a unique key is taken
    StillUsed,     ///< a foreign key points to nothing, or something points here
    RuleBroken,    ///< a CHECK of the schema
    DiskFull,
    DiskFault,     ///< the disk refuses to read, write or flush
    Damaged,       ///< the file is not a sound database
    Busy,          ///< others write for longer than we are ready to wait
    Away,          ///< the server does not answer
    UnknownFate,   ///< the connection broke while committing: recorded or not, nobody knows
    Fault,         ///< ours: wrong SQL, wrong type
};

/// `statement` names the query and `engine_message` is the engine's own words: both are for the log only.
Error refusal(Complaint complaint, std::string_view statement, std::string_view engine_message);

} // namespace toguna::db
