#include "web/log.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdio>

namespace toguna::web {

namespace {

struct LogSettings {
    LogFormat format = LogFormat::Text;
    std::function<void(std::string_view)> sink;
};

LogSettings& log_settings()
{
    static LogSettings settings;
    return settings;
}

std::string_view level_name(LogLevel level)
{
    switch (level) {
    case LogLevel::Information:
        return "info";
    case LogLevel::Warning:
        return "warning";
    case LogLevel::Error:
        return "error";
    }
    return "error";
}

std::string quoted(std::string_view text)
{
    std::string result = "\"";
    for (unsigned char const letter : text) {
        if (letter == '"' || letter == '\\')
            result += { '\\', static_cast<char>(letter) };
        else if (letter < 0x20 || letter == 0x7f)
            result += fmt::format("\\u{:04x}", letter);
        else
            result += static_cast<char>(letter);
    }
    return result + '"';
}

bool needs_quotes(std::string_view text)
{
    return text.empty() || std::any_of(text.begin(), text.end(), [](unsigned char letter) { return letter <= 0x20 || letter == 0x7f || letter == '"' || letter == '\\' || letter == '='; });
}

std::string log_value(LogFormat format, std::variant<std::int64_t, std::string> const& value)
{
    if (auto const* number = std::get_if<std::int64_t>(&value))
        return fmt::to_string(*number);
    auto const& text = std::get<std::string>(value);
    return format == LogFormat::Json || needs_quotes(text) ? quoted(text) : text;
}

} // namespace

std::string format_log_line(LogFormat format, LogLevel level, Instant at, std::string_view event, LogFields fields)
{
    if (format == LogFormat::Text) {
        auto line = fmt::format("{} {} {}", at.to_iso(), level_name(level), event);
        for (auto const& field : fields)
            line += fmt::format(" {}={}", field.name, log_value(format, field.value));
        return line;
    }
    auto line = fmt::format(R"({{"at":"{}","level":"{}","event":"{}")", at.to_iso(), level_name(level), event);
    for (auto const& field : fields)
        line += fmt::format(",\"{}\":{}", field.name, log_value(format, field.value));
    return line + '}';
}

void set_up_log(LogFormat format, std::function<void(std::string_view)> sink) { log_settings() = { format, std::move(sink) }; }

void write_log(LogLevel level, std::string_view event, LogFields fields)
{
    auto line = format_log_line(log_settings().format, level, Instant::system_now(), event, fields);
    if (log_settings().sink)
        return log_settings().sink(line);
    line += '\n';
    std::fwrite(line.data(), 1, line.size(), stderr); // one call a line: threads do not mix their lines
}

std::string mask_secrets(std::string_view text)
{
    constexpr std::size_t secret_length = 43; // new_secret() of base/id.hpp
    auto const is_secret_letter = [](unsigned char letter) { return (letter < 0x80 && std::isalnum(letter)) || letter == '-' || letter == '_'; };
    std::string masked;
    while (!text.empty()) {
        auto const run = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_secret_letter) - text.begin());
        masked += run >= secret_length ? "***" : text.substr(0, run);
        text.remove_prefix(run);
        if (!text.empty()) {
            masked += text.front();
            text.remove_prefix(1);
        }
    }
    return masked;
}

} // namespace toguna::web
