#include "bodies/mandate_views.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "bodies/why.html.hpp"
#include "people/chooser_store.hpp"
#include "people/person_store.hpp"

namespace toguna::bodies {

namespace {

/// Whose rights, on which day: the visitor's today, unless the coordination asks for somebody else's.
struct Question {
    std::optional<web::Visitor> visitor;
    Instant at;
    std::string name = {};        ///< of somebody else
    people::Chosen person = {};   ///< as typed
    std::optional<Error> refused = {};
};

/// Midday in UTC lies on the same day in every country from the Azores to the Tasman Sea.
Instant moment_of(BodyOnDay const& shown, Instant now)
{
    return shown.day == shown.today ? now : Instant::from_iso(shown.day.to_iso() + "T12:00:00Z").value_or(now);
}

/// Other persons and other days are asked by the coordination and by administrators.
Result<Question> question_of(db::Reader const& db, web::Request const& request, web::Context const& context, BodyOnDay const& shown, bool may_ask)
{
    Question question { context.visitor, may_ask ? moment_of(shown, context.now) : context.now };
    question.person = { std::string(request.query.get("person")), std::string(request.query.get("person_choice")) };
    if (!may_ask || question.person.is_empty())
        return question;
    auto const found = TRY(people::refusable(people::resolve_person(db, question.person, "person")));
    if (!found) {
        question.refused = found.error();
        return question;
    }
    question.name = TRY(people::find_person(db, *found)).full_name;
    if (context.visitor->person != found->text())
        question.visitor = web::Visitor { {}, found->text(), question.name, false };
    return question;
}

void fill_rows(WhyView& view, VisitorFacts const& facts, web::Localization const& language)
{
    for (auto const right : rights()) {
        auto const decision = explain(right, facts);
        view.rows.push_back({ std::string(name_of(right)), language(label_of(right)), { decision.allowed ? web::Look::Done : web::Look::Abandoned, decision.allowed ? language.t("yes") : language.t("no") },
            language(decision.because), decision.in_place_of });
    }
}

Result<web::Reply> show_rights(web::Request const& request, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const shown = TRY(body_on_day(reader, request, context));
        WhyView view;
        view.id = shown.body.id.text();
        // Whoever may not even see the body learns why, and nothing else of it.
        if (context.may(reader, view_body, view.id))
            view.rooms = rooms_of(context, reader, shown.body, Room::Mandates);
        view.may_ask_for_others = context.may(reader, view_coordination, view.id);
        auto const question = TRY(question_of(reader, request, context, shown, view.may_ask_for_others));
        auto const* const error = question.refused ? &*question.refused : nullptr;
        view.person = TRY(people::person_field(reader, context, { "person", language.t("Person"), language.t("Empty: yourself."), {}, true }, question.person, error));
        view.day = day_field(shown, language);
        auto const day = view.may_ask_for_others ? shown.day : shown.today;
        view.caption = question.name.empty() ? language(tr("My rights in {body} on {date}", { { "body", shown.body.short_name() }, { "date", day } }))
                                             : language(tr("Rights of {name} in {body} on {date}", { { "name", question.name }, { "body", shown.body.short_name() }, { "date", day } }));
        if (!question.name.empty())
            view.note = language(tr("The sentences are those that {name} reads. What an administrator’s account adds is not counted.", { { "name", question.name } }));
        fill_rows(view, TRY(visitor_facts(reader, &*question.visitor, shown.body.id, question.at)), language);
        bool const is_wrong = error || !shown.unreadable.empty();
        return web::page(context, { language.t("Why may I, why may I not?"), trail_of(context, shown.body), "/bodies", html::why(view, context.templates()), is_wrong }, is_wrong ? 422 : 200);
    });
}

} // namespace

std::vector<web::Route> why_routes()
{
    return { { web::Method::Get, "/bodies/:body/rights", show_rights, web::signed_in() } };
}

} // namespace toguna::bodies
