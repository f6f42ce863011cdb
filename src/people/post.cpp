#include "people/post.hpp"

#include "people/normalise.hpp"

namespace toguna::people {

namespace {

constexpr std::size_t longest_label = 150;

} // namespace

Result<Post> checked(Post post)
{
    post.label = tidy(post.label);
    post.duty_station = tidy(post.duty_station);
    Error error { ErrorKind::Invalid, tr("This post cannot be saved as it is."), {}, {} };
    if (post.label.empty())
        error.fields.push_back({ "label", tr("Write what the post is called.") });
    if (length_of(post.label) > longest_label)
        error.fields.push_back({ "label", tr("This is longer than {limit} characters: shorten it.", { { "limit", longest_label } }) });
    if (length_of(post.duty_station) > longest_label)
        error.fields.push_back({ "duty_station", tr("This is longer than {limit} characters: shorten it.", { { "limit", longest_label } }) });
    if (post.time_share && (*post.time_share < 1 || *post.time_share > 100))
        error.fields.push_back({ "time_share", tr("Write a whole number from 1 to 100, or nothing.") });
    if (!error.fields.empty())
        return fail(std::move(error));
    return post;
}

PostHolding const* holder_on(std::vector<PostHolding> const& holdings, Date day)
{
    PostHolding const* latest = nullptr;
    for (auto const& holding : holdings)
        if (holding.period.contains(day) && (!latest || holding.period.start() > latest->period.start()))
            latest = &holding;
    return latest;
}

Result<std::vector<PostHolding>> handed_over(std::vector<PostHolding> const& holdings, PostHolding const& next)
{
    std::vector<PostHolding> changed;
    for (auto holding : holdings) {
        if (holding.period.start() >= next.period.start()) {
            Error error { ErrorKind::Invalid, tr("The post cannot be handed over on that day."), {}, {} };
            error.fields.push_back({ "starts_on", tr("Somebody took this post on {date}: choose a later day.", { { "date", holding.period.start() } }) });
            return fail(std::move(error));
        }
        if (!holding.period.end() || *holding.period.end() >= next.period.start()) {
            holding.period = TRY(Period::from(holding.period.start(), next.period.start().plus_days(-1)));
            changed.push_back(std::move(holding));
        }
    }
    return changed;
}

} // namespace toguna::people
