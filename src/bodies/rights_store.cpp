#include "bodies/rights_store.hpp"

#include "bodies/acquaintance_store.hpp"
#include "bodies/body.hpp"
#include "bodies/delegation_store.hpp"
#include "bodies/mandate_queries.hpp"
#include "bodies/queries.hpp"
#include "bodies/rights_queries.hpp"
#include "people/contact_pages.hpp"
#include "journal/store.hpp"
#include "people/pages.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace toguna::bodies {

namespace {

/// One mandate that decides about the body: the visitor's, their organisation's, or somebody else's.
struct MandateFact {
    MandateId id;
    HeldMandate held;
    std::string person; ///< id, or empty
    std::string name;   ///< of the person
};

struct BodyFact {
    std::string short_name;
    std::string facilitated_by; ///< the cluster of a technical working group, or empty
    std::string time_zone;
};

Period read_period(db::Row const& row, int first)
{
    return Period::from(row.date(first), row.optional_date(first + 1)).value_or(Period::since(row.date(first)));
}

Result<BodyFact> read_body_fact(db::Reader const& db, BodyId const& id)
{
    auto const fact = TRY(db.first(sql::body_for_rights, { { "body", id } }, [](db::Row const& row) {
        bool const is_group = row.text(2) == name_of(BodyKind::TechnicalWorkingGroup);
        return BodyFact { row.string(row.text(1).empty() ? 0 : 1), is_group ? row.optional_string(3).value_or("") : "", row.string(4) };
    }));
    if (!fact)
        return fail(ErrorKind::NotFound, tr("This body does not exist."));
    return *fact;
}

Result<std::vector<MandateFact>> read_mandate_facts(db::Reader const& db, BodyId const& body, BodyFact const& fact, std::string const& person, Date today)
{
    std::map<std::string, std::vector<EngagedSpan>> spans;
    TRY(db.each(sql::spans_for_rights, { { "body", body }, { "facilitated_by", fact.facilitated_by } }, [&](db::Row const& row) {
        auto const until = row.date(2);
        spans[row.string(0)].push_back({ row.date(1), std::min(until, row.optional_date(3).value_or(until)) });
    }));
    return db.all(sql::mandates_for_rights, { { "body", body }, { "facilitated_by", fact.facilitated_by }, { "person", person }, { "today", today } }, [&](db::Row const& row) {
        auto const id = row.string(0);
        auto const holder = row.optional_string(2).value_or("");
        bool const is_own = !person.empty() && holder == person;
        HeldMandate held { mandate_role_from(row.text(1)).value_or(MandateRole::FocalPoint), read_period(row, 4), spans[id], !is_own && row.integer(3) == 1, row.integer(6) == 1 };
        return MandateFact { MandateId::trusted(id), std::move(held), holder, row.string(7) };
    });
}

Result<Chairing> read_chairing(db::Reader const& db, BodyId const& body, std::vector<MandateFact> const& mandates, Date today)
{
    std::set<std::string> absent;
    TRY(db.each(sql::absent_persons, { { "body", body }, { "today", today } }, [&](db::Row const& row) { absent.insert(row.string(0)); }));
    std::vector<ChairCandidate> candidates;
    for (auto const& mandate : mandates)
        if (!mandate.held.in_parent && !mandate.person.empty() && mandate.held.is_in_force(today))
            candidates.push_back({ mandate.held.role, people::PersonId::trusted(mandate.person), mandate.name, absent.contains(mandate.person) });
    return chair_of(candidates);
}

Result<std::vector<HeldDelegation>> read_delegations(db::Reader const& db, BodyId const& body, std::vector<MandateFact> const& mandates, std::string const& person)
{
    auto const find = [&](MandateId const& id) { return std::find_if(mandates.begin(), mandates.end(), [&](auto const& mandate) { return mandate.id == id; }); };
    std::vector<HeldDelegation> held;
    for (auto& delegation : TRY(list_delegations(db, body)))
        if (auto const from = find(delegation.from), to = find(delegation.to); from != mandates.end() && to != mandates.end() && to->person == person)
            held.push_back({ std::move(delegation), from->held, to->held, from->name });
    return held;
}

/// Whoever answers for the body first, then those who stand in.
std::vector<std::string> names_of_coordination(std::vector<MandateFact> const& mandates, Date today)
{
    std::vector<std::string> names;
    for (bool const first : { true, false })
        for (auto const& mandate : mandates)
            if (!mandate.held.in_parent && !mandate.name.empty() && mandate.held.is_in_force(today)
                && (first ? is_first(mandate.held.role) || mandate.held.role == MandateRole::Chair : is_substitute(mandate.held.role))
                && std::find(names.begin(), names.end(), mandate.name) == names.end())
                names.push_back(mandate.name);
    return names;
}

/// The directory is shared by all bodies: whoever coordinates one may keep it right. UTC is near enough for that.
Result<void> authorize_directory(db::Reader const& db, web::Visitor const* visitor, Instant now)
{
    if (!visitor)
        return fail(ErrorKind::Forbidden, tr("Sign in to see this page."));
    if (visitor->administrator || TRY(db.number(sql::count_acting_mandates, { { "person", visitor->person }, { "today", now.utc_date() } })) > 0)
        return {};
    return fail(ErrorKind::Forbidden, tr("Organisations and persons are kept by the coordination of each body. Ask your coordinator to make the change."));
}

/// Contact details meant for members: those who share a body with the person see them.
Result<void> authorize_details(db::Reader const& db, web::Visitor const* visitor, std::string_view object, Instant now)
{
    auto const one = people::PersonId::parse(visitor ? visitor->person : "");
    auto const other = people::PersonId::parse(object);
    if ((visitor && visitor->administrator) || (one && other && TRY(share_a_body(db, *one, *other, now.utc_date()))))
        return {};
    return fail(ErrorKind::Forbidden, tr("These contact details are for those who share a body with the person. Ask your coordinator."));
}

Result<void> authorize(db::Reader const& db, web::Visitor const* visitor, web::Right asked, std::string_view object, Instant now)
{
    if (asked == people::edit_directory)
        return authorize_directory(db, visitor, now);
    if (asked == people::see_member_details)
        return authorize_details(db, visitor, object, now);
    auto const right = right_from(asked.name);
    if (!right)
        return fail(ErrorKind::Internal, tr("Something went wrong on our side."), "no such right: " + std::string(asked.name));
    if (object.empty()) {
        if (visitor && visitor->administrator)
            return {};
        return fail(ErrorKind::Forbidden, visitor ? tr("This is for administrators. Ask one of them.") : tr("Sign in to see this page."));
    }
    auto const body = BodyId::parse(object);
    if (!body)
        return fail(ErrorKind::NotFound, tr("This body does not exist."));
    auto decision = decide(*right, TRY(visitor_facts(db, visitor, *body, now, power_of(*right) ? FactsFor::Powers : FactsFor::DailyWork)));
    if (decision)
        return decision;
    // What was merged stays as open as the body that continues it.
    auto const next = TRY(db.first(sql::merged_into, { { "body", *body } }, [](db::Row const& row) { return row.optional_id<BodyId>(0); }));
    return next && *next ? authorize(db, visitor, asked, (*next)->text(), now) : decision;
}

} // namespace

Result<VisitorFacts> visitor_facts(db::Reader const& db, web::Visitor const* visitor, BodyId const& id, Instant now, FactsFor purpose)
{
    auto const body = TRY(read_body_fact(db, id));
    VisitorFacts facts { .signed_in = visitor != nullptr, .administrator = visitor && visitor->administrator, .today = web::local_date(now, body.time_zone), .body_name = body.short_name };
    if (!visitor || (facts.administrator && purpose == FactsFor::DailyWork))
        return facts;
    facts.person = visitor->person;
    auto const mandates = TRY(read_mandate_facts(db, id, body, facts.person, facts.today));
    for (auto const& mandate : mandates)
        if (mandate.held.by_organization || (!facts.person.empty() && mandate.person == facts.person))
            facts.mandates.push_back(mandate.held);
    facts.memberships = TRY(db.all(sql::memberships_reaching, { { "body", id }, { "person", facts.person }, { "today", facts.today } }, [](db::Row const& row) {
        return HeldMembership { membership_status_from(row.text(0)).value_or(MembershipStatus::Candidate), read_period(row, 1), row.integer(3) == 1 };
    }));
    facts.coordinators = names_of_coordination(mandates, facts.today);
    if (purpose == FactsFor::Powers && !facts.person.empty()) {
        facts.delegations = TRY(read_delegations(db, id, mandates, facts.person));
        facts.chairing = TRY(read_chairing(db, id, mandates, facts.today));
    }
    return facts;
}

web::Authorizer authorizer() { return authorize; }

Result<journal::Actor> acting_as(db::Reader const& db, web::Context const& context, web::Right right, BodyId const& body)
{
    TRY(context.require(db, right, body.text()));
    auto actor = journal::actor_of(context);
    auto const known = right_from(right.name);
    if (!known || !power_of(*known))
        return actor;
    auto const* const visitor = context.visitor ? &*context.visitor : nullptr;
    actor.on_behalf_of = explain(*known, TRY(visitor_facts(db, visitor, body, context.now))).in_place_of;
    return actor;
}

std::string explained_at(web::Refusal const& refusal)
{
    return refusal.object.empty() ? std::string() : "/bodies/" + refusal.object + "/rights#" + std::string(refusal.right.name);
}

Result<std::string> body_in_path(db::Reader const&, web::Request const& request)
{
    return TRY(request.id<BodyId>("body")).text();
}

} // namespace toguna::bodies
