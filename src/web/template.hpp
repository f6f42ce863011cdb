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

/// <input type="hidden" name="csrf" value="…">
SafeHtml csrf_field(TemplateContext const& context);

} // namespace toguna::web
