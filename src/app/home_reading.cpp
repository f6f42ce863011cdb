#include "app/home_reading.hpp"

#include "actions/store.hpp"
#include "bodies/membership_store.hpp"
#include "bodies/rights.hpp"
#include "bodies/store.hpp"

namespace toguna::app {

namespace {

/// An administrator looks at all bodies; more than these are found by « Instances ».
constexpr int most_bodies = 50;

/// Where the reader holds a mandate of their own that confirms actions.
std::vector<bodies::BodyId> coordinated_bodies(std::vector<bodies::Mandate> const& mandates)
{
    std::vector<bodies::BodyId> bodies;
    for (auto const& mandate : mandates)
        if (bodies::grants(mandate.role, bodies::Right::ConfirmAction) && std::find(bodies.begin(), bodies.end(), mandate.body) == bodies.end())
            bodies.push_back(mandate.body);
    return bodies;
}

/// The reader's mandates before their memberships.
std::map<bodies::BodyId, HomeRole> roles_of(std::vector<bodies::Mandate> const& mandates, std::vector<bodies::Membership> const& memberships)
{
    std::map<bodies::BodyId, HomeRole> roles;
    auto const add = [&](bodies::BodyId const& body, HomeRole role) {
        auto const [found, is_first] = roles.emplace(body, role);
        if (!is_first && role.rank < found->second.rank)
            found->second = std::move(role);
    };
    for (auto const& mandate : mandates)
        add(mandate.body, { static_cast<std::size_t>(mandate.role), bodies::label_of(mandate.role) });
    for (auto const& membership : memberships)
        add(membership.body, { bodies::mandate_roles().size() + static_cast<std::size_t>(membership.status), bodies::label_of(membership.status) });
    return roles;
}

Result<std::vector<actions::ActionPoint>> read_mine(db::Reader const& db, std::string const& person, Date today)
{
    actions::RegisterFilter filter;
    filter.bodies = std::nullopt; // whoever is responsible may see it, wherever it was decided
    filter.person = person;
    filter.open_only = true;
    return actions::list_register(db, filter, today, 0, 0);
}

Result<std::vector<actions::ActionPoint>> read_to_confirm(db::Reader const& db, std::vector<bodies::BodyId> bodies, Date today)
{
    actions::RegisterFilter filter;
    filter.bodies = std::move(bodies);
    filter.status = actions::Status::DoneToConfirm;
    return actions::list_register(db, filter, today, 0, 0);
}

/// The reader's own mandates, and everybody's in the bodies they coordinate.
Result<std::vector<bodies::NamedMandate>> read_ending(db::Reader const& db, std::string const& person, std::vector<bodies::BodyId> const& coordinated, Date today)
{
    auto ending = TRY(bodies::mandates_ending(db, today, today.plus_days(ending_days)));
    std::erase_if(ending, [&](bodies::NamedMandate const& named) {
        bool const own = named.mandate.person && named.mandate.person->text() == person;
        return !own && std::find(coordinated.begin(), coordinated.end(), named.mandate.body) == coordinated.end();
    });
    return ending;
}

} // namespace

Result<HomeFacts> read_home(db::Reader const& db, web::Visitor const& visitor, Date today)
{
    HomeFacts facts { .today = today, .administrator = visitor.administrator };
    auto const person = people::PersonId::trusted(visitor.person);
    auto const mandates = TRY(bodies::mandates_of_person(db, person, today));
    facts.roles = roles_of(mandates, TRY(bodies::memberships_of_person(db, person, today)));
    auto const coordinated = coordinated_bodies(mandates);
    if (!visitor.person.empty())
        facts.mine = TRY(read_mine(db, visitor.person, today));
    facts.to_confirm = TRY(read_to_confirm(db, coordinated, today));
    facts.imports = TRY(actions::waiting_imports(db, visitor.account));
    facts.ending = TRY(read_ending(db, visitor.person, coordinated, today));
    facts.bodies = visitor.administrator ? TRY(bodies::list_bodies(db, { {}, {}, most_bodies, 0 })) : TRY(bodies::bodies_of_person(db, person, today));
    facts.figures = TRY(actions::figures_by_body(db, today));
    return facts;
}

} // namespace toguna::app
