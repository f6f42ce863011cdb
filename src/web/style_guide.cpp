#include "web/style_guide.hpp"

#include "web/user_text.hpp"

namespace toguna::web {

namespace {

std::vector<StyleGuideView::Row> sample_rows(Localization const& language)
{
    auto const day = [&](int month, int day_of_month) { return language.date(*Date::from(2026, static_cast<unsigned>(month), static_cast<unsigned>(day_of_month))); };
    return {
        { "NUT-2026-003", language.t("Share the map of partners with every region"), "Aminata Sawadogo", day(3, 15), { Look::Late, language.t("Late") } },
        { "NUT-2026-004", language.t("Train the focal points in data collection, so that every partner reports in the same format and before the fifth of the month"),
            "Organisation internationale pour la nutrition et la sécurité alimentaire au Sahel (OINSAS)", day(12, 1), { Look::InProgress, language.t("In progress") } },
        { "NUT-2026-005", language.t("Invite the Ministry to the quarterly review"), "Paul Ilboudo", language.t("Monthly"), { Look::Done, language.t("Closed") } },
    };
}

std::vector<TextField> sample_text_fields(Localization const& language)
{
    TextField title { { .name = "title", .label = language.t("Title") }, language.t("Invite the Ministry to the quarterly review") };
    TextField people { { .name = "people", .label = language.t("People trained"), .error = language.t("Write a whole number, for example 25.") }, "vingt", Width::Number };
    people.input_mode = "numeric";
    return { title, date_field({ .name = "due", .label = language.t("Due"), .optional = true }, "", language), people };
}

void add_choices(StyleGuideView& view, Localization const& language)
{
    view.text_area = { { .name = "note", .label = language.t("Note"), .hint = language.t("What was done, and where the proof is."), .optional = true } };
    view.select = { { .name = "state", .label = language.t("State") }, { { "", language.t("All") }, { "late", language.t("Late") } }, "late" };
    view.radios = { { .name = "answer", .label = language.t("Where does it stand?") },
        { { "done", language.t("Done") }, { "in_progress", language.t("In progress") }, { "blocked", language.t("Blocked"), language.t("Say by what: the coordinator will be told.") } },
        { "in_progress" } };
    view.check_boxes = { { .name = "bodies", .label = language.t("Bodies concerned") }, { { "nut", "Nutrition" }, { "eha", "Eau, hygiène et assainissement" }, { "san", "Santé" } }, { "nut" }, true, true };
    view.file = { { .name = "file", .label = language.t("Your action plan"), .hint = language.t("Word, Excel, LibreOffice or CSV, up to 20 MB.") }, ".docx,.xlsx,.ods,.csv" };
}

} // namespace

StyleGuideView style_guide_view(Localization const& language)
{
    StyleGuideView view;
    view.figures = { { language.number(12), language.t("actions") }, { language.number(3), language.t("late"), "#tables", Look::Late }, { language.number(1), language(trn("blocked", "blocked", 1)) },
        { language.percent(*Percentage::from_hundredths(72'65)), language.t("carried out") }, { language.percent({}), language.t("answered") } };
    view.tags = { { Look::ToDo, language.t("To do") }, { Look::InProgress, language.t("In progress") }, { Look::Blocked, language.t("Blocked") },
        { Look::ToConfirm, language.t("Done, to confirm") }, { Look::Done, language.t("Closed") }, { Look::Abandoned, language.t("Abandoned") }, { Look::Late, language.t("Late") },
        { Look::Good, language.t("Good") }, { Look::Fair, language.t("Satisfactory") }, { Look::Poor, language.t("Unsatisfactory") }, { Look::Weak, language.t("Weak") },
        { Look::Plain, "2026" } };
    view.rows = sample_rows(language);
    view.text_fields = sample_text_fields(language);
    add_choices(view, language);
    view.definitions = { { language.t("Responsible"), escaped("Aminata Sawadogo") }, { language.t("Due"), escaped(language.full_date(*Date::from(2026, 3, 15))) },
        { language.t("State"), link(language.t("Postponed twice"), "#texts") } };
    view.tasks = { { language.t("Name the body"), "#texts", { Look::Done, language.t("Done") } },
        { language.t("Bring the action plan"), "#texts", { Look::InProgress, language.t("In progress") }, language.t("3 rows have no owner yet.") },
        { language.t("Send the first reminders"), "", { Look::ToDo, language.t("Cannot start yet") } } };
    view.empty = { language.t("No action yet"), language.t("Bring last year’s plan from Word or Excel, or write the first action."), language.t("Import a plan"), "#forms" };
    view.typed_text = user_text("Les deux régions ont répondu :\n- Centre-Nord, 12 partenaires\n- Sahel, 9 partenaires\n\nLe tableau est sur https://exemple.org/tableau?an=2026.");
    view.errors = { { { "people", language.t("Write a whole number, for example 25.") } } };
    view.pages = { { { 1, "?page=1" }, { 2, "?page=2", true }, { 3, "?page=3" }, {}, { 48, "?page=48" } }, "?page=1", "?page=3", 26, 50, 1200 };
    return view;
}

} // namespace toguna::web
