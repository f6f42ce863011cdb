#pragma once
/// What every compiled template is given beside its view.

#include "base/html.hpp"
#include "web/localization.hpp"

#include <string>

namespace toguna::web {

/// `t("…")` in a template speaks this language; `{{ csrf() }}` writes the hidden field of a POST form.
struct TemplateContext {
    Localization const& language;
    std::string csrf_token = {};
};

/// `t` in a template: a sentence of its own, or one that was made elsewhere.
struct Sentence {
    Localization const& language;
    std::string operator()(std::string_view message, std::vector<Text::Argument> arguments = {}) const { return language(tr(message, std::move(arguments))); }
    std::string operator()(Text const& text) const { return language(text); }
};

/// `tn` in a template: a sentence that counts.
struct CountedSentence {
    Localization const& language;
    std::string operator()(std::string_view singular, std::string_view plural, std::int64_t count, std::vector<Text::Argument> arguments = {}) const
    {
        return language(trn(singular, plural, count, std::move(arguments)));
    }
};

/// <input type="hidden" name="csrf" value="…">
SafeHtml csrf_field(TemplateContext const& context);

} // namespace toguna::web
