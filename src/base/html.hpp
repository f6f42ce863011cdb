#pragma once
/// What compiled templates are made of: text is escaped by type, markup must say that it is markup.

#include <cstdint>
#include <string>
#include <string_view>

namespace toguna {

/// Markup that is already safe to send. Only templates, the document writer and the user-text renderer make it.
class SafeHtml {
public:
    SafeHtml() = default;
    static SafeHtml trusted(std::string markup)
    {
        SafeHtml html;
        html.m_markup = std::move(markup);
        return html;
    }
    std::string const& markup() const { return m_markup; }
    bool empty() const { return m_markup.empty(); }

private:
    std::string m_markup;
};

/// An address for href, src or action: relative to this site, or http(s) or mailto. Anything else becomes "#".
class Url {
public:
    Url() = default;
    explicit Url(std::string address);
    std::string const& address() const { return m_address; }
    bool empty() const { return m_address.empty(); }

private:
    std::string m_address;
};

/// Appends to the page being written. `text` escapes & < > " '; the same in text and in double-quoted attributes.
class HtmlWriter {
public:
    explicit HtmlWriter(std::string& out) : m_out(out) { }
    void raw(std::string_view markup) { m_out.append(markup); }
    void text(std::string_view value);
    void text(char const* value) { text(std::string_view(value)); }
    void text(std::int64_t value);
    void text(int value) { text(std::int64_t { value }); }
    void text(std::size_t value) { text(static_cast<std::int64_t>(value)); }
    void text(SafeHtml const& html) { raw(html.markup()); }
    void text(bool) = delete;
    void url(Url const& url) { text(std::string_view(url.address())); }

private:
    std::string& m_out;
};

} // namespace toguna
