#include "web/once.hpp"

#include "web/digest.hpp"
#include "web/queries.hpp"
#include "web/transfer.hpp"

namespace toguna::web {

namespace {

/// Bound to the session or visitor through their token: a value guessed or copied by somebody else is another key.
std::string once_id(Request const& request, Context const& context)
{
    return keyed_digest(context.csrf_token, "once", request.form.get("once"));
}

/// Everything that was sent, with lengths, so that "ab"+"c" is not "a"+"bc".
std::string payload_digest(Request const& request)
{
    std::string all = request.path;
    auto const add = [&](std::string_view text) { all += '\0' + std::to_string(text.size()) + ':' + std::string(text); };
    for (auto const& [name, value] : request.form.pairs()) {
        add(name);
        add(value);
    }
    for (auto const& file : request.files) {
        add(file.field);
        add(digest(file.bytes));
    }
    return digest(all);
}

struct StoredAnswer {
    std::string request_digest;
    int status = 0;
    std::string location;
};

} // namespace

SafeHtml once_field(Context const& context)
{
    return SafeHtml::trusted("<input type=\"hidden\" name=\"once\" value=\"" + new_secret(context.chance) + "\">");
}

Result<std::optional<Reply>> replayed(db::Transaction& tx, Request const& request, Context const& context)
{
    if (request.form.get("once").empty())
        return std::nullopt;
    auto const id = once_id(request, context);
    auto const sent = payload_digest(request);
    // Claiming first makes a second sender wait for the first one's transaction; then it reads the answer below.
    if (TRY(tx.execute(sql::claim_once, { { "id", id }, { "request_digest", sent }, { "now", context.now } })) == 1)
        return std::nullopt;
    auto const stored = TRY(tx.first(sql::find_once, { { "id", id } }, [](db::Row const& row) {
        return StoredAnswer { row.string(0), static_cast<int>(row.integer(1)), row.string(2) };
    }));
    if (!stored || stored->status == 0)
        return fail(ErrorKind::Conflict, tr("This form is being recorded already. Reload the page to see the result."), "once token without an answer");
    if (stored->request_digest != sent)
        return fail(ErrorKind::Invalid, tr("This form was recorded already with other content. Open the page again to change it."), "once token with another payload");
    Reply reply;
    reply.status = stored->status;
    if (!stored->location.empty())
        reply = see_other(stored->location);
    return reply;
}

Result<void> remember(db::Transaction& tx, Request const& request, Context const& context, Reply const& reply)
{
    if (request.form.get("once").empty())
        return {};
    TRY(tx.execute(sql::finish_once, { { "id", once_id(request, context) }, { "status", reply.status }, { "location", header_of(reply, "location") } }));
    return {};
}

Result<std::int64_t> remove_old_once(db::Transaction& tx, Instant now)
{
    return tx.execute(sql::delete_old_once, { { "before", now - std::chrono::hours(24 * 7) } });
}

} // namespace toguna::web
