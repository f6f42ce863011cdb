#pragma once
/// What a person may ask about what is kept about them.

#include "base/result.hpp"
#include "people/ids.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace toguna::people {

enum class DataRequestKind {
    Left,   ///< has left: the memberships and roles that are left are to be ended by the coordination
    Erase,  ///< wishes to be forgotten (invariant 30)
};
std::string_view name_of(DataRequestKind kind); ///< "erase"
std::optional<DataRequestKind> data_request_kind_from(std::string_view name);
Text label_of(DataRequestKind kind);

struct DataRequest {
    DataRequestId id;
    PersonId person;
    DataRequestKind kind = DataRequestKind::Erase;
    std::string note = {};
    Instant asked_at;
    std::string person_name = {}; ///< filled when it is read
};

/// What stands where a name was forgotten: the same in every language, as it is kept in the table.
inline constexpr std::string_view erased_name = "Personne effacée";

} // namespace toguna::people
