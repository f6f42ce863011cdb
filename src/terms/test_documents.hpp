#pragma once
/// For tests: clusters with everything that terms of reference say of them, and documents as lines that can be read and compared.

#include "terms/fill.hpp"
#include "terms/shipped_store.hpp"
#include "terms/terms_facts.hpp"
#include "support/engines.hpp"

namespace toguna::terms::test_data {

inline CitedNorm reference_module()
{
    return { "Module de référence pour la coordination des clusters au niveau pays", "Comité permanent interorganisations (IASC)", "révisé en juillet 2015" };
}

inline TermsFacts nutrition()
{
    TermsFacts facts;
    facts.body_name = "Cluster Nutrition";
    facts.body_name_english = "Nutrition Cluster";
    facts.body_acronym = "NUT";
    facts.level = bodies::label_of(bodies::MandateLevel::National);
    facts.country_french = "Burkina Faso";
    facts.country_english = "Burkina Faso";
    facts.counterpart = "Direction de la nutrition";
    facts.lead_agency = Party { "Fonds des Nations Unies pour l’enfance", "UNICEF" };
    facts.coordinator = "Mariam Diallo";
    facts.co_agency = Party { "Save the Children", "" };
    facts.co_coordinator = "Élise Sawadogo";
    facts.time_share = 100;
    facts.signed_on = *Date::from_iso("2026-03-02");
    facts.valid_until = *Date::from_iso("2027-03-01");
    facts.norm = reference_module();
    facts.functions = { "Soutien à la prestation des services", "Planification et stratégie" };
    return facts;
}

inline TermsFacts food_security_in_the_north()
{
    auto facts = nutrition();
    facts.body_name = "Cluster Sécurité alimentaire";
    facts.body_name_english = {};
    facts.body_acronym = "CSA";
    facts.level = bodies::label_of(bodies::MandateLevel::Regional);
    facts.areas = { "Nord", "Sahel" };
    facts.country_french = facts.country_english = "Niger";
    facts.counterpart = {};
    facts.lead_agency = Party { "Programme alimentaire mondial", "PAM" };
    facts.coordinator = "Salif Kaboré";
    facts.co_agency = Party { "Association Élan rural", "AER" };
    facts.co_coordinator = {};
    facts.time_share.reset();
    facts.signed_on.reset();
    facts.valid_until.reset();
    return facts;
}

inline TermsFacts donors_pool()
{
    TermsFacts facts;
    facts.body_name = "Pool technique";
    facts.country_french = facts.country_english = "Mali";
    facts.parent_name = "Groupe des partenaires techniques et financiers";
    facts.lead_agency = Party { "Coopération lacustre", "" };
    facts.details = { { "strategy", "la feuille de route 2026–2028" }, { "interface", "le secrétariat à l’harmonisation" }, { "duty_station", "Bamako" }, { "host", "la Coopération lacustre" },
        { "contract_type", "expert international" }, { "contract_period", "un an, renouvelable" }, { "report_rhythm", "chaque trimestre" },
        { "essential_criteria", "Diplôme de niveau bac + 5\nDix ans d’expérience" }, { "asset_criteria", "Approches programmes\nConnaissance de l’Afrique de l’Ouest" },
        { "languages", "Français : excellent\nAnglais : bon" } };
    return facts;
}

inline TermsFacts working_group()
{
    auto facts = nutrition();
    facts.body_name = "GTT Alimentation du nourrisson";
    facts.parent_name = "Cluster Nutrition";
    facts.members = { "UNICEF", "AER" };
    facts.details = { { "purpose", "accorder les messages sur l’allaitement" }, { "outputs", "Une note de messages clés\nUn module de formation" }, { "meeting_rhythm", "une fois par mois" } };
    return facts;
}

inline TermsFacts thematic_group()
{
    auto facts = working_group();
    facts.body_name = "Groupe thématique Développement rural";
    facts.parent_name = "Groupe des partenaires techniques et financiers";
    facts.lead_agency = Party { "Coopération lacustre", "" };
    facts.details["strategy"] = "la feuille de route 2026–2028";
    facts.details["interface"] = "la cellule de planification";
    facts.details["purpose"] = "suivre ensemble les appuis au développement rural";
    return facts;
}

inline web::Localization const& words_of(std::string_view language) { return web::localization(language, web::Medium::File); }

inline FilledTerms filled(std::string_view code, TermsFacts const& facts)
{
    auto const* shipped = find_shipped(code);
    auto const parsed = test::expect_success(parse_template(source_of(*shipped), shipped->language));
    return fill(parsed, values_of(facts, words_of(shipped->language)), { "Essai", "Toguna", "Page", "Essai", *Instant::from_iso("2026-11-23T03:10:00Z") });
}

inline std::string text_of(formats::Inline const& runs)
{
    std::string text;
    for (auto const& run : runs)
        text += run.bold ? "**" + run.text + "**" : run.text;
    return text;
}

/// One block a line or more: « ## heading », « - item », « | cell | cell | ».
struct LineWriter {
    std::string& text;

    void operator()(formats::Heading const& heading) { text += std::string(static_cast<std::size_t>(heading.level) + 1, '#') + " " + heading.text + "\n"; }
    void operator()(formats::Paragraph const& paragraph) { text += (paragraph.style == formats::Paragraph::Style::Lead ? "> " : "") + text_of(paragraph.runs) + "\n"; }
    void operator()(formats::FormLine const& line) { text += line.label + " ____ " + line.value + "\n"; }
    void operator()(formats::PageBreak const&) { text += "---\n"; }
    void operator()(formats::List const& list)
    {
        for (std::size_t item = 0; item < list.items.size(); ++item)
            text += (list.numbered ? std::to_string(item + 1) + ". " : item < list.ticks.size() ? (list.ticks[item] ? "☒ " : "☐ ") : "- ") + text_of(list.items[item]) + "\n";
    }
    void operator()(formats::DocumentTable const& table)
    {
        for (auto const& row : table.rows) {
            for (auto const& cell : row.cells) {
                text += "| ";
                for (auto const& paragraph : cell.paragraphs)
                    text += text_of(paragraph) + " ";
            }
            text += "|\n";
        }
    }
};

inline std::string lines_of(formats::Document const& document)
{
    std::string text = "# " + document.title + "\n";
    for (auto const& block : document.blocks)
        std::visit(LineWriter { text }, block);
    return text;
}

} // namespace toguna::terms::test_data
