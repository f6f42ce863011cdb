#pragma once
/// XML of foreign files, event by event, without what hostile files abuse: no DOCTYPE, no entities of their own, no bottomless nesting.

#include "base/result.hpp"

#include <optional>
#include <string_view>

namespace toguna::formats {

/// An element as it opens. Names come without their prefix: transitional and strict OOXML differ only in namespaces,
/// and the elements that would be confused (drawings, notes) are skipped whole by every reader here.
class XmlElement {
public:
    XmlElement(std::string_view local_name, char const** attributes) : name(local_name), m_attributes(attributes) { }

    std::string_view const name;

    /// The first attribute of this local name.
    std::optional<std::string_view> attribute(std::string_view local_name) const;
    /// The attribute as a whole number, or `fallback` when it is missing, malformed or out of range.
    int number(std::string_view local_name, int fallback) const;
    /// OOXML on/off: present without a value means on; "0", "false" and "off" mean off.
    bool is_on(std::string_view local_name = "val") const;

private:
    char const** m_attributes;
};

/// Receives the events of one part. A handler that has seen enough wrong calls refuse(); one that does not care for an
/// element calls skip() from open(): nothing inside it is told, nor its closing.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void open(XmlElement const& element) = 0;
    virtual void close(std::string_view name) = 0;
    virtual void text(std::string_view characters) = 0;

protected:
    void skip() { m_skip = true; }
    void refuse(Error error) { m_refusal = std::move(error); }
    /// Refuses when the result is an error.
    void require(Result<void> result)
    {
        if (!result)
            refuse(std::move(result).error());
    }

private:
    friend class XmlParser;
    bool m_skip = false;
    std::optional<Error> m_refusal;
};

/// Feeds a handler with pieces of one document.
class XmlParser {
public:
    explicit XmlParser(XmlHandler& handler);
    XmlParser(XmlParser const&) = delete;
    XmlParser& operator=(XmlParser const&) = delete;
    ~XmlParser();

    Result<void> feed(std::string_view piece) { return parse(piece, false); }
    Result<void> finish() { return parse({}, true); }

private:
    struct State;
    struct Callbacks;
    Result<void> parse(std::string_view piece, bool last);
    State* m_state;
};

} // namespace toguna::formats
