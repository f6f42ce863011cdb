#pragma once
/// Checklists for new members, in the database.

#include "bodies/onboarding.hpp"
#include "db/database.hpp"

#include <map>

namespace toguna::bodies {

/// Those in force and those retired, in their order.
Result<std::vector<OnboardingItem>> list_onboarding_items(db::Reader const& db, BodyId const& body);
Result<OnboardingItem> find_onboarding_item(db::Reader const& db, OnboardingItemId const& id);
/// At the end of the list; the item is `checked` first.
Result<void> insert_onboarding_item(db::Transaction& tx, OnboardingItem const& item);
/// Conflict when it was retired before.
Result<void> retire_onboarding_item(db::Transaction& tx, OnboardingItemId const& id, Date day);

/// Of all holders of the body.
Result<std::vector<OnboardingTick>> list_onboarding_ticks(db::Reader const& db, BodyId const& body);
/// Ticking twice keeps the first day.
Result<void> insert_onboarding_tick(db::Transaction& tx, OnboardingTick const& tick);
Result<void> delete_onboarding_tick(db::Transaction& tx, OnboardingItemId const& item, HolderId const& holder);

/// Who accompanies whom.
struct Buddy {
    people::PersonId person;
    std::string name;
};
Result<std::map<HolderId, Buddy>> list_buddies(db::Reader const& db, BodyId const& body);
/// Nobody takes the buddy away.
Result<void> save_buddy(db::Transaction& tx, BodyId const& body, HolderId const& holder, std::optional<people::PersonId> const& person);

/// When each member of the day first became one.
Result<std::map<HolderId, Date>> first_days_as_member(db::Reader const& db, BodyId const& body, Date day);

} // namespace toguna::bodies
