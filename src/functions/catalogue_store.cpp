#include "functions/catalogue_store.hpp"

#include "functions/core_functions.hpp"
#include "functions/queries.hpp"
#include "web/localization.hpp"

namespace toguna::functions {

namespace {

Result<Catalogue> with_functions(db::Reader const& db, std::optional<Catalogue> catalogue)
{
    if (!catalogue)
        return fail(ErrorKind::NotFound, tr("This version of the catalogue does not exist."));
    catalogue->functions = TRY(db.all(sql::catalogue_functions, { { "version", catalogue->version } }, [](db::Row const& row) {
        return CoreFunctionLabel { row.string(0), row.string(1), row.string(2) };
    }));
    return *catalogue;
}

/// The functions of the reference module in both languages.
std::vector<CoreFunctionLabel> first_labels()
{
    auto const& french = web::localization("fr", web::Medium::File);
    auto const& english = web::localization("en", web::Medium::File);
    std::vector<CoreFunctionLabel> labels;
    for (auto const& function : core_functions().functions)
        labels.push_back({ function.code, french(function.name), english(function.name) });
    return labels;
}

std::string first_note() { return "IASC Reference Module for Cluster Coordination at Country Level, " + core_functions().version; }

Catalogue read_head(db::Row const& row) { return { row.integer(0), row.string(1), {} }; }

} // namespace

Result<Catalogue> current_catalogue(db::Reader const& db)
{
    return with_functions(db, TRY(db.first(sql::current_catalogue, {}, read_head)));
}

Result<Catalogue> find_catalogue(db::Reader const& db, std::int64_t version)
{
    return with_functions(db, TRY(db.first(sql::find_catalogue, { { "version", version } }, read_head)));
}

Result<Catalogue> catalogue_or_default(db::Reader const& db)
{
    auto const current = TRY(db.first(sql::current_catalogue, {}, read_head));
    if (!current)
        return Catalogue { 0, first_note(), first_labels() };
    return with_functions(db, current);
}

Result<void> ensure_catalogue(db::Transaction& tx, journal::Actor const& actor, Instant now, Chance& chance)
{
    if (!TRY(tx.first(sql::current_catalogue, {}, read_head)))
        TRY(insert_catalogue(tx, first_note(), first_labels(), actor, now, chance));
    return {};
}

Result<std::vector<CatalogueVersion>> list_catalogues(db::Reader const& db)
{
    return db.all(sql::list_catalogues, {}, [](db::Row const& row) { return CatalogueVersion { row.integer(0), row.string(1), row.instant(2) }; });
}

Result<std::int64_t> insert_catalogue(db::Transaction& tx, std::string const& note, std::vector<CoreFunctionLabel> const& functions, journal::Actor const& actor, Instant now, Chance& chance)
{
    if (functions.empty())
        return fail(ErrorKind::Invalid, tr("A catalogue needs at least one function."));
    auto const current = TRY(tx.first(sql::current_catalogue, {}, read_head));
    auto const version = current ? current->version + 1 : 1;
    TRY(tx.execute(sql::insert_catalogue, { { "version", version }, { "note", note }, { "now", now } }));
    int position = 0;
    for (auto const& function : functions) {
        if (function.code.empty() || function.label_fr.empty() || function.label_en.empty())
            return fail(ErrorKind::Invalid, tr("Each function needs a code and a label in French and in English."));
        TRY(tx.execute(sql::insert_function, { { "version", version }, { "code", function.code }, { "position", ++position },
            { "label_fr", function.label_fr }, { "label_en", function.label_en } }));
    }
    TRY(journal::record_event(tx, actor, { .kind = "actions.catalogue_changed", .object = std::to_string(version) }, now, chance));
    return version;
}

} // namespace toguna::functions
