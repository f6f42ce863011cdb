#pragma once
/// Welcoming new members: a checklist of the body, ticked with date and who (S1-16); orientation on the strategy is one of
/// its items (S1-34).

#include "base/result.hpp"
#include "bodies/ids.hpp"
#include "people/ids.hpp"

#include <optional>
#include <string>
#include <vector>

namespace toguna::bodies {

using OnboardingItemId = Id<struct OnboardingItemTag>;

/// A member is new for so many days after its first day.
inline constexpr int onboarding_days = 90;

/// One thing that new members are shown or given.
struct OnboardingItem {
    OnboardingItemId id;
    BodyId body;
    int place = 1;
    std::string text;
    std::optional<Date> retired_on = {}; ///< no longer asked from that day on
};

/// Trims. Invalid on "text" when it is empty or longer than 200 characters.
Result<OnboardingItem> checked(OnboardingItem item);

/// What a body may begin its list with: strategy, tools, contacts, channels, engagement note …
std::vector<Text> const& standard_onboarding();

/// Whoever is welcomed: the id of an organisation, or of a person who is a member without one.
using HolderId = Id<struct HolderTag>;
inline HolderId holder_of(people::OrganizationId const& organization) { return HolderId::trusted(organization.text()); }
inline HolderId holder_of(people::PersonId const& person) { return HolderId::trusted(person.text()); }

struct OnboardingTick {
    OnboardingItemId item;
    HolderId holder;
    Date ticked_on;
    std::optional<people::PersonId> ticked_by = {};
    std::string by_name = {}; ///< filled when it is read; empty when nobody is known
};

/// Items in force that one holder has behind them.
struct OnboardingProgress {
    int done = 0;
    int asked = 0;
    /// Empty when nothing is asked: no list is not « 0 % ».
    std::optional<int> percent() const { return asked == 0 ? std::nullopt : std::optional(done * 100 / asked); }
};
OnboardingProgress progress_of(std::vector<OnboardingItem> const& items, std::vector<OnboardingTick> const& ticks, HolderId const& holder, Date today);

/// From the first day on, for onboarding_days.
bool is_new_member(Date first_day, Date today);

} // namespace toguna::bodies
