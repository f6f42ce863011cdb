#include "actions/action_test_data.hpp"
#include "actions/reminder_mailer.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace toguna;
using namespace toguna::actions;
using test::day;

namespace {

/// A week of somebody who owes to two bodies: one late, one recurring, one this week, one that changed.
ReminderLetter full_letter()
{
    auto line = [](ReminderTopic topic, int number, std::string text, std::optional<Date> deadline, std::string body, std::string short_name) {
        return ReminderLine { topic, test::action(number, std::move(text)), deadline, {}, std::move(body), std::move(short_name), "https://toguna.example/r/secret-" + std::to_string(number) };
    };
    ReminderLetter letter { ReminderStage::Weekly, { "Awa Traoré", "awa@faso.example" }, "salif@cluster.example", {} };
    letter.lines.push_back(line(ReminderTopic::Overdue, 4, "Former les relais communautaires", day("2026-02-20"), "Cluster Nutrition", "NUT"));
    letter.lines.push_back(line(ReminderTopic::Overdue, 7, "Réunir le groupe technique & rédiger le compte rendu", {}, "Cluster Nutrition", "NUT"));
    letter.lines.back().action.due = Recurring { Frequency::Monthly };
    letter.lines.back().period = Occurrence { test::id<OccurrenceId>(1), day("2026-02-01"), day("2026-02-28"), {}, "" };
    letter.lines.push_back(line(ReminderTopic::DueThisWeek, 9, "Partager la cartographie des <partenaires>", day("2026-03-06"), "Groupe inter-clusters", "ICC"));
    letter.lines.push_back(line(ReminderTopic::Changed, 12, "Actualiser la stratégie", day("2026-06-30"), "Cluster Nutrition", "NUT"));
    return letter;
}

void check_golden(std::string const& name, std::string const& written)
{
    auto const path = "src/actions/golden/" + name;
    if (std::getenv("TOGUNA_UPDATE_GOLDEN")) {
        std::filesystem::create_directories("src/actions/golden");
        std::ofstream(path) << written;
    }
    std::ifstream golden(path);
    CHECK(written == std::string(std::istreambuf_iterator<char>(golden), {}));
}

std::string as_file(mail::Message const& message) { return message.subject + "\n\n" + message.text; }

} // namespace

TEST_CASE("the weekly mail reads like its golden file, in French and in English (TOGUNA_UPDATE_GOLDEN=1 accepts a change)")
{
    for (std::string const language : { "fr", "en" }) {
        auto const message = reminder_message(full_letter(), web::localization(language, web::Medium::File));
        check_golden("weekly." + language + ".mail", as_file(message));
        check_golden("weekly." + language + ".markup", message.html);
    }
}

TEST_CASE("the single reminders and the words to the coordinator read like their golden files")
{
    for (std::string const language : { "fr", "en" }) {
        auto const& words = web::localization(language, web::Medium::File);
        auto letter = full_letter();
        letter.lines = { letter.lines.at(2) };
        letter.stage = ReminderStage::Before;
        check_golden("before." + language + ".mail", as_file(reminder_message(letter, words)));
        letter.stage = ReminderStage::After;
        letter.lines[0].topic = ReminderTopic::Overdue;
        check_golden("after." + language + ".mail", as_file(reminder_message(letter, words)));
        CoordinatorLine const line { letter.lines[0].action, words(tr("{reference} · blocked: {reason}", { { "reference", "ICC-2026-009" }, { "reason", "Pas de salle" } })), "https://toguna.example/actions/9" };
        check_golden("blocked." + language + ".mail", as_file(coordinator_message(CoordinatorSubject::Blocked, { "Salif Kaboré", "salif@cluster.example" }, "Groupe inter-clusters", { line }, words)));
        check_golden("escalation." + language + ".mail", as_file(coordinator_message(CoordinatorSubject::MissedDates, { "Salif Kaboré", "salif@cluster.example" }, "Groupe inter-clusters", { line }, words)));
    }
}

TEST_CASE("a subject is cut at a word, and never inside a letter")
{
    CHECK(shortened("Former les relais", 60) == "Former les relais");
    CHECK(shortened("Former les relais communautaires", 12) == "Former les…");
    CHECK(shortened("ééééé", 3) == "ééé…");
}
