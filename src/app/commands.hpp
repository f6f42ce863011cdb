#pragma once
/// What the words of the command line do. cli.cpp reads the words; each command is in an x_command.cpp of its own.

#include "base/id.hpp"
#include "db/database.hpp"
#include "web/configuration.hpp"
#include "web/localization.hpp"

#include <iosfwd>
#include <string>

namespace toguna::app {

/// What every command is given beside its own words.
struct Surroundings {
    web::Configuration configuration;
    web::Localization const& language;
    std::ostream& out;      ///< results
    std::ostream& messages; ///< progress and sentences for the person at the keyboard
    bool json = false;      ///< results as JSON
    Chance& chance;
    Instant now;
};

enum class Migrate { Yes, No };

/// Opens the configured database. `Yes` brings it up to date first (with a copy beforehand on SQLite); `No` refuses a
/// database that is not, and says which command does it.
Result<std::unique_ptr<db::Database>> open_database(Surroundings const& surroundings, Migrate migrate);
std::string files_directory(web::Configuration const& configuration);

Result<void> serve(Surroundings const& surroundings);
Result<void> migrate(Surroundings const& surroundings);
/// Does the jobs that are due, once, without serving pages: for tests and for a timer of the machine.
Result<void> work_once(Surroundings const& surroundings);
Result<void> list_routes(Surroundings const& surroundings);
Result<void> show_configuration(Surroundings const& surroundings);
Result<void> fill_demonstration(Surroundings const& surroundings);

struct NewAccount {
    std::string name;
    std::string email;
    bool administrator = false;
};
/// Prints a link with which the person sets a password.
Result<void> add_account(Surroundings const& surroundings, NewAccount const& account);

Result<void> make_backup(Surroundings const& surroundings, std::string const& path);
Result<void> restore_backup(Surroundings const& surroundings, std::string const& path);
Result<void> export_everything(Surroundings const& surroundings, std::string const& path);
Result<void> import_everything(Surroundings const& surroundings, std::string const& path);
/// Fails when the journal's chain is broken, the file is damaged or a file of the library is missing.
Result<void> verify(Surroundings const& surroundings);

struct ContactImportOrder {
    std::string path;
    std::string body;   ///< code; empty: only the directory is filled
    std::string as_of;  ///< day of the list; empty: today
    bool dry_run = false;
};
/// What is not certain is printed with its place and left out: the pages ask a person.
Result<void> import_contact_list(Surroundings const& surroundings, ContactImportOrder const& order);

struct PlanImportOrder {
    std::string path;
    int year = 0;
    std::string body; ///< code; may be empty for a dry run
    bool dry_run = false;
};
Result<void> import_action_plan(Surroundings const& surroundings, PlanImportOrder const& order);
/// `import` is the identifier that import_action_plan printed.
Result<void> undo_action_plan_import(Surroundings const& surroundings, std::string const& import);

struct AreaImportWords {
    std::string path;
    std::string country;    ///< "BFA"; empty: the one the file names
    std::string valid_from; ///< empty: what the file says
    std::string edition;    ///< empty: what the file says, or the year
    bool dry_run = false;
};
/// Administrative areas of a country from a COD file. Refused rows are printed, and nothing is written.
Result<void> import_areas(Surroundings const& surroundings, AreaImportWords const& order);

struct MandateWords {
    std::string body;    ///< code
    std::string on;      ///< of the list; empty: today
    std::string role;    ///< "coordinator"
    std::string organization;
    std::string person;
    std::string level = "national";
    std::string area;
    std::string from;    ///< empty: today
    std::string until;   ///< empty: until further notice; of an end: today
    std::string mandate; ///< identifier, as the list prints it
};
Result<void> list_body_mandates(Surroundings const& surroundings, MandateWords const& words);
/// Under the same rules as the page, and journalled as done by the command line.
Result<void> add_mandate(Surroundings const& surroundings, MandateWords const& words);
Result<void> end_body_mandate(Surroundings const& surroundings, MandateWords const& words);

/// Runs the command line; returns 0, 1 (failed) or 2 (bad input).
int run_command_line(int argument_count, char const* const* arguments, std::ostream& out, std::ostream& messages);

} // namespace toguna::app
