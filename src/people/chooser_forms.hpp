#pragma once
/// A chooser field in a request: NAME holds the words, NAME_choice what was ticked.

#include "people/chooser.hpp"
#include "web/request.hpp"

namespace toguna::people {

Chosen chosen_in(web::Request const& request, std::string_view field);

/// The value of what was resolved; nothing, and its field errors added to `error`, when it was refused. Give only
/// refusals of kind Invalid: others are TRYed before.
template<class T>
std::optional<T> collected(Result<T> const& resolved, Error& error)
{
    if (resolved)
        return *resolved;
    error.fields.insert(error.fields.end(), resolved.error().fields.begin(), resolved.error().fields.end());
    return {};
}

/// The refusal stands among those of other fields; a failure of the database does not: it is passed on.
template<class T>
Result<Result<T>> refusable(Result<T> resolved)
{
    if (!resolved && resolved.error().kind != ErrorKind::Invalid)
        return fail(std::move(resolved).error());
    return Result<Result<T>>(std::move(resolved));
}

} // namespace toguna::people
