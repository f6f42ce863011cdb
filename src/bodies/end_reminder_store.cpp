#include "bodies/end_reminder_store.hpp"

#include "bodies/end_reminder_queries.hpp"
#include "bodies/engagement_store.hpp"

#include <algorithm>

namespace toguna::bodies {

Result<std::vector<Ending>> list_endings(db::Reader const& db, Date first_day, Date last_day)
{
    std::vector<Ending> endings;
    for (auto const& engagement : TRY(engagements_ending(db, first_day, last_day)))
        endings.push_back({ engagement.body, engagement.id, engagement.mandate, engagement.lead_agency, engagement.dedicated_person, *engagement.signed_on, *engagement.valid_until });
    TRY(db.each(sql::ending_mandates, { { "first_day", first_day }, { "last_day", last_day } }, [&](db::Row const& row) {
        endings.push_back({ .body = row.id<BodyId>(1), .mandate = row.id<MandateId>(0), .first_day = row.date(2), .last_day = row.date(3) });
    }));
    std::stable_sort(endings.begin(), endings.end(), [](auto const& left, auto const& right) { return left.body < right.body; });
    return endings;
}

Result<std::set<std::string>> sent_end_reminders(db::Reader const& db, Instant since)
{
    std::set<std::string> keys;
    TRY(db.each(sql::sent_end_reminders, { { "kind", end_reminder_kind }, { "since", since } }, [&](db::Row const& row) { keys.insert(row.string(0)); }));
    return keys;
}

} // namespace toguna::bodies
