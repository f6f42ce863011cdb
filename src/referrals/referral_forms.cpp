#include "referrals/referral_forms.hpp"

#include "people/normalise.hpp"
#include "people/read_date.hpp"

#include <algorithm>
#include <array>

namespace toguna::referrals {

namespace {

std::string typed(web::Request const& request, std::string_view field) { return std::string(request.form.get(field)); }

/// An empty field means no date.
std::optional<Date> read_day(std::string const& words, Date today, Error& error)
{
    auto const day = people::read_date(words, today);
    if (!day && !people::tidy(words).empty())
        error.fields.push_back({ "due_on", people::unreadable_date(words) });
    return day;
}

std::optional<geography::AdminAreaId> read_area(std::string const& words, std::vector<geography::KnownArea> const& known, Error& error)
{
    auto const name = people::tidy(words);
    if (name.empty())
        return {};
    std::array<std::string_view, 1> const path { name };
    auto const match = geography::recognise_area(known, path);
    if (!match.exact)
        error.fields.push_back({ "area", match.candidates.empty() ? tr("“{name}” is no area of this country. Write the name of a region or a province, or its code.", { { "name", name } })
                                                                  : tr("“{name}” may be several areas. Write its code.", { { "name", name } }) });
    return match.exact;
}

} // namespace

ReferralForm ReferralForm::decode(web::Request const& request)
{
    return { typed(request, "kind"), typed(request, "title"), typed(request, "text"), typed(request, "topic"), typed(request, "origin"), typed(request, "area"), people::chosen_in(request, "partner"),
        typed(request, "due_on") };
}

Result<Referral> ReferralForm::value(ReferralId id, bodies::BodyId body, std::vector<ReferralKind> const& allowed, Found const& found, Date today) const
{
    Error error { ErrorKind::Invalid, tr("This file cannot be opened as it is."), {}, {} };
    auto const chosen = referral_kind_from(kind);
    if (!chosen || std::find(allowed.begin(), allowed.end(), *chosen) == allowed.end())
        return fail(ErrorKind::Invalid, tr("This body does not open files of that kind."));
    auto const partner_id = people::collected(found.partner, error).value_or(std::nullopt);
    Referral referral { .id = std::move(id), .body = std::move(body), .kind = *chosen, .title = title, .text = text, .topic = topic, .origin = origin,
        .area = read_area(area, found.areas, error), .partner = partner_id, .opened_on = today };
    referral.due_on = read_day(due_on, today, error);
    auto result = checked(std::move(referral));
    if (error.fields.empty())
        return result;
    if (!result)
        for (auto& field : result.error().fields)
            if (std::none_of(error.fields.begin(), error.fields.end(), [&](auto const& other) { return other.field == field.field; }))
                error.fields.push_back(std::move(field));
    return fail(std::move(error));
}

StepForm StepForm::decode(web::Request const& request)
{
    return { typed(request, "step"), typed(request, "words"), people::chosen_in(request, "responsible"), typed(request, "due_on") };
}

Result<StepForm::Value> StepForm::value(Result<std::optional<people::PersonId>> const& resolved, Date today) const
{
    Error error { ErrorKind::Invalid, tr("This step cannot be saved as it is."), {}, {} };
    auto const chosen = referral_step_from(step);
    if (!chosen)
        error.fields.push_back({ "step", tr("Choose what comes next.") });
    auto const person = people::collected(resolved, error).value_or(std::nullopt);
    auto const day = read_day(due_on, today, error);
    if (!error.fields.empty())
        return fail(std::move(error));
    return Value { *chosen, { words, person, day, {} } };
}

LinkForm LinkForm::decode(web::Request const& request) { return { typed(request, "link_kind"), typed(request, "link_words"), typed(request, "link_address") }; }

Result<ReferralLink> LinkForm::value() const
{
    auto const kind = link_kind_from(link_kind);
    if (!kind)
        return fail(Error { ErrorKind::Invalid, tr("This link cannot be saved as it is."), { { "link_kind", tr("Choose one.") } }, {} });
    return checked(ReferralLink { *kind, link_words, link_address });
}

} // namespace toguna::referrals
