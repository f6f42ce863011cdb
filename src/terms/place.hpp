#pragma once
/// The named places a template may hold, and what stands in them for one body (S0-2): read in one place, printed everywhere.

#include "base/text.hpp"
#include "terms/noun.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace toguna::terms {

/// Where somebody goes to fill a place that is empty.
enum class PlaceHome { Body, Mandates, Engagement, Norm, Details };

struct Place {
    std::string_view code;    ///< "lead_agency": stable, for storage
    std::string_view french;  ///< what stands in a French template: « agence chef de file »
    std::string_view english; ///< what stands in an English one: "lead agency"
    PlaceHome home = PlaceHome::Body;
    Text label;               ///< for lists of what is missing: « l’agence de co-coordination »
    Text explanation;         ///< for the page of those who edit templates
    std::string_view list = {}; ///< the list whose items have it; empty for places of the document
    bool is_list = false;       ///< repeated with {{#each …}}
    bool is_typed = false;      ///< nothing else in the system knows it: asked on the page of details of a body
};

/// In the order the page of explanations shows them.
std::vector<Place> const& places();
/// Null when there is no such code.
Place const* find_place(std::string_view code);

/// What a template wrote between braces: « de agence chef de file » in French is the place with « de » before it. Accents, case and
/// apostrophes are forgiven. Empty when no place has that name in that language.
struct PlaceUse {
    Place const* place = nullptr;
    NounForm form = NounForm::Bare;
    bool capital = false;
};
std::optional<PlaceUse> read_place(std::string_view written, std::string_view language);

/// The name a template of that language gives the place.
std::string_view name_of(Place const& place, std::string_view language);

/// What stands in the places of one body: no value is no answer, never an empty word.
struct PlaceValues {
    using Item = std::map<std::string, Noun, std::less<>>;

    std::map<std::string, Noun, std::less<>> single = {};
    std::map<std::string, std::vector<Item>, std::less<>> lists = {};

    /// The words stay as they are, line ends too. Leaves the place empty when the text is empty or is itself a bracket that somebody forgot to fill: « [X] ».
    void set(std::string_view code, Noun value);
    void set(std::string_view code, std::string text) { set(code, Noun { std::move(text) }); }
    void add(std::string_view list, Item item);
};

} // namespace toguna::terms
