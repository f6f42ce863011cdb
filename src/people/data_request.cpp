#include "people/data_request.hpp"

namespace toguna::people {

std::string_view name_of(DataRequestKind kind) { return kind == DataRequestKind::Left ? "left" : "erase"; }

std::optional<DataRequestKind> data_request_kind_from(std::string_view name)
{
    if (name == "left")
        return DataRequestKind::Left;
    if (name == "erase")
        return DataRequestKind::Erase;
    return {};
}

Text label_of(DataRequestKind kind)
{
    return kind == DataRequestKind::Left ? tr("has left: end the memberships and roles that remain") : tr("asks to be forgotten");
}

} // namespace toguna::people
