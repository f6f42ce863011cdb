#include "web/server.hpp"

#include "support/engines.hpp"
#include "support/raw_client.hpp"
#include "web/log.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <mutex>
#include <thread>

using namespace toguna;
using namespace toguna::web;
using test::RawClient;

namespace {

/// A server on a free port, with small limits and short times so that the tests are quick.
class RunningServer {
public:
    explicit RunningServer(Server::Handler handler = echo, ServerOptions options = quick_options())
        : m_server(test::expect_success(Server::open(std::move(options), std::move(handler))))
        , m_thread([this] { m_server->run(); })
    {
    }
    ~RunningServer() { stop(); }
    void stop()
    {
        m_server->stop();
        if (m_thread.joinable())
            m_thread.join();
    }
    void request_stop() { m_server->stop(); }
    std::uint16_t port() const { return m_server->port(); }
    /// What comes back for these bytes until the server closes or `replies` replies are there.
    std::string say(std::string const& bytes) const { return RawClient(port()).say_and_read(bytes); }
    int status(std::string const& bytes) const { return test::status_of(say(bytes)); }

    static ServerOptions quick_options()
    {
        set_up_log(LogFormat::Text, [](std::string_view) {});
        ServerOptions options;
        options.worker_threads = 2;
        options.most_body_bytes = 100'000;
        options.idle_time = std::chrono::milliseconds(400);
        options.header_time = std::chrono::milliseconds(400);
        options.stall_time = std::chrono::milliseconds(400);
        options.least_bytes_per_second = 50'000;
        options.stop_time = std::chrono::milliseconds(1'500);
        return options;
    }
    static Reply echo(Request const& request)
    {
        Reply reply;
        reply.content_type = "text/plain; charset=utf-8";
        reply.body = request.path + " " + std::to_string(request.form.pairs().size()) + " " + std::string(request.form.get("a").substr(0, 20)) + " "
            + request.remote_address + (request.secure ? " secure" : " plain");
        return reply;
    }

private:
    std::unique_ptr<Server> m_server;
    std::thread m_thread;
};

std::string get(std::string const& path = "/", std::string const& more = "") { return "GET " + path + " HTTP/1.1\r\nHost: toguna.test\r\n" + more + "\r\n"; }

std::string post(std::string const& more, std::string const& body)
{
    return "POST /form HTTP/1.1\r\nHost: toguna.test\r\nContent-Type: application/x-www-form-urlencoded\r\n" + more + "\r\n" + body;
}

bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

constexpr auto last = "Connection: close\r\n";

} // namespace

TEST_CASE("a page is asked for and comes back with its security headers")
{
    RunningServer const server;
    auto const reply = server.say(get("/plans/%C3%A9t%C3%A9?a=1", last));
    CHECK(reply.starts_with("HTTP/1.1 200 OK\r\n"));
    CHECK(has(reply, "/plans/été 0  127.0.0.1 plain"));
    for (auto const* header : { "Content-Security-Policy: default-src 'none'; ", "X-Content-Type-Options: nosniff", "Referrer-Policy: same-origin",
             "Cross-Origin-Opener-Policy: same-origin", "Cache-Control: private, no-cache", "ETag: W/\"" })
        CHECK(has(reply, header));
    CHECK_FALSE(has(reply, "Strict-Transport-Security"));
}

TEST_CASE("requests that two programs could read differently are refused")
{
    RunningServer const server;
    auto const chunked = std::string("3\r\na=1\r\n0\r\n\r\n");
    CHECK(server.status(post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", chunked)) == 400);
    CHECK(server.status(post("Content-Length: 3\r\nContent-Length: 4\r\n", "a=1x")) == 400);
    CHECK(server.status(post("Content-Length: +3\r\n", "a=1")) == 400);
    CHECK(server.status(post("Content-Length: 3, 4\r\n", "a=1")) == 400);
    CHECK(server.status(post("Transfer-Encoding: xchunked\r\n", chunked)) == 400);
    CHECK(server.status(post("Transfer-Encoding: gzip, chunked\r\n", chunked)) == 400);
    CHECK(server.status(post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", chunked)) == 400);
    CHECK(server.status(post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", chunked)) == 400);
    CHECK(server.status(post("Transfer-Encoding: chunked\r\n", "zz\r\na=1\r\n0\r\n\r\n")) == 400);
    CHECK(server.status("POST /form HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked) == 400);
    CHECK(server.status("GET / HTTP/1.1\r\n\r\n") == 400);
    CHECK(server.status("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n") == 400);
    CHECK(server.status("GET / HTTP/1.1\r\nHost: a b\r\n\r\n") == 400);
    CHECK(server.status("GET / HTTP/1.1\r\nHost:\r\n\r\n") == 400);
    CHECK(server.status("GET / HTTP/1.1\r\nHost : a\r\n\r\n") == 400);
    CHECK(server.status("GET / HTTP/1.1\nHost: a\n\n") == 400);
    CHECK(server.status("GET / HTTP/1.1\r\nHost: a\r\n folded: b\r\n\r\n") <= 400);
    CHECK(server.status("GET / HTTP/2.0\r\nHost: a\r\n\r\n") == 400);
    CHECK(server.status("GET plans HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
    CHECK(server.status("\x16\x03\x01 hello\r\n\r\n") == 400);
    CHECK(server.status(get("/%ff", last)) == 400);
    CHECK(server.status(get("/a%00b", last)) == 400);
    CHECK(server.status(get("/a?b=%", last)) == 400);
}

TEST_CASE("methods that no page answers are refused by name")
{
    RunningServer const server;
    auto const reply = server.say("DELETE /plans HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(test::status_of(reply) == 405);
    CHECK(has(reply, "Allow: GET, HEAD, POST"));
    CHECK(server.status("BREW /pot HTTP/1.1\r\nHost: a\r\n\r\n") >= 400);
    CHECK(server.status("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n") == 405);
}

TEST_CASE("good framing of every kind is understood")
{
    RunningServer const server;
    CHECK(has(server.say(post(std::string(last) + "Content-Length: 3\r\n", "a=1")), "/form 1 1 "));
    CHECK(has(server.say(post(std::string(last) + "Transfer-Encoding: chunked\r\n", "1\r\na\r\n4;x=y\r\n=two\r\n0\r\nTrailer: x\r\n\r\n")), "/form 1 two "));
    CHECK(has(server.say(post(std::string(last) + "Transfer-Encoding: Chunked\r\n", "3\r\na=1\r\n0\r\n\r\n")), "/form 1 1 "));
    CHECK(server.status("GET / HTTP/1.0\r\n\r\n") == 200);
    CHECK(has(server.say("GET http://toguna.test/absolute HTTP/1.1\r\nHost: toguna.test\r\nConnection: close\r\n\r\n"), "/absolute 0"));
}

TEST_CASE("what is larger than the limits is refused before it fills the memory")
{
    RunningServer const server;
    CHECK(server.status("GET /" + std::string(30'000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n") == 414);
    CHECK(server.status("GET /" + std::string(5'000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n") == 414);
    CHECK(server.status(get("/", "X: " + std::string(64'000, 'x') + "\r\n")) == 431);
    std::string many;
    for (int count = 0; count < 150; ++count)
        many += "X-" + std::to_string(count) + ": 1\r\n";
    CHECK(server.status(get("/", many)) == 431);
    CHECK(server.status(post("Content-Length: 100001\r\n", "")) == 413);
    CHECK(server.status(post("Content-Length: 99999999999999999999\r\n", "")) == 400);
    CHECK(server.status(post("Content-Length: 200000\r\n", "a=" + std::string(199'998, 'x'))) == 413);
    std::string chunks;
    for (int count = 0; count < 20; ++count)
        chunks += "2000\r\n" + std::string(0x2000, 'x') + "\r\n";
    CHECK(server.status(post("Transfer-Encoding: chunked\r\n", chunks + "0\r\n\r\n")) == 413);
}

TEST_CASE("a sender who asks first is told to continue, or why not")
{
    RunningServer const server;
    RawClient client(server.port());
    client.send(post("Content-Length: 3\r\nExpect: 100-continue\r\nConnection: close\r\n", ""));
    CHECK(client.read_until("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n");
    CHECK(has(client.say_and_read("a=1"), "/form 1 1 "));
    CHECK(server.status(post("Content-Length: 100001\r\nExpect: 100-continue\r\n", "")) == 413);
    CHECK(server.status(post("Content-Length: 3\r\nExpect: miracles\r\n", "")) == 417);
}

TEST_CASE("requests sent together are answered one after another, in order")
{
    RunningServer const server;
    auto const replies = server.say(get("/one") + get("/two") + post("Content-Length: 3\r\n", "a=7") + get("/four", last));
    auto const one = replies.find("/one 0");
    auto const two = replies.find("/two 0");
    auto const three = replies.find("/form 1 7");
    auto const four = replies.find("/four 0");
    CHECK((one < two && two < three && three < four && four != std::string::npos));
}

TEST_CASE("HEAD says everything but the page")
{
    RunningServer const server;
    auto const whole = server.say(get("/x", last));
    auto const head = server.say("HEAD /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    CHECK(head.ends_with("\r\n\r\n"));
    CHECK(has(head, "Content-Length: " + std::to_string(whole.size() - whole.find("\r\n\r\n") - 4) + "\r\n"));
}

TEST_CASE("a page that did not change is not sent again")
{
    RunningServer const server;
    auto const first = server.say(get("/same", last));
    auto const at = first.find("ETag: ") + 6;
    auto const again = server.say(get("/same", "If-None-Match: " + first.substr(at, first.find("\r\n", at) - at) + "\r\n" + last));
    CHECK(test::status_of(again) == 304);
    CHECK(again.ends_with("\r\n\r\n"));
    CHECK(server.status(get("/same", std::string("If-None-Match: W/\"other\"\r\n") + last)) == 200);
}

TEST_CASE("slow and silent senders are let go")
{
    RunningServer const server;
    auto const lasts = [&](std::string const& opening, std::string const& drip) {
        RawClient client(server.port());
        auto const start = std::chrono::steady_clock::now();
        client.send(opening);
        while (client.is_open() && std::chrono::steady_clock::now() - start < std::chrono::seconds(4)) {
            client.send(drip);
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        return std::chrono::steady_clock::now() - start;
    };
    CHECK(lasts("", "") < std::chrono::seconds(2));
    CHECK(lasts("GET / HT", "") < std::chrono::seconds(2));
    CHECK(lasts("GET / HTTP/1.1\r\n", "X: y\r\n") < std::chrono::seconds(2));
    CHECK(lasts(post("Content-Length: 5000\r\n", "a="), "") < std::chrono::seconds(2));
    CHECK(lasts(post("Content-Length: 5000\r\n", "a="), "x") < std::chrono::seconds(2));
}

TEST_CASE("only the trusted proxy may say who asked and how")
{
    auto const forwarded = get("/", std::string("X-Forwarded-For: 198.51.100.7, 203.0.113.9\r\nX-Forwarded-Proto: https\r\n") + last);
    RunningServer const distrustful;
    CHECK(has(distrustful.say(forwarded), "127.0.0.1 plain"));
    auto options = RunningServer::quick_options();
    options.trusted_proxy = "127.0.0.1";
    RunningServer const trusting(RunningServer::echo, options);
    auto const reply = trusting.say(forwarded);
    CHECK(has(reply, "203.0.113.9 secure"));
    CHECK(has(reply, "Strict-Transport-Security"));
}

TEST_CASE("one network cannot take every connection")
{
    auto options = RunningServer::quick_options();
    options.most_connections_per_network = 3;
    options.idle_time = std::chrono::seconds(3);
    RunningServer const server(RunningServer::echo, options);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int count = 0; count < 3; ++count) {
        clients.push_back(std::make_unique<RawClient>(server.port()));
        clients.back()->send(get());
        CHECK(clients.back()->read_until("plain").starts_with("HTTP/1.1 200"));
    }
    CHECK(RawClient(server.port()).say_and_read("").starts_with("HTTP/1.1 503"));
}

TEST_CASE("when all workers are busy and the queue is full, people are told to come back")
{
    auto options = RunningServer::quick_options();
    options.worker_threads = 1;
    options.most_waiting = 1;
    std::atomic<bool> released = false;
    RunningServer const server(
        [&](Request const& request) {
            while (request.path == "/slow" && !released)
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            return RunningServer::echo(request);
        },
        options);
    RawClient first(server.port());
    RawClient second(server.port());
    first.send(get("/slow", last));
    second.send(get("/slow", last));
    std::this_thread::sleep_for(std::chrono::milliseconds(150));
    auto const refused = server.say(get("/", last));
    CHECK(test::status_of(refused) == 503);
    CHECK(has(refused, "Retry-After: 5"));
    released = true;
    CHECK(first.say_and_read("").starts_with("HTTP/1.1 200"));
    CHECK(second.say_and_read("").starts_with("HTTP/1.1 200"));
}

TEST_CASE("stopping lets the running request finish and closes idle connections")
{
    auto options = RunningServer::quick_options();
    options.idle_time = std::chrono::seconds(30);
    std::atomic<bool> began = false;
    RunningServer server(
        [&](Request const& request) {
            began = true;
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            return RunningServer::echo(request);
        },
        options);
    RawClient idle(server.port());
    RawClient busy(server.port());
    busy.send(get("/work"));
    while (!began)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    server.request_stop();
    auto const reply = busy.say_and_read("");
    CHECK(has(reply, "/work 0"));
    CHECK(has(reply, "Connection: close"));
    CHECK(idle.say_and_read("").empty());
    server.stop();
    CHECK_FALSE(RawClient(server.port()).is_connected());
}

TEST_CASE("a handler that breaks gives a 500 and the server lives on")
{
    RunningServer const server([](Request const& request) -> Reply {
        if (request.path == "/bug")
            throw std::runtime_error("a bug with a secret");
        return RunningServer::echo(request);
    });
    auto const reply = server.say(get("/bug", last));
    CHECK(test::status_of(reply) == 500);
    CHECK_FALSE(has(reply, "secret"));
    CHECK(server.status(get("/", last)) == 200);
}

TEST_CASE("many people at once each get their own answer")
{
    auto options = RunningServer::quick_options();
    options.idle_time = options.header_time = options.stall_time = std::chrono::seconds(10);
    RunningServer const server(RunningServer::echo, options);
    std::atomic<int> right = 0;
    std::vector<std::thread> people;
    for (int person = 0; person < 16; ++person)
        people.emplace_back([&, person] {
            RawClient client(server.port());
            for (int turn = 0; turn < 50; ++turn) {
                auto const path = "/person" + std::to_string(person) + "/turn" + std::to_string(turn) + "/";
                client.send(get(path));
                right += has(client.read_until("plain"), path + " 0");
            }
        });
    for (auto& person : people)
        person.join();
    CHECK(right == 16 * 50);
}

TEST_CASE("a taken port and a missing certificate are refused with a sentence")
{
    RunningServer const server;
    auto options = RunningServer::quick_options();
    options.port = server.port();
    auto const taken = Server::open(options, RunningServer::echo);
    REQUIRE_FALSE(taken);
    CHECK(taken.error().kind == ErrorKind::Unavailable);
    options.port = 0;
    options.tls_certificate = "/nowhere.pem";
    auto const missing = Server::open(options, RunningServer::echo);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().kind == ErrorKind::Invalid);
}

TEST_CASE("the address to listen on is read in every usual form")
{
    CHECK(test::expect_success(listen_options("127.0.0.1:8080")).port == 8080);
    CHECK(test::expect_success(listen_options("[::1]:0")).address == "::1");
    CHECK(test::expect_success(listen_options("localhost:1")).address == "127.0.0.1");
    for (auto const* bad : { "", "8080", "host:80:90", "127.0.0.1:", "127.0.0.1:99999", "toguna.test:80" })
        CHECK_FALSE(listen_options(bad));
}
