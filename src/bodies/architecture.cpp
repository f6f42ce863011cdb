#include "bodies/architecture.hpp"

#include "bodies/sector.hpp"
#include "people/normalise.hpp"

#include <map>

namespace toguna::bodies {

namespace {

class Planner {
public:
    Planner(std::vector<std::string> taken, web::Localization const& language) : m_taken(std::move(taken)), m_language(language) { }

    std::size_t add(BodyKind kind, std::string name, std::string acronym, std::string_view code, std::optional<std::size_t> parent, std::string sector = {})
    {
        m_taken.push_back(free_code(code, m_taken));
        auto const usual = template_of(kind);
        m_planned.push_back({ kind, std::move(name), std::move(acronym), m_taken.back(), std::move(sector), parent, {}, m_language(usual.purpose), m_language(usual.rhythm) });
        return m_planned.size() - 1;
    }

    void add_humanitarian_side(ArchitectureWish const& wish)
    {
        std::optional<std::size_t> above;
        if (wish.country_team)
            above = add(BodyKind::HumanitarianCountryTeam, m_language.t("Humanitarian country team"), m_language.t("HCT"), m_language.t("HCT"), above);
        if (wish.inter_cluster)
            above = add(BodyKind::InterClusterGroup, m_language.t("Inter-cluster coordination group"), m_language.t("ICCG"), m_language.t("ICCG"), above);
        for (auto const& code : wish.sectors)
            add_cluster(code, above, wish.committees);
    }

    void add_groups(std::vector<std::string> const& lines, std::string_view field, BodyKind kind, std::string_view suffix)
    {
        for (auto const& line : lines)
            add_group(line, field, kind, suffix);
    }

    void add_donor_side(ArchitectureWish const& wish)
    {
        auto const group = add(BodyKind::DonorGroup, m_language.t("Group of technical and financial partners"), m_language.t("TFP"), m_language.t("TFP"), {});
        auto const code = m_planned[group].code;
        auto const name = m_planned[group].acronym;
        auto const below = [&](BodyKind kind, Text const& title, std::string_view suffix) { return add(kind, m_language(title), {}, code + "-" + std::string(suffix), group); };
        std::optional<std::size_t> troika;
        if (wish.troika)
            troika = below(BodyKind::Troika, tr("Troïka – {body}", { { "body", name } }), "TR");
        if (wish.pool)
            m_planned[below(BodyKind::TechnicalPool, tr("Technical pool – {body}", { { "body", name } }), "POOL")].reports_to = troika;
        if (wish.executive_group)
            below(BodyKind::ExecutiveGroup, tr("Executive group – {body}", { { "body", name } }), "GE");
        int number = 0;
        for (auto const& theme : wish.thematic_groups)
            below(BodyKind::ThematicGroup, tr("Thematic group {theme}", { { "theme", theme } }), "GT" + std::to_string(++number));
    }

    Result<std::vector<PlannedBody>> result() &&
    {
        if (m_planned.empty() && m_errors.empty())
            m_errors.push_back({ "sectors", tr("Tick or name at least one body.") });
        if (!m_errors.empty())
            return fail(Error { ErrorKind::Invalid, tr("These bodies cannot be created as they are."), std::move(m_errors), {} });
        return std::move(m_planned);
    }

private:
    void add_cluster(std::string const& code, std::optional<std::size_t> above, bool with_committee)
    {
        auto const* sector = find_sector(code);
        if (!sector) {
            m_errors.push_back({ "sectors", tr("Choose a sector of the list, or none.") });
            return;
        }
        auto const name = std::string(sector->name(m_language.language()));
        auto const kind = sector->is_area_of_responsibility ? BodyKind::AreaOfResponsibility : BodyKind::Cluster;
        auto const title = sector->is_area_of_responsibility ? tr("Area of responsibility {sector}", { { "sector", name } }) : tr("Cluster {sector}", { { "sector", name } });
        auto const cluster = add(kind, m_language(title), name, code, above, code);
        m_clusters.push_back(cluster);
        if (with_committee)
            add(BodyKind::StrategicCommittee, m_language(tr("Strategic advisory committee – {body}", { { "body", name } })), {}, m_planned[cluster].code + "-COS", cluster);
    }

    /// « NUT: Nord », « Nutrition : Nord », or « Nord » where there is one cluster.
    void add_group(std::string const& line, std::string_view field, BodyKind kind, std::string_view suffix)
    {
        auto const colon = line.find(':');
        auto const named = colon == std::string::npos ? std::optional<std::size_t>() : cluster_named(line.substr(0, colon));
        auto const cluster = named ? named : m_clusters.size() == 1 ? std::optional(m_clusters.front()) : std::nullopt;
        if (!cluster) {
            m_errors.push_back({ std::string(field), tr("“{line}”: write below which cluster it stands, such as “NUT: North”.", { { "line", line } }) });
            return;
        }
        auto const theme = people::tidy(named ? line.substr(colon + 1) : line);
        auto const title = kind == BodyKind::SubCluster ? tr("Sub-cluster {cluster} {theme}", { { "cluster", m_planned[*cluster].acronym }, { "theme", theme } })
                                                        : tr("Technical working group {theme}", { { "theme", theme } });
        add(kind, m_language(title), {}, m_planned[*cluster].code + "-" + std::string(suffix) + std::to_string(++m_numbers[{ *cluster, kind }]), cluster,
            kind == BodyKind::SubCluster ? m_planned[*cluster].sector : "");
    }

    std::optional<std::size_t> cluster_named(std::string_view words) const
    {
        auto const wanted = people::search_text(words);
        for (auto const cluster : m_clusters)
            for (auto const& name : { m_planned[cluster].code, m_planned[cluster].acronym, m_planned[cluster].sector, m_planned[cluster].name })
                if (people::search_text(name) == wanted)
                    return cluster;
        return {};
    }

    std::vector<std::string> m_taken;
    web::Localization const& m_language;
    std::vector<PlannedBody> m_planned;
    std::vector<std::size_t> m_clusters;
    std::map<std::pair<std::size_t, BodyKind>, int> m_numbers;
    std::vector<FieldError> m_errors;
};

} // namespace

Result<std::vector<PlannedBody>> plan_architecture(ArchitectureWish const& wish, std::vector<std::string> taken, web::Localization const& language)
{
    Planner planner(std::move(taken), language);
    planner.add_humanitarian_side(wish);
    planner.add_groups(wish.sub_clusters, "sub_clusters", BodyKind::SubCluster, "SC");
    planner.add_groups(wish.working_groups, "working_groups", BodyKind::TechnicalWorkingGroup, "GTT");
    if (wish.donor_group)
        planner.add_donor_side(wish);
    return std::move(planner).result();
}

} // namespace toguna::bodies
