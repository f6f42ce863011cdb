#include "bodies/organigram.hpp"

#include "people/normalise.hpp"

#include <algorithm>
#include <map>
#include <sstream>

namespace toguna::bodies {

namespace {

constexpr int box_width = 230;
constexpr int column_width = 290;
constexpr int row_gap = 14;
constexpr int name_height = 18;
constexpr int note_height = 15;
constexpr int padding = 16;
constexpr int margin = 8;
constexpr int room_for_reports = 44; ///< right of the last column
constexpr std::size_t name_letters = 25;
constexpr std::size_t note_letters = 33;

class Layout {
public:
    explicit Layout(std::span<OrganigramBody const> bodies) : m_bodies(bodies)
    {
        for (std::size_t place = 0; place < bodies.size(); ++place)
            m_places.emplace(bodies[place].id, place);
        for (std::size_t place = 0; place < bodies.size(); ++place)
            if (auto const parent = place_of(bodies[place].parent))
                m_children[*parent].push_back(place);
    }

    Organigram run()
    {
        int bottom = margin;
        for (std::size_t place = 0; place < m_bodies.size(); ++place)
            if (!place_of(m_bodies[place].parent))
                bottom = place_body(place, 0, bottom) + row_gap;
        for (std::size_t place = 0; place < m_bodies.size(); ++place)
            if (!m_boxes.contains(place))
                bottom = place_body(place, 0, bottom) + row_gap;
        for (auto const& box : m_result.boxes)
            m_result.width = std::max(m_result.width, box.x + box.width + room_for_reports);
        m_result.height = std::max(bottom - row_gap + margin, 2 * margin);
        link_reports();
        return std::move(m_result);
    }

private:
    std::optional<std::size_t> place_of(std::optional<BodyId> const& id) const
    {
        auto const found = id ? m_places.find(*id) : m_places.end();
        return found == m_places.end() ? std::nullopt : std::optional(found->second);
    }

    OrganigramBox measured(std::size_t place, int depth) const
    {
        OrganigramBox box { place, depth, margin + depth * column_width, 0, box_width, padding, wrapped(m_bodies[place].name, name_letters), {} };
        for (auto const& note : m_bodies[place].notes)
            for (auto& line : wrapped(note, note_letters))
                box.note_lines.push_back(std::move(line));
        box.height += static_cast<int>(box.name_lines.size()) * name_height + static_cast<int>(box.note_lines.size()) * note_height;
        return box;
    }

    /// Gives the bottom of the body and all below it.
    int place_body(std::size_t place, int depth, int top)
    {
        auto const index = m_result.boxes.size();
        m_boxes.emplace(place, index);
        m_result.boxes.push_back(measured(place, depth));
        auto const height = m_result.boxes[index].height;
        int bottom = top;
        bool has_children = false;
        for (auto const child : m_children[place]) {
            if (m_boxes.contains(child))
                continue;
            bottom = place_body(child, depth + 1, has_children ? bottom + row_gap : top);
            has_children = true;
            m_result.links.push_back({ index, m_boxes.at(child), false });
        }
        int const missing = std::max(height - (bottom - top), 0);
        for (auto box = index + 1; box < m_result.boxes.size(); ++box)
            m_result.boxes[box].y += missing / 2;
        m_result.boxes[index].y = top + std::max(bottom - top - height, 0) / 2;
        return bottom + missing;
    }

    void link_reports()
    {
        for (auto const& [place, box] : m_boxes)
            if (auto const above = place_of(m_bodies[place].reports_to))
                m_result.links.push_back({ box, m_boxes.at(*above), true });
    }

    std::span<OrganigramBody const> m_bodies;
    std::map<BodyId, std::size_t> m_places;
    std::map<std::size_t, std::vector<std::size_t>> m_children;
    std::map<std::size_t, std::size_t> m_boxes; ///< place in the list → place among the boxes
    Organigram m_result;
};

} // namespace

Organigram lay_out(std::span<OrganigramBody const> bodies) { return Layout(bodies).run(); }

std::vector<std::string> wrapped(std::string_view text, std::size_t width)
{
    std::vector<std::string> lines;
    std::istringstream stream { std::string(text) };
    for (std::string word; stream >> word;) {
        if (lines.empty() || people::length_of(lines.back()) + 1 + people::length_of(word) > width)
            lines.push_back(word);
        else
            lines.back() += " " + word;
    }
    return lines;
}

} // namespace toguna::bodies
