#include "people/contact_detail.hpp"

#include "people/normalise.hpp"
#include "people/person.hpp"

#include <array>

namespace toguna::people {

namespace {

constexpr std::size_t longest_contact_detail = 200;

constexpr std::array<std::pair<Visibility, std::string_view>, 4> visibility_names { {
    { Visibility::Public, "public" }, { Visibility::Members, "members" }, { Visibility::Coordination, "coordination" }, { Visibility::Private, "private" } } };

constexpr std::array<std::pair<ContactKind, std::string_view>, 6> kind_names { { { ContactKind::Email, "email" }, { ContactKind::Phone, "phone" },
    { ContactKind::WhatsApp, "whatsapp" }, { ContactKind::Skype, "skype" }, { ContactKind::Signal, "signal" }, { ContactKind::Other, "other" } } };

template<class Value, std::size_t Count>
std::vector<Value> values_of(std::array<std::pair<Value, std::string_view>, Count> const& names)
{
    std::vector<Value> values;
    for (auto const& [value, name] : names)
        values.push_back(value);
    return values;
}

template<class Value, std::size_t Count>
std::optional<Value> value_from(std::array<std::pair<Value, std::string_view>, Count> const& names, std::string_view name)
{
    for (auto const& [value, known] : names)
        if (known == name)
            return value;
    return {};
}

bool is_number(ContactKind kind) { return kind == ContactKind::Phone || kind == ContactKind::WhatsApp || kind == ContactKind::Signal; }

} // namespace

std::vector<Visibility> const& visibilities()
{
    static auto const values = values_of(visibility_names);
    return values;
}

std::string_view name_of(Visibility visibility) { return visibility_names[static_cast<std::size_t>(visibility)].second; }

std::optional<Visibility> visibility_from(std::string_view name) { return value_from(visibility_names, name); }

Text label_of(Visibility visibility)
{
    switch (visibility) {
    case Visibility::Public: return tr("Everybody who is signed in");
    case Visibility::Members: return tr("Members of the same bodies");
    case Visibility::Coordination: return tr("Coordination only");
    case Visibility::Private: return tr("Only the person and administrators");
    }
    return {};
}

std::vector<ContactKind> const& contact_kinds()
{
    static auto const values = values_of(kind_names);
    return values;
}

std::string_view name_of(ContactKind kind) { return kind_names[static_cast<std::size_t>(kind)].second; }

std::optional<ContactKind> contact_kind_from(std::string_view name) { return value_from(kind_names, name); }

Text label_of(ContactKind kind)
{
    switch (kind) {
    case ContactKind::Email: return tr("E-mail");
    case ContactKind::Phone: return tr("Telephone");
    case ContactKind::WhatsApp: return tr("WhatsApp");
    case ContactKind::Skype: return tr("Skype");
    case ContactKind::Signal: return tr("Signal");
    case ContactKind::Other: return tr("Other");
    }
    return {};
}

Result<ContactDetail> checked(ContactDetail detail)
{
    detail.value = detail.kind == ContactKind::Email ? normal_email(detail.value) : tidy(detail.value);
    Error error { ErrorKind::Invalid, tr("This contact detail cannot be saved as it is."), {}, {} };
    if (detail.value.empty())
        error.fields.push_back({ "value", tr("Write the number, the address or the name to be reached by.") });
    else if (length_of(detail.value) > longest_contact_detail)
        error.fields.push_back({ "value", tr("This is longer than {limit} characters: shorten it.", { { "limit", longest_contact_detail } }) });
    else if (detail.kind == ContactKind::Email && !looks_like_email(detail.value))
        error.fields.push_back({ "value", tr("“{text}” is not an e-mail address. Write it like name@example.org.", { { "text", detail.value } }) });
    else if (is_number(detail.kind) && !looks_like_phone(detail.value))
        error.fields.push_back({ "value", tr("“{text}” is not a telephone number. Write digits, like +226 70 00 00 00.", { { "text", detail.value } }) });
    if (!error.fields.empty())
        return fail(std::move(error));
    return detail;
}

bool visible(Visibility visibility, Viewer const& viewer)
{
    if (viewer.is_the_person || viewer.administers)
        return true;
    switch (visibility) {
    case Visibility::Public: return true;
    case Visibility::Members: return viewer.shares_body || viewer.coordinates;
    case Visibility::Coordination: return viewer.coordinates;
    case Visibility::Private: return false;
    }
    return false;
}

} // namespace toguna::people
