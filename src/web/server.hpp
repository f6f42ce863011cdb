#pragma once
/// The sockets: HTTP/1.1 and TLS in, `Request` out; `Reply` in, bytes out. server.cpp is the only file that knows Beast.

#include "base/result.hpp"
#include "web/reply.hpp"
#include "web/request.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace toguna::web {

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0; ///< 0 draws a free one; Server::port() says which
    int worker_threads = 4;
    std::string tls_certificate; ///< PEM files; both empty: plain HTTP
    std::string tls_key;
    std::string trusted_proxy; ///< only from this address X-Forwarded-For and -Proto are believed
    bool stop_on_signals = false; ///< SIGTERM and SIGINT stop it gracefully

    std::size_t most_header_bytes = 16 * 1024;
    std::size_t most_header_fields = 100;
    std::size_t most_target_bytes = 4 * 1024;
    std::size_t most_body_bytes = 21 * 1024 * 1024;
    std::size_t most_body_bytes_held = 256 * 1024 * 1024; ///< of all requests together, before 503
    std::size_t most_connections = 4'000;
    std::size_t most_connections_per_network = 200; ///< an office behind one address opens dozens
    std::size_t most_waiting = 512; ///< requests that wait for a worker, before 503

    std::chrono::milliseconds idle_time { 60'000 };   ///< of a kept connection until its next request
    std::chrono::milliseconds header_time { 20'000 }; ///< for a whole header, however its bytes trickle in
    std::chrono::milliseconds stall_time { 30'000 };  ///< without one byte of body read or reply written
    std::size_t least_bytes_per_second = 500; ///< slower than the slowest 2G is an attack; over the whole body or reply
    std::chrono::milliseconds stop_time { 10'000 }; ///< running requests may finish before everything is cut

    /// The page of a request that never reached the handler (400, 405, 413, 414, 417, 431, 501, 503). Empty: one line of English.
    std::function<Reply(int status)> refusal_page = {};
};

/// "127.0.0.1:8080" or "[::1]:0". Invalid when it is neither.
Result<ServerOptions> listen_options(std::string_view listen);

/// The handler runs on one of `worker_threads` threads and may block; the sockets are served by the thread in run().
/// What it lets escape is a bug: it becomes a 500 without a page.
class Server {
public:
    using Handler = std::function<Reply(Request)>;

    /// Binds at once. Unavailable names the address when it is taken; Invalid names an unreadable certificate.
    static Result<std::unique_ptr<Server>> open(ServerOptions options, Handler handler);
    ~Server();

    std::uint16_t port() const;
    /// Serves until stop() or a signal; then lets running requests finish, closes idle connections, and returns.
    void run();
    /// From any thread, any number of times.
    void stop();

    class Implementation; ///< private to server.cpp

private:
    explicit Server(std::unique_ptr<Implementation> implementation);
    std::unique_ptr<Implementation> m_implementation;
};

} // namespace toguna::web
