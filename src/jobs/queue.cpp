#include "jobs/queue.hpp"

#include "db/storable_text.hpp"
#include "jobs/queries.hpp"

#include <algorithm>
#include <map>

namespace toguna::jobs {

namespace {

using namespace std::chrono_literals;

constexpr auto first_rest = 30s;
constexpr std::chrono::seconds longest_rest = 6h;
constexpr auto rest_of_unknown_kinds = 10min;
constexpr auto done_jobs_are_kept = 7 * 24h;
constexpr auto done_jobs_with_key_are_kept = 366 * 24h;
constexpr std::size_t longest_error_text = 2000;

Result<void> insert_job(db::Transaction& tx, Job const& job, Instant run_at, std::string_view unique_key, bool is_scheduled, Instant now)
{
    TRY(tx.execute(sql::insert_job,
        { { "id", job.id }, { "kind", job.kind }, { "payload", job.payload },
            { "unique_key", unique_key.empty() ? std::nullopt : std::optional(std::string(unique_key)) },
            { "is_scheduled", is_scheduled }, { "run_at", run_at }, { "now", now } }));
    return {};
}

std::string error_text(Error const& error)
{
    auto text = error.message.debug_string();
    if (!error.detail.empty())
        text += " [" + error.detail + "]";
    if (!db::is_storable_text(text)) // a mail server answered in another encoding
        std::replace_if(text.begin(), text.end(), [](unsigned char byte) { return byte == 0 || byte >= 0x80; }, '?');
    if (text.size() <= longest_error_text)
        return text;
    auto end = longest_error_text;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) // never cut inside a character
        --end;
    return text.substr(0, end);
}

/// The job that waits, with its count of attempts made so far.
Result<std::optional<Job>> next_due_job(db::Database& db, Instant now)
{
    return db.read([&](db::Reader const& reader) {
        return reader.first(sql::next_due_job, { { "now", now } }, [](db::Row const& row) {
            return Job { row.id<JobId>(0), row.string(1), row.string(2), static_cast<int>(row.integer(3)) };
        });
    });
}

Result<void> postpone_unknown(db::Database& db, Job const& job, Instant now)
{
    auto const error = "No such kind of job in this release: " + job.kind;
    TRY(db.write([&](db::Transaction& tx) {
        return tx.execute(sql::postpone_unknown_job, { { "id", job.id }, { "attempt", job.attempt }, { "run_at", now + rest_of_unknown_kinds }, { "error", error } });
    }));
    return {};
}

Result<bool> lease(db::Database& db, ClaimedJob const& claimed, Instant now)
{
    auto const changed = TRY(db.write([&](db::Transaction& tx) {
        return tx.execute(sql::lease_job,
            { { "id", claimed.job.id }, { "attempt", claimed.job.attempt - 1 }, { "until", now + claimed.kind.lease }, { "lease", claimed.lease }, { "now", now } });
    }));
    return changed == 1;
}

Instant period_start(Schedule const& schedule, Instant now)
{
    std::chrono::milliseconds const every = schedule.every;
    return Instant::from_unix_milliseconds(now.unix_milliseconds() / every.count() * every.count());
}

/// A scheduled job that still waits is enough: while mail is down, reminders do not pile up.
Result<void> start_schedule(db::Transaction& tx, Schedule const& schedule, Chance& chance, Instant now)
{
    if (TRY(tx.execute(sql::start_period, { { "kind", schedule.kind }, { "start", period_start(schedule, now) } })) == 0)
        return {};
    if (TRY(tx.number(sql::count_waiting_scheduled, { { "kind", schedule.kind } })) > 0)
        return {};
    return insert_job(tx, { new_id<JobTag>(now, chance), std::string(schedule.kind), "{}" }, now, {}, true, now);
}

} // namespace

Result<void> enqueue(db::Transaction& tx, std::string_view kind, std::string_view payload, Instant run_at, std::string_view unique_key, Chance& chance, Instant now)
{
    return insert_job(tx, { new_id<JobTag>(now, chance), std::string(kind), std::string(payload) }, run_at, unique_key, false, now);
}

Result<std::vector<FailedJob>> list_failed_jobs(db::Reader const& db)
{
    return db.all(sql::list_failed_jobs, {}, [](db::Row const& row) {
        return FailedJob { row.id<JobId>(0), row.string(1), static_cast<int>(row.integer(2)), row.instant(3), row.optional_string(4).value_or("") };
    });
}

Result<void> retry_failed_job(db::Transaction& tx, JobId const& id, Instant now)
{
    if (TRY(tx.execute(sql::retry_failed_job, { { "id", id }, { "now", now } })) == 0)
        return fail(ErrorKind::NotFound, tr("This failed job no longer exists: it was started again or has ended. Reload the page."));
    return {};
}

std::chrono::seconds rest_after_attempt(int attempt)
{
    auto rest = std::chrono::seconds(first_rest);
    for (int done = 1; done < attempt && rest < longest_rest; ++done)
        rest *= 2;
    return std::min(rest, longest_rest);
}

Result<std::optional<ClaimedJob>> claim_due_job(db::Database& db, FindKind const& find_kind, Chance& chance, Instant now)
{
    while (auto job = TRY(next_due_job(db, now))) {
        auto const* const kind = find_kind(job->kind);
        if (!kind) {
            TRY(postpone_unknown(db, *job, now));
            continue;
        }
        bool const is_used_up = job->attempt >= kind->most_attempts;
        ++job->attempt;
        ClaimedJob claimed { std::move(*job), *kind, new_unordered_id_text(chance) };
        if (!TRY(lease(db, claimed, now)))
            continue; // another worker was quicker
        if (!is_used_up)
            return claimed;
        --claimed.job.attempt; // this one is not made
        TRY(record_outcome(db, claimed, fail(ErrorKind::Internal, {}, "the last attempt never ended: its process died, or it took longer than its lease"), now));
    }
    return std::optional<ClaimedJob>();
}

Result<void> record_outcome(db::Database& db, ClaimedJob const& claimed, Result<void> const& outcome, Instant now)
{
    auto const& job = claimed.job;
    TRY(db.write([&](db::Transaction& tx) {
        if (outcome)
            return tx.execute(sql::finish_job, { { "id", job.id }, { "lease", claimed.lease }, { "now", now } });
        auto const error = error_text(outcome.error());
        if (job.attempt >= claimed.kind.most_attempts)
            return tx.execute(sql::give_up_job, { { "id", job.id }, { "lease", claimed.lease }, { "now", now }, { "error", error } });
        return tx.execute(sql::postpone_job,
            { { "id", job.id }, { "lease", claimed.lease }, { "run_at", now + rest_after_attempt(job.attempt) }, { "error", error } });
    }));
    return {};
}

Result<void> start_due_schedules(db::Database& db, std::vector<Schedule> const& schedules, Chance& chance, Instant now)
{
    std::map<std::string, Instant, std::less<>> started;
    TRY(db.read([&](db::Reader const& reader) {
        return reader.each(sql::list_periods, {}, [&](db::Row const& row) { started.emplace(row.string(0), row.instant(1)); });
    }));
    for (auto const& schedule : schedules) {
        auto const last = started.find(schedule.kind);
        if (last != started.end() && last->second >= period_start(schedule, now))
            continue;
        TRY(db.write([&](db::Transaction& tx) { return start_schedule(tx, schedule, chance, now); }));
    }
    return {};
}

Result<void> forget_done_jobs(db::Database& db, Instant now)
{
    TRY(db.write([&](db::Transaction& tx) {
        return tx.execute(sql::forget_done_jobs, { { "before", now - done_jobs_are_kept }, { "keyed_before", now - done_jobs_with_key_are_kept } });
    }));
    return {};
}

} // namespace toguna::jobs
