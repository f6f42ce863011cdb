#include "db/write_queue.hpp"

namespace toguna::db {

void WriteQueue::enter()
{
    std::unique_lock lock(m_mutex);
    if (!m_is_taken) {
        m_is_taken = true;
        return;
    }
    Waiter self;
    m_waiters.push_back(&self);
    self.woken.wait(lock, [&] { return self.may_go; });
}

void WriteQueue::pass_on()
{
    std::lock_guard const lock(m_mutex);
    if (m_waiters.empty()) {
        m_is_taken = false;
        return;
    }
    auto* const next = m_waiters.front();
    m_waiters.pop_front();
    next->may_go = true;
    next->woken.notify_one();
}

bool WriteQueue::somebody_waits() const
{
    std::lock_guard const lock(m_mutex);
    return !m_waiters.empty();
}

void WriteQueue::end(WriteBatch& batch, std::optional<Error> failure)
{
    {
        std::lock_guard const lock(m_mutex);
        batch.failure = std::move(failure);
        batch.is_over = true;
    }
    m_batch_ended.notify_all();
}

void WriteQueue::wait_for_end(WriteBatch const& batch) const
{
    std::unique_lock lock(m_mutex);
    m_batch_ended.wait(lock, [&] { return batch.is_over; });
}

} // namespace toguna::db
