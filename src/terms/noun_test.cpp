#include "terms/noun.hpp"

#include <doctest/doctest.h>

using namespace toguna::terms;

namespace {

std::string of(Noun const& noun) { return in_form(noun, NounForm::Of); }
std::string to(Noun const& noun) { return in_form(noun, NounForm::To); }
std::string the(Noun const& noun) { return in_form(noun, NounForm::The); }
std::string in(std::string_view country) { return in_form(country_noun(country), NounForm::In); }

} // namespace

TEST_CASE("agencies take the article that readers of the field expect, whatever the language of their full name")
{
    CHECK(of(organization_noun("United Nations Children’s Fund", "UNICEF")) == "de l’UNICEF");
    CHECK(of(organization_noun("Programme des Nations Unies pour le développement", "PNUD")) == "du PNUD");
    CHECK(the(organization_noun("Bureau de la coordination des affaires humanitaires", "OCHA")) == "l’OCHA");
    CHECK(to(organization_noun("Organisation des Nations Unies pour l’alimentation et l’agriculture", "FAO")) == "à la FAO");
    CHECK(to(organization_noun("Haut-Commissariat des Nations Unies pour les réfugiés", "HCR")) == "au HCR");
    CHECK(of(organization_noun("Organisation mondiale de la Santé", "OMS")) == "de l’OMS");
}

TEST_CASE("the article of an acronym nobody listed follows the first word of the full name")
{
    CHECK(of(organization_noun("Association Élan rural", "ER")) == "de l’ER");
    CHECK(of(organization_noun("Conseil des femmes du Sahel", "CFS")) == "du CFS");
    CHECK(to(organization_noun("Fondation des rives", "")) == "à la Fondation des rives");
}

TEST_CASE("names without an article only lose the vowel before them")
{
    CHECK(of(organization_noun("Save the Children", "")) == "de Save the Children");
    CHECK(of(organization_noun("Oxfam", "")) == "d’Oxfam");
    CHECK(to(organization_noun("Oxfam", "")) == "à Oxfam");
    CHECK(of({ "Élise Sawadogo" }) == "d’Élise Sawadogo");
    CHECK(of({ "Handicap solidaire" }) == "de Handicap solidaire");
    CHECK(of({ "Hygiène pour tous" }) == "d’Hygiène pour tous");
    CHECK(the({ "Awa Sanou" }) == "Awa Sanou");
}

TEST_CASE("the kind of a body is a common noun inside a sentence and takes a capital at its start")
{
    auto const cluster = body_noun("Cluster Sécurité alimentaire");
    CHECK(of(cluster) == "du cluster Sécurité alimentaire");
    CHECK(in_form(cluster, NounForm::The, true) == "Le cluster Sécurité alimentaire");
    CHECK(of(body_noun("Équipe humanitaire pays")) == "de l’équipe humanitaire pays");
    CHECK(of(body_noun("Troïka des partenaires")) == "de la troïka des partenaires");
    CHECK(of(body_noun("GTT Nutrition")) == "du GTT Nutrition");
    CHECK(in_form(body_noun("Équipe humanitaire"), NounForm::Bare, true) == "Équipe humanitaire");
}

TEST_CASE("one is in a country as its name asks")
{
    CHECK(in("Burkina Faso") == "au Burkina Faso");
    CHECK(in("Mali") == "au Mali");
    CHECK(in("Côte d’Ivoire") == "en Côte d’Ivoire");
    CHECK(in("Haïti") == "à Haïti");
    CHECK(in("Comores") == "aux Comores");
    CHECK(in("Angola") == "en Angola");
    CHECK(in("Mozambique") == "au Mozambique");
    CHECK(in("République centrafricaine") == "en République centrafricaine");
    CHECK(of(country_noun("Niger")) == "du Niger");
    CHECK(in_form(country_noun("Tchad"), NounForm::The) == "le Tchad");
}
