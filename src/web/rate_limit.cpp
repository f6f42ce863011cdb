#include "web/rate_limit.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace toguna::web {

std::string address_prefix(std::string_view address)
{
    std::string const text(address.substr(0, address.find('%'))); // a zone ("fe80::1%eth0") is ours, not the sender's
    std::array<unsigned char, 16> bytes {};
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1)
        return std::string(address);
    constexpr std::array<unsigned char, 12> mapped { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };
    std::array<char, INET6_ADDRSTRLEN> printed {};
    if (std::equal(mapped.begin(), mapped.end(), bytes.begin()))
        return inet_ntop(AF_INET, bytes.data() + 12, printed.data(), printed.size());
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    inet_ntop(AF_INET6, bytes.data(), printed.data(), printed.size());
    return std::string(printed.data()) + "/64";
}

RateLimit::RateLimit(int burst, std::chrono::milliseconds refill, std::size_t most_keys)
    : m_refill(refill)
    , m_capacity(refill * burst)
    , m_most_keys(most_keys)
{
}

bool RateLimit::allow(std::string_view key, Instant now)
{
    std::lock_guard const lock(m_mutex);
    auto found = m_by_key.find(key);
    if (found == m_by_key.end()) {
        if (m_by_use.size() >= m_most_keys) {
            m_by_key.erase(m_by_use.back().key);
            m_by_use.pop_back();
        }
        m_by_use.push_front({ std::string(key), now });
        found = m_by_key.emplace(m_by_use.front().key, m_by_use.begin()).first;
    } else {
        m_by_use.splice(m_by_use.begin(), m_by_use, found->second);
    }
    auto& bucket = *found->second;
    auto const full_at = std::max(bucket.full_at, now) + m_refill;
    if (full_at - now > m_capacity)
        return false;
    bucket.full_at = full_at;
    return true;
}

std::chrono::milliseconds RateLimit::wait(std::string_view key, Instant now) const
{
    std::lock_guard const lock(m_mutex);
    auto const found = m_by_key.find(key);
    if (found == m_by_key.end())
        return {};
    return std::max(found->second->full_at + m_refill - now - m_capacity, std::chrono::milliseconds(0));
}

std::size_t RateLimit::size() const
{
    std::lock_guard const lock(m_mutex);
    return m_by_use.size();
}

bool SignInThrottle::allow(std::string_view address, std::string_view account, Instant now)
{
    auto const network = address_prefix(address);
    // In this order, so that guesses stopped at their network cost the account nothing.
    return m_by_network.allow(network, now) && m_by_network_and_account.allow(network + ' ' + std::string(account), now)
        && m_by_account.allow(account, now);
}

} // namespace toguna::web
