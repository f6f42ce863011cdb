#pragma once
/// Words as people type them, made comparable: without accents, case, typographic marks and small mistakes.

#include <string>
#include <string_view>
#include <vector>

namespace toguna::actions {

/// Lower case without accents; œ is oe; every apostrophe, dash and white space is the plain one; white space is single.
/// « Échéance » → "echeance", « l’EHP » → "l'ehp".
std::string folded(std::string_view text);

/// The runs of letters and digits of a text, folded: « Défis et gaps » → "defis", "et", "gaps".
std::vector<std::string> words_of(std::string_view text);

/// Letters changed, added, left out or exchanged between two folded words; counting stops above `limit`.
int letters_apart(std::string_view left, std::string_view right, int limit);

/// One mistake in a word of four to six letters, two in a longer one; shorter words must be right.
bool nearly_equal(std::string_view left, std::string_view right);

/// Without white space (U+00A0 and U+202F too) at both ends.
std::string trimmed(std::string_view text);

/// Not empty, trimmed.
std::vector<std::string> lines_of(std::string_view text);

/// Letters outside ASCII count: the first letter is a capital.
bool starts_with_capital(std::string_view text);

/// Has letters and none of them is small: « SUIVI ET ÉVALUATION ».
bool is_all_capitals(std::string_view text);

} // namespace toguna::actions
