#pragma once
/// The pages of group channels: what a body has, who is on each, who is missing.

#include "bodies/pages.hpp"
#include "contacts/channel_store.hpp"
#include "people/chooser_pages.hpp"
#include "web/field.hpp"
#include "web/router.hpp"

namespace toguna::contacts {

struct ChannelRow {
    std::string id;
    std::string name;
    std::string kind;
    std::size_t enrolled = 0;
    std::size_t missing = 0;
    std::size_t others = 0;
    bool is_closed = false;
};

/// The questions about a channel, new or changed.
struct ChannelFormView {
    std::string action;
    std::string version;
    std::string button;
    SafeHtml once;
    web::SelectField kind;
    web::TextField name;
    web::TextField link;
    people::ChooserField administrator;
};

struct ChannelsView {
    bodies::Rooms rooms;
    SafeHtml errors;
    std::vector<ChannelRow> rows;
    std::optional<ChannelFormView> form; ///< for those who manage members
};

struct MissingLine {
    std::string person;
    std::string name;
    std::string organization;
    std::string reach; ///< to copy; empty when none is known
};

struct OtherLine {
    std::string id;
    std::string entry;
    std::string person;                       ///< recognised, and not of the body
    std::vector<web::Option> candidates = {}; ///< members who may be meant
};

struct ChannelView {
    std::string id;
    bodies::Rooms rooms;
    SafeHtml errors;
    SafeHtml once;
    web::Definitions definitions;
    web::Figures figures;
    bool may_edit = false;
    bool is_closed = false;
    std::string query; ///< « ?as_of=2026-03-01 », or empty
    web::TextField as_of;
    std::vector<MissingLine> missing;
    std::string to_copy; ///< what all missing members are added with, one a line
    std::vector<std::string> enrolled;
    std::vector<OtherLine> others;
    web::TextArea list;
    std::optional<ChannelFormView> form;
};

std::vector<web::Route> channel_routes();

} // namespace toguna::contacts
