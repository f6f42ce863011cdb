#pragma once
/// Knows for every place of a template what may be written there; see tools/compile_templates.cpp.

#include "template_tokens.hpp"

#include <set>

namespace toguna::templates {

/// Where an expression stands decides how it is written; `Text` may hold markup, the others never.
enum class Place { Text, Plain, Attribute, AddressPart, WholeAddress };

/// Follows HTML just well enough to know the place of an expression. Copied at {% if %}, compared at {% end %}.
class Html {
public:
    /// Empty, or the reason why this character is refused.
    std::string feed(char character)
    {
        switch (m_state) {
        case State::Text: return feed_text(character);
        case State::RawText: return feed_raw_text(character);
        case State::Comment: return feed_comment(character);
        case State::TagOpen: return feed_tag_open(character);
        case State::TagName: return feed_tag_name(character);
        case State::InTag:
        case State::AttributeName: return feed_attribute_name(character);
        case State::BeforeValue: return feed_before_value(character);
        case State::DoubleQuoted: return feed_double_quoted(character);
        case State::SingleQuoted: return end_value_if(character == '\'');
        case State::Unquoted: return character == '>' ? close_tag() : end_value_if(is_space(character));
        }
        return {};
    }

    /// Empty, or the reason why an expression is refused here.
    std::string place_expression(Place& place)
    {
        switch (m_state) {
        case State::Text: place = Place::Text; return {};
        case State::RawText:
            place = Place::Plain;
            return m_tag == "textarea" || m_tag == "title" ? "" : "{{ }} may not stand inside <" + m_tag + ">";
        case State::DoubleQuoted: return place_in_attribute(place);
        case State::Comment: return "{{ }} may not stand inside a comment";
        case State::TagOpen:
        case State::TagName: return "{{ }} may not be part of a tag's name";
        case State::SingleQuoted:
        case State::Unquoted:
        case State::BeforeValue: return "{{ }} needs double quotes around the value of " + m_attribute;
        case State::InTag:
        case State::AttributeName: return "{{ }} may not be an attribute's name; write {% if %} around the attribute";
        }
        return {};
    }

    /// {% if %} separates attributes as a space does.
    void meet_block()
    {
        if (m_state == State::TagName || m_state == State::AttributeName)
            m_state = State::InTag;
    }

    bool same_place(Html const& other) const
    {
        return m_state == other.m_state && m_tag == other.m_tag && (m_state != State::DoubleQuoted || m_attribute == other.m_attribute);
    }
    bool in_text() const { return m_state == State::Text; }
    bool folds_white_space() const { return (in_text() && !m_preformatted) || m_state == State::InTag; }

private:
    enum class State { Text, RawText, Comment, TagOpen, TagName, InTag, AttributeName, BeforeValue, DoubleQuoted, SingleQuoted, Unquoted };

    std::string feed_text(char character)
    {
        if (character == '<') {
            m_state = State::TagOpen;
            m_tag.clear();
        }
        return {};
    }

    std::string feed_tag_open(char character)
    {
        if (character == '!') {
            m_state = State::Comment;
            m_seen = "<!";
        } else if (character == '/' || is_letter(character)) {
            m_state = State::TagName;
            m_tag.assign(1, lower(character));
        } else {
            return "< in text is written &lt;";
        }
        return {};
    }

    std::string feed_tag_name(char character)
    {
        if (character == '>')
            return close_tag();
        if (is_space(character) || (character == '/' && m_tag != "/"))
            m_state = State::InTag;
        else
            m_tag += lower(character);
        return {};
    }

    std::string feed_attribute_name(char character)
    {
        if (character == '>')
            return close_tag();
        if (is_space(character) || character == '/') {
            m_state = State::InTag;
        } else if (character == '=') {
            m_state = State::BeforeValue;
        } else {
            if (m_state == State::InTag)
                m_attribute.clear();
            m_state = State::AttributeName;
            m_attribute += lower(character);
        }
        return {};
    }

    std::string feed_before_value(char character)
    {
        m_value.clear();
        m_whole_address = false;
        if (is_space(character) || character == '>')
            return "the value of " + m_attribute + " must follow = at once";
        m_state = character == '"' ? State::DoubleQuoted : character == '\'' ? State::SingleQuoted : State::Unquoted;
        return {};
    }

    std::string feed_double_quoted(char character)
    {
        if (character != '"' && m_whole_address)
            return "a Url must be the whole value of " + m_attribute;
        m_value += character;
        return end_value_if(character == '"');
    }

    std::string end_value_if(bool end)
    {
        if (end)
            m_state = State::InTag;
        return {};
    }

    std::string close_tag()
    {
        static std::set<std::string> const raw { "script", "style", "textarea", "title" };
        m_state = raw.count(m_tag) ? State::RawText : State::Text;
        m_seen.clear();
        m_preformatted = m_tag == "pre" || (m_preformatted && m_tag != "/pre");
        if (m_state == State::Text)
            m_tag.clear();
        return {};
    }

    std::string feed_raw_text(char character)
    {
        m_seen += lower(character);
        if (ends_with(m_seen, "</" + m_tag)) {
            m_state = State::TagName;
            m_tag.insert(0, "/");
        }
        return {};
    }

    /// Comments and <!doctype …> alike: neither holds expressions.
    std::string feed_comment(char character)
    {
        m_seen += character;
        if (starts_with(m_seen, "<!--") ? m_seen.size() >= 7 && ends_with(m_seen, "-->") : character == '>' && !starts_with("<!--", m_seen))
            m_state = State::Text;
        return {};
    }

    std::string place_in_attribute(Place& place)
    {
        static std::set<std::string> const addresses { "href", "src", "action", "formaction", "xlink:href", "poster", "data", "cite", "background", "ping" };
        if (starts_with(m_attribute, "on") || m_attribute == "style" || m_attribute == "srcset" || m_attribute == "srcdoc")
            return "{{ }} may not stand in the attribute " + m_attribute;
        place = Place::Attribute;
        if (!addresses.count(m_attribute))
            return {};
        if (m_value.empty() && !m_whole_address) {
            place = Place::WholeAddress;
            m_whole_address = true;
            return {};
        }
        place = Place::AddressPart;
        bool const here = starts_with(m_value, "/") || starts_with(m_value, "?") || starts_with(m_value, "#");
        if (!here || starts_with(m_value, "//") || m_whole_address)
            return "the value of " + m_attribute + " must start with a literal / ? or #, or be a Url as a whole";
        return {};
    }

    State m_state = State::Text;
    std::string m_tag;       // lower case; "/a" for an end tag
    std::string m_attribute; // lower case
    std::string m_value;     // literal part of the value so far
    std::string m_seen;      // of a comment or raw text
    bool m_whole_address = false;
    bool m_preformatted = false;
};

} // namespace toguna::templates
