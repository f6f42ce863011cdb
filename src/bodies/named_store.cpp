#include "bodies/named_store.hpp"

#include "people/normalise.hpp"
#include "people/person_store.hpp"
#include "people/store.hpp"

namespace toguna::bodies {

namespace {

Error unknown(std::string_view field, Text sentence) { return Error { ErrorKind::Invalid, tr("This cannot be saved as it is."), { { std::string(field), std::move(sentence) } }, {} }; }

} // namespace

Result<people::OrganizationId> typed_organization(db::Reader const& db, std::string_view name, std::string_view field)
{
    if (people::tidy(name).empty())
        return fail(unknown(field, tr("Choose an organisation.")));
    auto const match = TRY(people::find_organization_by_name(db, name));
    if (!match.exact)
        return fail(unknown(field, tr("“{name}” is not known, or several are called so: write the whole name, or add the organisation first.", { { "name", name } })));
    return *match.exact;
}

Result<std::optional<people::PersonId>> typed_person(db::Reader const& db, std::string_view name, std::string_view field)
{
    if (people::tidy(name).empty())
        return std::optional<people::PersonId>();
    auto const match = people::recognise_person(TRY(people::person_names(db)), name);
    if (!match.exact)
        return fail(unknown(field, tr("“{name}” is not known, or several are called so: write the whole name, or add the person first.", { { "name", name } })));
    return std::optional(*match.exact);
}

} // namespace toguna::bodies
