#pragma once
/// One cell, several things: actions or gaps in one cell, names of those responsible.

#include <string>
#include <string_view>
#include <vector>

namespace toguna::actions {

/// The things a cell lists. A new one begins at a list item, a marker (« - », « • », « 1) »), after « ; », and at a paragraph
/// that starts a sentence; a line that goes on in the middle of a sentence belongs to the one before.
/// Markers and the « ; » between them are removed. `is_list` says that each line is an item of its own.
std::vector<std::string> split_items(std::string_view cell, bool is_list);

/// The line stops after an article, a preposition or a comma: the next line goes on with it.
bool ends_in_mid_sentence(std::string_view line);

/// « AVSF et Mercy Corps » are two, « OCHA/UNHCR » too; « PNUD/La coordination du cluster » names a unit of an organization
/// and stays one.
std::vector<std::string> split_responsible(std::string_view cell);

/// « 1. », « 2.3 », « IV. », « a) », « Fonction 2 : » and bullets at the start, taken away.
std::string without_numbering(std::string_view text);

/// How many levels the numbering at the start has: 0 for none, 1 for « 2. », 2 for « 2.3 ».
int numbering_depth(std::string_view text);

/// The first word is a French infinitive or an English verb that plans start actions with.
bool starts_with_verb(std::string_view text);

} // namespace toguna::actions
