#include "bodies/mandate_change.hpp"

namespace toguna::bodies {

namespace {

bool is_own(MandateEditor const& editor, Mandate const& mandate)
{
    return mandate.person && mandate.person->text() == editor.person;
}

} // namespace

Result<void> may_name(MandateEditor const& editor, Mandate const& mandate)
{
    if (editor.is_administrator || !is_own(editor, mandate))
        return {};
    return fail(ErrorKind::Forbidden, tr("Nobody names themselves: this mandate would be yours. Ask another person of the coordination or an administrator."), "own mandate");
}

Result<void> may_change(MandateEditor const& editor, Mandate const& before, Mandate const& after, Date today)
{
    if (editor.is_administrator)
        return {};
    if (is_own(editor, before) || is_own(editor, after))
        return fail(ErrorKind::Forbidden, tr("Nobody extends or changes their own mandate. Ask another person of the coordination or an administrator; you may end it yourself."), "own mandate " + before.id.text());
    Error error { ErrorKind::Invalid, tr("This mandate cannot be saved as it is."), {}, {} };
    if (before.period.start() > today)
        return {};
    auto const history = tr("This mandate has begun: end it and name the next holder, so that the history of the post is kept.");
    if (before.role != after.role)
        error.fields.push_back({ "role", history });
    if (before.organization != after.organization)
        error.fields.push_back({ "organization", history });
    if (before.person && before.person != after.person)
        error.fields.push_back({ "person", history });
    if (error.fields.empty())
        return {};
    return fail(std::move(error));
}

Result<Mandate> handed_over(Mandate const& former, MandateId id, people::PersonId const& person, Date last_day)
{
    auto const first_day = last_day.plus_days(1);
    auto next = former;
    next.id = std::move(id);
    next.person = person;
    next.version = 1;
    if (auto const end = former.period.end(); end && *end < first_day)
        return fail(Error { ErrorKind::Invalid, tr("This mandate cannot be handed over then."),
            { { "successor", tr("It ends on {date} anyway: add a new mandate for the next holder.", { { "date", *end } }) } }, {} });
    next.period = TRY(Period::from(first_day, former.period.end()));
    return checked(std::move(next));
}

} // namespace toguna::bodies
