#include "formats/xml.hpp"

#include <charconv>
#include <exception>

#include <expat.h>

namespace toguna::formats {

namespace {

/// Word nests about six elements per table; real files stay below 60.
constexpr int deepest_nesting = 250;

std::string_view without_prefix(std::string_view name)
{
    auto const colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

Error damaged_xml(std::string detail)
{
    return { ErrorKind::Invalid,
        tr("This file is damaged: a part of it cannot be read as XML. Open it in Word, Excel or LibreOffice, save it again and retry."), {},
        std::move(detail) };
}

} // namespace

std::optional<std::string_view> XmlElement::attribute(std::string_view local_name) const
{
    for (auto const** attribute = m_attributes; *attribute; attribute += 2)
        if (without_prefix(attribute[0]) == local_name)
            return std::string_view(attribute[1]);
    return {};
}

int XmlElement::number(std::string_view local_name, int fallback) const
{
    auto const value = attribute(local_name);
    if (!value)
        return fallback;
    int number = fallback;
    auto const [end, error] = std::from_chars(value->data(), value->data() + value->size(), number);
    return error == std::errc() && end == value->data() + value->size() ? number : fallback;
}

bool XmlElement::is_on(std::string_view local_name) const
{
    auto const value = attribute(local_name);
    return !value || (*value != "0" && *value != "false" && *value != "off");
}

struct XmlParser::State {
    XmlHandler& handler;
    XML_Parser parser = nullptr;
    int depth = 0;
    int skipped_from = 0; ///< depth of the element being skipped; 0 for none
    std::optional<Error> refusal = {};
    std::exception_ptr bug = {}; ///< carried over expat's C frames
};

struct XmlParser::Callbacks {
    /// Nothing may be thrown through C: what the handler throws waits here until expat has returned.
    template<class Action>
    static void guarded(State& state, Action action)
    {
        if (state.bug || state.refusal)
            return;
        try {
            action();
            if (state.handler.m_refusal)
                state.refusal = std::move(state.handler.m_refusal);
        } catch (...) {
            state.bug = std::current_exception();
        }
        if (state.bug || state.refusal)
            XML_StopParser(state.parser, XML_FALSE);
    }

    static void open(void* data, char const* name, char const** attributes)
    {
        auto& state = *static_cast<State*>(data);
        ++state.depth;
        if (state.skipped_from)
            return;
        guarded(state, [&] {
            if (state.depth > deepest_nesting) {
                state.refusal = damaged_xml("nested too deep");
                return;
            }
            state.handler.m_skip = false;
            state.handler.open(XmlElement(without_prefix(name), attributes));
            if (state.handler.m_skip)
                state.skipped_from = state.depth;
        });
    }

    static void close(void* data, char const* name)
    {
        auto& state = *static_cast<State*>(data);
        int const depth = state.depth--;
        if (!state.skipped_from)
            guarded(state, [&] { state.handler.close(without_prefix(name)); });
        else if (state.skipped_from == depth)
            state.skipped_from = 0;
    }

    static void text(void* data, char const* characters, int length)
    {
        auto& state = *static_cast<State*>(data);
        if (!state.skipped_from)
            guarded(state, [&] { state.handler.text({ characters, static_cast<std::size_t>(length) }); });
    }

    static void doctype(void* data, char const*, char const*, char const*, int)
    {
        auto& state = *static_cast<State*>(data);
        guarded(state, [&] { state.refusal = damaged_xml("DOCTYPE"); });
    }
};

XmlParser::XmlParser(XmlHandler& handler) : m_state(new State { handler })
{
    m_state->parser = XML_ParserCreate(nullptr);
    if (!m_state->parser) {
        delete m_state;
        throw std::bad_alloc();
    }
    XML_SetUserData(m_state->parser, m_state);
    XML_SetElementHandler(m_state->parser, Callbacks::open, Callbacks::close);
    XML_SetCharacterDataHandler(m_state->parser, Callbacks::text);
    XML_SetStartDoctypeDeclHandler(m_state->parser, Callbacks::doctype);
}

XmlParser::~XmlParser()
{
    XML_ParserFree(m_state->parser);
    delete m_state;
}

Result<void> XmlParser::parse(std::string_view piece, bool last)
{
    auto const status = XML_Parse(m_state->parser, piece.data(), static_cast<int>(piece.size()), last);
    if (m_state->bug)
        std::rethrow_exception(m_state->bug);
    if (m_state->refusal)
        return fail(*m_state->refusal);
    if (status != XML_STATUS_OK)
        return fail(damaged_xml(XML_ErrorString(XML_GetErrorCode(m_state->parser))));
    return {};
}

} // namespace toguna::formats
