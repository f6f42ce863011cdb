#include "bodies/engagement_forms.hpp"

#include "people/forms.hpp"
#include "people/normalise.hpp"
#include "people/read_date.hpp"

#include <algorithm>
#include <charconv>

namespace toguna::bodies {

namespace {

std::string typed(web::Request const& request, std::string_view field) { return std::string(request.form.get(field)); }

/// The letter has no more lines than this; a form made by hand may not ask for more work.
constexpr std::size_t most_lines = 100;

/// A day in a field: `otherwise` when it is empty, an error when it cannot be read.
std::optional<Date> day_in(std::string const& text, std::string const& field, std::optional<Date> otherwise, Date today, Error& error)
{
    if (people::tidy(text).empty())
        return otherwise;
    auto const day = people::read_date(text, today);
    if (!day)
        error.fields.push_back({ field, people::unreadable_date(text) });
    return day;
}

/// Adds what the rule refuses to what could not be read.
template<class Value>
Result<Value> with_errors(Error error, Result<Value> value)
{
    if (value && error.fields.empty())
        return value;
    if (!value)
        for (auto const& field : value.error().fields)
            if (std::none_of(error.fields.begin(), error.fields.end(), [&](auto const& known) { return known.field == field.field; }))
                error.fields.push_back(field);
    return fail(std::move(error));
}

Error unsaved() { return { ErrorKind::Invalid, tr("This engagement cannot be saved as it is."), {}, {} }; }

} // namespace

EngagementForm EngagementForm::decode(web::Request const& request)
{
    return { typed(request, "kind"), typed(request, "mandate"), typed(request, "organization"), typed(request, "lead_agency"), typed(request, "dedicated_person"),
        typed(request, "time_share"), typed(request, "version") };
}

EngagementForm EngagementForm::encode(Engagement const& engagement)
{
    auto const text = [](auto const& id) { return id ? std::string(id->text()) : std::string(); };
    return { std::string(name_of(engagement.kind)), text(engagement.mandate), text(engagement.organization), text(engagement.lead_agency), text(engagement.dedicated_person),
        engagement.time_share ? std::to_string(*engagement.time_share) : "", std::to_string(engagement.version) };
}

Result<Engagement> EngagementForm::value(Engagement before) const
{
    auto error = unsaved();
    Engagement engagement = std::move(before);
    if (auto const chosen = engagement_kind_from(kind))
        engagement.kind = *chosen;
    else
        error.fields.push_back({ "kind", tr("Choose what kind of letter it is.") });
    engagement.mandate = MandateId::parse(mandate);
    engagement.organization = people::OrganizationId::parse(organization);
    engagement.lead_agency = people::OrganizationId::parse(lead_agency);
    engagement.dedicated_person = people::PersonId::parse(dedicated_person);
    engagement.version = people::read_version(version);
    auto share = people::tidy(time_share);
    if (share.ends_with('%'))
        share = people::tidy(share.substr(0, share.size() - 1));
    engagement.time_share.reset();
    int number = 0;
    auto const [end, problem] = std::from_chars(share.data(), share.data() + share.size(), number);
    if (!share.empty() && (problem != std::errc() || end != share.data() + share.size()))
        error.fields.push_back({ "time_share", tr("Write a share between 1 and 100 per cent.") });
    else if (!share.empty())
        engagement.time_share = number;
    return with_errors(std::move(error), checked(std::move(engagement)));
}

SignatureForm SignatureForm::decode(web::Request const& request) { return { typed(request, "signed_on"), typed(request, "valid_until"), typed(request, "version") }; }

Result<Engagement> SignatureForm::value(Engagement before, Date today) const
{
    auto error = unsaved();
    Engagement engagement = std::move(before);
    engagement.version = people::read_version(version);
    engagement.signed_on = day_in(signed_on, "signed_on", today, today, error);
    engagement.valid_until = day_in(valid_until, "valid_until", {}, today, error);
    if (engagement.signed_on && *engagement.signed_on > today)
        error.fields.push_back({ "signed_on", tr("This day is still to come: record the signature once it is given.") });
    if (!engagement.signed_on)
        return fail(std::move(error));
    return with_errors(std::move(error), checked(std::move(engagement)));
}

TerminationForm TerminationForm::decode(web::Request const& request) { return { typed(request, "terminated_on"), typed(request, "reason"), typed(request, "version") }; }

Result<Engagement> TerminationForm::value(Engagement before, Date today) const
{
    auto error = unsaved();
    Engagement engagement = std::move(before);
    engagement.version = people::read_version(version);
    engagement.terminated_on = day_in(terminated_on, "terminated_on", today, today, error);
    if (people::tidy(reason).empty())
        error.fields.push_back({ "reason", tr("Write why it ends early: the other side will read it.") });
    if (engagement.terminated_on && engagement.valid_until && *engagement.terminated_on >= *engagement.valid_until)
        error.fields.push_back({ "terminated_on", tr("It ends on {date} anyway: choose an earlier day.", { { "date", *engagement.valid_until } }) });
    return with_errors(std::move(error), checked(std::move(engagement)));
}

CommitmentsForm CommitmentsForm::decode(web::Request const& request)
{
    CommitmentsForm form;
    form.version = typed(request, "version");
    for (std::size_t place = 0; place < most_lines; ++place) {
        auto const number = std::to_string(place);
        if (!request.form.has("side_" + number))
            break;
        form.lines.push_back({ typed(request, "id_" + number), typed(request, "side_" + number), typed(request, "subject_" + number), people::tidy(request.form.get("text_" + number)),
            request.form.has("keep_" + number), request.form.has("new_" + number) });
    }
    return form;
}

CommitmentsForm CommitmentsForm::encode(Engagement const& engagement, std::vector<Commitment> const& commitments, std::vector<CommitmentLine> const& usual)
{
    CommitmentsForm form;
    form.version = std::to_string(engagement.version);
    for (auto const side : commitment_sides()) {
        for (auto const& commitment : commitments)
            if (commitment.side == side)
                form.lines.push_back({ commitment.id.text(), std::string(name_of(side)), std::string(name_of(commitment.subject)), commitment.text, true });
        for (auto const& line : usual)
            if (line.side == name_of(side) && std::none_of(commitments.begin(), commitments.end(), [&](auto const& commitment) { return commitment.text == line.text; }))
                form.lines.push_back(line);
        form.lines.push_back({ .side = std::string(name_of(side)), .is_new = true });
    }
    return form;
}

Result<std::vector<Commitment>> CommitmentsForm::value(EngagementId const& engagement, std::vector<Commitment> const& before, std::function<CommitmentId()> const& new_id) const
{
    Error error { ErrorKind::Invalid, tr("These commitments cannot be saved as they are."), {}, {} };
    std::vector<Commitment> commitments;
    for (std::size_t place = 0; place < lines.size(); ++place) {
        auto const& line = lines[place];
        auto const field = "text_" + std::to_string(place);
        if (line.is_new ? line.text.empty() : !line.is_kept)
            continue;
        auto const side = commitment_side_from(line.side);
        auto const subject = commitment_subject_from(line.subject);
        if (!side || !subject)
            error.fields.push_back({ field, tr("Choose what it is about.") });
        else if (line.text.empty())
            error.fields.push_back({ field, tr("Write what is committed to, or untick it.") });
        else if (people::length_of(line.text) > longest_commitment)
            error.fields.push_back({ field, tr("This text is longer than {limit} characters: shorten it.", { { "limit", longest_commitment } }) });
        else {
            auto const known = std::any_of(before.begin(), before.end(), [&](auto const& commitment) { return commitment.id.text() == line.id; });
            commitments.push_back({ known ? CommitmentId::trusted(line.id) : new_id(), engagement, *side, *subject, line.text });
        }
    }
    if (!error.fields.empty())
        return fail(std::move(error));
    return commitments;
}

AssessmentForm AssessmentForm::decode(web::Request const& request)
{
    return { typed(request, "state"), people::tidy(request.form.get("evidence")), typed(request, "stated_on") };
}

Result<Assessment> AssessmentForm::value(AssessmentId id, Date today) const
{
    Error error { ErrorKind::Invalid, tr("This statement cannot be saved as it is."), {}, {} };
    auto const chosen = commitment_state_from(state);
    if (!chosen)
        error.fields.push_back({ "state", tr("Choose how it stands.") });
    auto const day = day_in(stated_on, "stated_on", today, today, error);
    if (!error.fields.empty())
        return fail(std::move(error));
    return Assessment { std::move(id), *chosen, evidence, {}, *day };
}

} // namespace toguna::bodies
