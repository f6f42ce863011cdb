#pragma once
/// Every shared part of the pages on one page, to be looked at: on a phone, on paper, in the dark, with long words.

#include "web/field.hpp"
#include "web/layout_view.hpp"
#include "web/parts.hpp"
#include "web/router.hpp"

namespace toguna::web {

struct StyleGuideView {
    struct Row {
        std::string reference;
        std::string text;
        std::string responsible;
        std::string due;
        Tag state;
    };
    Figures figures;
    std::vector<Tag> tags;
    std::vector<Row> rows;
    std::vector<TextField> text_fields;
    TextArea text_area;
    SelectField select;
    ChoiceField radios;
    ChoiceField check_boxes;
    FileField file;
    Definitions definitions;
    TaskList tasks;
    EmptyState empty;
    SafeHtml typed_text;
    ErrorSummaryView errors;
    PaginationView pages;
};

StyleGuideView style_guide_view(Localization const& language);

/// GET /style-guide; only an installation with demonstration people has it.
Result<Reply> show_style_guide(Request const& request, Context& context);
std::vector<Route> style_guide_routes();

} // namespace toguna::web
