#include "web/rate_limit.hpp"

#include "base/id.hpp"
#include "web/log.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::web;

namespace {

Instant const morning = *Instant::from_iso("2026-11-23T08:00:00Z");

} // namespace

TEST_CASE("two thousand guesses from one network are stopped, and the owner still signs in from elsewhere")
{
    SignInThrottle throttle;
    int allowed = 0;
    for (int guess = 0; guess < 2'000; ++guess) {
        auto const address = "2001:db8:7:1::" + std::to_string(guess % 9'000 + 1);
        allowed += throttle.allow(address, "awa", morning + std::chrono::milliseconds(10 * guess));
    }
    CHECK(allowed <= 10);
    CHECK(throttle.allow("2001:db8:7:2::1", "awa", morning + std::chrono::seconds(21)));
    CHECK(throttle.allow("196.28.240.1", "awa", morning + std::chrono::seconds(21)));
}

TEST_CASE("guesses at many accounts from one network are stopped too")
{
    SignInThrottle throttle;
    int allowed = 0;
    for (int guess = 0; guess < 2'000; ++guess)
        allowed += throttle.allow("2001:db8:7:1::5", "account" + std::to_string(guess), morning);
    CHECK(allowed == 20);
}

TEST_CASE("who waits may try again")
{
    RateLimit limit(2, std::chrono::seconds(10));
    CHECK(limit.allow("a", morning));
    CHECK(limit.allow("a", morning));
    CHECK_FALSE(limit.allow("a", morning));
    CHECK(limit.wait("a", morning) == std::chrono::seconds(10));
    CHECK(limit.allow("b", morning));
    CHECK(limit.allow("a", morning + std::chrono::seconds(10)));
    CHECK_FALSE(limit.allow("a", morning + std::chrono::seconds(10)));
    CHECK(limit.wait("never seen", morning).count() == 0);
}

TEST_CASE("a flood of addresses does not fill the memory")
{
    RateLimit limit(2, std::chrono::seconds(10), 100);
    for (int count = 0; count < 10'000; ++count)
        limit.allow(std::to_string(count), morning);
    CHECK(limit.size() == 100);
}

TEST_CASE("an IPv6 network counts as one, an IPv4 address in either writing as the same")
{
    CHECK(address_prefix("2001:db8:0:1:2:3:4:5") == "2001:db8:0:1::/64");
    CHECK(address_prefix("2001:0db8:0:1::9") == address_prefix("2001:db8:0:1:ffff::"));
    CHECK(address_prefix("::ffff:196.28.240.1") == "196.28.240.1");
    CHECK(address_prefix("196.28.240.1") == "196.28.240.1");
    CHECK(address_prefix("fe80::1%eth0") == "fe80::/64");
}

TEST_CASE("a line of the log cannot be forged and holds no secret")
{
    auto const line = format_log_line(LogFormat::Text, LogLevel::Warning, morning, "request", { { "path", std::string("/a b\n2026 error fake") }, { "status", 200 } });
    CHECK(line == "2026-11-23T08:00:00.000Z warning request path=\"/a b\\u000a2026 error fake\" status=200");
    CHECK(format_log_line(LogFormat::Json, LogLevel::Error, morning, "stop", { { "why", std::string("\"é\"") }, { "count", 3 } })
        == R"({"at":"2026-11-23T08:00:00.000Z","level":"error","event":"stop","why":"\"é\"","count":3})");
    SeededChance chance(7);
    CHECK(mask_secrets("/r/" + new_secret(chance) + "/answer") == "/r/***/answer");
    CHECK(mask_secrets("/plans/" + new_id_text(morning, chance)).size() == 32);
}
