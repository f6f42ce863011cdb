#include "accounts/queries.hpp"
#include "accounts/set_up.hpp"
#include "accounts/store.hpp"
#include "people/person_store.hpp"
#include "web/digest.hpp"

#include <array>

namespace toguna::accounts {

namespace {

/// Without letters and digits that look alike on a terminal: 0 O 1 I L.
constexpr std::string_view alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ?";

/// The last sign of the alphabet only rounds it up to 32, so that each byte gives an even draw; it is never given out.
std::string draw_code(Chance& chance)
{
    std::string code;
    while (code.size() < 8) {
        std::array<std::uint8_t, 1> byte;
        chance.fill(byte);
        if (auto const character = alphabet[byte[0] % alphabet.size()]; character != '?')
            code += character;
    }
    return code;
}

std::string bare_code(std::string_view typed)
{
    std::string code;
    for (char const character : typed) {
        if (character >= 'a' && character <= 'z')
            code += static_cast<char>(character - 'a' + 'A');
        else if ((character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9'))
            code += character;
    }
    return code;
}

} // namespace

Result<std::optional<std::string>> set_up_code(db::Database& database, Chance& chance)
{
    auto const code = draw_code(chance);
    return database.write([&](db::Transaction& tx) -> Result<std::optional<std::string>> {
        if (TRY(count_accounts(tx)) > 0)
            return std::optional<std::string> {};
        TRY(tx.execute(sql::save_set_up_digest, { { "digest", web::digest(code) } }));
        return std::optional(code.substr(0, 4) + "-" + code.substr(4));
    });
}

Result<bool> is_set_up_code(db::Reader const& db, std::string_view typed)
{
    auto const digest = TRY(db.first(sql::set_up_digest, {}, [](db::Row const& row) { return row.string(0); }));
    return digest && web::same_secret(*digest, web::digest(bare_code(typed)));
}

Result<void> set_up(db::Transaction& tx, FirstAdministrator const& administrator, std::string_view code, Instant now)
{
    if (TRY(count_accounts(tx)) > 0)
        return fail(ErrorKind::Conflict, tr("This installation already has an administrator. Sign in, or ask for an invitation."));
    if (!TRY(is_set_up_code(tx, code)))
        return fail(Error { ErrorKind::Invalid, tr("The installation was not set up."),
            { { "code", tr("This is not the code that the server printed when it started. Read it on its terminal, or restart the server for a new one.") } }, {} });
    TRY(people::insert_person(tx, { administrator.person, administrator.name, administrator.email, {}, administrator.language }, now));
    TRY(insert_account(tx, { administrator.account, administrator.person, administrator.email, administrator.password_hash, true }, now));
    TRY(tx.execute(sql::delete_set_up));
    return {};
}

} // namespace toguna::accounts
