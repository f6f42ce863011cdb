#include "db/postgresql_values.hpp"

#include <charconv>
#include <stdexcept>

namespace toguna::db {

namespace {

// From the server's pg_type.dat; they never change.
constexpr Oid boolean_type = 16;
constexpr Oid bytes_type = 17;
constexpr Oid instant_type = 1184;

template<class Number>
std::string number_text(Number number)
{
    char digits[32];
    auto const end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
    return { digits, end };
}

template<class Number>
std::optional<Number> parse_number(std::string_view text)
{
    Number number {};
    auto const [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || end != text.data() + text.size())
        return {};
    return number;
}

/// "2026-11-23 03:10:00.12+00" → "2026-11-23T03:10:00.120Z". The connection's zone is UTC.
std::string instant_text(std::string_view text)
{
    auto const zone = text.find_last_of('+');
    auto result = std::string(text.substr(0, zone));
    if (result.size() < 19)
        return std::string(text);
    result[10] = 'T';
    if (result.size() == 19)
        result += '.';
    result.resize(23, '0');
    return result + 'Z';
}

int hex_digit(char character) { return character <= '9' ? character - '0' : (character | 0x20) - 'a' + 10; }

struct Written {
    std::string text;
    bool is_null = false;
    bool is_binary = false;
    char const* in_place = nullptr; ///< long values are not copied
    std::size_t length = 0;
};

struct WriteValue {
    Written operator()(std::monostate) const { return { {}, true, false, nullptr, 0 }; }
    Written operator()(bool value) const { return { value ? "t" : "f", false, false, nullptr, 0 }; }
    Written operator()(std::int64_t value) const { return { number_text(value), false, false, nullptr, 0 }; }
    Written operator()(double value) const { return { number_text(value), false, false, nullptr, 0 }; }
    Written operator()(std::string const& value) const { return { {}, false, false, value.c_str(), value.size() }; }
    Written operator()(Blob const& value) const
    {
        auto const* const bytes = reinterpret_cast<char const*>(value.data());
        return { {}, false, true, value.empty() ? "" : bytes, value.size() };
    }
};

} // namespace

PostgresqlParameters::PostgresqlParameters(Values values)
{
    m_texts.reserve(values.size()); // the pointers below point into it
    for (auto const* value : values) {
        auto written = std::visit(WriteValue {}, value->stored());
        if (!written.is_null && !written.in_place) {
            written.in_place = m_texts.emplace_back(std::move(written.text)).c_str();
            written.length = m_texts.back().size();
        }
        m_pointers.push_back(written.in_place);
        m_lengths.push_back(static_cast<int>(written.length));
        m_formats.push_back(written.is_binary ? 1 : 0);
    }
}

std::string_view PostgresqlRow::stored(int column) const
{
    return { PQgetvalue(m_result, m_line, column), static_cast<std::size_t>(PQgetlength(m_result, m_line, column)) };
}

bool PostgresqlRow::is_null(int column) const
{
    if (column < 0 || column >= column_count())
        throw std::logic_error("column " + std::to_string(column) + " was read, the row has " + std::to_string(column_count()));
    return PQgetisnull(m_result, m_line, column) != 0;
}

std::int64_t PostgresqlRow::integer(int column) const
{
    auto const number = is_null(column) ? std::nullopt : parse_number<std::int64_t>(text(column));
    if (!number)
        throw_unreadable(*this, column, "a whole number");
    return *number;
}

double PostgresqlRow::real(int column) const
{
    auto const number = is_null(column) ? std::nullopt : parse_number<double>(text(column));
    if (!number)
        throw_unreadable(*this, column, "a number");
    return *number;
}

std::string_view PostgresqlRow::text(int column) const
{
    if (is_null(column))
        throw_unreadable(*this, column, "a text");
    auto const value = stored(column);
    switch (PQftype(m_result, column)) {
    case boolean_type:
        return value == "t" ? "1" : "0";
    case instant_type: {
        m_instants.resize(static_cast<std::size_t>(column_count()));
        auto& kept = m_instants[static_cast<std::size_t>(column)];
        if (kept.empty())
            kept = instant_text(value);
        return kept;
    }
    default:
        return value;
    }
}

/// Bytes come as \x followed by two hexadecimal digits each.
Blob PostgresqlRow::blob(int column) const
{
    if (is_null(column) || PQftype(m_result, column) != bytes_type)
        throw_unreadable(*this, column, "bytes");
    auto const hex = stored(column);
    Blob bytes;
    bytes.reserve(hex.size() / 2);
    for (std::size_t at = 2; at + 1 < hex.size(); at += 2)
        bytes.push_back(static_cast<std::uint8_t>(hex_digit(hex[at]) << 4 | hex_digit(hex[at + 1])));
    return bytes;
}

} // namespace toguna::db
