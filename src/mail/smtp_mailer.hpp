#pragma once
/// The wire: hands composed mails to one SMTP server over one connection that is kept between them.

#include <chrono>
#include <memory>
#include <string>

namespace toguna::mail {

struct SmtpServer {
    std::string url;      ///< "smtp://host:587" (STARTTLS) or "smtps://host:465"
    std::string user;     ///< empty: no AUTH. With a user, the connection is encrypted or there is none.
    std::string password;
    std::string ca_file;  ///< PEM; empty: the authorities the machine trusts
    bool allow_plain = false; ///< take a server that does not offer STARTTLS
    std::chrono::seconds connect_timeout = std::chrono::seconds(15);
    std::chrono::seconds timeout = std::chrono::seconds(90); ///< for one mail from connection to answer
};

enum class Acceptance {
    Accepted,
    TryLater,      ///< a 4xx answer, or one whose fault lies with the installation, such as a wrong password
    Refused,       ///< a 5xx answer to this mail: trying again would give the same
    Unreachable,   ///< no connection, no encryption, or none any more: whether a mail arrived is not known
};

struct SmtpReport {
    Acceptance acceptance = Acceptance::Unreachable;
    std::string answer; ///< « 550 5.1.1 No mailbox of that name », or why there was none; for the log and administrators
};

class SmtpMailer {
public:
    explicit SmtpMailer(SmtpServer server);
    ~SmtpMailer();

    /// Both addresses without brackets; `bytes` as compose() makes them.
    SmtpReport send(std::string const& sender, std::string const& recipient, std::string const& bytes);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace toguna::mail
