#pragma once
/// The catalogue of core functions of a cluster: six and accountability to affected people (IASC Reference Module for Cluster
/// Coordination at Country Level, 2015). Plans, surveys and reports of performance share it.

#include "base/text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace toguna::functions {

/// One of the things a function asks for, in our own words.
struct CoreSubFunction {
    std::string number; ///< « 1.2 »; "AAP.1" under accountability
    Text name;
};

struct CoreFunction {
    std::string code;   ///< stable in every version: "service_delivery"
    std::string number; ///< in this version: « 4 », "AAP"
    Text name;
    std::vector<CoreSubFunction> sub_functions;
    /// The titles people give it in plans, French and English.
    std::vector<std::string> titles;
};

/// A published order and wording; numbers changed between them (advocacy was 4 in 2012 and is 6 since 2015), codes did not.
struct CoreFunctionCatalogue {
    std::string version; ///< "2015"
    std::vector<CoreFunction> functions;
};

CoreFunctionCatalogue const& core_functions();
/// Null when the code belongs to no function of the catalogue.
CoreFunction const* core_function(std::string_view code);

} // namespace toguna::functions
