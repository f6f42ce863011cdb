#pragma once
/// The forms of mandates: what was typed, and what it means.

#include "bodies/mandate.hpp"
#include "people/chooser_forms.hpp"
#include "web/request.hpp"

namespace toguna::bodies {

struct MandateForm {
    std::string role = "coordinator";
    people::Chosen organization = {};
    people::Chosen person = {};
    std::string level = "national";
    std::string area = {}; ///< a name or a P-code
    std::string starts_on = {};
    std::string ends_on = {};
    std::string version = "1";

    /// What the typed words resolved to, or why they did not.
    struct Found {
        Result<std::optional<people::OrganizationId>> organization;
        Result<std::optional<people::PersonId>> person;
        Result<std::optional<geography::AdminAreaId>> area;
    };

    static MandateForm decode(web::Request const& request);
    /// Names are read elsewhere: a mandate holds ids.
    static MandateForm encode(Mandate const& mandate, people::Chosen organization, people::Chosen person, std::string area);
    /// Invalid, field by field; without a first day it starts `today`.
    Result<Mandate> value(MandateId id, BodyId body, Found const& found, Date today) const;
};

/// Ending a mandate, and who follows in it.
struct MandateEndForm {
    std::string ends_on = {};
    people::Chosen successor = {};

    static MandateEndForm decode(web::Request const& request);
    /// Without a day, `today`. Invalid when it cannot be read.
    Result<Date> last_day(Date today) const;
};

/// The two days of a form, by its fields `starts_on` and `ends_on`; what is wrong is added to `error`. Without a first day
/// the period starts `today`.
std::optional<Period> read_period(std::string const& starts_on, std::string const& ends_on, Date today, Error& error);

} // namespace toguna::bodies
