#include "app/demo/body_story.hpp"

#include "app/demo/country.hpp"
#include "bodies/charter_store.hpp"
#include "bodies/life_store.hpp"
#include "bodies/profile_store.hpp"
#include "bodies/store.hpp"

#include <array>

namespace toguna::app::demo {

namespace {

using enum bodies::LifeState;
using enum bodies::SignOfLifeKind;

/// Days are counted from today.
struct DemoStep {
    std::string_view body;
    int day = 0;
    bodies::LifeState state = Activated;
    std::string_view reason = {};
    std::string_view decision = {};
};
constexpr std::array<DemoStep, 12> steps { {
    { "NUT", -700, Expected, "", "" },
    { "NUT", -690, Activated, "Taux de malnutrition au-dessus du seuil d’urgence", "Lettre de la coordination humanitaire n° 14" },
    { "ABR", -695, Activated, "Déplacements vers le Haut-Sirem", "Lettre de la coordination humanitaire n° 12" },
    { "EHA", -690, Activated, "", "Lettre de la coordination humanitaire n° 15" },
    { "SEC", -690, Activated, "", "" },
    { "SAN", -690, Activated, "", "" },
    { "PRO", -690, Activated, "", "" },
    { "EDU", -690, Activated, "", "" },
    { "EDU", -20, InTransition, "La direction de l’enseignement reprend la coordination", "Compte rendu de l’EHP, point 3" },
    { "NUT-PCMA", -600, Activated, "Harmoniser les protocoles de prise en charge", "" },
    { "NUT-PCMA", -330, Dormant, "Protocole validé, plus de séance depuis trois mois", "" },
    { "NUT-PCMA", -180, Reactivated, "Nouveau protocole simplifié à préparer", "Compte rendu du Cluster Nutrition, point 5" },
} };

struct DemoActivity {
    std::string_view body;
    int day = 0;
    bodies::SignOfLifeKind kind = MeetingHeld;
    std::string_view words = {};
};
constexpr std::array<DemoActivity, 5> activities { {
    { "NUT", -600, TransitionOutline, "Esquisse présentée à l’EHP" },
    { "NUT", -190, ArchitectureReview, "Cluster maintenu, deux hubs régionaux" },
    { "NUT-PCMA", -170, MeetingHeld, "Relance, calendrier adopté" },
    { "NUT-PCMA", -100, MeetingHeld, "Lecture du projet de protocole" },
    { "ABR", -590, TransitionOutline, "" },
} };

struct DemoNames {
    std::string_view body;
    std::string_view sector;
    std::string_view aliases;
};
constexpr std::array<DemoNames, 8> names { {
    { "NUT", "NUT", "Nutrition Cluster (en)" },
    { "ABR", "SHL", "Cluster Abris/AME\nShelter and NFI Cluster (en)\nCluster AME" },
    { "EHA", "WSH", "WASH Cluster (en)\nCluster EAH" },
    { "SEC", "FSC", "Food Security Cluster (en)\nSECAL" },
    { "SAN", "HEA", "Health Cluster (en)" },
    { "PRO", "PRO", "Protection Cluster (en)" },
    { "EDU", "EDU", "Education Cluster (en)" },
    { "GIC", "", "ICC\nInter-Cluster Coordination Group (en)" },
} };

Result<void> name_bodies(db::Transaction& tx, Settlers const& settlers, bodies::CrisisId const& crisis, Instant now)
{
    for (auto const& demo : names) {
        auto body = TRY(bodies::find_body(tx, settlers.bodies.at(demo.body)));
        body.sector = demo.sector;
        body.aliases = bodies::read_body_aliases(demo.aliases);
        TRY(bodies::update_body(tx, body, now));
        auto profile = TRY(bodies::find_profile(tx, body.id));
        profile.crisis = crisis;
        profile.operational_since = now.utc_date().plus_days(-690);
        TRY(bodies::save_profile(tx, profile));
    }
    auto pool = TRY(bodies::find_body(tx, settlers.bodies.at("PTF-POOL")));
    pool.reports_to = settlers.bodies.at("PTF-TR");
    return bodies::update_body(tx, pool, now);
}

Result<void> open_public_page(db::Transaction& tx, Settlers const& settlers)
{
    auto profile = TRY(bodies::find_profile(tx, settlers.bodies.at("NUT")));
    profile.public_slug = "nutrition-tamsira";
    profile.public_contact = "cluster-nutrition@example.org";
    profile.purpose = "Coordonner la prévention et la prise en charge de la malnutrition dans tout le pays.";
    profile.rhythm = "Une séance par mois, le deuxième jeudi";
    return bodies::save_profile(tx, profile);
}

Result<void> write_charters(db::Transaction& tx, Settlers const& settlers, Instant now, Chance& chance)
{
    auto const today = now.utc_date();
    bodies::Charter charter { .id = new_id<bodies::CharterTag>(now, chance), .body = settlers.bodies.at("NUT"), .valid_from = today.plus_days(-680) };
    charter.mandate = "Réunir les organisations qui préviennent et soignent la malnutrition, aux côtés de la Direction nationale de la nutrition.";
    charter.objectives = "- Éviter les doublons\n- Couvrir les communes sans partenaire\n- Suivre les admissions chaque mois";
    charter.norm_title = "Module de référence pour la coordination des clusters au niveau du pays";
    charter.norm_issuer = "IASC";
    charter.norm_edition = "révisé en juillet 2015";
    charter.validated_on = today.plus_days(-670);
    charter.validated_by = "Assemblée des membres";
    charter.is_public = true;
    TRY(bodies::insert_charter(tx, charter, now));
    charter.id = new_id<bodies::CharterTag>(now, chance);
    charter.objectives = "- Éviter les doublons\n- Couvrir les communes sans partenaire\n- Suivre les admissions chaque semaine\n- Préparer la période de soudure";
    charter.terms = "L’assemblée se réunit une fois par mois. Le comité stratégique prépare ses décisions ; les groupes techniques lui rendent compte.";
    charter.valid_from = today.plus_days(-200);
    charter.validated_on = today.plus_days(-205);
    TRY(bodies::insert_charter(tx, charter, now));
    return {};
}

} // namespace

Result<void> tell_bodies(db::Transaction& tx, Settlers const& settlers, Instant now, Chance& chance)
{
    auto const today = now.utc_date();
    bodies::Crisis const crisis { .id = new_id<bodies::CrisisTag>(now, chance), .name = "Crise du Haut-Sirem", .country = country().code, .onset = today.plus_days(-720) };
    TRY(bodies::insert_crisis(tx, crisis));
    TRY(name_bodies(tx, settlers, crisis.id, now - std::chrono::days(690)));
    for (auto const& demo : steps)
        TRY(bodies::insert_life_event(tx,
            { new_id<bodies::LifeEventTag>(now, chance), settlers.bodies.at(demo.body), today.plus_days(demo.day), demo.state, std::string(demo.reason), std::string(demo.decision), "" }, today, now));
    for (auto const& demo : activities)
        TRY(bodies::insert_activity(tx, { new_id<bodies::SignOfLifeTag>(now, chance), settlers.bodies.at(demo.body), today.plus_days(demo.day), demo.kind, std::string(demo.words) }, today, now));
    TRY(open_public_page(tx, settlers));
    TRY(write_charters(tx, settlers, now, chance));
    return bodies::insert_counterpart(tx, { new_id<bodies::CounterpartTag>(now, chance), settlers.bodies.at("NUT"), settlers.organizations.at("DNN"), settlers.persons.at("issoufou-maidagi"), Period::since(today.plus_days(-690)) });
}

} // namespace toguna::app::demo
