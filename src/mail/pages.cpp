#include "mail/pages.hpp"

#include "mail/outbox_page.html.hpp"
#include "mail/outbox_store.hpp"
#include "web/configuration.hpp"
#include "web/cookies.hpp"
#include "web/layout.hpp"

namespace toguna::mail {

namespace {

web::Tag tag_of(DeliveryState state, web::Localization const& language)
{
    switch (state) {
    case DeliveryState::Waiting: return { web::Look::ToDo, language.t("Waiting") };
    case DeliveryState::Sending: return { web::Look::InProgress, language.t("Being sent") };
    case DeliveryState::Sent: return { web::Look::Done, language.t("Sent") };
    case DeliveryState::Failed: return { web::Look::Blocked, language.t("Refused") };
    }
    return {};
}

/// When it left, or why it has not.
std::string note_of(OutboxRow const& row, web::Context const& context)
{
    if (row.sent_at)
        return context.language.date_time(*row.sent_at, context.time_zone());
    if (row.attempts == 0)
        return {};
    return context.language(trn("{count} attempt, the last one answered: {answer}", "{count} attempts, the last one answered: {answer}", row.attempts,
        { { "answer", row.last_error } }));
}

OutboxPage::Row row_view(OutboxRow const& row, web::Context const& context)
{
    return {
        .id = row.id.text(),
        .created = context.language.date_time(row.created_at, context.time_zone()),
        .to = row.to,
        .subject = row.subject,
        .kind = row.kind,
        .state = tag_of(row.state, context.language),
        .note = note_of(row, context),
        .can_be_retried = row.state == DeliveryState::Failed,
    };
}

Result<OutboxPage> outbox_view(db::Reader const& db, web::Request const& request, web::Context const& context)
{
    OutboxPage view;
    auto const total = TRY(count_outbox(db, {}));
    auto const pagination = web::paginate(static_cast<int>(total), request.query.get("page"));
    for (auto const& row : TRY(list_outbox(db, { .limit = web::rows_per_page, .offset = (pagination.page - 1) * web::rows_per_page })))
        view.rows.push_back(row_view(row, context));
    view.total = context.language(trn("{count} e-mail, the newest first", "{count} e-mails, the newest first", total));
    view.pagination = web::pagination_links(context, request, pagination);
    return view;
}

/// GET /mail
Result<web::Reply> show_outbox(web::Request const& request, web::Context& context)
{
    auto view = TRY(context.db.read([&](db::Reader const& db) { return outbox_view(db, request, context); }));
    view.has_server = !context.configuration.smtp_url.empty();
    view.empty = { context.language.t("No e-mail yet"), context.language.t("Reminders and sign-in links will be listed here with what became of them.") };

    web::Page page;
    page.title = context.language.t("E-mails");
    page.trail = { { context.language.t("Home"), "/" } };
    page.active_menu = "/mail";
    page.content = html::outbox_page(view, context.templates());
    return web::page(context, std::move(page));
}

/// POST /mail/:message/delivery
Result<web::Reply> create_delivery(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<OutboxId>("message"));
    TRY(context.db.write([&](db::Transaction& tx) { return retry_message(tx, id, context.now); }));
    return web::with_notice(request, context, web::see_other("/mail"), tr("The e-mail will be sent again within a minute."));
}

} // namespace

std::vector<web::Route> routes()
{
    return {
        { web::Method::Get, "/mail", show_outbox, web::administrator() },
        { web::Method::Post, "/mail/:message/delivery", create_delivery, web::administrator() },
    };
}

} // namespace toguna::mail
