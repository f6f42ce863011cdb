#pragma once
/// A state, as ISO 3166 names it: what gives a body its clock and its currency.

#include "base/result.hpp"
#include "geography/ids.hpp"

#include <string>

namespace toguna::geography {

struct Country {
    CountryCode code;        ///< "BFA"
    std::string iso2;        ///< "BF": P-codes and HXL files start with it
    std::string name_fr;     ///< « Burkina Faso »
    std::string name_en;
    std::string time_zone;   ///< IANA: "Africa/Ouagadougou"
    std::string currency;    ///< ISO 4217: "XOF"

    std::string const& name(std::string_view language) const { return language == "en" ? name_en : name_fr; }
};

/// With its codes in capitals and its texts tidied; Invalid says by field what is wrong. Whether such a time zone exists is
/// known to the machine, not to this rule.
Result<Country> checked(Country country);

} // namespace toguna::geography
