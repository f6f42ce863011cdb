#pragma once
/// A real SMTP server beside the test: tests/smtp/server.py in a directory of its own.

#include <filesystem>
#include <string>
#include <vector>

namespace toguna::test {

struct ReceivedMail {
    std::string bytes;
    std::string envelope; ///< "sender: …", "recipient: …", "tls: yes", "user: …", a line each
};

class SmtpServer {
public:
    enum class Encryption { StartTls, Implicit, None };

    /// Throws when the server does not start. With a user, mail is taken after AUTH only.
    explicit SmtpServer(Encryption encryption = Encryption::StartTls, std::string const& user = {}, std::string const& password = {});
    ~SmtpServer();
    SmtpServer(SmtpServer const&) = delete;

    /// "smtp://localhost:2525" or "smtps://…": the value of smtp_url.
    std::string url() const;
    /// The certificate to trust: the value of smtp_ca_file.
    std::string certificate() const { return (m_directory / "certificate.pem").string(); }
    /// "accept", "temporary", "permanent", "refuse-recipient" or "drop", for all mails or the next few: "temporary 2".
    void behave(std::string const& behaviour) const;
    std::vector<ReceivedMail> received() const;
    /// Nobody listens any more; what arrived can still be read.
    void stop();

private:
    std::filesystem::path m_directory;
    Encryption m_encryption;
    int m_process = 0;
    int m_input = -1;
    int m_port = 0;
};

} // namespace toguna::test
