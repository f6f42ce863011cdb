#include "terms/place.hpp"

#include "people/normalise.hpp"

#include <algorithm>

namespace toguna::terms {

namespace {

std::vector<Place> body_places()
{
    return {
        { "body", "instance", "body", PlaceHome::Body, tr("the name of the body"), tr("The cluster or group, as it is called: “cluster Nutrition”.") },
        { "acronym", "sigle", "acronym", PlaceHome::Body, tr("the acronym of the body"), tr("The acronym of the body.") },
        { "sector", "secteur", "sector", PlaceHome::Body, tr("the sector of the body"), tr("What the body is about: “Nutrition”.") },
        { "level", "niveau", "level", PlaceHome::Body, tr("the level of the body"), tr("National, regional or local.") },
        { "area", "zone", "area", PlaceHome::Body, tr("the area of the body"), tr("The areas where the body works; empty when it is the whole country.") },
        { "country", "pays", "country", PlaceHome::Body, tr("the country"), tr("The country of the body.") },
        { "government", "gouvernement", "government", PlaceHome::Body, tr("the government"), tr("The government of the country.") },
        { "counterpart", "homologue gouvernemental", "government counterpart", PlaceHome::Body, tr("the government counterpart"), tr("The ministry or office that works with the body.") },
        { "parent", "instance de rattachement", "parent body", PlaceHome::Body, tr("the body it reports to"), tr("The body it reports to.") },
        { "mandate", "mandat", "mandate", PlaceHome::Body, tr("the mandate of the body"), tr("The text of the mandate in the charter of the body.") },
        { "objectives", "objectifs", "objectives", PlaceHome::Body, tr("the objectives of the body"), tr("The text of the objectives in the charter of the body.") },
    };
}

std::vector<Place> mandate_places()
{
    return {
        { "lead_agency", "agence chef de file", "lead agency", PlaceHome::Mandates, tr("the lead agency"), tr("The agency that leads, by its acronym.") },
        { "lead_agency_name", "agence chef de file en toutes lettres", "lead agency in full", PlaceHome::Mandates, tr("the lead agency"), tr("Its full name, with the acronym.") },
        { "coordinator", "coordonnateur", "coordinator", PlaceHome::Mandates, tr("the coordinator"), tr("The person who coordinates today.") },
        { "co_agency", "agence de co-coordination", "co-coordinating agency", PlaceHome::Mandates, tr("the co-coordinating agency"), tr("The organisation that co-coordinates, by its acronym.") },
        { "co_agency_name", "agence de co-coordination en toutes lettres", "co-coordinating agency in full", PlaceHome::Mandates, tr("the co-coordinating agency"), tr("Its full name, with the acronym.") },
        { "co_coordinator", "co-coordonnateur", "co-coordinator", PlaceHome::Mandates, tr("the co-coordinator"), tr("The person who co-coordinates today.") },
        { "time_share", "part du temps", "time share", PlaceHome::Engagement, tr("the time share of the co-coordinator"), tr("How much of the working time is dedicated: “100 %”.") },
        { "signed_on", "date de signature", "date of signature", PlaceHome::Engagement, tr("the date of signature"), tr("The day the engagement was signed.") },
        { "valid_until", "valable jusqu’au", "valid until", PlaceHome::Engagement, tr("the last day of validity"), tr("The last day of the engagement.") },
        { "norm", "norme", "norm", PlaceHome::Norm, tr("the norm the body cites"), tr("Title, issuer and edition of the norm that the body cites.") },
        { "norm_year", "édition de la norme", "edition of the norm", PlaceHome::Norm, tr("the norm the body cites"), tr("The edition alone: “revised in July 2015”.") },
    };
}

std::vector<Place> list_places()
{
    return {
        { "functions", "fonctions", "functions", PlaceHome::Norm, tr("the core functions"), tr("The core functions of the catalogue, one by one.") , {}, true },
        { "function", "fonction", "function", PlaceHome::Norm, tr("the core functions"), tr("One core function."), "functions" },
        { "commitments", "engagements", "commitments", PlaceHome::Engagement, tr("the commitments"), tr("The eight responsibilities of a co-coordination, with what is promised in each."), {}, true },
        { "responsibility", "responsabilité", "responsibility", PlaceHome::Engagement, tr("the commitments"), tr("The name of one responsibility."), "commitments" },
        { "commitment", "engagement", "commitment", PlaceHome::Engagement, tr("the commitments"), tr("What is promised in it."), "commitments" },
        { "lead_commitments", "engagements de l’agence", "commitments of the agency", PlaceHome::Engagement, tr("the commitments of the lead agency"), tr("What the lead agency promises in return, one by one."), {}, true },
        { "lead_commitment", "engagement de l’agence", "commitment of the agency", PlaceHome::Engagement, tr("the commitments of the lead agency"), tr("One commitment of the lead agency."), "lead_commitments" },
        { "members", "membres", "members", PlaceHome::Mandates, tr("the members"), tr("The member organisations today, one by one."), {}, true },
        { "member", "membre", "member", PlaceHome::Mandates, tr("the members"), tr("One member organisation."), "members" },
        { "essential_criteria", "critères exigés", "essential criteria", PlaceHome::Details, tr("the required criteria"), tr("What a candidate must bring, a criterion a line."), {}, true, true },
        { "essential_criterion", "critère exigé", "essential criterion", PlaceHome::Details, tr("the required criteria"), tr("One required criterion."), "essential_criteria" },
        { "asset_criteria", "atouts", "assets", PlaceHome::Details, tr("the assets"), tr("What would be welcome, an asset a line."), {}, true, true },
        { "asset_criterion", "atout", "asset", PlaceHome::Details, tr("the assets"), tr("One asset."), "asset_criteria" },
        { "languages", "langues", "languages", PlaceHome::Details, tr("the languages"), tr("Languages with their level, one a line."), {}, true, true },
        { "language", "langue", "language", PlaceHome::Details, tr("the languages"), tr("One language with its level."), "languages" },
        { "outputs", "produits attendus", "outputs", PlaceHome::Details, tr("the expected outputs"), tr("What the group will deliver, an output a line."), {}, true, true },
        { "output", "produit attendu", "output", PlaceHome::Details, tr("the expected outputs"), tr("One expected output."), "outputs" },
    };
}

std::vector<Place> typed_places()
{
    auto const typed = [](std::string_view code, std::string_view french, std::string_view english, Text label, Text explanation) {
        return Place { code, french, english, PlaceHome::Details, std::move(label), std::move(explanation), {}, false, true };
    };
    return {
        typed("purpose", "objet du groupe", "purpose", tr("the purpose of the group"), tr("Why the group exists, in a sentence: “harmonise the messages on breastfeeding”.")),
        typed("meeting_rhythm", "rythme des réunions", "rhythm of meetings", tr("the rhythm of meetings"), tr("How often it meets: “once a month”.")),
        typed("strategy", "cadre de référence", "reference framework", tr("the reference framework"), tr("The strategy or roadmap that the work follows.")),
        typed("interface", "interlocuteur national", "national interface", tr("the national interface"), tr("The office of the government that is worked with.")),
        typed("duty_station", "lieu d’affectation", "duty station", tr("the duty station"), tr("The town of the post.")),
        typed("host", "hôte du poste", "host", tr("who hosts the post"), tr("Who offers the office.")),
        typed("contract_type", "type de contrat", "contract type", tr("the type of contract"), tr("As the recruiting organisation calls it.")),
        typed("contract_period", "durée du contrat", "length of contract", tr("the length of the contract"), tr("With its renewal: “one year, renewable”.")),
        typed("report_rhythm", "rythme des rapports", "rhythm of reports", tr("the rhythm of reports"), tr("How often it reports: “every quarter”.")),
    };
}

/// The article or preposition that a French template wrote before the name, and how many words it took.
struct Prefix {
    NounForm form = NounForm::Bare;
    std::size_t words = 0;
};

Prefix prefix_of(std::vector<std::string> const& words)
{
    if (words.size() < 2)
        return {};
    bool const article_follows = words.size() > 2 && (words[1] == "la" || words[1] == "l");
    auto const& first = words.front();
    if (first == "de" || first == "du" || first == "des" || first == "d")
        return { NounForm::Of, article_follows ? 2UL : 1UL };
    if (first == "a" || first == "au" || first == "aux")
        return { NounForm::To, article_follows ? 2UL : 1UL };
    if (first == "le" || first == "la" || first == "l" || first == "les")
        return { NounForm::The, 1 };
    if (first == "en")
        return { NounForm::In, 1 };
    return {};
}

Place const* place_named(std::string const& searched, std::string_view language)
{
    for (auto const& place : places())
        if (people::search_text(name_of(place, language)) == searched)
            return &place;
    return nullptr;
}

std::string joined(std::vector<std::string> const& words, std::size_t from)
{
    std::string text;
    for (auto word = from; word < words.size(); ++word)
        text += (text.empty() ? "" : " ") + words[word];
    return text;
}

bool starts_with_capital(std::string_view text)
{
    if (text.size() > 1 && static_cast<unsigned char>(text[0]) == 0xC3)
        return static_cast<unsigned char>(text[1]) < 0xA0;
    return !text.empty() && std::isupper(static_cast<unsigned char>(text[0]));
}

} // namespace

std::vector<Place> const& places()
{
    static auto const all = [] {
        std::vector<Place> together;
        for (auto const& group : { body_places(), mandate_places(), list_places(), typed_places() })
            together.insert(together.end(), group.begin(), group.end());
        return together;
    }();
    return all;
}

Place const* find_place(std::string_view code)
{
    auto const found = std::find_if(places().begin(), places().end(), [&](Place const& place) { return place.code == code; });
    return found == places().end() ? nullptr : &*found;
}

std::string_view name_of(Place const& place, std::string_view language) { return language == "fr" ? place.french : place.english; }

std::optional<PlaceUse> read_place(std::string_view written, std::string_view language)
{
    auto const tidy = people::tidy(written);
    auto const words = people::search_words(people::search_text(tidy));
    bool const capital = starts_with_capital(tidy);
    if (auto const* place = place_named(joined(words, 0), language))
        return PlaceUse { place, NounForm::Bare, capital };
    auto const prefix = language == "fr" ? prefix_of(words) : Prefix {};
    if (auto const* place = prefix.words > 0 ? place_named(joined(words, prefix.words), language) : nullptr)
        return PlaceUse { place, prefix.form, capital };
    return {};
}

void PlaceValues::set(std::string_view code, Noun value)
{
    auto const tidy = people::tidy(value.text);
    bool const is_forgotten = tidy.starts_with("[") || tidy.starts_with("{");
    if (!tidy.empty() && !is_forgotten)
        single.insert_or_assign(std::string(code), std::move(value));
}

void PlaceValues::add(std::string_view list, Item item) { lists[std::string(list)].push_back(std::move(item)); }

} // namespace toguna::terms
