#pragma once
/// A socket that sends exactly the bytes it is told, for tests of what honest clients never send.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

namespace toguna::test {

/// "HTTP/1.1 200 OK…" → 200; 0 when there was no reply.
inline int status_of(std::string const& reply) { return reply.starts_with("HTTP/1.1 ") ? std::atoi(reply.c_str() + 9) : 0; }

class RawClient {
public:
    explicit RawClient(std::uint16_t port)
        : m_socket(socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_connected = connect(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    }
    ~RawClient() { close(m_socket); }
    RawClient(RawClient const&) = delete;

    bool is_connected() const { return m_connected; }
    void send(std::string const& bytes)
    {
        if (!bytes.empty())
            [[maybe_unused]] auto const sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }
    /// What was read up to and with `end`, or until the other side closes or five seconds pass.
    std::string read_until(std::string const& end)
    {
        std::string text;
        char byte = 0;
        while (is_readable(5000) && recv(m_socket, &byte, 1, 0) == 1) {
            text += byte;
            if (!end.empty() && text.ends_with(end))
                break;
        }
        return text;
    }
    std::string say_and_read(std::string const& bytes)
    {
        send(bytes);
        return read_until("");
    }
    bool is_open()
    {
        char byte = 0;
        return !is_readable(0) || recv(m_socket, &byte, 1, MSG_PEEK) > 0;
    }

private:
    bool is_readable(int milliseconds)
    {
        pollfd waiting { m_socket, POLLIN, 0 };
        return poll(&waiting, 1, milliseconds) > 0;
    }
    int m_socket;
    bool m_connected = false;
};

} // namespace toguna::test
