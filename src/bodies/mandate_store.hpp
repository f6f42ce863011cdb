#pragma once
/// Mandates in the database: never deleted, only ended, so that every past day can be asked.

#include "bodies/engagement.hpp"
#include "bodies/mandate.hpp"
#include "db/database.hpp"

#include <string>

namespace toguna::bodies {

/// A mandate with the names a list shows, and the signed engagements that back it.
struct NamedMandate {
    Mandate mandate;
    std::string organization_name = {}; ///< empty without an organisation
    std::string organization_acronym = {};
    std::string person_name = {};       ///< empty without a person
    std::string person_email = {};
    std::vector<EngagedSpan> engaged = {};

    bool is_in_force(Date day) const { return mandate.period.contains(day) && is_engaged(engaged, day); }
    /// « Awa Sanou », or « UNICEF » when no person is named.
    std::string const& holder() const { return person_name.empty() ? organization_short_name() : person_name; }
    std::string const& organization_short_name() const { return organization_acronym.empty() ? organization_name : organization_acronym; }
};

/// NotFound when there is no such mandate.
Result<Mandate> find_mandate(db::Reader const& db, MandateId const& id);
Result<NamedMandate> find_named_mandate(db::Reader const& db, MandateId const& id);
/// Past, present and to come; in the order of mandate_roles(), then of time.
Result<std::vector<NamedMandate>> list_mandates(db::Reader const& db, BodyId const& body);
/// Those whose period holds on one day, whether their engagement does or not (is_in_force tells).
Result<std::vector<NamedMandate>> mandates_on(db::Reader const& db, BodyId const& body, Date day);
/// Those that name the person, in any body, on one day.
Result<std::vector<Mandate>> mandates_of_person(db::Reader const& db, people::PersonId const& person, Date day);
/// Of any body, those in force on `first_day` whose last day comes until `last_day`, soonest first.
Result<std::vector<NamedMandate>> mandates_ending(db::Reader const& db, Date first_day, Date last_day);

/// Names of those who coordinate today, whoever answers for the body first.
Result<std::vector<std::string>> coordinators_of(db::Reader const& db, BodyId const& body, Date today);

/// The mandate is `checked` first. Conflict, naming the other holder, when the same holder has the role in an overlapping
/// period, or when the role is held by one and somebody else has it then (invariant 1).
Result<void> insert_mandate(db::Transaction& tx, Mandate const& mandate);
/// As insert_mandate; Conflict also when somebody saved another version in between.
Result<void> update_mandate(db::Transaction& tx, Mandate const& mandate);
/// `last_day` still counts. Invalid when it lies before the first day, Conflict when the mandate ended before it.
Result<void> end_mandate(db::Transaction& tx, MandateId const& id, Date last_day);

} // namespace toguna::bodies
