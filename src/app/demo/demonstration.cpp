#include "app/demo/demonstration.hpp"

#include "accounts/store.hpp"
#include "actions/core_functions.hpp"
#include "app/demo/loaded_plans.hpp"
#include "app/demo/plan_story.hpp"
#include "bodies/store.hpp"
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

/// The first catalogue, unless the installation has one.
Result<void> write_catalogue(db::Transaction& tx, Instant now, Chance& chance)
{
    if (actions::current_catalogue(tx))
        return {};
    auto const& french = web::localization("fr", web::Medium::File);
    auto const& english = web::localization("en", web::Medium::File);
    std::vector<actions::CoreFunctionLabel> labels;
    for (auto const& function : actions::core_functions().functions)
        labels.push_back({ function.code, french(function.name), english(function.name) });
    TRY(actions::insert_catalogue(tx, actions::core_functions().version, labels, { {}, now, chance }));
    return {};
}

} // namespace

Result<void> fill(db::Transaction& tx, Instant now)
{
    TRY(require_empty(tx));
    SeededChance chance(seed);
    auto const settlers = TRY(settle(tx, now, chance));
    TRY(write_catalogue(tx, now - std::chrono::days(720), chance));
    Story story(now);
    for (auto const& plan : plans())
        tell_plan(story, settlers, plan, chance);
    tell_loaded_plans(story, settlers);
    tell_reminders(story, settlers);
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
