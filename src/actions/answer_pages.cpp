#include "actions/answer_pages.hpp"

#include "actions/answer.html.hpp"
#include "actions/answer_store.hpp"
#include "actions/answer_thanks.html.hpp"
#include "actions/occurrence.hpp"
#include "actions/reminder_jobs.hpp"
#include "actions/reminder_store.hpp"
#include "actions/words.hpp"
#include "bodies/store.hpp"
#include "mail/personal_link.hpp"
#include "web/configuration.hpp"
#include "web/cookies.hpp"
#include "web/layout.hpp"
#include "web/once.hpp"
#include "web/rate_limit.hpp"

#include <algorithm>

namespace toguna::actions {

namespace {

constexpr std::size_t most_others = 50;

/// Whole offices share one address: sixty pages at once, then one each second.
Result<void> slow_down(web::Request const& request, web::Context const& context)
{
    static web::RateLimit limit(60, std::chrono::seconds(1));
    if (limit.allow(web::address_prefix(request.remote_address), context.now))
        return {};
    return fail(ErrorKind::Unavailable, tr("Too many pages were asked for at once. Wait a minute, then open the link again."), "personal links throttled");
}

/// What a link opens: one action, for the person it was written to.
struct OpenedLink {
    std::string path; ///< of the action's page under this link
    ActionPoint action;
    RosterPerson person;
    Roster roster;
    bodies::Body body;
    Date today;
};

bool answers_for(Roster const& roster, people::PersonId const& person, ActionPoint const& action)
{
    auto const people = roster.recipients_of(action);
    return std::find(people.begin(), people.end(), person) != people.end() || roster.speaks_for(person, action);
}

std::string parameter(web::Request const& request, std::string_view name)
{
    auto const found = request.parameters.find(name);
    return found == request.parameters.end() ? std::string() : found->second;
}

Result<OpenedLink> open_link(db::Reader const& db, web::Request const& request, web::Context const& context)
{
    auto const secret = parameter(request, "token");
    auto const link = TRY(mail::find_personal_link(db, answer_purpose, secret, context.now));
    auto const other = parameter(request, "action");
    auto action = TRY(find_action(db, ActionId::trusted(other.empty() ? link.object : other)));
    auto body = TRY(bodies::find_body(db, action.body));
    auto const today = web::local_date(context.now, TRY(bodies::time_zone_of(db, body)));
    auto roster = TRY(read_roster(db, today));
    auto const* person = roster.find(people::PersonId::trusted(link.person));
    if (!person || !answers_for(roster, person->id, action))
        return fail(ErrorKind::Forbidden,
            tr("You are no longer among those responsible for this action. If you are, ask the coordination of {body} to name you again.", { { "body", body.name } }),
            "person no longer responsible");
    auto found = *person;
    return OpenedLink { other.empty() ? "/r/" + secret : "/r/" + secret + "/" + other, std::move(action), std::move(found), std::move(roster), std::move(body), today };
}

/// The page speaks the language of the person the mail went to, unless the reader has chosen another.
web::Context in_language_of(RosterPerson const& person, web::Request const& request, web::Context const& context)
{
    bool const chosen = web::read_cookie(request, "language").has_value();
    auto const& page = chosen ? context.language : web::localization(person.language);
    auto const& file = chosen ? context.file_language : web::localization(person.language, web::Medium::File);
    return { context.db, context.configuration, context.chance, context.now, page, file, context.visitor, context.csrf_token, context.notice, context.authorizer, context.menu,
        context.target, context.session, context.signing_key, context.sign_in_throttle, context.on_refused };
}

web::Tag tag_of(Status status, bool late, web::Localization const& language)
{
    switch (status) {
    case Status::ToDo: return late ? web::Tag { web::Look::Late, language.t("Late") } : web::Tag { web::Look::ToDo, language.t("To do") };
    case Status::InProgress: return late ? web::Tag { web::Look::Late, language.t("In progress, late") } : web::Tag { web::Look::InProgress, language.t("In progress") };
    case Status::Blocked: return { web::Look::Blocked, language.t("Blocked") };
    case Status::DoneToConfirm: return { web::Look::ToConfirm, language.t("Done, to be confirmed") };
    case Status::Closed: return { web::Look::Done, language.t("Closed") };
    case Status::Abandoned: return { web::Look::Abandoned, language.t("Abandoned") };
    }
    return {};
}

std::string words_of_period(Occurrence const& period, web::Localization const& language)
{
    return language(tr("from {start} to {end}", { { "start", period.period_start }, { "end", period.period_end } }));
}

std::optional<Occurrence> period_to_report(OpenedLink const& opened)
{
    if (!std::holds_alternative<Recurring>(opened.action.due))
        return {};
    return occurrence_to_report(opened.action.occurrences, opened.today);
}

MemberState const* own_state(OpenedLink const& opened)
{
    auto const organization = opened.roster.speaks_for(opened.person.id, opened.action);
    for (auto const& state : opened.action.member_states)
        if (state.organization == organization)
            return &state;
    return nullptr;
}

web::Definitions definitions_of(OpenedLink const& opened, web::Localization const& language)
{
    auto const& action = opened.action;
    web::Definitions definitions;
    auto const add = [&](std::string term, std::string const& text) {
        if (!text.empty())
            definitions.push_back({ std::move(term), web::escaped(text) });
    };
    add(language.t("Body"), opened.body.name);
    add(language.t("Reference"), action.reference);
    if (auto const period = period_to_report(opened))
        add(language.t("Period"), words_of_period(*period, language));
    if (auto const deadline = deadline_of(action.due))
        add(language.t("Due"), language.full_date(*deadline));
    else if (std::holds_alternative<NoDue>(action.due))
        add(language.t("Due"), language.t("No date yet"));
    add(language.t("State"), tag_of(action.status, is_late(action, opened.today), language).word);
    if (auto const* own = own_state(opened))
        add(language(tr("State of {organization}", { { "organization", own->organization_name } })), tag_of(own->status, false, language).word);
    add(language.t("What was said"), action.status_reason);
    std::vector<std::string> names;
    for (auto const& responsible : action.responsible)
        names.push_back(responsible.name);
    add(language.t("Responsible"), language.list(names));
    return definitions;
}

struct AnswerForm {
    std::string answer;
    std::string version;
    std::string note;
    std::string due;

    static AnswerForm decode(web::Request const& request)
    {
        auto const& form = request.form;
        return { std::string(form.get("answer")), std::string(form.get("version")), trimmed(form.get("note")), trimmed(form.get("due")) };
    }
};

Text question_of(Answer answer)
{
    switch (answer) {
    case Answer::Done: return tr("What was done, where is the proof");
    case Answer::Started: return tr("How far you are");
    case Answer::Blocked: return tr("What blocks this action, and who could help");
    case Answer::Moved: return tr("Why the date moves");
    }
    return {};
}

/// The rules speak of « reason » and « due »; on this page the reason is typed into the note.
AnswerDraft draft_of(Answer answer, AnswerForm const& form, OpenedLink const& opened, web::Context const& context, Error const* error)
{
    auto const& language = context.language;
    Error shown = error ? *error : Error {};
    for (auto& field : shown.fields)
        if (field.field == "reason")
            field.field = "note";
    AnswerDraft draft { .name = std::string(name_of(answer)), .version = std::to_string(opened.action.version), .button = {}, .errors = {}, .once = web::once_field(context), .due = {}, .note = {} };
    draft.button = language(tr("Confirm: {answer}", { { "answer", label_of(answer) } }));
    if (!shown.fields.empty())
        draft.errors = web::error_summary(context, shown);
    if (answer == Answer::Moved)
        draft.due = web::date_field({ "due", language.t("New date"), {}, web::message_for(shown.fields, "due", language) }, form.due, language);
    draft.note = { { "note", language(question_of(answer)), {}, web::message_for(shown.fields, "note", language), answer != Answer::Blocked }, form.note, 3 };
    return draft;
}

std::string ending_of(OpenedLink const& opened, web::Localization const& language)
{
    if (opened.action.status == Status::Closed)
        return language.t("This action is closed: there is nothing more to answer. Thank you.");
    if (opened.action.status == Status::Abandoned)
        return language.t("This action was abandoned: there is nothing more to answer. Thank you.");
    return {};
}

Result<web::Reply> answer_page(OpenedLink const& opened, AnswerForm const& form, web::Context const& context, Error const* error)
{
    auto const& language = context.language;
    AnswerPage view { opened.action.text, definitions_of(opened, language), ending_of(opened, language), opened.path, {}, {} };
    auto const offered = offered_answers(opened.action);
    auto const chosen = answer_from(form.answer);
    if (error && error->fields.empty() && view.warning.empty())
        view.warning = language(error->message);
    if (chosen && std::find(offered.begin(), offered.end(), *chosen) != offered.end())
        view.draft = draft_of(*chosen, form, opened, context, error);
    else
        for (auto const answer : offered)
            view.choices.push_back({ language(label_of(answer)), opened.path + "?answer=" + std::string(name_of(answer)), view.choices.empty() });
    web::Page page { language.t("Where does this action stand?"), {}, "", html::answer(view, context.templates()), error != nullptr, true };
    return web::page(context, std::move(page), !error ? 200 : error->kind == ErrorKind::Conflict ? 409 : error->kind == ErrorKind::Forbidden ? 403 : 422);
}

/// GET /r/:token and /r/:token/:action. Nothing is answered by opening it: mail programs follow links too.
Result<web::Reply> show_answer(web::Request const& request, web::Context& context)
{
    TRY(slow_down(request, context));
    auto const opened = TRY(context.db.read([&](db::Reader const& db) { return open_link(db, request, context); }));
    AnswerForm form;
    form.answer = std::string(request.query.get("answer"));
    return answer_page(opened, form, in_language_of(opened.person, request, context), nullptr);
}

Result<GivenAnswer> given_answer(AnswerForm const& form, OpenedLink const& opened)
{
    auto const answer = answer_from(form.answer);
    if (!answer)
        return fail(ErrorKind::Invalid, tr("Choose one of the answers."));
    GivenAnswer given { *answer, form.note };
    if (given.answer != Answer::Moved)
        return given;
    auto const read = read_due(form.due, opened.today.year(), opened.today);
    if (!form.due.empty() && !read.understood) {
        auto const message = tr("« {words} » was not understood as a date. Write it as 15/03/2026, 15 March or “in 7 days”.", { { "words", form.due } });
        return fail(Error { ErrorKind::Invalid, message, { { "due", message } } });
    }
    given.due = read.due;
    return given;
}

/// What the comment on an action of the whole body says.
std::string words_of_answer(OpenedLink const& opened, GivenAnswer const& given, web::Localization const& language)
{
    auto const period = period_to_report(opened);
    auto const* own = own_state(opened);
    auto words = language(tr("{organization}: done, {period}.",
        { { "organization", own ? own->organization_name : opened.person.name }, { "period", period ? words_of_period(*period, language) : std::string() } }));
    return given.note.empty() ? words : words + " " + given.note;
}

Result<web::Reply> save_answer(db::Transaction& tx, AnswerForm const& form, web::Request const& request, web::Context const& context)
{
    auto const opened = TRY(open_link(tx, request, context));
    if (form.version != std::to_string(opened.action.version))
        return fail(ErrorKind::Conflict, tr("Somebody changed this action since you opened the page. This is how it stands now: confirm once more if your answer still holds."));
    auto const given = TRY(given_answer(form, opened));
    Act const act { { .account = {}, .person = opened.person.id.text(), .name = opened.person.name }, context.now, context.chance };
    auto const& language = web::localization(context.configuration.language, web::Medium::File);
    TRY(record_answer(tx, opened.action, given, opened.person.id, opened.roster, opened.today, words_of_answer(opened, given, language), act));
    return web::see_other("/r/" + parameter(request, "token") + "/thanks/" + opened.action.id.text() + "?answer=" + std::string(name_of(given.answer)));
}

/// POST /r/:token and /r/:token/:action
Result<web::Reply> create_answer(web::Request const& request, web::Context& context)
{
    TRY(slow_down(request, context));
    auto const form = AnswerForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&] { return save_answer(tx, form, request, context); });
    });
    if (saved)
        return *saved;
    auto const& error = saved.error();
    if (error.kind != ErrorKind::Invalid && error.kind != ErrorKind::Conflict && error.kind != ErrorKind::Forbidden)
        return saved;
    auto const opened = TRY(context.db.read([&](db::Reader const& db) { return open_link(db, request, context); }));
    return answer_page(opened, form, in_language_of(opened.person, request, context), &error);
}

Text what_follows(Answer answer, bool period)
{
    switch (answer) {
    case Answer::Done:
        return period ? tr("The period counts as done. Nothing more is asked of you until the next one.")
                      : tr("The coordination will confirm it, or tell you what is still missing. You will not be reminded of it until then.");
    case Answer::Started: return tr("The plan shows that you are at it. You will be reminded two days before the date.");
    case Answer::Blocked: return tr("The coordination is told today and will look for a way out with you.");
    case Answer::Moved: return tr("The plan shows the new date; the first one stays visible beside it.");
    }
    return {};
}

std::string note_of(ActionPoint const& action, web::Localization const& language)
{
    auto const deadline = deadline_of(action.due);
    if (!deadline)
        return action.reference;
    return language(tr("{reference} · due on {day}", { { "reference", action.reference }, { "day", language.full_date(*deadline) } }));
}

/// GET /r/:token/thanks/:action
Result<web::Reply> show_thanks(web::Request const& request, web::Context& context)
{
    TRY(slow_down(request, context));
    return context.db.read([&](db::Reader const& db) -> Result<web::Reply> {
        auto const opened = TRY(open_link(db, request, context));
        auto const spoken = in_language_of(opened.person, request, context);
        auto const& language = spoken.language;
        auto const answer = answer_from(request.query.get("answer")).value_or(Answer::Started);
        ThanksPage view { language(tr("You answered: {answer}.", { { "answer", label_of(answer) } })), opened.action.reference, opened.action.text,
            language(what_follows(answer, concerns_period(opened.action, answer))), opened.path, {} };
        for (auto const& other : TRY(list_answerable(db, opened.person.id, opened.roster, opened.today)))
            if (other.id != opened.action.id && view.others.size() < most_others)
                view.others.push_back({ other.text, note_of(other, language), "/r/" + parameter(request, "token") + "/" + other.id.text() });
        web::Page page { language.t("Thank you, your answer is recorded"), {}, "", html::answer_thanks(view, spoken.templates()), false, true };
        return web::page(spoken, std::move(page));
    });
}

} // namespace

std::vector<web::Route> answer_routes()
{
    using enum web::Method;
    return {
        { Get, "/r/:token", show_answer, web::personal_link() },
        { Post, "/r/:token", create_answer, web::personal_link() },
        { Get, "/r/:token/:action", show_answer, web::personal_link() },
        { Post, "/r/:token/:action", create_answer, web::personal_link() },
        { Get, "/r/:token/thanks/:action", show_thanks, web::personal_link() },
    };
}

} // namespace toguna::actions
