#pragma once
/// « Accueil » in two steps: what is so, read in a constant number of statements; what to say of it, pure.

#include "actions/action_plan.hpp"
#include "actions/summary_store.hpp"
#include "app/home_view.hpp"
#include "bodies/body.hpp"
#include "bodies/mandate_store.hpp"
#include "web/context.hpp"

namespace toguna::app {

/// At most so many rows in each part of the page; the rest is one link away.
inline constexpr std::size_t home_rows = 8;

/// A mandate or a membership of the reader; the lowest rank is shown first.
struct HomeRole {
    std::size_t rank = 0;
    Text label;
};

struct HomeFacts {
    Date today;
    bool administrator = false;
    std::vector<actions::ActionPoint> mine = {};       ///< open ones of the reader, their organisations and their bodies
    std::vector<actions::ActionPoint> to_confirm = {}; ///< in the bodies where the reader may confirm
    std::vector<actions::WaitingImport> imports = {};
    std::vector<bodies::NamedMandate> ending = {};     ///< the reader's, and those of bodies they coordinate, within `ending_days`
    std::vector<bodies::Body> bodies = {};
    std::map<bodies::BodyId, HomeRole> roles = {};     ///< the highest that names the reader
    std::map<bodies::BodyId, actions::BodyFigures> figures = {};
};

/// How long beforehand a mandate's end is announced.
inline constexpr int ending_days = 45;

Result<HomeFacts> read_home(db::Reader const& db, web::Visitor const& visitor, Date today);

HomeView home_view(HomeFacts const& facts, web::Localization const& language);

} // namespace toguna::app
