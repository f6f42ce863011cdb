#include "actions/queries.hpp"
#include "actions/store.hpp"

namespace toguna::actions {

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

Result<std::int64_t> insert_catalogue(db::Transaction& tx, std::string const& note, std::vector<CoreFunctionLabel> const& functions, Act const& act)
{
    if (functions.empty())
        return fail(ErrorKind::Invalid, tr("A catalogue needs at least one function."));
    auto const current = TRY(tx.first(sql::current_catalogue, {}, read_head));
    auto const version = current ? current->version + 1 : 1;
    TRY(tx.execute(sql::insert_catalogue, { { "version", version }, { "note", note }, { "now", act.now } }));
    int position = 0;
    for (auto const& function : functions) {
        if (function.code.empty() || function.label_fr.empty() || function.label_en.empty())
            return fail(ErrorKind::Invalid, tr("Each function needs a code and a label in French and in English."));
        TRY(tx.execute(sql::insert_function, { { "version", version }, { "code", function.code }, { "position", ++position },
            { "label_fr", function.label_fr }, { "label_en", function.label_en } }));
    }
    TRY(journal::record_event(tx, act.actor, { .kind = "actions.catalogue_changed", .object = std::to_string(version) }, act.now, act.chance));
    return version;
}

} // namespace toguna::actions
