#include "bodies/member_pages.hpp"
#include "bodies/member_rule.html.hpp"
#include "bodies/member_rule_store.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "journal/store.hpp"
#include "web/cookies.hpp"

#include <boost/json.hpp>

namespace toguna::bodies {

namespace {

std::string rule_facts(MemberRule const& rule)
{
    boost::json::object facts { { "one_titular", rule.one_titular }, { "alternate_decides", rule.alternate_decides }, { "notice_days", rule.notice_days },
        { "meeting_share", rule.criteria.meeting_share }, { "report_share", rule.criteria.report_share }, { "quorum", rule.quorum } };
    if (rule.most_persons)
        facts["most_persons"] = *rule.most_persons;
    if (rule.criteria.meetings)
        facts["meetings"] = *rule.criteria.meetings;
    if (rule.criteria.reports)
        facts["reports"] = *rule.criteria.reports;
    return boost::json::serialize(facts);
}

void fill_form(MemberRuleView& view, MemberRuleForm const& form, Error const* error, web::Localization const& language)
{
    auto const frame = [&](std::string name, std::string label, std::string hint = {}) {
        return web::FieldFrame { name, std::move(label), std::move(hint), error ? web::message_for(error->fields, name, language) : std::string(), true };
    };
    auto const number = [&](web::FieldFrame with, std::string const& value) { return web::TextField { std::move(with), value, web::Width::Number, "text", {}, "numeric" }; };
    auto const check = [&](std::string name, std::string label, bool checked) {
        return web::ChoiceField { frame(std::move(name), label), { { "1", language.t("Yes") } }, checked ? std::vector<std::string> { "1" } : std::vector<std::string>(), true };
    };
    view.version = form.version;
    view.most_persons = number(frame("most_persons", language.t("Most persons of one organisation"), language.t("Empty: no bound. Two is usual among donors.")), form.most_persons);
    view.one_titular = check("one_titular", language.t("One titular for each organisation"), form.one_titular);
    view.alternate_decides = check("alternate_decides", language.t("The alternate may decide in the absence of the titular"), form.alternate_decides);
    view.quorum = { frame("quorum", language.t("Quorum"), language.t("In your words: it is shown, not computed.")), form.quorum, 2 };
    view.meetings = number(frame("meetings", language.t("How many of the last meetings are looked at"), language.t("Empty: attendance is not asked.")), form.meetings);
    view.meeting_share = number(frame("meeting_share", language.t("Least share of them attended, in percent")), form.meeting_share);
    view.reports = number(frame("reports", language.t("How many of the last reports are looked at"), language.t("Empty: reports are not asked.")), form.reports);
    view.report_share = number(frame("report_share", language.t("Least share of them sent in time, in percent")), form.report_share);
    view.notice_days = number(frame("notice_days", language.t("Notice to the member, in days"), language.t("An organisation sees what is written about it so long before others.")), form.notice_days);
}

Result<web::Reply> rule_page(web::Context& context, BodyId const& id, MemberRuleForm const* typed, Error const* error)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const body = TRY(find_body(reader, id));
        auto const rule = TRY(find_member_rule(reader, id));
        MemberRuleView view;
        view.id = id.text();
        view.rooms = rooms_of(context, reader, body, Room::Members);
        view.member_rooms = member_rooms_of(context, reader, body, MemberRoom::Rule);
        view.may_edit = context.may(reader, manage_body, id.text());
        view.definitions = definitions_of(rule, language);
        view.errors = error ? web::error_summary(context, *error) : SafeHtml();
        fill_form(view, typed ? *typed : MemberRuleForm::encode(rule), error, language);
        auto trail = trail_of(context, body);
        trail.push_back({ language.t("Members"), "/bodies/" + id.text() + "/members" });
        web::Page page { language(tr("Rule for the members of {body}", { { "body", body.short_name() } })), std::move(trail), "/bodies", html::member_rule(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), !error ? 200 : error->kind == ErrorKind::Conflict ? 409 : 422);
    });
}

Result<web::Reply> show_rule(web::Request const& request, web::Context& context)
{
    return rule_page(context, TRY(request.id<BodyId>("body")), nullptr, nullptr);
}

Result<web::Reply> change_rule(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const form = MemberRuleForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        TRY(context.require(tx, manage_body, id.text()));
        auto const before = TRY(find_member_rule(tx, id));
        auto const after = TRY(form.value());
        TRY(save_member_rule(tx, id, after));
        TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.member_rule_changed", id.text(), id.text(), rule_facts(before), rule_facts(after) }, context.now, context.chance));
        return web::see_other("/bodies/" + id.text() + "/members/rule");
    });
    if (!saved && (saved.error().kind == ErrorKind::Invalid || saved.error().kind == ErrorKind::Conflict))
        return rule_page(context, id, &form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The rule was saved. Members of today keep their seats."));
}

} // namespace

web::Definitions definitions_of(MemberRule const& rule, web::Localization const& language)
{
    auto const say = [&](Text const& text) { return web::escaped(language(text)); };
    web::Definitions definitions {
        { language.t("Persons of one organisation"), rule.most_persons ? say(trn("{count} at most", "{count} at most", *rule.most_persons)) : say(tr("No bound")) },
        { language.t("Titular"), say(rule.one_titular ? tr("One for each organisation") : tr("As many as needed")) },
        { language.t("Alternate"), say(rule.alternate_decides ? tr("May decide in the absence of the titular") : tr("Takes part without deciding")) },
        { language.t("Quorum"), rule.quorum.empty() ? say(tr("Not fixed")) : web::escaped(rule.quorum) },
    };
    auto const& criteria = rule.criteria;
    if (criteria.meetings)
        definitions.push_back({ language.t("Attendance of an active member"), say(tr("At least {share} percent of the last {count} meetings", { { "share", criteria.meeting_share }, { "count", *criteria.meetings } })) });
    if (criteria.reports)
        definitions.push_back({ language.t("Reports of an active member"), say(tr("At least {share} percent of the last {count} reports in time", { { "share", criteria.report_share }, { "count", *criteria.reports } })) });
    if (criteria.meetings || criteria.reports)
        definitions.push_back({ language.t("Notice to the member"), say(trn("{count} day", "{count} days", rule.notice_days)) });
    return definitions;
}

std::vector<web::Route> member_rule_routes()
{
    using enum web::Method;
    return {
        { Get, "/bodies/:body/members/rule", show_rule, web::by_right(view_body, body_in_path) },
        { Post, "/bodies/:body/members/rule", change_rule, web::by_right(manage_body, body_in_path) },
    };
}

} // namespace toguna::bodies
