#include "bodies/onboarding.hpp"

#include "base/search_text.hpp"

#include <algorithm>

namespace toguna::bodies {

namespace {

constexpr std::size_t longest_text = 200;

bool is_asked(OnboardingItem const& item, Date today) { return !item.retired_on || today < *item.retired_on; }

} // namespace

Result<OnboardingItem> checked(OnboardingItem item)
{
    item.text = tidy(item.text);
    if (item.text.empty())
        return fail(Error { ErrorKind::Invalid, tr("This item cannot be saved as it is."), { { "text", tr("Write what a new member is shown or given.") } }, {} });
    if (length_of(item.text) > longest_text)
        return fail(Error { ErrorKind::Invalid, tr("This item cannot be saved as it is."), { { "text", tr("Keep it under {count} characters.", { { "count", longest_text } }) } }, {} });
    return item;
}

std::vector<Text> const& standard_onboarding()
{
    static std::vector<Text> const items {
        tr("Orientation on the strategy and the response plan"),
        tr("Terms of reference and calendar of the meetings"),
        tr("Tools: reporting form, calendar of reports, templates"),
        tr("Contact list read, and its own contacts completed"),
        tr("Channels: mailing list and messaging group joined"),
        tr("Who does what where: planned activities and areas declared"),
        tr("Engagement note of an active member read and signed"),
        tr("Code of conduct and prevention of sexual exploitation: focal point named"),
    };
    return items;
}

OnboardingProgress progress_of(std::vector<OnboardingItem> const& items, std::vector<OnboardingTick> const& ticks, HolderId const& holder, Date today)
{
    OnboardingProgress progress;
    for (auto const& item : items) {
        if (!is_asked(item, today))
            continue;
        ++progress.asked;
        progress.done += std::any_of(ticks.begin(), ticks.end(), [&](auto const& tick) { return tick.item == item.id && tick.holder == holder && tick.ticked_on <= today; }) ? 1 : 0;
    }
    return progress;
}

bool is_new_member(Date first_day, Date today)
{
    auto const days = days_between(first_day, today);
    return days >= 0 && days < onboarding_days;
}

} // namespace toguna::bodies
