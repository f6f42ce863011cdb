#include "app/commands.hpp"

#include "base/hash.hpp"
#include "base/read_date.hpp"
#include "formats/table.hpp"
#include "geography/area_import_store.hpp"
#include "geography/store.hpp"

#include <boost/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>

namespace toguna::app {

namespace {

using namespace geography;

Result<std::string> read_area_bytes(std::string const& path)
{
    std::error_code problem;
    auto const size = std::filesystem::file_size(path, problem);
    if (problem)
        return fail(ErrorKind::Invalid, tr("The file {path} cannot be read. Check its name and its rights.", { { "path", path } }), problem.message());
    if (size > formats::ReadLimits {}.file_bytes)
        return fail(ErrorKind::TooLarge, tr("The file {path} has {size} MB; {limit} MB are the most.",
            { { "path", path }, { "size", std::int64_t(size >> 20) }, { "limit", std::int64_t(formats::ReadLimits {}.file_bytes >> 20) } }));
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

std::string at_place(AreaProblem const& problem, web::Localization const& language)
{
    return problem.place.empty() ? language(problem.message) : language(problem.place) + " – " + language(problem.message);
}

void print_json(Surroundings const& surroundings, AreaImportPlan const& plan, bool written)
{
    auto const& language = surroundings.language;
    boost::json::object json { { "country", plan.country.code.text() }, { "edition", plan.edition }, { "valid_from", plan.valid_from.to_iso() }, { "written", written } };
    boost::json::array changes;
    for (auto const& change : plan.changes)
        if (change.change != AreaChange::Unchanged)
            changes.push_back({ { "change", name_of(change.change) }, { "level", change.level }, { "code", change.code }, { "name", change.name }, { "former_name", change.former_name } });
    for (auto const kind : { AreaChange::Added, AreaChange::Renamed, AreaChange::Coded, AreaChange::Moved, AreaChange::Retired, AreaChange::Unchanged })
        json[name_of(kind)] = plan.count(kind);
    boost::json::array problems;
    for (auto const& problem : plan.problems)
        problems.push_back({ { "place", language(problem.place) }, { "message", language(problem.message) } });
    boost::json::array set_aside;
    for (auto const& text : plan.set_aside)
        set_aside.emplace_back(language(text));
    json["refused"] = std::move(problems);
    json["set_aside"] = std::move(set_aside);
    json["changes"] = std::move(changes);
    surroundings.out << boost::json::serialize(json) << "\n";
}

void print_text(Surroundings const& surroundings, AreaImportPlan const& plan)
{
    auto const& language = surroundings.language;
    surroundings.out << language(tr("{country}, edition {edition}, valid since {date}",
                            { { "country", plan.country.name(language.language()) }, { "edition", plan.edition }, { "date", plan.valid_from } }))
                     << "\n";
    for (auto const kind : { AreaChange::Added, AreaChange::Renamed, AreaChange::Coded, AreaChange::Moved, AreaChange::Retired, AreaChange::Unchanged })
        if (auto const count = plan.count(kind); count > 0)
            surroundings.out << "  " << language(tr("{change}: {number}", { { "change", label_of(kind) }, { "number", count } })) << "\n";
    for (auto const& text : plan.set_aside)
        surroundings.out << language(text) << "\n";
    for (auto const& problem : plan.problems)
        surroundings.out << "  " << at_place(problem, language) << "\n";
}

Result<AreaImportPlan> plan_of_order(db::Reader const& db, formats::ForeignFile const& file, AreaImportWords const& order, Date today)
{
    std::optional<Date> valid_from;
    if (!order.valid_from.empty()) {
        valid_from = read_date(order.valid_from, today);
        if (!valid_from)
            return fail(ErrorKind::Invalid, unreadable_date(order.valid_from));
    }
    auto const written = CountryCode::parse(order.country);
    if (!order.country.empty() && !written)
        return fail(ErrorKind::Invalid, tr("Say the country with three letters: --country BFA."));
    return plan_import(db, file, written ? *written : TRY(country_of_file(db, file)), valid_from, order.edition);
}

} // namespace

Result<void> import_areas(Surroundings const& surroundings, AreaImportWords const& order)
{
    auto const bytes = TRY(read_area_bytes(order.path));
    auto const name = std::filesystem::path(order.path).filename().string();
    auto const file = TRY(formats::read_foreign_file(bytes, name));
    auto const today = surroundings.now.utc_date();
    auto const database = TRY(open_database(surroundings, Migrate::Yes));
    auto const show = [&](AreaImportPlan const& plan, bool written) {
        if (surroundings.json)
            print_json(surroundings, plan, written);
        else
            print_text(surroundings, plan);
    };
    auto const plan = TRY(database->read([&](db::Reader const& db) { return plan_of_order(db, file, order, today); }));
    if (order.dry_run || !plan.problems.empty()) {
        show(plan, false);
        if (plan.problems.empty())
            return {};
        return fail(ErrorKind::Invalid, tr("Rows of this file are refused, so nothing of it was written. Correct the file and load it again."));
    }
    AreaImportSource const source { { .account = {}, .person = {}, .name = surroundings.language.t("command line") }, name, blake2b_hex(bytes) };
    // Planned again where it is written: somebody may have imported in between.
    auto const written = TRY(database->write([&](db::Transaction& tx) -> Result<AreaImportPlan> {
        auto again = TRY(plan_of_order(tx, file, order, today));
        TRY(write_area_import(tx, again, source, surroundings.now, surroundings.chance));
        return again;
    }));
    show(written, !written.changes_nothing());
    return {};
}

} // namespace toguna::app
