#include "web/template.hpp"

namespace toguna::web {

SafeHtml csrf_field(TemplateContext const& context)
{
    std::string field = "<input type=\"hidden\" name=\"csrf\" value=\"";
    HtmlWriter(field).plain(std::string_view(context.csrf_token));
    return SafeHtml::trusted(field + "\">");
}

} // namespace toguna::web
