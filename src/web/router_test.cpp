#include "web/router.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::web;

namespace {

Result<Reply> any_page(Request const&, Context&) { return Reply {}; }

Route route_to(Method method, std::string pattern) { return { method, std::move(pattern), any_page, anyone() }; }

} // namespace

TEST_CASE("an address leads to its page and names what it is about")
{
    Router const router({ route_to(Method::Get, "/"), route_to(Method::Get, "/plans/:plan"), route_to(Method::Post, "/plans/:plan/actions"), route_to(Method::Get, "/plans/new") });
    CHECK(router.match(Method::Get, "/").route->pattern == "/");
    auto const match = router.match(Method::Get, "/plans/abc");
    CHECK(match.route->pattern == "/plans/:plan");
    CHECK(match.parameters.at("plan") == "abc");
    CHECK(router.match(Method::Get, "/plans/new").route->pattern == "/plans/new");
    CHECK(router.match(Method::Head, "/plans/abc").route->pattern == "/plans/:plan");
    CHECK(router.match(Method::Post, "/plans/abc/actions").route != nullptr);
}

TEST_CASE("an address that no page has is not found; with another method it is said so")
{
    Router const router({ route_to(Method::Get, "/plans/:plan"), route_to(Method::Post, "/plans") });
    for (auto const* path : { "", "/plans/", "/plans/a/b", "/Plans/a", "/plans/a/", "//plans" })
        CHECK(router.match(Method::Get, path).route == nullptr);
    CHECK(router.match(Method::Get, "/plans").other_method);
    CHECK(router.match(Method::Post, "/plans/a").other_method);
    CHECK_FALSE(router.match(Method::Get, "/nowhere").other_method);
}

TEST_CASE("two routes that only differ by the name of a parameter are a bug at the start of the program")
{
    CHECK_THROWS(Router({ route_to(Method::Get, "/plans/:plan"), route_to(Method::Get, "/plans/:id") }));
    CHECK_THROWS(Router({ route_to(Method::Get, "plans") }));
    CHECK_NOTHROW(Router({ route_to(Method::Get, "/plans/:plan"), route_to(Method::Post, "/plans/:plan") }));
}
