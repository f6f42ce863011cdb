#pragma once
/// What compiled templates are made of: text is escaped by type, markup must say that it is markup.

#include <concepts>
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

/// Something that is read by its text(): an identifier.
template<class T>
concept HasText = requires(T const& value) { { value.text() } -> std::convertible_to<std::string_view>; };

/// Appends to the page being written. Text escapes & < > " '; the same in text and in double-quoted attributes.
class HtmlWriter {
public:
    explicit HtmlWriter(std::string& out) : m_out(out) { }
    void raw(std::string_view markup) { m_out.append(markup); }

    /// Between tags, where markup may stand too.
    void text(SafeHtml const& html) { raw(html.markup()); }
    void text(auto const& value) { plain(value); }
    void text(bool) = delete; ///< say what it means with {% if %}

    /// In attributes, <title> and <textarea>, where markup may not stand.
    void plain(std::string_view value);
    void plain(char const* value) { plain(std::string_view(value)); }
    void plain(std::integral auto value) { plain(std::string_view(std::to_string(value))); }
    void plain(HasText auto const& value) { plain(std::string_view(value.text())); }
    void plain(SafeHtml const&) = delete;
    void plain(bool) = delete;
    void plain(char) = delete;

    /// A segment or value inside an address: everything but letters, digits and -._~ is percent-encoded.
    void address_part(std::string_view value);
    void address_part(char const* value) { address_part(std::string_view(value)); }
    void address_part(std::integral auto value) { address_part(std::string_view(std::to_string(value))); }
    void address_part(HasText auto const& value) { address_part(std::string_view(value.text())); }
    void address_part(bool) = delete;

    /// A whole address.
    void address(Url const& url) { plain(std::string_view(url.address())); }

private:
    std::string& m_out;
};

/// Appends to a text that is nobody's markup: the body or subject of a message.
class TextWriter {
public:
    explicit TextWriter(std::string& out) : m_out(out) { }
    void raw(std::string_view literal) { m_out.append(literal); }
    void text(std::string_view value) { m_out.append(value); }
    void text(char const* value) { m_out.append(value); }
    void text(std::integral auto value) { m_out.append(std::to_string(value)); }
    void text(HasText auto const& value) { m_out.append(value.text()); }
    void text(Url const& url) { m_out.append(url.address()); }
    void text(bool) = delete;
    void text(char) = delete;

private:
    std::string& m_out;
};

/// Letters, digits and -._~ as they are, every other byte as %XX (RFC 3986).
std::string percent_encoded(std::string_view value);

} // namespace toguna
