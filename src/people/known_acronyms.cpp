#include "people/known_acronyms.hpp"

#include "people/normalise.hpp"

#include <algorithm>
#include <array>

namespace toguna::people {

namespace {

using enum OrganizationType;

constexpr std::array<KnownOrganization, 40> known { {
    { "PNUD", "UNDP", "Programme des Nations unies pour le développement", "United Nations Development Programme", UnAgency },
    { "OIM", "IOM", "Organisation internationale pour les migrations", "International Organization for Migration", UnAgency },
    { "HCR", "UNHCR", "Haut-Commissariat des Nations unies pour les réfugiés", "United Nations High Commissioner for Refugees", UnAgency },
    { "OMS", "WHO", "Organisation mondiale de la santé", "World Health Organization", UnAgency },
    { "FAO", "FAO", "Organisation des Nations unies pour l’alimentation et l’agriculture", "Food and Agriculture Organization of the United Nations", UnAgency },
    { "PAM", "WFP", "Programme alimentaire mondial", "World Food Programme", UnAgency },
    { "UNICEF", "UNICEF", "Fonds des Nations unies pour l’enfance", "United Nations Children’s Fund", UnAgency },
    { "FNUAP", "UNFPA", "Fonds des Nations unies pour la population", "United Nations Population Fund", UnAgency },
    { "OCHA", "OCHA", "Bureau de la coordination des affaires humanitaires", "Office for the Coordination of Humanitarian Affairs", UnAgency },
    { "ONU Femmes", "UN Women", "Entité des Nations unies pour l’égalité des sexes et l’autonomisation des femmes", "United Nations Entity for Gender Equality and the Empowerment of Women", UnAgency },
    { "ONUSIDA", "UNAIDS", "Programme commun des Nations unies sur le VIH/sida", "Joint United Nations Programme on HIV/AIDS", UnAgency },
    { "HCDH", "OHCHR", "Haut-Commissariat des Nations unies aux droits de l’homme", "Office of the United Nations High Commissioner for Human Rights", UnAgency },
    { "ONU-Habitat", "UN-Habitat", "Programme des Nations unies pour les établissements humains", "United Nations Human Settlements Programme", UnAgency },
    { "PNUE", "UNEP", "Programme des Nations unies pour l’environnement", "United Nations Environment Programme", UnAgency },
    { "UNOPS", "UNOPS", "Bureau des Nations unies pour les services d’appui aux projets", "United Nations Office for Project Services", UnAgency },
    { "UNMAS", "UNMAS", "Service de la lutte antimines des Nations unies", "United Nations Mine Action Service", UnAgency },
    { "UNHAS", "UNHAS", "Service aérien humanitaire des Nations unies", "United Nations Humanitarian Air Service", UnAgency },
    { "UNDSS", "UNDSS", "Département de la sûreté et de la sécurité des Nations unies", "United Nations Department of Safety and Security", UnAgency },
    { "OIT", "ILO", "Organisation internationale du travail", "International Labour Organization", UnAgency },
    { "UNESCO", "UNESCO", "Organisation des Nations unies pour l’éducation, la science et la culture", "United Nations Educational, Scientific and Cultural Organization", UnAgency },
    { "FIDA", "IFAD", "Fonds international de développement agricole", "International Fund for Agricultural Development", UnAgency },
    { "CICR", "ICRC", "Comité international de la Croix-Rouge", "International Committee of the Red Cross", RedCross },
    { "FICR", "IFRC", "Fédération internationale des Sociétés de la Croix-Rouge et du Croissant-Rouge", "International Federation of Red Cross and Red Crescent Societies", RedCross },
    { "MSF", "MSF", "Médecins sans frontières", "Doctors Without Borders", InternationalNgo },
    { "ACF", "AAH", "Action contre la Faim", "Action Against Hunger", InternationalNgo },
    { "NRC", "NRC", "Conseil norvégien pour les réfugiés", "Norwegian Refugee Council", InternationalNgo },
    { "DRC", "DRC", "Conseil danois pour les réfugiés", "Danish Refugee Council", InternationalNgo },
    { "IRC", "IRC", "Comité international de secours", "International Rescue Committee", InternationalNgo },
    { "CRS", "CRS", "Secours catholique américain", "Catholic Relief Services", InternationalNgo },
    { "HI", "HI", "Handicap International – Humanité & Inclusion", "Humanity & Inclusion", InternationalNgo },
    { "AVSF", "AVSF", "Agronomes et vétérinaires sans frontières", "Agronomists and Veterinarians Without Borders", InternationalNgo },
    { "UE", "EU", "Union européenne", "European Union", MultilateralDonor },
    { "BM", "WB", "Banque mondiale", "World Bank", MultilateralDonor },
    { "BAD", "AfDB", "Banque africaine de développement", "African Development Bank", MultilateralDonor },
    { "ECHO", "DG ECHO", "Direction générale de la protection civile et des opérations d’aide humanitaire européennes", "European Civil Protection and Humanitarian Aid Operations", MultilateralDonor },
    { "AFD", "AFD", "Agence française de développement", "French Development Agency", BilateralDonor },
    { "DDC", "SDC", "Direction du développement et de la coopération", "Swiss Agency for Development and Cooperation", BilateralDonor },
    { "ASDI", "SIDA", "Agence suédoise de coopération internationale au développement", "Swedish International Development Cooperation Agency", BilateralDonor },
    { "ACDI", "CIDA", "Agence canadienne de développement international", "Canadian International Development Agency", BilateralDonor },
    { "USAID", "USAID", "Agence des États-Unis pour le développement international", "United States Agency for International Development", BilateralDonor },
} };

std::array<Alias, 4> names_of(KnownOrganization const& organization)
{
    return { Alias { std::string(organization.french_acronym), "fr" }, Alias { std::string(organization.english_acronym), "en" },
        Alias { std::string(organization.french_name), "fr" }, Alias { std::string(organization.english_name), "en" } };
}

} // namespace

std::span<KnownOrganization const> known_organizations() { return known; }

KnownOrganization const* find_known_organization(std::string_view text)
{
    auto const key = search_text(text);
    if (key.empty())
        return nullptr;
    for (auto const& organization : known)
        for (auto const& alias : names_of(organization))
            if (search_text(alias.text) == key)
                return &organization;
    return nullptr;
}

std::vector<Alias> known_aliases(Organization const& organization)
{
    // The acronym alone is not enough when the name says otherwise: two organisations may share « BAD » or « DRC ».
    auto const* const by_name = find_known_organization(organization.name);
    auto const* const found = by_name ? by_name : organization.name.empty() || organization.name == organization.acronym ? find_known_organization(organization.acronym) : nullptr;
    if (!found)
        return {};
    std::vector<std::string> keys { search_text(organization.name), search_text(organization.acronym) };
    for (auto const& alias : organization.aliases)
        keys.push_back(search_text(alias.text));
    std::vector<Alias> missing;
    for (auto const& alias : names_of(*found)) {
        auto key = search_text(alias.text);
        if (std::find(keys.begin(), keys.end(), key) != keys.end())
            continue;
        keys.push_back(std::move(key));
        missing.push_back(alias);
    }
    return missing;
}

} // namespace toguna::people
