#include "app/demo/member_story.hpp"
#include "referrals/referral_store.hpp"

#include <memory>

namespace toguna::app::demo {

namespace {

using namespace referrals;
using enum ReferralStep;

/// A step some days after the file was opened.
struct ToldStep {
    int days;
    std::string_view person;
    ReferralStep step;
    std::string_view words = {};
    std::string_view responsible = {};
};

struct ToldFile {
    std::string_view body;
    std::string_view person; ///< who opens it
    int days_ago;
    ReferralKind kind;
    std::string_view title;
    std::string_view text;
    std::string_view topic = {};
    std::string_view origin = {};
    std::string_view partner = {};
    int due_in = 0; ///< days after the opening; 0: none
    std::vector<ToldStep> steps = {};
    std::string_view advocacy = {}; ///< a linked note
};

std::vector<ToldFile> const& files()
{
    static std::vector<ToldFile> const told {
        { "NUT", "awa-sanou", 75, ReferralKind::LastResort, "Dépistage interrompu dans le Haut-Sirem", "Plus aucun partenaire ne dépiste dans trois communes depuis le départ de l’équipe mobile.", "withdrew",
            "Couverture du dépistage au nord", "AJE", 30,
            { { 12, "awa-sanou", Answer, "L’agence chef de file finance une équipe mobile pour trois mois, le temps de trouver un partenaire." }, { 60, "awa-sanou", Close, "Un partenaire national a repris les trois communes." } },
            "Note de plaidoyer sur le dépistage au nord" },
        { "NUT", "awa-sanou", 20, ReferralKind::LastResort, "Rupture d’aliments thérapeutiques aux Plateaux", "Deux centres sont en rupture ; le partenaire n’a pas livré le stock annoncé.", "failed", "Stocks de contingence", "GRADI", 15,
            { { 3, "clemence-batiano", Take, "", "clemence-batiano" } }, "Demande de fonds d’urgence" },
        { "NUT", "awa-sanou", 90, ReferralKind::CapacityProposal, "Former un binôme par région au suivi des indicateurs", "Deux sessions de trois jours, avec un exercice sur les données de la région.", {},
            "Faible accompagnement des nouveaux acteurs", {}, 60,
            { { 10, "awa-sanou", Submit }, { 25, "awa-sanou", Amend, "Adopté pour trois régions d’abord ; bilan avant d’étendre." } } },
        { "NUT", "haoua-tinguiri", 12, ReferralKind::SupportRequest, "Carte des sites de prise en charge des Plateaux", "Pour la réunion régionale : sites ouverts, distances, capacités.", "mapping", {}, {}, 10,
            { { 1, "clemence-batiano", Take, "", "clemence-batiano" } } },
        { "NUT", "haoua-tinguiri", 40, ReferralKind::SupportRequest, "Aide au premier rapport mensuel", "Nous remplissons le formulaire pour la première fois.", "reporting", {}, {}, 7,
            { { 2, "clemence-batiano", Answer, "Une heure par téléphone, et le modèle rempli avec vos chiffres." }, { 5, "haoua-tinguiri", Close, "Rapport envoyé." } } },
        { "PTF", "marc-delaunoy", 50, ReferralKind::WorkRequest, "Note trimestrielle sur les décaissements", "Tableau par partenaire et deux pages d’analyse.", {}, {}, "AHD", 45,
            { { 3, "thomas-okemba", FindWithin }, { 4, "thomas-okemba", Take, "", "thomas-okemba" } } },
        { "PTF", "amina-el-ghazi", 15, ReferralKind::WorkRequest, "Audit du fonds de développement communal", "Audit complet des trois derniers exercices.", {}, {}, "FSS", 60,
            { { 5, "thomas-okemba", FindOutside, "Le mandat du groupe prévoit des analyses, pas d’audit." } } },
    };
    return told;
}

std::optional<people::PersonId> person_of(Settlers const& settlers, std::string_view key)
{
    return key.empty() ? std::nullopt : std::optional(settlers.persons.at(key));
}

Result<void> open_file(db::Transaction& tx, Settlers const& settlers, ToldFile const& file, ReferralId const& id, Date day)
{
    Referral referral { .id = id, .body = settlers.bodies.at(file.body), .kind = file.kind, .title = std::string(file.title), .text = std::string(file.text), .topic = std::string(file.topic), .origin = std::string(file.origin), .opened_on = day,
        .opened_by = settlers.persons.at(file.person) };
    if (!file.partner.empty())
        referral.partner = settlers.organizations.at(file.partner);
    if (file.due_in > 0)
        referral.due_on = day.plus_days(file.due_in);
    TRY(insert_referral(tx, referral));
    if (!file.advocacy.empty())
        TRY(insert_link(tx, id, { file.kind == ReferralKind::LastResort && file.topic == "failed" ? LinkKind::Funding : LinkKind::Advocacy, std::string(file.advocacy) }));
    return {};
}

} // namespace

void tell_referrals(Story& story, Settlers const& settlers)
{
    for (auto const& file : files()) {
        auto const day = working_day(story.today().plus_days(-file.days_ago));
        auto const id = std::make_shared<std::optional<ReferralId>>();
        story.tell(at_hour(day, 10), file.person, [&settlers, &file, id, day](db::Transaction& tx, actions::Act const& act) -> Result<void> {
            *id = new_id<ReferralTag>(act.now, act.chance);
            return open_file(tx, settlers, file, **id, day);
        });
        for (auto const& step : file.steps)
            story.tell(at_hour(day.plus_days(step.days), 15), step.person, [&settlers, &step, id, on = day.plus_days(step.days)](db::Transaction& tx, actions::Act const&) -> Result<void> {
                auto const referral = TRY(find_referral(tx, **id)).referral;
                StepWords with { std::string(step.words), person_of(settlers, step.responsible), {}, {} };
                if (step.step == Submit)
                    with.committee = TRY(committee_of(tx, referral.body));
                TRY(save_step(tx, referral, step.step, with, settlers.persons.at(step.person), on));
                return {};
            });
    }
}

} // namespace toguna::app::demo
