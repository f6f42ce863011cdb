#pragma once
/// Contact details on pages: each is shown to whom it is meant for, and nobody else.

#include "people/contact_forms.hpp"
#include "people/person.hpp"
#include "web/context.hpp"
#include "web/field.hpp"
#include "web/parts.hpp"
#include "web/router.hpp"

namespace toguna::people {

/// Whether the visitor shares a body with the person whose id is asked: decided above, where bodies are known.
inline constexpr web::Right see_member_details { "see_member_details" };

/// What the visitor is to each of many persons; what is the same for all is asked once.
class Looking {
public:
    Looking(web::Context const& context, db::Reader const& reader);
    Viewer at(PersonId const& person) const;
    /// The directory may be corrected by its keepers, and by the person as far as themselves is concerned.
    bool may_keep(PersonId const& person) const;

private:
    web::Context const& m_context;
    db::Reader const& m_reader;
    bool m_keeps_directory;
};

/// Address, telephone and other details that the viewer may see, ready to be read.
Result<web::Definitions> visible_details(db::Reader const& reader, web::Localization const& language, Person const& person, Viewer const& viewer);

std::vector<web::Option> visibility_options(web::Localization const& language);

struct ContactRow {
    std::string id;
    std::string kind;
    std::string value;
    std::string visibility;
};

struct ContactsView {
    std::string person;
    std::vector<ContactRow> rows;
};

struct ContactFormView {
    std::string action;
    std::string cancel;
    std::string removal; ///< empty for a new one
    SafeHtml errors;
    SafeHtml once;
    web::ChoiceField kind;
    web::TextField value;
    web::ChoiceField visibility;
};

std::vector<web::Route> contact_routes();

} // namespace toguna::people
