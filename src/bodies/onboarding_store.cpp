#include "bodies/onboarding_store.hpp"

#include "bodies/onboarding_queries.hpp"

namespace toguna::bodies {

namespace {

OnboardingItem read_item(db::Row const& row)
{
    return { row.id<OnboardingItemId>(0), row.id<BodyId>(1), static_cast<int>(row.integer(2)), row.string(3), row.optional_date(4) };
}

} // namespace

Result<std::vector<OnboardingItem>> list_onboarding_items(db::Reader const& db, BodyId const& body)
{
    return db.all(sql::onboarding_items, { { "body", body } }, read_item);
}

Result<OnboardingItem> find_onboarding_item(db::Reader const& db, OnboardingItemId const& id)
{
    if (auto item = TRY(db.first(sql::onboarding_item, { { "id", id } }, read_item)))
        return *std::move(item);
    return fail(ErrorKind::NotFound, tr("This item does not exist."));
}

Result<void> insert_onboarding_item(db::Transaction& tx, OnboardingItem const& given)
{
    auto const item = TRY(checked(given));
    TRY(tx.execute(sql::insert_onboarding_item, { { "id", item.id }, { "body", item.body }, { "text", item.text } }));
    return {};
}

Result<void> retire_onboarding_item(db::Transaction& tx, OnboardingItemId const& id, Date day)
{
    if (TRY(tx.execute(sql::retire_onboarding_item, { { "id", id }, { "day", day } })) == 0)
        return fail(ErrorKind::Conflict, tr("This item is no longer asked already."));
    return {};
}

Result<std::vector<OnboardingTick>> list_onboarding_ticks(db::Reader const& db, BodyId const& body)
{
    return db.all(sql::onboarding_ticks, { { "body", body } }, [](db::Row const& row) {
        return OnboardingTick { row.id<OnboardingItemId>(0), row.id<HolderId>(1), row.date(2), row.optional_id<people::PersonId>(3), row.optional_string(4).value_or("") };
    });
}

Result<void> insert_onboarding_tick(db::Transaction& tx, OnboardingTick const& tick)
{
    TRY(tx.execute(sql::insert_onboarding_tick, { { "item", tick.item }, { "holder", tick.holder }, { "ticked_on", tick.ticked_on }, { "ticked_by", tick.ticked_by } }));
    return {};
}

Result<void> delete_onboarding_tick(db::Transaction& tx, OnboardingItemId const& item, HolderId const& holder)
{
    TRY(tx.execute(sql::delete_onboarding_tick, { { "item", item }, { "holder", holder } }));
    return {};
}

Result<std::map<HolderId, Buddy>> list_buddies(db::Reader const& db, BodyId const& body)
{
    std::map<HolderId, Buddy> buddies;
    TRY(db.each(sql::onboarding_buddies, { { "body", body } }, [&](db::Row const& row) { buddies.emplace(row.id<HolderId>(0), Buddy { row.id<people::PersonId>(1), row.string(2) }); }));
    return buddies;
}

Result<void> save_buddy(db::Transaction& tx, BodyId const& body, HolderId const& holder, std::optional<people::PersonId> const& person)
{
    if (person)
        TRY(tx.execute(sql::save_onboarding_buddy, { { "body", body }, { "holder", holder }, { "person", *person } }));
    else
        TRY(tx.execute(sql::delete_onboarding_buddy, { { "body", body }, { "holder", holder } }));
    return {};
}

Result<std::map<HolderId, Date>> first_days_as_member(db::Reader const& db, BodyId const& body, Date day)
{
    std::map<HolderId, Date> days;
    TRY(db.each(sql::first_days_as_member, { { "body", body }, { "day", day } }, [&](db::Row const& row) { days.emplace(row.id<HolderId>(0), row.date(1)); }));
    return days;
}

} // namespace toguna::bodies
