#include "app/demo/fate_story.hpp"

#include "actions/occurrence.hpp"
#include "actions/progress.hpp"

#include <algorithm>
#include <array>

namespace toguna::app::demo {

namespace {

using namespace actions;

/// What people write below actions, whatever these are about.
constexpr std::array<std::string_view, 7> remarks {
    "Vu en réunion : on continue ainsi jusqu’à la prochaine séance.",
    "Deux membres proposent de partager le coût du transport.",
    "J’ai relancé la direction régionale ce matin, réponse attendue jeudi.",
    "Le document de travail est dans le dossier commun ; vos remarques sont les bienvenues.",
    "Attention : la date coïncide avec le marché hebdomadaire, il faudra décaler la séance d’un jour.",
    "Merci à toute l’équipe pour les chiffres reçus hier soir.",
    "La mairie demande une lettre signée avant de donner son accord.",
};

constexpr std::array<std::string_view, 4> proofs { "Envoyé à 43 adresses.", "Voir le compte rendu du mardi.", "Fait par téléphone, le réseau était coupé.", "Liste de présence jointe au compte rendu." };

/// Tells the fate of one action; each deed loads the action as it then stands, asks the rules, and writes.
class Teller {
public:
    Teller(Story& story, Settlers const& settlers, ToldAction const& action) : m_story(story), m_settlers(settlers), m_action(action) { }

    void tell()
    {
        switch (m_action.line.fate) {
        case Fate::ToDo: break;
        case Fate::Started: start(); break;
        case Fate::Blocked: say(days_ago(12), owner(), Block { words() }, words()); break;
        case Fate::Reported: say(days_ago(2 + m_action.index % 4), owner(), ReportDone { words() }, words()); break;
        case Fate::Closed: close(); break;
        case Fate::Abandoned: say(days_ago(35), closer(), Abandon { words() }, words()); break;
        case Fate::Postponed: postpone(); break;
        case Fate::Kept:
        case Fate::Neglected: hold_periods(); break;
        case Fate::Shared: share(); break;
        }
        if (m_action.index % 3 == 1)
            remark();
    }

private:
    std::string words() const { return std::string(m_action.line.words); }
    /// Of what all members carry, the coordination speaks as a whole.
    bool is_shared() const { return m_action.line.responsible.find('*') != std::string_view::npos; }
    ProgressActor owner() const { return is_shared() ? closer() : ProgressActor { ProgressRole::Owner, m_settlers.persons.at(m_action.owner), {} }; }
    ProgressActor closer() const { return { ProgressRole::Coordinator, m_settlers.persons.at(m_action.plan.closer), {} }; }
    /// Before the last day of the plan's story.
    Instant days_ago(std::size_t days) const { return at_hour(working_day(m_action.story_ends.plus_days(-static_cast<int>(days))), 8 + static_cast<int>(m_action.index % 9), 10); }
    /// So many days after the adoption.
    Instant after(std::size_t days) const { return at_hour(working_day(m_action.written_at.utc_date().plus_days(static_cast<int>(days))), 8 + static_cast<int>(m_action.index % 9), 25); }

    std::string_view key_of(ProgressActor const& actor) const { return actor.role == ProgressRole::Coordinator ? m_action.plan.closer : m_action.owner; }

    void say(Instant at, ProgressActor const& actor, Progress const& progress, std::string const& note)
    {
        auto const author = m_settlers.persons.at(m_action.plan.author);
        m_story.tell(at, key_of(actor), [id = m_action.id, actor, progress, note, author](db::Transaction& tx, Act const& act) -> Result<void> {
            auto const before = TRY(find_action(tx, id));
            auto const after = TRY(advance(before, progress, { act.now.utc_date(), actor, author }));
            TRY(update_action(tx, after, before.version, note, act));
            return {};
        });
    }

    void start() { say(after(9 + m_action.index), owner(), Start {}, {}); }

    void close()
    {
        start();
        auto const deadline = deadline_of(m_action.dues.front());
        auto const earliest = after(20 + m_action.index);
        auto const done = std::clamp(deadline ? at_hour(working_day(deadline->plus_days(-4)), 11) : earliest, earliest, std::max(earliest, days_ago(8)));
        say(done, owner(), ReportDone { words() }, words());
        say(done + std::chrono::hours(74), closer(), ConfirmClosed { words(), true }, words());
    }

    /// Each move comes the day after the date was missed.
    void postpone()
    {
        start();
        auto reasons = std::string_view(m_action.line.words);
        for (std::size_t move = 1; move < m_action.dues.size(); ++move) {
            auto const end = std::min(reasons.find('|'), reasons.size());
            std::string const reason(reasons.substr(0, end));
            reasons.remove_prefix(std::min(end + 1, reasons.size()));
            auto const missed = *deadline_of(m_action.dues[move - 1]);
            say(at_hour(missed.plus_days(1), 15, 40), owner(), MoveDeadline { m_action.dues[move], reason }, reason);
        }
    }

    /// Ten of thirteen periods, or one of three; the last one nobody has spoken of yet.
    void hold_periods()
    {
        if (m_action.line.fate == Fate::Kept)
            start();
        auto const today = m_story.today();
        auto const year = today.year() - m_action.plan.years_ago;
        auto const periods = expected_periods(m_action.dues.front(), year);
        for (std::size_t place = 0; place < periods.size(); ++place) {
            if (periods[place].end >= today.plus_days(-3))
                break;
            bool const kept = m_action.line.fate == Fate::Kept ? place % 13 % 4 != 3 : place % 3 == 0;
            if (!kept && m_action.line.fate == Fate::Neglected && place % 5 == 2)
                continue;
            auto const at = std::max(at_hour(periods[place].end.plus_days(1), 10, static_cast<int>(place)), m_action.written_at + std::chrono::hours(26));
            record(at, periods[place].start, kept, kept && place % 4 == 0 ? proofs[place / 4 % proofs.size()] : std::string_view());
        }
        if (m_action.plan.years_ago > 0) {
            auto const note = std::string("Année terminée ; les périodes tenues sont dans le plan.");
            say(at_hour(*Date::from(year + 1, 1, 12), 9), closer(), ConfirmClosed { note, true }, note);
        }
    }

    void record(Instant at, Date period, bool kept, std::string_view proof)
    {
        m_story.tell(at, m_action.owner, [id = m_action.id, period, kept, evidence = std::string(proof)](db::Transaction& tx, Act const& act) -> Result<void> {
            auto const action = TRY(find_action(tx, id));
            for (auto const& occurrence : action.occurrences)
                if (occurrence.period_start == period)
                    TRY(record_occurrence(tx, id, occurrence.id, kept, evidence, act));
            return {};
        });
    }

    /// Of four members, one has done it, one is at it, one is blocked, one has not answered.
    void share()
    {
        m_story.tell(days_ago(10 + m_action.index % 6), m_action.plan.author, [id = m_action.id, author = m_settlers.persons.at(m_action.plan.author)](db::Transaction& tx, Act const& act) -> Result<void> {
            auto action = TRY(find_action(tx, id));
            auto const version = action.version;
            std::array<Progress, 3> const answers { ReportDone { "Fait dans toutes nos zones." }, Start {}, Block { "Notre équipe n’a pas accès à la commune." } };
            auto const states = action.member_states;
            for (std::size_t place = 0; place < states.size(); ++place)
                if (place % 4 < answers.size())
                    action = TRY(advance(action, answers[place % 4], { act.now.utc_date(), { ProgressRole::Owner, author, states[place].organization }, author }));
            TRY(update_action(tx, action, version, "Tour de table en réunion.", act));
            return {};
        });
    }

    void remark()
    {
        auto const text = remarks[m_action.index / 3 % remarks.size()];
        auto const author = m_action.index % 2 ? m_action.owner : m_action.plan.closer;
        m_story.tell(days_ago(5 + m_action.index), author, [id = m_action.id, text](db::Transaction& tx, Act const& act) { return insert_comment(tx, id, std::string(text), act); });
    }

    Story& m_story;
    Settlers const& m_settlers;
    ToldAction const& m_action;
};

} // namespace

void tell_fate(Story& story, Settlers const& settlers, ToldAction const& action) { Teller(story, settlers, action).tell(); }

} // namespace toguna::app::demo
