#pragma once
/// What a feature brings to the application: its pages, its work, its place in the menu.

#include "jobs/job.hpp"
#include "web/router.hpp"

namespace toguna::web {

struct MenuEntry {
    Text title;
    std::string path;
    bool administrators_only = false;
};

struct Feature {
    std::string_view name;
    std::vector<Route> routes = {};
    std::vector<jobs::JobKind> jobs = {};
    std::vector<jobs::Schedule> schedules = {};
    std::vector<MenuEntry> menu = {};
    /// Rights this feature declares, with the sentence that explains each.
    std::vector<std::pair<Right, Text>> rights = {};
};

} // namespace toguna::web
