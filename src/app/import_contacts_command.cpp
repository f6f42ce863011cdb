#include "app/commands.hpp"

#include "base/hash.hpp"
#include "bodies/store.hpp"
#include "contacts/contact_cards.hpp"
#include "contacts/import_store.hpp"

#include <boost/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>

namespace toguna::app {

namespace {

using namespace contacts;

Result<std::string> read_list_file(std::string const& path)
{
    std::error_code problem;
    auto const size = std::filesystem::file_size(path, problem);
    if (problem)
        return fail(ErrorKind::Invalid, tr("The file {path} cannot be read. Check its name and its rights.", { { "path", path } }), problem.message());
    // The readers say their own limit; nothing larger is taken into memory.
    if (size > 2 * formats::ReadLimits {}.file_bytes)
        return fail(ErrorKind::TooLarge, tr("The file {path} has {size} MB; a contact list has {limit} MB at most.",
            { { "path", path }, { "size", std::int64_t(size >> 20) }, { "limit", std::int64_t(formats::ReadLimits {}.file_bytes >> 20) } }));
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

std::string organization_name(ContactList const& list, ContactRow const& row)
{
    auto const* const organization = list.find(row.organization);
    return organization ? organization->words.text : std::string();
}

/// Every person, then what was set aside or is not certain, with its place.
void print_list(Surroundings const& surroundings, ContactGrid const& grid, ContactList const& list)
{
    auto const& language = surroundings.language;
    surroundings.out << language(totals_of(list)) << "\n";
    for (auto const& row : list.people) {
        surroundings.out << "  " << row.name << " — " << organization_name(list, row) << (row.function.empty() ? "" : " — " + row.function) << "\n";
        for (auto const& doubt : row.doubts)
            surroundings.messages << language(row.place) << " – " << language(doubt) << "\n";
    }
    for (auto const& withheld : grid.withheld)
        surroundings.messages << language(sentence_of(withheld)) << "\n";
    for (auto const& skipped : list.skipped)
        surroundings.messages << language(skipped) << "\n";
}

void print_list_json(Surroundings const& surroundings, ContactGrid const& grid, ContactList const& list)
{
    auto const& language = surroundings.language;
    auto const texts = [](std::vector<std::string> const& values) { return boost::json::array(values.begin(), values.end()); };
    boost::json::array people;
    for (auto const& row : list.people)
        people.push_back({ { "name", row.name }, { "organization", organization_name(list, row) }, { "function", row.function }, { "emails", texts(row.emails) }, { "phones", texts(row.phones) },
            { "place", language(row.place) } });
    boost::json::array withheld;
    for (auto const& one : grid.withheld)
        withheld.emplace_back(language(sentence_of(one)));
    surroundings.out << boost::json::serialize(boost::json::object { { "persons", list.people.size() }, { "organizations", list.organizations.size() }, { "people", std::move(people) },
        { "withheld", std::move(withheld) }, { "skipped", list.skipped.size() } }) << "\n";
}

void print_import(Surroundings const& surroundings, ContactImport const& import)
{
    auto const& language = surroundings.language;
    if (surroundings.json) {
        surroundings.out << boost::json::serialize(boost::json::object { { "import", import.changed_nothing() ? boost::json::value(nullptr) : boost::json::value(import.id.text()) },
            { "persons_added", import.persons_added }, { "persons_known", import.persons_known }, { "organizations_added", import.organizations_added }, { "affiliations_added", import.affiliations_added },
            { "details_added", import.details_added }, { "members_added", import.members_added }, { "undecided", import.undecided }, { "withheld", import.withheld.size() } }) << "\n";
        return;
    }
    surroundings.out << language(tr("Persons added: {persons}, known before: {known}; organisations added: {organizations}; memberships added: {members}; left for a person to decide: {undecided}.",
        { { "persons", import.persons_added }, { "known", import.persons_known }, { "organizations", import.organizations_added }, { "members", import.members_added }, { "undecided", import.undecided } })) << "\n";
}

Result<Date> day_of(ContactImportOrder const& order, Date today)
{
    if (order.as_of.empty())
        return today;
    auto const day = Date::from_iso(order.as_of);
    if (!day || *day > today)
        return fail(ErrorKind::Invalid, tr("“{words}” is no day of the past written like 2026-11-27.", { { "words", order.as_of } }));
    return *day;
}

Result<void> write_list_of(Surroundings const& surroundings, ContactImportOrder const& order, ContactGrid grid, ListSource const& source)
{
    auto const database = TRY(open_database(surroundings, Migrate::Yes));
    auto const import = TRY(database->write([&](db::Transaction& tx) -> Result<ContactImport> {
        std::optional<bodies::BodyId> body;
        auto today = surroundings.now.utc_date();
        if (!order.body.empty()) {
            auto const found = TRY(bodies::find_body_by_code(tx, order.body));
            today = web::local_date(surroundings.now, TRY(bodies::time_zone_of(tx, found)));
            body = found.id;
        }
        ContactDraft const draft { ContactDraftId::trusted(new_id_text(surroundings.now, surroundings.chance)), body, source, TRY(day_of(order, today)), true, grid, {}, 1, surroundings.now };
        return write_contacts(tx, draft, { { .account = {}, .person = {}, .name = surroundings.language.t("command line") }, surroundings.now, surroundings.chance });
    }));
    print_import(surroundings, import);
    return {};
}

} // namespace

Result<void> import_contact_list(Surroundings const& surroundings, ContactImportOrder const& order)
{
    auto const bytes = TRY(read_list_file(order.path));
    auto const name = std::filesystem::path(order.path).filename().string();
    bool const is_text = name.ends_with(".txt");
    auto grid = TRY(is_text ? read_contact_text(bytes) : read_contact_file(bytes, name));
    auto const list = read_list(grid);
    if (order.dry_run && surroundings.json) {
        print_list_json(surroundings, grid, list);
        return {};
    }
    if (order.dry_run) {
        print_list(surroundings, grid, list);
        return {};
    }
    for (auto const& withheld : grid.withheld)
        surroundings.messages << surroundings.language(sentence_of(withheld)) << "\n";
    return write_list_of(surroundings, order, std::move(grid), { name, blake2b_hex(bytes) });
}

} // namespace toguna::app
