// bench_contacts DATABASE [ROWS] — imports a made-up contact list of ROWS persons (10,000) into a fresh database, then once
// more: prints, as JSON, milliseconds from the bytes to the commit.
#include "contacts/contact_cards.hpp"
#include "contacts/import_store.hpp"
#include "db/migrations.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <array>
#include <chrono>
#include <iostream>

using namespace toguna;

namespace {

template<class T>
T must(Result<T> result)
{
    if (!result) {
        std::cerr << result.error().message.debug_string() << " [" << result.error().detail << "]\n";
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// French CSV: names of three words, four hundred organisations, an address and a number each.
std::string made_up_list(int rows)
{
    constexpr std::array given { "Awa", "Issa", "Fanta", "Moussa", "Rokia", "Salif", "Mariam", "Paul", "Aline", "Kadi" };
    constexpr std::array family { "Sanou", "Barry", "Cissé", "Traoré", "Maïga", "Zongo", "Diallo", "Diarra", "Sawadogo", "Bamba" };
    std::string csv = "No.;Nom & Prénom;Organisation;Fonction;E-mail;Téléphone\n";
    for (int row = 0; row < rows; ++row)
        csv += fmt::format("{};{} Yana{} {};Organisation locale {};Chargée {};p{}@example.org;+226 7{:07}\n", row + 1, given[std::size_t(row % 10)], row / 100, family[std::size_t(row / 10 % 10)], row % 400, row % 7, row, row);
    return csv;
}

std::int64_t import_once(db::Database& database, std::string const& bytes, Chance& chance, std::int64_t& added)
{
    auto const now = *Instant::from_iso("2026-11-23T08:00:00Z");
    auto const start = std::chrono::steady_clock::now();
    contacts::ContactDraft const draft { contacts::ContactDraftId::trusted(new_id_text(now, chance)), {}, { "liste.csv", "0" }, now.utc_date(), false, must(contacts::read_contact_file(bytes, "liste.csv")), {}, 1, now };
    auto const import = must(database.write([&](db::Transaction& tx) { return contacts::write_contacts(tx, draft, { { .account = {}, .person = {}, .name = "bench" }, now, chance }); }));
    added = import.persons_added;
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

int main(int count, char** words)
{
    if (count < 2) {
        std::cerr << "bench_contacts DATABASE [ROWS]\n";
        return 2;
    }
    int const rows = count > 2 ? std::atoi(words[2]) : 10'000;
    auto const database = must(db::Database::open({ words[1] }));
    auto const migrations = db::all_migrations();
    must(db::migrate(*database, { migrations.begin(), migrations.end() }, ".", *Instant::from_iso("2026-11-23T08:00:00Z")));
    SeededChance chance { 2026 };
    auto const bytes = made_up_list(rows);
    std::int64_t added = 0;
    std::int64_t added_again = 0;
    auto const first = import_once(*database, bytes, chance, added);
    auto const again = import_once(*database, bytes, chance, added_again);
    std::cout << boost::json::serialize(boost::json::object { { "rows", rows }, { "persons_added", added }, { "milliseconds", first }, { "again_added", added_again }, { "again_milliseconds", again } }) << "\n";
}
