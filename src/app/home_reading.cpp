#include "app/home_reading.hpp"

#include "actions/store.hpp"
#include "bodies/rights.hpp"
#include "bodies/store.hpp"

namespace toguna::app {

namespace {

/// An administrator looks at all bodies; more than these are found by « Instances ».
constexpr int most_bodies = 50;

/// Where the reader holds a role of their own that confirms actions.
std::vector<bodies::BodyId> coordinated_bodies(std::vector<bodies::Membership> const& memberships)
{
    std::vector<bodies::BodyId> bodies;
    for (auto const& membership : memberships)
        if (bodies::grants(membership.role, bodies::Right::ConfirmAction) && std::find(bodies.begin(), bodies.end(), membership.body) == bodies.end())
            bodies.push_back(membership.body);
    return bodies;
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

/// The reader's own memberships, and everybody's in the bodies they coordinate.
Result<std::vector<bodies::NamedMembership>> read_ending(db::Reader const& db, std::string const& person, std::vector<bodies::BodyId> const& coordinated, Date today)
{
    auto ending = TRY(bodies::memberships_ending(db, today, today.plus_days(ending_days)));
    std::erase_if(ending, [&](bodies::NamedMembership const& named) {
        bool const own = named.membership.person && named.membership.person->text() == person;
        return !own && std::find(coordinated.begin(), coordinated.end(), named.membership.body) == coordinated.end();
    });
    return ending;
}

} // namespace

Result<HomeFacts> read_home(db::Reader const& db, web::Visitor const& visitor, Date today)
{
    HomeFacts facts { .today = today, .administrator = visitor.administrator };
    auto const person = people::PersonId::trusted(visitor.person);
    auto const memberships = TRY(bodies::memberships_of_person(db, person, today));
    for (auto const& membership : memberships) {
        auto const [role, is_first] = facts.roles.emplace(membership.body, membership.role);
        if (!is_first)
            role->second = std::min(role->second, membership.role);
    }
    auto const coordinated = coordinated_bodies(memberships);
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
