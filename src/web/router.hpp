#pragma once
/// The explicit list of every page: method, pattern, handler, who may.

#include "web/context.hpp"

#include <string>
#include <vector>

namespace toguna::web {

using Handler = Result<Reply> (*)(Request const&, Context&);

struct Route {
    Method method;
    std::string pattern; ///< "/plans/:plan/actions"; `:name` takes one segment
    Handler handler;
    Access access;
};

class Router {
public:
    /// A literal segment is preferred to a parameter, from left to right: "/plans/new" to "/plans/:plan".
    /// Throws at the start of the program when two routes of one method differ only by the names of their parameters: a bug.
    explicit Router(std::vector<Route> routes);

    std::vector<Route> const& routes() const { return m_routes; }

    struct Match {
        Route const* route = nullptr;                        ///< null when nothing matches
        std::map<std::string, std::string, std::less<>> parameters = {};
        bool other_method = false;                           ///< the path exists for another method (405)
    };
    Match match(Method method, std::string_view path) const;

private:
    std::vector<Route> m_routes;
    std::vector<std::vector<std::string>> m_segments; ///< of each route's pattern, in the order of m_routes
};

/// Guard, handler, error page: the whole way of a request except the socket. Pages tests call this in process.
Reply answer(Router const& router, Request request, Context& context);

} // namespace toguna::web
