#pragma once
/// The log: one line an event, to standard error, as « key=value » or JSON. Secrets never reach it.

#include "base/date.hpp"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

namespace toguna::web {

enum class LogLevel { Information, Warning, Error };
enum class LogFormat { Text, Json };

struct LogField {
    std::string_view name;
    std::variant<std::int64_t, std::string> value;
};
using LogFields = std::initializer_list<LogField>;

/// One line without its end. Line ends and control letters inside values are escaped: nobody forges a line.
std::string format_log_line(LogFormat format, LogLevel level, Instant at, std::string_view event, LogFields fields);

/// Before the first thread starts. `sink` is given each whole line; without one they go to standard error.
void set_up_log(LogFormat format, std::function<void(std::string_view)> sink = {});
void write_log(LogLevel level, std::string_view event, LogFields fields);

/// "/r/Ab3…" (a personal link) → "/r/***": whatever is as long as our secrets is hidden, wherever it stands.
std::string mask_secrets(std::string_view text);

} // namespace toguna::web
