#pragma once
/// A post: a function that an organisation supplies, which outlives whoever holds it (S0-42).

#include "base/period.hpp"
#include "people/ids.hpp"

#include <optional>
#include <string>
#include <vector>

namespace toguna::people {

struct Post {
    PostId id;
    OrganizationId organization;
    std::string label;             ///< « Chargé de la gestion de l’information »
    std::string duty_station = {}; ///< as written, or empty
    std::optional<int> time_share = {}; ///< percent of a full time that goes to it; nothing: nobody said
    std::int64_t version = 1;
};

/// Trims. Invalid, field by field: no label, more than 150 characters, a share that is no 1 to 100.
Result<Post> checked(Post post);

/// Somebody's time in a post. Names are filled when it is read, for lists.
struct PostHolding {
    PostHoldingId id;
    PostId post;
    PersonId person;
    Period period;
    std::string person_name = {};
    std::string post_label = {};
    std::string organization_name = {};
};

/// Who holds the post that day; the latest to begin, if several do.
PostHolding const* holder_on(std::vector<PostHolding> const& holdings, Date day);

/// What changes when `next` takes the post over: whoever holds it, or would hold it later, ends on the day before. Invalid on
/// `starts_on` when somebody began on that day or after it: the history would be written backwards.
Result<std::vector<PostHolding>> handed_over(std::vector<PostHolding> const& holdings, PostHolding const& next);

} // namespace toguna::people
