#include "terms/terms_template.hpp"

#include "people/normalise.hpp"

#include <algorithm>
#include <optional>

namespace toguna::terms {

namespace {

tl::unexpected<Error> refuse(Text message)
{
    return fail({ ErrorKind::Invalid, tr("The template cannot be used as it is."), { { "source", std::move(message) } }, {} });
}

struct Tag {
    enum class Kind { Place, If, Each, Else, EndIf, EndEach, Remark };
    Kind kind = Kind::Place;
    std::string text = {};
};

Tag read_tag(std::string_view inside)
{
    auto const text = people::tidy(inside);
    auto const after = [&](std::string_view word) -> std::optional<std::string> {
        if (!text.starts_with(word))
            return {};
        return people::tidy(std::string_view(text).substr(word.size()));
    };
    if (text.starts_with("!"))
        return { Tag::Kind::Remark };
    for (auto const word : { "#if ", "#si " })
        if (auto rest = after(word))
            return { Tag::Kind::If, *rest };
    for (auto const word : { "#each ", "#chaque " })
        if (auto rest = after(word))
            return { Tag::Kind::Each, *rest };
    if (text == "else" || text == "sinon")
        return { Tag::Kind::Else };
    if (text == "/if" || text == "/si")
        return { Tag::Kind::EndIf };
    if (text == "/each" || text == "/chaque")
        return { Tag::Kind::EndEach };
    return { Tag::Kind::Place, text };
}

class Parser {
public:
    Parser(std::string_view source, std::string_view language) : m_source(source), m_language(language) { }

    Result<std::vector<TemplatePart>> parse()
    {
        auto parts = TRY(parts_until({}));
        return parts;
    }

private:
    /// An open block: what must close it, where it began, the list whose items may be named inside.
    struct Open {
        Tag::Kind closes = Tag::Kind::Place; ///< Place: the template itself, which nothing closes
        int line = 0;
        std::string_view list = {};
        std::vector<TemplatePart>* otherwise = nullptr;
    };

    Result<std::vector<TemplatePart>> parts_until(Open const& open)
    {
        std::vector<TemplatePart> parts;
        auto* target = &parts;
        while (true) {
            auto const start = m_source.find("{{", m_at);
            TRY(add_words(*target, m_source.substr(m_at, start == std::string_view::npos ? start : start - m_at)));
            if (start == std::string_view::npos) {
                m_at = m_source.size();
                if (open.closes != Tag::Kind::Place)
                    return refuse(tr("Line {line}: this block is not closed. Write {closing} where it ends.",
                        { { "line", open.line }, { "closing", open.closes == Tag::Kind::EndIf ? "{{/if}}" : "{{/each}}" } }));
                return parts;
            }
            auto const end = m_source.find("}}", start);
            if (end == std::string_view::npos || m_source.substr(start, end - start).find('\n') != std::string_view::npos)
                return refuse(tr("Line {line}: two braces open a place, and two must close it on the same line.", { { "line", line_at(start) } }));
            auto const tag = read_tag(m_source.substr(start + 2, end - start - 2));
            m_at = after_tag(start, end + 2, tag.kind != Tag::Kind::Place, *target);
            if (tag.kind == open.closes && tag.kind != Tag::Kind::Place)
                return parts;
            if (tag.kind == Tag::Kind::Else && open.otherwise && target == &parts) {
                target = open.otherwise;
                continue;
            }
            TRY(add_tag(*target, tag, line_at(start), open.list));
        }
    }

    Result<void> add_tag(std::vector<TemplatePart>& parts, Tag const& tag, int line, std::string_view list)
    {
        switch (tag.kind) {
        case Tag::Kind::Remark:
            return {};
        case Tag::Kind::Else:
        case Tag::Kind::EndIf:
        case Tag::Kind::EndEach:
            return refuse(tr("Line {line}: this closes a block that is not open here.", { { "line", line } }));
        case Tag::Kind::Place: {
            auto const use = TRY(known_place(tag.text, line, list));
            if (use.place->is_list)
                return refuse(tr("Line {line}: “{name}” is a list. Write {opening} before its items.", { { "line", line }, { "name", tag.text }, { "opening", "{{#each " + tag.text + "}}" } }));
            parts.push_back({ .kind = TemplatePart::Kind::Place, .use = use });
            return {};
        }
        case Tag::Kind::If: {
            TemplatePart part { .kind = TemplatePart::Kind::Condition, .use = TRY(known_place(tag.text, line, list)) };
            part.parts = TRY(deeper({ Tag::Kind::EndIf, line, list, &part.otherwise }));
            parts.push_back(std::move(part));
            return {};
        }
        case Tag::Kind::Each: {
            TemplatePart part { .kind = TemplatePart::Kind::Repetition, .use = TRY(known_place(tag.text, line, list)) };
            if (!part.use.place->is_list)
                return refuse(tr("Line {line}: “{name}” is one thing, not a list.", { { "line", line }, { "name", tag.text } }));
            part.parts = TRY(deeper({ Tag::Kind::EndEach, line, part.use.place->code }));
            parts.push_back(std::move(part));
            return {};
        }
        }
        return {};
    }

    Result<std::vector<TemplatePart>> deeper(Open const& open)
    {
        static constexpr int deepest = 10;
        if (++m_depth > deepest)
            return refuse(tr("Line {line}: blocks stand too deep inside each other.", { { "line", open.line } }));
        auto parts = TRY(parts_until(open));
        --m_depth;
        return parts;
    }

    Result<PlaceUse> known_place(std::string const& written, int line, std::string_view list)
    {
        auto const use = read_place(written, m_language);
        if (!use)
            return refuse(tr("Line {line}: nobody knows the place “{name}”. The list below the template says which there are.", { { "line", line }, { "name", written } }));
        if (!use->place->list.empty() && use->place->list != list)
            return refuse(tr("Line {line}: “{name}” has a meaning inside {opening} only.",
                { { "line", line }, { "name", written }, { "opening", "{{#each " + std::string(name_of(*find_place(use->place->list), m_language)) + "}}" } }));
        return *use;
    }

    /// Brackets and braces would be printed; the boxes of lists are no such brackets.
    Result<void> add_words(std::vector<TemplatePart>& parts, std::string_view words)
    {
        std::string kept(words);
        for (auto const box : { "[ ]", "[x]", "[X]" })
            for (auto at = kept.find(box); at != std::string::npos; at = kept.find(box, at + 3))
                if (at >= 2 && kept.substr(at - 2, 2) == "- ")
                    kept.replace(at, 3, "   ");
        if (auto const at = kept.find_first_of("[]{}"); at != std::string::npos)
            return refuse(tr("Line {line}: “{mark}” would be printed. A place is written {example}.",
                { { "line", line_at(m_at + at) }, { "mark", std::string(1, kept[at]) }, { "example", "{{ " + std::string(name_of(*find_place("lead_agency"), m_language)) + " }}" } }));
        if (!words.empty())
            parts.push_back({ .kind = TemplatePart::Kind::Words, .text = std::string(words) });
        return {};
    }

    /// Where reading goes on after a tag. One that stands alone on its line takes the line with it.
    std::size_t after_tag(std::size_t start, std::size_t end, bool is_block, std::vector<TemplatePart>& before) const
    {
        if (!is_block)
            return end;
        auto const line_start = m_source.rfind('\n', start) + 1; // npos + 1 is 0
        auto const line_end = std::min(m_source.find('\n', end), m_source.size());
        auto const is_blank = [&](std::size_t from, std::size_t to) { return m_source.substr(from, to - from).find_first_not_of(" \t") == std::string_view::npos; };
        if (!is_blank(line_start, start) || !is_blank(end, line_end))
            return end;
        if (!before.empty() && before.back().kind == TemplatePart::Kind::Words) {
            auto& words = before.back().text;
            words.resize(words.size() - std::min(words.size(), start - line_start));
        }
        return std::min(line_end + 1, m_source.size());
    }

    int line_at(std::size_t position) const { return 1 + static_cast<int>(std::count(m_source.begin(), m_source.begin() + static_cast<std::ptrdiff_t>(std::min(position, m_source.size())), '\n')); }

    std::string_view m_source;
    std::string_view m_language;
    std::size_t m_at = 0;
    int m_depth = 0;
};

void collect_places(std::vector<TemplatePart> const& parts, std::vector<Place const*>& found)
{
    for (auto const& part : parts) {
        auto const* place = part.use.place;
        if (place && place->list.empty() && std::find(found.begin(), found.end(), place) == found.end())
            found.push_back(place);
        collect_places(part.parts, found);
        collect_places(part.otherwise, found);
    }
}

} // namespace

Result<TermsTemplate> parse_template(std::string_view source, std::string_view language)
{
    if (people::tidy(source).empty())
        return refuse(tr("Write the text of the template."));
    if (source.size() > longest_template)
        return refuse(tr("A template holds 60,000 characters at most."));
    return TermsTemplate { std::string(language), TRY(Parser(source, language).parse()) };
}

std::vector<Place const*> places_of(TermsTemplate const& parsed)
{
    std::vector<Place const*> found;
    collect_places(parsed.parts, found);
    return found;
}

} // namespace toguna::terms
