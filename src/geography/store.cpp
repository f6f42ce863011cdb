#include "geography/store.hpp"

#include "geography/queries.hpp"

namespace toguna::geography {

namespace {

Country read_country(db::Row const& row)
{
    return { CountryCode::trusted(row.string(0)), row.string(1), row.string(2), row.string(3), row.string(4), row.string(5) };
}

} // namespace

Result<std::vector<Country>> list_countries(db::Reader const& db)
{
    return db.all(sql::countries, {}, read_country);
}

Result<Country> find_country(db::Reader const& db, CountryCode const& code)
{
    if (auto country = TRY(db.first(sql::country, { { "code", code } }, read_country)))
        return *country;
    return fail(ErrorKind::NotFound, tr("No country has the code {code}. Codes have three letters, such as BFA or MLI.", { { "code", code.text() } }));
}

Result<void> require_new_country(db::Reader const& db, Country const& country)
{
    for (auto const& other : TRY(list_countries(db))) {
        if (other.code == country.code)
            return fail(Error { ErrorKind::Invalid, tr("This country cannot be saved as it is."), { { "code", tr("{name} already has the code {code}.", { { "name", other.name_fr }, { "code", country.code.text() } }) } }, {} });
        if (other.iso2 == country.iso2)
            return fail(Error { ErrorKind::Invalid, tr("This country cannot be saved as it is."), { { "iso2", tr("{name} already has the code {code}.", { { "name", other.name_fr }, { "code", country.iso2 } }) } }, {} });
    }
    return {};
}

Result<void> insert_country(db::Transaction& tx, Country const& country)
{
    TRY(tx.execute(sql::insert_country,
        { { "code", country.code }, { "iso2", country.iso2 }, { "name_fr", country.name_fr }, { "name_en", country.name_en },
            { "time_zone", country.time_zone }, { "currency", country.currency } }));
    return {};
}

} // namespace toguna::geography
