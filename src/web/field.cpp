#include "web/field.hpp"

#include <algorithm>

namespace toguna::web {

TextField date_field(FieldFrame frame, std::string value, Localization const& language)
{
    if (frame.hint.empty())
        frame.hint = language.t("For example 7/2/2025, 7 February 2025 or “in 7 days”.");
    return { std::move(frame), std::move(value), Width::Date };
}

bool ChoiceField::is_chosen(Option const& option) const { return std::find(chosen.begin(), chosen.end(), option.value) != chosen.end(); }

std::string ChoiceField::option_id(Option const& option) const
{
    auto const place = &option - options.data();
    return place == 0 ? name : name + "-" + std::to_string(place + 1);
}

std::string message_for(std::vector<FieldError> const& errors, std::string_view field, Localization const& language)
{
    auto const found = std::find_if(errors.begin(), errors.end(), [field](FieldError const& error) { return error.field == field; });
    return found == errors.end() ? std::string() : language(found->message);
}

std::string described_by(FieldFrame const& frame)
{
    std::string ids;
    if (!frame.hint.empty())
        ids = frame.name + "-hint";
    if (!frame.error.empty())
        ids += (ids.empty() ? "" : " ") + frame.name + "-error";
    return ids;
}

std::string_view class_of(Width width)
{
    switch (width) {
    case Width::Full: return "wide";
    case Width::Half: return "half";
    case Width::Date: return "for-date";
    case Width::Number: return "for-number";
    }
    return "wide";
}

} // namespace toguna::web
