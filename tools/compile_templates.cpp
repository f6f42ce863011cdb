// Compiles a template of a feature to a C++ function that writes it, so that a misspelt field is a compile error and
// unescaped output does not compile. The syntax is in CONTRIBUTING.md, "Templates".
//
//   compile_templates FILE FEATURE/RELATIVE_PATH OUT_ROOT     writes OUT_ROOT/FEATURE/RELATIVE_PATH.hpp and .cpp
//
// A template is cut into tokens; the literal ones run through a small HTML state machine, which knows for every
// {{ expression }} whether it stands in text, in an attribute or in an address, and refuses it anywhere else.

#include "template_html.hpp"
#include "template_tokens.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

using namespace toguna::templates;

namespace {

/// A string literal; octal escapes, because they end after three digits.
std::string quoted(std::string_view text)
{
    std::string result = "\"";
    for (char const character : text) {
        auto const byte = static_cast<unsigned char>(character);
        if (byte >= 32 && byte < 127 && byte != '"' && byte != '\\' && byte != '?') {
            result += character;
        } else {
            char escape[5];
            std::snprintf(escape, sizeof escape, "\\%03o", byte);
            result += escape;
        }
        if (character == '\n')
            result += "\"\n        \"";
    }
    return result + "\"";
}

class Compiler {
public:
    Compiler(std::string file, std::string relative_path) : m_file(std::move(file)), m_path(std::move(relative_path)), m_is_html(ends_with(m_path, ".html")) { }

    void compile(std::vector<Token> const& tokens)
    {
        for (auto const& token : tokens) {
            switch (token.kind) {
            case TokenKind::Literal: compile_literal(token); break;
            case TokenKind::Expression: compile_expression(token); break;
            case TokenKind::Block: compile_block(token); break;
            case TokenKind::Comment: compile_comment(token); break;
            }
        }
        if (!m_open.empty())
            stop(m_file, m_open.back().line, "{% " + m_open.back().word + " %} has no {% end %}");
        if (m_is_html && !m_html.in_text())
            stop(m_file, tokens.empty() ? 1 : tokens.back().line, "the template ends inside a tag");
        if (m_view.empty())
            stop(m_file, 1, "no {# view: feature::Type from \"feature/header.hpp\" #}; a template without a view says {# view: none #}");
        // The last line end belongs to the file, not to the text: a subject line has none.
        if (!m_is_html && ends_with(m_literal, "\n"))
            m_literal.pop_back();
        flush();
    }

    std::string header() const
    {
        auto const include = m_view_header.empty() ? "" : "#include \"" + m_view_header + "\"\n";
        return "#pragma once\n// Made from " + m_path + " by tools/compile_templates.\n\n#include \"web/template.hpp\"\n" + include + "\nnamespace " + name_space()
            + " {\n\n" + signature("") + ";\n\n} // namespace " + name_space() + "\n";
    }

    std::string source() const
    {
        std::string result = "// Made from " + m_path + " by tools/compile_templates.\n\n#include \"" + m_path + ".hpp\"\n\n";
        for (auto const& use : m_uses)
            result += "#include \"" + use + "\"\n";
        result += "\nnamespace " + name_space() + " {\n\nusing namespace std::string_view_literals;\n\n" + signature("[[maybe_unused]] ") + "\n{\n"
            + "    std::string output;\n    output.reserve(" + std::to_string(m_literal_size + 512) + ");\n    "
            + (m_is_html ? "HtmlWriter" : "TextWriter") + " writer(output);\n"
            + "    [[maybe_unused]] web::Sentence const t { page.language };\n    [[maybe_unused]] web::CountedSentence const tn { page.language };\n";
        if (m_is_html)
            result += "    [[maybe_unused]] auto const csrf = [&page] { return web::csrf_field(page); };\n";
        return result + m_body + "    return " + (m_is_html ? "SafeHtml::trusted(std::move(output))" : "output") + ";\n}\n\n} // namespace " + name_space() + "\n";
    }

private:
    struct OpenBlock {
        std::string word; // "for" or "if"
        int line;
        Html before;
        bool has_else = false;
    };

    // web::html() is a reply already, so the shared parts of pages live in web::part.
    std::string name_space() const
    {
        auto const feature = m_path.substr(0, m_path.find('/'));
        return "toguna::" + feature + "::" + (!m_is_html ? "text" : feature == "web" ? "part" : "html");
    }

    std::string signature(std::string const& attribute) const
    {
        auto const start = m_path.find('/') + 1;
        auto name = m_path.substr(start, m_path.rfind('.') - start);
        std::replace_if(name.begin(), name.end(), [](char character) { return character == '/' || character == '.' || character == '-'; }, '_');
        auto const view = m_view == "none" ? "" : attribute + m_view + " const& view, ";
        return (m_is_html ? "SafeHtml " : "std::string ") + name + "(" + view + attribute + "web::TemplateContext const& page)";
    }

    void compile_literal(Token const& token)
    {
        int line = token.line;
        for (char const character : token.text) {
            // Indentation is for people who read templates, not for phones that pay by the megabyte.
            bool const folded = m_is_html && m_html.folds_white_space() && is_space(character) && (m_literal.empty() ? m_after_line_end : m_literal.back() == '\n');
            if (m_is_html) {
                auto const refusal = m_html.feed(character);
                if (!refusal.empty())
                    stop(m_file, line, refusal);
            }
            if (!folded)
                m_literal += character;
            line += character == '\n';
        }
    }

    void compile_expression(Token const& token)
    {
        if (token.text.empty())
            stop(m_file, token.line, "{{ }} is empty");
        auto place = Place::Text;
        auto const refusal = m_is_html ? m_html.place_expression(place) : "";
        if (!refusal.empty())
            stop(m_file, token.line, refusal);
        static constexpr char const* functions[] = { "text", "plain", "plain", "address_part", "address" };
        write_line(token, std::string("writer.") + functions[static_cast<int>(place)] + "(" + token.text + ");");
        m_after_line_end = false;
    }

    void compile_block(Token const& token)
    {
        m_html.meet_block();
        auto const space = token.text.find_first_of(" \t\n");
        auto const word = token.text.substr(0, space);
        auto const rest = space == std::string::npos ? "" : trimmed(token.text.substr(space));
        bool const takes_words = word == "if" || word == "elif" || word == "for" || word == "let";
        if (!takes_words && word != "else" && word != "end")
            stop(m_file, token.line, "{% " + word + " %} is none of for, if, elif, else, end, let");
        if (takes_words == rest.empty())
            stop(m_file, token.line, rest.empty() ? "{% " + word + " %} needs a condition, list or value" : "{% " + word + " %} stands alone");
        if (word == "if" || word == "for")
            m_open.push_back({ word, token.line, m_html });
        else if (word == "elif" || word == "else")
            branch(word, token);
        else if (word == "end")
            close(token);
        write_line(token, block_code(token, word, rest));
    }

    std::string block_code(Token const& token, std::string const& word, std::string const& rest) const
    {
        if (word == "if")
            return "if (" + rest + ") {";
        if (word == "elif")
            return "} else if (" + rest + ") {";
        if (word == "else")
            return "} else {";
        if (word == "end")
            return "}";
        if (word == "let")
            return "[[maybe_unused]] auto const& " + rest + ";";
        auto const in = rest.find(" in ");
        if (in == std::string::npos)
            stop(m_file, token.line, "a loop is written {% for row in view.rows %}");
        return "for ([[maybe_unused]] auto const& " + trimmed(rest.substr(0, in)) + " : " + trimmed(rest.substr(in + 4)) + ") {";
    }

    void branch(std::string const& word, Token const& token)
    {
        if (m_open.empty() || m_open.back().word != "if" || m_open.back().has_else)
            stop(m_file, token.line, "{% " + word + " %} without its {% if %}");
        check_branch(token);
        m_html = m_open.back().before;
        m_open.back().has_else = word == "else";
    }

    void close(Token const& token)
    {
        if (m_open.empty())
            stop(m_file, token.line, "{% end %} closes nothing");
        check_branch(token);
        m_open.pop_back();
    }

    /// Every branch must leave the page where it found it, or the next expression would be escaped for the wrong place.
    void check_branch(Token const& token) const
    {
        if (!m_html.same_place(m_open.back().before))
            stop(m_file, token.line, "a branch of the block of line " + std::to_string(m_open.back().line) + " ends inside a tag or value that it did not start in");
    }

    void compile_comment(Token const& token)
    {
        if (starts_with(token.text, "use:")) {
            auto use = without_quotes(token, token.text.substr(4));
            if (ends_with(use, ".html") || ends_with(use, ".txt"))
                use += ".hpp";
            m_uses.push_back(use);
        } else if (starts_with(token.text, "view:")) {
            auto const from = token.text.find(" from ");
            m_view = trimmed(token.text.substr(5, from == std::string::npos ? from : from - 5));
            if (from != std::string::npos)
                m_view_header = without_quotes(token, token.text.substr(from + 6));
        }
    }

    std::string without_quotes(Token const& token, std::string const& text) const
    {
        auto const name = trimmed(text);
        if (name.size() < 3 || name.front() != '"' || name.back() != '"')
            stop(m_file, token.line, "the file's name stands in double quotes");
        return name.substr(1, name.size() - 2);
    }

    /// #line makes a C++ error point into the template. Its path is the same in every checkout, so that a compiler cache is shared.
    void write_line(Token const& token, std::string const& code)
    {
        flush();
        m_body += "#line " + std::to_string(token.line) + " " + quoted("src/" + m_path) + "\n" + std::string(4 * (m_open.size() + 1), ' ') + code + "\n";
    }

    void flush()
    {
        if (m_literal.empty())
            return;
        m_body += "    writer.raw(" + quoted(m_literal) + "sv);\n";
        m_literal_size += m_literal.size();
        m_after_line_end = m_literal.back() == '\n';
        m_literal.clear();
    }

    std::string m_file;
    std::string m_path;
    bool m_is_html;
    Html m_html;
    std::vector<OpenBlock> m_open;
    std::string m_view;
    std::string m_view_header;
    std::vector<std::string> m_uses;
    std::string m_literal;
    std::size_t m_literal_size = 0;
    bool m_after_line_end = true;
    std::string m_body;
};

} // namespace

int main(int argument_count, char** arguments)
{
    if (argument_count != 4) {
        std::cerr << "compile_templates: FILE FEATURE/RELATIVE_PATH OUT_ROOT\n";
        return 2;
    }
    std::string const file = arguments[1];
    std::string const path = arguments[2];
    std::ifstream in(file, std::ios::binary);
    if (!in)
        stop(file, 1, "cannot be read");
    Compiler compiler(file, path);
    compiler.compile(Tokenizer(file, { std::istreambuf_iterator<char>(in), {} }).run());
    auto const target = std::string(arguments[3]) + "/" + path;
    std::ofstream header(target + ".hpp");
    header << compiler.header();
    std::ofstream source(target + ".cpp");
    source << compiler.source();
    header.close();
    source.close();
    return header && source ? 0 : 1;
}
