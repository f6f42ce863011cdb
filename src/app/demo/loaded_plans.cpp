#include "app/demo/loaded_plans.hpp"

#include "actions/plan_sections.hpp"
#include "actions/import_store.hpp"
#include "actions/reminder_store.hpp"
#include "base/hash.hpp"
#include "formats/table.hpp"

#include <array>

namespace toguna::app::demo {

namespace {

using namespace actions;

/// As the cluster's own workbook was saved; loaded eight days ago, ten months late.
constexpr std::string_view food_security_file = R"(Défis et gaps;Actions proposées;Échéance;Responsable
Soutien à la prestation des services;;;
Les cantines scolaires ne sont pas comptées;Inscrire les cantines au tableau des assistances;Mars;PAM
;Rapprocher chaque mois les listes des deux agences;Mensuelle;PAM et FAO
Planification et élaboration de la stratégie;;;
Les semences arrivent après les premières pluies;Commander les semences avant la fin janvier;Janvier;FAO
;Ouvrir trois boutiques de semences avec les groupements;Mai;Terre et vie du Boukari
Préparation aux crises;;;
Le stock de proximité est vide en septembre;Négocier une réserve avec les commerçants;dès que possible;GRADI
;Suivre les prix sur douze marchés;Hebdomadaire;FAO
Redevabilité envers les personnes affectées;;;
Les critères de ciblage sont contestés;Refaire le ciblage avec les comités villageois;T4;PAM
)";

/// Read this morning and not saved yet: two deadlines and a name are doubtful.
constexpr std::string_view next_year_file = R"(Défis et gaps;Actions proposées;Échéance;Responsable
Soutien à la prestation des services;;;
Les relevés des centres de santé restent irréguliers;Équiper vingt centres d’un téléphone;Mars;UNICEF
;Former les relais à la saisie;avant l’hivernage;Mme la directrice
Suivi et évaluation;;;
Peu de visites conjointes sur le terrain;Fixer le calendrier des visites;janvier ou février;DNN
;Publier les constats en dix jours;Continue;Clémence Batiano
)";

struct LoadedFile {
    std::string_view body;
    int year;
    std::string_view name;
    std::string_view bytes;
};

Result<PlanImport> read_file(db::Reader const& db, Settlers const& settlers, LoadedFile const& loaded, Date today)
{
    auto const body = settlers.bodies.at(loaded.body);
    auto const file = TRY(formats::read_foreign_file(loaded.bytes, loaded.name));
    auto plan = TRY(actions::read_plan(file, loaded.year, today, function_titles(), TRY(read_import_memory(db, body))));
    return PlanImport { body, loaded.year, std::move(plan), { std::string(loaded.name), blake2b_hex(loaded.bytes), file.format } };
}

/// The weekly mail of one person: the first of what they owe that day.
Result<void> remind(db::Transaction& tx, Act const& act, people::PersonId const& person, Date monday)
{
    constexpr int most_actions = 5;
    RegisterFilter filter;
    filter.bodies = std::nullopt;
    filter.person = person.text();
    filter.open_only = true;
    std::vector<ActionId> ids;
    for (auto const& action : TRY(list_register(tx, filter, monday, most_actions, 0)))
        ids.push_back(action.id);
    ReminderDue due { person, ReminderStage::Weekly, "demonstration/" + person.text() + "/" + monday.to_iso(), ids, {}, {} };
    TRY(insert_reminder(tx, due, ids, monday, act.now));
    return {};
}

} // namespace

void tell_loaded_plans(Story& story, Settlers const& settlers)
{
    auto const today = story.today();
    story.tell(at_hour(working_day(today.plus_days(-8)), 16, 20), "lassane-compagne", [&settlers, today](db::Transaction& tx, Act const& act) -> Result<void> {
        auto const import = TRY(read_file(tx, settlers, { "SEC", today.year(), "plan_CSA_version_finale_2.csv", food_security_file }, act.now.utc_date()));
        TRY(write_import(tx, import, {}, act.now.utc_date(), web::localization("fr", web::Medium::File), act));
        return {};
    });
    story.tell(story.now() - std::chrono::hours(2), "clemence-batiano", [&settlers, today](db::Transaction& tx, Act const& act) -> Result<void> {
        auto import = TRY(read_file(tx, settlers, { "NUT", today.year() + 1, "projet de plan nutrition.csv", next_year_file }, act.now.utc_date()));
        return insert_import_draft(tx, { ImportDraftId::trusted(new_id_text(act.now, act.chance)), std::move(import), act.now }, act.actor.account);
    });
}

void tell_reminders(Story& story, Settlers const& settlers)
{
    constexpr std::array<std::string_view, 6> reminded { "haoua-tinguiri", "mariama-kontao", "boubacar-sidi", "issoufou-maidagi", "mahamadou-yaro", "koffi-adjemou" };
    for (int weeks = 3; weeks > 0; --weeks)
        for (auto const& key : reminded) {
            auto const monday = story.today().week_start().plus_days(-7 * weeks);
            story.tell(at_hour(monday, 7, 15), "rasmata-kinda", [person = settlers.persons.at(key), monday](db::Transaction& tx, Act const& act) { return remind(tx, act, person, monday); });
        }
}

} // namespace toguna::app::demo
