#include "app/commands.hpp"

#include "accounts/pages.hpp"
#include "journal/event.hpp"
#include "mail/personal_link.hpp"
#include "people/person_store.hpp"

#include <boost/json.hpp>

#include <ostream>

namespace toguna::app {

namespace {

constexpr std::string_view sign_in_purpose = "accounts.sign_in";

/// The address people use, as far as a command can know it.
std::string address_of_site(web::Configuration const& configuration)
{
    return configuration.public_url.empty() ? "http://" + configuration.listen : configuration.public_url;
}

/// The person with that address, or a new one.
Result<people::PersonId> person_of(db::Transaction& tx, Surroundings const& surroundings, NewAccount const& account)
{
    if (auto const known = TRY(people::find_person_by_email(tx, account.email)))
        return known->id;
    people::Person const person { new_id<people::PersonTag>(surroundings.now, surroundings.chance), account.name, account.email, {}, std::string(surroundings.language.language()) };
    TRY(people::insert_person(tx, person, surroundings.now));
    return person.id;
}

/// Account, link and fact in one transaction; gives the link's secret.
Result<std::string> write_account(db::Transaction& tx, Surroundings const& surroundings, NewAccount const& account)
{
    auto const& now = surroundings.now;
    auto const person = TRY(person_of(tx, surroundings, account));
    auto const id = new_id<accounts::AccountTag>(now, surroundings.chance);
    TRY(accounts::insert_account(tx, { id, person, account.email, {}, account.administrator }, now));
    journal::Actor const actor { {}, {}, surroundings.language.t("command line") };
    TRY(journal::record_event(tx, actor, { .kind = "accounts.invited", .object = id.text() }, now, surroundings.chance));
    return mail::create_personal_link(tx, { std::string(sign_in_purpose), person.text(), id.text(), now + accounts::invitation_time, true }, now, surroundings.chance);
}

} // namespace

Result<void> add_account(Surroundings const& surroundings, NewAccount const& account)
{
    auto const database = TRY(open_database(surroundings, Migrate::Yes));
    auto const secret = TRY(database->write([&](db::Transaction& tx) { return write_account(tx, surroundings, account); }));
    auto const link = address_of_site(surroundings.configuration) + "/sign-in/link/" + secret;
    if (surroundings.json)
        surroundings.out << boost::json::serialize(boost::json::object { { "email", account.email }, { "link", link } }) << "\n";
    else
        surroundings.out << surroundings.language(tr("The account of {name} is open. This link signs in once, within three days, and lets them choose a password:\n{link}",
            { { "name", account.name }, { "link", link } })) << "\n";
    return {};
}

} // namespace toguna::app
