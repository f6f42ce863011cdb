#include "geography/area_names.hpp"

#include "base/search_text.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace toguna::geography {

namespace {

constexpr std::size_t most_candidates = 8;
/// Below these lengths one error, or two, make another name.
constexpr std::size_t shortest_with_one_error = 5;
constexpr std::size_t shortest_with_two_errors = 8;

/// How far a text is from a name, in typing errors.
enum Distance { Same = 0, OneError = 1, TwoErrors = 2, Different = 3 };

/// Letters added, left out, mistaken or swapped with their neighbour (optimal string alignment); more than two are Different.
Distance errors_between(std::string_view left, std::string_view right)
{
    auto const longer = std::max(left.size(), right.size());
    if (longer - std::min(left.size(), right.size()) > 2)
        return Different;
    std::vector<std::size_t> before_last, last(right.size() + 1), now(right.size() + 1);
    for (std::size_t column = 0; column <= right.size(); ++column)
        last[column] = column;
    for (std::size_t row = 1; row <= left.size(); ++row) {
        now[0] = row;
        for (std::size_t column = 1; column <= right.size(); ++column) {
            now[column] = std::min({ last[column] + 1, now[column - 1] + 1, last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1) });
            if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                now[column] = std::min(now[column], before_last[column - 2] + 1);
        }
        before_last = last;
        std::swap(last, now);
    }
    auto const errors = last[right.size()];
    if (errors > 2 || (errors == 2 && longer < shortest_with_two_errors) || (errors == 1 && longer < shortest_with_one_error))
        return Different;
    return static_cast<Distance>(errors);
}

struct Written {
    std::string key;
    std::optional<PCode> code;
};

Written written_as(std::string_view text)
{
    auto code = PCode::parse(text);
    return { name_key(text), code ? std::optional(*code) : std::nullopt };
}

Distance distance_to(KnownArea const& area, Written const& written)
{
    if (written.code && area.p_code == written.code)
        return Same;
    auto nearest = Different;
    for (auto const& key : area.keys)
        nearest = key == written.key ? Same : std::min(nearest, errors_between(key, written.key));
    return nearest;
}

struct Found {
    KnownArea const* area = nullptr;
    Distance own = Different;
    int parents = 0; ///< errors in all parents that were written; Different for one that is none of them
};

bool is_beyond_doubt(Found const& found, bool parents_written)
{
    if (found.own == Same)
        return found.parents < Different;
    return found.own == OneError && parents_written && found.parents <= OneError;
}

class Recogniser {
public:
    explicit Recogniser(std::span<KnownArea const> areas)
    {
        m_by_id.reserve(areas.size());
        for (auto const& area : areas)
            m_by_id.emplace(area.id, &area);
    }

    /// How well the areas above agree with the parents that were written; each looks above the one before.
    int errors_of_parents(KnownArea const& area, std::span<Written const> parents) const
    {
        int errors = 0;
        auto const* below = &area;
        for (auto written = parents.rbegin(); written != parents.rend(); ++written) {
            auto nearest = Different;
            KnownArea const* taken = nullptr;
            for (auto const* above = above_of(*below); above; above = above_of(*above))
                if (auto const distance = distance_to(*above, *written); distance < nearest) {
                    nearest = distance;
                    taken = above;
                }
            if (!taken)
                return Different;
            errors = std::min<int>(errors + nearest, TwoErrors);
            below = taken;
        }
        return errors;
    }

private:
    KnownArea const* above_of(KnownArea const& area) const
    {
        if (!area.parent)
            return nullptr;
        auto const found = m_by_id.find(*area.parent);
        return found == m_by_id.end() ? nullptr : found->second;
    }

    std::unordered_map<AdminAreaId, KnownArea const*> m_by_id;
};

} // namespace

std::string name_key(std::string_view name)
{
    auto key = search_text(name);
    std::erase(key, ' ');
    return key;
}

AreaMatch recognise_area(std::span<KnownArea const> areas, std::span<std::string_view const> path, std::optional<int> level)
{
    if (path.empty())
        return {};
    auto const wanted = written_as(path.back());
    if (wanted.key.empty())
        return {};
    std::vector<Written> parents;
    for (auto const& text : path.first(path.size() - 1))
        if (auto parent = written_as(text); !parent.key.empty())
            parents.push_back(std::move(parent));

    Recogniser const recogniser(areas);
    std::vector<Found> found;
    for (auto const& area : areas) {
        if (level && area.level != *level)
            continue;
        if (auto const own = distance_to(area, wanted); own != Different)
            found.push_back({ &area, own, recogniser.errors_of_parents(area, parents) });
    }
    std::stable_sort(found.begin(), found.end(), [](Found const& left, Found const& right) {
        return std::tuple(left.parents == Different, left.own, left.parents, left.area->level) < std::tuple(right.parents == Different, right.own, right.parents, right.area->level);
    });

    AreaMatch match;
    if (!found.empty() && is_beyond_doubt(found.front(), !parents.empty())) {
        auto const as_good = std::count_if(found.begin(), found.end(), [&](Found const& other) { return other.own == found.front().own && other.parents == found.front().parents; });
        if (as_good == 1) {
            match.exact = found.front().area->id;
            return match;
        }
    }
    for (auto const& candidate : found)
        if (match.candidates.size() < most_candidates)
            match.candidates.push_back(candidate.area->id);
    return match;
}

} // namespace toguna::geography
