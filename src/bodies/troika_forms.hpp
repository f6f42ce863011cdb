#pragma once
/// The forms of a troïka: rotation, planned turn, rule of composition.

#include "bodies/troika.hpp"
#include "people/chooser_forms.hpp"
#include "web/request.hpp"

#include <map>

namespace toguna::bodies {

struct RotationForm {
    std::string day = {};
    people::Chosen entrant = {};
    people::Chosen person = {};
    std::string override_reason = {}; ///< of an administrator who sets the rule of composition aside

    static RotationForm decode(web::Request const& request);
    /// Invalid, field by field; without a day, `today`.
    Result<RotationOrder> value(BodyId body, Result<people::OrganizationId> const& entrant, Result<std::optional<people::PersonId>> const& person, Date today) const;
};

struct TurnForm {
    std::string turn_starts_on = {};
    people::Chosen turn_organization = {};

    static TurnForm decode(web::Request const& request);
    /// The day; Invalid when it is missing or cannot be read.
    Result<Date> day(Date today) const;
};

/// The types that a rule may ask for.
std::vector<people::OrganizationType> const& types_of_a_rule();

struct RuleForm {
    std::map<people::OrganizationType, std::string> counts = {};

    static RuleForm decode(web::Request const& request);
    static RuleForm encode(CompositionRule const& rule);
    /// Empty is nought. Invalid, field by field.
    Result<CompositionRule> value() const;
};

} // namespace toguna::bodies
