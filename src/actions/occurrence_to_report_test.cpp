#include "actions/action_test_data.hpp"
#include "actions/occurrence.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::actions;
using test::day;

namespace {

std::vector<Occurrence> two_months(std::optional<bool> january, std::optional<bool> february)
{
    return { { test::id<OccurrenceId>(1), day("2026-01-01"), day("2026-01-31"), january, "" }, { test::id<OccurrenceId>(2), day("2026-02-01"), day("2026-02-28"), february, "" } };
}

} // namespace

TEST_CASE("the month that ended is asked about until somebody has answered, then the running one")
{
    auto const asked = [](std::optional<bool> january, std::optional<bool> february) {
        auto const occurrence = occurrence_to_report(two_months(january, february), day("2026-02-10"));
        return occurrence ? occurrence->id.text().back() : '-';
    };
    CHECK(asked({}, {}) == '1');
    CHECK(asked(true, {}) == '2');
    CHECK(asked(false, {}) == '2');
    CHECK(asked(true, true) == '-');
}

TEST_CASE("periods to come are not asked about")
{
    CHECK_FALSE(occurrence_to_report(two_months({}, {}), day("2025-12-31")));
}
