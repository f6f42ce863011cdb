#include "actions/plain_text_plan.hpp"

#include "actions/item_splitting.hpp"
#include "actions/words.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace toguna::actions {

namespace {

struct TextLine {
    std::string text;
    int number; ///< from 1, among the lines that are not empty
};

std::vector<TextLine> text_lines(formats::ForeignFile const& file)
{
    std::vector<TextLine> lines;
    auto const add = [&](std::string_view text) {
        for (auto& line : lines_of(text))
            lines.push_back({ std::move(line), int(lines.size()) + 1 });
    };
    for (auto const& paragraph : file.paragraphs)
        add(paragraph);
    for (auto const& table : file.tables) {
        if (table.hidden)
            continue;
        add(table.text_before);
        for (auto const& row : table.rows) {
            std::string text;
            for (auto const& cell : row.cells)
                if (!cell.covered && !cell.text.empty())
                    text += (text.empty() ? "" : " ") + cell.text;
            add(text);
        }
    }
    return lines;
}

struct PlacedWord {
    std::string word; ///< folded
    std::size_t at;   ///< in the line
    bool capital;
    bool acronym;
};

std::vector<PlacedWord> placed_words(std::string_view line)
{
    std::vector<PlacedWord> words;
    for (std::size_t at = 0; at < line.size();) {
        auto const end = std::min(line.find(' ', at), line.size());
        auto const word = line.substr(at, end - at);
        if (!word.empty())
            words.push_back({ folded(word), at, starts_with_capital(word), word.size() > 1 && is_all_capitals(word) });
        at = end + 1;
    }
    return words;
}

/// The deadline a line ends with: « … aux acteurs Hebdomadaire », « … avant le 15 mars 2023 », « Continue ».
struct DueAtEnd {
    std::string before;
    std::string words;
};
std::optional<DueAtEnd> due_at_end(std::string const& line, ImportSetting const& setting)
{
    auto const words = placed_words(line);
    for (std::size_t length = std::min<std::size_t>(4, words.size()); length >= 1; --length) {
        auto const& first = words[words.size() - length];
        auto const text = line.substr(first.at);
        bool const stands_out = first.capital || (first.word[0] >= '0' && first.word[0] <= '9') || length == words.size();
        auto const read = read_due_cell(text, {}, setting);
        bool const sure = read.understood && !read.doubtful && !std::holds_alternative<NoDue>(read.due);
        if (stands_out && sure && !ends_in_mid_sentence(line.substr(0, first.at)))
            return DueAtEnd { trimmed(std::string_view(line).substr(0, first.at)), text };
    }
    return {};
}

/// « Les acteurs doivent … » is an action though no verb begins it.
bool says_must(std::string_view line)
{
    static std::set<std::string, std::less<>> const modal { "doit", "doivent", "devra", "devront", "devrait", "devraient", "faut", "faudra", "should", "must", "shall", "will" };
    auto const words = words_of(line);
    return std::any_of(words.begin(), words.end(), [](auto const& word) { return modal.contains(word); });
}

/// Where the action begins in a line that starts with its gap: at a capital that no article or preposition explains.
struct Boundary {
    std::size_t at;
    bool sure; ///< an infinitive begins there
};
std::optional<Boundary> boundary_in(std::string const& line)
{
    std::optional<Boundary> noun;
    auto const words = placed_words(line);
    for (std::size_t index = 2; index < words.size(); ++index) {
        auto const& word = words[index];
        if (!word.capital || word.acronym || ends_in_mid_sentence(std::string_view(line).substr(0, word.at)))
            continue;
        if (starts_with_verb(word.word))
            return Boundary { word.at, true };
        bool const part_of_name = words[index - 1].capital || words[index - 1].acronym;
        if (!noun && !part_of_name)
            noun = Boundary { word.at, false };
    }
    return noun;
}

bool is_header_line(std::string_view line)
{
    auto const words = words_of(line);
    auto const says = [&](std::initializer_list<std::string_view> any) {
        return std::any_of(words.begin(), words.end(), [&](auto const& word) { return std::find(any.begin(), any.end(), word) != any.end(); });
    };
    return words.size() < 14 && says({ "action", "actions", "activites", "activities" })
        && says({ "echeance", "echeances", "deadline", "date", "delai", "timeline", "responsable", "responsible" });
}

/// Gap and action lines gathered until a deadline, a title or the next gap ends them.
class TextPlan {
public:
    TextPlan(KnownTitles const& titles, ImportSetting const& setting) : m_titles(titles), m_setting(setting), m_builder(setting) { }

    void read(TextLine const& line)
    {
        m_place = tr("line {number}", { { "number", line.number } });
        if (is_header_line(line.text))
            return;
        if (auto const code = m_titles.code_of(line.text)) {
            finish_block();
            m_builder.open_section(line.text, *code);
            m_actions.clear();
            return;
        }
        if (m_builder.plan().title.empty() && m_gaps.empty() && m_builder.plan().gaps.empty() && words_of(line.text).size() < 16) {
            m_builder.plan().title = line.text;
            return;
        }
        auto const due = due_at_end(line.text, m_setting);
        if (auto const& text = due ? due->before : line.text; !text.empty())
            read_text(text);
        if (due) {
            ++m_dues;
            m_due = due->words;
            finish_block();
        }
    }

    std::optional<ImportedPlan> finish()
    {
        finish_block();
        auto& plan = m_builder.plan();
        if (m_dues < 2 || plan.actions.size() < 2)
            return {};
        m_builder.warn(tr("whole file"), tr("This text has no columns: where a gap ends and its actions begin was guessed. Please check every row."));
        for (std::size_t at = 0; at + 4 <= plan.title.size(); ++at)
            if (auto const year = std::string_view(plan.title).substr(at, 4); year.starts_with("20") && year.find_first_not_of("0123456789") == std::string_view::npos)
                plan.year = std::stoi(std::string(year));
        return plan;
    }

private:
    struct PlacedGap {
        std::string text;
        Text place;
    };

    void read_text(std::string const& text)
    {
        auto const boundary = boundary_in(text);
        bool const goes_on = !m_before.empty() && (!starts_with_capital(text) || ends_in_mid_sentence(m_before));
        bool const next_gap = !m_action_lines.empty() && !goes_on && !m_before.ends_with(';') && boundary && boundary->sure && !starts_with_verb(text);
        if (next_gap)
            finish_block();
        if (!m_action_lines.empty())
            add_action_line(text);
        else if (!m_gaps.empty() && !goes_on && (starts_with_verb(text) || says_must(text)))
            add_action_line(text);
        else if (boundary && (boundary->sure || !says_must(text))) {
            add_gap_line(trimmed(std::string_view(text).substr(0, boundary->at)), goes_on);
            add_action_line(text.substr(boundary->at));
            if (!boundary->sure)
                m_builder.warn(m_place, tr("The action was taken to begin at “{words}”.", { { "words", text.substr(boundary->at) } }));
        } else
            add_gap_line(text, goes_on);
        m_before = text;
    }

    void add_gap_line(std::string const& text, bool goes_on)
    {
        if (goes_on && !m_gaps.empty())
            m_gaps.back().text += " " + text;
        else
            m_gaps.push_back({ text, m_place });
    }

    void add_action_line(std::string const& text)
    {
        if (m_action_lines.empty())
            m_action_place = m_place;
        m_action_lines += (m_action_lines.empty() ? "" : "\n") + text;
    }

    /// Gaps without actions of their own share those of the gap above, as where cells were merged.
    void share_actions_above(PlacedGap const& gap)
    {
        auto const id = m_builder.add_gap(gap.text, gap.place);
        for (auto const action : m_actions)
            m_builder.share(action, { id });
        m_builder.warn(gap.place, m_actions.empty() ? tr("“{gap}” has no action.", { { "gap", gap.text } })
                                                    : tr("“{gap}” has no action of its own: it was given those of the gap above.", { { "gap", gap.text } }));
    }

    void finish_block()
    {
        std::size_t const with_own = m_action_lines.empty() ? 0 : m_actions.empty() ? m_gaps.size() : std::min<std::size_t>(1, m_gaps.size());
        for (std::size_t index = 0; index + with_own < m_gaps.size(); ++index)
            share_actions_above(m_gaps[index]);
        std::vector<std::string> gaps;
        for (std::size_t index = m_gaps.size() - with_own; index < m_gaps.size(); ++index)
            gaps.push_back(m_builder.add_gap(m_gaps[index].text, m_gaps[index].place));
        if (!m_action_lines.empty()) {
            m_actions.clear();
            for (auto& item : split_items(m_action_lines, false))
                m_actions.push_back(m_builder.add_action(std::move(item), gaps, m_action_place));
            m_builder.set_due(m_actions, m_due, {}, m_action_place);
        }
        m_gaps.clear();
        m_action_lines.clear();
        m_due.clear();
        m_before.clear();
    }

    KnownTitles const& m_titles;
    ImportSetting const& m_setting;
    PlanBuilder m_builder;
    Text m_place;
    Text m_action_place;
    std::vector<PlacedGap> m_gaps;
    std::string m_action_lines;
    std::string m_due;
    std::string m_before; ///< the line before, within the block
    std::vector<std::size_t> m_actions; ///< of the last gap in this section
    int m_dues = 0;
};

} // namespace

std::optional<ImportedPlan> read_plain_text_plan(formats::ForeignFile const& file, KnownTitles const& titles, ImportSetting const& setting)
{
    TextPlan plan(titles, setting);
    for (auto const& line : text_lines(file))
        plan.read(line);
    return plan.finish();
}

} // namespace toguna::actions
