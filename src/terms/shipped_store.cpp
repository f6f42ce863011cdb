#include "terms/shipped_store.hpp"

#include "web/embedded.hpp"

#include <algorithm>

namespace toguna::terms {

std::vector<ShippedTemplate> const& shipped_templates()
{
    using enum bodies::BodyKind;
    static std::vector<bodies::BodyKind> const coordinated { Cluster, SubCluster, AreaOfResponsibility, InterClusterGroup };
    static std::vector<ShippedTemplate> const all {
        { "co-coordination.fr", "fr", tr("Terms of reference of the co-coordination, in French"), coordinated },
        { "co-coordination.en", "en", tr("Terms of reference of the co-coordination, in English"), coordinated },
        { "engagement.fr", "fr", tr("Engagement form of the co-coordinator, in French"), coordinated, true },
        { "engagement.en", "en", tr("Engagement form of the co-coordinator, in English"), coordinated, true },
        { "working-group.fr", "fr", tr("Terms of reference of a technical working group, in French"), { TechnicalWorkingGroup, StrategicCommittee, SubGroup } },
        { "pool-coordinator.fr", "fr", tr("Terms of reference of the coordinator of the donors’ pool, in French"), { TechnicalPool } },
        { "thematic-group.fr", "fr", tr("Terms of reference of a donors’ thematic group, in French"), { ThematicGroup, DonorGroup, DialogueFramework } },
    };
    return all;
}

ShippedTemplate const* find_shipped(std::string_view code)
{
    auto const& all = shipped_templates();
    auto const found = std::find_if(all.begin(), all.end(), [&](ShippedTemplate const& one) { return one.code == code; });
    return found == all.end() ? nullptr : &*found;
}

std::string_view source_of(ShippedTemplate const& shipped) { return web::embedded_file(std::string(shipped.code) + ".md"); }

} // namespace toguna::terms
