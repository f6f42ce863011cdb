#include "bodies/focal_point_forms.hpp"

#include "people/normalise.hpp"
#include "people/read_date.hpp"

#include <array>

namespace toguna::bodies {

namespace {

std::string typed(web::Request const& request, std::string_view field) { return std::string(request.form.get(field)); }

/// Adds the areas that are recognised; a name that is none, or may be several, is refused by its name.
void recognise(std::vector<std::string> const& names, std::vector<geography::KnownArea> const& known, std::vector<geography::AdminAreaId>& areas, Error& error)
{
    for (auto const& name : names) {
        std::array<std::string_view, 1> const path { name };
        auto const match = geography::recognise_area(known, path);
        if (match.exact)
            areas.push_back(*match.exact);
        else if (match.candidates.empty())
            error.fields.push_back({ "areas", tr("“{name}” is no area of this country. Write the name of a region or a province, or its code.", { { "name", name } }) });
        else
            error.fields.push_back({ "areas", tr("“{name}” may be several areas. Write its code.", { { "name", name } }) });
    }
}

} // namespace

std::vector<std::string> area_names_in(std::string_view text)
{
    std::vector<std::string> names { "" };
    for (char const character : text) {
        if (character == '\n' || character == ',' || character == ';')
            names.emplace_back();
        else
            names.back() += character;
    }
    std::vector<std::string> parts;
    for (auto const& name : names)
        for (auto rest = people::tidy(name); !rest.empty();) {
            auto const separator = rest.find(" ou ");
            parts.push_back(people::tidy(rest.substr(0, separator)));
            rest = separator == std::string::npos ? std::string() : rest.substr(separator + 4);
        }
    return parts;
}

CandidacyForm CandidacyForm::decode(web::Request const& request)
{
    return { people::chosen_in(request, "organization"), people::chosen_in(request, "person"), typed(request, "areas"), typed(request, "note") };
}

Result<FocalCandidacy> CandidacyForm::value(FocalCandidacyId id, BodyId body, Holder const& holder, std::vector<geography::KnownArea> const& known, Date today) const
{
    Error error { ErrorKind::Invalid, tr("This candidacy cannot be saved as it is."), {}, {} };
    auto const chosen_organization = people::collected(holder.organization, error);
    auto const chosen_person = people::collected(holder.person, error).value_or(std::nullopt);
    std::vector<geography::AdminAreaId> recognised;
    auto const names = area_names_in(areas);
    if (names.empty())
        error.fields.push_back({ "areas", tr("Write at least one area.") });
    recognise(names, known, recognised, error);
    if (!error.fields.empty())
        return fail(std::move(error));
    return checked(FocalCandidacy { .id = std::move(id), .body = std::move(body), .organization = *chosen_organization, .person = chosen_person, .areas = std::move(recognised), .note = note, .proposed_on = today });
}

FocalCallForm FocalCallForm::decode(web::Request const& request) { return { typed(request, "call_text"), typed(request, "closes_on") }; }

Result<FocalCall> FocalCallForm::value(FocalCallId id, BodyId body, Date today) const
{
    auto const day = people::read_date(closes_on, today);
    auto call = checked(FocalCall { std::move(id), std::move(body), call_text, today, day.value_or(today) });
    if (day)
        return call;
    Error error = call ? Error { ErrorKind::Invalid, tr("This call cannot be saved as it is."), {}, {} } : std::move(call).error();
    error.fields.push_back({ "closes_on", people::tidy(closes_on).empty() ? tr("Write until when organisations may volunteer.") : people::unreadable_date(closes_on) });
    return fail(std::move(error));
}

CandidacyStepForm CandidacyStepForm::decode(web::Request const& request)
{
    return { typed(request, "state"), typed(request, "reason"), typed(request, "area"), people::chosen_in(request, "person"), typed(request, "starts_on"), typed(request, "ends_on") };
}

Result<Confirmation> CandidacyStepForm::confirmation(Result<std::optional<people::PersonId>> const& resolved, int area_level, Date today) const
{
    Error error { ErrorKind::Invalid, tr("This candidacy cannot be saved as it is."), {}, {} };
    auto const chosen_person = people::collected(resolved, error).value_or(std::nullopt);
    auto const chosen_area = geography::AdminAreaId::parse(area);
    if (!chosen_area)
        error.fields.push_back({ "area", tr("Choose the area of the mandate.") });
    auto const start = people::tidy(starts_on).empty() ? std::optional(today) : people::read_date(starts_on, today);
    if (!start)
        error.fields.push_back({ "starts_on", people::unreadable_date(starts_on) });
    auto const end = people::read_date(ends_on, today);
    if (!end && !people::tidy(ends_on).empty())
        error.fields.push_back({ "ends_on", people::unreadable_date(ends_on) });
    if (start && end && *end < *start)
        error.fields.push_back({ "ends_on", tr("It starts on {date}: choose that day or a later one.", { { "date", *start } }) });
    if (!error.fields.empty())
        return fail(std::move(error));
    return Confirmation { *chosen_area, area_level, chosen_person, TRY(Period::from(*start, end)) };
}

} // namespace toguna::bodies
