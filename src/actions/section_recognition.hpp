#pragma once
/// Section rows: titles people give the core functions, and what a row looks like when it is a title.

#include "actions/plan_import.hpp"

namespace toguna::actions {

/// Titles that are known: those of the catalogue, those of plans that are no core function, those people taught.
class KnownTitles {
public:
    KnownTitles(std::vector<FunctionTitles> const& catalogue, ImportMemory const& memory);

    /// The code of the function (empty for « Assistance »), or nothing when the title is not known. Numbering, case,
    /// accents and small mistakes do not matter.
    std::optional<std::string> code_of(std::string_view title) const;

private:
    struct Known {
        std::string title; ///< folded words, joined by single spaces
        std::string code;
    };
    std::vector<Known> m_known;
};

/// « Fonction 2 : … », « AXE III – … »: the words themselves say that it is a section.
bool is_announced_section(std::string_view text);

/// « Total », « Sous-total 3 », « NB : … », « * provisoire », « Source : … »: belongs to no action.
bool is_total_or_footnote(std::string_view text);

} // namespace toguna::actions
