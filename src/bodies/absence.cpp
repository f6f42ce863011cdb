#include "bodies/absence.hpp"

#include <algorithm>

namespace toguna::bodies {

namespace {

template<class Predicate>
ChairCandidate const* find(std::span<ChairCandidate const> candidates, Predicate const& predicate)
{
    auto const found = std::find_if(candidates.begin(), candidates.end(), [&](auto const& candidate) { return candidate.person && predicate(candidate); });
    return found == candidates.end() ? nullptr : &*found;
}

Text why_not_the_first(ChairCandidate const* first)
{
    if (first)
        return tr("{name} is away: the role passes to the stand-in.", { { "name", first->name } });
    return tr("Nobody holds the first role today: it passes to the stand-in.");
}

} // namespace

bool is_first(MandateRole role)
{
    return role == MandateRole::Coordinator || role == MandateRole::DonorLead || role == MandateRole::Facilitator;
}

bool is_substitute(MandateRole role)
{
    return role == MandateRole::CoCoordinator || role == MandateRole::DonorIncoming;
}

Chairing chair_of(std::span<ChairCandidate const> candidates)
{
    auto const present_first = find(candidates, [](auto const& candidate) { return is_first(candidate.role) && !candidate.is_absent; });
    if (present_first)
        return { present_first->person, present_first->name, present_first->role, false, {}, {} };
    auto const* absent_first = find(candidates, [](auto const& candidate) { return is_first(candidate.role); });
    auto const missing = absent_first ? absent_first->name : std::string();
    if (auto const* stand_in = find(candidates, [](auto const& candidate) { return is_substitute(candidate.role) && !candidate.is_absent; }))
        return { stand_in->person, stand_in->name, stand_in->role, true, missing, why_not_the_first(absent_first) };
    if (auto const* elected = find(candidates, [](auto const& candidate) { return candidate.role == MandateRole::Chair && !candidate.is_absent; }))
        return { elected->person, elected->name, elected->role, absent_first != nullptr, missing, absent_first ? why_not_the_first(absent_first) : Text() };
    return { {}, {}, MandateRole::Chair, true, missing, tr("Nobody who could chair is there: the meeting elects a chair.") };
}

} // namespace toguna::bodies
