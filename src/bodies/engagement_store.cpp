#include "bodies/engagement_store.hpp"

#include "bodies/engagement_queries.hpp"
#include "bodies/mandate_store.hpp"

namespace toguna::bodies {

namespace {

Engagement read_engagement(db::Row const& row)
{
    Engagement engagement { row.id<EngagementId>(0), row.id<BodyId>(1), engagement_kind_from(row.text(2)).value_or(EngagementKind::Protocol),
        row.optional_id<MandateId>(3), row.optional_id<people::OrganizationId>(4), row.optional_id<people::OrganizationId>(5),
        row.optional_id<people::PersonId>(6) };
    if (auto const share = row.optional_integer(7))
        engagement.time_share = static_cast<int>(*share);
    engagement.signed_on = row.optional_date(8);
    engagement.valid_until = row.optional_date(9);
    engagement.terminated_on = row.optional_date(10);
    engagement.previous = row.optional_id<EngagementId>(11);
    engagement.version = row.integer(12);
    return engagement;
}

NamedEngagement read_named_engagement(db::Row const& row)
{
    constexpr int names = 13; // behind the columns of the engagement
    return { read_engagement(row), row.string(names), row.string(names + 1), row.string(names + 2), row.string(names + 3), row.string(names + 4),
        mandate_role_from(row.text(names + 5)), row.string(names + 6), row.optional_id<EngagementId>(names + 7), row.optional_date(names + 8) };
}

std::vector<db::Parameter> values_of(Engagement const& engagement)
{
    return { { "id", engagement.id }, { "kind", name_of(engagement.kind) }, { "mandate", engagement.mandate }, { "organization", engagement.organization },
        { "lead_agency", engagement.lead_agency }, { "dedicated_person", engagement.dedicated_person }, { "time_share", engagement.time_share },
        { "signed_on", engagement.signed_on }, { "valid_until", engagement.valid_until }, { "terminated_on", engagement.terminated_on },
        { "previous", engagement.previous } };
}

Result<void> check_neighbours(db::Reader const& db, Engagement const& engagement)
{
    if (engagement.mandate && TRY(find_mandate(db, *engagement.mandate)).body != engagement.body)
        return fail(Error { ErrorKind::Invalid, tr("This engagement cannot be saved as it is."),
            { { "mandate", tr("This mandate belongs to another body: choose one of this body.") } }, {} });
    if (engagement.previous && TRY(find_engagement(db, *engagement.previous)).body != engagement.body)
        return fail(Error { ErrorKind::Invalid, tr("This engagement cannot be saved as it is."),
            { { "previous", tr("This engagement belongs to another body: choose one of this body.") } }, {} });
    return {};
}

} // namespace

Result<Engagement> find_engagement(db::Reader const& db, EngagementId const& id)
{
    if (auto engagement = TRY(db.first(sql::engagement, { { "id", id } }, read_engagement)))
        return *std::move(engagement);
    return fail(ErrorKind::NotFound, tr("This engagement does not exist."));
}

Result<NamedEngagement> find_named_engagement(db::Reader const& db, EngagementId const& id)
{
    if (auto engagement = TRY(db.first(sql::named_engagement, { { "id", id } }, read_named_engagement)))
        return *std::move(engagement);
    return fail(ErrorKind::NotFound, tr("This engagement does not exist."));
}

Result<std::vector<NamedEngagement>> list_named_engagements(db::Reader const& db, BodyId const& body)
{
    return db.all(sql::named_engagements_of, { { "body", body } }, read_named_engagement);
}

Result<std::vector<Engagement>> list_engagements(db::Reader const& db, BodyId const& body)
{
    return db.all(sql::engagements_of, { { "body", body } }, read_engagement);
}

Result<std::vector<Engagement>> engagements_ending(db::Reader const& db, Date first_day, Date last_day)
{
    return db.all(sql::engagements_ending, { { "first_day", first_day }, { "last_day", last_day } }, read_engagement);
}

Result<std::map<MandateId, std::vector<EngagedSpan>>> spans_of_body(db::Reader const& db, BodyId const& body)
{
    std::map<MandateId, std::vector<EngagedSpan>> spans;
    TRY(db.each(sql::spans_of_body, { { "body", body } }, [&](db::Row const& row) {
        auto const until = row.date(2);
        spans[row.id<MandateId>(0)].push_back({ row.date(1), std::min(until, row.optional_date(3).value_or(until)) });
    }));
    return spans;
}

Result<void> insert_engagement(db::Transaction& tx, Engagement const& given)
{
    auto const engagement = TRY(checked(given));
    TRY(check_neighbours(tx, engagement));
    auto values = values_of(engagement);
    values.push_back({ "body", engagement.body });
    if (auto done = tx.execute(sql::insert_engagement, values); !done)
        return done.error().kind == ErrorKind::Conflict && engagement.previous
            ? fail(ErrorKind::Conflict, tr("This engagement has been renewed already: open its renewal."), done.error().detail)
            : fail(std::move(done).error());
    return {};
}

Result<void> update_engagement(db::Transaction& tx, Engagement const& given)
{
    auto const engagement = TRY(checked(given));
    TRY(check_neighbours(tx, engagement));
    auto values = values_of(engagement);
    values.push_back({ "version", engagement.version });
    if (TRY(tx.execute(sql::update_engagement, values)) == 0)
        return fail(ErrorKind::Conflict, tr("Somebody changed this engagement while you were writing. Open it again: nothing of theirs was overwritten."));
    return {};
}

} // namespace toguna::bodies
