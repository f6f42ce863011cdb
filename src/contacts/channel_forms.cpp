#include "contacts/channel_forms.hpp"

#include <charconv>

namespace toguna::contacts {

ChannelForm ChannelForm::decode(web::Request const& request)
{
    return { std::string(request.form.get("kind")), std::string(request.form.get("name")), std::string(request.form.get("link")), people::chosen_in(request, "administrator"),
        std::string(request.form.get("version")) };
}

ChannelForm ChannelForm::encode(Channel const& channel)
{
    return { std::string(name_of(channel.kind)), channel.name, channel.link, {}, std::to_string(channel.version) };
}

Result<Channel> ChannelForm::value(Channel before, Result<std::optional<people::PersonId>> const& administrator_found) const
{
    before.name = name;
    before.link = link;
    before.version = 0;
    std::from_chars(version.data(), version.data() + version.size(), before.version);
    auto const read = channel_kind_from(kind);
    before.kind = read.value_or(ChannelKind::Other);
    auto result = checked(before);
    auto error = result ? Error { ErrorKind::Invalid, tr("This channel cannot be saved as it is."), {}, {} } : result.error();
    if (!read)
        error.fields.push_back({ "kind", tr("Choose the kind of channel.") });
    auto const administrator_person = people::collected(administrator_found, error);
    if (!error.fields.empty())
        return fail(std::move(error));
    result->administrator = administrator_person.value_or(std::nullopt);
    return result;
}

} // namespace toguna::contacts
