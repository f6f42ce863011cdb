#include "app/demo/demonstration.hpp"

#include "accounts/store.hpp"
#include "actions/store.hpp"
#include "app/demo/loaded_plans.hpp"
#include "app/demo/member_story.hpp"
#include "app/demo/plan_story.hpp"
#include "bodies/store.hpp"
#include "functions/catalogue_store.hpp"
#include "people/store.hpp"

#include <ostream>

namespace toguna::app::demo {

namespace {

constexpr std::uint64_t seed = 1957;

Result<void> require_empty(db::Reader const& db)
{
    auto const rows = TRY(accounts::count_accounts(db)) + TRY(bodies::count_bodies(db, {})) + TRY(people::count_organizations(db, {}));
    if (rows > 0)
        return fail(ErrorKind::Conflict, tr("This installation already holds data. The demonstration country needs an empty one: choose another --data folder."));
    return {};
}

} // namespace

Result<void> fill(db::Transaction& tx, Instant now)
{
    TRY(require_empty(tx));
    SeededChance chance(seed);
    auto const settlers = TRY(settle(tx, now, chance));
    TRY(functions::ensure_catalogue(tx, {}, now - std::chrono::days(720), chance));
    Story story(now);
    for (auto const& plan : plans())
        tell_plan(story, settlers, plan, chance);
    tell_loaded_plans(story, settlers);
    tell_reminders(story, settlers);
    tell_members(story, settlers);
    tell_referrals(story, settlers);
    return story.write(tx, settlers, chance);
}

void print_sign_in_links(std::ostream& out, web::Localization const& language, std::string const& address)
{
    for (auto const& visitor : visitors()) {
        auto const* person = find_demo_person(visitor.key);
        out << "\n" << address << sign_in_path(visitor.key) << "\n  " << person->name << " – " << language(visitor.role) << "\n";
    }
    out << std::flush;
}

} // namespace toguna::app::demo
