#pragma once
/// A bounded set of connections: taken for one transaction, given back, opened when first needed.

#include "base/result.hpp"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace toguna::db {

template<class ConnectionType>
class Pool {
public:
    using Open = std::function<Result<std::unique_ptr<ConnectionType>>()>;

    Pool(std::size_t size, Open open) : m_size(size), m_open(std::move(open)) { }

    /// Gives its connection back at the end, unless it was dropped or no longer `is_usable()`.
    class Lease {
    public:
        Lease(Pool& pool, std::unique_ptr<ConnectionType> connection) : m_pool(&pool), m_connection(std::move(connection)) { ++leases_of_this_thread(); }
        Lease(Lease&& other) noexcept : m_pool(std::exchange(other.m_pool, nullptr)), m_connection(std::move(other.m_connection)) { }
        Lease& operator=(Lease&&) = delete;
        ~Lease()
        {
            if (!m_pool)
                return;
            --leases_of_this_thread();
            m_pool->give_back(std::move(m_connection));
        }
        ConnectionType& operator*() const { return *m_connection; }
        ConnectionType* operator->() const { return m_connection.get(); }

    private:
        Pool* m_pool;
        std::unique_ptr<ConnectionType> m_connection;
    };

    /// Waits for a free connection. A thread that already holds one gets another at once, beyond the bound: were it
    /// to wait, threads that hold one and want a second could wait for each other for ever.
    Result<Lease> take()
    {
        {
            std::unique_lock lock(m_mutex);
            m_freed.wait(lock, [&] { return !m_idle.empty() || m_taken < m_size || leases_of_this_thread() > 0; });
            ++m_taken;
            if (!m_idle.empty()) {
                auto connection = std::move(m_idle.back());
                m_idle.pop_back();
                return Lease(*this, std::move(connection));
            }
        }
        auto connection = m_open();
        if (!connection) {
            give_back(nullptr);
            return fail(std::move(connection).error());
        }
        return Lease(*this, std::move(*connection));
    }

    /// Closes the connections nobody uses: they share the fate of one that was found broken.
    void drop_idle()
    {
        std::lock_guard const lock(m_mutex);
        m_idle.clear();
    }

private:
    static int& leases_of_this_thread()
    {
        thread_local int count = 0;
        return count;
    }

    void give_back(std::unique_ptr<ConnectionType> connection)
    {
        {
            std::lock_guard const lock(m_mutex);
            --m_taken;
            if (connection && connection->is_usable() && m_idle.size() < m_size)
                m_idle.push_back(std::move(connection));
        }
        m_freed.notify_one();
    }

    std::size_t const m_size;
    Open const m_open;
    std::mutex m_mutex;
    std::condition_variable m_freed;
    std::vector<std::unique_ptr<ConnectionType>> m_idle; ///< the one used last is taken first: its cache is warm
    std::size_t m_taken = 0;
};

} // namespace toguna::db
