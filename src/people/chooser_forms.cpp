#include "people/chooser_forms.hpp"

namespace toguna::people {

Chosen chosen_in(web::Request const& request, std::string_view field)
{
    return { std::string(request.form.get(field)), std::string(request.form.get(std::string(field) + "_choice")) };
}

} // namespace toguna::people
