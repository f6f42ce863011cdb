#include "terms/terms_facts.hpp"

#include "people/normalise.hpp"
#include "terms/norm.hpp"

#include <array>

namespace toguna::terms {

namespace {

/// What stands before the sector in the name of a body.
constexpr std::array<std::string_view, 6> kind_words { "Cluster ", "Sous-cluster ", "Secteur ", "Groupe sectoriel ", "Sub-cluster ", "Sous-groupe " };

std::string sector_of(TermsFacts const& facts)
{
    if (!facts.sector.empty())
        return facts.sector;
    for (auto const word : kind_words)
        if (facts.body_name.starts_with(word))
            return facts.body_name.substr(word.size());
    if (constexpr std::string_view english = " Cluster"; facts.body_name.ends_with(english))
        return facts.body_name.substr(0, facts.body_name.size() - english.size());
    return {};
}

void set_body(PlaceValues& values, TermsFacts const& facts, web::Localization const& words)
{
    bool const is_french = words.language() == "fr";
    values.set("body", is_french || facts.body_name_english.empty() ? body_noun(facts.body_name) : Noun { facts.body_name_english });
    values.set("acronym", facts.body_acronym);
    values.set("sector", sector_of(facts));
    values.set("level", facts.level.empty() ? "" : words(facts.level));
    values.set("area", words.list(facts.areas));
    auto const country = is_french ? country_noun(facts.country_french) : Noun { facts.country_english };
    values.set("country", country);
    if (!country.text.empty())
        values.set("government", is_french ? Noun { "gouvernement " + in_form(country, NounForm::Of), Gender::Masculine } : Noun { "Government of " + country.text });
    values.set("counterpart", organization_noun(facts.counterpart, ""));
    values.set("parent", body_noun(facts.parent_name));
    values.set("mandate", facts.mandate);
    values.set("objectives", facts.objectives);
}

void set_party(PlaceValues& values, std::string const& code, std::optional<Party> const& party)
{
    if (!party)
        return;
    values.set(code, organization_noun(party->name, party->acronym));
    auto full = organization_noun(party->name, "");
    if (!party->acronym.empty() && party->acronym != party->name)
        full.text += " (" + party->acronym + ")";
    values.set(code + "_name", std::move(full));
}

void set_mandates(PlaceValues& values, TermsFacts const& facts, web::Localization const& words)
{
    set_party(values, "lead_agency", facts.lead_agency);
    set_party(values, "co_agency", facts.co_agency);
    values.set("coordinator", facts.coordinator);
    values.set("co_coordinator", facts.co_coordinator);
    if (facts.time_share)
        values.set("time_share", std::to_string(*facts.time_share) + (words.language() == "fr" ? "\u00A0%" : "%"));
    if (facts.signed_on)
        values.set("signed_on", words.date(*facts.signed_on));
    if (facts.valid_until)
        values.set("valid_until", words.date(*facts.valid_until));
    if (facts.norm) {
        values.set("norm", citation(*facts.norm));
        values.set("norm_year", facts.norm->edition);
    }
}

void add_list(PlaceValues& values, std::string const& list, std::string const& item_code, std::vector<std::string> const& items)
{
    for (auto const& item : items)
        if (!people::tidy(item).empty())
            values.add(list, { { item_code, Noun { people::tidy(item) } } });
}

std::vector<std::string> lines_of(std::string_view text)
{
    std::vector<std::string> lines(1);
    for (char const character : text)
        character == '\n' ? lines.emplace_back() : lines.back() += character;
    return lines;
}

void set_details(PlaceValues& values, TermsFacts const& facts)
{
    for (auto const& [code, text] : facts.details) {
        auto const* place = find_place(code);
        if (!place || !place->is_typed)
            continue;
        if (!place->is_list) {
            values.set(code, text);
            continue;
        }
        for (auto const& item : places())
            if (item.list == place->code)
                add_list(values, code, std::string(item.code), lines_of(text));
    }
}

/// Of the letter, or those that letters usually hold.
void set_commitments(PlaceValues& values, TermsFacts const& facts, web::Localization const& words)
{
    auto commitments = facts.commitments;
    auto of_agency = facts.lead_commitments;
    if (commitments.empty()) {
        for (auto const& usual : bodies::usual_commitments(bodies::EngagementKind::CoCoordination)) {
            if (usual.side == bodies::CommitmentSide::CoCoordinator)
                commitments.push_back({ usual.subject, words(usual.text) });
            else
                of_agency.push_back(words(usual.text));
        }
    }
    for (auto const& commitment : commitments)
        values.add("commitments", { { "responsibility", Noun { words(bodies::label_of(commitment.subject)) } }, { "commitment", Noun { commitment.text } } });
    add_list(values, "lead_commitments", "lead_commitment", of_agency);
}

} // namespace

PlaceValues values_of(TermsFacts const& facts, web::Localization const& words)
{
    PlaceValues values;
    set_body(values, facts, words);
    set_mandates(values, facts, words);
    set_details(values, facts);
    add_list(values, "functions", "function", facts.functions);
    add_list(values, "members", "member", facts.members);
    set_commitments(values, facts, words);
    return values;
}

TermsFacts without_engagement(TermsFacts facts)
{
    facts.lead_agency.reset();
    facts.co_agency.reset();
    facts.coordinator.clear();
    facts.co_coordinator.clear();
    facts.time_share.reset();
    facts.signed_on.reset();
    facts.valid_until.reset();
    return facts;
}

} // namespace toguna::terms
