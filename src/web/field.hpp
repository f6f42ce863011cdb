#pragma once
/// Fields of a form as pages show them: label above, hint, what is wrong beside it (GOV.UK patterns).
///
/// A page model holds one of these for each question; a template writes it with `web::part::text_field(view.title, page)`.
/// All words arrive translated. `name` is the name of the struct member the form is decoded to, and the id on the page.

#include "base/html.hpp"
#include "base/result.hpp"
#include "web/localization.hpp"

#include <string>
#include <vector>

namespace toguna::web {

/// What every field has. `TextField { { .name = "title", .label = "Titre" }, form.title }`
struct FieldFrame {
    std::string name;
    std::string label;
    std::string hint = {};
    std::string error = {};  ///< empty: nothing is wrong
    bool optional = false;   ///< marked « facultatif »; fields that must be filled carry no mark
};

/// As wide as what is expected in it.
enum class Width { Full, Half, Date, Number };

struct TextField : FieldFrame {
    std::string value = {};
    Width width = Width::Full;
    std::string type = "text";       ///< "text", "email", "password", "search", "tel", "url"
    std::string autocomplete = {};   ///< HTML's token: "email", "current-password", "one-time-code" …
    std::string input_mode = {};     ///< keyboard of a phone: "numeric", "decimal"
    std::string list = {};           ///< id of a <datalist> of the page with suggestions
};

/// A date in people's words: one text field, read by the forgiving reader of dates.
TextField date_field(FieldFrame frame, std::string value, Localization const& language);

struct TextArea : FieldFrame {
    std::string value = {};
    int rows = 4;
};

struct Option {
    std::string value;
    std::string label;
    std::string hint = {};   ///< shown by radios and check boxes only
};

struct SelectField : FieldFrame {
    std::vector<Option> options = {};
    std::string value = {};
};

/// Radios, or check boxes when several may be chosen.
struct ChoiceField : FieldFrame {
    std::vector<Option> options = {};
    std::vector<std::string> chosen = {};
    bool several = false;
    bool inline_options = false; ///< short ones beside each other

    bool is_chosen(Option const& option) const;
    /// The first keeps the field's name, so that the error summary leads there.
    std::string option_id(Option const& option) const;
};

struct FileField : FieldFrame {
    std::string accept = {}; ///< ".docx,.xlsx,.ods,.csv"
};

/// The refusal of one field in the reader's language; empty when it is right.
std::string message_for(std::vector<FieldError> const& errors, std::string_view field, Localization const& language);

/// For aria-describedby: the ids of hint and error that exist.
std::string described_by(FieldFrame const& frame);
std::string_view class_of(Width width);

} // namespace toguna::web
