#pragma once
/// How a person is reached, and who may see it.

#include "base/period.hpp"
#include "base/result.hpp"
#include "people/ids.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace toguna::people {

/// From the widest circle to the narrowest (domain model §3.2: public, membres, coordination, privé).
enum class Visibility {
    Public,       ///< whoever sees the page
    Members,      ///< those who share a body with the person
    Coordination, ///< those who coordinate a body
    Private,      ///< the person, and administrators, who keep the directory
};
std::vector<Visibility> const& visibilities();
std::string_view name_of(Visibility visibility); ///< "members"
std::optional<Visibility> visibility_from(std::string_view name);
Text label_of(Visibility visibility);

enum class ContactKind { Email, Phone, WhatsApp, Skype, Signal, Other };
std::vector<ContactKind> const& contact_kinds();
std::string_view name_of(ContactKind kind); ///< "whatsapp"
std::optional<ContactKind> contact_kind_from(std::string_view name);
Text label_of(ContactKind kind);

struct ContactDetail {
    ContactDetailId id;
    PersonId person;
    ContactKind kind = ContactKind::Other;
    std::string value;
    Visibility visibility = Visibility::Members;
};

/// Trims; an address in lower case. Invalid on `value` when nothing is written, it is longer than 200 characters, or it cannot
/// be an address or a number.
Result<ContactDetail> checked(ContactDetail detail);

/// What whoever looks is to the person looked at.
struct Viewer {
    bool is_the_person = false;
    bool administers = false;
    bool coordinates = false; ///< any body, today
    bool shares_body = false; ///< both belong to one body today
};

/// Nobody sees by being further away: who sees a narrow circle sees the wider ones.
bool visible(Visibility visibility, Viewer const& viewer);
inline bool visible(ContactDetail const& detail, Viewer const& viewer) { return visible(detail.visibility, viewer); }

} // namespace toguna::people
