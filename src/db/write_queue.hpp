#pragma once
/// Writers wait in line, and those who wait together are committed together.

#include "base/result.hpp"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>

namespace toguna::db {

/// Functions that share one transaction and one flush of the disk.
struct WriteBatch {
    std::chrono::steady_clock::time_point opened_at = std::chrono::steady_clock::now();
    int functions = 0;
    int successes = 0;
    bool is_over = false;
    std::optional<Error> failure; ///< why nothing of the batch was recorded
};

/// A first-come-first-served lock that knows whether somebody waits.
class WriteQueue {
public:
    class Turn {
    public:
        explicit Turn(WriteQueue& queue) : m_queue(queue) { m_queue.enter(); }
        ~Turn() { leave(); }
        Turn(Turn const&) = delete;
        void leave()
        {
            if (!m_left)
                m_queue.pass_on();
            m_left = true;
        }

    private:
        WriteQueue& m_queue;
        bool m_left = false;
    };

    /// Only meaningful inside one's turn: whoever waits now will have the next turn, and must end the open batch.
    bool somebody_waits() const;

    void end(WriteBatch& batch, std::optional<Error> failure);
    void wait_for_end(WriteBatch const& batch) const;

private:
    struct Waiter {
        std::condition_variable woken;
        bool may_go = false;
    };

    void enter();
    void pass_on();

    mutable std::mutex m_mutex;
    mutable std::condition_variable m_batch_ended;
    std::deque<Waiter*> m_waiters;
    bool m_is_taken = false;
};

} // namespace toguna::db
