#include "app/commands.hpp"

#include "base/read_date.hpp"
#include "bodies/mandate_form_store.hpp"
#include "bodies/mandate_state.hpp"
#include "bodies/mandate_store.hpp"
#include "bodies/store.hpp"
#include "journal/event.hpp"

#include <boost/json.hpp>

#include <ostream>

namespace toguna::app {

namespace {

using namespace bodies;

struct BodyToday {
    Body body;
    Date today;
};

Result<BodyToday> body_today(db::Reader const& db, Surroundings const& surroundings, std::string const& code)
{
    auto body = TRY(find_body_by_code(db, code));
    auto const today = web::local_date(surroundings.now, TRY(time_zone_of(db, body)));
    return BodyToday { std::move(body), today };
}

Result<Date> asked_day(std::string const& words, Date today)
{
    if (words.empty())
        return today;
    if (auto const day = read_date(words, today))
        return *day;
    return fail(ErrorKind::Invalid, unreadable_date(words));
}

journal::Actor actor(Surroundings const& surroundings) { return { {}, {}, surroundings.language.t("command line") }; }

boost::json::object json_of(NamedMandate const& named, Date day)
{
    auto facts = boost::json::parse(mandate_facts(named.mandate)).as_object();
    facts["id"] = named.mandate.id.text();
    facts["organization_name"] = named.organization_name;
    facts["person_name"] = named.person_name;
    facts["in_force"] = named.is_in_force(day);
    return facts;
}

} // namespace

Result<void> list_body_mandates(Surroundings const& surroundings, MandateWords const& words)
{
    auto const database = TRY(open_database(surroundings, Migrate::No));
    return database->read([&](db::Reader const& db) -> Result<void> {
        auto const asked = TRY(body_today(db, surroundings, words.body));
        auto const day = TRY(asked_day(words.on, asked.today));
        boost::json::array list;
        for (auto const& named : TRY(mandates_on(db, asked.body.id, day))) {
            list.push_back(json_of(named, day));
            if (!surroundings.json)
                surroundings.out << named.mandate.id.text() << "  " << surroundings.language(label_of(named.mandate.role)) << "  " << named.holder() << "  "
                                 << surroundings.language(label_of(state_on(named.mandate, named.engaged, day))) << "\n";
        }
        if (surroundings.json)
            surroundings.out << boost::json::serialize(list) << "\n";
        return {};
    });
}

Result<void> add_mandate(Surroundings const& surroundings, MandateWords const& words)
{
    auto const database = TRY(open_database(surroundings, Migrate::No));
    MandateForm const form { words.role, { words.organization }, { words.person }, words.level, words.area, words.from, words.until };
    auto const id = new_id<MandateTag>(surroundings.now, surroundings.chance);
    TRY(database->write([&](db::Transaction& tx) -> Result<void> {
        auto const asked = TRY(body_today(tx, surroundings, words.body));
        auto const mandate = TRY(mandate_of(tx, form, id, asked.body, asked.today));
        TRY(insert_mandate(tx, mandate));
        TRY(journal::record_event(tx, actor(surroundings), { "bodies.mandate_added", id.text(), asked.body.id.text(), {}, mandate_facts(mandate) }, surroundings.now, surroundings.chance));
        return {};
    }));
    if (surroundings.json)
        surroundings.out << boost::json::serialize(boost::json::object { { "id", id.text() } }) << "\n";
    else
        surroundings.out << surroundings.language(tr("The mandate {id} was added.", { { "id", id.text() } })) << "\n";
    return {};
}

Result<void> end_body_mandate(Surroundings const& surroundings, MandateWords const& words)
{
    auto const database = TRY(open_database(surroundings, Migrate::No));
    auto const id = MandateId::parse(words.mandate);
    if (!id)
        return fail(ErrorKind::NotFound, tr("No mandate has the identifier {id}. « toguna mandate list » prints them.", { { "id", words.mandate } }));
    TRY(database->write([&](db::Transaction& tx) -> Result<void> {
        auto const asked = TRY(body_today(tx, surroundings, words.body));
        auto const before = TRY(find_mandate(tx, *id));
        if (before.body != asked.body.id)
            return fail(ErrorKind::NotFound, tr("No mandate has the identifier {id}. « toguna mandate list » prints them.", { { "id", words.mandate } }));
        TRY(end_mandate(tx, *id, TRY(asked_day(words.until, asked.today))));
        TRY(journal::record_event(tx, actor(surroundings), { "bodies.mandate_ended", id->text(), asked.body.id.text(), mandate_facts(before), mandate_facts(TRY(find_mandate(tx, *id))) }, surroundings.now,
            surroundings.chance));
        return {};
    }));
    surroundings.out << surroundings.language(tr("The mandate {id} has its last day; its rights end at midnight.", { { "id", id->text() } })) << "\n";
    return {};
}

} // namespace toguna::app
