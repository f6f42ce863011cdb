#include "formats/outside_reader.hpp"
#include "bodies/absence_store.hpp"
#include "bodies/delegation_store.hpp"
#include "terms/test_house.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::terms;
using test::expect_success;
using test::for_each_engine;

namespace {

std::string pdf_of(web::Reply const& reply)
{
    REQUIRE(reply.status == 200);
    return formats::outside::pdf_text(reply.body);
}

/// Ends the mandate of one lead agency the day before the clock, and gives the role to another organisation.
void change_agency(TermsHouse& house, bodies::BodyId const& body, bodies::MandateId const& former, people::OrganizationId const& agency)
{
    house.write([&](db::Transaction& tx) -> Result<void> {
        TRY(bodies::end_mandate(tx, former, house.clock.utc_date().plus_days(-1)));
        return bodies::insert_mandate(tx, { .id = house.drawn<bodies::MandateTag>(), .body = body, .role = bodies::MandateRole::LeadAgency, .organization = agency, .person = {},
            .period = Period::since(house.clock.utc_date()) });
    });
}

TermsHouse::Pairs const pool_details { { "version", "0" }, { "strategy", "la feuille de route" }, { "interface", "le secrétariat" }, { "duty_station", "Bamako" }, { "host", "l’ambassade" },
    { "contract_type", "expert" }, { "contract_period", "un an, renouvelable" }, { "report_rhythm", "chaque trimestre" }, { "essential_criteria", "Diplôme\nExpérience" },
    { "languages", "Français : excellent" } };

} // namespace

TEST_CASE("the terms of reference of two clusters are filled from their mandates, as DOCX and PDF, without a bracket")
{
    for_each_engine([](db::Database& db) {
        TermsHouse house(db);
        house.sign_in_coordinator();
        auto const path = house.terms_of(house.nutrition, "co-coordination.fr");
        auto const page = house.get(path);
        CHECK(page.status == 200);
        CHECK(shows(page, "Co-coordination du cluster Nutrition au niveau national"));
        CHECK(shows(page, "aider l’UNICEF"));
        CHECK(shows(page, "révisé en juillet 2015"));
        CHECK(shows(page, "Soutien à la prestation des services"));
        CHECK(shows(page, "Mariam Diallo"));
        auto const pdf = pdf_of(house.get(path + "/export.pdf"));
        CHECK(pdf.find("Élise Sawadogo") != std::string::npos);
        CHECK(pdf.find_first_of("[]{}") == std::string::npos);
        auto const docx = house.get(path + "/export.docx");
        REQUIRE(docx.status == 200);
        CHECK(formats::outside::docx_text(docx.body).find("Fonds des Nations Unies pour l’enfance (UNICEF)") != std::string::npos);
        CHECK(shows(house.get(house.terms_of(house.nutrition)), "Prêt"));
    });
}

TEST_CASE("a new lead agency is in every paragraph of the next document, and the old name nowhere")
{
    for_each_engine([](db::Database& db) {
        TermsHouse house(db);
        house.sign_in_administrator();
        auto const path = house.terms_of(house.nutrition, "co-coordination.fr");
        change_agency(house, house.nutrition, house.nutrition_lead, house.wfp);
        auto const pdf = pdf_of(house.get(path + "/export.pdf"));
        CHECK(pdf.find("UNICEF") == std::string::npos);
        CHECK(pdf.find("pour l’enfance") == std::string::npos);
        CHECK(pdf.find("aider le PAM") != std::string::npos);
        CHECK(pdf_of(house.get(house.terms_of(house.shelter, "co-coordination.fr") + "/export.pdf", { { "dots", "1" } })).find("UNICEF") != std::string::npos);
    });
}

TEST_CASE("what is missing is named with a link, and no file comes out unless dots are asked for")
{
    for_each_engine([](db::Database& db) {
        TermsHouse house(db);
        house.sign_in_coordinator();
        auto const path = house.terms_of(house.shelter, "co-coordination.fr");
        auto const page = house.get(path);
        CHECK(shows(page, "l’agence de co-coordination</a>"));
        CHECK(shows(page, "le texte de référence cité</a>"));
        CHECK_FALSE(shows(page, "Conserver ce document"));
        auto const refused = house.get(path + "/export.pdf");
        CHECK(refused.status == 409);
        CHECK(shows(refused, "l’agence de co-coordination et le texte de référence cité"));
        CHECK(pdf_of(house.get(path + "/export.pdf", { { "dots", "1" } })).find_first_of("[]{}") == std::string::npos);
        CHECK(house.post(path, {}).status == 409);
        CHECK(house.events("terms.document_made").empty());
        CHECK(shows(house.get(house.terms_of(house.shelter)), "Manque"));
    });
}

TEST_CASE("a kept document stays as it was when agency, template and norm change (S0-22)")
{
    for_each_engine([](db::Database& db) {
        TermsHouse house(db);
        house.sign_in_coordinator();
        auto const path = house.terms_of(house.nutrition, "co-coordination.fr");
        auto const kept = location_of(house.post(path, { { "once", "abc" } }));
        REQUIRE(kept.starts_with(house.terms_of(house.nutrition) + "/documents/"));
        CHECK(location_of(house.post(path, { { "once", "abc" } })) == kept);
        auto const before = house.get(kept + "/export.pdf").body;

        house.sign_in_administrator();
        change_agency(house, house.nutrition, house.nutrition_lead, house.wfp);
        CHECK(house.post("/templates/co-coordination.fr/edit", { { "version", "1" }, { "source", "# Autre {{ de l’instance }}" }, { "note", "essai" } }).status == 303);
        CHECK(house.post("/norms", { { "title_fr", "Module de référence pour la coordination des clusters au niveau pays" }, { "issuer", "IASC" }, { "edition", "mars 2026" } }).status == 303);
        house.clock = house.clock + std::chrono::hours(24 * 400);
        house.sign_in_administrator();
        CHECK(house.get(kept + "/export.pdf").body == before);
        CHECK(shows(house.get(kept), "révisé en juillet 2015"));
        CHECK(shows(house.get(house.terms_of(house.nutrition)), "IASC, révisé en juillet 2015"));
        CHECK(shows(house.get(path), "Autre du cluster Nutrition"));
        CHECK(house.events("terms.document_made").size() == 1);
    });
}

TEST_CASE("a national and a regional co-coordination of the same cluster each have their document (S0-3)")
{
    for_each_engine([](db::Database& db) {
        TermsHouse house(db);
        auto const regional = house.drawn<bodies::MandateTag>();
        house.write([&](db::Transaction& tx) {
            return bodies::insert_mandate(tx, { .id = regional, .body = house.nutrition, .role = bodies::MandateRole::CoCoordinator, .organization = house.wfp, .person = {},
                .level = bodies::MandateLevel::Regional, .period = TermsHouse::since() });
        });
        house.sign_in_coordinator();
        auto const path = house.terms_of(house.nutrition, "co-coordination.fr");
        CHECK(shows(house.get(path), "Plusieurs co-coordinations"));
        auto const page = house.get(path, { { "mandate", regional.text() } });
        CHECK(shows(page, "au niveau régional"));
        CHECK(shows(page, "Responsabilités du PAM"));
        CHECK(house.get(path, { { "mandate", house.shelter_lead.text() } }).status == 404);
    });
}

TEST_CASE("the engagement form is printed blank, with dots, and filled")
{
    for_each_engine([](db::Database& db) {
        TermsHouse house(db);
        house.sign_in_coordinator();
        auto const path = house.terms_of(house.nutrition, "engagement.fr");
        auto const filled = pdf_of(house.get(path + "/export.pdf"));
        for (auto const word : { "Save the Children", "Élise Sawadogo", "100", "1er février 2026", "31 janvier 2027" })
            CHECK_MESSAGE(filled.find(word) != std::string::npos, word);
        auto const blank = house.get(path + "/export.pdf", { { "blank", "1" } });
        auto const text = pdf_of(blank);
        CHECK(text.find("Save the Children") == std::string::npos);
        CHECK(text.find("......................................") != std::string::npos);
        CHECK(text.find("Valable jusqu’au") != std::string::npos);
        CHECK(formats::outside::pdf_properties(blank.body).find("Pages:           1") != std::string::npos);
    });
}

TEST_CASE("details that only terms of reference know are typed once; two people do not overwrite each other")
{
    for_each_engine([](db::Database& db) {
        TermsHouse house(db);
        house.sign_in_administrator();
        auto const path = house.terms_of(house.pool, "pool-coordinator.fr");
        CHECK(shows(house.get(path), "le lieu d’affectation</a>"));
        CHECK(shows(house.get(path + "/details"), "duty_station"));
        auto const refused = house.post(path + "/details", { { "version", "0" }, { "duty_station", "[ville]" } });
        CHECK(refused.status == 422);
        CHECK(shows(refused, "value=\"[ville]\""));
        CHECK(house.post(path + "/details", pool_details).status == 303);
        CHECK(house.post(path + "/details", pool_details).status == 409);
        auto const pdf = pdf_of(house.get(path + "/export.pdf"));
        for (auto const word : { "Bamako", "Diplôme", "Expérience", "Exigé", "renouvelable" })
            CHECK_MESSAGE(pdf.find(word) != std::string::npos, word);
        CHECK(house.get(house.terms_of(house.nutrition, "pool-coordinator.fr")).status == 404);
        CHECK(house.get(house.terms_of(house.nutrition, "rien.fr")).status == 404);
    });
}

TEST_CASE("strangers see no document, and members keep, cite and fill nothing")
{
    for_each_engine([](db::Database& db) {
        TermsHouse house(db);
        auto const path = house.terms_of(house.nutrition, "co-coordination.fr");
        house.sign_in_stranger();
        for (auto const& address : { house.terms_of(house.nutrition), path, path + "/export.pdf", path + "/details" })
            CHECK(house.get(address).status == 403);
        CHECK(house.post(path, {}).status == 403);
        CHECK(house.post("/bodies/" + house.nutrition.text() + "/citation", { { "norm", house.module.text() } }).status == 403);
        CHECK(house.get("/templates").status == 403);
        CHECK(house.post("/norms", {}).status == 403);
        house.sign_in_coordinator();
        CHECK(house.post("/bodies/" + house.shelter.text() + "/citation", { { "norm", "x" } }).status == 404);
        CHECK(house.post("/bodies/" + house.shelter.text() + "/citation", { { "norm", house.module.text() } }).status == 303);
        CHECK(house.events("terms.norm_cited").size() == 1);
        auto const kept = location_of(house.post(path, {}));
        auto const elsewhere = "/bodies/" + house.shelter.text() + kept.substr(kept.find("/terms"));
        CHECK(house.get(elsewhere).status == 404);
    });
}

TEST_CASE("an administrator tries a template, saves it as a version, and the old one stays readable")
{
    for_each_engine([](db::Database& db) {
        TermsHouse house(db);
        house.sign_in_administrator();
        CHECK(shows(house.get("/templates"), "Texte livré"));
        CHECK(shows(house.get("/templates/engagement.fr/edit"), "{{ agence chef de file }}"));
        auto const preview = house.post("/templates/engagement.fr/edit", { { "version", "0" }, { "source", "# Essai {{ de l’instance }}" }, { "preview", "1" } });
        CHECK(shows(preview, "Essai du cluster Abris"));
        auto const refused = house.post("/templates/engagement.fr/edit", { { "version", "0" }, { "source", "# Essai\n{{ agense }} <b>" }, { "note", "" } });
        CHECK(refused.status == 422);
        CHECK(shows(refused, "Ligne 2"));
        CHECK(shows(refused, "{{ agense }} &lt;b&gt;"));
        TermsHouse::Pairs const good { { "version", "0" }, { "source", "# Engagement {{ de l’instance }}" }, { "note", "Plus court, décidé par l’inter-clusters" } };
        CHECK(house.post("/templates/engagement.fr/edit", good).status == 303);
        CHECK(house.post("/templates/engagement.fr/edit", good).status == 409);
        CHECK(shows(house.get("/templates/engagement.fr"), "Plus court"));
        CHECK(shows(house.get("/templates/engagement.fr/versions/0"), "Valable jusqu’au"));
        CHECK(house.get("/templates/engagement.fr/versions/9").status == 404);
        CHECK(house.get("/templates/rien").status == 404);
        CHECK(house.events("terms.template_changed").size() == 1);
    });
}

TEST_CASE("the reference library refuses what it cannot cite and an edition it has already")
{
    for_each_engine([](db::Database& db) {
        TermsHouse house(db);
        house.sign_in_administrator();
        CHECK(shows(house.get("/norms"), "révisé en juillet 2015"));
        auto const refused = house.post("/norms", { { "title_fr", "" }, { "issuer", "" }, { "edition", "bientôt" }, { "link", "javascript:alert(1)" } });
        CHECK(refused.status == 422);
        CHECK(shows(refused, "bientôt"));
        CHECK(house.post("/norms", { { "title_fr", "Module de référence pour la coordination des clusters au niveau pays" }, { "issuer", "IASC" }, { "edition", "7/2015" } }).status == 409);
        auto const months = { std::pair("juillet 2015", 7U), std::pair("Août 2021", 8U), std::pair("2021-04", 4U), std::pair("3/2005", 3U), std::pair("1er mars 2005", 3U) };
        for (auto const& [typed, month] : months)
            CHECK_MESSAGE(read_month(typed, web::localization("fr")).value_or(YearMonth {}).month == month, typed);
        for (auto const typed : { "", "2015", "13/2015", "juillet", "0/2015", "juillet 15000" })
            CHECK_MESSAGE(!read_month(typed, web::localization("fr")), typed);
    });
}

TEST_CASE("the end of a mandate is reviewed on one page from delegations, absences, actions and groups")
{
    for_each_engine([](db::Database& db) {
        TermsHouse house(db);
        auto const group = house.drawn<bodies::BodyTag>();
        house.write([&](db::Transaction& tx) -> Result<void> {
            bodies::Body gtt { .id = group, .kind = bodies::BodyKind::TechnicalWorkingGroup, .name = "GTT Dépistage", .acronym = {}, .code = "GTT", .country = *geography::CountryCode::parse("BFA"), .parent = house.nutrition };
            TRY(bodies::insert_body(tx, gtt, house.clock));
            TRY(bodies::insert_mandate(tx, { .id = house.drawn<bodies::MandateTag>(), .body = group, .role = bodies::MandateRole::Facilitator, .organization = house.save_the_children, .person = {}, .period = TermsHouse::since() }));
            TRY(bodies::insert_absence(tx, { house.drawn<bodies::AbsenceTag>(), house.mariam, *Period::from(*Date::from_iso("2026-02-10"), Date::from_iso("2026-02-14")), "" }));
            auto from = house.co_coordination;
            for (auto const& named : TRY(bodies::list_mandates(tx, house.nutrition)))
                if (named.mandate.role == bodies::MandateRole::Coordinator)
                    from = named.mandate.id;
            return bodies::insert_delegation(tx, { house.drawn<bodies::DelegationTag>(), house.nutrition, from, house.co_coordination, { bodies::Power::Publish }, *Period::from(*Date::from_iso("2026-02-10"), Date::from_iso("2026-02-14")), "congé" });
        });
        house.sign_in_coordinator();
        auto const path = house.terms_of(house.nutrition) + "/reviews/" + house.engagement.text();
        CHECK(shows(house.get(house.terms_of(house.nutrition)), path));
        auto const page = house.get(path);
        CHECK(shows(page, "Animation\u00A0: GTT Dépistage"));
        CHECK(shows(page, "Délégation\u00A0: Publier"));
        CHECK(shows(page, "coordination absente et remplacée\u00A0: 5\u00A0j"));
        CHECK(shows(page, "pas de données"));
        auto const pdf = house.get(path + "/export.pdf");
        CHECK(formats::outside::pdf_properties(pdf.body).find("Pages:           1") != std::string::npos);
        CHECK(house.get(path + "/export.docx").status == 200);
        CHECK(house.get(house.terms_of(house.shelter) + "/reviews/" + house.engagement.text()).status == 404);
        house.sign_in_stranger();
        CHECK(house.get(path).status == 403);
    });
}
