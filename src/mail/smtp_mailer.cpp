#include "mail/smtp_mailer.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <string_view>

namespace toguna::mail {

namespace {

struct CurlLibrary {
    CurlLibrary() { curl_global_init(CURL_GLOBAL_DEFAULT); }
    ~CurlLibrary() { curl_global_cleanup(); }
};

/// curl_global_init is not to be raced: the first mailer does it, once.
void start_curl_library() { static CurlLibrary const library; }

std::size_t give_bytes(char* buffer, std::size_t size, std::size_t count, void* data)
{
    auto& rest = *static_cast<std::string_view*>(data);
    auto const taken = std::min(size * count, rest.size());
    std::memcpy(buffer, rest.data(), taken);
    rest.remove_prefix(taken);
    return taken;
}

/// The server's answers arrive line by line; the last one before its « 221 » good-bye says why it refused.
std::size_t keep_answer(char* line, std::size_t size, std::size_t count, void* data)
{
    std::string_view text(line, size * count);
    while (!text.empty() && (text.back() == '\r' || text.back() == '\n'))
        text.remove_suffix(1);
    constexpr std::size_t longest_kept_answer = 500;
    if (!text.starts_with("221"))
        *static_cast<std::string*>(data) = text.substr(0, longest_kept_answer);
    return size * count;
}

/// RFC 4954 and RFC 3207: refusals of us (password, encryption), not of the mail. The administrator can mend them.
bool is_fault_of_installation(long code) { return code == 530 || code == 534 || code == 535 || code == 538; }

Acceptance acceptance_of(CURLcode outcome, long code)
{
    if (outcome == CURLE_OK)
        return Acceptance::Accepted;
    if (outcome == CURLE_LOGIN_DENIED || is_fault_of_installation(code))
        return Acceptance::TryLater;
    bool const answered = outcome == CURLE_SEND_ERROR || outcome == CURLE_WEIRD_SERVER_REPLY || outcome == CURLE_RECV_ERROR;
    if (answered && code >= 500 && code <= 599)
        return Acceptance::Refused;
    if (code >= 400 && code <= 499)
        return Acceptance::TryLater;
    return Acceptance::Unreachable;
}

} // namespace

struct SmtpMailer::State {
    SmtpServer server;
    CURL* handle = nullptr;
    std::string last_answer;
    char problem[CURL_ERROR_SIZE] = {};

    void set_options()
    {
        auto const encryption = server.allow_plain && server.user.empty() ? CURLUSESSL_TRY : CURLUSESSL_ALL;
        curl_easy_setopt(handle, CURLOPT_URL, server.url.c_str());
        curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        curl_easy_setopt(handle, CURLOPT_USE_SSL, static_cast<long>(encryption));
        curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        if (!server.ca_file.empty())
            curl_easy_setopt(handle, CURLOPT_CAINFO, server.ca_file.c_str());
        if (!server.user.empty()) {
            curl_easy_setopt(handle, CURLOPT_USERNAME, server.user.c_str());
            curl_easy_setopt(handle, CURLOPT_PASSWORD, server.password.c_str());
        }
        curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, static_cast<long>(server.connect_timeout.count()));
        curl_easy_setopt(handle, CURLOPT_TIMEOUT, static_cast<long>(server.timeout.count()));
        curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
        curl_easy_setopt(handle, CURLOPT_READFUNCTION, give_bytes);
        curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, keep_answer);
        curl_easy_setopt(handle, CURLOPT_HEADERDATA, &last_answer);
        curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, problem);
    }
};

SmtpMailer::SmtpMailer(SmtpServer server)
    : m_state(std::make_unique<State>())
{
    start_curl_library();
    m_state->server = std::move(server);
    m_state->handle = curl_easy_init();
    if (!m_state->handle)
        throw std::bad_alloc();
    m_state->set_options();
}

SmtpMailer::~SmtpMailer() { curl_easy_cleanup(m_state->handle); }

SmtpReport SmtpMailer::send(std::string const& sender, std::string const& recipient, std::string const& bytes)
{
    auto& [server, handle, last_answer, problem] = *m_state;
    last_answer.clear();
    problem[0] = 0;
    std::string_view rest(bytes);
    auto const from = "<" + sender + ">";
    std::unique_ptr<curl_slist, void (*)(curl_slist*)> const recipients(curl_slist_append(nullptr, ("<" + recipient + ">").c_str()), curl_slist_free_all);
    curl_easy_setopt(handle, CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(handle, CURLOPT_READDATA, &rest);
    curl_easy_setopt(handle, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(bytes.size()));

    auto const outcome = curl_easy_perform(handle);
    long code = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &code);
    auto const acceptance = acceptance_of(outcome, code);
    bool const answered = acceptance != Acceptance::Unreachable && !last_answer.empty();
    return { acceptance, answered ? last_answer : problem[0] ? problem : curl_easy_strerror(outcome) };
}

} // namespace toguna::mail
