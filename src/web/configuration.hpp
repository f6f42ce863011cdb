#pragma once
/// Settings of one installation: defaults, then the file, then TOGUNA_* variables, then flags. Unknown keys are refused.

#include "base/result.hpp"

#include <string>
#include <vector>

namespace toguna::web {

struct Configuration {
    std::string data_directory;                      ///< holds toguna.db, files/, backups/
    std::string database_url;                        ///< empty: sqlite in data_directory
    std::string listen = "127.0.0.1:8080";           ///< address:port; port 0 draws a free one
    std::string public_url;                          ///< how people reach it: links in mail start with it
    std::string language = "fr";                     ///< before a reader has chosen
    std::string time_zone = "Africa/Ouagadougou";
    std::string trusted_proxy;                       ///< its address may say X-Forwarded-For and -Proto; empty: nobody
    std::string tls_certificate;                     ///< PEM file: serve TLS ourselves
    std::string tls_key;
    std::string smtp_url;                            ///< "smtp://host:587" or "smtps://host:465"; empty: mail waits in the outbox
    std::string smtp_user;
    std::string smtp_password;
    std::string smtp_ca_file;                        ///< for a server with a certificate of its own
    bool smtp_allow_plain = false;                   ///< accept a server without STARTTLS (a relay on this machine)
    std::string mail_from = "toguna@localhost";
    std::string mail_from_name = "Toguna";
    std::int64_t max_upload_bytes = 20 * 1024 * 1024;
    int worker_threads = 4;
    std::string log_format = "text";                 ///< "text" or "json"
    bool demo = false;                               ///< show one-click sign-in for the demonstration people

    struct Setting {
        std::string key; ///< "smtp_url" in the file, TOGUNA_SMTP_URL in the environment, --smtp-url as a flag
        Text meaning;
        std::string value; ///< as text, for `toguna config`; secrets shown as « *** »
    };
};

/// One "key = value" a line, # for comments. Unknown keys and unreadable values are Invalid and name the line.
Result<void> apply_configuration_file(Configuration& configuration, std::string const& text, std::string const& file_name);
/// Every TOGUNA_* variable; an unknown one is Invalid.
Result<void> apply_environment(Configuration& configuration, std::vector<std::string> const& environment);
Result<void> apply_setting(Configuration& configuration, std::string_view key, std::string_view value);
std::vector<Configuration::Setting> settings_of(Configuration const& configuration);

} // namespace toguna::web
