#pragma once
/// The source tree as text, for the tests that look at all of it. Run from the root of the tree, as ctest does.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

namespace toguna::test {

inline std::string read_text(std::string const& path)
{
    std::ifstream file(path, std::ios::binary);
    return { std::istreambuf_iterator<char>(file), {} };
}

/// Files below `folder`, sorted, whose path `wanted` accepts; paths are relative to the root of the tree.
inline std::vector<std::string> files_below(std::string const& folder, std::function<bool(std::string const&)> const& wanted)
{
    std::vector<std::string> found;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && wanted(entry.path().generic_string()))
            found.push_back(entry.path().generic_string());
    std::sort(found.begin(), found.end());
    return found;
}

/// Every match of the first group of `pattern`, in order of appearance.
inline std::vector<std::string> all_matches(std::string const& text, std::regex const& pattern)
{
    std::vector<std::string> found;
    for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match)
        found.push_back((*match)[1]);
    return found;
}

/// What a file includes of ours: `#include "db/database.hpp"` gives "db/database.hpp".
inline std::vector<std::string> own_includes(std::string const& text)
{
    static std::regex const line(R"re((?:^|\n)#include "([^"]+)")re");
    return all_matches(text, line);
}

} // namespace toguna::test
