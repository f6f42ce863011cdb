#include "web/server.hpp"

#include "web/framing.hpp"
#include "web/log.hpp"
#include "web/rate_limit.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <array>
#include <charconv>
#include <csignal>
#include <map>
#include <optional>
#include <unordered_set>

namespace toguna::web {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::system::error_code;
using tcp = asio::ip::tcp;
using Clock = std::chrono::steady_clock;

namespace {

using PlainStream = beast::tcp_stream;
using TlsStream = beast::ssl_stream<beast::tcp_stream>;

/// An address as people and proxies write it: IPv4 even where the socket speaks both.
std::string address_text(tcp::endpoint const& endpoint)
{
    auto const address = endpoint.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
    return address.to_string();
}

/// Progress is asked for twice: some byte within stall_time, and least_bytes_per_second over the whole transfer.
class TransferDeadline {
public:
    explicit TransferDeadline(ServerOptions const& options) : m_options(options) { }
    void add(std::size_t bytes) { m_bytes += bytes; }
    Clock::time_point next() const
    {
        auto const allowance = std::chrono::milliseconds(m_bytes * 1000 / m_options.least_bytes_per_second);
        return std::min(Clock::now() + m_options.stall_time, m_start + m_options.stall_time + allowance);
    }

private:
    ServerOptions const& m_options;
    Clock::time_point m_start = Clock::now();
    std::size_t m_bytes = 0;
};

/// What the server knows of a connection, whether encrypted or not.
class AnyConnection {
public:
    virtual ~AnyConnection() = default;
    virtual void start() = 0;
    virtual void refuse(int status) = 0;
    virtual void close_if_idle() = 0;
};

} // namespace

/// All members but the counter of `stop` are touched by the thread in run() alone: no locks.
class Server::Implementation {
public:
    Implementation(ServerOptions options, Handler handler);
    ~Implementation();

    Result<void> open();
    std::uint16_t port() const { return m_port; }
    void run();
    void request_stop() { asio::post(m_io, [this] { stop(); }); }

    ServerOptions const& options() const { return m_options; }
    bool is_stopping() const { return m_stopping; }
    Reply refusal(int status) const;

    void add(AnyConnection& connection, std::string const& network);
    void remove(AnyConnection& connection, std::string const& network);
    /// False when more is held than the limit allows.
    bool hold_body_bytes(std::size_t more);
    void release_body_bytes(std::size_t less) { m_body_bytes_held -= less; }
    /// Runs the handler on a worker, then `done` here. False when too many wait already.
    bool work(RequestHead head, std::string body, std::function<void(Reply)> done);

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

namespace {

/// One connection: requests one after another, the next read when the answer to the last is written.
template<class Stream>
class Connection final : public AnyConnection, public std::enable_shared_from_this<Connection<Stream>> {
public:
    template<class... StreamArguments>
    Connection(Server::Implementation& server, std::string address, StreamArguments&&... arguments)
        : m_server(server)
        , m_stream(std::forward<StreamArguments>(arguments)...)
        , m_buffer(server.options().most_header_bytes + 64 * 1024)
        , m_address(std::move(address))
        , m_network(address_prefix(m_address))
    {
        m_server.add(*this, m_network);
    }
    ~Connection() override
    {
        m_server.release_body_bytes(m_body_bytes);
        m_server.remove(*this, m_network);
    }

    void start() override
    {
        if constexpr (is_encrypted) {
            lowest().expires_after(m_server.options().header_time);
            m_stream.async_handshake(asio::ssl::stream_base::server, [self = this->shared_from_this()](error_code problem) {
                if (!problem)
                    self->wait_for_request();
            });
        } else {
            wait_for_request();
        }
    }

    void refuse(int status) override
    {
        write_log(LogLevel::Information, "refused", { { "status", status }, { "address", m_address } });
        m_keep_alive = false;
        m_linger = status == 413 ? std::chrono::seconds(30) : std::chrono::seconds(2);
        write(m_server.refusal(status));
    }

    void close_if_idle() override
    {
        if (m_idle)
            lowest().close();
    }

private:
    static constexpr bool is_encrypted = std::is_same_v<Stream, TlsStream>;
    beast::tcp_stream& lowest() { return beast::get_lowest_layer(m_stream); }

    void wait_for_request()
    {
        if (m_server.is_stopping())
            return close();
        m_parser.emplace();
        m_parser->header_limit(static_cast<std::uint32_t>(m_server.options().most_header_bytes));
        m_parser->body_limit(m_server.options().most_body_bytes);
        if (m_buffer.size() > 0)
            return read_head();
        m_idle = true;
        lowest().expires_after(m_server.options().idle_time);
        m_stream.async_read_some(m_buffer.prepare(8 * 1024), [self = this->shared_from_this()](error_code problem, std::size_t bytes) {
            self->m_idle = false;
            self->m_buffer.commit(bytes);
            if (!problem)
                self->read_head();
        });
    }

    void read_head()
    {
        // One deadline for the whole header, so that a byte a second does not keep it open.
        lowest().expires_after(m_server.options().header_time);
        http::async_read_header(m_stream, m_buffer, *m_parser, [self = this->shared_from_this()](error_code problem, std::size_t) {
            if (problem)
                self->on_unreadable(problem);
            else
                self->on_head();
        });
    }

    void on_unreadable(error_code problem)
    {
        if (problem == beast::error::timeout) {
            // tcp_stream has closed the socket; there is nobody to answer to.
            write_log(LogLevel::Information, "timeout", { { "address", m_address } });
        } else if (problem == http::error::header_limit || problem == http::error::buffer_overflow) {
            refuse(m_parser->get().target().empty() ? 414 : 431);
        } else if (problem == http::error::body_limit) {
            refuse(413);
        } else if (problem.category() == http::make_error_code(http::error::bad_target).category() && problem != http::error::end_of_stream
            && problem != http::error::partial_message) {
            refuse(400);
        }
    }

    void on_head()
    {
        auto const& message = m_parser->get();
        m_head = { std::string(message.method_string()), std::string(message.target()), {}, m_address, is_encrypted };
        for (auto const& field : message)
            m_head.headers.emplace_back(field.name_string(), field.value());
        std::optional<std::uint64_t> length;
        if (auto const announced = m_parser->content_length())
            length = *announced;
        if (auto const status = refusal_of(m_head, message.version(), length, m_server.options()))
            return refuse(*status);
        m_keep_alive = message.keep_alive() && message.version() == 11;
        m_deadline.emplace(m_server.options());
        if (!m_parser->is_done() && m_buffer.size() == 0 && expects_continue(m_head, message.version()))
            return send_continue();
        read_body();
    }

    void send_continue()
    {
        static constexpr std::string_view interim = "HTTP/1.1 100 Continue\r\n\r\n";
        lowest().expires_after(m_server.options().stall_time);
        asio::async_write(m_stream, asio::buffer(interim), [self = this->shared_from_this()](error_code problem, std::size_t) {
            if (!problem)
                self->read_body();
        });
    }

    void read_body()
    {
        if (m_parser->is_done())
            return hand_over();
        lowest().expires_at(m_deadline->next());
        http::async_read_some(m_stream, m_buffer, *m_parser, [self = this->shared_from_this()](error_code problem, std::size_t bytes) {
            self->m_deadline->add(bytes);
            auto const held = self->m_parser->get().body().size();
            auto const more = held - self->m_body_bytes;
            self->m_body_bytes = held;
            if (!self->m_server.hold_body_bytes(more))
                return self->refuse(503);
            if (problem)
                return self->on_unreadable(problem);
            self->read_body();
        });
    }

    void hand_over()
    {
        lowest().expires_never();
        m_is_head_request = m_head.method == "HEAD";
        auto done = [self = this->shared_from_this()](Reply reply) { self->write(std::move(reply)); };
        if (!m_server.work(std::move(m_head), std::move(m_parser->get().body()), std::move(done)))
            write(m_server.refusal(503));
    }

    void write(Reply reply)
    {
        m_keep_alive = m_keep_alive && !m_server.is_stopping();
        m_reply = std::move(reply);
        m_reply_head = reply_head(m_reply, m_keep_alive, Instant::system_now());
        bool const has_body = !m_is_head_request && m_reply.status != 304 && m_reply.status != 204;
        m_unwritten.emplace(Buffers { asio::buffer(m_reply_head), has_body ? asio::buffer(m_reply.body) : asio::const_buffer() });
        m_deadline.emplace(m_server.options());
        write_some();
    }

    void write_some()
    {
        if (beast::buffer_bytes(*m_unwritten) == 0)
            return on_written();
        lowest().expires_at(m_deadline->next());
        m_stream.async_write_some(*m_unwritten, [self = this->shared_from_this()](error_code problem, std::size_t bytes) {
            if (problem)
                return;
            self->m_deadline->add(bytes);
            self->m_unwritten->consume(bytes);
            self->write_some();
        });
    }

    void on_written()
    {
        m_server.release_body_bytes(std::exchange(m_body_bytes, 0));
        m_reply = {};
        m_is_head_request = false;
        if (m_keep_alive)
            wait_for_request();
        else
            close();
    }

    /// Says that we are done, then listens a moment: closing at once would reset the connection and the browser would
    /// lose the reply it has not read yet.
    void close()
    {
        lowest().expires_after(m_linger);
        if constexpr (is_encrypted) {
            m_stream.async_shutdown([self = this->shared_from_this()](error_code) { self->half_close(); });
        } else {
            half_close();
        }
    }

    void half_close()
    {
        error_code ignored;
        lowest().socket().shutdown(tcp::socket::shutdown_send, ignored);
        m_buffer.clear();
        m_idle = true; // nothing is owed any more
        drain();
    }

    void drain()
    {
        lowest().async_read_some(m_buffer.prepare(16 * 1024), [self = this->shared_from_this()](error_code problem, std::size_t) {
            if (!problem)
                self->drain();
        });
    }

    using Buffers = std::array<asio::const_buffer, 2>;

    Server::Implementation& m_server;
    Stream m_stream;
    beast::flat_buffer m_buffer;
    std::string m_address;
    std::string m_network;
    std::optional<http::request_parser<http::string_body>> m_parser;
    std::optional<TransferDeadline> m_deadline;
    RequestHead m_head;
    std::size_t m_body_bytes = 0;
    bool m_idle = false;
    bool m_keep_alive = false;
    bool m_is_head_request = false;
    std::chrono::milliseconds m_linger { 2'000 };
    Reply m_reply;
    std::string m_reply_head;
    std::optional<beast::buffers_suffix<Buffers>> m_unwritten;
};

} // namespace

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
