#pragma once
/// Small parts that every page is made of. All words arrive translated.

#include "base/html.hpp"

#include <string>
#include <vector>

namespace toguna::web {

/// How a state looks: a shape and a colour of its own, always beside its word.
enum class Look {
    Plain,
    ToDo,       ///< ○ grey
    InProgress, ///< ◐ blue
    Blocked,    ///< ■ red
    ToConfirm,  ///< ◇ violet
    Done,       ///< ✓ green
    Abandoned,  ///< × grey
    Late,       ///< ▲ red
    Good,       ///< ● green
    Fair,       ///< ● yellow
    Poor,       ///< ▲ orange
    Weak,       ///< ■ red
};
std::string_view class_of(Look look);

/// {{ web::part::tag(row.status, page) }}
struct Tag {
    Look look = Look::Plain;
    std::string word;
};

/// « 12 actions · 3 en retard »; a figure with a path is a link to what it counts.
struct Figure {
    std::string value;
    std::string label;
    std::string path = {};
    Look look = Look::Plain; ///< Late and Blocked are shown in red
};
using Figures = std::vector<Figure>;

/// Instead of an empty table: what will be here, and the next step.
struct EmptyState {
    std::string title;
    std::string text;
    std::string action = {}; ///< words of the button
    std::string path = {};
};

struct Definition {
    std::string term;
    SafeHtml description; ///< user_text(…), a tag, a link
};
using Definitions = std::vector<Definition>;

/// Work that spans days: each task with its state, the link is the whole row.
struct Task {
    std::string title;
    std::string path; ///< empty: cannot start yet
    Tag state;
    std::string hint = {};
};
using TaskList = std::vector<Task>;

/// Plain text as markup, for places that also take markup.
SafeHtml escaped(std::string_view text);
SafeHtml link(std::string_view words, std::string const& path);

} // namespace toguna::web
