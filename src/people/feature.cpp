#include "people/feature.hpp"

#include "people/acronym_pages.hpp"
#include "people/contact_pages.hpp"
#include "people/merge_pages.hpp"
#include "people/my_data_pages.hpp"
#include "people/pages.hpp"
#include "people/post_pages.hpp"

namespace toguna::people {

web::Feature feature()
{
    web::Feature feature { .name = "people" };
    for (auto const& routes : { organization_routes(), person_routes(), affiliation_routes(), chooser_routes(), contact_routes(), acronym_routes(), merge_routes(), my_data_routes(), post_routes() })
        feature.routes.insert(feature.routes.end(), routes.begin(), routes.end());
    feature.menu = { { tr("Organisations"), "/organizations" }, { tr("People"), "/people" } };
    feature.rights = { { edit_directory, tr("Add and correct organisations and persons") }, { see_member_details, tr("See the contact details of those who share a body") } };
    return feature;
}

} // namespace toguna::people
