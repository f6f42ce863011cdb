#include "web/errors.hpp"

namespace toguna::web {

int status_of(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Invalid:
        return 422;
    case ErrorKind::NotFound:
        return 404;
    case ErrorKind::Forbidden:
        return 403;
    case ErrorKind::Conflict:
        return 409;
    case ErrorKind::TooLarge:
        return 413;
    case ErrorKind::Unavailable:
        return 503;
    case ErrorKind::Internal:
        return 500;
    }
    return 500;
}

} // namespace toguna::web
