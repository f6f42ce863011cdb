#pragma once
/// The text a coordinator pastes into the group of a body.

#include "actions/recipients.hpp"
#include "bodies/pages.hpp"

namespace toguna::actions {

struct WhatsappPage {
    bodies::Rooms rooms;
    std::string text;
    std::string back;
};

/// Late and due this week, numbered, short; organizations only: what stands in a group reaches telephones nobody chose.
/// `names` gives the short name of each organization by its id.
std::string whatsapp_text(bodies::Body const& body, std::vector<ActionPoint> const& actions, Roster const& roster, std::map<std::string, std::string> const& names,
    Date today, web::Localization const& language);

std::vector<web::Route> whatsapp_routes();

} // namespace toguna::actions
