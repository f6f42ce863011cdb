#include "bodies/sector.hpp"

#include <algorithm>
#include <array>

namespace toguna::bodies {

namespace {

constexpr std::array<Sector, 15> known_sectors { {
    { "SHL", "Abris d’urgence et articles non alimentaires", "Emergency Shelter and NFI", "NFI AME articles ménagers essentiels" },
    { "CCM", "Coordination et gestion des camps", "Camp Coordination and Camp Management", "CCCM GSAT sites" },
    { "EDU", "Éducation", "Education" },
    { "WSH", "Eau, assainissement et hygiène", "Water, Sanitation and Hygiene", "EHA EAH WASH" },
    { "LOG", "Logistique", "Logistics" },
    { "NUT", "Nutrition", "Nutrition" },
    { "PRO", "Protection", "Protection" },
    { "ERY", "Relèvement rapide", "Early Recovery", "Relèvement précoce CRP CRR" },
    { "HEA", "Santé", "Health" },
    { "FSC", "Sécurité alimentaire", "Food Security", "CSA SECAL" },
    { "TEL", "Télécommunications d’urgence", "Emergency Telecommunications", "ETC" },
    { "PRO-MIN", "Action contre les mines", "Mine Action", "LAM UNMAS", true },
    { "PRO-HLP", "Logement, terre et biens", "Housing, Land and Property", "LTB HLP", true },
    { "PRO-CPN", "Protection de l’enfance", "Child Protection", "CPAoR", true },
    { "PRO-GBV", "Violences basées sur le genre", "Gender-Based Violence", "VBG GBV", true },
} };

} // namespace

std::span<Sector const> sectors() { return known_sectors; }

Sector const* find_sector(std::string_view code)
{
    auto const found = std::find_if(known_sectors.begin(), known_sectors.end(), [&](Sector const& sector) { return sector.code == code; });
    return found == known_sectors.end() ? nullptr : &*found;
}

} // namespace toguna::bodies
