#include "mail/personal_link.hpp"
#include "mail/queries.hpp"

#include <sodium.h>

#include <array>

namespace toguna::mail {

namespace {

/// BLAKE2b-256 of purpose and secret: a secret made for one purpose opens nothing else.
std::string hash_of(std::string_view purpose, std::string_view secret)
{
    auto const text = std::string(purpose) + '\0' + std::string(secret);
    std::array<unsigned char, crypto_generichash_BYTES> hash {};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<unsigned char const*>(text.data()), text.size(), nullptr, 0);
    std::array<char, hash.size() * 2 + 1> hex {};
    return sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
}

struct StoredLink {
    PersonalLink link;
    bool spent;
};

StoredLink read_stored_link(db::Row const& row)
{
    return { { row.string(0), row.string(1), row.string(2), row.instant(3), row.boolean(4) }, !row.is_null(5) };
}

tl::unexpected<Error> dead_link(std::string detail)
{
    return fail(ErrorKind::NotFound, tr("This link is no longer valid. Use the link of your latest e-mail, or ask for a new one."), std::move(detail));
}

/// Spent or not, but known and not expired.
Result<StoredLink> find_living_link(db::Reader const& db, std::string const& hash, Instant now)
{
    auto stored = TRY(db.first(sql::find_personal_link, { { "hash", hash } }, read_stored_link));
    if (!stored)
        return dead_link("personal link: unknown");
    if (stored->link.expires_at <= now)
        return dead_link("personal link: expired " + stored->link.expires_at.to_iso() + ", person " + stored->link.person);
    return std::move(*stored);
}

} // namespace

Result<std::string> create_personal_link(db::Transaction& tx, PersonalLink const& link, Instant now, Chance& chance)
{
    auto secret = new_secret(chance);
    TRY(tx.execute(sql::insert_personal_link,
        { { "hash", hash_of(link.purpose, secret) }, { "purpose", link.purpose }, { "person", link.person }, { "object", link.object },
            { "single_use", link.single_use }, { "now", now }, { "expires_at", link.expires_at } }));
    return secret;
}

Result<PersonalLink> find_personal_link(db::Reader const& db, std::string_view purpose, std::string_view secret, Instant now)
{
    auto const stored = TRY(find_living_link(db, hash_of(purpose, secret), now));
    if (stored.spent)
        return dead_link("personal link: spent, person " + stored.link.person);
    return stored.link;
}

Result<void> spend_personal_link(db::Transaction& tx, std::string_view purpose, std::string_view secret, Instant now)
{
    auto const hash = hash_of(purpose, secret);
    auto const stored = TRY(find_living_link(tx, hash, now));
    if (!stored.link.single_use)
        return {};
    if (stored.spent || TRY(tx.execute(sql::spend_personal_link, { { "hash", hash }, { "now", now } })) == 0)
        return fail(ErrorKind::Conflict, tr("This link was used already. Ask for a new one."));
    return {};
}

} // namespace toguna::mail
