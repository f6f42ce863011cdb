#include "web/configuration.hpp"
#include "web/style_guide.hpp"
#include "web/style_guide.html.hpp"

namespace toguna::web {

Result<Reply> show_style_guide(Request const&, Context& context)
{
    if (!context.configuration.demo)
        return fail(ErrorKind::NotFound, tr("This page does not exist."), "style guide outside of the demonstration");
    Page content;
    content.title = context.language.t("Style guide");
    content.trail = { { context.language.t("Home"), "/" } };
    content.content = part::style_guide(style_guide_view(context.language), context.templates());
    return page(context, std::move(content));
}

std::vector<Route> style_guide_routes() { return { { Method::Get, "/style-guide", show_style_guide, anyone() } }; }

} // namespace toguna::web
