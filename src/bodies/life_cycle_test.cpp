#include "bodies/architecture.hpp"
#include "bodies/charter.hpp"
#include "bodies/life_cycle.hpp"
#include "bodies/organigram.hpp"
#include "bodies/sector.hpp"
#include "people/normalise.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace toguna;
using namespace toguna::bodies;

namespace {

Date const today = *Date::from(2026, 11, 23);
auto const body = BodyId::trusted("0000000000000000000000001");
auto const step_id = LifeEventId::trusted("0000000000000000000000002");

LifeEvent step(Date day, LifeState state, std::string reason = "Décision de l’EHP") { return { step_id, body, day, state, std::move(reason) }; }

Date day(int month, unsigned day_of_month) { return *Date::from(2026, static_cast<unsigned>(month), day_of_month); }

bool is_refused(Result<LifeEvent> const& result, std::string_view field) { return !result && result.error().fields.at(0).field == field; }

BodyId id_of(int number) { return BodyId::trusted("000000000000000000000000" + std::to_string(number)); }

} // namespace

TEST_CASE("a body is expected, activated, rests, wakes, changes hands and ends, in that order only")
{
    using enum LifeState;
    CHECK(next_states({}) == std::vector { Expected, Activated });
    CHECK(next_states(Activated) == std::vector { Dormant, InTransition, Deactivated });
    CHECK(next_states(Dormant) == std::vector { Reactivated, InTransition, Deactivated });
    CHECK(next_states(Deactivated) == std::vector { Reactivated });
    std::vector<LifeEvent> const life { step(day(1, 10), Activated), step(day(6, 1), Dormant) };
    CHECK(is_refused(checked(step(day(7, 1), Activated), life, today), "state"));
    CHECK(is_refused(checked(step(day(6, 1), Reactivated), life, today), "day"));
    CHECK(is_refused(checked(step(today.plus_days(1), Reactivated), life, today), "day"));
    CHECK(is_refused(checked(step(day(7, 1), Reactivated, " "), life, today), "reason"));
    CHECK(is_refused(checked(step(day(3, 1), Deactivated), life, today), "state"));
    CHECK(checked(step(day(7, 1), Reactivated), life, today));
}

TEST_CASE("the state of any past day is known, and before the first step nothing is assumed")
{
    std::vector<LifeEvent> const life { step(day(1, 10), LifeState::Activated), step(day(6, 1), LifeState::Dormant) };
    CHECK_FALSE(state_on(life, day(1, 9)));
    CHECK(state_on(life, day(1, 10)) == LifeState::Activated);
    CHECK(state_on(life, day(5, 31)) == LifeState::Activated);
    CHECK(state_on(life, today) == LifeState::Dormant);
}

TEST_CASE("a cluster owes an outline of its transition after 90 days, and a review within three months of a sudden onset")
{
    std::vector<LifeEvent> const life { step(day(8, 1), LifeState::Activated) };
    Crisis crisis { CrisisId::trusted("0000000000000000000000009"), "Inondations", *geography::CountryCode::parse("MLI"), CrisisState::Existing, CrisisKind::SuddenOnset, day(8, 1) };
    auto const reviews = reviews_due(BodyKind::Cluster, life, {}, &crisis, today);
    REQUIRE(reviews.size() == 2);
    CHECK(reviews[0].kind == SignOfLifeKind::TransitionOutline);
    CHECK(reviews[0].due == day(10, 30));
    CHECK(reviews[1].due == day(11, 1));
    CHECK(reviews_due(BodyKind::TechnicalWorkingGroup, life, {}, &crisis, today).empty());
}

TEST_CASE("in a protracted crisis the review comes every year before the planning cycle, counted from the last one done")
{
    std::vector<LifeEvent> const life { step(*Date::from(2024, 2, 1), LifeState::Activated) };
    Crisis crisis { CrisisId::trusted("0000000000000000000000009"), "Conflit", *geography::CountryCode::parse("MLI"), CrisisState::Existing, CrisisKind::Protracted, day(1, 1) };
    crisis.planning_month = 7;
    std::vector<SignOfLife> done { { SignOfLifeId::trusted("0000000000000000000000003"), body, *Date::from(2024, 4, 1), SignOfLifeKind::TransitionOutline } };
    CHECK(reviews_due(BodyKind::Cluster, life, done, &crisis, today).at(0).due == *Date::from(2024, 6, 30));
    done.push_back({ SignOfLifeId::trusted("0000000000000000000000004"), body, day(6, 15), SignOfLifeKind::ArchitectureReview });
    CHECK(reviews_due(BodyKind::Cluster, life, done, &crisis, today).at(0).due == day(6, 30));
    done.back().day = day(7, 1);
    CHECK(reviews_due(BodyKind::Cluster, life, done, &crisis, today).at(0).due == *Date::from(2027, 6, 30));
}

TEST_CASE("a technical group that has not met for longer than it may is proposed to rest; a cluster is not")
{
    std::vector<LifeEvent> const life { step(day(1, 10), LifeState::Activated) };
    std::vector<SignOfLife> const met { { SignOfLifeId::trusted("0000000000000000000000003"), body, day(9, 24), SignOfLifeKind::MeetingHeld } };
    CHECK(silent_since(BodyKind::TechnicalWorkingGroup, life, {}, 60, today) == day(1, 10));
    CHECK_FALSE(silent_since(BodyKind::TechnicalWorkingGroup, life, met, 60, today));
    CHECK(silent_since(BodyKind::TechnicalWorkingGroup, life, met, 59, today) == day(9, 24));
    CHECK_FALSE(silent_since(BodyKind::Cluster, life, {}, 60, today));
    CHECK_FALSE(silent_since(BodyKind::TechnicalWorkingGroup, {}, {}, 60, today));
}

TEST_CASE("the usual architecture of a country is planned with its codes and its lines")
{
    ArchitectureWish wish { .sectors = { "NUT" }, .sub_clusters = { "Nord", "NUT : Centre" }, .working_groups = { "PCMA" }, .donor_group = true, .thematic_groups = { "Santé", "Eau", "Genre" } };
    auto const planned = plan_architecture(wish, { "NUT" }, web::localization("fr"));
    REQUIRE(planned);
    CHECK(planned->size() == 13);
    auto const named = [&](std::string_view name) { return *std::find_if(planned->begin(), planned->end(), [&](PlannedBody const& body) { return body.name == name; }); };
    CHECK(named("Cluster Nutrition").code == "NUT-2");
    CHECK(planned->at(*named("Cluster Nutrition").parent).kind == BodyKind::InterClusterGroup);
    CHECK(planned->at(*named("Sous-cluster Nutrition Nord").parent).name == "Cluster Nutrition");
    CHECK(planned->at(*named("Pool technique – PTF").reports_to).kind == BodyKind::Troika);
    wish.sectors.push_back("EDU");
    CHECK(plan_architecture(wish, {}, web::localization("fr")).error().fields.at(0).field == "sub_clusters");
    CHECK_FALSE(plan_architecture({ .country_team = false, .inter_cluster = false }, {}, web::localization("fr")));
}

TEST_CASE("a sector is found by what the field calls it in either language")
{
    Body cluster { body, BodyKind::Cluster, "Cluster Relèvement précoce", "", "REL", *geography::CountryCode::parse("MLI") };
    cluster.sector = "ERY";
    for (auto const* words : { "Relèvement précoce", "CRP", "Early Recovery", "relevement rapide" })
        CHECK_MESSAGE(search_text_of(cluster).find(people::search_text(words)) != std::string::npos, words);
}

TEST_CASE("the charter of a day is the latest that was valid; two versions are compared line by line")
{
    auto const version = [](int number, Date from) { return Charter { .id = CharterId::trusted("0000000000000000000000005"), .body = body, .number = number, .valid_from = from }; };
    std::vector<Charter> const charters { version(1, day(1, 1)), version(2, day(6, 1)), version(3, day(6, 1)) };
    CHECK(charter_on(charters, *Date::from(2025, 12, 31)) == nullptr);
    CHECK(charter_on(charters, day(5, 31))->number == 1);
    CHECK(charter_on(charters, day(6, 1))->number == 3);
    auto const lines = differences("Objet\nDeux réunions\nFin", "Objet\nTrois réunions\nFin\nAnnexe");
    using enum DifferenceLine::Kind;
    REQUIRE(lines.size() == 5);
    CHECK(lines[0].kind == Same);
    CHECK(lines[1].kind == Removed);
    CHECK(lines[2].kind == Added);
    CHECK(lines[3].kind == Same);
    CHECK(lines[4].kind == Added);
}

TEST_CASE("an organigram stands from left to right, boxes do not overlap, and a reporting line is not a parent")
{
    std::vector<OrganigramBody> const bodies { { id_of(1), "Groupe des partenaires techniques et financiers" }, { id_of(2), "Troïka", { "Chef de file : ACN", "Entrant : AHD" }, id_of(1) },
        { id_of(3), "Pool technique", {}, id_of(1), id_of(2) }, { id_of(4), "Sans parent connu", {}, id_of(9) } };
    auto const drawn = lay_out(bodies);
    REQUIRE(drawn.boxes.size() == 4);
    for (std::size_t left = 0; left < drawn.boxes.size(); ++left)
        for (std::size_t right = left + 1; right < drawn.boxes.size(); ++right) {
            auto const& a = drawn.boxes[left];
            auto const& b = drawn.boxes[right];
            CHECK((a.x != b.x || a.y + a.height <= b.y || b.y + b.height <= a.y));
            CHECK(b.y + b.height <= drawn.height);
        }
    CHECK(drawn.boxes[1].x > drawn.boxes[0].x);
    CHECK(std::count_if(drawn.links.begin(), drawn.links.end(), [](OrganigramLink const& link) { return link.is_report; }) == 1);
    std::vector<OrganigramBody> const ring { { id_of(1), "A", {}, id_of(2) }, { id_of(2), "B", {}, id_of(1) } };
    CHECK(lay_out(ring).boxes.size() == 2);
}
