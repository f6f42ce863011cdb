#pragma once
/// The one place where a refusal becomes an HTTP status.

#include "base/result.hpp"

namespace toguna::web {

int status_of(ErrorKind kind);

} // namespace toguna::web
