#include "bodies/role_label.hpp"

#include "people/normalise.hpp"

#include <algorithm>

namespace toguna::bodies {

namespace {

constexpr std::size_t longest_label = 60;

} // namespace

std::string RoleNames::own(MandateRole role, std::string_view language) const
{
    auto const found = std::find_if(m_labels.begin(), m_labels.end(), [&](auto const& label) { return label.role == role && label.language == language; });
    return found == m_labels.end() ? std::string() : found->text;
}

std::string RoleNames::operator()(MandateRole role, web::Localization const& language) const
{
    auto word = own(role, language.language());
    return word.empty() ? language(label_of(role)) : word;
}

Result<std::vector<RoleLabel>> checked(std::vector<RoleLabel> labels)
{
    Error error { ErrorKind::Invalid, tr("These names cannot be saved as they are."), {}, {} };
    for (auto& label : labels) {
        label.text = people::tidy(label.text);
        if (people::length_of(label.text) > longest_label)
            error.fields.push_back({ std::string(name_of(label.role)) + "_" + label.language, tr("Write at most {count} characters.", { { "count", longest_label } }) });
    }
    if (!error.fields.empty())
        return fail(std::move(error));
    std::erase_if(labels, [](auto const& label) { return label.text.empty(); });
    return labels;
}

} // namespace toguna::bodies
