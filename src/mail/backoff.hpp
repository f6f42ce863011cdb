#pragma once
/// How patient the outbox is with a server that does not take a mail.

#include <chrono>
#include <optional>

namespace toguna::mail {

/// How long to wait after so many attempts (1 is the first): 1, 5, 30 minutes, 2, 6, 12 hours — enough for a night
/// without power. Empty when it was tried seven times: then a person decides.
std::optional<std::chrono::minutes> wait_after(int attempts);

} // namespace toguna::mail
