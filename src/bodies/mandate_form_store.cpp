#include "bodies/mandate_form_store.hpp"

#include "bodies/area_words_store.hpp"
#include "people/chooser_store.hpp"
#include "people/read_date.hpp"

#include <boost/json.hpp>

namespace toguna::bodies {

namespace {

/// An area is meant as it was when the mandate began: regions are cut anew meanwhile.
Date first_day_of(MandateForm const& form, Date today) { return people::read_date(form.starts_on, today).value_or(today); }

/// Refusals of single fields are kept for the form; failures of the database are passed on.
Result<MandateForm::Found> resolved(db::Reader const& db, MandateForm const& form, Body const& body, Date today)
{
    return MandateForm::Found { TRY(people::refusable(people::resolve_optional_organization(db, form.organization, "organization"))),
        TRY(people::refusable(people::resolve_optional_person(db, form.person, "person"))), TRY(people::refusable(resolve_area(db, body.country, form.area, first_day_of(form, today), "area"))) };
}

} // namespace

Result<Mandate> mandate_of(db::Reader const& db, MandateForm const& form, MandateId id, Body const& body, Date today)
{
    return form.value(std::move(id), body.id, TRY(resolved(db, form, body, today)), today);
}

std::string mandate_facts(Mandate const& mandate)
{
    boost::json::object facts { { "role", name_of(mandate.role) }, { "level", name_of(mandate.level) }, { "from", mandate.period.start().to_iso() } };
    if (mandate.organization)
        facts["organization"] = mandate.organization->text();
    if (mandate.person)
        facts["person"] = mandate.person->text();
    if (mandate.area)
        facts["area"] = mandate.area->text();
    if (mandate.period.end())
        facts["until"] = mandate.period.end()->to_iso();
    return boost::json::serialize(facts);
}

} // namespace toguna::bodies
