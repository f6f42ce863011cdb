#include "mail/feature.hpp"
#include "mail/outbox_store.hpp"
#include "mail/pages.hpp"

namespace toguna::mail {

web::Feature feature()
{
    return {
        .name = "mail",
        .routes = routes(),
        .jobs = { { .name = "mail.deliver", .run = deliver }, { .name = "mail.forget", .run = forget } },
        // Every mail has a job of its own; the clock looks after those that wait for another attempt or for a server.
        .schedules = { { "mail.deliver", std::chrono::minutes(1) }, { "mail.forget", std::chrono::hours(24) } },
        .menu = { { tr("E-mails"), "/mail", true } },
    };
}

} // namespace toguna::mail
