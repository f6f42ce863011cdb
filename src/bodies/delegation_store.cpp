#include "bodies/delegation_store.hpp"

#include "bodies/delegation_queries.hpp"
#include "bodies/mandate_store.hpp"

#include <algorithm>

namespace toguna::bodies {

namespace {

Delegation read_delegation(db::Row const& row)
{
    return { row.id<DelegationId>(0), row.id<BodyId>(1), row.id<MandateId>(2), row.id<MandateId>(3), read_powers(row.text(4)),
        Period::from(row.date(5), row.optional_date(6)).value_or(Period::since(row.date(5))), row.string(7), row.optional_date(8) };
}

/// The last day on which the signed engagements of a mandate give it powers; empty when none was ever signed.
std::optional<Date> engaged_until(NamedMandate const& named)
{
    std::optional<Date> last;
    for (auto const& span : named.engaged)
        if (!last || span.until > *last)
            last = span.until;
    return last;
}

} // namespace

std::string write_powers(std::vector<Power> const& given)
{
    std::string text;
    for (auto const power : powers())
        if (std::find(given.begin(), given.end(), power) != given.end())
            text += (text.empty() ? "" : ",") + std::string(name_of(power));
    return text;
}

std::vector<Power> read_powers(std::string_view text)
{
    std::vector<Power> found;
    while (!text.empty()) {
        auto const comma = text.find(',');
        if (auto const power = power_from(text.substr(0, comma)))
            found.push_back(*power);
        text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    }
    return found;
}

Result<Delegation> find_delegation(db::Reader const& db, DelegationId const& id)
{
    if (auto delegation = TRY(db.first(sql::delegation, { { "id", id } }, read_delegation)))
        return *std::move(delegation);
    return fail(ErrorKind::NotFound, tr("This delegation does not exist."));
}

Result<std::vector<Delegation>> list_delegations(db::Reader const& db, BodyId const& body)
{
    return db.all(sql::delegations_of, { { "body", body } }, read_delegation);
}

Result<void> insert_delegation(db::Transaction& tx, Delegation const& given)
{
    auto const from = TRY(find_named_mandate(tx, given.from));
    auto const to = TRY(find_mandate(tx, given.to));
    auto const delegation = TRY(checked(given, from.mandate, to, engaged_until(from)));
    TRY(tx.execute(sql::insert_delegation,
        { { "id", delegation.id }, { "body", delegation.body }, { "from", delegation.from }, { "to", delegation.to }, { "powers", write_powers(delegation.powers) },
            { "starts_on", delegation.period.start() }, { "ends_on", delegation.period.end() }, { "reason", delegation.reason } }));
    return {};
}

Result<void> revoke_delegation(db::Transaction& tx, DelegationId const& id, Date first_day)
{
    TRY(find_delegation(tx, id));
    if (TRY(tx.execute(sql::revoke_delegation, { { "id", id }, { "revoked_on", first_day } })) == 0)
        return fail(ErrorKind::Conflict, tr("This delegation has been revoked already."));
    return {};
}

} // namespace toguna::bodies
