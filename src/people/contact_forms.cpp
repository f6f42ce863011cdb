#include "people/contact_forms.hpp"

namespace toguna::people {

ContactForm ContactForm::decode(web::Request const& request)
{
    return { std::string(request.form.get("kind")), std::string(request.form.get("value")), std::string(request.form.get("visibility")) };
}

ContactForm ContactForm::encode(ContactDetail const& detail)
{
    return { std::string(name_of(detail.kind)), detail.value, std::string(name_of(detail.visibility)) };
}

Result<ContactDetail> ContactForm::detail(ContactDetailId id, PersonId person) const
{
    auto const chosen_kind = contact_kind_from(kind);
    auto const chosen_visibility = visibility_from(visibility);
    auto result = checked(ContactDetail { std::move(id), std::move(person), chosen_kind.value_or(ContactKind::Other), value, chosen_visibility.value_or(Visibility::Private) });
    if (chosen_kind && chosen_visibility)
        return result;
    Error error = result ? Error { ErrorKind::Invalid, tr("This contact detail cannot be saved as it is."), {}, {} } : std::move(result).error();
    if (!chosen_kind)
        error.fields.push_back({ "kind", tr("Choose what it is.") });
    if (!chosen_visibility)
        error.fields.push_back({ "visibility", tr("Choose who may see it.") });
    return fail(std::move(error));
}

} // namespace toguna::people
