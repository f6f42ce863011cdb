#include "mail/smtp_mailer.hpp"
#include "mail/message.hpp"
#include "support/smtp_server.hpp"

#include <doctest/doctest.h>

#include <fstream>

using namespace toguna;
using test::SmtpServer;

namespace {

mail::SmtpServer settings_for(SmtpServer const& server)
{
    return { .url = server.url(), .user = {}, .password = {}, .ca_file = server.certificate(), .timeout = std::chrono::seconds(20) };
}

std::string const wired_mail = mail::compose({ { "Toguna", "toguna@cluster.example" }, { "Awa", "awa@eau.example" }, "Réunion", ".\nUne ligne\n..\n" },
    "1@cluster.example", Instant::from_unix_milliseconds(1'800'000'000'000));

mail::SmtpReport send_to_awa(mail::SmtpMailer& mailer) { return mailer.send("toguna@cluster.example", "awa@eau.example", wired_mail); }

} // namespace

TEST_CASE("a mail arrives byte for byte over STARTTLS, and the next ones over the same connection")
{
    SmtpServer const server;
    mail::SmtpMailer mailer(settings_for(server));
    for (int i = 0; i < 3; ++i) {
        auto const report = send_to_awa(mailer);
        CHECK(report.answer == "250 2.0.0 Kept");
        CHECK(report.acceptance == mail::Acceptance::Accepted);
    }
    auto const received = server.received();
    REQUIRE(received.size() == 3);
    CHECK(received[0].bytes == wired_mail);
    CHECK(received[2].bytes == wired_mail);
    CHECK(received[0].envelope == "sender: toguna@cluster.example\nrecipient: awa@eau.example\ntls: yes\nuser: \n");
}

TEST_CASE("a server with TLS from the start is spoken to as well")
{
    SmtpServer const server(SmtpServer::Encryption::Implicit);
    mail::SmtpMailer mailer(settings_for(server));
    auto const report = send_to_awa(mailer);
    CHECK(report.answer == "250 2.0.0 Kept");
    CHECK(report.acceptance == mail::Acceptance::Accepted);
    CHECK(server.received().size() == 1);
}

TEST_CASE("a user name and a password are given to the server that asks for them")
{
    SmtpServer const server(SmtpServer::Encryption::StartTls, "toguna", "mot de passe é");
    auto settings = settings_for(server);
    settings.user = "toguna";
    settings.password = "mot de passe é";
    mail::SmtpMailer mailer(settings);
    CHECK(send_to_awa(mailer).acceptance == mail::Acceptance::Accepted);
    CHECK(server.received().at(0).envelope.find("user: toguna") != std::string::npos);

    settings.password = "faux";
    mail::SmtpMailer with_wrong_password(settings);
    CHECK(send_to_awa(with_wrong_password).acceptance == mail::Acceptance::TryLater);
    mail::SmtpMailer without_password(settings_for(server));
    CHECK(send_to_awa(without_password).acceptance == mail::Acceptance::TryLater);
    CHECK(server.received().size() == 1);
}

TEST_CASE("nothing is sent without encryption unless the installation allows it")
{
    SmtpServer const server(SmtpServer::Encryption::None);
    auto settings = settings_for(server);
    settings.ca_file.clear();
    mail::SmtpMailer careful(settings);
    CHECK(send_to_awa(careful).acceptance == mail::Acceptance::Unreachable);
    CHECK(server.received().empty());

    settings.allow_plain = true;
    mail::SmtpMailer relaxed(settings);
    CHECK(send_to_awa(relaxed).acceptance == mail::Acceptance::Accepted);
    CHECK(server.received().size() == 1);
}

TEST_CASE("a password never travels without encryption, even where plain mail is allowed")
{
    SmtpServer const server(SmtpServer::Encryption::None, "toguna", "secret");
    auto settings = settings_for(server);
    settings.ca_file.clear();
    settings.allow_plain = true;
    settings.user = "toguna";
    settings.password = "secret";
    mail::SmtpMailer mailer(settings);
    CHECK(send_to_awa(mailer).acceptance == mail::Acceptance::Unreachable);
    CHECK(server.received().empty());
}

TEST_CASE("a server with a certificate nobody vouches for gets no mail")
{
    SmtpServer const server;
    SmtpServer const other;
    auto settings = settings_for(server);
    settings.ca_file = other.certificate();
    mail::SmtpMailer mailer(settings);
    auto const report = send_to_awa(mailer);
    CHECK(report.acceptance == mail::Acceptance::Unreachable);
    CHECK_FALSE(report.answer.empty());
    CHECK(server.received().empty());
}

TEST_CASE("a refusal for now and a refusal for good are told apart, with the server's words")
{
    SmtpServer const server;
    mail::SmtpMailer mailer(settings_for(server));
    server.behave("temporary");
    auto report = send_to_awa(mailer);
    CHECK(report.acceptance == mail::Acceptance::TryLater);
    CHECK(report.answer == "451 4.7.1 Greylisted, come back later");
    server.behave("permanent");
    report = send_to_awa(mailer);
    CHECK(report.acceptance == mail::Acceptance::Refused);
    CHECK(report.answer == "554 5.7.1 Refused for good");
    server.behave("refuse-recipient");
    report = send_to_awa(mailer);
    CHECK(report.acceptance == mail::Acceptance::Refused);
    CHECK(report.answer == "550 5.1.1 No mailbox of that name");
    server.behave("accept");
    CHECK(send_to_awa(mailer).acceptance == mail::Acceptance::Accepted);
}

TEST_CASE("a connection lost after the mail was given leaves it unknown whether it arrived")
{
    SmtpServer server;
    mail::SmtpMailer mailer(settings_for(server));
    server.behave("drop 1");
    CHECK(send_to_awa(mailer).acceptance == mail::Acceptance::Unreachable);
    CHECK(send_to_awa(mailer).acceptance == mail::Acceptance::Accepted);
    server.stop();
    CHECK(send_to_awa(mailer).acceptance == mail::Acceptance::Unreachable);
}
