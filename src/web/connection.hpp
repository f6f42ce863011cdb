#pragma once
/// One connection of the server: the private half of server.cpp, which alone includes it (Beast is slow to compile).

#include "web/framing.hpp"
#include "web/log.hpp"
#include "web/rate_limit.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <array>
#include <memory>
#include <optional>
#include <utility>

namespace toguna::web {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::system::error_code;
using tcp = asio::ip::tcp;
using Clock = std::chrono::steady_clock;
using PlainStream = beast::tcp_stream;
using TlsStream = beast::ssl_stream<beast::tcp_stream>;


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

/// What a connection asks of the server it belongs to; all on the thread of the sockets.
class ConnectionHost {
public:
    virtual ServerOptions const& options() const = 0;
    virtual bool is_stopping() const = 0;
    virtual Reply refusal(int status) const = 0;
    virtual void add(AnyConnection& connection, std::string const& network) = 0;
    virtual void remove(AnyConnection& connection, std::string const& network) = 0;
    /// False when more is held than the limit allows.
    virtual bool hold_body_bytes(std::size_t more) = 0;
    virtual void release_body_bytes(std::size_t less) = 0;
    /// Runs the handler on a worker, then `done` here. False when too many wait already.
    virtual bool work(RequestHead head, std::string body, std::function<void(Reply)> done) = 0;

protected:
    ~ConnectionHost() = default;
};

/// One connection: requests one after another, the next read when the answer to the last is written.
template<class Stream>
class Connection final : public AnyConnection, public std::enable_shared_from_this<Connection<Stream>> {
public:
    template<class... StreamArguments>
    Connection(ConnectionHost& server, std::string address, StreamArguments&&... arguments)
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

    ConnectionHost& m_server;
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

} // namespace toguna::web
