#pragma once
/// The pieces that due_words.cpp puts together: words and numbers of a deadline, and what stands at one place of it.

#include "actions/due.hpp"

#include <span>
#include <vector>

namespace toguna::actions {

/// A folded word, a number, or one mark such as "/" or "-".
struct DueToken {
    std::string text;
    int number = -1;      ///< −1 for words and marks
    int digits = 0;       ///< as written: « 03 » has two; 0 for « deux »
    bool ordinal = false; ///< « 2ème », « 15th », « deuxième »
    bool is_mark() const { return number < 0 && text.size() == 1 && !(text[0] >= 'a' && text[0] <= 'z'); }
};

struct DueSetting {
    int year;   ///< for words that name none
    Date today; ///< for « dans 7 jours »
};

/// A deadline that stands at tokens [from, to).
struct FoundDue {
    Due due;
    std::size_t from = 0;
    std::size_t to = 0;
    bool doubtful = false;
    bool names_year = false;
    bool impossible = false; ///< « 30 février »: looks like a date, is none
};

/// `text` is folded.
std::vector<DueToken> due_tokens(std::string_view text);

/// The deadline that begins at `at`, if one does.
std::optional<FoundDue> find_due_at(std::span<DueToken const> tokens, std::size_t at, DueSetting const& setting);

/// A frequency, « continue » or a day such as « demain » that begins at `at`, if one does.
std::optional<FoundDue> find_phrase_at(std::span<DueToken const> tokens, std::size_t at, DueSetting const& setting);

/// 1–12 for « août », "aug", « sept »; empty otherwise.
std::optional<unsigned> month_of(std::string_view word);

/// Single words that somebody may have mistyped: months, frequencies, « continue ».
std::vector<std::string_view> const& known_due_words();

} // namespace toguna::actions
