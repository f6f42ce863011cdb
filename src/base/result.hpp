#pragma once
/// What may fail returns Result<T>; TRY passes the error up; exceptions are for bugs.

#include "base/text.hpp"

#include <tl/expected.hpp>

#include <string>
#include <utility>
#include <vector>

namespace toguna {

/// Why something was refused. Mapped to an HTTP status once, in web/errors.cpp, and to an exit code once, in app/cli.cpp.
enum class ErrorKind {
    Invalid,     ///< what was given cannot be understood or breaks a rule (422)
    NotFound,    ///< there is no such thing, or the reader may not know of it (404)
    Forbidden,   ///< the reader has no right to it today (403)
    Conflict,    ///< somebody or something changed it in between (409)
    TooLarge,    ///< more bytes, rows or pages than the documented limit (413)
    Unavailable, ///< the disk is full, the database is away: try again later (503)
    Internal,    ///< a fault of ours (500)
};

/// A refusal that belongs to one field of a form, by the name of its struct member.
struct FieldError {
    std::string field;
    Text message;
};

/// Two messages: `message` is for the reader and says what to do; `detail` is for the log and never shown.
struct Error {
    ErrorKind kind = ErrorKind::Internal;
    Text message;
    std::vector<FieldError> fields = {};
    std::string detail = {};
};

template<class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, Text message, std::string detail = {})
{
    return fail(Error { kind, std::move(message), {}, std::move(detail) });
}

namespace result_detail {

template<class T>
T release(Result<T>& result)
{
    if constexpr (std::is_void_v<T>)
        return;
    else
        return std::move(*result);
}

} // namespace result_detail

} // namespace toguna

/// Gives the value of a Result, or returns its error from the enclosing function. Needs GCC or Clang. The counter keeps a
/// TRY inside the lambda of another one from shadowing it.
#define TRY(...) TOGUNA_TRY_COUNTED(__COUNTER__, __VA_ARGS__)
#define TOGUNA_TRY_COUNTED(counter, ...) TOGUNA_TRY_NAMED(counter, __VA_ARGS__)
#define TOGUNA_TRY_NAMED(counter, ...)                                                     \
    ({                                                                                     \
        auto try_result_##counter = (__VA_ARGS__);                                         \
        if (!try_result_##counter) [[unlikely]]                                            \
            return ::tl::unexpected<::toguna::Error>(std::move(try_result_##counter).error()); \
        ::toguna::result_detail::release(try_result_##counter);                            \
    })
