#pragma once
/// What « Accueil » shows: what waits for the reader, then their bodies. What « À propos » and the front page show.

#include "web/parts.hpp"

namespace toguna::app {

/// « En retard », « Cette semaine » …: at most `home_rows` of what waits, soonest first, and where the rest is.
struct HomeSection {
    std::string anchor; ///< the figures on top lead there
    std::string title;
    web::TaskList tasks;
    std::string rest; ///< « Voir les 12 », or empty
    std::string rest_path;
};

struct HomeBody {
    std::string id;
    std::string name;
    std::string role; ///< the reader's, or empty
    std::string open;
    std::string late;
    std::string to_confirm;
};

struct HomeView {
    web::Figures figures;
    std::vector<HomeSection> sections; ///< only those that hold something
    std::vector<HomeBody> bodies;
    web::EmptyState without_body;
};

/// One button of the demonstration.
struct FrontVisitor {
    std::string key;
    std::string name;
    std::string role;
};

struct FrontView {
    std::vector<FrontVisitor> visitors; ///< empty outside of the demonstration
    bool is_set_up = true;
};

struct AboutView {
    web::Definitions facts;
    bool may_export = false;
};

} // namespace toguna::app
