#include "contacts/feature.hpp"

#include "contacts/book_pages.hpp"
#include "contacts/channel_pages.hpp"
#include "contacts/contacts_jobs.hpp"
#include "contacts/pages.hpp"

namespace toguna::contacts {

web::Feature feature()
{
    web::Feature feature { .name = "contacts", .jobs = contact_jobs(), .schedules = contact_schedules() };
    for (auto const& group : { upload_routes(), draft_routes(), import_routes(), book_routes(), channel_routes() })
        feature.routes.insert(feature.routes.end(), group.begin(), group.end());
    feature.menu = { { tr("Contacts"), "/contacts", true } };
    return feature;
}

} // namespace toguna::contacts
