#include "web/site.hpp"

#include "web/assets.hpp"
#include "web/digest.hpp"
#include "web/layout.hpp"
#include "web/log.hpp"
#include "web/once.hpp"
#include "web/queries.hpp"
#include "web/transfer.hpp"

namespace toguna::web {

namespace {

constexpr std::string_view assets_path = "/assets/";

std::vector<Route> routes_of(std::vector<Feature> const& features)
{
    std::vector<Route> routes;
    for (auto const& feature : features)
        routes.insert(routes.end(), feature.routes.begin(), feature.routes.end());
    return routes;
}

Result<Reply> show_health(Request const&, Context& context)
{
    auto const sound = context.db.read([](db::Reader const& db) { return db.number(sql::ping); });
    Reply reply;
    reply.status = sound ? 200 : 503;
    reply.content_type = "text/plain; charset=utf-8";
    reply.body = sound ? "ok\n" : "database unavailable\n";
    reply.headers.emplace_back("Cache-Control", "no-store");
    return reply;
}

Result<void> forget_ended(jobs::Job const&, jobs::JobContext& context)
{
    return context.db.write([&](db::Transaction& tx) -> Result<void> {
        TRY(remove_expired_sessions(tx, context.now));
        TRY(remove_old_once(tx, context.now));
        return {};
    });
}

/// Somebody without session: a random cookie whose keyed digest is the token of their forms (double submit).
std::string visitor_secret(Request const& request, Chance& chance)
{
    auto secret = read_cookie(request, "visitor");
    return secret && secret->size() == 43 ? *secret : new_secret(chance);
}

Text sentence_of_refusal(int status, std::int64_t most_bytes)
{
    switch (status) {
    case 413: return tr("This file is too large: at most {megabytes} MB can be sent. Go back, and send a smaller file or several.", { { "megabytes", most_bytes / (1024 * 1024) } });
    case 414:
    case 431: return tr("The address or the cookies sent are too long. Start again from the home page.");
    case 503: return tr("Too many people are using Toguna at this moment. Wait a few seconds and try again.");
    case 500: return tr("Something went wrong on our side. Try again in a few minutes.");
    default: return tr("The browser’s request could not be understood. Start again from the home page.");
    }
}

void log_request(Request const& request, Reply const& reply, std::chrono::steady_clock::time_point start)
{
    auto const duration = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
    write_log(LogLevel::Information, "request",
        { { "method", request.method == Method::Post ? "POST" : request.method == Method::Head ? "HEAD" : "GET" }, { "path", mask_secrets(request.path) },
            { "status", reply.status }, { "bytes", static_cast<std::int64_t>(reply.body.size()) }, { "microseconds", duration.count() },
            { "address", request.remote_address } });
}

} // namespace

Site::Site(SiteParts parts)
    : m_parts(std::move(parts))
    , m_router(routes_of(m_parts.features))
{
    for (auto const& feature : m_parts.features)
        m_menu.insert(m_menu.end(), feature.menu.begin(), feature.menu.end());
}

Reply Site::handle(Request request)
{
    auto const start = std::chrono::steady_clock::now();
    // Files need neither database nor language: most requests of a first visit end here.
    if (request.method != Method::Post && request.path.starts_with(assets_path))
        if (auto reply = asset_reply(std::string_view(request.path).substr(assets_path.size()), request.header("accept-encoding")))
            return std::move(*reply);
    auto reply = answer_page(request, m_parts.clock());
    log_request(request, reply, start);
    return reply;
}

Result<Site::SignedIn> Site::find_signed_in(Request const& request, Instant now)
{
    auto const secret = read_cookie(request, "session");
    if (!secret || secret->empty())
        return SignedIn {};
    auto const read_signed_in = [&](db::Reader const& db) -> Result<SignedIn> {
        SignedIn signed_in { TRY(find_session(db, *secret, now)) };
        if (signed_in.session)
            signed_in.visitor = TRY(m_parts.find_visitor(db, signed_in.session->account));
        return signed_in;
    };
    auto found = TRY(m_parts.database.read(read_signed_in));
    if (!found.visitor)
        return SignedIn {};
    if (is_due_for_touch(*found.session, now)) {
        // A full disk must not keep people from reading: they stay signed in, their last use is not written.
        if (auto touched = m_parts.database.write([&](db::Transaction& tx) { return touch_session(tx, *found.session, now); }); !touched)
            write_log(LogLevel::Warning, "session_not_touched", { { "detail", touched.error().detail } });
    }
    return found;
}

Reply Site::answer_page(Request const& request, Instant now)
{
    auto const language = chosen_language(request, m_parts.configuration.language);
    Context context { .db = m_parts.database,
        .configuration = m_parts.configuration,
        .chance = m_parts.chance,
        .now = now,
        .language = localization(language, Medium::Page),
        .file_language = localization(language, Medium::File),
        .visitor = {},
        .csrf_token = {},
        .notice = read_notice(request, m_parts.signing_key),
        .authorizer = m_parts.authorizer,
        .menu = m_menu };
    context.signing_key = m_parts.signing_key;
    context.sign_in_throttle = &m_throttle;
    context.on_refused = m_parts.on_refused;
    context.explained_at = m_parts.explained_at;

    auto signed_in = find_signed_in(request, now);
    if (!signed_in)
        return error_page(context, signed_in.error(), "");
    auto const visitor = signed_in->session ? std::string() : visitor_secret(request, m_parts.chance);
    if (signed_in->session) {
        context.session = signed_in->session->id;
        context.csrf_token = signed_in->session->csrf;
        context.visitor = std::move(signed_in->visitor);
    } else {
        context.csrf_token = keyed_digest(m_parts.signing_key, "visitor", visitor);
    }

    auto reply = answer(m_router, request, context);
    // Only who is shown a form needs the cookie; plain readers get none.
    if (!visitor.empty() && read_cookie(request, "visitor") != visitor && reply.body.find(context.csrf_token) != std::string::npos)
        set_cookie(reply, request, "visitor", visitor);
    if (!context.notice.empty() && reply.status != 303)
        drop_cookie(reply, request, "notice");
    return reply;
}

Reply Site::refusal_page(int status) const
{
    Reply reply;
    reply.status = status;
    reply.content_type = "text/plain; charset=utf-8";
    reply.body = localization(m_parts.configuration.language)(sentence_of_refusal(status, m_parts.configuration.max_upload_bytes)) + "\n";
    return reply;
}

Feature feature()
{
    return {
        .name = "web",
        .routes = {
            { Method::Get, "/assets/:name", show_asset, anyone() },
            { Method::Get, "/language/:language", choose_language, anyone() },
            { Method::Get, "/healthz", show_health, anyone() },
        },
        .jobs = { { "web.forget_ended", forget_ended } },
        .schedules = { { "web.forget_ended", std::chrono::hours(24) } },
    };
}

} // namespace toguna::web
