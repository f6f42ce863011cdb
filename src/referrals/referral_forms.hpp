#pragma once
/// The forms of referrals: what was typed, and what it means.

#include "geography/area_names.hpp"
#include "people/chooser_forms.hpp"
#include "referrals/referral.hpp"
#include "web/request.hpp"

namespace toguna::referrals {

struct ReferralForm {
    std::string kind = {};
    std::string title = {};
    std::string text = {};
    std::string topic = {};
    std::string origin = {};
    std::string area = {};
    people::Chosen partner = {};
    std::string due_on = {};

    static ReferralForm decode(web::Request const& request);
    /// What the words of other features resolved to.
    struct Found {
        Result<std::optional<people::OrganizationId>> partner = {};
        std::vector<geography::KnownArea> areas = {}; ///< of the body's country
    };
    /// Invalid, field by field; `allowed` are the kinds of the body.
    Result<Referral> value(ReferralId id, bodies::BodyId body, std::vector<ReferralKind> const& allowed, Found const& found, Date today) const;
};

struct StepForm {
    std::string step = {};
    std::string words = {};
    people::Chosen responsible = {};
    std::string due_on = {};

    static StepForm decode(web::Request const& request);
    struct Value {
        ReferralStep step = ReferralStep::Take;
        StepWords with = {};
    };
    Result<Value> value(Result<std::optional<people::PersonId>> const& responsible, Date today) const;
};

struct LinkForm {
    std::string link_kind = "advocacy";
    std::string link_words = {};
    std::string link_address = {};

    static LinkForm decode(web::Request const& request);
    Result<ReferralLink> value() const;
};

} // namespace toguna::referrals
