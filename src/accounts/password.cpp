#include "accounts/password.hpp"

#include <sodium.h>

#include <array>
#include <semaphore>
#include <stdexcept>

namespace toguna::accounts {

namespace {

/// 64 MiB each: two at once are enough for a rush, and fit the smallest machine we run on.
std::counting_semaphore<2> hashing_slots(2);

class HashingSlot {
public:
    HashingSlot() { hashing_slots.acquire(); }
    ~HashingSlot() { hashing_slots.release(); }
    HashingSlot(HashingSlot const&) = delete;
};

void require_sodium()
{
    static bool const ready = sodium_init() >= 0;
    if (!ready)
        throw std::runtime_error("libsodium cannot be initialised");
}

/// The hash that nobody's password has, compared when there is none, so that the answer takes the same time.
std::string const& decoy(HashCost cost)
{
    static std::string const hash = [&] {
        std::array<char, 32> chance;
        randombytes_buf(chance.data(), chance.size());
        return hash_password({ chance.data(), chance.size() }, cost).value_or("");
    }();
    return hash;
}

} // namespace

Result<std::string> hash_password(std::string_view password, HashCost cost)
{
    require_sodium();
    HashingSlot const slot;
    std::array<char, crypto_pwhash_STRBYTES> hash {};
    if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), cost.passes, cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(ErrorKind::Unavailable, tr("The server has no memory left for this. Try again in a minute."), "argon2id could not allocate");
    return std::string(hash.data());
}

PasswordCheck check_against(std::string_view password, std::string const& hash, HashCost cost)
{
    require_sodium();
    auto const& compared = hash.empty() ? decoy(cost) : hash;
    PasswordCheck check;
    {
        HashingSlot const slot;
        check.right = crypto_pwhash_str_verify(compared.c_str(), password.data(), password.size()) == 0 && !hash.empty();
    }
    check.needs_rehash = check.right && crypto_pwhash_str_needs_rehash(hash.c_str(), cost.passes, cost.memory_bytes) != 0;
    return check;
}

} // namespace toguna::accounts
