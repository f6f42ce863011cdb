// bench_areas URL — 50,000 administrative areas, written into the empty database at URL, then the milliseconds that lists,
// searches, paths and recognition take. Prints JSON.
#include "db/migrations.hpp"
#include "db/migrator.hpp"
#include "geography/area_store.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iostream>

using namespace toguna;
using namespace toguna::geography;

namespace {

constexpr int area_count = 50'000;
constexpr int repetitions = 21;

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

/// A hundred provinces of five hundred communes each, in one country.
void fill(db::Database& db, Instant now)
{
    SeededChance chance { 3 };
    auto const country = CountryCode::trusted("COD");
    must(db.write([&](db::Transaction& tx) -> Result<void> {
        AdminArea province { .id = new_id<AdminAreaTag>(now, chance), .country = country, .name = "", .validity = Period::since(*Date::from(2024, 1, 1)), .edition = "2024" };
        for (int number = 0; number < area_count; ++number) {
            if (number % 500 == 0) {
                province.id = new_id<AdminAreaTag>(now, chance);
                province.p_code = PCode::trusted(fmt::format("CD{:03}", number / 500));
                province.name = fmt::format("Province du Lac {}", number / 500);
                TRY(insert_area(tx, province));
            }
            AdminArea const commune { .id = new_id<AdminAreaTag>(now, chance), .country = country, .level = 2, .p_code = PCode::trusted(fmt::format("CD{:03}{:03}", number / 500, number % 500)),
                .name = fmt::format("Groupement {:x} de la rivière", number * 7919 % 65'536), .parent = province.id, .validity = province.validity, .edition = "2024" };
            TRY(insert_area(tx, commune));
        }
        return {};
    }));
}

template<class Work>
double median_milliseconds(db::Database& db, Work const& work)
{
    std::vector<double> times;
    for (int count = 0; count < repetitions; ++count) {
        auto const started = std::chrono::steady_clock::now();
        must(db.read([&](db::Reader const& reader) -> Result<void> {
            must(work(reader));
            return {};
        }));
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count());
    }
    std::nth_element(times.begin(), times.begin() + times.size() / 2, times.end());
    return times[times.size() / 2];
}

} // namespace

int main(int count, char** words)
{
    if (count != 2) {
        std::cerr << "bench_areas URL\n";
        return 2;
    }
    auto const now = *Instant::from_iso("2026-11-27T08:00:00Z");
    auto const today = now.utc_date();
    auto const db = must(db::Database::open({ words[1] }));
    auto const migrations = db::all_migrations();
    must(db::migrate(*db, { migrations.begin(), migrations.end() }, ".", now));
    fill(*db, now);
    // What the engine does by itself within minutes of a large change.
    must(db->write([](db::Transaction& tx) { return tx.execute_raw("ANALYZE"); }));

    boost::json::object figures;
    auto const measure = [&](std::string const& name, auto const& work) { figures[name] = median_milliseconds(*db, work); };
    auto const search = [&](std::string const& name, std::string const& looked_for) {
        measure(name, [&](db::Reader const& reader) { return list_areas(reader, { .day = today, .search = looked_for }); });
        measure(name + ", counted", [&](db::Reader const& reader) { return count_areas(reader, { .day = today, .search = looked_for }); });
    };
    search("name of many", "riviere groupement");
    search("name of one", "kaya");
    search("name of none", "xylophone");
    search("code", "cd042123");
    auto const commune = must(db->read([&](db::Reader const& reader) { return find_area_by_p_code(reader, CountryCode::trusted("COD"), "CD042123", today); }));
    measure("code looked up", [&](db::Reader const& reader) { return find_area_by_p_code(reader, commune.country, "CD042123", today); });
    measure("path", [&](db::Reader const& reader) { return area_path(reader, commune.id, "fr"); });
    std::cout << boost::json::serialize(figures) << '\n';
    return 0;
}
