#include "app/commands.hpp"
#include "app/demo/demonstration.hpp"
#include "app/demo/people.hpp"

#include <boost/json.hpp>

#include <ostream>

namespace toguna::app {

namespace {

boost::json::array visitors_as_json(std::string const& address)
{
    boost::json::array list;
    for (auto const& visitor : demo::visitors())
        list.push_back({ { "name", demo::find_demo_person(visitor.key)->name }, { "link", address + demo::sign_in_path(visitor.key) } });
    return list;
}

} // namespace

Result<void> fill_demonstration(Surroundings const& surroundings)
{
    auto const& configuration = surroundings.configuration;
    auto const database = TRY(open_database(surroundings, Migrate::Yes));
    TRY(database->write([&](db::Transaction& tx) { return demo::fill(tx, surroundings.now); }));
    auto const address = configuration.public_url.empty() ? "http://" + configuration.listen : configuration.public_url;
    if (surroundings.json) {
        surroundings.out << boost::json::serialize(boost::json::object { { "filled", true }, { "visitors", visitors_as_json(address) } }) << "\n";
        return {};
    }
    surroundings.out << surroundings.language(tr("The demonstration country is ready. Serve it with « --demo true », then sign in as one of its people:")) << "\n";
    demo::print_sign_in_links(surroundings.out, surroundings.language, address);
    return {};
}

} // namespace toguna::app
