#include "actions/merge_jobs.hpp"

#include "actions/merge_store.hpp"
#include "bodies/store.hpp"
#include "journal/event.hpp"

#include <boost/json.hpp>

namespace toguna::actions {

namespace {

journal::Actor const the_clock { .account = {}, .person = {}, .name = "horloge" };

} // namespace

Result<void> follow_merge(jobs::Job const& job, jobs::JobContext& context)
{
    boost::system::error_code error;
    auto const payload = boost::json::parse(job.payload, error);
    auto const* object = !error && payload.is_object() ? payload.get_object().if_contains("object") : nullptr;
    auto const former = object && object->is_string() ? bodies::BodyId::parse(std::string_view(object->get_string())) : std::nullopt;
    if (!former)
        return fail(ErrorKind::Internal, tr("Something went wrong on our side."), "no body in " + job.payload);
    return context.db.write([&](db::Transaction& tx) -> Result<void> {
        auto const into = TRY(bodies::continued_by(tx, *former));
        if (into == *former)
            return {};
        auto const moved = TRY(move_to_body(tx, *former, into));
        if (moved == 0)
            return {};
        auto const facts = boost::json::serialize(boost::json::object { { "from", former->text() }, { "actions", moved } });
        TRY(journal::record_event(tx, the_clock, { .kind = "actions.followed_merge", .object = into.text(), .body = into.text(), .after = facts }, context.now, context.chance));
        return {};
    });
}

} // namespace toguna::actions
