// Tries the guard of every route as every role, on an object of the visitor's body and on one of another body, against
// tests/permissions.tsv, which reviewers read. TOGUNA_TEST_UPDATE=1 writes the table anew: read the difference before you commit it.
#include "actions/import_store.hpp"
#include "app/features.hpp"
#include "bodies/absence_store.hpp"
#include "bodies/delegation_store.hpp"
#include "bodies/engagement_store.hpp"
#include "bodies/mandate_store.hpp"
#include "bodies/membership_store.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "contacts/channel_store.hpp"
#include "functions/catalogue_store.hpp"
#include "people/person_store.hpp"
#include "people/store.hpp"
#include "support/engines.hpp"
#include "support/source_tree.hpp"
#include "web/configuration.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace toguna;
using test::expect_success;

namespace {

Instant const noon = *Instant::from_iso("2026-11-23T12:00:00Z");

/// « yes » on every object, « own » on those of the visitor's body only, « no »; a secret in the address is its own right.
/// This is the guard alone: what a handler refuses further on, because it must read the object first, is in its pages_test.
std::array<std::string_view, 14> const roles { "nobody", "stranger", "candidate", "member", "observer", "focal point", "information manager", "co-coordinator", "coordinator",
    "expired coordinator", "unengaged co-coordinator", "delegate", "stand-in", "administrator" };

/// What stands in an address for « :plan » …
using Examples = std::map<std::string, std::string>;

/// A cluster with everything that addresses name.
struct Cluster {
    bodies::BodyId body;
    Examples examples;
};

struct House {
    explicit House(db::Database& database) : db(database)
    {
        expect_success(db.write([&](db::Transaction& tx) -> Result<void> {
            TRY(functions::insert_catalogue(tx, "essai", { { "1", "Soutien à la prestation des services", "Supporting service delivery" } }, act().actor, noon, chance));
            own = TRY(insert_cluster(tx, "NUT"));
            other = TRY(insert_cluster(tx, "EHA"));
            people["member"] = TRY(insert_member(tx, "Awa Sanou", bodies::MembershipStatus::Member));
            people["observer"] = TRY(insert_member(tx, "Jean Kaboré", bodies::MembershipStatus::Observer));
            people["candidate"] = TRY(insert_member(tx, "Aline Sawadogo", bodies::MembershipStatus::Candidate));
            people["focal point"] = TRY(insert_holder(tx, "Idrissa Maïga", bodies::MandateRole::FocalPoint, {}));
            people["information manager"] = TRY(insert_holder(tx, "Salif Zongo", bodies::MandateRole::InformationManager, {}));
            people["co-coordinator"] = TRY(insert_holder(tx, "Ramata Cissé", bodies::MandateRole::CoCoordinator, {}));
            people["coordinator"] = TRY(insert_holder(tx, "Mariam Diallo", bodies::MandateRole::Coordinator, {}));
            people["expired coordinator"] = TRY(insert_holder(tx, "Paul Ouattara", bodies::MandateRole::CoCoordinator, noon.utc_date().plus_days(-1)));
            people["unengaged co-coordinator"] = TRY(insert_unengaged(tx, "Noël Ouédraogo"));
            people["delegate"] = TRY(insert_delegate(tx, "Zeinabou Garba"));
            people["stand-in"] = TRY(insert_stand_in(tx, "Oumar Dicko"));
            people["stranger"] = TRY(insert_person(tx, "Fanta Cissé"));
            return {};
        }));
    }

    /// "yes" when the guard lets the role through to the handler.
    bool enters(web::Router const& router, web::Route const& route, std::string_view role, Examples const& examples)
    {
        web::Request request;
        request.method = route.method;
        request.path = request.target = address(route.pattern, examples);
        request.form.add("csrf", "token");
        web::Context context { .db = db, .configuration = configuration, .chance = chance, .now = noon, .language = web::localization("fr"),
            .file_language = web::localization("fr", web::Medium::File), .visitor = visitor(role), .csrf_token = "token", .notice = {}, .authorizer = authorizer, .menu = menu };
        context.signing_key = "key";
        auto const reply = web::answer(router, std::move(request), context);
        bool const is_refusal = reply.status == 403 || reply.status == 303;
        CHECK_MESSAGE((reply.status == 204 || is_refusal), route.pattern, " as ", role, ": the guard answered ", reply.status,
            ". Give the House of this test an example of what the address names.");
        return reply.status == 204;
    }

    /// What the authorizer says, without any page.
    bool may(std::string_view role, bodies::Right right, Cluster const& cluster)
    {
        auto const someone = visitor(role);
        return expect_success(db.read([&](db::Reader const& reader) -> Result<bool> {
            return authorizer(reader, someone ? &*someone : nullptr, web::Right { bodies::name_of(right) }, cluster.body.text(), noon).has_value();
        }));
    }

    web::Reply get(web::Router const& router, std::string const& path, std::string_view role)
    {
        web::Request request;
        request.path = request.target = path;
        web::Context context { .db = db, .configuration = configuration, .chance = chance, .now = noon, .language = web::localization("fr"),
            .file_language = web::localization("fr", web::Medium::File), .visitor = visitor(role), .csrf_token = "token", .notice = {}, .authorizer = authorizer, .menu = menu };
        context.signing_key = "key";
        return web::answer(router, std::move(request), context);
    }

    Cluster own { bodies::BodyId::trusted(""), {} };
    Cluster other { bodies::BodyId::trusted(""), {} };

private:
    actions::Act act() { return { { .account = "", .person = "", .name = "Essai" }, noon, chance }; }

    Result<Cluster> insert_cluster(db::Transaction& tx, std::string const& code)
    {
        bodies::Body body { .id = new_id<bodies::BodyTag>(noon, chance), .name = "Cluster " + code, .acronym = code, .code = code, .country = *geography::CountryCode::parse("BFA") };
        TRY(bodies::insert_body(tx, body, noon));
        auto const plan = TRY(actions::insert_plan(tx, body.id, 2026, "Plan d’action 2026", { { actions::SectionId::trusted(""), "Soutien", "1" } }, act()));
        auto const section = TRY(actions::read_plan(tx, plan)).sections.at(0).id;
        auto const gap = TRY(actions::insert_gap(tx, plan, section, "Peu de partenaires au nord", act()));
        actions::ActionPoint action { .id = actions::ActionId::trusted(""), .body = body.id };
        action.plan = plan;
        action.section = section;
        action.text = "Former les points focaux";
        action.gaps = { gap };
        action = TRY(actions::insert_action(tx, action, {}, act()));
        auto const import = TRY(insert_import(tx, body.id));
        actions::ImportDraft const draft { actions::ImportDraftId::trusted(new_id_text(noon, chance)), sample_import(body.id), noon };
        TRY(actions::insert_import_draft(tx, draft, "account"));
        auto const contact_draft = TRY(insert_contact_draft(tx, body.id));
        auto const channel = TRY(insert_channel(tx, body.id));
        return Cluster { body.id, { { "contact_draft", contact_draft.first }, { "contact_import", contact_draft.second }, { "channel", channel }, { "import", import }, { "draft", std::string(draft.id.text()) }, { "body", std::string(body.id.text()) }, { "plan", std::string(plan.text()) }, { "section", std::string(section.text()) },
                                      { "gap", std::string(gap.text()) }, { "action", std::string(action.id.text()) } } };
    }

    contacts::Act contacts_act() { return { { .account = "", .person = "", .name = "Essai" }, noon, chance }; }

    /// The ids of a draft and of an import that was saved.
    Result<std::pair<std::string, std::string>> insert_contact_draft(db::Transaction& tx, bodies::BodyId const& body)
    {
        contacts::ContactDraft draft { contacts::ContactDraftId::trusted(new_id_text(noon, chance)), body, { "contacts.xlsx", "0" }, noon.utc_date(), false, {}, {}, 1, noon };
        draft.grid.tables.push_back({ "", 0, false, { { "Nom", contacts::ColumnRole::Name, 0 } }, { { 1, { "Contact de " + body.text() } } } });
        TRY(contacts::insert_draft(tx, draft, "account"));
        auto const import = TRY(contacts::write_contacts(tx, draft, contacts_act()));
        return std::pair(draft.id.text(), import.id.text());
    }

    Result<std::string> insert_channel(db::Transaction& tx, bodies::BodyId const& body)
    {
        contacts::Channel const channel { .id = contacts::ChannelId::trusted(new_id_text(noon, chance)), .body = body, .name = "Groupe" };
        TRY(contacts::insert_channel(tx, channel, contacts_act()));
        return channel.id.text();
    }

    static actions::PlanImport sample_import(bodies::BodyId const& body)
    {
        actions::ImportedPlan plan;
        plan.sections.push_back({ "Soutien", {} });
        return { body, 2027, plan, { "plan.docx", "0", "docx" } };
    }

    Result<std::string> insert_import(db::Transaction& tx, bodies::BodyId const& body)
    {
        auto const written = TRY(actions::write_import(tx, sample_import(body), {}, noon.utc_date(), web::localization("fr"), act()));
        return written.import ? std::string(written.import->text()) : std::string();
    }

    Result<std::string> insert_person(db::Transaction& tx, std::string const& name)
    {
        people::Person const person { .id = new_id<people::PersonTag>(noon, chance), .full_name = name };
        TRY(people::insert_person(tx, person, noon));
        return std::string(person.id.text());
    }

    Result<std::string> insert_member(db::Transaction& tx, std::string const& name, bodies::MembershipStatus status)
    {
        auto const person = TRY(insert_person(tx, name));
        TRY(bodies::insert_membership(tx, { .id = new_id<bodies::MembershipTag>(noon, chance), .body = own.body, .organization = {},
                                              .person = people::PersonId::trusted(person), .status = status, .period = Period::since(noon.utc_date().plus_days(-100)) }));
        return person;
    }

    Result<bodies::Mandate> insert_mandate_of(db::Transaction& tx, std::string const& name, bodies::MandateRole role, std::optional<Date> last_day, int days_ago = 100)
    {
        bodies::Mandate const mandate { .id = new_id<bodies::MandateTag>(noon, chance), .body = own.body, .role = role, .organization = {},
            .person = people::PersonId::trusted(TRY(insert_person(tx, name))), .period = TRY(Period::from(noon.utc_date().plus_days(-days_ago), last_day)) };
        TRY(bodies::insert_mandate(tx, mandate));
        return mandate;
    }

    Result<std::string> insert_holder(db::Transaction& tx, std::string const& name, bodies::MandateRole role, std::optional<Date> last_day)
    {
        return TRY(insert_mandate_of(tx, name, role, last_day)).person->text();
    }

    /// An information manager to whom a coordinator delegated publication and validation.
    Result<std::string> insert_delegate(db::Transaction& tx, std::string const& name)
    {
        auto const from = TRY(insert_mandate_of(tx, "Coordination de " + name, bodies::MandateRole::Coordinator, {}));
        auto const to = TRY(insert_mandate_of(tx, name, bodies::MandateRole::InformationManager, {}));
        TRY(bodies::insert_delegation(tx, { new_id<bodies::DelegationTag>(noon, chance), own.body, from.id, to.id, { bodies::Power::Publish, bodies::Power::Validate },
                                              Period::since(noon.utc_date().plus_days(-10)), "Partage du travail" }));
        return to.person->text();
    }

    /// The first co-coordinator, on a day on which every coordinator is away.
    Result<std::string> insert_stand_in(db::Transaction& tx, std::string const& name)
    {
        auto const stand_in = TRY(insert_mandate_of(tx, name, bodies::MandateRole::CoCoordinator, {}, 200));
        for (auto const& named : TRY(bodies::mandates_on(tx, own.body, noon.utc_date())))
            if (named.mandate.role == bodies::MandateRole::Coordinator)
                TRY(bodies::insert_absence(tx, { new_id<bodies::AbsenceTag>(noon, chance), *named.mandate.person, Period::since(noon.utc_date()), "" }));
        return stand_in.person->text();
    }

    /// A co-coordinator whose signed engagement expired yesterday, while the mandate goes on.
    Result<std::string> insert_unengaged(db::Transaction& tx, std::string const& name)
    {
        auto const mandate = TRY(insert_mandate_of(tx, name, bodies::MandateRole::CoCoordinator, {}));
        people::Organization const organization { new_id<people::OrganizationTag>(noon, chance), "Organisation de " + name };
        TRY(people::insert_organization(tx, organization, noon));
        TRY(bodies::insert_engagement(tx, { .id = new_id<bodies::EngagementTag>(noon, chance), .body = own.body, .mandate = mandate.id, .organization = organization.id, .lead_agency = {},
                                              .signed_on = noon.utc_date().plus_days(-100), .valid_until = noon.utc_date().plus_days(-1) }));
        return mandate.person->text();
    }

    std::optional<web::Visitor> visitor(std::string_view role) const
    {
        if (role == "nobody")
            return {};
        if (role == "administrator")
            return web::Visitor { "account", "", "Administration", true };
        return web::Visitor { "account", people.at(std::string(role)), std::string(role), false };
    }

    /// "/plans/:plan/edit" with the example's plan; what has no example is drawn from the air: no guard looks at it.
    static std::string address(std::string const& pattern, Examples const& examples)
    {
        std::string path;
        std::istringstream segments(pattern.substr(1));
        for (std::string segment; std::getline(segments, segment, '/');) {
            bool const is_parameter = segment.starts_with(':');
            auto const example = is_parameter ? examples.find(segment.substr(1)) : examples.end();
            path += "/" + (example != examples.end() ? example->second : is_parameter ? "0000000000000000000000000" : segment);
        }
        return path.empty() ? "/" : path;
    }

    db::Database& db;
    web::Configuration configuration;
    SeededChance chance { 11 };
    web::Authorizer authorizer = bodies::authorizer();
    std::vector<web::MenuEntry> menu;
    std::map<std::string, std::string> people;
};

/// The site with every handler replaced: whoever gets past the guard is answered 204.
std::vector<web::Route> guarded_routes()
{
    auto routes = app::routes_of(app::features());
    for (auto& route : routes)
        route.handler = [](web::Request const&, web::Context&) -> Result<web::Reply> {
            web::Reply reply;
            reply.status = 204;
            return reply;
        };
    return routes;
}

std::string table_of(House& house)
{
    std::string table = "method\taddress";
    for (auto const role : roles)
        table += "\t" + std::string(role);
    std::vector<std::string> lines;
    web::Router const router(guarded_routes());
    for (auto const& route : router.routes()) {
        auto line = std::string(route.method == web::Method::Post ? "POST" : "GET") + "\t" + route.pattern;
        for (auto const role : roles) {
            bool const own = house.enters(router, route, role, house.own.examples);
            bool const other = house.enters(router, route, role, house.other.examples);
            CHECK_MESSAGE((own || !other), route.pattern, ": ", role, " may do with the objects of others what they may not with their own.");
            line += route.access.kind == web::Access::Kind::PersonalLink ? "\tlink" : other ? "\tyes" : own ? "\town" : "\tno";
        }
        lines.push_back(line);
    }
    std::sort(lines.begin(), lines.end(), [](auto const& left, auto const& right) { return left.substr(left.find('\t')) < right.substr(right.find('\t')); });
    for (auto const& line : lines)
        table += "\n" + line;
    return table + "\n";
}

std::vector<std::string> lines_of(std::string const& text)
{
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

} // namespace

TEST_CASE("every route lets through whom tests/permissions.tsv names, and nobody else")
{
    test::for_each_engine([](db::Database& database) {
        House house(database);
        auto const found = table_of(house);
        if (std::getenv("TOGUNA_TEST_UPDATE"))
            std::ofstream("tests/permissions.tsv", std::ios::binary) << found;
        auto const expected_lines = lines_of(test::read_text("tests/permissions.tsv"));
        auto const found_lines = lines_of(found);
        for (auto const& line : found_lines)
            CHECK_MESSAGE(std::find(expected_lines.begin(), expected_lines.end(), line) != expected_lines.end(), "Not in tests/permissions.tsv: ", line,
                ". If this is meant, write the line into the table.");
        for (auto const& line : expected_lines)
            CHECK_MESSAGE(std::find(found_lines.begin(), found_lines.end(), line) != found_lines.end(), "In tests/permissions.tsv, not in the program: ", line);
    });
}

namespace {

/// Yes or no beside a right on the « pourquoi » page.
bool says_yes(std::string const& page, bodies::Right right)
{
    auto const row = page.find("<tr id=\"" + std::string(bodies::name_of(right)) + "\">");
    REQUIRE(row != std::string::npos);
    return page.substr(row, page.find("</tr>", row) - row).find("tag done") != std::string::npos;
}

/// The only rights that nobody has by their own mandate alone are worth a line of their own here.
void check_powers(House& house)
{
    using enum bodies::Right;
    for (auto const right : { Publish, Validate })
        CHECK(house.may("delegate", right, house.own));
    for (auto const right : { Chair, Represent, ManageMandates })
        CHECK_FALSE(house.may("delegate", right, house.own));
    for (auto const right : { Chair, Represent })
        CHECK(house.may("stand-in", right, house.own));
    CHECK_FALSE(house.may("stand-in", Publish, house.own));
    CHECK_FALSE(house.may("co-coordinator", Chair, house.own));
}

} // namespace

TEST_CASE("the « pourquoi » page, the decision and the guards of the routes agree, role by role and right by right")
{
    test::for_each_engine([](db::Database& database) {
        House house(database);
        check_powers(house);
        web::Router const pages(app::routes_of(app::features()));
        web::Router const guards(guarded_routes());
        for (auto const role : roles)
            for (auto const* cluster : { &house.own, &house.other }) {
                auto const page = house.get(pages, "/bodies/" + cluster->body.text() + "/rights", role);
                REQUIRE(page.status == (role == "nobody" ? 303 : 200));
                for (auto const right : bodies::rights()) {
                    bool const allowed = house.may(role, right, *cluster);
                    CHECK_MESSAGE((page.status == 303 ? false : says_yes(page.body, right)) == allowed, role, ": ", bodies::name_of(right));
                }
                for (auto const& route : guards.routes()) {
                    auto const right = bodies::right_from(route.access.right.name);
                    if (route.access.kind == web::Access::Kind::ByRight && right && route.pattern.starts_with("/bodies/:body"))
                        CHECK_MESSAGE(house.enters(guards, route, role, cluster->examples) == house.may(role, *right, *cluster), role, ": ", route.pattern);
                }
            }
    });
}
