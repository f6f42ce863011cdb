#include "web/digest.hpp"
#include "web/errors.hpp"
#include "web/expired_form.hpp"
#include "web/expired_form.html.hpp"
#include "web/form.hpp"
#include "web/layout.hpp"
#include "web/log.hpp"
#include "web/router.hpp"
#include "web/transfer.hpp"

namespace toguna::web {

namespace {

Reply refused_form(Request const& request, Context const& context)
{
    Page refused;
    refused.title = context.language.t("This form cannot be accepted any more");
    refused.content = part::expired_form(expired_form(request), context.templates());
    refused.has_errors = true;
    refused.bare = !context.visitor;
    return page(context, std::move(refused), 403);
}

/// Every POST carries the token of its session or visitor, and comes from a page of ours where the browser says so.
bool is_own_form(Request const& request, Context const& context)
{
    return request.header("sec-fetch-site") != "cross-site" && same_secret(request.form.get("csrf"), context.csrf_token);
}

bool asks_for_sign_in(Access const& access, Context const& context)
{
    return !context.visitor && access.kind != Access::Kind::Anyone && access.kind != Access::Kind::PersonalLink;
}

Result<void> check_access(Access const& access, Request const& request, Context const& context)
{
    switch (access.kind) {
    case Access::Kind::Anyone:
    case Access::Kind::PersonalLink: // the handler looks the secret up: it alone knows what it opens
        return {};
    case Access::Kind::SignedIn:
        if (context.visitor)
            return {};
        return fail(ErrorKind::Forbidden, tr("Sign in to open this page."), "nobody signed in");
    case Access::Kind::Administrator:
        if (context.visitor && context.visitor->administrator)
            return {};
        return fail(ErrorKind::Forbidden, tr("This page is for the administrators of Toguna."), "no administrator");
    case Access::Kind::ByRight:
        return context.db.read([&](db::Reader const& reader) -> Result<void> {
            auto const object = access.object ? TRY(access.object(reader, request)) : std::string();
            return context.require(reader, access.right, object);
        });
    }
    return fail(ErrorKind::Internal, tr("Something went wrong on our side."), "unknown access");
}

Result<Reply> run_handler(Route const& route, Request const& request, Context& context)
{
    try {
        TRY(check_access(route.access, request, context));
        return route.handler(request, context);
    } catch (std::exception const& bug) {
        return fail(ErrorKind::Internal, tr("Something went wrong on our side."), bug.what());
    }
}

Reply refusal_page(Request const& request, Context const& context, Error const& error)
{
    auto const reference = new_unordered_id_text(context.chance).substr(0, 8);
    bool const ours = error.kind == ErrorKind::Internal || error.kind == ErrorKind::Unavailable;
    write_log(ours ? LogLevel::Error : LogLevel::Information, "request_refused",
        { { "reference", reference }, { "status", status_of(error.kind) }, { "path", mask_secrets(request.path) },
            { "message", mask_secrets(error.message.debug_string()) }, { "detail", mask_secrets(error.detail) } });
    if (error.kind == ErrorKind::Forbidden && context.on_refused)
        context.on_refused(request, context, error);
    return error_page(context, error, reference);
}

/// What may stay in a browser's memory, and where our addresses may go (see finish_reply).
void add_privacy_headers(Route const* route, Reply& reply)
{
    auto const add = [&](std::string_view name, std::string_view value) {
        if (header_of(reply, name).empty())
            reply.headers.emplace_back(name, value);
    };
    bool const personal = route && route->access.kind == Access::Kind::PersonalLink;
    if (personal)
        add("Referrer-Policy", "no-referrer");
    if (personal || reply.status >= 400 || (route && route->access.kind == Access::Kind::Administrator))
        add("Cache-Control", "no-store");
}

Reply answer_without_route(Request const& request, Context const& context, bool other_method)
{
    auto reply = refusal_page(request, context, { ErrorKind::NotFound, tr("This page does not exist."), {}, other_method ? "other method" : "no route" });
    if (other_method) {
        reply.status = 405;
        reply.headers.emplace_back("Allow", request.method == Method::Post ? "GET, HEAD" : "POST");
    }
    return reply;
}

Reply answer_by_route(Route const& route, Request const& request, Context& context)
{
    if (request.method == Method::Post && !is_own_form(request, context))
        return refused_form(request, context);
    if (request.method != Method::Post && asks_for_sign_in(route.access, context))
        return see_other("/sign-in?next=" + percent_encoded(request.target));
    auto outcome = run_handler(route, request, context);
    return outcome ? std::move(*outcome) : refusal_page(request, context, outcome.error());
}

bool is_id(std::string_view text) { return Id<struct AnyTag>::parse(text).has_value(); }

} // namespace

ExpiredForm expired_form(Request const& request)
{
    ExpiredForm form;
    auto const before = request.header("referer");
    auto const scheme = before.find("://");
    auto const slash = scheme == std::string_view::npos ? scheme : before.find('/', scheme + 3);
    auto const path = slash == std::string_view::npos ? std::string_view() : before.substr(slash);
    form.page = is_own_path(path) ? path : is_own_path(request.path) ? std::string_view(request.path) : "/";
    for (auto const& [name, value] : request.form.pairs()) {
        bool const secret = name == "csrf" || name == "once" || name.find("password") != std::string::npos || name.find("code") != std::string::npos;
        if (!secret && value.find_first_not_of(" \n\t") != std::string::npos && !is_id(value))
            form.texts.push_back(value);
    }
    return form;
}

Reply answer(Router const& router, Request request, Context& context)
{
    auto match = router.match(request.method, request.path);
    request.parameters = std::move(match.parameters);
    context.target = request.target;
    auto reply = match.route ? answer_by_route(*match.route, request, context) : answer_without_route(request, context, match.other_method);
    add_privacy_headers(match.route, reply);
    return reply;
}

} // namespace toguna::web
