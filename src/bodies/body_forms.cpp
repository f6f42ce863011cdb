#include "bodies/body_forms.hpp"

#include "people/forms.hpp"
#include "people/normalise.hpp"
#include "people/read_date.hpp"

#include <fmt/format.h>

#include <algorithm>

#include <sstream>

namespace toguna::bodies {

namespace {

void take(web::Request const& request, std::string_view field, std::string& text)
{
    if (request.form.has(field))
        text = std::string(request.form.get(field));
}

void take_all(web::Request const& request, std::string_view field, std::vector<std::string>& texts)
{
    texts.clear();
    for (auto const one : request.form.all(field))
        texts.emplace_back(one);
}

/// « Kaya (BF490304) » is asked by its code; anything else as it stands.
std::optional<geography::AdminAreaId> read_area(std::string const& line, std::span<geography::KnownArea const> areas)
{
    auto const open = line.rfind('(');
    if (open != std::string::npos && line.ends_with(')')) {
        std::string_view const code = std::string_view(line).substr(open + 1, line.size() - open - 2);
        if (auto const match = geography::recognise_area(areas, std::span(&code, 1)); match.exact)
            return match.exact;
    }
    std::string_view const name = line;
    return geography::recognise_area(areas, std::span(&name, 1)).exact;
}

void read_areas(std::string const& text, std::span<geography::KnownArea const> known, std::vector<geography::AdminAreaId>& areas, std::vector<FieldError>& errors)
{
    areas.clear();
    for (auto const& line : read_lines(text)) {
        auto const area = read_area(line, known);
        if (!area)
            errors.push_back({ "areas", tr("“{area}” is no area of this country, or several bear that name: write its P-code.", { { "area", line } }) });
        else if (std::find(areas.begin(), areas.end(), *area) == areas.end())
            areas.push_back(*area);
    }
}

void read_quiet_times(BodyForm const& form, Date today, QuietTimes& quiet, std::vector<FieldError>& errors)
{
    quiet.weekdays.clear();
    for (auto const& weekday : form.quiet_weekdays)
        quiet.weekdays.push_back(static_cast<unsigned>(people::read_version(weekday)));
    quiet.days.clear();
    for (auto const& line : read_lines(form.quiet_days)) {
        if (auto const day = people::read_date(line, today))
            quiet.days.push_back(*day);
        else
            errors.push_back({ "quiet_days", people::unreadable_date(line) });
    }
    for (auto const& [field, text, minute] : { std::tuple("night_from", &form.night_from, &quiet.night_from), std::tuple("night_until", &form.night_until, &quiet.night_until) }) {
        auto const read = read_hour(*text);
        if (!read)
            errors.push_back({ field, tr("Write an hour between 00:00 and 23:59.") });
        *minute = read.value_or(*minute);
    }
}

BodyProfile read_profile(BodyForm const& form, BodyProfile profile, BodyFormFacts const& facts, std::vector<FieldError>& errors)
{
    auto const level = mandate_level_from(form.level);
    if (!level)
        errors.push_back({ "level", tr("Choose a level.") });
    profile.level = level.value_or(profile.level);
    profile.crisis = CrisisId::parse(form.crisis);
    profile.purpose = form.purpose;
    profile.rhythm = form.rhythm;
    profile.operational_since = people::read_date(form.operational_since, facts.today);
    if (!profile.operational_since && !people::tidy(form.operational_since).empty())
        errors.push_back({ "operational_since", people::unreadable_date(form.operational_since) });
    profile.dormant_after = static_cast<int>(std::min<std::int64_t>(people::read_version(form.dormant_after), 100'000));
    profile.public_slug = form.public_slug;
    profile.public_contact = form.public_contact;
    read_areas(form.areas, facts.areas, profile.areas, errors);
    return profile;
}

template<class T>
void keep(Result<T> result, T& value, std::vector<FieldError>& errors)
{
    if (result)
        value = *std::move(result);
    else
        errors.insert(errors.end(), result.error().fields.begin(), result.error().fields.end());
}

} // namespace

std::optional<int> read_hour(std::string_view text)
{
    std::vector<int> numbers;
    bool in_number = false;
    for (char const letter : people::tidy(text)) {
        bool const is_digit = letter >= '0' && letter <= '9';
        if (is_digit && !in_number)
            numbers.push_back(0);
        if (is_digit)
            numbers.back() = std::min(numbers.back() * 10 + (letter - '0'), 10'000);
        in_number = is_digit;
        if (!is_digit && letter != ':' && letter != 'h' && letter != 'H' && letter != ' ')
            return {};
    }
    if (numbers.empty() || numbers.size() > 2 || numbers[0] > 23 || (numbers.size() == 2 && numbers[1] > 59))
        return {};
    return numbers[0] * 60 + (numbers.size() == 2 ? numbers[1] : 0);
}

std::string write_hour(int minute_of_day) { return fmt::format("{:02}:{:02}", minute_of_day / 60, minute_of_day % 60); }

std::vector<std::string> read_lines(std::string_view text)
{
    std::vector<std::string> lines;
    std::istringstream stream { std::string(text) };
    for (std::string line; std::getline(stream, line);)
        if (auto tidy = people::tidy(line); !tidy.empty())
            lines.push_back(std::move(tidy));
    return lines;
}

BodyForm BodyForm::decode(web::Request const& request)
{
    BodyForm form;
    for (auto const& [field, text] : { std::pair("name", &form.name), std::pair("acronym", &form.acronym), std::pair("code", &form.code), std::pair("kind", &form.kind),
             std::pair("country", &form.country), std::pair("parent", &form.parent), std::pair("reports_to", &form.reports_to), std::pair("aliases", &form.aliases),
             std::pair("sector", &form.sector), std::pair("level", &form.level), std::pair("areas", &form.areas), std::pair("crisis", &form.crisis),
             std::pair("purpose", &form.purpose), std::pair("rhythm", &form.rhythm), std::pair("operational_since", &form.operational_since),
             std::pair("dormant_after", &form.dormant_after), std::pair("public_slug", &form.public_slug), std::pair("public_contact", &form.public_contact),
             std::pair("quiet_days", &form.quiet_days), std::pair("night_from", &form.night_from), std::pair("night_until", &form.night_until), std::pair("version", &form.version) })
        take(request, field, *text);
    take_all(request, "quiet_weekdays", form.quiet_weekdays);
    take_all(request, "children", form.children);
    return form;
}

BodyForm BodyForm::encode(DescribedBody const& described, std::span<geography::AdminArea const> areas)
{
    auto const& [body, profile] = described;
    BodyForm form;
    form.name = body.name;
    form.acronym = body.acronym;
    form.code = body.code;
    form.kind = name_of(body.kind);
    form.country = body.country.text();
    form.parent = body.parent ? body.parent->text() : "";
    form.reports_to = body.reports_to ? body.reports_to->text() : "";
    form.aliases = write_body_aliases(body.aliases);
    form.sector = body.sector;
    form.level = name_of(profile.level);
    for (auto const& area : areas)
        form.areas += area.name_with_code() + "\n";
    form.crisis = profile.crisis ? profile.crisis->text() : "";
    form.purpose = profile.purpose;
    form.rhythm = profile.rhythm;
    form.operational_since = profile.operational_since ? profile.operational_since->to_iso() : "";
    form.dormant_after = std::to_string(profile.dormant_after);
    form.public_slug = profile.public_slug;
    form.public_contact = profile.public_contact;
    form.quiet_weekdays.clear();
    for (auto const weekday : body.quiet.weekdays)
        form.quiet_weekdays.push_back(std::to_string(weekday));
    for (auto const day : body.quiet.days)
        form.quiet_days += day.to_iso() + "\n";
    form.night_from = write_hour(body.quiet.night_from);
    form.night_until = write_hour(body.quiet.night_until);
    form.version = std::to_string(body.version);
    return form;
}

Result<DescribedBody> BodyForm::value(DescribedBody before, BodyFormFacts const& facts) const
{
    Error error { ErrorKind::Invalid, tr("This body cannot be saved as it is."), {}, {} };
    Body body = before.body;
    body.name = name;
    body.acronym = acronym;
    body.code = code;
    body.parent = BodyId::parse(parent);
    body.reports_to = BodyId::parse(reports_to);
    body.aliases = read_body_aliases(aliases);
    body.sector = sector;
    body.version = people::read_version(version);
    read_quiet_times(*this, facts.today, body.quiet, error.fields);
    auto const chosen_kind = body_kind_from(kind);
    auto const chosen_country = geography::CountryCode::parse(country);
    body.kind = chosen_kind.value_or(body.kind);
    if (chosen_country)
        body.country = *chosen_country;
    if (!chosen_kind)
        error.fields.push_back({ "kind", tr("Choose what kind of body it is.") });
    if (!chosen_country)
        error.fields.push_back({ "country", tr("Choose the country.") });
    keep(checked(body), body, error.fields);
    auto profile = read_profile(*this, before.profile, facts, error.fields);
    keep(checked(profile), profile, error.fields);
    if (!error.fields.empty())
        return fail(std::move(error));
    return DescribedBody { with_former_names(std::move(body), before.body), std::move(profile) };
}

} // namespace toguna::bodies
