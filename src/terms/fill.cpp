#include "terms/fill.hpp"

#include "terms/markup.hpp"

#include <algorithm>

namespace toguna::terms {

namespace {

using Item = PlaceValues::Item;

class Filler {
public:
    Filler(PlaceValues const& values, FilledTerms& filled) : m_values(values), m_filled(filled) { }

    std::string text(std::vector<TemplatePart> const& parts)
    {
        add(parts, nullptr);
        return std::move(m_text);
    }

private:
    void add(std::vector<TemplatePart> const& parts, Item const* item)
    {
        for (auto const& part : parts) {
            switch (part.kind) {
            case TemplatePart::Kind::Words:
                m_text += part.text;
                break;
            case TemplatePart::Kind::Place:
                add_place(part.use, item);
                break;
            case TemplatePart::Kind::Condition:
                add(is_filled(*part.use.place, item) ? part.parts : part.otherwise, item);
                break;
            case TemplatePart::Kind::Repetition:
                repeat(part);
                break;
            }
        }
    }

    void repeat(TemplatePart const& part)
    {
        auto const found = m_values.lists.find(part.use.place->code);
        if (found == m_values.lists.end() || found->second.empty())
            return note(*part.use.place, m_filled.missing);
        for (auto const& item : found->second)
            add(part.parts, &item);
    }

    Noun const* value_of(Place const& place, Item const* item) const
    {
        if (!place.list.empty()) {
            auto const found = item ? item->find(place.code) : Item::const_iterator {};
            return item && found != item->end() ? &found->second : nullptr;
        }
        auto const found = m_values.single.find(place.code);
        return found == m_values.single.end() ? nullptr : &found->second;
    }

    bool is_filled(Place const& place, Item const* item) const
    {
        if (!place.is_list)
            return value_of(place, item) != nullptr;
        auto const found = m_values.lists.find(place.code);
        return found != m_values.lists.end() && !found->second.empty();
    }

    void add_place(PlaceUse const& use, Item const* item)
    {
        if (auto const* value = value_of(*use.place, item)) {
            auto const text = in_form(*value, use.form, use.capital);
            bool const starts_line = m_text.empty() || m_text.back() == '\n';
            m_text += starts_line && text.find('\n') != std::string::npos ? escaped_paragraphs(text) : escaped_value(text);
            return;
        }
        // « Date : .... {{ date de signature }} »: dots before the place on its line make it a field for the pen.
        auto const line_start = m_text.rfind('\n') + 1;
        note(*use.place, m_text.find("....", line_start) != std::string::npos ? m_filled.by_hand : m_filled.missing);
        m_text += in_form({ std::string(1, missing_mark) }, use.form);
    }

    static void note(Place const& place, std::vector<Place const*>& list)
    {
        if (std::find(list.begin(), list.end(), &place) == list.end())
            list.push_back(&place);
    }

    PlaceValues const& m_values;
    FilledTerms& m_filled;
    std::string m_text = {};
};

} // namespace

FilledTerms fill(TermsTemplate const& parsed, PlaceValues const& values, Letterhead const& letterhead)
{
    FilledTerms filled;
    auto& document = filled.document;
    document.language = parsed.language;
    document.header_left = letterhead.header;
    document.footer_left = letterhead.footer;
    document.page_word = letterhead.page_word;
    document.author = letterhead.author;
    document.created = letterhead.created;
    read_markup(Filler(values, filled).text(parsed.parts), parsed.language, document);
    return filled;
}

} // namespace toguna::terms
