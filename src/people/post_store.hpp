#pragma once
/// Posts and who held them, in the database. A holding is never deleted: it ends.

#include "db/database.hpp"
#include "people/post.hpp"

namespace toguna::people {

/// NotFound when there is no such post.
Result<Post> find_post(db::Reader const& db, PostId const& id);
/// By label.
Result<std::vector<Post>> posts_of(db::Reader const& db, OrganizationId const& organization);

/// The latest first, with the names a list shows.
Result<std::vector<PostHolding>> holdings_of_post(db::Reader const& db, PostId const& post);
Result<std::vector<PostHolding>> holdings_of_person(db::Reader const& db, PersonId const& person);
Result<std::vector<PostHolding>> holdings_of_organization(db::Reader const& db, OrganizationId const& organization);

/// The post is `checked` first.
Result<void> insert_post(db::Transaction& tx, Post const& post);
/// Label, place and share. Conflict when somebody saved another version in between.
Result<void> update_post(db::Transaction& tx, Post const& post);

/// The person takes the post; whoever holds it ends the day before (handed_over).
Result<void> hand_over(db::Transaction& tx, PostHolding const& next);
/// Invalid when it would end before it starts.
Result<void> end_holding(db::Transaction& tx, PostHoldingId const& id, Date last_day);

} // namespace toguna::people
