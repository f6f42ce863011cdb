#pragma once
/// The forms of focal points: what was typed, and what it means.

#include "bodies/focal_point.hpp"
#include "geography/area_names.hpp"
#include "people/chooser_forms.hpp"
#include "web/request.hpp"

namespace toguna::bodies {

struct CandidacyForm {
    people::Chosen organization = {};
    people::Chosen person = {};
    std::string areas = {}; ///< one a line, or separated by commas; « Tombouctou ou Gao » too
    std::string note = {};

    static CandidacyForm decode(web::Request const& request);
    /// What the choosers resolved to.
    struct Holder {
        Result<people::OrganizationId> organization;
        Result<std::optional<people::PersonId>> person;
    };
    /// `known` are the areas of the country. Refusals of the holder join those of the areas.
    Result<FocalCandidacy> value(FocalCandidacyId id, BodyId body, Holder const& holder, std::vector<geography::KnownArea> const& known, Date today) const;
};

struct FocalCallForm {
    std::string call_text = {};
    std::string closes_on = {};

    static FocalCallForm decode(web::Request const& request);
    Result<FocalCall> value(FocalCallId id, BodyId body, Date today) const;
};

struct CandidacyStepForm {
    std::string state = {};
    std::string reason = {};
    std::string area = {};
    people::Chosen person = {};
    std::string starts_on = {};
    std::string ends_on = {};

    static CandidacyStepForm decode(web::Request const& request);
    /// What a confirmation asks; `level_of_area` finds the level of a candidate area.
    Result<Confirmation> confirmation(Result<std::optional<people::PersonId>> const& person, int area_level, Date today) const;
};

/// « Tombouctou ou Gao, Kidal » → the three names.
std::vector<std::string> area_names_in(std::string_view text);

} // namespace toguna::bodies
