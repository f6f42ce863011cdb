#include "jobs/worker.hpp"

#include "jobs/queue.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace toguna::jobs {

namespace {

Result<void> forget(Job const&, JobContext& context) { return forget_done_jobs(context.db, context.now); }

/// The queue keeps itself small.
JobKind const forget_kind { "jobs.forget_done", forget };
Schedule const forget_schedule { "jobs.forget_done", std::chrono::hours(24) };

Instant now_of(WorkerOptions const& options) { return options.clock ? options.clock() : Instant::system_now(); }

/// A bug in one job must not stop the others.
Result<void> run_safely(ClaimedJob const& claimed, JobContext& context)
{
    try {
        return claimed.kind.run(claimed.job, context);
    } catch (std::exception const& bug) {
        return fail(ErrorKind::Internal, tr("This job met a fault of the program."), bug.what());
    }
}

struct Surroundings {
    WorkerOptions const& options;
    db::Database& db;
    web::Configuration const& configuration;
    Chance& chance;
    std::atomic<bool> const& must_stop;

    JobContext context() const { return { db, configuration, chance, now_of(options) }; }
};

Result<int> run_claimable_jobs(Surroundings const& around)
{
    auto const find_kind = [&](std::string_view name) -> JobKind const* {
        auto const& kinds = around.options.kinds;
        auto const found = std::find_if(kinds.begin(), kinds.end(), [&](JobKind const& kind) { return kind.name == name; });
        if (found != kinds.end())
            return &*found;
        return name == forget_kind.name ? &forget_kind : nullptr;
    };
    int done = 0;
    while (!around.must_stop) {
        auto context = around.context();
        auto const claimed = TRY(claim_due_job(around.db, find_kind, around.chance, context.now));
        if (!claimed)
            break;
        auto const outcome = run_safely(*claimed, context);
        TRY(record_outcome(around.db, *claimed, outcome, now_of(around.options)));
        done += outcome && claimed->kind.name != forget_kind.name ? 1 : 0;
    }
    return done;
}

/// Until a round finds nothing to do: what a job recorded may call for other jobs.
Result<int> run_rounds(Surroundings const& around)
{
    auto schedules = around.options.schedules;
    schedules.push_back(forget_schedule);
    int done = 0;
    while (!around.must_stop) {
        auto context = around.context();
        if (around.options.before_jobs)
            TRY(around.options.before_jobs(context));
        TRY(start_due_schedules(around.db, schedules, around.chance, context.now));
        auto const done_now = TRY(run_claimable_jobs(around));
        done += done_now;
        if (done_now == 0)
            break;
    }
    return done;
}

Result<int> run_rounds_safely(Surroundings const& around)
{
    try {
        return run_rounds(around);
    } catch (std::exception const& bug) {
        return fail(ErrorKind::Internal, tr("This job met a fault of the program."), bug.what());
    }
}

} // namespace

Result<int> run_due_jobs(WorkerOptions const& options, db::Database& db, web::Configuration const& configuration, Chance& chance)
{
    std::atomic<bool> const never = false;
    return run_rounds({ options, db, configuration, chance, never });
}

/// Thirty people who send a form in the same moment are one look at the queue, not thirty between their commits.
static constexpr std::chrono::milliseconds gathering_time { 100 };

struct Worker::State {
    WorkerOptions options;
    std::mutex mutex;
    std::condition_variable woken;
    bool must_look = false;
    std::atomic<bool> must_stop = false;
    std::thread thread;
};

Worker::Worker(WorkerOptions options, db::Database& db, web::Configuration const& configuration, Chance& chance)
    : m_state(std::make_unique<State>())
{
    m_state->options = std::move(options);
    m_state->thread = std::thread([&state = *m_state, &db, &configuration, &chance] {
        while (!state.must_stop) {
            auto const done = run_rounds_safely({ state.options, db, configuration, chance, state.must_stop });
            if (!done && state.options.report)
                state.options.report(done.error());
            std::unique_lock lock(state.mutex);
            state.woken.wait_for(lock, state.options.pause, [&] { return state.must_look || state.must_stop; });
            if (state.must_look)
                state.woken.wait_for(lock, gathering_time, [&] { return state.must_stop.load(); });
            state.must_look = false;
        }
    });
}

Worker::~Worker()
{
    {
        std::lock_guard const lock(m_state->mutex);
        m_state->must_stop = true;
    }
    m_state->woken.notify_all();
    m_state->thread.join();
}

void Worker::wake()
{
    {
        std::lock_guard const lock(m_state->mutex);
        m_state->must_look = true;
    }
    m_state->woken.notify_all();
}

} // namespace toguna::jobs
