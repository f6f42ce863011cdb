#include "web/configuration.hpp"

#include <boost/url/parse.hpp>

#include <charconv>
#include <functional>

namespace toguna::web {

namespace {

/// One setting: how it is called, what it means, where it lives.
struct SettingEntry {
    std::string_view key;
    Text meaning;
    std::variant<std::string Configuration::*, bool Configuration::*, int Configuration::*, std::int64_t Configuration::*> member;
    bool secret = false;
};

std::vector<SettingEntry> const& setting_entries()
{
    static std::vector<SettingEntry> const entries {
        { "data_directory", tr("Directory that holds the database, the files and the backups"), &Configuration::data_directory },
        { "database_url", tr("Address of a PostgreSQL database; empty: SQLite in the data directory"), &Configuration::database_url, true },
        { "listen", tr("Address and port to answer on; port 0 takes a free one"), &Configuration::listen },
        { "public_url", tr("Address under which people reach the site; links in mails start with it"), &Configuration::public_url },
        { "language", tr("Language of a reader who has not chosen yet"), &Configuration::language },
        { "time_zone", tr("Time zone of the country, as in Africa/Ouagadougou"), &Configuration::time_zone },
        { "trusted_proxy", tr("Address of the proxy whose X-Forwarded headers are believed; empty: nobody's"), &Configuration::trusted_proxy },
        { "tls_certificate", tr("Certificate file (PEM) to serve HTTPS without a proxy"), &Configuration::tls_certificate },
        { "tls_key", tr("Key file (PEM) of the certificate"), &Configuration::tls_key },
        { "smtp_url", tr("Mail server, as in smtp://host:587 or smtps://host:465; empty: mail waits"), &Configuration::smtp_url },
        { "smtp_user", tr("User name at the mail server"), &Configuration::smtp_user },
        { "smtp_password", tr("Password at the mail server"), &Configuration::smtp_password, true },
        { "smtp_ca_file", tr("Certificate authority (PEM) of a mail server with a certificate of its own"), &Configuration::smtp_ca_file },
        { "smtp_allow_plain", tr("Accept a mail server without encryption (a relay on this machine)"), &Configuration::smtp_allow_plain },
        { "mail_from", tr("Sender's address of our mails"), &Configuration::mail_from },
        { "mail_from_name", tr("Sender's name of our mails"), &Configuration::mail_from_name },
        { "max_upload_bytes", tr("Largest file that may be sent to the site, in bytes"), &Configuration::max_upload_bytes },
        { "worker_threads", tr("Number of requests worked on at once"), &Configuration::worker_threads },
        { "log_format", tr("Format of the log: text or json"), &Configuration::log_format },
        { "demo", tr("Show one-click sign-in for the demonstration people"), &Configuration::demo },
    };
    return entries;
}

tl::unexpected<Error> refuse_value(std::string_view key, std::string_view value, Text expected)
{
    return fail(ErrorKind::Invalid, tr("{key} = {value} cannot be used: expected {expected}.", { { "key", key }, { "value", value }, { "expected", std::move(expected) } }));
}

template<class Integer>
Result<Integer> read_integer(std::string_view key, std::string_view value, Integer least, Integer most)
{
    Integer number = 0;
    auto const [end, problem] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (problem != std::errc() || end != value.data() + value.size() || number < least || number > most)
        return refuse_value(key, value, tr("a whole number from {least} to {most}", { { "least", std::int64_t { least } }, { "most", std::int64_t { most } } }));
    return number;
}

Result<bool> read_boolean(std::string_view key, std::string_view value)
{
    if (value == "yes" || value == "true" || value == "1" || value == "on")
        return true;
    if (value == "no" || value == "false" || value == "0" || value == "off")
        return false;
    return refuse_value(key, value, tr("yes or no"));
}

/// "127.0.0.1:8080", "[::1]:0".
bool is_listen_address(std::string_view value)
{
    auto const colon = value.rfind(':');
    if (colon == std::string_view::npos || colon == 0)
        return false;
    auto const port = value.substr(colon + 1);
    int number = -1;
    auto const [end, problem] = std::from_chars(port.data(), port.data() + port.size(), number);
    return problem == std::errc() && end == port.data() + port.size() && number >= 0 && number <= 65535;
}

Result<void> check_text(std::string_view key, std::string_view value)
{
    auto const starts_with_one_of = [&](std::initializer_list<std::string_view> prefixes) {
        for (auto const prefix : prefixes)
            if (value.starts_with(prefix) && boost::urls::parse_uri(value))
                return true;
        return value.empty();
    };
    if (key == "listen" && !is_listen_address(value))
        return refuse_value(key, value, tr("an address and a port, as in 127.0.0.1:8080"));
    if (key == "public_url" && !starts_with_one_of({ "http://", "https://" }))
        return refuse_value(key, value, tr("an address that starts with https:// or http://"));
    if (key == "smtp_url" && !starts_with_one_of({ "smtp://", "smtps://" }))
        return refuse_value(key, value, tr("an address that starts with smtp:// or smtps://"));
    if (key == "log_format" && value != "text" && value != "json")
        return refuse_value(key, value, tr("text or json"));
    if (key == "language" && value != "fr" && value != "en")
        return refuse_value(key, value, tr("fr or en"));
    return {};
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r";
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

std::string as_text(Configuration const& configuration, SettingEntry const& entry)
{
    struct Visitor {
        Configuration const& configuration;
        std::string operator()(std::string Configuration::* member) const { return configuration.*member; }
        std::string operator()(bool Configuration::* member) const { return configuration.*member ? "yes" : "no"; }
        std::string operator()(int Configuration::* member) const { return std::to_string(configuration.*member); }
        std::string operator()(std::int64_t Configuration::* member) const { return std::to_string(configuration.*member); }
    };
    auto text = std::visit(Visitor { configuration }, entry.member);
    return entry.secret && !text.empty() ? "***" : text;
}

} // namespace

Result<void> apply_setting(Configuration& configuration, std::string_view key, std::string_view value)
{
    for (auto const& entry : setting_entries()) {
        if (entry.key != key)
            continue;
        if (auto const* text = std::get_if<std::string Configuration::*>(&entry.member)) {
            TRY(check_text(key, value));
            configuration.*(*text) = value;
        } else if (auto const* boolean = std::get_if<bool Configuration::*>(&entry.member)) {
            configuration.*(*boolean) = TRY(read_boolean(key, value));
        } else if (auto const* count = std::get_if<int Configuration::*>(&entry.member)) {
            configuration.*(*count) = TRY(read_integer<int>(key, value, 1, 256));
        } else if (auto const* bytes = std::get_if<std::int64_t Configuration::*>(&entry.member)) {
            configuration.*(*bytes) = TRY(read_integer<std::int64_t>(key, value, 64 * 1024, std::int64_t { 1024 } * 1024 * 1024));
        }
        return {};
    }
    return fail(ErrorKind::Invalid, tr("There is no setting named “{key}”. “toguna config” lists them.", { { "key", key } }));
}

Result<void> apply_configuration_file(Configuration& configuration, std::string const& text, std::string const& file_name)
{
    std::string_view rest = text;
    for (int line_number = 1; !rest.empty(); ++line_number) {
        auto const end = std::min(rest.find('\n'), rest.size());
        auto const line = trimmed(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.empty() || line.starts_with('#'))
            continue;
        auto const equals = line.find('=');
        Result<void> done = equals == std::string_view::npos
            ? Result<void>(fail(ErrorKind::Invalid, tr("“{line}” is no setting: expected “name = value”.", { { "line", line } })))
            : apply_setting(configuration, trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1)));
        if (!done)
            return fail(ErrorKind::Invalid, tr("{file}, line {line}: {problem}", { { "file", file_name }, { "line", line_number }, { "problem", done.error().message } }));
    }
    return {};
}

Result<void> apply_environment(Configuration& configuration, std::vector<std::string> const& environment)
{
    constexpr std::string_view prefix = "TOGUNA_";
    for (std::string_view const variable : environment) {
        if (!variable.starts_with(prefix) || variable.starts_with("TOGUNA_TEST_"))
            continue;
        auto const equals = std::min(variable.find('='), variable.size());
        std::string key(variable.substr(prefix.size(), equals - prefix.size()));
        for (auto& letter : key)
            if (letter >= 'A' && letter <= 'Z')
                letter = static_cast<char>(letter - 'A' + 'a');
        if (auto done = apply_setting(configuration, key, variable.substr(std::min(equals + 1, variable.size()))); !done)
            return fail(ErrorKind::Invalid, tr("Environment variable {name}: {problem}", { { "name", variable.substr(0, equals) }, { "problem", done.error().message } }));
    }
    return {};
}

std::vector<Configuration::Setting> settings_of(Configuration const& configuration)
{
    std::vector<Configuration::Setting> settings;
    for (auto const& entry : setting_entries())
        settings.push_back({ std::string(entry.key), entry.meaning, as_text(configuration, entry) });
    return settings;
}

} // namespace toguna::web
