#include "contacts/pages.hpp"

#include "web/once.hpp"

#include <algorithm>

namespace toguna::contacts {

namespace {

constexpr std::size_t choices_shown = 25;
constexpr std::size_t sentences_shown = 20;
constexpr int rows_shown = 50;

/// What the draft means today, and the words to say it in.
struct Reading {
    ContactList const& list;
    Outcomes const& outcomes;
    Directory const& directory;
    web::Localization const& language;
};

std::string organization_words(Reading const& reading, std::string_view key)
{
    auto const* const outcome = reading.outcomes.find(key);
    if (!outcome)
        return {};
    auto const* const known = outcome->organization ? reading.directory.organization(*outcome->organization) : nullptr;
    if (known)
        return known->acronym.empty() ? known->name : known->acronym;
    return outcome->listed->words.acronym.empty() ? outcome->listed->words.name : outcome->listed->words.acronym;
}

web::Tag tag_of(PersonOutcome const& outcome, web::Localization const& language)
{
    switch (outcome.standing) {
    case Standing::Existing: return outcome.waits ? web::Tag { web::Look::ToConfirm, language.t("waits for its organisation") } : web::Tag { web::Look::Done, language.t("known") };
    case Standing::New: return outcome.waits ? web::Tag { web::Look::ToConfirm, language.t("waits for its organisation") } : web::Tag { web::Look::ToDo, language.t("new") };
    case Standing::Undecided: return { web::Look::ToConfirm, language.t("to be decided") };
    case Standing::LeftOut: return { web::Look::Abandoned, language.t("left out") };
    case Standing::Done: break;
    }
    return { web::Look::Done, language.t("saved") };
}

std::string joined(std::vector<std::string> const& values)
{
    std::string text;
    for (auto const& value : values)
        text += (text.empty() ? "" : ", ") + value;
    return text;
}

PersonLine line_of(PersonOutcome const& outcome, Reading const& reading)
{
    auto const& row = *outcome.row;
    auto reach = row.emails;
    reach.insert(reach.end(), row.phones.begin(), row.phones.end());
    PersonLine line { row.name, organization_words(reading, row.organization), row.function, joined(reach), tag_of(outcome, reading.language), {} };
    for (auto const& doubt : row.doubts)
        line.doubts.push_back(reading.language(doubt));
    return line;
}

/// « Moussa Traoré, FAO ».
std::string person_words(KnownPerson const& person, Reading const& reading)
{
    auto words = person.full_name;
    for (auto const& id : person.organizations)
        if (auto const* organization = reading.directory.organization(id))
            words += ", " + (organization->acronym.empty() ? organization->name : organization->acronym);
    return words;
}

std::string message_for(Error const* refused, std::string const& field, web::Localization const& language)
{
    return refused ? web::message_for(refused->fields, field, language) : std::string();
}

TitledChoice organization_choice(OrganizationOutcome const& outcome, std::size_t place, Reading const& reading, Error const* refused)
{
    auto const& language = reading.language;
    web::ChoiceField field { { organization_field(place), outcome.listed->words.text, {}, message_for(refused, organization_field(place), language) } };
    for (auto const& id : outcome.candidates)
        if (auto const* known = reading.directory.organization(id))
            field.options.push_back({ "existing:" + id.text(), language(tr("It is {name}", { { "name", people::Organization { id, known->name, known->acronym }.full_name() } })) });
    field.options.push_back({ "new", language(tr("A new organisation ({type})", { { "type", people::label_of(outcome.listed->type) } })) });
    field.options.push_back({ "leave_out", language.t("Leave the organisation out") });
    return { language(outcome.listed->place), language(trn("{count} person of the list belongs to it.", "{count} persons of the list belong to it.", outcome.listed->people)), std::move(field) };
}

TitledChoice person_choice(PersonOutcome const& outcome, Reading const& reading, Error const* refused)
{
    auto const& language = reading.language;
    auto const& row = *outcome.row;
    auto const organization = organization_words(reading, row.organization);
    web::ChoiceField field { { row_field(row.key), row.name + (organization.empty() ? "" : ", " + organization), {}, message_for(refused, row_field(row.key), language) } };
    for (auto const& id : outcome.candidates)
        if (auto const* person = reading.directory.person(id))
            field.options.push_back({ "existing:" + id.text(), language(tr("It is {name}", { { "name", person_words(*person, reading) } })) });
    field.options.push_back({ "new", language.t("A new person") });
    field.options.push_back({ "leave_out", language.t("Leave the person out") });
    return { language(row.place), language(outcome.reason), std::move(field) };
}

void fill_choices(DraftView& view, Reading const& reading, Error const* refused)
{
    // Organisations first: their people wait for them.
    for (std::size_t place = 0; place < reading.list.organizations.size() && view.choices.size() < choices_shown; ++place)
        if (auto const* outcome = reading.outcomes.find(reading.list.organizations[place].key); outcome && outcome->standing == Standing::Undecided)
            view.choices.push_back(organization_choice(*outcome, place, reading, refused));
    for (auto const& outcome : reading.outcomes.people)
        if (outcome.standing == Standing::Undecided && view.choices.size() < choices_shown)
            view.choices.push_back(person_choice(outcome, reading, refused));
    if (auto const all = reading.outcomes.undecided(); all > view.choices.size())
        view.more_choices = reading.language(trn("{count} more follows when these are decided.", "{count} more follow when these are decided.", std::int64_t(all - view.choices.size())));
}

/// The first values of a column, for a person to recognise it by.
std::string sample_of(GridTable const& table, std::size_t column)
{
    constexpr std::size_t values_shown = 3;
    std::vector<std::string> values;
    for (auto const& row : table.rows)
        if (auto const& cell = row.cells[column]; !cell.empty() && values.size() < values_shown)
            values.push_back(cell.substr(0, cell.find('\n')));
    return joined(values);
}

std::vector<TableColumns> columns_of(ContactGrid const& grid, web::Localization const& language)
{
    std::vector<web::Option> options;
    for (auto const role : column_roles())
        options.push_back({ std::string(name_of(role)), language(label_of(role)) });
    std::vector<TableColumns> tables;
    for (std::size_t number = 0; number < grid.tables.size(); ++number) {
        auto const& table = grid.tables[number];
        TableColumns shown { grid.tables.size() > 1 ? table.sheet : std::string(), {} };
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            auto const& read = table.columns[column];
            auto const label = read.title.empty() ? language(tr("Column {number}", { { "number", column + 1 } })) : read.title;
            shown.columns.push_back({ sample_of(table, column), { { column_field(number, column), label, sample_of(table, column) }, options, std::string(name_of(read.role)) } });
        }
        tables.push_back(std::move(shown));
    }
    return tables;
}

web::Figures figures_of(Outcomes const& outcomes, web::Localization const& language)
{
    auto const figure = [&](std::size_t count, std::string label, web::Look look) { return web::Figure { language.number(std::int64_t(count)), std::move(label), {}, look }; };
    return { figure(outcomes.count(Standing::New), language.t("new"), web::Look::Plain), figure(outcomes.count(Standing::Existing), language.t("known"), web::Look::Plain),
        figure(outcomes.undecided(), language.t("to be decided"), outcomes.undecided() > 0 ? web::Look::ToConfirm : web::Look::Plain) };
}

void fill_sentences(DraftView& view, ContactDraft const& draft, Reading const& reading)
{
    for (auto const& withheld : draft.grid.withheld)
        view.withheld.push_back(reading.language(sentence_of(withheld)));
    for (auto const& skipped : reading.list.skipped)
        if (view.skipped.size() < sentences_shown)
            view.skipped.push_back(reading.language(skipped));
    if (auto const all = reading.list.skipped.size(); all > view.skipped.size())
        view.skipped.push_back(reading.language(trn("… and {count} more row", "… and {count} more rows", std::int64_t(all - view.skipped.size()))));
}

} // namespace

std::string row_field(std::string_view row_key) { return "row-" + std::string(row_key); }
std::string organization_field(std::size_t place) { return "organization-" + std::to_string(place); }
std::string column_field(std::size_t table, std::size_t column) { return "column-" + std::to_string(table) + "-" + std::to_string(column); }

Result<DraftView> draft_view(web::Request const& request, web::Context const& context, db::Reader const& reader, ContactDraft const& draft, Error const* refused)
{
    auto const directory = TRY(read_directory(reader, draft.starts_on));
    auto const list = read_list(draft.grid);
    auto const outcomes = match(list, directory, draft.decisions);
    Reading const reading { list, outcomes, directory, context.language };

    DraftView view;
    view.id = draft.id.text();
    view.body = draft.body ? draft.body->text() : std::string();
    view.totals = context.language(totals_of(list));
    view.source = context.language(tr("{file}, as of {date}", { { "file", draft.source.file_name.empty() ? tr("pasted text") : tr("file {name}", { { "name", draft.source.file_name } }) }, { "date", draft.starts_on } }));
    auto const ready = outcomes.ready();
    view.may_save = ready > 0 || std::ranges::any_of(outcomes.organizations, [](auto const& outcome) { return outcome.listed->people == 0 && outcome.standing == Standing::New; });
    view.save_words = context.language(trn("Save {count} person", "Save {count} persons", std::int64_t(ready)));
    view.with_members = draft.with_members;
    view.version = std::to_string(draft.version);
    view.errors = refused ? web::error_summary(context, *refused) : SafeHtml();
    view.once = web::once_field(context);
    view.figures = figures_of(outcomes, context.language);
    fill_sentences(view, draft, reading);
    fill_choices(view, reading, refused);
    view.tables = columns_of(draft.grid, context.language);
    auto const pagination = web::paginate(int(outcomes.people.size()), request.query.get("page"), rows_shown);
    view.pages = web::pagination_links(context, request, pagination);
    auto const first = std::size_t(pagination.page - 1) * rows_shown;
    for (auto place = first; place < std::min(first + rows_shown, outcomes.people.size()); ++place)
        view.rows.push_back(line_of(outcomes.people[place], reading));
    return view;
}

} // namespace toguna::contacts
