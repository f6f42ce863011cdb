#include "bodies/delegation_forms.hpp"

#include "bodies/mandate_forms.hpp"

namespace toguna::bodies {

DelegationForm DelegationForm::decode(web::Request const& request)
{
    auto const typed = [&](std::string_view field) { return std::string(request.form.get(field)); };
    DelegationForm form { typed("from"), typed("to"), {}, typed("starts_on"), typed("ends_on"), typed("reason") };
    for (auto const power : request.form.all("powers"))
        form.powers.emplace_back(power);
    return form;
}

Result<Delegation> DelegationForm::value(DelegationId id, BodyId body, Date today) const
{
    Error error { ErrorKind::Invalid, tr("This delegation cannot be saved as it is."), {}, {} };
    auto const lender = MandateId::parse(from);
    if (!lender)
        error.fields.push_back({ "from", tr("Choose the mandate whose powers are lent.") });
    auto const borrower = MandateId::parse(to);
    if (!borrower)
        error.fields.push_back({ "to", tr("Choose who may use them.") });
    std::vector<Power> chosen;
    for (auto const& name : powers)
        if (auto const power = power_from(name))
            chosen.push_back(*power);
    auto const period = read_period(starts_on, ends_on, today, error);
    if (!error.fields.empty())
        return fail(std::move(error));
    return Delegation { std::move(id), std::move(body), *lender, *borrower, std::move(chosen), *period, reason };
}

} // namespace toguna::bodies
