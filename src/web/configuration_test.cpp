#include "web/configuration.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::web;

namespace {

std::string problem_in(std::string const& text)
{
    Configuration configuration;
    auto const done = apply_configuration_file(configuration, text, "toguna.conf");
    return done ? "" : done.error().message.debug_string();
}

} // namespace

TEST_CASE("settings are read from a file, then the environment goes before it")
{
    Configuration configuration;
    REQUIRE(apply_configuration_file(configuration, "# Ouagadougou\n\nlisten = 0.0.0.0:80\r\n  demo=yes\nworker_threads = 8\nmail_from_name = Cluster Abris\n", "toguna.conf"));
    CHECK(configuration.listen == "0.0.0.0:80");
    CHECK(configuration.demo);
    CHECK(configuration.worker_threads == 8);
    CHECK(configuration.mail_from_name == "Cluster Abris");
    REQUIRE(apply_environment(configuration, { "HOME=/home/awa", "TOGUNA_LISTEN=[::1]:0", "TOGUNA_DEMO=no" }));
    CHECK(configuration.listen == "[::1]:0");
    CHECK_FALSE(configuration.demo);
}

TEST_CASE("a setting nobody knows is refused with its line")
{
    CHECK(problem_in("demo = yes\nlisten_on = x\n") == "toguna.conf, line 2: There is no setting named “listen_on”. “toguna config” lists them.");
    CHECK(problem_in("just words\n") == "toguna.conf, line 1: “just words” is no setting: expected “name = value”.");
    Configuration configuration;
    CHECK_FALSE(apply_environment(configuration, { "TOGUNA_LISTN=1" }));
}

TEST_CASE("a value that cannot be used is refused with what was expected")
{
    CHECK(problem_in("worker_threads = many") == "toguna.conf, line 1: worker_threads = many cannot be used: expected a whole number from 1 to 256.");
    for (auto const* line : { "worker_threads = 0", "worker_threads = 4x", "demo = perhaps", "listen = 8080", "listen = a:99999", "public_url = toguna.test", "smtp_url = http://x",
             "log_format = xml", "language = de", "max_upload_bytes = 12" })
        CHECK_FALSE(problem_in(line).empty());
}

TEST_CASE("settings can be listed without showing secrets")
{
    Configuration configuration;
    configuration.smtp_password = "mil et mangues";
    bool found = false;
    for (auto const& setting : settings_of(configuration)) {
        CHECK_FALSE(setting.meaning.empty());
        CHECK(setting.value.find("mangues") == std::string::npos);
        found = found || (setting.key == "smtp_password" && setting.value == "***");
    }
    CHECK(found);
}
