#include "terms/norm_forms.hpp"

namespace toguna::terms {

NormForm NormForm::decode(web::Request const& request)
{
    auto const typed = [&](std::string_view field) { return std::string(request.form.get(field)); };
    return { typed("title_fr"), typed("title_en"), typed("issuer"), typed("edition"), request.form.has("revised"), typed("link") };
}

Result<Norm> NormForm::value(NormId id, web::Localization const& words) const
{
    auto const month = read_month(edition, words);
    auto norm = checked({ std::move(id), title_fr, title_en, issuer, month.value_or(YearMonth {}), revised, link });
    if (month)
        return norm;
    Error error = norm ? Error { ErrorKind::Invalid, tr("This text cannot be added as it is."), {}, {} } : std::move(norm).error();
    error.fields.push_back({ "edition", tr("Write the month of the edition, as in: July 2015.") });
    return fail(std::move(error));
}

} // namespace toguna::terms
