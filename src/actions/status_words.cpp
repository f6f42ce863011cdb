#include "actions/status_words.hpp"

#include "actions/words.hpp"

#include <array>
#include <cctype>
#include <cstdlib>
#include <utility>

namespace toguna::actions {

namespace {

/// The first that the words begin with, or contain as whole words, decides: « non fait » comes before « fait ».
constexpr std::array<std::pair<std::string_view, Status>, 63> status_phrases { { { "non fait", Status::ToDo }, { "non faite", Status::ToDo },
    { "pas fait", Status::ToDo }, { "pas faite", Status::ToDo }, { "pas encore", Status::ToDo }, { "non realise", Status::ToDo }, { "non realisee", Status::ToDo },
    { "non execute", Status::ToDo }, { "non executee", Status::ToDo }, { "non demarre", Status::ToDo }, { "non demarree", Status::ToDo }, { "non entame", Status::ToDo },
    { "non acheve", Status::InProgress }, { "non achevee", Status::InProgress }, { "a faire", Status::ToDo }, { "not started", Status::ToDo },
    { "not done", Status::ToDo }, { "not yet", Status::ToDo }, { "to do", Status::ToDo }, { "todo", Status::ToDo }, { "planifie", Status::ToDo },
    { "planifiee", Status::ToDo }, { "prevu", Status::ToDo }, { "prevue", Status::ToDo }, { "planned", Status::ToDo }, { "en attente", Status::ToDo },
    { "pending", Status::ToDo }, { "reporte", Status::ToDo }, { "reportee", Status::ToDo }, { "postponed", Status::ToDo }, { "faite a confirmer", Status::DoneToConfirm },
    { "fait a confirmer", Status::DoneToConfirm }, { "a confirmer", Status::DoneToConfirm }, { "done to be confirmed", Status::DoneToConfirm },
    { "partiellement", Status::InProgress }, { "en cours", Status::InProgress }, { "in progress", Status::InProgress }, { "ongoing", Status::InProgress },
    { "on going", Status::InProgress }, { "started", Status::InProgress }, { "demarre", Status::InProgress }, { "demarree", Status::InProgress },
    { "entame", Status::InProgress }, { "permanent", Status::InProgress }, { "permanente", Status::InProgress }, { "continu", Status::InProgress },
    { "continue", Status::InProgress }, { "bloque", Status::Blocked }, { "bloquee", Status::Blocked }, { "suspendu", Status::Blocked },
    { "suspendue", Status::Blocked }, { "blocked", Status::Blocked }, { "on hold", Status::Blocked }, { "annule", Status::Abandoned },
    { "annulee", Status::Abandoned }, { "abandonne", Status::Abandoned }, { "abandonnee", Status::Abandoned }, { "cancelled", Status::Abandoned },
    { "canceled", Status::Abandoned }, { "abandoned", Status::Abandoned }, { "dropped", Status::Abandoned }, { "caduc", Status::Abandoned } } };

constexpr std::array<std::string_view, 24> done_words { "fait", "faite", "faits", "faites", "realise", "realisee", "execute", "executee", "termine", "terminee", "acheve",
    "achevee", "clos", "close", "cloture", "cloturee", "closed", "done", "complete", "completed", "finalise", "finalisee", "effectue", "effectuee" };

std::string spaced(std::string_view words)
{
    std::string text = " ";
    for (auto const& word : words_of(words))
        text += word + " ";
    return text;
}

} // namespace

StatusWords read_status(std::string_view words)
{
    StatusWords read;
    auto const text = spaced(words);
    if (text == " ")
        return read;
    if (words.find('%') != std::string_view::npos)
        read.progress = read_progress(words);
    std::size_t first = text.size();
    for (auto const& [phrase, status] : status_phrases)
        if (auto const at = text.find(" " + std::string(phrase) + " "); at < first) {
            first = at;
            read.status = status;
        }
    for (auto const word : done_words)
        if (auto const at = text.find(" " + std::string(word) + " "); at < first) {
            first = at;
            read.status = Status::Closed;
        }
    if (!read.status && read.progress)
        read.status = *read.progress == 100 ? Status::Closed : *read.progress == 0 ? Status::ToDo : Status::InProgress;
    if (!read.status && text == " oui ")
        read.status = Status::Closed;
    if (!read.status && text == " non ")
        read.status = Status::ToDo;
    return read;
}

std::optional<int> read_progress(std::string_view words)
{
    auto text = folded(words);
    auto const first = text.find_first_of("0123456789");
    if (first == std::string::npos)
        return {};
    text = text.substr(first);
    for (auto& character : text)
        character = character == ',' ? '.' : character;
    char* end = nullptr;
    double value = std::strtod(text.c_str(), &end);
    bool const percent = std::string_view(end).find('%') != std::string_view::npos;
    bool const fraction = !percent && value <= 1 && text.find('.') != std::string::npos;
    if (fraction)
        value *= 100;
    if (value < 0 || value > 100)
        return {};
    return int(value + 0.5);
}

std::optional<Priority> read_priority(std::string_view words)
{
    auto const all = words_of(words);
    if (all.empty())
        return {};
    for (auto const& word : all)
        for (std::string_view const high : { "haute", "haut", "elevee", "eleve", "high", "urgent", "urgente", "critique", "critical", "forte", "prioritaire", "1", "p1", "h" })
            if (word == high)
                return Priority::High;
    for (std::string_view const normal : { "normale", "normal", "moyenne", "moyen", "medium", "basse", "faible", "low", "2", "3", "p2", "p3", "m", "l" })
        if (all.front() == normal)
            return Priority::Normal;
    return {};
}

std::string_view name_of(Priority priority) { return priority == Priority::High ? "high" : "normal"; }

} // namespace toguna::actions
