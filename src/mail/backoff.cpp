#include "mail/backoff.hpp"

#include <array>

namespace toguna::mail {

std::optional<std::chrono::minutes> wait_after(int attempts)
{
    using std::chrono::hours;
    using std::chrono::minutes;
    constexpr std::array<minutes, 6> waits { minutes(1), minutes(5), minutes(30), hours(2), hours(6), hours(12) };
    if (attempts < 1)
        return waits.front();
    if (attempts > static_cast<int>(waits.size()))
        return {};
    return waits[static_cast<std::size_t>(attempts - 1)];
}

} // namespace toguna::mail
