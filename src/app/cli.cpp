#include "app/commands.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

extern char** environ;

namespace toguna::app {

namespace {

/// The words that every sub-command takes.
struct CommonWords {
    std::string configuration_file;
    std::string data;
    std::string database;
    std::string language;
    std::string format = "text";
    std::map<std::string, std::string> settings;
};

std::string option_name(std::string key)
{
    std::replace(key.begin(), key.end(), '_', '-');
    return "--" + key;
}

std::vector<std::string> toguna_environment()
{
    std::vector<std::string> variables;
    for (char** variable = environ; *variable; ++variable)
        if (std::string_view(*variable).starts_with("TOGUNA_"))
            variables.emplace_back(*variable);
    return variables;
}

Result<std::string> read_text_file(std::string const& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(ErrorKind::Invalid, tr("The configuration file {path} cannot be read.", { { "path", path } }));
    return std::string(std::istreambuf_iterator<char>(file), {});
}

/// Defaults, file, environment, flags: each may change what came before.
Result<web::Configuration> configuration_of(CommonWords const& words)
{
    web::Configuration configuration;
    auto file = words.configuration_file;
    if (auto const beside_data = words.data + "/toguna.conf"; file.empty() && !words.data.empty() && std::filesystem::exists(beside_data))
        file = beside_data;
    if (!file.empty())
        TRY(web::apply_configuration_file(configuration, TRY(read_text_file(file)), file));
    TRY(web::apply_environment(configuration, toguna_environment()));
    for (auto const& [key, value] : words.settings)
        TRY(web::apply_setting(configuration, key, value));
    if (!words.data.empty())
        configuration.data_directory = words.data;
    if (!words.database.empty())
        configuration.database_url = words.database;
    return configuration;
}

std::string language_of(CommonWords const& words)
{
    if (!words.language.empty())
        return words.language;
    for (auto const* variable : { "TOGUNA_LANGUAGE", "LC_ALL", "LANG" })
        if (auto const* value = std::getenv(variable); value && std::string_view(value).starts_with("en"))
            return "en";
    return "fr";
}

int exit_code(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Invalid:
    case ErrorKind::NotFound:
    case ErrorKind::TooLarge:
        return 2;
    case ErrorKind::Forbidden:
    case ErrorKind::Conflict:
    case ErrorKind::Unavailable:
    case ErrorKind::Internal:
        return 1;
    }
    return 1;
}

int report(Error const& error, web::Localization const& language, bool json, std::ostream& messages)
{
    if (json) {
        boost::json::array fields;
        for (auto const& field : error.fields)
            fields.push_back({ { "field", field.field }, { "message", language(field.message) } });
        messages << boost::json::serialize(boost::json::object { { "error", language(error.message) }, { "fields", fields }, { "detail", error.detail } }) << "\n";
    } else {
        messages << "toguna: " << language(error.message) << "\n";
        for (auto const& field : error.fields)
            messages << "  " << field.field << ": " << language(field.message) << "\n";
        if (!error.detail.empty())
            messages << "  (" << error.detail << ")\n";
    }
    return exit_code(error.kind);
}

/// Collects the sub-commands with their help; `chosen` is set to what the words asked for.
class CommandLine {
public:
    using Command = std::function<Result<void>(Surroundings const&)>;

    explicit CommandLine(web::Localization const& language) : m_language(language), m_app(language(tr("Toguna: action plans, meetings and mandates of coordination bodies.")), "toguna")
    {
        m_app.require_subcommand(1);
        m_app.set_version_flag("--version", "toguna " TOGUNA_VERSION);
        add_platform_commands();
        add_data_commands();
        add_import_command();
        add_mandate_commands();
    }

    CLI::App& app() { return m_app; }
    CommonWords const& words() const { return m_words; }
    Command const& chosen() const { return m_chosen; }

private:
    CLI::App* add(CLI::App& parent, std::string const& name, Text const& help, Command command)
    {
        auto* sub = parent.add_subcommand(name, m_language(help));
        sub->add_option("--data", m_words.data, m_language(tr("Folder of the embedded database, of files and backups")));
        sub->add_option("--database", m_words.database, m_language(tr("Address of a database: sqlite:PATH or postgresql://…")));
        sub->add_option("--config", m_words.configuration_file, m_language(tr("Configuration file (default: toguna.conf in the data folder)")));
        sub->add_option("--language", m_words.language, m_language(tr("Language of messages: fr or en")));
        sub->add_option("--format", m_words.format, m_language(tr("text or json")))->check(CLI::IsMember({ "text", "json" }));
        // The callback of « import » runs after that of « import action-plan »: the inner word decides.
        sub->callback([this, sub, command = std::move(command)] {
            if (sub->get_subcommands().empty())
                m_chosen = command;
        });
        return sub;
    }

    void add_settings(CLI::App* sub)
    {
        for (auto const& setting : web::settings_of({}))
            if (setting.key != "data_directory" && setting.key != "database_url" && setting.key != "language")
                sub->add_option_function<std::string>(option_name(setting.key), [this, key = setting.key](std::string const& value) { m_words.settings[key] = value; },
                       m_language(setting.meaning))
                    ->group(m_language(tr("Settings")));
    }

    void add_platform_commands()
    {
        add_settings(add(m_app, "serve", tr("Serve the pages, do the jobs, send the mail"), serve));
        add_settings(add(m_app, "work", tr("Do the jobs that are due, once, without serving pages"), work_once));
        add_settings(add(m_app, "config", tr("Show the settings in force and where they can be changed"), show_configuration));
        add(m_app, "migrate", tr("Bring the database up to date"), migrate);
        add(m_app, "routes", tr("List every page and who may open it"), list_routes);
        add_settings(add(m_app, "demo", tr("Fill an empty installation with the demonstration country"), fill_demonstration));
        auto* user = m_app.add_subcommand("user", m_language(tr("Accounts")));
        user->require_subcommand(1);
        auto* user_add = add(*user, "add", tr("Add an account and print the link that opens it"), [this](Surroundings const& surroundings) { return add_account(surroundings, m_account); });
        user_add->add_option("--name", m_account.name, m_language(tr("Name, as the person writes it")))->required();
        user_add->add_option("--email", m_account.email, m_language(tr("E-mail address")))->required();
        user_add->add_flag("--administrator", m_account.administrator, m_language(tr("May change accounts, settings and catalogues")));
        add_settings(user_add);
    }

    void add_data_commands()
    {
        add_with_path("backup", "--output", tr("Copy a running installation into one file"), tr("File to write"), make_backup);
        add_with_path("restore", "FILE", tr("Put a backup into an empty data folder"), tr("A file written by « toguna backup »"), restore_backup);
        auto* all = add_with_path("export", "--output", tr("Write everything as documented JSON and files"), tr("File to write"), export_everything);
        all->add_flag("--all", m_all, m_language(tr("Everything (there is no smaller export yet)")))->required();
        add(m_app, "verify", tr("Check the journal's chain, the database file and the library; print what identifies the data"), verify);
    }

    void add_import_command()
    {
        auto* import = add_with_path("import", "FILE", tr("Import an export of everything, or one document"), tr("A file written by « toguna export --all »"), import_everything);
        import->require_subcommand(0, 1);
        auto* plan = add(*import, "action-plan", tr("Read an action plan from DOCX, XLSX, ODS, CSV or text"), [this](Surroundings const& surroundings) { return import_action_plan(surroundings, m_plan); });
        plan->add_option("FILE", m_plan.path, m_language(tr("The file to read")))->required();
        plan->add_option("--year", m_plan.year, m_language(tr("Year of the plan")))->required();
        plan->add_option("--body", m_plan.body, m_language(tr("Code of the body the plan belongs to, such as NUT")));
        plan->add_flag("--dry-run", m_plan.dry_run, m_language(tr("Show what was understood and write nothing")));
        add_contact_import(*import);
        add_area_import(*import);
        auto* undo = add(*import, "undo", tr("Take back what an import wrote, except where somebody went on from it"),
            [this](Surroundings const& surroundings) { return undo_action_plan_import(surroundings, m_import); });
        undo->add_option("IMPORT", m_import, m_language(tr("Identifier of the import, as it was printed")))->required();
    }

    void add_contact_import(CLI::App& import)
    {
        auto* contacts = add(import, "contacts", tr("Read a contact list from XLSX, ODS, CSV, vCard, DOCX or text"), [this](Surroundings const& surroundings) { return import_contact_list(surroundings, m_contacts); });
        contacts->add_option("FILE", m_contacts.path, m_language(tr("The file to read")))->required();
        contacts->add_option("--body", m_contacts.body, m_language(tr("Code of the body whose members the organisations become, such as NUT")));
        contacts->add_option("--as-of", m_contacts.as_of, m_language(tr("Day of the list, such as 2026-11-27 (default: today)")));
        contacts->add_flag("--dry-run", m_contacts.dry_run, m_language(tr("Show what was understood and write nothing")));
    }

    void add_area_import(CLI::App& import)
    {
        auto* areas = add(import, "areas", tr("Read the administrative areas of a country, with P-codes, from a COD file (XLSX, ODS, CSV)"),
            [this](Surroundings const& surroundings) { return import_areas(surroundings, m_areas); });
        areas->add_option("FILE", m_areas.path, m_language(tr("The file to read")))->required();
        areas->add_option("--country", m_areas.country, m_language(tr("Three letters of the country, such as BFA (default: the one the file names)")));
        areas->add_option("--valid-from", m_areas.valid_from, m_language(tr("First day of the new edition (default: what the file says)")));
        areas->add_option("--edition", m_areas.edition, m_language(tr("Name of the edition (default: what the file says, or the year)")));
        areas->add_flag("--dry-run", m_areas.dry_run, m_language(tr("Show what was understood and write nothing")));
    }

    void add_mandate_commands()
    {
        auto* mandate = m_app.add_subcommand("mandate", m_language(tr("Mandates: who holds which role")));
        mandate->require_subcommand(1);
        auto* list = add(*mandate, "list", tr("List the mandates of a body on a day"), [this](Surroundings const& surroundings) { return list_body_mandates(surroundings, m_mandate); });
        list->add_option("--on", m_mandate.on, m_language(tr("Day, such as 2026-11-27 (default: today)")));
        auto* added = add(*mandate, "add", tr("Name a holder of a role"), [this](Surroundings const& surroundings) { return add_mandate(surroundings, m_mandate); });
        added->add_option("--role", m_mandate.role, m_language(tr("Role, such as coordinator or lead_agency")))->required();
        added->add_option("--organization", m_mandate.organization, m_language(tr("Name or acronym of the organisation")));
        added->add_option("--person", m_mandate.person, m_language(tr("Name of the person")));
        added->add_option("--level", m_mandate.level, m_language(tr("national, regional or local")));
        added->add_option("--area", m_mandate.area, m_language(tr("Name or P-code of the area")));
        added->add_option("--from", m_mandate.from, m_language(tr("First day (default: today)")));
        added->add_option("--until", m_mandate.until, m_language(tr("Last day (default: until further notice)")));
        auto* ended = add(*mandate, "end", tr("Give a mandate its last day"), [this](Surroundings const& surroundings) { return end_body_mandate(surroundings, m_mandate); });
        ended->add_option("MANDATE", m_mandate.mandate, m_language(tr("Identifier of the mandate, as « toguna mandate list » prints it")))->required();
        ended->add_option("--until", m_mandate.until, m_language(tr("Last day (default: today)")));
        for (auto* sub : { list, added, ended })
            sub->add_option("--body", m_mandate.body, m_language(tr("Code of the body, such as NUT")))->required();
    }

    CLI::App* add_with_path(std::string const& name, std::string const& option, Text const& help, Text const& path_help, Result<void> (*command)(Surroundings const&, std::string const&))
    {
        auto* sub = add(m_app, name, help, [this, command](Surroundings const& surroundings) -> Result<void> {
            if (m_path.empty())
                return fail(ErrorKind::Invalid, tr("No file was named."));
            return command(surroundings, m_path);
        });
        sub->add_option(option, m_path, m_language(path_help));
        return sub;
    }

    web::Localization const& m_language;
    CLI::App m_app;
    CommonWords m_words;
    NewAccount m_account;
    PlanImportOrder m_plan;
    ContactImportOrder m_contacts;
    AreaImportWords m_areas;
    MandateWords m_mandate;
    std::string m_import;
    std::string m_path;
    bool m_all = false;
    Command m_chosen;
};

} // namespace

int run_command_line(int argument_count, char const* const* arguments, std::ostream& out, std::ostream& messages)
{
    // The language of --help must be known before the words are read.
    CommonWords early;
    for (int index = 1; index + 1 < argument_count; ++index)
        if (std::string_view(arguments[index]) == "--language")
            early.language = arguments[index + 1];
    auto const& language = web::localization(language_of(early), web::Medium::File);

    CommandLine line(language);
    try {
        line.app().parse(argument_count, arguments);
    } catch (CLI::Success const& success) {
        return line.app().exit(success, out, messages);
    } catch (CLI::ParseError const& error) {
        line.app().exit(error, out, messages);
        return 2;
    }

    bool const json = line.words().format == "json";
    auto configuration = configuration_of(line.words());
    if (!configuration)
        return report(configuration.error(), language, json, messages);
    Surroundings const surroundings { *configuration, language, out, messages, json, system_chance(), Instant::system_now() };
    if (auto done = line.chosen()(surroundings); !done)
        return report(done.error(), language, json, messages);
    return 0;
}

} // namespace toguna::app
