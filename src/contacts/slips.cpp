#include "contacts/slips.hpp"

#include <algorithm>
#include <utility>

namespace toguna::contacts {

bool one_slip_apart(std::string_view left, std::string_view right)
{
    constexpr std::size_t shortest_forgiven = 6;
    if (left.size() > right.size())
        std::swap(left, right);
    if (right.size() < shortest_forgiven || right.size() - left.size() > 1 || left == right)
        return false;
    auto const start = std::size_t(std::mismatch(left.begin(), left.end(), right.begin()).first - left.begin());
    auto const rest_left = left.substr(start);
    auto const rest_right = right.substr(start);
    if (left.size() < right.size())
        return rest_left == rest_right.substr(1);
    bool const swapped = rest_left.size() >= 2 && rest_left[0] == rest_right[1] && rest_left[1] == rest_right[0] && rest_left.substr(2) == rest_right.substr(2);
    return rest_left.substr(1) == rest_right.substr(1) || swapped;
}

} // namespace toguna::contacts
