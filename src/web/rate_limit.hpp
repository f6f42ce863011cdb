#pragma once
/// Guessing is throttled: token buckets by network and by account, in bounded memory, with the caller's clock.

#include "base/date.hpp"

#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace toguna::web {

/// What one household or attacker holds: an IPv4 address, or the /64 of an IPv6 address ("2001:db8:0:1::/64");
/// an IPv4 address mapped into IPv6 counts as IPv4. What is no address stands for itself.
std::string address_prefix(std::string_view address);

/// Every key may act `burst` times at once, and once more each `refill`. Safe to share between threads.
class RateLimit {
public:
    RateLimit(int burst, std::chrono::milliseconds refill, std::size_t most_keys = 20'000);

    bool allow(std::string_view key, Instant now);
    /// How long until `key` may act again; zero when it may now.
    std::chrono::milliseconds wait(std::string_view key, Instant now) const;
    std::size_t size() const;

private:
    struct Bucket {
        std::string key;
        Instant full_at; ///< when every token will be back; in the past: the bucket is full
    };
    using Buckets = std::list<Bucket>;

    std::chrono::milliseconds m_refill;
    std::chrono::milliseconds m_capacity; ///< the time an empty bucket takes to fill
    std::size_t m_most_keys;
    mutable std::mutex m_mutex;
    Buckets m_by_use; ///< the latest used first; the last one is forgotten when memory is full
    std::unordered_map<std::string_view, Buckets::iterator> m_by_key;
};

/// Tries at a password or a sign-in code. Somebody who guesses at an account from one network runs dry there, while
/// its owner still signs in from another; only guesses from hundreds of networks slow the account itself.
class SignInThrottle {
public:
    bool allow(std::string_view address, std::string_view account, Instant now);

private:
    RateLimit m_by_network { 20, std::chrono::seconds(15) };
    RateLimit m_by_network_and_account { 8, std::chrono::seconds(60) };
    RateLimit m_by_account { 200, std::chrono::seconds(20) };
};

} // namespace toguna::web
