#pragma once
/// The form of a contact detail.

#include "people/contact_detail.hpp"
#include "web/request.hpp"

namespace toguna::people {

struct ContactForm {
    std::string kind = "phone";
    std::string value = {};
    std::string visibility = "members";

    static ContactForm decode(web::Request const& request);
    static ContactForm encode(ContactDetail const& detail);
    /// Invalid, field by field.
    Result<ContactDetail> detail(ContactDetailId id, PersonId person) const;
};

} // namespace toguna::people
