#include "web/router.hpp"

#include <stdexcept>

namespace toguna::web {

namespace {

std::vector<std::string> segments_of(std::string_view path)
{
    std::vector<std::string> segments;
    while (path.starts_with('/')) {
        path.remove_prefix(1);
        auto const end = std::min(path.find('/'), path.size());
        segments.emplace_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return segments;
}

bool is_parameter(std::string_view segment) { return segment.starts_with(':'); }

bool matches(std::vector<std::string> const& pattern, std::vector<std::string> const& path)
{
    if (pattern.size() != path.size())
        return false;
    for (std::size_t place = 0; place < pattern.size(); ++place)
        if (is_parameter(pattern[place]) ? path[place].empty() : pattern[place] != path[place])
            return false;
    return true;
}

/// Both match one path: whether `left` has a literal where they first differ.
bool is_preferred(std::vector<std::string> const& left, std::vector<std::string> const& right)
{
    for (std::size_t place = 0; place < left.size(); ++place)
        if (is_parameter(left[place]) != is_parameter(right[place]))
            return is_parameter(right[place]);
    return false;
}

bool have_one_shape(std::vector<std::string> const& left, std::vector<std::string> const& right)
{
    if (left.size() != right.size())
        return false;
    for (std::size_t place = 0; place < left.size(); ++place)
        if (is_parameter(left[place]) ? !is_parameter(right[place]) : left[place] != right[place])
            return false;
    return true;
}

} // namespace

Router::Router(std::vector<Route> routes)
    : m_routes(std::move(routes))
{
    for (auto const& route : m_routes) {
        if (!route.pattern.starts_with('/'))
            throw std::logic_error("a route must start with a slash: " + route.pattern);
        auto segments = segments_of(route.pattern);
        for (std::size_t other = 0; other < m_segments.size(); ++other)
            if (m_routes[other].method == route.method && have_one_shape(m_segments[other], segments))
                throw std::logic_error("two routes answer the same request: " + m_routes[other].pattern + " and " + route.pattern);
        m_segments.push_back(std::move(segments));
    }
}

Router::Match Router::match(Method method, std::string_view path) const
{
    auto const wanted = method == Method::Head ? Method::Get : method;
    auto const segments = segments_of(path);
    Match match;
    std::vector<std::string> const* best = nullptr;
    for (std::size_t place = 0; place < m_routes.size(); ++place) {
        auto const& pattern = m_segments[place];
        if (!matches(pattern, segments))
            continue;
        if (m_routes[place].method != wanted) {
            match.other_method = true;
        } else if (!best || is_preferred(pattern, *best)) {
            best = &pattern;
            match.route = &m_routes[place];
        }
    }
    if (!best)
        return match;
    match.other_method = false;
    for (std::size_t place = 0; place < best->size(); ++place)
        if (is_parameter((*best)[place]))
            match.parameters.emplace((*best)[place].substr(1), segments[place]);
    return match;
}

} // namespace toguna::web
