#include "formats/outside_reader.hpp"
#include "terms/mandate_review.hpp"
#include "terms/test_documents.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

using namespace toguna;
using namespace toguna::terms;
using namespace toguna::terms::test_data;

namespace {

Date day(std::string_view iso) { return *Date::from_iso(iso); }

ReviewFacts a_year()
{
    ReviewFacts facts { .body_name = "Cluster Nutrition", .organization = { "Save the Children", "" }, .person = "Élise Sawadogo", .lead_agency = Party { "Fonds des Nations Unies pour l’enfance", "UNICEF" },
        .starts_on = day("2026-03-02"), .ends_on = day("2027-03-01"), .time_share = 100, .as_of = day("2027-03-10") };
    facts.commitments = { { bodies::CommitmentSubject::Meetings, "Préparer", bodies::CommitmentState::Kept, "12 ordres du jour" }, { bodies::CommitmentSubject::Meetings, "Comptes rendus", bodies::CommitmentState::Open },
        { bodies::CommitmentSubject::Allocations, "Analyse", bodies::CommitmentState::NotKept, "Aucune note remise" }, { bodies::CommitmentSubject::Performance, "Revue", bodies::CommitmentState::Kept, "Rapport de novembre" } };
    facts.findings[bodies::CommitmentSubject::Communication] = { bodies::label_of(bodies::MandateLevel::National) };
    facts.absences = { { "Mariam Diallo", Period::since(day("2027-02-25")), true }, { "Élise Sawadogo", *Period::from(day("2026-02-01"), day("2026-03-03")), false },
        { "Élise Sawadogo", *Period::from(day("2026-03-03"), day("2026-03-04")), false } };
    return facts;
}

formats::Document page_of(ReviewFacts const& facts) { return review_document(facts, words_of("fr"), { "Cluster Nutrition", "NUT", "Page", "Essai", *Instant::from_iso("2027-03-10T08:00:00Z") }); }

bool is_one_page(formats::Document const& document) { return formats::outside::pdf_properties(formats::write_pdf(document)).find("Pages:           1") != std::string::npos; }

} // namespace

TEST_CASE("each of the eight responsibilities has a line; nothing recorded is no data, not nought")
{
    auto const review = review_of(a_year());
    REQUIRE(review.lines.size() == 8);
    CHECK(review.lines[0].kept == 1);
    CHECK(review.lines[0].open == 1);
    CHECK_FALSE(review.lines[1].has_data());
    CHECK(review.lines[7].has_data());
    auto const text = lines_of(page_of(a_year()));
    CHECK(text.find("1 tenu sur 2, 1 en cours") != std::string::npos);
    CHECK(text.find("| **Inter-clusters** | pas de données | pas de données |") != std::string::npos);
    CHECK(text.find("0 tenu") != std::string::npos); // of an allocation that was promised and not prepared
}

TEST_CASE("days away count once, within the mandate and until the day of the review")
{
    auto const review = review_of(a_year());
    REQUIRE(review.absences);
    CHECK(review.absences->of_holder == 3);   // 2 to 4 March 2026: the days before the mandate do not count, 3 March counts once
    CHECK(review.absences->substituted == 5); // 25 February to 1 March 2027
    auto facts = a_year();
    facts.absences.clear();
    CHECK_FALSE(review_of(facts).absences);
}

TEST_CASE("the review is one A4 page, empty and overfull, and says what the golden file says (TOGUNA_UPDATE_GOLDEN=1 accepts a change)")
{
    CHECK(is_one_page(page_of(a_year())));
    ReviewFacts const empty { .body_name = "Cluster Nutrition", .organization = { "Save the Children", "" }, .starts_on = day("2026-03-02"), .as_of = day("2026-04-01") };
    CHECK(is_one_page(page_of(empty)));
    auto full = a_year();
    for (int commitment = 0; commitment < 200; ++commitment)
        full.commitments.push_back({ bodies::responsibilities()[static_cast<std::size_t>(commitment % 8)], "x", bodies::CommitmentState::Partly, std::string(300, 'e') + "é " + std::to_string(commitment) });
    full.organization.name = std::string(200, 'O');
    CHECK(is_one_page(page_of(full)));

    static constexpr auto path = "src/terms/golden/mandate-review.md";
    auto const written = lines_of(page_of(a_year()));
    if (std::getenv("TOGUNA_UPDATE_GOLDEN"))
        std::ofstream(path) << written;
    std::ifstream golden(path);
    CHECK(written == std::string(std::istreambuf_iterator<char>(golden), {}));
}
