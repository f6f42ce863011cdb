#include "app/demo/country.hpp"

#include <array>

namespace toguna::app::demo {

namespace {

using enum people::OrganizationType;
using enum bodies::BodyKind;
using enum bodies::MandateRole;
using enum bodies::MembershipStatus;

constexpr std::array<DemoOrganization, 38> known_organizations { {
    { "UNICEF", "Fonds des Nations unies pour l’enfance", UnAgency },
    { "HCR", "Haut-Commissariat des Nations unies pour les réfugiés", UnAgency },
    { "PAM", "Programme alimentaire mondial", UnAgency },
    { "FAO", "Organisation des Nations unies pour l’alimentation et l’agriculture", UnAgency },
    { "OMS", "Organisation mondiale de la santé", UnAgency },
    { "OCHA", "Bureau de la coordination des affaires humanitaires", UnAgency },
    { "PNUD", "Programme des Nations unies pour le développement", UnAgency },
    { "OIM", "Organisation internationale pour les migrations", UnAgency },
    { "UNFPA", "Fonds des Nations unies pour la population", UnAgency },
    { "NSF", "Nutrition sans frontières du Sahel", InternationalNgo },
    { "TS", "Toits solidaires", InternationalNgo },
    { "MAIN", "Main ouverte internationale", InternationalNgo },
    { "EPT", "Eau pour toutes et tous", InternationalNgo },
    { "ESR", "École sous le rônier", InternationalNgo },
    { "LMD", "Les Médecins du delta", InternationalNgo },
    { "REL", "Relais Urgences et Relèvement", InternationalNgo },
    { "ASP", "Action santé pour les plateaux", NationalNgo },
    { "APEN", "Association pour la promotion de l’enfant nourri", NationalNgo },
    { "RFD", "Réseau des femmes pour la dignité", NationalNgo },
    { "GRADI", "Groupe de recherche et d’appui au développement intégré", NationalNgo },
    { "AJE", "Association jeunesse et environnement du Haut-Sirem", NationalNgo },
    { "TERRE-VIE", "Terre et vie du Boukari", NationalNgo },
    { "SOLID-T", "Solidarité Tamsira", NationalNgo },
    { "", "Association villageoise pour l’entraide, l’hygiène et l’habitat des communes riveraines du lac Dorim", CommunityAssociation },
    { "CRT", "Croix-Rouge du Tamsira", RedCross },
    { "DNN", "Direction nationale de la nutrition", NationalAuthority },
    { "DGHU", "Direction générale de l’habitat et de l’urbanisme", NationalAuthority },
    { "CONASUR-T", "Conseil national de secours d’urgence du Tamsira", NationalAuthority },
    { "DGRE", "Direction générale des ressources en eau", NationalAuthority },
    { "", "Mairie de Sirémané", LocalAuthority },
    { "", "Gouvernorat du Boukari", LocalAuthority },
    { "ACN", "Agence de coopération du Nordmark", BilateralDonor },
    { "AHD", "Agence helvane de développement", BilateralDonor },
    { "FSS", "Fonds sahélien de solidarité", MultilateralDonor },
    { "BRI", "Banque régionale d’investissement", MultilateralDonor },
    { "UDS", "Université de Sirémané", Academic },
    { "TRANSAM", "Transports et entrepôts du Tamsira", PrivateSector },
    { "Pool technique", "Pool technique du groupe des partenaires techniques et financiers", Other },
} };

constexpr std::array<DemoBody, 15> known_bodies { {
    { "EHP", HumanitarianCountryTeam, "Équipe humanitaire pays", "EHP", "" },
    { "GIC", InterClusterGroup, "Groupe de coordination inter-cluster", "GIC", "EHP" },
    { "NUT", Cluster, "Cluster Nutrition", "Nutrition", "GIC" },
    { "ABR", Cluster, "Cluster Abris et articles ménagers essentiels", "Abris/AME", "GIC" },
    { "EHA", Cluster, "Cluster Eau, hygiène et assainissement", "EHA", "GIC" },
    { "SEC", Cluster, "Cluster Sécurité alimentaire", "CSA", "GIC" },
    { "SAN", Cluster, "Cluster Santé", "Santé", "GIC" },
    { "PRO", Cluster, "Cluster Protection", "Protection", "GIC" },
    { "EDU", Cluster, "Cluster Éducation en situations d’urgence", "Éducation", "GIC" },
    { "NUT-PCMA", TechnicalWorkingGroup, "Groupe de travail technique Prise en charge de la malnutrition aiguë", "GTT PCMA", "NUT" },
    { "NUT-CS", StrategicCommittee, "Comité stratégique du Cluster Nutrition", "CoStra Nutrition", "NUT" },
    { "PTF", DonorGroup, "Groupe des partenaires techniques et financiers", "PTF", "" },
    { "PTF-TR", Troika, "Troïka du groupe des PTF", "Troïka", "PTF" },
    { "PTF-POOL", TechnicalPool, "Pool technique du groupe des PTF", "Pool technique", "PTF" },
    { "PTF-HUM", ThematicGroup, "Groupe thématique Action humanitaire et résilience", "GT Humanitaire", "PTF" },
} };

constexpr std::string_view riverside_association = "Association villageoise pour l’entraide, l’hygiène et l’habitat des communes riveraines du lac Dorim";

constexpr std::array<DemoMembership, 59> known_memberships { {
    { "NUT", "UNICEF", "" },
    { "NUT", "DNN", "" },
    { "NUT", "ASP", "haoua-tinguiri" },
    { "NUT", "PAM", "boubacar-sidi" },
    { "NUT", "NSF", "mariama-kontao" },
    { "NUT", "APEN", "etienne-wango", Member, -500 },
    { "NUT", "OMS", "" },
    { "NUT", "UNFPA", "" },
    { "NUT", "LMD", "" },
    { "NUT", "GRADI", "" },
    { "NUT", "CRT", "jean-baptiste-tiemta" },
    { "NUT", "SOLID-T", "" },
    { "NUT", "RFD", "odile-tapsa", Member, -300 },
    { "NUT", "AJE", "", Member, -690, -120 },
    { "NUT", "ACN", "ingrid-halvarsen", Observer },
    { "NUT", "UDS", "", Observer, -200 },
    { "ABR", "HCR", "" },
    { "ABR", "TS", "" },
    { "ABR", "DGHU", "salif-ouara" },
    { "ABR", "MAIN", "nafissa-goumey" },
    { "ABR", "CRT", "jean-baptiste-tiemta" },
    { "ABR", "OIM", "" },
    { "ABR", "REL", "" },
    { "ABR", riverside_association, "" },
    { "ABR", "SOLID-T", "" },
    { "ABR", "TRANSAM", "", Observer },
    { "EHA", "UNICEF", "" },
    { "EHA", "DGRE", "" },
    { "EHA", "EPT", "koffi-adjemou" },
    { "EHA", "TERRE-VIE", "" },
    { "EHA", riverside_association, "" },
    { "EHA", "CRT", "" },
    { "SEC", "PAM", "" },
    { "SEC", "FAO", "" },
    { "SEC", "TERRE-VIE", "" },
    { "SEC", "GRADI", "" },
    { "SAN", "OMS", "" },
    { "SAN", "LMD", "" },
    { "SAN", "ASP", "" },
    { "PRO", "HCR", "" },
    { "PRO", "RFD", "odile-tapsa" },
    { "EDU", "UNICEF", "" },
    { "EDU", "ESR", "" },
    { "GIC", "OCHA", "" },
    { "GIC", "UNICEF", "awa-sanou", Member, -430 },
    { "GIC", "HCR", "mahamadou-yaro", Member, -600 },
    { "GIC", "CONASUR-T", "seydou-traba", Member, -700 },
    { "EHP", "OCHA", "" },
    { "EHP", "PNUD", "" },
    { "NUT-PCMA", "NSF", "" },
    { "NUT-PCMA", "ASP", "haoua-tinguiri", Member, -180 },
    { "NUT-CS", "UNICEF", "" },
    { "PTF", "ACN", "" },
    { "PTF", "AHD", "" },
    { "PTF", "Pool technique", "" },
    { "PTF", "FSS", "amina-el-ghazi" },
    { "PTF", "BRI", "" },
    { "PTF-TR", "ACN", "" },
    { "PTF-HUM", "AHD", "" },
} };

/// Whose organisation holds a mandate belongs to the body as well (above).
constexpr std::array<DemoMandate, 33> known_mandates { {
    { "NUT", LeadAgency, "UNICEF", "" },
    { "NUT", Coordinator, "UNICEF", "awa-sanou", -430 },
    { "NUT", CoCoordinator, "DNN", "issoufou-maidagi", -690 },
    { "NUT", InformationManager, "UNICEF", "clemence-batiano", -400, 38 },
    { "ABR", LeadAgency, "HCR", "" },
    { "ABR", Coordinator, "HCR", "mahamadou-yaro", -600 },
    { "ABR", CoCoordinator, "TS", "solene-kaboret", -340, 25 },
    { "ABR", InformationManager, "HCR", "dieudonne-zerma", -280 },
    { "EHA", LeadAgency, "UNICEF", "" },
    { "EHA", Coordinator, "UNICEF", "fatimata-lankoma", -250 },
    { "EHA", CoCoordinator, "DGRE", "", -250 },
    { "SEC", LeadAgency, "PAM", "" },
    { "SEC", Coordinator, "PAM", "lassane-compagne", -520 },
    { "SEC", CoCoordinator, "FAO", "ramatou-issaka", -520 },
    { "SAN", LeadAgency, "OMS", "" },
    { "SAN", Coordinator, "OMS", "pauline-deguere", -410 },
    { "PRO", LeadAgency, "HCR", "" },
    { "PRO", Coordinator, "HCR", "abdoul-karim-sow", -150 },
    { "EDU", LeadAgency, "UNICEF", "" },
    { "EDU", Coordinator, "UNICEF", "", -100 },
    { "GIC", Coordinator, "OCHA", "rasmata-kinda", -700 },
    { "GIC", InformationManager, "OCHA", "julienne-nare", -300 },
    { "EHP", Secretary, "OCHA", "rasmata-kinda", -700 },
    { "NUT-PCMA", Facilitator, "NSF", "mariama-kontao", -180 },
    { "NUT-CS", Chair, "UNICEF", "awa-sanou", -430 },
    { "PTF", DonorLead, "ACN", "ingrid-halvarsen", -200, 165 },
    { "PTF", DonorIncoming, "AHD", "marc-delaunoy", -200, 165 },
    { "PTF", InformationManager, "Pool technique", "thomas-okemba", -650 },
    { "PTF", DonorOutgoing, "FSS", "amina-el-ghazi", -200, 165 },
    { "PTF-TR", DonorLead, "ACN", "ingrid-halvarsen", -200, 165 },
    { "PTF-TR", DonorIncoming, "AHD", "marc-delaunoy", -200, 165 },
    { "PTF-TR", DonorOutgoing, "FSS", "amina-el-ghazi", -200, 165 },
    { "PTF-HUM", Facilitator, "AHD", "marc-delaunoy", -90 },
} };

} // namespace

geography::Country country()
{
    return { geography::CountryCode::trusted("XTM"), "XT", "République du Tamsira (pays de démonstration)", "Republic of Tamsira (demonstration country)", "Africa/Ouagadougou", "XOF" };
}

std::span<DemoOrganization const> organizations() { return known_organizations; }
std::span<DemoBody const> demo_bodies() { return known_bodies; }
std::span<DemoMembership const> memberships() { return known_memberships; }
std::span<DemoMandate const> mandates() { return known_mandates; }

} // namespace toguna::app::demo
