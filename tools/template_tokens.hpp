#pragma once
/// Cuts a template into tokens; see tools/compile_templates.cpp.

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace toguna::templates {

[[noreturn]] inline void stop(std::string const& file, int line, std::string const& message)
{
    std::cerr << file << ":" << line << ": error: " << message << "\n";
    std::exit(1);
}

inline bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }
inline bool ends_with(std::string_view text, std::string_view end) { return text.size() >= end.size() && text.substr(text.size() - end.size()) == end; }
inline bool is_space(char character) { return character == ' ' || character == '\t' || character == '\r' || character == '\n'; }
inline bool is_letter(char character) { return std::isalpha(static_cast<unsigned char>(character)) != 0; }
inline char lower(char character) { return static_cast<char>(std::tolower(static_cast<unsigned char>(character))); }

inline std::string trimmed(std::string_view text)
{
    while (!text.empty() && is_space(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_space(text.back()))
        text.remove_suffix(1);
    return std::string(text);
}

enum class TokenKind { Literal, Expression, Block, Comment };

struct Token {
    TokenKind kind;
    std::string text;
    int line;
};

/// Cuts a template into literal text, {{ expressions }}, {% blocks %} and {# comments #}.
class Tokenizer {
public:
    Tokenizer(std::string file, std::string text) : m_file(std::move(file)), m_text(std::move(text)) { }

    std::vector<Token> run()
    {
        while (m_at < m_text.size()) {
            auto const next = std::string_view(m_text).substr(m_at, 2);
            if (next == "{{")
                add(TokenKind::Expression, end_of_expression());
            else if (next == "{%")
                add(TokenKind::Block, end_of_quoted("%}"));
            else if (next == "{#")
                add(TokenKind::Comment, end_of_plain("#}"));
            else
                take_literal();
        }
        flush_literal();
        return std::move(m_tokens);
    }

private:
    void take_literal()
    {
        if (m_literal.empty())
            m_literal_line = m_line;
        m_line += m_text[m_at] == '\n';
        m_literal += m_text[m_at++];
    }

    void flush_literal()
    {
        if (!m_literal.empty())
            m_tokens.push_back({ TokenKind::Literal, m_literal, m_literal_line });
        m_literal.clear();
    }

    /// `end` is the place of the two closing characters.
    void add(TokenKind kind, std::size_t end)
    {
        auto const inside = m_text.substr(m_at + 2, end - m_at - 2);
        auto const after = end + 2;
        bool const alone = kind != TokenKind::Expression && drop_rest_of_line(after);
        flush_literal();
        m_tokens.push_back({ kind, trimmed(inside), m_line });
        m_line += static_cast<int>(std::count(inside.begin(), inside.end(), '\n'));
        m_at = after;
        if (alone)
            skip_line_end();
    }

    /// A block or comment alone on its line leaves no empty line behind.
    bool drop_rest_of_line(std::size_t after)
    {
        auto start = m_literal.size();
        while (start > 0 && (m_literal[start - 1] == ' ' || m_literal[start - 1] == '\t'))
            --start;
        bool const first = start == 0 ? m_tokens.empty() || m_at_line_start : m_literal[start - 1] == '\n';
        while (after < m_text.size() && (m_text[after] == ' ' || m_text[after] == '\t' || m_text[after] == '\r'))
            ++after;
        m_at_line_start = first && (after == m_text.size() || m_text[after] == '\n');
        if (m_at_line_start)
            m_literal.resize(start);
        return m_at_line_start;
    }

    void skip_line_end()
    {
        while (m_at < m_text.size() && m_text[m_at] != '\n')
            ++m_at;
        if (m_at < m_text.size()) {
            ++m_at;
            ++m_line;
        }
    }

    std::size_t end_of_plain(std::string_view closing)
    {
        auto const end = m_text.find(closing, m_at + 2);
        if (end == std::string::npos)
            stop(m_file, m_line, m_text.substr(m_at, 2) + " is never closed by " + std::string(closing));
        return end;
    }

    std::size_t end_of_quoted(std::string_view closing)
    {
        for (auto at = m_at + 2; at < m_text.size(); ++at) {
            if (m_text.compare(at, 2, closing) == 0)
                return at;
            at = end_of_string(at);
        }
        return end_of_plain(closing);
    }

    /// }} closes only outside strings and brackets, so that `t("Due {date}", {{"date", due}})` is one expression.
    std::size_t end_of_expression()
    {
        int depth = 0;
        for (auto at = m_at + 2; at < m_text.size(); ++at) {
            char const character = m_text[at];
            if (depth == 0 && m_text.compare(at, 2, "}}") == 0)
                return at;
            if (character == '(' || character == '[' || character == '{')
                ++depth;
            else if (character == ')' || character == ']' || character == '}')
                --depth;
            if (depth < 0)
                stop(m_file, m_line, "the brackets of this expression do not match");
            at = end_of_string(at);
        }
        stop(m_file, m_line, "{{ is never closed by }}");
    }

    /// The last character of the string or character literal that starts at `at`; `at` itself when none does.
    std::size_t end_of_string(std::size_t at) const
    {
        char const quote = m_text[at];
        bool const digit_separator = quote == '\'' && std::isalnum(static_cast<unsigned char>(m_text[at - 1]));
        if ((quote != '"' && quote != '\'') || digit_separator)
            return at;
        for (auto end = at + 1; end < m_text.size() && m_text[end] != '\n'; ++end) {
            if (m_text[end] == '\\')
                ++end;
            else if (m_text[end] == quote)
                return end;
        }
        stop(m_file, m_line, "a string in this expression is never closed");
    }

    std::string m_file;
    std::string m_text;
    std::size_t m_at = 0;
    int m_line = 1;
    std::string m_literal;
    int m_literal_line = 1;
    bool m_at_line_start = true;
    std::vector<Token> m_tokens;
};

} // namespace toguna::templates
