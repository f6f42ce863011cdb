#include "actions/due.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace toguna;
using namespace toguna::actions;

namespace {

Date const due_test_today = *Date::from_iso("2023-02-15"); // a Wednesday

ReadDue reading(std::string_view words) { return read_due(words, 2023, due_test_today); }

/// "kind:value", with « ? » when a person should look and « ! » when it was not understood.
std::string told(std::string_view words)
{
    auto const read = reading(words);
    return std::string(kind_of(read.due)) + (value_of(read.due).empty() ? "" : ":" + value_of(read.due)) + (!read.understood ? "!" : read.doubtful ? "?" : "");
}

} // namespace

TEST_CASE("the five deadlines of the source plan are understood without a doubt")
{
    CHECK(told("Continue") == "continuous");
    CHECK(told("Hebdomadaire") == "frequency:weekly");
    CHECK(told("Mensuelle") == "frequency:monthly");
    CHECK(told("Juin") == "month:2023-06");
    CHECK(told("Août") == "month:2023-08");
}

TEST_CASE("an empty cell has no deadline and says so without a doubt")
{
    CHECK(told("") == "none");
    CHECK(told(" \u00A0 ") == "none");
}

TEST_CASE("days are read in every order the field writes them")
{
    for (auto const* const words : { "15 mars", "15 mars 2023", "le 15 mars", "avant le 15 mars", "15/03/2023", "15.03.23", "15-03-2023", "15/3", "2023-03-15",
             "2023-03-15 00:00:00", "15-mars-23", "mercredi 15 mars 2023", "March 15, 2023", "15th March", "by 15 March 2023", "d’ici le 15 mars", "mi-mars",
             "au plus tard le 15 mars", "15 MARS" }) {
        CAPTURE(words);
        CHECK(told(words) == "date:2023-03-15");
    }
    CHECK(told("1er avril") == "date:2023-04-01");
    CHECK(told("3/25/2023") == "date:2023-03-25?");
    CHECK(told("45000") == "date:2023-03-15?");
    CHECK(told("31 janvier 2024") == "date:2024-01-31");
}

TEST_CASE("a day that does not exist is not understood, and the words are kept")
{
    for (auto const* const words : { "30 février", "31/06/2023", "2023-02-30", "31 avril 2023" }) {
        CAPTURE(words);
        CHECK(told(words) == "none!");
    }
}

TEST_CASE("months are deadlines of their last day")
{
    for (auto const* const words : { "juin", "JUIN", "fin juin", "juin 2023", "June", "06/2023", "Juin-23", "d’ici fin juin 2023", "jun.", "2023-06" }) {
        CAPTURE(words);
        CHECK(told(words) == "month:2023-06");
    }
    CHECK(deadline_of(reading("fin juin").due) == Date::from_iso("2023-06-30"));
    CHECK(told("sept. 2023") == "month:2023-09");
    CHECK(told("Déc") == "month:2023-12");
    CHECK(told("fin 2023") == "month:2023-12");
    CHECK(told("d’ici fin 2023") == "month:2023-12");
    CHECK(told("fin d’année") == "month:2023-12");
    CHECK(told("début mars") == "date:2023-03-10?");
    CHECK(told("1ère quinzaine de mai") == "date:2023-05-15?");
    CHECK(told("2023") == "month:2023-12?");
}

TEST_CASE("quarters, halves and ranges end where they end, and somebody should look")
{
    CHECK(told("T2") == "month:2023-06?");
    CHECK(told("T3 2023") == "month:2023-09?");
    CHECK(told("Q4 2024") == "month:2024-12?");
    CHECK(told("2ème trimestre 2023") == "month:2023-06?");
    CHECK(told("deuxième trimestre") == "month:2023-06?");
    CHECK(told("S1") == "month:2023-06?");
    CHECK(told("2nd semestre") == "month:2023-12?");
    CHECK(told("mars – juin") == "month:2023-06?");
    CHECK(told("janvier à mars 2023") == "month:2023-03?");
    CHECK(told("novembre - février") == "month:2024-02?");
    CHECK(told("15 au 20 mars") == "date:2023-03-20?");
    CHECK(told("semaine 12") == "date:2023-03-26?");
}

TEST_CASE("frequencies are read in French and English")
{
    struct Said {
        char const* words;
        char const* frequency;
    };
    for (auto const& [words, frequency] : { Said { "hebdo", "weekly" }, { "chaque semaine", "weekly" }, { "Toutes les semaines", "weekly" },
             { "Weekly", "weekly" }, { "tous les lundis", "weekly" }, { "chaque vendredi", "weekly" }, { "tous les mois", "monthly" }, { "1x/mois", "monthly" },
             { "1 fois par mois", "monthly" }, { "une fois par mois", "monthly" }, { "Mensuel", "monthly" }, { "bimestriel", "bimonthly" },
             { "tous les deux mois", "bimonthly" }, { "Trimestrielle", "quarterly" }, { "tous les 3 mois", "quarterly" }, { "Quarterly", "quarterly" },
             { "semestriel", "half_yearly" }, { "2x/an", "half_yearly" }, { "annuel", "yearly" }, { "chaque année", "yearly" }, { "quotidien", "daily" },
             { "tous les jours", "daily" }, { "tous les 15 jours", "fortnightly" }, { "bimensuelle", "fortnightly" }, { "every two weeks", "fortnightly" } }) {
        CAPTURE(words);
        CHECK(told(words) == std::string("frequency:") + frequency);
    }
    CHECK(told("3 fois par semaine") == "frequency:weekly?");
}

TEST_CASE("what has no end is continuous; haste is not a date")
{
    for (auto const* const words : { "Continue", "en continu", "permanent", "Ongoing", "On-going", "au besoin", "toute l’année", "PERMANENTE", "as needed",
             "Tout au long de l’année" }) {
        CAPTURE(words);
        CHECK(told(words) == "continuous");
    }
    for (auto const* const words : { "immédiat", "ASAP", "dès que possible", "Immédiatement", "urgent" }) {
        CAPTURE(words);
        CHECK(told(words) == "continuous?");
    }
}

TEST_CASE("a continuous action may name the day of its review")
{
    CHECK(told("Continue, revue le 1 décembre 2023") == "continuous:2023-12-01");
    CHECK(told("Continuous, review on 1 December 2023") == "continuous:2023-12-01");
}

TEST_CASE("relative words count from today")
{
    CHECK(told("dans 7 jours") == "date:2023-02-22");
    CHECK(told("sous 15 jours") == "date:2023-03-02");
    CHECK(told("within 2 weeks") == "date:2023-03-01");
    CHECK(told("J+7") == "date:2023-02-22");
    CHECK(told("48h") == "date:2023-02-17");
    CHECK(told("semaine prochaine") == "date:2023-02-24");
    CHECK(told("vendredi") == "date:2023-02-17?");
    CHECK(told("le 20") == "date:2023-02-20?");
    CHECK(told("le 10") == "date:2023-03-10?");
}

TEST_CASE("no deadline on purpose is understood, but somebody should decide")
{
    for (auto const* const words : { "N/A", "-", "—", "à déterminer", "À définir", "TBD", "néant", "?" }) {
        CAPTURE(words);
        CHECK(told(words) == "none?");
    }
}

TEST_CASE("a word mistyped by one or two letters is understood with a doubt")
{
    CHECK(told("Mensuele") == "frequency:monthly?");
    CHECK(told("hebdomadare") == "frequency:weekly?");
    CHECK(told("Contiune") == "continuous?");
    CHECK(told("15 févirer") == "date:2023-02-15?");
    CHECK(told("Trimestriele") == "frequency:quarterly?");
}

TEST_CASE("words around a deadline leave a doubt, and words alone are not understood")
{
    CHECK(told("Août si les fonds arrivent") == "month:2023-08?");
    CHECK(told("Mensuelle à partir de mars") == "frequency:monthly?");
    CHECK(told("15 mars et 30 juin") == "date:2023-06-30?");
    CHECK(told("après la saison des pluies") == "none!");
    CHECK(told("OCHA") == "none!");
}

TEST_CASE("a due survives the way to machine words and back")
{
    for (auto const* const words : { "", "15 mars", "Août", "Hebdomadaire", "Continue" }) {
        auto const due = reading(words).due;
        CHECK(due_from(kind_of(due), value_of(due)) == due);
    }
    Due const reviewed = Continuous { Date::from_iso("2023-12-01") };
    CHECK(due_from(kind_of(reviewed), value_of(reviewed)) == reviewed);
    CHECK_FALSE(due_from("month", "2023-13"));
    CHECK_FALSE(due_from("date", "weekly"));
    CHECK_FALSE(due_from("none", "2023-01-01"));
}

TEST_CASE("lists show the nearest deadline first, then recurring, continuous and none")
{
    std::vector<Due> const sorted { DueOn { *Date::from_iso("2023-06-29") }, DueInMonth { { 2023, 6 } }, Recurring { Frequency::Weekly },
        Recurring { Frequency::Monthly }, Continuous {}, NoDue {} };
    for (std::size_t index = 0; index + 1 < sorted.size(); ++index) {
        CHECK(sooner(sorted[index], sorted[index + 1]));
        CHECK_FALSE(sooner(sorted[index + 1], sorted[index]));
    }
}
