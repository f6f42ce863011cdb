#include "bodies/function_share.hpp"

#include <algorithm>
#include <array>

namespace toguna::bodies {

namespace {

struct ShareName {
    Share share;
    std::string_view name;
    std::string_view letters;
};

constexpr std::array<ShareName, 5> share_names { {
    { Share::Accountable, "accountable", "A" },
    { Share::AccountableResponsible, "accountable_responsible", "A/R" },
    { Share::Responsible, "responsible", "R" },
    { Share::Consulted, "consulted", "C" },
    { Share::Informed, "informed", "I" },
} };

ShareName const& row_of(Share share)
{
    return *std::find_if(share_names.begin(), share_names.end(), [&](auto const& row) { return row.share == share; });
}

} // namespace

std::vector<Share> const& shares()
{
    static std::vector<Share> const all { Share::Accountable, Share::AccountableResponsible, Share::Responsible, Share::Consulted, Share::Informed };
    return all;
}

std::string_view name_of(Share share) { return row_of(share).name; }
std::string_view letters_of(Share share) { return row_of(share).letters; }

std::optional<Share> share_from(std::string_view name)
{
    for (auto const& row : share_names)
        if (row.name == name)
            return row.share;
    return {};
}

Text label_of(Share share)
{
    switch (share) {
    case Share::Accountable: return tr("A – answers for the result");
    case Share::AccountableResponsible: return tr("A/R – answers for the result, and does the work");
    case Share::Responsible: return tr("R – does the work");
    case Share::Consulted: return tr("C – is consulted");
    case Share::Informed: break;
    }
    return tr("I – is informed");
}

bool is_accountable(Share share) { return share == Share::Accountable || share == Share::AccountableResponsible; }
bool does_the_work(Share share) { return share == Share::Responsible || share == Share::AccountableResponsible; }

std::string_view name_of(ShareSide side) { return side == ShareSide::Coordinator ? "coordinator" : "co_coordinator"; }
Text label_of(ShareSide side) { return side == ShareSide::Coordinator ? tr("Coordination") : tr("Co-coordination"); }

std::vector<Share> shares_of(ShareSide side)
{
    if (side == ShareSide::Coordinator)
        return { Share::Accountable, Share::AccountableResponsible };
    return { Share::Responsible, Share::Consulted, Share::Informed };
}

Result<void> check_shares(std::vector<FunctionShare> const& shares)
{
    Error error { ErrorKind::Invalid, tr("This share of responsibilities cannot be saved as it is."), {}, {} };
    for (auto const& share : shares) {
        if (!is_accountable(share.coordinator))
            error.fields.push_back({ "coordinator_" + share.function, tr("The coordinator stays accountable for each function: choose A or A/R.") });
        if (is_accountable(share.co_coordinator))
            error.fields.push_back({ "co_coordinator_" + share.function, tr("The co-coordinator cannot be accountable: that is always the coordinator. Choose R, C or I.") });
        else if (is_accountable(share.coordinator) && !does_the_work(share.coordinator) && !does_the_work(share.co_coordinator))
            error.fields.push_back({ "co_coordinator_" + share.function, tr("Nobody does the work of this function: give one of the two an R.") });
    }
    if (!error.fields.empty())
        return fail(std::move(error));
    return {};
}

} // namespace toguna::bodies
