#include "web/context.hpp"

#include "web/configuration.hpp"

namespace toguna::web {

Date Context::today() const { return local_date(now, configuration.time_zone); }

std::string const& Context::time_zone() const { return configuration.time_zone; }

Result<void> Context::require(db::Reader const& reader, Right right, std::string_view object) const
{
    auto decision = authorizer(reader, visitor ? &*visitor : nullptr, right, object, now);
    if (!decision && decision.error().kind == ErrorKind::Forbidden)
        refusal = Refusal { right, std::string(object) };
    return decision;
}

bool Context::may(db::Reader const& reader, Right right, std::string_view object) const
{
    return authorizer(reader, visitor ? &*visitor : nullptr, right, object, now).has_value();
}

} // namespace toguna::web
