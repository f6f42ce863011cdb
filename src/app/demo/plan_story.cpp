#include "app/demo/plan_story.hpp"

#include "actions/actor_store.hpp"
#include "actions/plan_sections.hpp"
#include "actions/plan_edit_store.hpp"
#include "actions/progress.hpp"
#include "actions/words.hpp"
#include "app/demo/fate_story.hpp"
#include "web/localization.hpp"

#include <charconv>
#include <memory>

namespace toguna::app::demo {

namespace {

/// The country writes its plans in French.
web::Localization const& french() { return web::localization("fr", web::Medium::File); }

std::vector<std::string> parts_of(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        auto const end = std::min(text.find(separator), text.size());
        if (auto part = actions::trimmed(text.substr(0, end)); !part.empty())
            parts.push_back(std::move(part));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

/// « J-12 », « J+9 » count from today; everything else is read as the field writes it.
actions::Due due_of(std::string_view words, int year, Date today)
{
    int days = 0;
    auto const number = words.substr(std::min<std::size_t>(1, words.size()));
    auto const digits = number.starts_with('+') ? number.substr(1) : number;
    if (words.starts_with('J') && std::from_chars(digits.data(), digits.data() + digits.size(), days).ec == std::errc())
        return actions::DueOn { working_day(today.plus_days(days)) };
    return actions::read_due(words, year, today).due;
}

std::vector<actions::Due> dues_of(PlanLine const& line, int year, Date today)
{
    std::vector<actions::Due> dues;
    for (auto const& words : parts_of(line.due, '>'))
        dues.push_back(due_of(words, year, today));
    if (dues.empty())
        dues.push_back(actions::NoDue {});
    return dues;
}

std::vector<actions::Responsible> responsible_of(PlanLine const& line, DemoPlan const& plan, Settlers const& settlers)
{
    using Kind = actions::Responsible::Kind;
    std::vector<actions::Responsible> result;
    for (auto const& word : parts_of(line.responsible, ';')) {
        std::string_view const name(word);
        if (name == "*")
            result.push_back({ Kind::Body, settlers.bodies.at(plan.body).text(), "membres du cluster" });
        else if (name.starts_with('#'))
            result.push_back({ Kind::Unit, {}, std::string(name.substr(1)) });
        else if (name.starts_with('@'))
            result.push_back({ Kind::Person, settlers.persons.at(name.substr(1)).text(), settlers.actors.at(name.substr(1)).name });
        else
            result.push_back({ Kind::Organization, settlers.organizations.at(name).text(), word });
    }
    return result;
}

/// The person named first, or the plan's author for an organisation, a unit or all members.
std::string_view owner_of(PlanLine const& line, DemoPlan const& plan)
{
    if (!line.responsible.starts_with('@'))
        return plan.author;
    auto const name = line.responsible.substr(1, line.responsible.find(';') - 1);
    return find_demo_person(name)->key;
}

std::vector<actions::Section> sections_of_plan(DemoPlan const& plan)
{
    std::vector<actions::Section> sections;
    for (auto const& title : plan.sections)
        sections.push_back({ actions::SectionId::trusted(""), std::string(title), {} });
    if (sections.empty())
        for (auto const& section : actions::default_sections())
            sections.push_back({ actions::SectionId::trusted(""), french()(section.title), section.core_function });
    return sections;
}

/// The adoption of a plan: its gaps and its actions, an action under two gaps once.
class Adoption {
public:
    Adoption(Settlers const& settlers, DemoPlan const& plan, int year, Date today) : m_settlers(settlers), m_plan(plan), m_year(year), m_today(today) { }

    /// `ids` are those of the actions, by line.
    Result<void> write(db::Transaction& tx, actions::Act const& act, std::vector<actions::ActionId> const& ids)
    {
        auto const body = m_settlers.bodies.at(m_plan.body);
        m_id = TRY(actions::insert_plan(tx, body, m_year, std::string(m_plan.title) + " " + std::to_string(m_year), sections_of_plan(m_plan), act));
        m_sections = TRY(actions::read_plan(tx, *m_id)).sections;
        for (std::size_t index = 0; index < m_plan.lines.size(); ++index)
            TRY(write_gap(tx, act, m_plan.lines[index]));
        for (std::size_t index = 0; index < m_plan.lines.size(); ++index)
            if (is_first(index))
                TRY(write_action(tx, act, m_plan.lines[index], ids[index]));
        return {};
    }

    /// Whether no line above holds the same action.
    bool is_first(std::size_t index) const
    {
        for (std::size_t above = 0; above < index; ++above)
            if (m_plan.lines[above].action == m_plan.lines[index].action)
                return false;
        return true;
    }

private:
    Result<void> write_gap(db::Transaction& tx, actions::Act const& act, PlanLine const& line)
    {
        if (!line.gap.empty() && !m_gaps.contains(line.gap))
            m_gaps.emplace(line.gap, TRY(actions::insert_gap(tx, *m_id, m_sections.at(line.section).id, std::string(line.gap), act)));
        return {};
    }

    Result<void> write_action(db::Transaction& tx, actions::Act const& act, PlanLine const& line, actions::ActionId const& id)
    {
        actions::ActionPoint action { .id = id, .body = m_settlers.bodies.at(m_plan.body), .plan = m_id, .section = m_sections.at(line.section).id };
        action.text = line.action;
        for (auto const& other : m_plan.lines)
            if (other.action == line.action && !other.gap.empty())
                action.gaps.push_back(m_gaps.at(other.gap));
        action.due = dues_of(line, m_year, m_today).front();
        if (!line.due.starts_with('J'))
            action.due_text = line.due;
        action.priority = line.high_priority ? actions::Priority::High : actions::Priority::Normal;
        action.responsible = responsible_of(line, m_plan, m_settlers);
        TRY(actions::expand_members(tx, action, act.now.utc_date()));
        TRY(actions::insert_action(tx, action, {}, act));
        return {};
    }

    Settlers const& m_settlers;
    DemoPlan const& m_plan;
    int m_year;
    Date m_today;
    std::optional<actions::PlanId> m_id;
    std::vector<actions::Section> m_sections;
    std::map<std::string_view, actions::GapId> m_gaps;
};

/// What last year left open goes on in the new plan; there it ends, with the reason.
Result<void> take_over(db::Transaction& tx, actions::Act const& act, bodies::BodyId const& body, int year)
{
    auto const former = TRY(actions::find_plan_of_year(tx, body, year - 1));
    auto const present = TRY(actions::find_plan_of_year(tx, body, year));
    std::vector<actions::ActionPoint> left;
    std::vector<actions::ActionId> ids;
    for (auto const& action : TRY(actions::read_plan(tx, former->id)).actions)
        if (actions::is_open(action.status) && action.occurrences.empty()) {
            ids.push_back(action.id);
            left.push_back(action);
        }
    TRY(actions::carry_actions(tx, former->id, present->id, ids, act));
    actions::ProgressSetting const setting { act.now.utc_date(), { actions::ProgressRole::Coordinator, {}, {} }, {} };
    for (auto const& action : left) {
        auto const reason = "Reprise dans le plan d’action " + std::to_string(year) + ".";
        TRY(actions::update_action(tx, TRY(actions::advance(action, actions::Abandon { reason }, setting)), action.version, reason, act));
    }
    return {};
}

constexpr int shortest_history = 130; // days

/// In February, or long enough before today that there is something to tell.
Instant adopted_at(DemoPlan const& plan, Instant now)
{
    auto const today = now.utc_date();
    auto const february = at_hour(*Date::from(today.year() - plan.years_ago, 2, 3), 9);
    return std::min(february, at_hour(today.plus_days(-shortest_history), 9));
}

/// A plan of the past is quiet from shortly before Christmas on, and from when the next one is adopted.
Date story_end(DemoPlan const& plan, int year, Date today)
{
    return plan.years_ago == 0 ? today : std::min(*Date::from(year, 12, 18), today.plus_days(-shortest_history - 3));
}

} // namespace

void tell_plan(Story& story, Settlers const& settlers, DemoPlan const& plan, Chance& chance)
{
    auto const year = story.today().year() - plan.years_ago;
    auto const adopted = adopted_at(plan, story.now());
    auto const adoption = std::make_shared<Adoption>(settlers, plan, year, story.today());
    std::vector<actions::ActionId> ids;
    for (std::size_t index = 0; index < plan.lines.size(); ++index)
        ids.push_back(new_id<actions::ActionTag>(adopted, chance));
    story.tell(adopted, plan.author, [adoption, ids](db::Transaction& tx, actions::Act const& act) { return adoption->write(tx, act, ids); });
    if (plan.continues)
        story.tell(adopted + std::chrono::hours(1), plan.author, [body = settlers.bodies.at(plan.body), year](db::Transaction& tx, actions::Act const& act) { return take_over(tx, act, body, year); });
    for (std::size_t index = 0; index < plan.lines.size(); ++index)
        if (auto const& line = plan.lines[index]; adoption->is_first(index))
            tell_fate(story, settlers, { line, plan, index, adopted, story_end(plan, year, story.today()), ids[index], owner_of(line, plan), dues_of(line, year, story.today()) });
}

} // namespace toguna::app::demo
