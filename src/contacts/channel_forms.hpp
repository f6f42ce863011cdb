#pragma once
/// The form of a channel: what was typed, and what it means.

#include "contacts/channel.hpp"
#include "people/chooser_forms.hpp"
#include "web/request.hpp"

namespace toguna::contacts {

struct ChannelForm {
    std::string kind = "whatsapp";
    std::string name = {};
    std::string link = {};
    people::Chosen administrator = {};
    std::string version = "1";

    static ChannelForm decode(web::Request const& request);
    static ChannelForm encode(Channel const& channel);
    /// `before` gives what the form does not ask. Invalid, field by field.
    Result<Channel> value(Channel before, Result<std::optional<people::PersonId>> const& administrator_found) const;
};

} // namespace toguna::contacts
