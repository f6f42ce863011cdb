#pragma once
/// For tests: the pages of contacts in process, on a cluster with a coordinator, for a visitor of choice.

#include "bodies/feature.hpp"
#include "bodies/mandate_store.hpp"
#include "bodies/membership_store.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "contacts/feature.hpp"
#include "contacts/import_store.hpp"
#include "journal/event.hpp"
#include "people/contact_store.hpp"
#include "people/feature.hpp"
#include "people/person_store.hpp"
#include "people/store.hpp"
#include "support/engines.hpp"
#include "web/configuration.hpp"
#include "web/router.hpp"

#include <boost/json.hpp>

namespace toguna::contacts {

/// The shapes of the participants of a real meeting, with invented people: names in any order and case, a directorate, a
/// women's association with its acronym in quotes, an antenna, an acronym in brackets, headings again after a page break.
inline constexpr char const* participants_of_a_meeting = "Liste des participants :\n"
                                                         "No.\tNom & Prénom\tOrganisation\n"
                                                         "1\tSalif Zongo\tAVSF\n"
                                                         "2\tBARRY Fanta OUATTARA\tDirection Nationale du Développement Social\n"
                                                         "3\tTRAOOLE Paul\tSolidarité Internationale pour l'Afrique (SIA)\n"
                                                         "4\tJean-Marc Kabore\tUNDP\n"
                                                         "5\tIbrahim Sawadogo\tPNUD\n"
                                                         "6\tMariam Diallo\tUNDP\n"
                                                         "7\tAlhassane Ag Moussa\tONU Femmes\n"
                                                         "8\tRokia Maiga\tOCHA\n"
                                                         "\n"
                                                         "No.\tNom & Prénom\tOrganisation\n"
                                                         "9\tAwa Ba\tAssociation d'assistance aux filles mères Djigui Tugu Ton \"AFM\"\n"
                                                         "10\tMoussa Koita\tACTION CONTRE LA FAIM ACF-Espagne\n"
                                                         "11\tRobert Mbuyi\tIEDA Relief\n"
                                                         "12\tKetty Umutoni\tIEDA Relief\n"
                                                         "13\tousmane Ganame\tOIM\n"
                                                         "14\tPhilippine Marchand\tACTED\n"
                                                         "15\tAnicet Mwamba\tWVI\n"
                                                         "16\tIssouf yana Sanou\tCatholic Relief Services (CRS)\n"
                                                         "17\tAbdoulaye Ouedraogo\tMercy Corps\n";

struct TestHouse {
    using Pairs = std::vector<std::pair<std::string, std::string>>;

    db::Database& db;
    Instant clock = *Instant::from_iso("2026-11-23T12:00:00Z");
    SeededChance chance { 40 };
    web::Configuration configuration = {};
    web::Authorizer authorizer = bodies::authorizer();
    std::vector<web::MenuEntry> menu = {};
    web::Router router { all_routes() };
    std::optional<web::Visitor> visitor = {};
    bodies::BodyId body = bodies::BodyId::trusted(new_id_text(clock, chance));
    people::PersonId coordinator = people::PersonId::trusted(new_id_text(clock, chance));
    people::PersonId member = people::PersonId::trusted(new_id_text(clock, chance));

    explicit TestHouse(db::Database& database) : db(database)
    {
        test::expect_success(db.write([&](db::Transaction& tx) -> Result<void> {
            bodies::Body const cluster { .id = body, .name = "Cluster Relèvement", .acronym = "CRR", .code = "CRR", .country = *geography::CountryCode::parse("MLI") };
            TRY(bodies::insert_body(tx, cluster, clock));
            TRY(people::insert_person(tx, { .id = coordinator, .full_name = "Haoua Tinguiri", .email = "haoua@example.org" }, clock));
            TRY(people::insert_person(tx, { .id = member, .full_name = "Nana Coulibaly", .email = "nana@example.org" }, clock));
            TRY(bodies::insert_mandate(tx, { .id = new_id<bodies::MandateTag>(clock, chance), .body = body, .role = bodies::MandateRole::Coordinator, .organization = {}, .person = coordinator,
                                               .period = Period::since(*Date::from(2026, 1, 1)) }));
            return bodies::insert_membership(tx, { .id = new_id<bodies::MembershipTag>(clock, chance), .body = body, .organization = {}, .person = member, .period = Period::since(*Date::from(2026, 1, 1)) });
        }));
        sign_in_coordinator();
    }

    void sign_in_coordinator() { visitor = web::Visitor { "account-haoua", coordinator.text(), "Haoua Tinguiri" }; }
    void sign_in_member() { visitor = web::Visitor { "account-nana", member.text(), "Nana Coulibaly" }; }
    void sign_in_administrator() { visitor = web::Visitor { "account-admin", "", "Administration", true }; }

    static std::vector<web::Route> all_routes()
    {
        std::vector<web::Route> routes;
        for (auto const& feature : { bodies::feature(), people::feature(), contacts::feature() })
            routes.insert(routes.end(), feature.routes.begin(), feature.routes.end());
        return routes;
    }
    web::Reply send(web::Request request)
    {
        web::Context context { .db = db, .configuration = configuration, .chance = chance, .now = clock, .language = web::localization("fr"),
            .file_language = web::localization("fr", web::Medium::File), .visitor = visitor, .csrf_token = "token", .notice = {}, .authorizer = authorizer, .menu = menu };
        context.signing_key = "key";
        return web::answer(router, std::move(request), context);
    }
    web::Reply get(std::string const& path, Pairs const& query = {})
    {
        web::Request request;
        request.path = request.target = path;
        for (auto const& [name, value] : query)
            request.query.add(name, value);
        return send(std::move(request));
    }
    web::Reply post(std::string const& path, Pairs const& fields, std::vector<web::UploadedFile> files = {})
    {
        web::Request request;
        request.method = web::Method::Post;
        request.path = request.target = path;
        request.form.add("csrf", "token");
        for (auto const& [name, value] : fields)
            request.form.add(name, value);
        request.files = std::move(files);
        return send(std::move(request));
    }
    std::string in_body(std::string const& rest) const { return "/bodies/" + body.text() + rest; }

    std::int64_t count(std::string const& table)
    {
        std::int64_t rows = 0;
        test::expect_success(db.read([&](db::Reader const& reader) { return reader.each_raw("SELECT count(*) FROM " + table, {}, [&](db::Row const& row) { rows = row.integer(0); }); }));
        return rows;
    }
};

inline bool shows(web::Reply const& reply, std::string_view words) { return reply.body.find(words) != std::string::npos; }

inline std::string location_of(web::Reply const& reply)
{
    for (auto const& [name, value] : reply.headers)
        if (name == "Location")
            return value;
    return {};
}

/// What a field of the page was filled with: value="…" after name="…".
inline std::string hidden_value(web::Reply const& reply, std::string_view name)
{
    auto const at = reply.body.find("name=\"" + std::string(name) + "\" value=\"");
    if (at == std::string::npos)
        return {};
    auto const start = at + name.size() + 15;
    return reply.body.substr(start, reply.body.find('"', start) - start);
}

} // namespace toguna::contacts
