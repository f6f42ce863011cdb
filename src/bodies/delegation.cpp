#include "bodies/delegation.hpp"

#include "people/normalise.hpp"

#include <algorithm>
#include <array>

namespace toguna::bodies {

namespace {

struct PowerName {
    Power power;
    std::string_view name;
};

constexpr std::array<PowerName, 4> power_names { {
    { Power::Publish, "publish" },
    { Power::Chair, "chair" },
    { Power::Represent, "represent" },
    { Power::Validate, "validate" },
} };

void check_powers(Delegation const& delegation, Mandate const& from, std::vector<FieldError>& errors)
{
    if (delegation.powers.empty())
        errors.push_back({ "powers", tr("Choose at least one power to delegate.") });
    for (auto const power : delegation.powers)
        if (!has_power(from.role, power))
            errors.push_back({ "powers", tr("“{power}” is not a power of this mandate: nobody can lend more than they hold.", { { "power", label_of(power) } }) });
}

void check_days(Delegation const& delegation, Mandate const& from, std::optional<Date> engaged_until, std::vector<FieldError>& errors)
{
    if (delegation.period.start() < from.period.start())
        errors.push_back({ "starts_on", tr("The mandate that delegates starts on {date}: choose that day or a later one.", { { "date", from.period.start() } }) });
    auto last = from.period.end();
    if (engaged_until && (!last || *engaged_until < *last))
        last = engaged_until;
    if (last && (!delegation.period.end() || *delegation.period.end() > *last))
        errors.push_back({ "ends_on", tr("The mandate that delegates ends on {date}: a delegation ends on that day or before.", { { "date", *last } }) });
}

} // namespace

std::vector<Power> const& powers()
{
    static std::vector<Power> const all { Power::Publish, Power::Chair, Power::Represent, Power::Validate };
    return all;
}

std::string_view name_of(Power power)
{
    return std::find_if(power_names.begin(), power_names.end(), [&](auto const& row) { return row.power == power; })->name;
}

std::optional<Power> power_from(std::string_view name)
{
    for (auto const& row : power_names)
        if (row.name == name)
            return row.power;
    return {};
}

Text label_of(Power power)
{
    switch (power) {
    case Power::Publish: return tr("Publish outside the body");
    case Power::Chair: return tr("Chair the meetings");
    case Power::Represent: return tr("Represent the body");
    case Power::Validate: break;
    }
    return tr("Validate documents");
}

bool has_power(MandateRole role, Power power)
{
    if (role == MandateRole::Chair)
        return power != Power::Publish;
    return role == MandateRole::Coordinator || role == MandateRole::DonorLead || role == MandateRole::Facilitator;
}

bool Delegation::gives(Power power, Date day) const
{
    return period.contains(day) && (!revoked_on || day < *revoked_on) && std::find(powers.begin(), powers.end(), power) != powers.end();
}

Result<Delegation> checked(Delegation delegation, Mandate const& from, Mandate const& to, std::optional<Date> engaged_until)
{
    Error error { ErrorKind::Invalid, tr("This delegation cannot be saved as it is."), {}, {} };
    delegation.reason = people::tidy(delegation.reason);
    if (delegation.reason.empty())
        error.fields.push_back({ "reason", tr("Write why: the reason stands in the delegation.") });
    if (from.id == to.id)
        error.fields.push_back({ "to", tr("Choose somebody else’s mandate: nobody delegates to themselves.") });
    if (from.body != delegation.body || to.body != delegation.body)
        error.fields.push_back({ "to", tr("Both mandates belong to this body: choose another one.") });
    if (!from.person)
        error.fields.push_back({ "from", tr("Only a named person can delegate.") });
    check_powers(delegation, from, error.fields);
    check_days(delegation, from, engaged_until, error.fields);
    if (!error.fields.empty())
        return fail(std::move(error));
    return delegation;
}

} // namespace toguna::bodies
