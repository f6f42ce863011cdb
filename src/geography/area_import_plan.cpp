#include "geography/area_import_plan.hpp"

#include "geography/area_names.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace toguna::geography {

namespace {

using ByName = std::map<std::pair<int, std::string>, int>; ///< (level, name_key) → how many

bool is_ascii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

/// What becomes of areas that keep their row: which existing area a code of the file stands for, if any.
class Planner {
public:
    Planner(AreaFile const& file, AreaImportPlan& plan, std::span<AdminArea const> existing) : m_file(file), m_plan(plan), m_existing(existing)
    {
        for (auto const& area : existing) {
            if (area.p_code)
                m_by_place.emplace(place(*area.p_code), &area);
            ++m_names_before[{ area.level, name_key(area.name) }];
        }
        for (auto const& area : file.areas)
            ++m_names_after[{ area.level, name_key(area.name) }];
    }

    void run()
    {
        for (auto const& area : m_file.areas)
            decide(area);
        retire_the_rest();
        link_by_name();
        std::stable_sort(m_plan.changes.begin(), m_plan.changes.end(), [](auto const& left, auto const& right) { return left.level < right.level; });
    }

private:
    std::string place(PCode const& code) const { return std::string(place_digits(code, m_plan.country.iso2, m_plan.country.code)); }

    /// The area in force that the file means; null when there is none.
    AdminArea const* existing_for(ReadArea const& area)
    {
        if (auto const found = m_by_place.find(place(area.code)); found != m_by_place.end()) {
            auto const& before = *found->second;
            if (before.level != area.level)
                return nullptr;
            auto const former = name_key(before.name);
            bool const code_changed_hands = former != name_key(area.name) && m_names_after.contains({ area.level, former });
            return code_changed_hands ? nullptr : &before;
        }
        return without_code(area);
    }

    /// An area without code in the same parent, or in any when its name is the only one.
    AdminArea const* without_code(ReadArea const& area) const
    {
        auto const key = name_key(area.name);
        auto const parent = area.parent ? m_kept.find(place(*area.parent)) : m_kept.end();
        AdminArea const* found = nullptr;
        for (auto const& before : m_existing) {
            if (before.p_code || before.level != area.level || name_key(before.name) != key || m_taken.contains(before.id))
                continue;
            bool const same_parent = parent != m_kept.end() && before.parent == parent->second;
            if (area.parent && !same_parent)
                continue;
            if (found)
                return nullptr;
            found = &before;
        }
        return found;
    }

    /// A file of one level alone does not name the areas above: the codes, which are nested, do.
    std::optional<PCode> parent_by_code(ReadArea const& area) const
    {
        auto const digits = place(area.code);
        auto const letters = area.code.text().substr(0, area.code.text().size() - digits.size());
        for (auto length = digits.size() - 1; length > 0; --length) {
            auto const above = digits.substr(0, length);
            auto const in_force = m_by_place.find(above);
            if (m_decided.contains(above) || (in_force != m_by_place.end() && in_force->second->level < area.level))
                return PCode::trusted(letters + above);
        }
        return {};
    }

    void decide(ReadArea area)
    {
        if (area.level > 1 && !area.parent)
            area.parent = parent_by_code(area);
        if (area.level > 1 && !area.parent) {
            m_plan.problems.push_back({ area.place, tr("{code} lies in no area of the file or of those that are known.", { { "code", area.code.text() } }) });
            return;
        }
        if (area.parent && !has_parent(area))
            return;
        auto const* const before = existing_for(area);
        PlannedChange change { AreaChange::Added, area.level, area.name, area.code.text(), {}, before ? std::optional(*before) : std::nullopt, area };
        if (before) {
            m_taken.insert(before->id);
            change.change = change_of(area, *before);
            if (change.change == AreaChange::Renamed)
                change.former_name = before->name;
            if (change.change == AreaChange::Moved)
                end(change, *before);
            else
                m_kept.emplace(place(area.code), before->id);
        }
        if (change.change == AreaChange::Moved)
            change.replaces.push_back(before->id);
        m_decided.insert(place(area.code));
        m_plan.changes.push_back(std::move(change));
    }

    bool has_parent(ReadArea const& area)
    {
        auto const parent = place(*area.parent);
        if (!place(area.code).starts_with(parent)) {
            m_plan.problems.push_back({ area.place, tr("{code} does not begin with {parent}, the code of the area it lies in.", { { "code", area.code.text() }, { "parent", area.parent->text() } }) });
            return false;
        }
        auto const in_force = m_by_place.find(parent);
        if (m_decided.contains(parent))
            return true;
        bool const level_is_in_file = in_force != m_by_place.end()
            && std::any_of(m_file.areas.begin(), m_file.areas.end(), [&](ReadArea const& other) { return other.level == in_force->second->level; });
        if (in_force == m_by_place.end() || level_is_in_file) {
            m_plan.problems.push_back({ area.place, tr("{code} lies in {parent}, which is neither in the file nor known.", { { "code", area.code.text() }, { "parent", area.parent->text() } }) });
            return false;
        }
        m_kept.emplace(parent, in_force->second->id);
        return true;
    }

    AreaChange change_of(ReadArea const& area, AdminArea const& before) const
    {
        std::optional<AdminAreaId> parent;
        if (area.parent)
            if (auto const found = m_kept.find(place(*area.parent)); found != m_kept.end())
                parent = found->second;
        if (area.parent && parent != before.parent)
            return AreaChange::Moved;
        if (!before.p_code)
            return AreaChange::Coded;
        bool const same_words = name_key(area.name) == name_key(before.name);
        bool const better_spelt = same_words && area.name != before.name && is_ascii(before.name) && !is_ascii(area.name);
        return !same_words || better_spelt ? AreaChange::Renamed : AreaChange::Unchanged;
    }

    /// An area ends the day before the new edition begins; one that began that very day cannot.
    void end(PlannedChange const& change, AdminArea const& before)
    {
        if (before.validity.start() < m_plan.valid_from)
            return;
        m_plan.problems.push_back({ change.after ? change.after->place : Text(),
            tr("{code} ({name}) would end before it begins: it is valid since {date}. Choose a later day for the new edition.",
                { { "code", change.code.empty() ? change.name : change.code }, { "name", before.name }, { "date", before.validity.start() } }) });
    }

    void retire_the_rest()
    {
        std::set<int> levels;
        for (auto const& area : m_file.areas)
            levels.insert(area.level);
        std::set<AdminAreaId> ending;
        for (auto const& change : m_plan.changes)
            if (change.change == AreaChange::Moved)
                ending.insert(change.before->id);
        std::int64_t left_below = 0;
        for (auto const& before : m_existing) {
            if (!levels.contains(before.level)) {
                left_below += before.parent && ending.contains(*before.parent) ? 1 : 0;
                continue;
            }
            if (m_taken.contains(before.id) || before.validity.end())
                continue;
            PlannedChange change { AreaChange::Retired, before.level, before.name, before.p_code ? before.p_code->text() : "", {}, before };
            end(change, before);
            ending.insert(before.id);
            m_plan.changes.push_back(std::move(change));
        }
        if (left_below > 0)
            m_plan.set_aside.push_back(trn("{count} area of a level that the file does not have lies in an area that ends. Import that level too.",
                "{count} areas of a level that the file does not have lie in areas that end. Import that level too.", left_below));
    }

    /// A new area that alone bears the name of the only one that ended takes its place: its code changed.
    void link_by_name()
    {
        std::map<std::pair<int, std::string>, AdminAreaId> ended;
        for (auto const& change : m_plan.changes)
            if (auto const key = std::pair(change.level, name_key(change.name)); change.change == AreaChange::Retired && m_names_before[key] == 1)
                ended.emplace(key, change.before->id);
        for (auto& change : m_plan.changes)
            if (auto const key = std::pair(change.level, name_key(change.name)); change.change == AreaChange::Added && m_names_after[key] == 1)
                if (auto const found = ended.find(key); found != ended.end())
                    change.replaces.push_back(found->second);
    }

    AreaFile const& m_file;
    AreaImportPlan& m_plan;
    std::span<AdminArea const> m_existing;
    std::map<std::string, AdminArea const*> m_by_place;
    std::map<std::string, AdminAreaId> m_kept; ///< areas that go on, by the digits of their code
    std::set<std::string> m_decided;
    std::set<AdminAreaId> m_taken;
    ByName m_names_before;
    ByName m_names_after;
};

} // namespace

Text label_of(AreaChange change)
{
    switch (change) {
    case AreaChange::Added: return tr("Area added");
    case AreaChange::Renamed: return tr("Renamed");
    case AreaChange::Coded: return tr("P-code given");
    case AreaChange::Moved: return tr("Moved to another area");
    case AreaChange::Retired: return tr("Ended");
    case AreaChange::Unchanged: return tr("Unchanged");
    }
    return {};
}

std::string_view name_of(AreaChange change)
{
    switch (change) {
    case AreaChange::Added: return "added";
    case AreaChange::Renamed: return "renamed";
    case AreaChange::Coded: return "coded";
    case AreaChange::Moved: return "moved";
    case AreaChange::Retired: return "retired";
    case AreaChange::Unchanged: return "unchanged";
    }
    return "";
}

std::int64_t AreaImportPlan::count(AreaChange change) const
{
    return std::count_if(changes.begin(), changes.end(), [&](PlannedChange const& one) { return one.change == change; });
}

bool AreaImportPlan::changes_nothing() const { return count(AreaChange::Unchanged) == static_cast<std::int64_t>(changes.size()); }

AreaImportPlan plan_area_import(AreaFile const& file, Country const& country, AreaImportOrder const& order, std::span<AdminArea const> existing)
{
    AreaImportPlan plan { country, order.valid_from, order.edition, {}, file.problems, file.set_aside };
    if (plan.edition.empty())
        plan.edition = file.edition.empty() ? std::to_string(order.valid_from.year()) : file.edition;
    auto const later = std::max_element(existing.begin(), existing.end(), [](auto const& left, auto const& right) { return left.validity.start() < right.validity.start(); });
    if (later != existing.end() && later->validity.start() > order.valid_from) {
        plan.problems.push_back({ {}, tr("This country has areas that begin on {date}. An edition is added after the ones that are there: choose that day or a later one.", { { "date", later->validity.start() } }) });
        return plan;
    }
    Planner(file, plan, existing).run();
    return plan;
}

} // namespace toguna::geography
