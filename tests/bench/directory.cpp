// bench_directory URL — the directory at the size of a region: 5,000 organisations and 50,000 persons, written into the
// empty database at URL, then the milliseconds of CPU and of waiting that its lists, searches and choosers take. Prints JSON.
#include "db/migrations.hpp"
#include "db/migrator.hpp"
#include "people/chooser_store.hpp"
#include "people/feature.hpp"
#include "people/person_store.hpp"
#include "people/store.hpp"
#include "web/configuration.hpp"
#include "web/router.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <iostream>

using namespace toguna;

namespace {

constexpr int organization_count = 5'000;
constexpr int person_count = 50'000;
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

constexpr std::array<std::string_view, 16> given { "Awa", "Moussa", "Fatou", "Issa", "Mariam", "Salif", "Haoua", "Paul", "Rasmata", "Adama", "Aïssata", "Boureima", "Jeanne", "Oumar", "Zeinabou", "Sanaba" };
constexpr std::array<std::string_view, 20> family { "SIDIBÉ", "TRAORÉ", "OUÉDRAOGO", "DIALLO", "KONÉ", "SANOU", "BARRY", "CISSÉ", "ZONGO", "KABORÉ", "MAÏGA", "TOURÉ", "COULIBALY", "TAPSOBA", "HAMIDOU", "ABDOU", "GARBA", "DICKO", "COMPAORÉ", "NIKIÉMA" };
constexpr std::array<std::string_view, 12> does { "Secours", "Entraide", "Alliance", "Initiative", "Réseau", "Action", "Solidarité", "Observatoire", "Fondation", "Comité", "Union", "Centre" };
constexpr std::array<std::string_view, 10> where { "du Sahel", "du Gourma", "de la Boucle", "du Liptako", "de l’Aïr", "du Yatenga", "de Mopti", "de Diffa", "du Nord", "de l’Est" };

/// Syllables of a number: names that differ as real ones do.
std::string word_of(int number)
{
    constexpr std::array<std::string_view, 16> syllables { "ba", "di", "fo", "gou", "ka", "li", "ma", "né", "ou", "ri", "sa", "té", "wa", "yé", "zi", "dou" };
    std::string word;
    for (int rest = number + 256; rest > 0; rest /= 16)
        word += syllables[static_cast<std::size_t>(rest % 16)];
    return word;
}

void fill(db::Database& db, Instant now)
{
    SeededChance chance { 3 };
    must(db.write([&](db::Transaction& tx) -> Result<void> {
        std::vector<people::OrganizationId> organizations;
        for (int number = 0; number < organization_count; ++number) {
            auto const word = word_of(number);
            people::Organization organization { new_id<people::OrganizationTag>(now, chance), fmt::format("{} {} {}", does[number % does.size()], word, where[number / 7 % where.size()]), fmt::format("{}{}", does[number % does.size()].substr(0, 1), number) };
            organization.type = people::organization_types()[static_cast<std::size_t>(number) % people::organization_types().size()];
            organization.aliases = { { fmt::format("{} Relief", word), "en" } };
            TRY(people::insert_organization(tx, organization, now));
            organizations.push_back(organization.id);
        }
        for (int number = 0; number < person_count; ++number) {
            people::Person person { new_id<people::PersonTag>(now, chance), fmt::format("{} {} {}", given[number % given.size()], word_of(number), family[number / 3 % family.size()]), fmt::format("personne{}@exemple.org", number) };
            for (int former = number % 2; former >= 0; --former)
                person.affiliations.push_back({ new_id<people::AffiliationTag>(now, chance), person.id, organizations[static_cast<std::size_t>(number + former) % organizations.size()], "Chargée de programme",
                    former ? *Period::from(*Date::from(2020, 1, 1), *Date::from(2022, 12, 31)) : Period::since(*Date::from(2023, 1, 1)) });
            TRY(people::insert_person(tx, person, now));
        }
        return {};
    }));
}

template<class Work>
double median_milliseconds(Work const& work)
{
    std::vector<double> times;
    for (int count = 0; count < repetitions; ++count) {
        auto const started = std::chrono::steady_clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count());
    }
    std::nth_element(times.begin(), times.begin() + times.size() / 2, times.end());
    return times[times.size() / 2];
}

} // namespace

int main(int count, char** words)
{
    if (count != 2) {
        std::cerr << "bench_directory URL\n";
        return 2;
    }
    auto const now = *Instant::from_iso("2026-11-27T08:00:00Z");
    auto const db = must(db::Database::open({ words[1] }));
    auto const migrations = db::all_migrations();
    must(db::migrate(*db, { migrations.begin(), migrations.end() }, ".", now));
    fill(*db, now);
    // What the engine does by itself within minutes of a large change.
    must(db->write([](db::Transaction& tx) { return tx.execute_raw("ANALYZE"); }));

    web::Configuration const configuration;
    SeededChance chance { 5 };
    web::Authorizer const everybody = [](db::Reader const&, web::Visitor const*, web::Right, std::string_view, Instant) -> Result<void> { return {}; };
    std::vector<web::MenuEntry> const menu;
    web::Router const router { people::feature().routes };
    auto const get = [&](std::string const& path, std::string const& field = {}, std::string const& value = {}) {
        web::Request request;
        request.path = request.target = path;
        if (!field.empty())
            request.query.add(field, value);
        web::Context context { .db = *db, .configuration = configuration, .chance = chance, .now = now, .language = web::localization("fr"),
            .file_language = web::localization("fr", web::Medium::File), .visitor = web::Visitor { "account", "", "Awa Sanou", true }, .csrf_token = "token", .notice = {}, .authorizer = everybody, .menu = menu };
        context.signing_key = "key";
        return web::answer(router, std::move(request), context);
    };
    boost::json::object figures;
    auto const page = [&](std::string const& name, std::string const& path, std::string const& field = {}, std::string const& value = {}) {
        figures[name] = median_milliseconds([&] {
            if (get(path, field, value).status != 200)
                std::exit(1);
        });
    };
    page("people", "/people");
    page("people, last page", "/people", "page", "2000");
    page("people, name of many", "/people", "search", "sidibe awa");
    page("people, name of one", "/people", "search", "gouti");
    page("people, name of nobody", "/people", "search", "xylophone");
    page("people, suggestions", "/people/suggest", "q", "sidi");
    page("people, suggestions for nobody", "/people/suggest", "q", "xylophone");
    page("organisations", "/organizations");
    page("organisations, search", "/organizations", "search", "gourma relief");
    page("organisations, suggestions", "/organizations/suggest", "q", "entr");
    auto const choose = [&](std::string const& name, auto const& resolve) {
        figures[name] = median_milliseconds([&] { must(db->read([&](db::Reader const& reader) -> Result<void> { (void)resolve(reader); return {}; })); });
    };
    auto const person = must(db->read([](db::Reader const& reader) { return people::list_persons(reader, { .today = *Date::from(2026, 11, 27), .limit = 1, .offset = 4'321 }); })).at(0).full_name;
    choose("choosing a person by full name", [&](db::Reader const& reader) { return people::resolve_person(reader, { person }, "person"); });
    choose("choosing an organisation with a typing error", [&](db::Reader const& reader) { return people::resolve_organization(reader, { "Secours bagouba du Sahell" }, "organization"); });
    std::cout << boost::json::serialize(figures) << '\n';
    return 0;
}
