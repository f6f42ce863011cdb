#include "web/server.hpp"

#include "web/connection.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>

#include <charconv>
#include <csignal>
#include <map>
#include <unordered_set>

namespace toguna::web {

namespace {

/// An address as people and proxies write it: IPv4 even where the socket speaks both.
std::string address_text(tcp::endpoint const& endpoint)
{
    auto const address = endpoint.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
    return address.to_string();
}

} // namespace

/// Everything here is touched by the thread in run() alone, except answer(): no locks.
class Server::Implementation final : public ConnectionHost {
public:
    Implementation(ServerOptions options, Handler handler);
    virtual ~Implementation();

    Result<void> open();
    std::uint16_t port() const { return m_port; }
    void run();
    void request_stop() { asio::post(m_io, [this] { stop(); }); }

    ServerOptions const& options() const override { return m_options; }
    bool is_stopping() const override { return m_stopping; }
    Reply refusal(int status) const override;
    void add(AnyConnection& connection, std::string const& network) override;
    void remove(AnyConnection& connection, std::string const& network) override;
    bool hold_body_bytes(std::size_t more) override;
    void release_body_bytes(std::size_t less) override { m_body_bytes_held -= less; }
    bool work(RequestHead head, std::string body, std::function<void(Reply)> done) override;

private:
    Result<void> open_tls();
    void accept();
    void on_accept(error_code problem, tcp::socket socket);
    void stop();
    Reply answer(RequestHead head, std::string const& body) const;

    ServerOptions m_options;
    Handler m_handler;
    std::uint16_t m_port = 0;
    bool m_stopping = false;
    bool m_destroyed = false;
    std::size_t m_body_bytes_held = 0;
    std::size_t m_working = 0;
    std::unordered_set<AnyConnection*> m_connections;
    std::map<std::string, std::size_t> m_connections_by_network;
    std::optional<asio::ssl::context> m_tls;
    asio::io_context m_io { 1 }; // declared after what its pending handlers' connections touch when they go
    tcp::acceptor m_acceptor { m_io };
    asio::steady_timer m_pause { m_io };
    asio::steady_timer m_stop_timer { m_io };
    asio::signal_set m_signals { m_io };
    asio::thread_pool m_workers;
};

Server::Implementation::Implementation(ServerOptions options, Handler handler)
    : m_options(std::move(options))
    , m_handler(std::move(handler))
    , m_workers(static_cast<std::size_t>(m_options.worker_threads))
{
}

Server::Implementation::~Implementation()
{
    m_destroyed = true;
    m_workers.join();
}

Result<void> Server::Implementation::open_tls()
{
    if (m_options.tls_certificate.empty())
        return {};
    m_tls.emplace(asio::ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(m_tls->native_handle(), TLS1_2_VERSION);
    error_code problem;
    m_tls->use_certificate_chain_file(m_options.tls_certificate, problem);
    if (problem)
        return fail(ErrorKind::Invalid, tr("The certificate {file} cannot be used: it must be a readable PEM file.", { { "file", m_options.tls_certificate } }), problem.message());
    m_tls->use_private_key_file(m_options.tls_key, asio::ssl::context::pem, problem);
    if (problem)
        return fail(ErrorKind::Invalid, tr("The key {file} cannot be used: it must be the readable PEM key of the certificate.", { { "file", m_options.tls_key } }), problem.message());
    return {};
}

Result<void> Server::Implementation::open()
{
    TRY(open_tls());
    error_code problem;
    tcp::endpoint const endpoint(asio::ip::make_address(m_options.address, problem), m_options.port);
    if (!problem)
        m_acceptor.open(endpoint.protocol(), problem);
    if (!problem)
        m_acceptor.set_option(tcp::acceptor::reuse_address(true), problem);
    if (!problem)
        m_acceptor.bind(endpoint, problem);
    if (!problem)
        m_acceptor.listen(1024, problem);
    if (problem)
        return fail(ErrorKind::Unavailable,
            tr("Toguna cannot listen on {address}, port {port}. Is it running already, or is the port another program’s? Choose another with --listen.",
                { { "address", m_options.address }, { "port", std::to_string(m_options.port) } }),
            problem.message());
    m_port = m_acceptor.local_endpoint().port();
    if (m_options.stop_on_signals) {
        m_signals.add(SIGTERM);
        m_signals.add(SIGINT);
        m_signals.async_wait([this](error_code cancelled, int) {
            if (!cancelled)
                stop();
        });
    }
    accept();
    return {};
}

void Server::Implementation::run()
{
    for (;;) {
        try {
            m_io.run();
            break;
        } catch (std::exception const& bug) {
            write_log(LogLevel::Error, "server_exception", { { "what", std::string(bug.what()) } });
        }
    }
    m_workers.join();
}

void Server::Implementation::accept()
{
    m_acceptor.async_accept([this](error_code problem, tcp::socket socket) { on_accept(problem, std::move(socket)); });
}

void Server::Implementation::on_accept(error_code problem, tcp::socket socket)
{
    if (m_stopping)
        return;
    if (problem) {
        // No file descriptor left, most likely: try again when some connections have ended.
        write_log(LogLevel::Warning, "accept_failed", { { "what", problem.message() } });
        m_pause.expires_after(std::chrono::milliseconds(100));
        m_pause.async_wait([this](error_code cancelled) {
            if (!cancelled)
                accept();
        });
        return;
    }
    auto const peer = socket.remote_endpoint(problem);
    if (!problem && m_connections.size() < m_options.most_connections) {
        socket.set_option(tcp::no_delay(true), problem);
        auto const address = address_text(peer);
        auto const found = m_connections_by_network.find(address_prefix(address));
        bool const too_many = found != m_connections_by_network.end() && found->second >= m_options.most_connections_per_network && address != m_options.trusted_proxy;
        if (m_tls && !too_many)
            std::make_shared<Connection<TlsStream>>(*this, address, std::move(socket), *m_tls)->start();
        else if (!m_tls && too_many)
            std::make_shared<Connection<PlainStream>>(*this, address, std::move(socket))->refuse(503);
        else if (!m_tls)
            std::make_shared<Connection<PlainStream>>(*this, address, std::move(socket))->start();
    }
    accept();
}

void Server::Implementation::add(AnyConnection& connection, std::string const& network)
{
    m_connections.insert(&connection);
    ++m_connections_by_network[network];
}

void Server::Implementation::remove(AnyConnection& connection, std::string const& network)
{
    m_connections.erase(&connection);
    if (auto const found = m_connections_by_network.find(network); --found->second == 0)
        m_connections_by_network.erase(found);
    if (m_stopping && m_connections.empty() && !m_destroyed)
        m_stop_timer.cancel();
}

bool Server::Implementation::hold_body_bytes(std::size_t more)
{
    m_body_bytes_held += more;
    return m_body_bytes_held <= m_options.most_body_bytes_held;
}

Reply Server::Implementation::refusal(int status) const
{
    Reply reply;
    if (m_options.refusal_page) {
        reply = m_options.refusal_page(status);
    } else {
        reply.content_type = "text/plain; charset=utf-8";
        reply.body = std::string(reason_phrase(status)) + "\n";
    }
    reply.status = status;
    set_header(reply, "Cache-Control", "no-store");
    set_header(reply, "X-Content-Type-Options", "nosniff");
    set_header(reply, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    if (status == 503)
        set_header(reply, "Retry-After", "5");
    if (status == 405)
        set_header(reply, "Allow", "GET, HEAD, POST");
    return reply;
}

Reply Server::Implementation::answer(RequestHead head, std::string const& body) const
{
    try {
        auto request = decode_request(std::move(head), body, m_options.trusted_proxy);
        if (!request)
            return refusal(request.error().kind == ErrorKind::TooLarge ? 413 : 400);
        Request const asked { request->method, {}, {}, {}, {}, {}, request->headers, {}, {}, request->secure };
        auto reply = m_handler(std::move(*request));
        finish_reply(asked, reply);
        return reply;
    } catch (std::exception const& bug) {
        write_log(LogLevel::Error, "handler_exception", { { "what", std::string(bug.what()) } });
        return refusal(500);
    }
}

bool Server::Implementation::work(RequestHead head, std::string body, std::function<void(Reply)> done)
{
    if (m_working >= m_options.most_waiting + static_cast<std::size_t>(m_options.worker_threads))
        return false;
    ++m_working;
    asio::post(m_workers, [this, running = asio::make_work_guard(m_io), head = std::move(head), body = std::move(body), done = std::move(done)]() mutable {
        auto reply = answer(std::move(head), body);
        asio::post(m_io, [this, reply = std::move(reply), done = std::move(done)]() mutable {
            --m_working;
            done(std::move(reply));
        });
    });
    return true;
}

void Server::Implementation::stop()
{
    if (m_stopping)
        return;
    m_stopping = true;
    error_code ignored;
    m_acceptor.close(ignored);
    m_signals.cancel(ignored);
    m_pause.cancel();
    if (m_connections.empty())
        return;
    m_stop_timer.expires_after(m_options.stop_time);
    m_stop_timer.async_wait([this](error_code cancelled) {
        if (!cancelled)
            m_io.stop();
    });
    // Closing may end a connection, which then leaves the set; so walk over a copy.
    auto const connections = m_connections;
    for (auto* const connection : connections)
        connection->close_if_idle();
}

Result<ServerOptions> listen_options(std::string_view listen)
{
    auto const colon = std::min(listen.rfind(':'), listen.size());
    auto host = listen.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    auto const port = listen.substr(std::min(colon + 1, listen.size()));
    ServerOptions options;
    options.address = host == "localhost" ? "127.0.0.1" : host;
    auto const [end, problem] = std::from_chars(port.data(), port.data() + port.size(), options.port);
    error_code unreadable;
    asio::ip::make_address(options.address, unreadable);
    if (unreadable || problem != std::errc() || end != port.data() + port.size())
        return fail(ErrorKind::Invalid, tr("“{listen}” is no address to listen on: expected an address and a port, as in 127.0.0.1:8080 or [::1]:8080.", { { "listen", listen } }));
    return options;
}

Result<std::unique_ptr<Server>> Server::open(ServerOptions options, Handler handler)
{
    auto implementation = std::make_unique<Implementation>(std::move(options), std::move(handler));
    TRY(implementation->open());
    return std::unique_ptr<Server>(new Server(std::move(implementation)));
}

Server::Server(std::unique_ptr<Implementation> implementation)
    : m_implementation(std::move(implementation))
{
}

Server::~Server() = default;

std::uint16_t Server::port() const { return m_implementation->port(); }

void Server::run() { m_implementation->run(); }

void Server::stop() { m_implementation->request_stop(); }

} // namespace toguna::web
