#include "support/smtp_server.hpp"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace toguna::test {

namespace {

std::filesystem::path new_mail_directory()
{
    auto pattern = (std::filesystem::temp_directory_path() / "toguna-smtp-XXXXXX").string();
    if (!mkdtemp(pattern.data()))
        throw std::runtime_error("no temporary directory for mail");
    return pattern;
}

std::string mail_file_text(std::filesystem::path const& path)
{
    std::ifstream file(path, std::ios::binary);
    return { std::istreambuf_iterator<char>(file), {} };
}

struct StartedProcess {
    int process;
    int input;
    int output;
};

/// The child's standard input ends when this process does, however it ends: it never outlives the test.
StartedProcess start_process(std::vector<std::string> const& command)
{
    int input[2], output[2];
    if (pipe2(input, O_CLOEXEC) != 0 || pipe2(output, O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe to the SMTP server");
    std::vector<char*> arguments;
    for (auto const& word : command)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    int const process = fork();
    if (process == 0) {
        dup2(input[0], STDIN_FILENO);
        dup2(output[1], STDOUT_FILENO);
        execv(arguments[0], arguments.data());
        _exit(127);
    }
    close(input[0]);
    close(output[1]);
    return { process, input[1], output[0] };
}

} // namespace

SmtpServer::SmtpServer(Encryption encryption, std::string const& user, std::string const& password)
    : m_directory(new_mail_directory()), m_encryption(encryption)
{
    auto const tls = encryption == Encryption::StartTls ? "starttls" : encryption == Encryption::Implicit ? "implicit" : "none";
    std::vector<std::string> command { "/usr/bin/python3", "tests/smtp/server.py", m_directory.string(), "--tls", tls };
    if (!user.empty())
        command.insert(command.end(), { "--user", user, "--password", password });
    auto const started = start_process(command);
    m_process = started.process;
    m_input = started.input;
    std::unique_ptr<FILE, int (*)(FILE*)> const output(fdopen(started.output, "r"), fclose);
    if (std::fscanf(output.get(), "listening on %d", &m_port) != 1)
        throw std::runtime_error("tests/smtp/server.py did not start: is python3-aiosmtpd installed?");
}

SmtpServer::~SmtpServer()
{
    stop();
    std::error_code ignored;
    std::filesystem::remove_all(m_directory, ignored);
}

void SmtpServer::stop()
{
    if (m_process == 0)
        return;
    close(m_input);
    kill(m_process, SIGKILL);
    waitpid(m_process, nullptr, 0);
    m_process = 0;
}

std::string SmtpServer::url() const
{
    return (m_encryption == Encryption::Implicit ? "smtps://localhost:" : "smtp://localhost:") + std::to_string(m_port);
}

void SmtpServer::behave(std::string const& behaviour) const { std::ofstream(m_directory / "behaviour") << behaviour; }

std::vector<ReceivedMail> SmtpServer::received() const
{
    std::vector<std::filesystem::path> files;
    for (auto const& entry : std::filesystem::directory_iterator(m_directory))
        if (entry.path().extension() == ".eml")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<ReceivedMail> mails;
    for (auto file : files) {
        auto bytes = mail_file_text(file);
        mails.push_back({ std::move(bytes), mail_file_text(file.replace_extension(".envelope")) });
    }
    return mails;
}

} // namespace toguna::test
