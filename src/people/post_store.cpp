#include "people/post_store.hpp"

#include "people/post_queries.hpp"

namespace toguna::people {

namespace {

Post read_post(db::Row const& row)
{
    Post post { row.id<PostId>(0), row.id<OrganizationId>(1), row.string(2), row.string(3) };
    if (auto const share = row.optional_integer(4))
        post.time_share = static_cast<int>(*share);
    post.version = row.integer(5);
    return post;
}

PostHolding read_holding(db::Row const& row)
{
    auto const start = row.date(3);
    return { row.id<PostHoldingId>(0), row.id<PostId>(1), row.id<PersonId>(2), Period::from(start, row.optional_date(4)).value_or(Period::since(start)),
        row.string(5), row.string(6), row.string(row.text(8).empty() ? 7 : 8) };
}

Result<std::vector<PostHolding>> holdings(db::Reader const& db, std::optional<PostId> const& post, std::optional<PersonId> const& person, std::optional<OrganizationId> const& organization)
{
    return db.all(sql::holdings, { { "post", post }, { "person", person }, { "organization", organization } }, read_holding);
}

} // namespace

Result<Post> find_post(db::Reader const& db, PostId const& id)
{
    auto post = TRY(db.first(sql::post, { { "id", id } }, read_post));
    if (!post)
        return fail(ErrorKind::NotFound, tr("This post does not exist."));
    return *std::move(post);
}

Result<std::vector<Post>> posts_of(db::Reader const& db, OrganizationId const& organization)
{
    return db.all(sql::posts_of, { { "organization", organization } }, read_post);
}

Result<std::vector<PostHolding>> holdings_of_post(db::Reader const& db, PostId const& post) { return holdings(db, post, {}, {}); }

Result<std::vector<PostHolding>> holdings_of_person(db::Reader const& db, PersonId const& person) { return holdings(db, {}, person, {}); }

Result<std::vector<PostHolding>> holdings_of_organization(db::Reader const& db, OrganizationId const& organization) { return holdings(db, {}, {}, organization); }

Result<void> insert_post(db::Transaction& tx, Post const& given)
{
    auto const post = TRY(checked(given));
    TRY(tx.execute(sql::insert_post,
        { { "id", post.id }, { "organization", post.organization }, { "label", post.label }, { "duty_station", post.duty_station }, { "time_share", post.time_share } }));
    return {};
}

Result<void> update_post(db::Transaction& tx, Post const& given)
{
    auto const post = TRY(checked(given));
    auto const changed = TRY(tx.execute(sql::update_post,
        { { "id", post.id }, { "label", post.label }, { "duty_station", post.duty_station }, { "time_share", post.time_share }, { "version", post.version } }));
    if (changed == 0)
        return fail(ErrorKind::Conflict, tr("Somebody changed this post while you were writing. Open it again: nothing of theirs was overwritten."));
    return {};
}

Result<void> hand_over(db::Transaction& tx, PostHolding const& next)
{
    for (auto const& former : TRY(handed_over(TRY(holdings_of_post(tx, next.post)), next)))
        TRY(end_holding(tx, former.id, *former.period.end()));
    TRY(tx.execute(sql::insert_holding,
        { { "id", next.id }, { "post", next.post }, { "person", next.person }, { "starts_on", next.period.start() }, { "ends_on", next.period.end() } }));
    return {};
}

Result<void> end_holding(db::Transaction& tx, PostHoldingId const& id, Date last_day)
{
    if (TRY(tx.execute(sql::end_holding, { { "id", id }, { "ends_on", last_day } })) == 0)
        return fail(ErrorKind::Invalid, tr("A post cannot be left before it was taken."));
    return {};
}

} // namespace toguna::people
