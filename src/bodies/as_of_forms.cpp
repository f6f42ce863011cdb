#include "bodies/as_of_forms.hpp"

#include "people/normalise.hpp"
#include "people/read_date.hpp"

namespace toguna::bodies {

AsOf AsOf::decode(web::Request const& request, Date today)
{
    AsOf asked { people::tidy(request.query.get("as_of")), today };
    if (asked.typed.empty())
        return asked;
    auto const day = people::read_date(asked.typed, today);
    asked.is_unreadable = !day;
    asked.day = day.value_or(today);
    asked.is_other_day = asked.day != today;
    return asked;
}

web::TextField AsOf::field(web::Localization const& language) const
{
    return web::date_field({ "as_of", language.t("As of"), {}, is_unreadable ? language(people::unreadable_date(typed)) : "", true }, typed, language);
}

std::string AsOf::line(web::Localization const& language) const { return language(tr("State as of {date}", { { "date", day } })); }

} // namespace toguna::bodies
