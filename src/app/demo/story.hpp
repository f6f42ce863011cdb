#pragma once
/// What people did, each on their day: collected plan by plan, then written in the order in which it happened.

#include "app/demo/plans.hpp"
#include "app/demo/settlers.hpp"

#include <functional>

namespace toguna::app::demo {

class Story {
public:
    using Deed = std::function<Result<void>(db::Transaction&, actions::Act const&)>;

    explicit Story(Instant now) : m_now(now) { }

    /// `person` is a key. Deeds of the future are moved to a little before now.
    void tell(Instant at, std::string_view person, Deed deed);
    /// Writes everything, the earliest first: the journal reads as a chronicle.
    Result<void> write(db::Transaction& tx, Settlers const& settlers, Chance& chance);

    Instant now() const { return m_now; }
    Date today() const { return m_now.utc_date(); }

private:
    struct Happening {
        Instant at;
        std::string_view person;
        Deed deed;
    };
    Instant m_now;
    std::vector<Happening> m_happenings;
};

/// That hour of that day.
Instant at_hour(Date day, int hour, int minute = 0);
/// That day, or the Friday before a week-end.
Date working_day(Date day);

} // namespace toguna::app::demo
